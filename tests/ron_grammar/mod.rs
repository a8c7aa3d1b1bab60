//! The tolerant parser against `ron` itself, against hostile input, and on what educators get wrong.

mod agreement;
mod generated;
mod hostile;
mod mistakes;
