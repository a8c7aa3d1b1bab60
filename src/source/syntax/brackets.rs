//! Checks that brackets match before anything is built on them, and finds where one is missing.

use crate::source::diagnostics::Diagnostic;
use crate::source::limits::MAX_DEPTH;
use crate::source::span::Span;

use super::errors::{HIDES_THE_REST, SyntaxErrors};
use super::missing_opening;
use super::rules;
use super::token::{Bracket, Kind, Token};

const NO_OPENING: &str = "This closing bracket has no opening one";

/// A bracket that is not closed yet.
#[derive(Clone, Copy)]
struct Open {
    bracket: Bracket,
    token: usize,
    /// How far the line that it is on is indented, in bytes.
    indent: usize,
}

/// A bracket that, by the indentation, was meant to be closed before `closer` closed it.
#[derive(Clone, Copy)]
struct Suspect {
    open: Open,
    closer: usize,
}

/// Makes the brackets match: repairs the tokens where that is safe, else truncates them where they can no longer
/// be trusted. After that they match, but for those open at the end. Returns the byte from which errors may
/// cascade from a bracket that has been reported.
pub(super) fn check(text: &str, tokens: &mut Vec<Token>, errors: &mut SyntaxErrors<'_>) -> Option<usize> {
    let mut state = BracketState::default();
    let mut lines = Lines::default();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        let begins_line = lines.begins_line(text, token.span);
        match token.kind {
            Kind::Open(_) if state.open.len() == MAX_DEPTH => {
                too_deep(token.span, errors);
                tokens.truncate(index);
            }
            Kind::Open(bracket) => state.open.push(Open { bracket, token: index, indent: lines.indent }),
            Kind::Close(bracket) => match state.open.last().copied() {
                None => return Some(extra_closing(tokens, index, state.outermost, errors)),
                Some(top) if top.bracket == bracket => {
                    state.close(tokens, top, index, begins_line.then_some(lines.indent));
                }
                // The bracket put in is before this one, which closes it.
                Some(top) if missing_opening::put_in(text, tokens, (top.token, index), state.brackets(), errors) => {
                    index += 1;
                }
                // A repaired token is looked at again.
                Some(_) if repair(tokens, index, &state.open, errors) => continue,
                Some(top) => {
                    let suspect = state.suspect.unwrap_or(Suspect { open: top, closer: index });
                    return Some(unclosed(text, tokens, suspect, errors));
                }
            },
            _ => {}
        }
        index += 1;
    }
    let top = state.open.last().copied().filter(|_| errors.complete())?;
    match state.suspect {
        Some(suspect) => Some(unclosed(text, tokens, suspect, errors)),
        None => Some(open_at_end(text, tokens, top, errors)),
    }
}

/// The brackets seen so far.
#[derive(Default)]
struct BracketState {
    open: Vec<Open>,
    suspect: Option<Suspect>,
    /// The first pair of brackets that is in no other: the opening and the closing token.
    outermost: Option<(usize, usize)>,
}

impl BracketState {
    fn brackets(&self) -> Vec<Bracket> {
        self.open.iter().map(|open| open.bracket).collect()
    }

    /// Closes `top`. `indent` is that of the line that the closing bracket begins, if it begins one.
    fn close(&mut self, tokens: &[Token], top: Open, index: usize, indent: Option<usize>) {
        if self.suspect.is_none() && indent.is_some_and(|indent| indent < top.indent) {
            self.suspect = Some(Suspect { open: top, closer: index });
        }
        self.open.pop();
        if self.open.is_empty() && self.outermost.is_none() && !is_attribute(tokens, top.token) {
            self.outermost = Some((top.token, index));
        }
    }
}

/// Tracks the lines of tokens.
#[derive(Default)]
struct Lines {
    start: usize,
    /// How far the line is indented, in bytes.
    indent: usize,
    /// Where the last token ended.
    end: usize,
}

impl Lines {
    /// Advances to the next token, and returns whether it is the first of its line.
    fn begins_line(&mut self, text: &str, token: Span) -> bool {
        let gap = text.as_bytes().get(self.end..token.start()).unwrap_or_default();
        let newline = gap.iter().rposition(|byte| *byte == b'\n');
        if let Some(at) = newline {
            self.start = self.end + at + 1;
            self.indent = token.start() - self.start;
        }
        self.end = token.end();
        newline.is_some()
    }
}

pub(super) fn span(tokens: &[Token], index: usize) -> Span {
    tokens.get(index).map_or(Span::default(), |token| token.span)
}

fn too_deep(span: Span, errors: &mut SyntaxErrors<'_>) {
    let message = format!("This bracket stands inside {MAX_DEPTH} others, and no more than that are read");
    errors.report_hiding(
        rules::TOO_DEEP.at(span, message).hint("a scenario needs about ten; look for brackets that are never closed"),
    );
}

/// Whether the bracket is that of an attribute, `#![…]`.
fn is_attribute(tokens: &[Token], opener: usize) -> bool {
    opener.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| matches!(token.kind, Kind::Bang))
}

