//! Tokens → a tolerant tree and syntax errors.
//!
//! [`parse`] accepts what `ron` 0.12 accepts when it reads a `ron::Value`, and reads the same, but for:
//! - ranges (`1..5`), which are refused: nothing in the format is one;
//! - `Some x` under `implicit_some`, and `Some(a: 1)`, `Some(1, 2)` and `Some()` under
//!   `unwrap_variant_newtypes`, which are refused: `Some` holds one value in brackets;
//! - letters beyond ASCII in bare words, where the standard library's notion of a letter stands in for
//!   Unicode's `XID` properties;
//! - what goes beyond the bounds in `limits.rs`.
//!
//! Repeated keys and fields are no error here, as in `ron`; but unlike there all of them are kept.

use crate::source::diagnostics::Diagnostic;
use crate::source::limits::{MAX_BYTES, MAX_VALUES};
use crate::source::span::Span;

use super::attribute;
use super::brackets;
use super::errors::{SPLIT_HINT, STRAY_HINT, SyntaxErrors};
use super::lex::lex;
use super::number::special;
use super::rules;
use super::token::{Bracket, Kind, Raw, Tokens};
use super::{Arena, Name, Node, Value};

/// The result of parsing a text.
#[derive(Clone, Debug)]
pub struct Parsed<'a> {
    /// The tree; `None` where nothing could be read.
    pub root: Option<Node<'a>>,
    /// The syntax errors, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the tree holds the whole text. Where it does not, a syntax error hides the rest, and what
    /// is absent must not be reported as missing.
    pub complete: bool,
    /// From this byte on, what seems wrong may follow from a bracket that has been reported.
    pub doubtful_from: Option<usize>,
}

/// The hint for a file that is empty or does not begin with a value.
const BEGINNING: &str = "a scenario begins with `(`";

/// The hint for the sign with which notes begin elsewhere.
const NOTES: &str = "notes begin with `//`";

/// Parses a text, in time and memory linear in its length, whatever it holds. The tree is allocated in `arena`.
#[must_use]
pub fn parse<'a>(text: &'a str, arena: &'a Arena) -> Parsed<'a> {
    let mut errors = SyntaxErrors::new(text);
    let (root, doubtful_from) =
        if text.len() > MAX_BYTES { (too_large(text, &mut errors), None) } else { read(text, arena, &mut errors) };
    let (diagnostics, complete) = errors.finish();
    Parsed { root, diagnostics, complete, doubtful_from }
}

fn too_large<'a>(text: &str, errors: &mut SyntaxErrors<'_>) -> Option<Node<'a>> {
    let message = format!("This file has {} bytes, and no more than {MAX_BYTES} are read", text.len());
    errors.report_hiding(rules::TOO_LARGE.at(Span::default(), message).hint(SPLIT_HINT));
    None
}

/// Reads the tree, and returns with it the byte from which errors may cascade from a bracket that has been reported.
fn read<'a>(text: &'a str, arena: &'a Arena, errors: &mut SyntaxErrors<'a>) -> (Option<Node<'a>>, Option<usize>) {
    let mut tokens = lex(text, arena, errors);
    let doubtful_from = brackets::check(text, &mut tokens.list, errors);
    let before = errors.len();
    let mut parser = Parser::new(text, tokens, arena, errors);
    let root = parser.document();
    if let Some(byte) = doubtful_from {
        errors.discard(before, byte);
    }
    // Where only the end of the text is missing, what was read is as it was meant.
    (root, doubtful_from.filter(|_| !errors.complete()))
}

/// Reads values from tokens whose brackets match, but for those open where the tokens end.
pub(super) struct Parser<'a, 'f> {
    text: &'a str,
    tokens: Tokens<'a>,
    /// How many tokens have been read.
    pub(super) at: usize,
    /// How many values have been read.
    values: usize,
    errors: &'f mut SyntaxErrors<'a>,
    pub(super) arena: &'a Arena,
    pub(super) open: OpenGroups<'a>,
}

/// The parts read so far of the groups that are being read, those of the innermost last.
#[derive(Default)]
pub(super) struct OpenGroups<'a> {
    pub(super) items: Vec<Node<'a>>,
    pub(super) entries: Vec<(Node<'a>, Node<'a>)>,
    pub(super) fields: Vec<(Name<'a>, Node<'a>)>,
}

impl<'a, 'f> Parser<'a, 'f> {
    fn new(text: &'a str, tokens: Tokens<'a>, arena: &'a Arena, errors: &'f mut SyntaxErrors<'a>) -> Self {
        Self { text, tokens, at: 0, values: 0, errors, arena, open: OpenGroups::default() }
    }

