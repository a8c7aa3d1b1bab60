//! Reads values out of a tree: every mistake is noted and reading goes on, so that one pass finds all.

mod echo;
mod fields;
mod found;
mod id;
mod kind;
mod list;
mod read;
mod reader;
pub(crate) mod record;
pub(crate) mod rules;
mod value;
mod word;
pub(crate) mod words;

pub(crate) use echo::without_echoes;
pub(crate) use fields::{KEEP_ONE, Lost, Needed};
pub(crate) use found::short;
pub(crate) use id::Id;
pub use kind::{EntryDocumentation, FieldDocumentation, Kind, ListDocumentation, Part, RecordDocumentation};
pub(crate) use list::Entries;
pub(crate) use read::Read;
pub(crate) use reader::{MOST_DIAGNOSTICS, Reader};
pub(crate) use value::Whole;
pub(crate) use word::{OneOf, Word};
