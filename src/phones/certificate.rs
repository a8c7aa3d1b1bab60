//! The facilitator's own certificate, with which a room is encrypted.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use tokio_rustls::rustls::{self, ServerConfig};
use tokio_rustls::server::TlsStream;
use webpki::EndEntityCert;

use super::hosts::{Hosts, Scheme, in_link};

/// The most bytes of a file that are read: far more than the longest chain.
const MOST_BYTES: u64 = 1 << 20;

/// The first byte of a client that speaks TLS: RFC 8446, 5.1.
const HANDSHAKE: [u8; 1] = [22];

/// Why a room cannot be encrypted with what was given.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CertificateError {
    #[error("{}: {cause}", .path.display())]
    File { path: PathBuf, cause: io::Error },
    #[error(
        "{} is not PEM, a text with lines such as \u{201c}-----BEGIN CERTIFICATE-----\u{201d}; \
         openssl x509, openssl pkey and openssl pkcs12 make it from other forms",
        .path.display()
    )]
    NotPem { path: PathBuf },
    #[error("{} is damaged or cut off ({cause}); have it sent to you again", .path.display())]
    Damaged { path: PathBuf, cause: pem::Error },
    #[error("there is no certificate in {}; it needs the room\u{2019}s own, then those that vouch for it", .path.display())]
    NoCertificate { path: PathBuf },
    #[error("the first certificate in {} is none that a browser takes ({cause})", .path.display())]
    Unusable { path: PathBuf, cause: webpki::Error },
    #[error("there is no private key in {}; name the file that was kept when the certificate was asked for", .path.display())]
    NoKey { path: PathBuf },
    #[error(
        "the key in {0} is locked with a passphrase; openssl pkey -in {0} -out open.pem asks for it and writes \
         the key without",
        .path.display()
    )]
    Locked { path: PathBuf },
    #[error("the key in {} cannot be used; it has to be RSA of 2048 to 4096 bits, or ECDSA on P-256 or P-384", .path.display())]
    UnusableKey { path: PathBuf },
    #[error(
        "the key in {} is not that of the first certificate in {}; the room\u{2019}s own certificate has to come first",
        .key.display(), .chain.display()
    )]
    OtherKey { chain: PathBuf, key: PathBuf },
    #[error(
        "\u{201c}{name}\u{201d} is no host\u{2019}s name; one is bedside.hospital.example, with nothing before or after it"
    )]
    NoHost { name: String },
    #[error("the certificate is not for {name}; it is for {}", told(.names))]
    NotFor { name: String, names: Vec<String> },
    #[error("the certificate is for {}, and so not for what phones would open, {ip}", told(.names))]
    NotForNumbers { ip: IpAddr, names: Vec<String> },
}

fn told(names: &[String]) -> String {
    if names.is_empty() { "no name".to_owned() } else { names.join(", ") }
}

/// A certificate with its chain and its private key.
#[derive(Clone)]
pub struct Certificate {
    config: Arc<ServerConfig>,
    /// The room's own.
    own: CertificateDer<'static>,
    /// The hosts' names that it is for, as it says them: `*.hospital.example` is among them.
    written: Vec<String>,
    /// What phones may open; that of links first.
    names: Vec<String>,
}

/// How a connection begins.
pub(super) enum Greeting {
    Encrypted(Box<TlsStream<TcpStream>>),
    /// It was not encrypted; the room is at `link`.
    Clear {
        stream: TcpStream,
        link: String,
    },
    Failed,
}

impl Certificate {
    /// Reads a certificate, the chain of those that vouch for it, and its private key, from two files in PEM. Phones may
    /// open each name that it is for; `*` is none.
    ///
    /// # Errors
    /// Where a file cannot be read, is not what it should be, or does not fit the other.
    pub fn read(chain: &Path, key: &Path) -> Result<Self, CertificateError> {
        let (certificates, private) = (certificates(chain)?, private_key(key)?);
        let unusable = |cause| CertificateError::Unusable { path: chain.to_owned(), cause };
        let own = certificates.first().cloned().ok_or(CertificateError::NoCertificate { path: chain.to_owned() })?;
        let written: Vec<String> =
            EndEntityCert::try_from(&own).map_err(unusable)?.valid_dns_names().map(str::to_owned).collect();
        let unfit = |error| match error {
            rustls::Error::InconsistentKeys(_) => {
                CertificateError::OtherKey { chain: chain.to_owned(), key: key.to_owned() }
            }
            _ => CertificateError::UnusableKey { path: key.to_owned() },
        };
        // Every browser of the last years has 1.3, and what is only in 1.2 is older still.
        let mut config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_protocol_versions(&[&rustls::version::TLS13])
            .and_then(|config| config.with_no_client_auth().with_single_cert(certificates, private))
            .map_err(unfit)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        let names = written.iter().filter(|name| !name.starts_with('*')).cloned().collect();
        Ok(Self { config: Arc::new(config), own, written, names })
    }

