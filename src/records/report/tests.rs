//! What a report must hold.
