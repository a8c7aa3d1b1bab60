//! Finds where a round bracket was never opened: `"arrival": patient: "Hello.", … ),`.

use crate::source::span::Span;

use super::brackets::{matches, span};
use super::errors::SyntaxErrors;
use super::rules;
use super::token::{Bracket, Kind, Token};

/// Puts in the round bracket that the closing one at `index` lacks, reports it, and returns whether it could: whether
/// fields without a bracket begin an entry of the map or the list that was opened at `opener`, and all the rest then
/// matches. `open` are the brackets open here, the innermost last.
pub(super) fn put_in(
    text: &str,
    tokens: &mut Vec<Token>,
    (opener, index): (usize, usize),
    open: Vec<Bracket>,
    errors: &mut SyntaxErrors<'_>,
) -> bool {
    if !matches!(tokens.get(index).map(|token| token.kind), Some(Kind::Close(Bracket::Round))) {
        return false;
    }
    let of_map = open.last() == Some(&Bracket::Curly);
    let rest = tokens.get(index + 1..).unwrap_or_default();
    let Some(at) = entry_without_bracket(tokens.get(..index).unwrap_or_default(), opener, of_map) else { return false };
    if !matches(open, rest) {
        return false;
    }
    // An entry of a map follows its key and a colon, an entry of a list whatever came before.
    let key = at.checked_sub(2).filter(|_| of_map).map(|key| span(tokens, key));
    let (place, named) = match key {
        Some(key) => ("after", key),
        None => ("before", span(tokens, at)),
    };
    let written = text.get(named.start()..named.end()).unwrap_or_default();
    let message = format!("A `(` is missing {place} `{written}:`");
    errors.report(rules::MISSING_OPENING.at(named, message).hint("write `(` there"));
    let before = span(tokens, at).start();
    tokens.insert(at, Token { kind: Kind::Open(Bracket::Round), span: Span::new(before, before) });
    true
}

/// The index of the name of the first field that stands without a bracket where an entry of the group should.
fn entry_without_bracket(tokens: &[Token], opener: usize, of_map: bool) -> Option<usize> {
    let kind = |index: usize| tokens.get(index).map(|token| token.kind);
    let mut depth = 0_usize;
    for index in opener + 1..tokens.len() {
        match kind(index)? {
            Kind::Open(_) => depth += 1,
            Kind::Close(_) => depth = depth.checked_sub(1)?,
            Kind::Word(_) if depth == 0 && matches!(kind(index + 1), Some(Kind::Colon)) => {
                let follows = match kind(index - 1)? {
                    Kind::Colon => of_map && kind(index.checked_sub(2)?)?.is_text(),
                    Kind::Open(_) | Kind::Comma => !of_map,
                    _ => false,
                };
                if follows {
                    return Some(index);
                }
            }
            _ => {}
        }
    }
    None
}
