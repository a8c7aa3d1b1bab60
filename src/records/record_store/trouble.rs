//! What comes in the way of a request, in plain words.

use std::io::ErrorKind;

/// Why nothing came back, or nothing now. Another time it may.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    #[error("the name of its host is not known here")]
    UnknownHost,
    #[error("it did not answer in time")]
    Late,
    #[error("nothing answers at its address")]
    Refused,
    #[error("its certificate is not trusted on this computer: ask whoever looks after the store or the network")]
    Certificate,
    #[error("the proxy did not let it through")]
    Proxy,
    #[error("the connection broke off")]
    BrokeOff,
    #[error("it has too much to do (status {0})")]
    Busy(u16),
}

/// Why no further request is of any use before somebody has changed something.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stopped {
    #[error("the record store does not know this user with this password (status {0})")]
    Credentials(u16),
    #[error("the record store does not allow this user to do that (status 403)")]
    NotAllowed,
    #[error("what answers at this address is no record store ({0})")]
    NoStore(String),
    #[error("the record store refuses everything, the last time with: {0}")]
    RefusesAll(String),
}

impl From<ureq::Error> for Trouble {
    fn from(error: ureq::Error) -> Self {
        match error {
            ureq::Error::HostNotFound => Self::UnknownHost,
            ureq::Error::Timeout(_) => Self::Late,
            ureq::Error::ConnectionFailed => Self::Refused,
            ureq::Error::Tls(_) | ureq::Error::Rustls(_) | ureq::Error::Pem(_) | ureq::Error::TlsRequired => {
                Self::Certificate
            }
            ureq::Error::ConnectProxyFailed(_) | ureq::Error::InvalidProxyUrl => Self::Proxy,
            ureq::Error::Io(error) => match error.kind() {
                ErrorKind::TimedOut | ErrorKind::WouldBlock => Self::Late,
                ErrorKind::ConnectionRefused | ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => {
                    Self::Refused
                }
                // As rustls reports what it does not trust.
                ErrorKind::InvalidData => Self::Certificate,
                _ => Self::BrokeOff,
            },
            _ => Self::BrokeOff,
        }
    }
}
