//! Bedside: practise the conversation before you have it.
//!
//! Data flows one way: RON text → [`scenario`] → [`session`] → [`debrief`]. [`analysis`] looks at
//! every road at once. The shells stand around it: the terminal (`cli`) and the window (`ui`, `app`).

pub mod scenario;
pub mod source;

#[cfg(feature = "app")]
pub mod app;