    fn document(&mut self) -> Option<Node<'a>> {
        attribute::attributes(self);
        self.refuse_signs();
        let start = self.span();
        if self.peek().is_none() {
            self.nothing_here();
            return None;
        }
        if self.at_field() {
            let message = "The content of the file must stand in brackets";
            let hint = "write `(` before it and `)` at the end of the file";
            self.report(rules::MISSING_BRACKETS.at(start, message).hint(hint));
            let fields = self.fields();
            return Some(Node { span: start.to(self.previous()), value: Value::Fields { name: None, fields } });
        }
        if !self.starts_value() {
            let error = rules::SYNTAX.at(start, "The file cannot begin with this");
            self.errors.report_hiding(error.hint(BEGINNING));
            return None;
        }
        let root = self.value();
        self.expect_end();
        Some(root)
    }

    fn nothing_here(&mut self) {
        if self.errors.complete() && self.errors.len() == 0 {
            let end = Span::new(self.text.len(), self.text.len());
            let error = rules::NOTHING_HERE.at(end, "There is nothing in this file");
            self.report(error.hint(BEGINNING));
        }
    }

    fn expect_end(&mut self) {
        while matches!(self.peek(), Some(Kind::Broken)) {
            self.advance();
        }
        if self.peek().is_some() {
            let message = "The scenario has ended, yet more text follows";
            let error = rules::TEXT_AFTER_END.at(self.span(), message).note(self.previous(), "it ends here");
            self.errors.report_hiding(error.hint("delete what follows, or move the closing bracket behind it"));
        }
    }

    /// Reports `#` and `!` after the attributes as stray characters.
    fn refuse_signs(&mut self) {
        for token in self.tokens.list.iter_mut().skip(self.at) {
            if matches!(token.kind, Kind::Hash | Kind::Bang) {
                let note = matches!(token.kind, Kind::Hash);
                token.kind = Kind::Broken;
                let message = "This sign means nothing here";
                let error = rules::STRAY_CHARACTER.at(token.span, message);
                self.errors.report(error.hint(if note { NOTES } else { STRAY_HINT }));
            }
        }
    }

    /// Reports an error, unless it only follows from the tokens having been cut off here.
    pub(super) fn report(&mut self, error: Diagnostic) {
        if self.peek().is_some() || self.errors.complete() {
            self.errors.report(error);
        }
    }

    pub(super) fn peek(&self) -> Option<Kind> {
        self.peek_at(0)
    }

    pub(super) fn peek_at(&self, ahead: usize) -> Option<Kind> {
        self.tokens.list.get(self.at + ahead).map(|token| token.kind).filter(|_| !self.errors.is_full())
    }

    pub(super) fn starts_value(&self) -> bool {
        self.peek().is_some_and(Kind::starts_value)
    }

    pub(super) const fn advance(&mut self) {
        self.at += 1;
    }

    /// The span of the next token; at the end, the empty span after the previous one.
    pub(super) fn span(&self) -> Span {
        self.tokens.list.get(self.at).map_or_else(|| self.after_previous(), |token| token.span)
    }

    /// The span of the previous token.
    pub(super) fn previous(&self) -> Span {
        self.at.checked_sub(1).and_then(|at| self.tokens.list.get(at)).map_or_else(Span::default, |token| token.span)
    }

    /// The empty span after the previous token.
    pub(super) fn after_previous(&self) -> Span {
        let end = self.previous().end();
        Span::new(end, end)
    }

    /// Whether the next token is on another line than the previous one.
    pub(super) fn on_new_line(&self) -> bool {
        self.text.get(self.previous().end()..self.span().start()).is_some_and(|gap| gap.contains('\n'))
    }

    /// The text from the token so many before the next up to the one so many after it.
    pub(super) fn written(&self, before: usize, after: usize) -> Option<(Span, &'a str)> {
        let span = |index: usize| self.tokens.list.get(index).map(|token| token.span);
        let whole = span(self.at.checked_sub(before)?)?.to(span(self.at + after)?);
        Some((whole, self.text.get(whole.start()..whole.end())?))
    }

    /// What kind of token stands so many before the next.
    pub(super) fn behind(&self, before: usize) -> Option<Kind> {
        self.tokens.list.get(self.at.checked_sub(before)?).map(|token| token.kind)
    }

    /// What the next token says, if it is a bare word or a text.
    pub(super) fn says(&self) -> &'a str {
        self.tokens.list.get(self.at).map_or("", |token| self.tokens.says(*token, self.text))
    }

    /// Stops reading.
    fn stop(&mut self) {
        self.tokens.list.truncate(self.at);
    }

    /// Reads the value that begins here; `Broken` if none does.
    pub(super) fn value(&mut self) -> Node<'a> {
        let span = self.span();
        self.values += 1;
        if self.values == MAX_VALUES + 1 {
            self.errors.too_many_values(span);
            self.stop();
        }
        let Some(kind) = self.peek().filter(|kind| kind.starts_value()) else { return self.broken() };
        if let Kind::Open(bracket) = kind {
            return self.group(bracket, None);
        }
        let says = self.says();
        self.advance();
        match kind {
            Kind::PlainText => Node { span, value: Value::Text(says) },
            Kind::Word(raw) => self.word(says, raw, span),
            literal => Node { span, value: self.tokens.literal(literal) },
        }
    }

    /// A broken value in place of one that is absent.
    pub(super) fn broken(&self) -> Node<'a> {
        Node { span: self.after_previous(), value: Value::Broken }
    }

    fn word(&mut self, word: &'a str, raw: Raw, span: Span) -> Node<'a> {
        let known = match word {
            _ if raw == Raw::Yes => None,
            "true" => Some(Value::Bool(true)),
            "false" => Some(Value::Bool(false)),
            "None" => Some(Value::Word(word)),
            text => special(text).map(Value::Float),
        };
        if let Some(value) = known {
            return Node { span, value };
        }
        let is_some = raw == Raw::No && word == "Some";
        if !matches!(self.peek(), Some(Kind::Open(Bracket::Round))) {
            if is_some {
                self.some_value(span);
            }
            return Node { span, value: Value::Word(word) };
        }
        let node = self.group(Bracket::Round, Some(Name { text: word, span }));
        let one = matches!(&node.value, Value::Tuple { items, .. } if items.len() == 1);
        if is_some && !one {
            self.some_value(span);
        }
        node
    }

    fn some_value(&mut self, span: Span) {
        self.report(
            rules::SOME_VALUE
                .at(span, "`Some` needs exactly one value in its brackets")
                .hint("write `Some(value)`, or leave the field out"),
        );
    }
}
