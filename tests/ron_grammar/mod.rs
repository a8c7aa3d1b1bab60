//! The tolerant parser against `ron` itself, against hostile input, and on what educators get wrong.

mod agreement;
mod hostile;
mod mistakes;
mod written;
