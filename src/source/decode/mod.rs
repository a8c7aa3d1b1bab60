//! Reads values out of a tree: every mistake is noted and reading goes on, so that one pass finds all.

mod echo;
mod fields;
mod id;
mod list;
mod value;
mod word;

pub(crate) use echo::without_echoes;
pub(crate) use fields::{Lost, Needed};
pub(crate) use id::Id;
pub(crate) use list::Entries;
pub(crate) use value::Whole;
pub(crate) use word::{OneOf, Word};

use arcstr::ArcStr;

use crate::shared::SharedText;

use super::rules;
use super::tree::{Node, Value};
use super::{Diagnostic, Kind, Parsed, Source, Span, Spanned};

/// How many mistakes are noted before the rest are only counted: no one reads more, and a hostile
/// file could hold millions.
pub(crate) const MOST_DIAGNOSTICS: usize = 1_000;

/// Collects what is wrong while values are read.
#[derive(Debug)]
pub(crate) struct Reader {
    diagnostics: Vec<Diagnostic>,
    /// What is being read.
    subject: Subject,
    /// Whether a part of the field being read was dropped, which has been noted.
    lost: bool,
    /// Whether the tree holds the whole text, so that what is absent is missing.
    complete: bool,
    /// Where syntax errors are: what is absent around them may stand there.
    faults: Vec<Span>,
    /// What is read, of which texts keep their parts.
    text: ArcStr,
}

/// What a message speaks of.
#[derive(Clone, Copy, Debug)]
enum Subject {
    /// Nothing that has a name.
    This,
    /// The value of a field.
    Field(&'static str),
    /// One entry of a field's list.
    EntryOf(&'static str),
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::This => f.write_str("This"),
            Self::Field(name) => write!(f, "`{name}`"),
            Self::EntryOf(name) => write!(f, "An entry of `{name}`"),
        }
    }
}

/// Something that can be read from a tree. `None` means that it could not be, and that this has been noted.
pub(crate) trait Read: Sized {
    /// What it is to an author: "a whole number".
    const WHAT: &'static str;

    /// Reads it.
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self>;

    /// What authors read about what may be written in its place.
    fn kind() -> Kind {
        Kind::plain(Self::WHAT)
    }
}

impl<T: Read> Read for Spanned<T> {
    const WHAT: &'static str = T::WHAT;

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        T::read(node, reader).map(|value| Self::new(value, node.span))
    }

    fn kind() -> Kind {
        T::kind()
    }
}

/// A part that few have: elsewhere it takes no more room than a pointer.
impl<T: Read> Read for Box<T> {
    const WHAT: &'static str = T::WHAT;

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        T::read(node, reader).map(Self::new)
    }

    fn kind() -> Kind {
        T::kind()
    }
}

impl Reader {
    /// For a text's tree. Where syntax errors hide a part of it, or where one stands on its last line,
    /// so that it may have been cut off, nothing counts as missing.
    pub(crate) fn new(source: &Source, parsed: &Parsed<'_>) -> Self {
        let faults: Vec<Span> = parsed.diagnostics.iter().map(|fault| fault.span).collect();
        let last_line = source.line(source.text().trim_end().len());
        let cut_off = faults.last().is_some_and(|fault| source.line(fault.start()) >= last_line);
        let complete = parsed.complete && !cut_off;
        Self {
            diagnostics: Vec::new(),
            subject: Subject::This,
            lost: false,
            complete,
            faults,
            text: source.shared_text().clone(),
        }
    }

    /// Whether the tree holds the whole text.
    pub(crate) const fn complete(&self) -> bool {
        self.complete
    }

    /// A part of the text that is read, which nobody copies; or another text, which is.
    fn shared(&self, part: &str) -> SharedText {
        SharedText::part_of(&self.text, part)
    }

    /// Notes something.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        if self.diagnostics.len() <= MOST_DIAGNOSTICS {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Everything noted.
    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// How much has been noted.
    pub(crate) const fn noted(&self) -> usize {
        self.diagnostics.len()
    }

