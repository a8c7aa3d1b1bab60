//! Files made to break the reader.
