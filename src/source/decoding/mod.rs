//! Decodes a tree into values: every mistake is reported and decoding goes on, so that one pass finds all.

mod cascading;
mod describe;
mod fields;
mod id;
mod kind;
mod list;
mod read;
mod reader;
pub(crate) mod record;
pub(crate) mod rules;
mod unaccented;
mod value;
mod word;
pub(crate) mod words;

pub(crate) use cascading::SyntaxFindings;
pub(crate) use describe::short;
pub(crate) use fields::{KEEP_ONE, Misnamed, Requirement, UnreadFields};
pub(crate) use id::Id;
pub use kind::{EntryDocumentation, FieldDocumentation, Kind, ListDocumentation, Part, RecordDocumentation};
pub(crate) use list::Entries;
pub(crate) use read::Read;
pub(crate) use reader::{MAX_DIAGNOSTICS, Reader};
pub(crate) use value::{NO_QUOTES, WholeNumber};
pub(crate) use word::{OneOf, Word};
