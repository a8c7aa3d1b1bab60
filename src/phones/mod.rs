//! The phones of a group session: a page on the local network, and the door to it.
//!
//! [`Desk`] holds the session, the participants' tokens and the recording; [`serve`] lets phones in. Only the desk's owner
//! steers: nothing that comes in over the network can be more than a [`Contribution`](crate::group::Contribution).

mod addresses;
#[cfg(feature = "tls")]
mod certificate;
mod code;
mod desk;
mod door;
mod events;
mod guests;
mod hosts;
mod lines;
mod page;
mod part;
mod room;
mod routes;
mod scan;
mod server;
mod throttle;
mod token;
mod watcher;
mod wire;

pub use addresses::{LocalAddress, has_address, local_addresses};
#[cfg(feature = "tls")]
pub use certificate::{Certificate, CertificateError};
pub use code::RoomCode;
pub use desk::{Desk, DeskError, Kept};
pub use scan::ScanCode;
#[cfg(feature = "tls")]
pub use server::serve_tls;
pub use server::{Address, Door, ServeError, serve};
pub use token::Token;
pub use watcher::Watcher;
