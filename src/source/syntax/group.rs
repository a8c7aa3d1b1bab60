//! Groups in brackets: lists, maps, tuples and fields, with their commas and colons.

use crate::source::diagnostics::Diagnostic;
use crate::source::span::Span;

use super::parse::Parser;
use super::rules;
use super::token::{Bracket, Kind};
use super::{Arena, Name, Node, Value};

/// What the parts of a group are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    List,
    Tuple,
    Fields,
    Map,
}

impl<'a> Parser<'a, '_> {
    /// Reads a group from its opening bracket on.
    pub(super) fn group(&mut self, bracket: Bracket, name: Option<Name<'a>>) -> Node<'a> {
        let opener = self.span();
        let start = name.map_or(opener, |name| name.span);
        let name = name.map(|name| self.arena.one(name));
        self.advance();
        let value = match self.shape(bracket, name.is_some()) {
            Shape::List => Value::List(self.items(Shape::List)),
            Shape::Map => Value::Map(self.entries()),
            Shape::Fields => Value::Fields { fields: self.fields(), name },
            Shape::Tuple => {
                let empty = matches!(self.peek(), Some(Kind::Close(_)));
                let items = self.items(Shape::Tuple);
                if empty && name.is_none() { Value::Unit } else { Value::Tuple { name, items } }
            }
        };
        if matches!(self.peek(), Some(Kind::Close(_))) {
            self.advance();
        }
        Node { span: start.to(self.previous()), value }
    }

    fn shape(&mut self, bracket: Bracket, named: bool) -> Shape {
        let is_text = |kind: Option<Kind>| kind.is_some_and(Kind::is_text);
        let colon = matches!(self.peek_at(1), Some(Kind::Colon | Kind::Equals));
        match (bracket, self.peek()) {
            (Bracket::Square, _) => Shape::List,
            (Bracket::Curly, _) => Shape::Map,
            (Bracket::Round, Some(Kind::Word(_))) if colon || is_text(self.peek_at(1)) => Shape::Fields,
            (Bracket::Round, kind) if colon && is_text(kind) => {
                if named || self.is_field_name() {
                    return Shape::Fields;
                }
                let message = "Keys in quotation marks need curly brackets around them";
                self.report(
                    rules::WRONG_BRACKET
                        .at(self.previous(), message)
                        .hint("write `{` here and `}` at the end; or take the quotation marks off the names"),
                );
                Shape::Map
            }
            (Bracket::Round, _) if self.second_is_field() => Shape::Fields,
            (Bracket::Round, _) => Shape::Tuple,
        }
    }

    /// Whether a field follows a first part that is none: `(minutes 6, level: …`, `(6, level: …`.
    fn second_is_field(&self) -> bool {
        let plain = |ahead| matches!(self.peek_at(ahead), Some(Kind::Word(_) | Kind::Text(_) | Kind::Literal(_)));
        let word = |ahead| matches!(self.peek_at(ahead), Some(Kind::Word(_)));
        let first = if word(0) && plain(1) { 2 } else { usize::from(plain(0)) };
        let second = first + usize::from(matches!(self.peek_at(first), Some(Kind::Comma)));
        first > 0 && word(second) && matches!(self.peek_at(second + 1), Some(Kind::Colon | Kind::Equals))
    }

    /// Whether the text here could be a field's name.
    fn is_field_name(&self) -> bool {
        self.peek().is_some_and(Kind::is_text) && is_name(self.says())
    }

    fn items(&mut self, shape: Shape) -> &'a [Node<'a>] {
        let first = self.open.items.len();
        self.parts(shape, |parser| {
            let item = parser.value();
            parser.open.items.push(item);
        });
        close(&mut self.open.items, first, self.arena)
    }

    fn entries(&mut self) -> &'a [(Node<'a>, Node<'a>)] {
        let first = self.open.entries.len();
        self.parts(Shape::Map, |parser| {
            let key = if parser.starts_value() { parser.value() } else { parser.nameless("key") };
            let value = parser.value_after(key.span, "key");
            parser.open.entries.push((key, value));
        });
        close(&mut self.open.entries, first, self.arena)
    }

    /// Reads fields up to the closing bracket.
    pub(super) fn fields(&mut self) -> &'a [(Name<'a>, Node<'a>)] {
        let first = self.open.fields.len();
        self.parts(Shape::Fields, |parser| {
            if let Some(name) = parser.field_name() {
                let value = parser.value_after(name.span, "field");
                parser.open.fields.push((name, value));
            }
        });
        close(&mut self.open.fields, first, self.arena)
    }

    /// Reads the parts of a group with `read` up to its closing bracket.
    fn parts(&mut self, shape: Shape, mut read: impl FnMut(&mut Self)) {
        while self.skip_extra_commas() {
            let before = self.at;
            read(self);
            while !self.separated(shape) {}
            if self.at == before {
                self.advance();
            }
        }
    }

    /// Skips commas with nothing before them, and returns whether a part follows.
    fn skip_extra_commas(&mut self) -> bool {
        loop {
            match self.peek() {
                None | Some(Kind::Close(_)) => return false,
                Some(Kind::Comma | Kind::Semicolon) => {
                    let message = "There is nothing before this comma";
                    self.report(rules::EXTRA_COMMA.at(self.span(), message).hint("delete the comma"));
                    self.advance();
                }
                Some(_) => return true,
            }
        }
    }

    /// Skips what separates one part from the next; returns `false` while there is more to skip.
    fn separated(&mut self, shape: Shape) -> bool {
        match self.peek() {
            None | Some(Kind::Close(_)) => true,
            Some(Kind::Comma) => {
                self.advance();
                true
            }
            Some(Kind::Semicolon) => {
                let message = "A comma is needed here, not a semicolon";
                self.report(rules::WRONG_SEPARATOR.at(self.span(), message).hint("write `,`"));
                self.advance();
                true
            }
            Some(Kind::Broken) => {
                self.advance();
                false
            }
            Some(Kind::Colon | Kind::Equals) => self.unexpected_colon(shape),
            Some(_) if shape == Shape::Fields && !self.at_field() => self.unexpected_value(),
            Some(_) => {
                let hint = "write `,` here";
                self.report(rules::MISSING_COMMA.at(self.after_previous(), "A comma is missing here").hint(hint));
                true
            }
        }
    }

    /// Whether a field begins here.
    pub(super) fn at_field(&self) -> bool {
        let name = self.peek().is_some_and(|kind| matches!(kind, Kind::Word(_)) || kind.is_text());
        name && matches!(self.peek_at(1), Some(Kind::Colon | Kind::Equals))
    }

    fn unexpected_colon(&mut self, shape: Shape) -> bool {
        let (message, hint) = match shape {
            Shape::List => {
                ("The values of a list have no names", "write named fields in round brackets: `(name: value)`")
            }
            Shape::Tuple => {
                ("Either all values in these brackets have a name, or none has", "write `name: value` for each")
            }
            Shape::Fields | Shape::Map => {
                ("A second colon cannot stand here", "put a text that holds a colon between quotation marks")
            }
        };
        let unexpected = || rules::UNEXPECTED_COLON.at(self.span(), message).hint(hint);
        let error = self.bare_time().unwrap_or_else(unexpected);
        self.report(error);
        self.advance();
        if self.starts_value() {
            self.value();
        }
        false
    }

    /// Reports what follows a field's value and is no field: most often words without quotation marks.
    fn unexpected_value(&mut self) -> bool {
        let span = self.span();
        let error = if let Some(with_unit) = self.number_with_unit() {
            with_unit
        } else if matches!(self.peek(), Some(Kind::Word(_))) {
            rules::MISSING_QUOTES
                .at(span, "Several words in a row are a text, and need quotation marks")
                .hint("write \" before the first word and after the last")
        } else {
            without_name(span, "every value in these brackets needs a name and a colon before it, and a comma after it")
        };
        self.report(error);
        self.value();
        while !self.at_field()
            && self.peek().is_some_and(|kind| !matches!(kind, Kind::Close(_) | Kind::Comma | Kind::Semicolon))
        {
            if self.starts_value() {
                self.value();
            } else {
                self.advance();
            }
        }
        if self.at_field() { true } else { self.separated(Shape::Fields) }
    }

    fn nameless(&mut self, what: &str) -> Node<'a> {
        let message = format!("There is no {what} before this");
        self.report(rules::MISSING_NAME.at(self.span(), message).hint(format!("write the {what} here")));
        self.broken()
    }

    /// Reads the name of a field; reports and skips a value without a name.
    fn field_name(&mut self) -> Option<Name<'a>> {
        let span = self.span();
        let colon = matches!(self.peek_at(1), Some(Kind::Colon | Kind::Equals));
        match self.peek() {
            Some(Kind::Word(_)) => {
                let text = self.says();
                self.advance();
                Some(Name { text, span })
            }
            Some(Kind::PlainText | Kind::Text(_) | Kind::Literal(_)) if colon => {
                let text = self.says();
                let message = "The name of a field is one plain word, without quotation marks";
                let hint = if is_name(text) { format!("write `{text}:`") } else { "write a plain word".to_owned() };
                self.report(rules::QUOTED_NAME.at(span, message).hint(hint));
                self.advance();
                Some(Name { text, span })
            }
            Some(Kind::Broken) => {
                self.advance();
                None
            }
            Some(Kind::Colon | Kind::Equals) => {
                self.nameless("name");
                self.advance();
                self.value();
                None
            }
            _ => {
                self.report(without_name(span, "every value in these brackets needs a name and a colon before it"));
                self.value();
                None
            }
        }
    }

    /// Reads the colon and the value after a name or key.
    fn value_after(&mut self, name: Span, what: &str) -> Node<'a> {
        while matches!(self.peek(), Some(Kind::Broken)) && !matches!(self.peek_at(1), Some(Kind::Comma)) {
            self.advance();
        }
        match self.peek() {
            Some(Kind::Colon) => self.advance(),
            Some(Kind::Equals) => {
                let message = "A colon is needed here, not an equals sign";
                self.report(rules::WRONG_SEPARATOR.at(self.span(), message).hint("write `:`"));
                self.advance();
            }
            Some(kind) if kind.starts_value() => {
                self.report(
                    rules::MISSING_COLON.at(self.after_previous(), "A colon is missing here").hint("write `:` here"),
                );
            }
            _ => return self.valueless(name, what),
        }
        if !self.starts_value() || (what == "field" && self.on_new_line() && self.at_field()) {
            return self.valueless(name, what);
        }
        self.value()
    }

    fn valueless(&mut self, name: Span, what: &str) -> Node<'a> {
        let node = self.broken();
        let message = format!("This {what} has no value");
        let list = self.list_without_brackets().filter(|_| what == "field");
        let hint = list.unwrap_or_else(|| "write a colon and a value behind it, or delete it".to_owned());
        self.report(rules::MISSING_VALUE.at(name, message).hint(hint));
        node
    }
}

fn without_name(at: Span, hint: &str) -> Diagnostic {
    rules::MISSING_NAME.at(at, "This value has no name").hint(hint)
}

/// Pops the parts from `first` on off the stack and moves them into the arena.
fn close<'a, T: Copy>(open: &mut Vec<T>, first: usize, arena: &'a Arena) -> &'a [T] {
    let parts = arena.list(open.get(first..).unwrap_or_default());
    open.truncate(first);
    parts
}

/// Whether it is one plain word.
fn is_name(text: &str) -> bool {
    text.starts_with(super::lex::is_word_start) && text.chars().all(super::lex::is_word_character)
}
