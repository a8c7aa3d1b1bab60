//! How bytes go between the room and a phone: as they are, or encrypted.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::Response;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tower::Service;

use super::hosts::Scheme;

#[cfg(feature = "tls")]
use super::certificate::{Certificate, Greeting};

/// How long the head of a request may take, and how long agreeing on a key.
const HEAD: Duration = Duration::from_secs(10);
/// The most bytes that are read ahead of one connection.
const BUFFER: usize = 16 * 1024;

/// How bytes go between the room and phones.
#[derive(Clone)]
pub(super) enum Wire {
    Clear,
    #[cfg(feature = "tls")]
    Encrypted(Certificate),
}

impl Wire {
    pub(super) const fn scheme(&self) -> Scheme {
        match self {
            Self::Clear => Scheme::CLEAR,
            #[cfg(feature = "tls")]
            Self::Encrypted(_) => Scheme::ENCRYPTED,
        }
    }

    /// The names that phones may open beside the numbers of the address.
    pub(super) fn names(&self) -> &[String] {
        match self {
            Self::Clear => &[],
            #[cfg(feature = "tls")]
            Self::Encrypted(certificate) => certificate.names(),
        }
    }

    /// Answers all that comes over one connection, until either side ends it.
    pub(super) async fn carry<S>(&self, stream: TcpStream, service: S)
    where
        S: Service<Request<Incoming>, Response = Response, Error = Infallible> + Clone,
    {
        match self {
            Self::Clear => speak(stream, service).await,
            #[cfg(feature = "tls")]
            Self::Encrypted(certificate) => match tokio::time::timeout(HEAD, certificate.greet(stream)).await {
                Ok(Greeting::Encrypted(stream)) => speak(*stream, service).await,
                Ok(Greeting::Clear { stream, link }) => speak(stream, elsewhere(link)).await,
                Ok(Greeting::Failed) | Err(_) => {}
            },
        }
    }
}

async fn speak<S>(stream: impl AsyncRead + AsyncWrite + Unpin, service: S)
where
    S: Service<Request<Incoming>, Response = Response, Error = Infallible> + Clone,
{
    // Who breaks off or sends what is no request has only ended their own connection.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(BUFFER)
        .max_headers(64)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service))
        .await;
}

/// Leads whoever typed an address without `https` to where the room is.
#[cfg(feature = "tls")]
fn elsewhere(
    link: String,
) -> impl Service<Request<Incoming>, Response = Response, Error = Infallible, Future: Send> + Clone {
    use axum::http::header::CONNECTION;
    use axum::response::{IntoResponse, Redirect};
    tower::service_fn(move |_| {
        let answer = ([(CONNECTION, "close")], Redirect::to(&link)).into_response();
        std::future::ready(Ok(answer))
    })
}