    /// Whether all that was noted since `noted` is about wrong types.
    pub(crate) fn wrong_types_since(&self, noted: usize) -> bool {
        self.diagnostics.iter().skip(noted).all(|found| found.code == rules::WRONG_TYPE.code)
    }

    /// Takes back what was noted since `noted`.
    pub(crate) fn forget_since(&mut self, noted: usize) {
        self.diagnostics.truncate(noted);
    }

    /// Notes a value of the wrong type; nothing where the value is broken, which has been noted.
    pub(crate) fn wrong_type<T>(&mut self, node: &Node<'_>, expected: &str, hint: Option<&str>) -> Option<T> {
        if !matches!(node.value, Value::Broken) {
            let message = format!("{} should be {expected}, and is {}", self.subject, node.found());
            let found = rules::WRONG_TYPE.at(first_line(node), message);
            self.report(found.hints(hint.map(str::to_owned)));
        }
        None
    }

    /// Reads with messages that speak of "this".
    pub(crate) fn as_this<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.about(Subject::This, read)
    }

    fn about<T>(&mut self, subject: Subject, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.subject, subject);
        let value = read(self);
        self.subject = outer;
        value
    }

    /// Reads something, and says whether nothing of it was dropped.
    pub(crate) fn in_full<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> (Option<T>, bool) {
        let outer = std::mem::replace(&mut self.lost, false);
        let value = read(self);
        let whole = value.is_some() && !self.lost;
        self.lost = outer;
        (value, whole)
    }

    /// Reads what was probably meant, and believes it only where it makes sense.
    fn guess<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.noted();
        let value = read(self);
        if value.is_none() {
            self.forget_since(before);
        }
        value
    }
}

/// Where a value of the wrong type is pointed at: all of it where it is short, else its bracket.
fn first_line(node: &Node<'_>) -> Span {
    match node.value {
        Value::List(_) | Value::Map(_) | Value::Tuple { name: None, .. } | Value::Fields { name: None, .. } => {
            node.opening()
        }
        Value::Tuple { name: Some(name), .. } | Value::Fields { name: Some(name), .. } => name.span,
        _ => node.span,
    }
}

impl Node<'_> {
    /// The value inside `Some(…)`, which an author may write and need not.
    pub(crate) fn unwrapped(&self) -> &Self {
        match &self.value {
            Value::Tuple { name: Some(name), items } if name.text == "Some" && items.len() == 1 => &items[0],
            _ => self,
        }
    }

    /// Its first character: the bracket that opens it, where it has one.
    pub(crate) fn opening(&self) -> Span {
        self.span.opening()
    }

    /// What an author would call it.
    pub(crate) fn found(&self) -> String {
        match &self.value {
            Value::Unit => "`()`, with nothing in it".to_owned(),
            Value::Bool(value) => format!("`{value}`"),
            Value::Char(_) => "a single character".to_owned(),
            Value::Integer(value) => format!("the number {value}"),
            Value::Large(value) => format!("the number {value}"),
            Value::Float(value) if value.fract() != 0.0 => "a number with a fraction".to_owned(),
            Value::Float(_) => "a number that is not whole".to_owned(),
            Value::Text(_) => "a text in quotes".to_owned(),
            Value::Bytes(_) => "bytes".to_owned(),
            Value::Word(word) => format!("the word `{}`", short(word)),
            Value::List(_) => "a list `[ … ]`".to_owned(),
            Value::Map(_) => "a map `{ … }`".to_owned(),
            Value::Tuple { name: Some(name), .. } | Value::Fields { name: Some(name), .. } => {
                format!("`{}( … )`", short(name.text))
            }
            Value::Tuple { name: None, .. } => "`( … )` without field names".to_owned(),
            Value::Fields { name: None, .. } => "`( … )` with fields".to_owned(),
            Value::Broken => "something that cannot be read".to_owned(),
        }
    }
}

/// As much of a word as a message needs.
pub(crate) fn short(word: &str) -> String {
    const MOST: usize = 60;
    if word.chars().nth(MOST).is_none() {
        return word.to_owned();
    }
    word.chars().take(MOST).chain(['…']).collect()
}