    /// With the name that links are to have. It is one that the certificate is for: where that says `*.hospital.example`,
    /// phones may open no other.
    ///
    /// # Errors
    /// Where it is no host's name or the certificate is not for it.
    pub fn named(mut self, name: &str) -> Result<Self, CertificateError> {
        let host = ServerName::try_from(name).map_err(|_| CertificateError::NoHost { name: name.to_owned() })?;
        if !self.is_for(&host) {
            return Err(CertificateError::NotFor { name: name.to_owned(), names: self.written });
        }
        let first = name.parse().map_or_else(|_| name.to_ascii_lowercase(), in_link);
        self.names.retain(|known| *known != first);
        self.names.insert(0, first);
        Ok(self)
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether phones can open a room with it at an address: by a name, or by the numbers.
    ///
    /// # Errors
    /// Where it is for no name that they may open, and not for the numbers either.
    pub fn fits(&self, ip: IpAddr) -> Result<(), CertificateError> {
        if self.names.is_empty() && !self.is_for(&ip.into()) {
            return Err(CertificateError::NotForNumbers { ip, names: self.written.clone() });
        }
        Ok(())
    }

    fn is_for(&self, host: &ServerName<'_>) -> bool {
        EndEntityCert::try_from(&self.own).is_ok_and(|own| own.verify_is_valid_for_subject_name(host).is_ok())
    }

    /// Agrees on a key with whoever speaks TLS. Nothing here is bounded in time.
    pub(super) async fn greet(&self, stream: TcpStream) -> Greeting {
        let mut first = [0];
        match (stream.peek(&mut first).await, stream.local_addr()) {
            (Ok(1), Ok(address)) if first != HANDSHAKE => {
                Greeting::Clear { stream, link: Hosts::of(Scheme::ENCRYPTED, &self.names, address).link() }
            }
            _ => match TlsAcceptor::from(Arc::clone(&self.config)).accept(stream).await {
                Ok(stream) => Greeting::Encrypted(Box::new(stream)),
                Err(_) => Greeting::Failed,
            },
        }
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificate")
            .field("written", &self.written)
            .field("names", &self.names)
            .finish_non_exhaustive()
    }
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, CertificateError> {
    let text = text(path)?;
    let found = CertificateDer::pem_slice_iter(&text).collect::<Result<Vec<_>, _>>();
    let found = found.map_err(|cause| CertificateError::Damaged { path: path.to_owned(), cause })?;
    if found.is_empty() { Err(CertificateError::NoCertificate { path: path.to_owned() }) } else { Ok(found) }
}

fn private_key(path: &Path) -> Result<PrivateKeyDer<'static>, CertificateError> {
    let text = text(path)?;
    let path = path.to_owned();
    PrivateKeyDer::from_pem_slice(&text).map_err(|cause| match cause {
        _ if contains(&text, b"ENCRYPTED") => CertificateError::Locked { path },
        pem::Error::NoItemsFound => CertificateError::NoKey { path },
        cause => CertificateError::Damaged { path, cause },
    })
}

/// What is in a file, which has something in PEM.
fn text(path: &Path) -> Result<Vec<u8>, CertificateError> {
    let failed = |cause| CertificateError::File { path: path.to_owned(), cause };
    let mut text = Vec::new();
    File::open(path).map_err(failed)?.take(MOST_BYTES).read_to_end(&mut text).map_err(failed)?;
    if contains(&text, b"-----BEGIN ") { Ok(text) } else { Err(CertificateError::NotPem { path: path.to_owned() }) }
}

fn contains(text: &[u8], words: &[u8]) -> bool {
    memchr::memmem::find(text, words).is_some()
}
