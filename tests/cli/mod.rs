//! The terminal, as a user or a script sees it.

mod analyse;
mod bad_input;
mod check;
mod doctor;
mod explain;
mod export;
mod graph;
#[cfg(feature = "group")]
mod group;
#[cfg(feature = "tls")]
mod group_tls;
pub(crate) mod harness;
mod kept;
mod kills;
mod list;
mod manual;
#[cfg(all(unix, not(target_os = "macos")))]
mod message_box;
mod new;
mod play;
mod policy;
mod portrait;
mod print;
mod profile;
mod reading;
mod report;
mod road;
mod script;
mod sound;
mod sync;
mod test;
