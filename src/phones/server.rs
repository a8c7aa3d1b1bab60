//! The server: it is there while its handle is, on the address that was picked, and lets so many in at a time.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use thiserror::Error;
use thread_priority::{ThreadPriority, ThreadPriorityValue, set_current_thread_priority};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower::ServiceExt as _;

use super::code::RoomCode;
use super::desk::Desk;
use super::guests::{Guest, Guests};
use super::hosts::{Hosts, Scheme};
use super::room::Room;
use super::routes::routes;
use super::wire::Wire;

#[cfg(feature = "tls")]
use super::certificate::{Certificate, CertificateError};

/// How long a room that closes still speaks, so that its pages hear of it.
const PARTING: Duration = Duration::from_millis(300);

/// The priority of the thread that serves phones, of 0 to 99 where others have 50: without a graphics card the window needs
/// all processors, and a page on a phone can wait for a moment.
const PRIORITY: u8 = 30;

/// Where phones come in, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(pub SocketAddr, Hosts);

impl Address {
    /// What a phone opens; with `code`, typing it is saved.
    #[must_use]
    pub fn link(&self, code: Option<RoomCode>) -> String {
        let code = code.map(|code| format!("?code={code}")).unwrap_or_default();
        self.1.link() + &code
    }

    /// Whether what phones send is encrypted on its way.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.1.scheme != Scheme::CLEAR
    }
}

/// Why phones cannot come in.
#[derive(Debug, Error)]
pub enum ServeError {
    #[error("{address} cannot be opened to phones: {}", told(.cause))]
    Address { address: SocketAddr, cause: io::Error },
    #[error("the system has no random numbers to give: {0}")]
    Random(#[from] getrandom::Error),
    #[error("the system starts no thread for it: {0}")]
    Thread(io::Error),
    #[cfg(feature = "tls")]
    #[error(transparent)]
    Certificate(#[from] CertificateError),
}

fn told(cause: &io::Error) -> String {
    match cause.kind() {
        io::ErrorKind::AddrInUse => "another program has this port; pick another, or 0 for any".to_owned(),
        io::ErrorKind::AddrNotAvailable => "this machine does not have that address (any more)".to_owned(),
        io::ErrorKind::PermissionDenied => "ports below 1024 are the system's; pick a higher one".to_owned(),
        _ => cause.to_string(),
    }
}

/// An open door. Dropping it closes the room.
#[derive(Debug)]
pub struct Door {
    pub address: Address,
    pub code: RoomCode,
    visitors: Arc<AtomicU32>,
    close: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

impl Door {
    /// How many connections have come in so far, from wherever.
    #[must_use]
    pub fn visitors(&self) -> u32 {
        self.visitors.load(Ordering::Relaxed)
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        let _ = self.close.send(true);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Lets phones in at an address; port 0 takes any that is free. What they send is not encrypted.
///
/// # Errors
/// Where the address cannot be had.
pub fn serve(desk: &Desk, address: SocketAddr) -> Result<Door, ServeError> {
    open(desk, address, Wire::Clear)
}

/// Lets phones in at an address as [`serve`] does; what they send is encrypted.
///
/// # Errors
/// Where the address cannot be had, or the certificate is for nothing that phones could open there.
#[cfg(feature = "tls")]
pub fn serve_tls(desk: &Desk, address: SocketAddr, certificate: Certificate) -> Result<Door, ServeError> {
    certificate.fits(address.ip())?;
    open(desk, address, Wire::Encrypted(certificate))
}

fn open(desk: &Desk, address: SocketAddr, wire: Wire) -> Result<Door, ServeError> {
    let failed = |cause| ServeError::Address { address, cause };
    let code = RoomCode::draw()?;
    let listener = std::net::TcpListener::bind(address).map_err(failed)?;
    listener.set_nonblocking(true).map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let (close, closed) = watch::channel(false);
    let visitors = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&visitors);
    let hosts = Hosts::of(wire.scheme(), wire.names(), address);
    let room = Room::new(desk.clone(), code, hosts.scheme, closed.clone());
    let router = routes(room.clone(), hosts.clone());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build().map_err(failed)?;
    let serving = move || {
        // The window goes first. Where the system does not allow it, both go as they come.
        let _ = ThreadPriorityValue::try_from(PRIORITY)
            .map(|below| set_current_thread_priority(ThreadPriority::Crossplatform(below)));
        runtime.block_on(async move {
            if let Ok(listener) = TcpListener::from_std(listener) {
                accept(&listener, &wire, &room, &router, &counted, closed).await;
            }
        });
    };
    let thread = std::thread::Builder::new().name("phones".to_owned()).spawn(serving).map_err(ServeError::Thread)?;
    Ok(Door { address: Address(address, hosts), code, visitors, close, thread: Some(thread) })
}

async fn accept(
    listener: &TcpListener,
    wire: &Wire,
    room: &Room,
    router: &Router,
    visitors: &AtomicU32,
    mut closed: watch::Receiver<bool>,
) {
    let guests = Guests::default();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = closed.changed() => return tokio::time::sleep(PARTING).await,
        };
        match accepted {
            Ok((stream, from)) => {
                visitors.fetch_add(1, Ordering::Relaxed);
                if let Some(guest) = guests.let_in(from.ip()) {
                    tokio::spawn(converse(stream, from, wire.clone(), room.clone(), router.clone(), guest));
                }
            }
            // Too many files are open, say: some will be closed.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn converse(stream: TcpStream, from: SocketAddr, wire: Wire, room: Room, router: Router, guest: Guest) {
    let mut closed = room.closed.clone();
    let parted = async {
        let _ = closed.changed().await;
        tokio::time::sleep(PARTING).await;
    };
    let _ = stream.set_nodelay(true);
    let guest = Arc::new(guest);
    let known = Arc::clone(&guest);
    let service = router.map_request(move |mut request: hyper::Request<hyper::body::Incoming>| {
        if let Some(who) = room.participant(request.headers()) {
            known.is_of(who);
        }
        request.extensions_mut().insert(ConnectInfo(from));
        request
    });
    tokio::select! {
        () = wire.carry(stream, service) => {}
        () = parted => {}
        () = guest.sent_away() => {}
    }
}