/// Reports a closing bracket while none is open, truncates the tokens there or where the text seems to end, and
/// returns the byte from which errors may cascade. `outermost` is the first pair that is in no other.
fn extra_closing(
    tokens: &mut Vec<Token>,
    index: usize,
    outermost: Option<(usize, usize)>,
    errors: &mut SyntaxErrors<'_>,
) -> usize {
    let here = span(tokens, index);
    let holds_all = |opener: usize| {
        let before = tokens.get(..opener).unwrap_or_default();
        !before.iter().any(|token| {
            matches!(token.kind, Kind::Colon | Kind::Comma | Kind::PlainText | Kind::Text(_) | Kind::Literal(_))
        })
    };
    let Some((opener, closer)) = outermost.filter(|&(opener, closer)| closer + 1 < index && holds_all(opener)) else {
        let error = rules::EXTRA_BRACKET
            .at(here, NO_OPENING)
            .hint("delete it, or look for an opening bracket that is missing before it");
        if index + 1 < tokens.len() {
            errors.report_hiding(error);
        } else {
            errors.report(error);
        }
        tokens.truncate(index);
        return outermost.filter(|&(_, closer)| closer + 1 == index).map_or(0, |_| here.start());
    };
    let message = "This bracket closes the whole, yet the text goes on after it";
    let end = span(tokens, closer);
    errors.report_hiding(
        rules::EXTRA_BRACKET
            .at(end, message)
            .note(span(tokens, opener), "it closes the bracket opened here")
            .note(here, "so nothing is left for this one to close")
            .hint("there is one closing bracket too many here or before: delete it"),
    );
    tokens.truncate(closer + 1);
    end.start()
}

/// Repairs a closing bracket of the wrong kind, or removes one too many, if then all the rest matches.
fn repair(tokens: &mut Vec<Token>, index: usize, open: &[Open], errors: &mut SyntaxErrors<'_>) -> bool {
    let stack: Vec<Bracket> = open.iter().map(|open| open.bracket).collect();
    let Some((&top, outer)) = stack.split_last() else { return false };
    let here = span(tokens, index);
    let opener = open.last().map_or(here, |open| span(tokens, open.token));
    let note = format!("the bracket open here is a `{}`", top.open());
    let rest = tokens.get(index + 1..).unwrap_or_default();
    if matches(outer.to_vec(), rest) {
        let message = format!("This bracket should be a `{}`", top.close());
        let hint = format!("write `{}` here", top.close());
        errors.report(rules::WRONG_BRACKET.at(here, message).note(opener, note).hint(hint));
        if let Some(token) = tokens.get_mut(index) {
            token.kind = Kind::Close(top);
        }
        return true;
    }
    if matches(stack, rest) {
        errors.report(rules::EXTRA_BRACKET.at(here, NO_OPENING).note(opener, note).hint("delete it"));
        tokens.remove(index);
        return true;
    }
    false
}

/// Whether the brackets in `rest` close all that are open and each other.
pub(super) fn matches(mut open: Vec<Bracket>, rest: &[Token]) -> bool {
    for token in rest {
        match token.kind {
            Kind::Open(bracket) => open.push(bracket),
            Kind::Close(bracket) if open.pop() != Some(bracket) => return false,
            _ => {}
        }
    }
    open.is_empty()
}

/// Reports a bracket that should have been closed before the suspect's closing one, truncates the tokens where it was
/// most likely meant to be closed, and returns the byte from which errors may cascade.
fn unclosed(text: &str, tokens: &mut Vec<Token>, suspect: Suspect, errors: &mut SyntaxErrors<'_>) -> usize {
    let line = next_of_its_kind(text, tokens, suspect);
    let (at, what) = line.map_or((suspect.closer, "bracket"), |line| (line, "line"));
    let (opener, end) = (span(tokens, suspect.open.token), span(tokens, at));
    let message = format!("A `{}` is missing before this {what}", suspect.open.bracket.close());
    errors.report_hiding(not_closed(suspect.open.bracket, opener, end, message));
    tokens.truncate(at);
    if line.is_some() { end.start() } else { opener.start() }
}

/// The first line within the suspect bracket that is indented no more than the line it was opened on: most likely the
/// next scene or choice, before which the bracket was meant to be closed. `None` where there is none, and where
/// indentation tells nothing.
fn next_of_its_kind(text: &str, tokens: &[Token], suspect: Suspect) -> Option<usize> {
    let first = suspect.open.token + 1;
    let mut lines = Lines { end: span(tokens, suspect.open.token).end(), ..Lines::default() };
    let mut indented = false;
    for (index, token) in tokens.iter().enumerate().take(suspect.closer).skip(first) {
        if !lines.begins_line(text, token.span) {
            // What begins beside its bracket is indented with it.
            indented |= index == first && suspect.open.indent > 0;
        } else if lines.indent > suspect.open.indent {
            indented = true;
        } else {
            return indented.then_some(index);
        }
    }
    None
}

/// Reports the innermost bracket that is open at the end of the text, and returns the byte from which errors may
/// cascade.
fn open_at_end(text: &str, tokens: &[Token], top: Open, errors: &mut SyntaxErrors<'_>) -> usize {
    let opener = span(tokens, top.token);
    let end = text.trim_end().len();
    let message = format!("The text ends, and a `{}` is missing", top.bracket.close());
    errors.report(not_closed(top.bracket, opener, Span::new(end, end), message).hint(HIDES_THE_REST));
    opener.start()
}

fn not_closed(bracket: Bracket, opener: Span, at: Span, message: String) -> Diagnostic {
    let (open, close) = (bracket.open(), bracket.close());
    rules::UNCLOSED_BRACKET
        .at(at, message)
        .note(opener, format!("this `{open}` is not closed"))
        .hint(format!("write `{close}` where what began with that `{open}` ends"))
}
