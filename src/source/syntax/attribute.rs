//! Attributes at the top of a text: `#![enable(implicit_some)]`.

use super::parse::Parser;
use super::rules;
use super::token::{Bracket, Kind, Raw};

const EXTENSIONS: [&str; 4] = ["unwrap_newtypes", "implicit_some", "unwrap_variant_newtypes", "explicit_struct_names"];

/// Reads all attributes. None changes the tree, which is the same whether they are there or not.
pub(super) fn attributes(parser: &mut Parser<'_, '_>) {
    while matches!(parser.peek(), Some(Kind::Hash)) {
        parser.advance();
        if attribute(parser).is_none() {
            skip(parser);
        }
    }
}

/// Reports what cannot be read, and goes on after the attribute.
fn skip(parser: &mut Parser<'_, '_>) {
    parser.report(
        rules::BAD_ATTRIBUTE
            .at(parser.span(), "This attribute cannot be read")
            .hint("a scenario needs none: delete the line that begins with `#`"),
    );
    while parser.peek().is_some_and(|kind| !matches!(kind, Kind::Close(Bracket::Square))) {
        parser.advance();
    }
    parser.advance();
}

fn eat(parser: &mut Parser<'_, '_>, matches: impl Fn(Kind) -> bool) -> Option<()> {
    parser.peek().filter(|kind| matches(*kind))?;
    parser.advance();
    Some(())
}

fn eat_text(parser: &mut Parser<'_, '_>) -> Option<()> {
    parser.peek().filter(|kind| kind.is_text())?;
    parser.advance();
    Some(())
}

/// Reads what follows the `#`; `None` at the first token that should not be there.
fn attribute(parser: &mut Parser<'_, '_>) -> Option<()> {
    eat(parser, |kind| matches!(kind, Kind::Bang))?;
    eat(parser, |kind| matches!(kind, Kind::Open(Bracket::Square)))?;
    let enable = match (parser.peek()?, parser.says()) {
        (Kind::Word(Raw::No), "enable") => true,
        (Kind::Word(Raw::No), "type" | "schema") => false,
        _ => return None,
    };
    parser.advance();
    if enable {
        extensions(parser)?;
    } else {
        eat(parser, |kind| matches!(kind, Kind::Equals))?;
        eat_text(parser)?;
    }
    eat(parser, |kind| matches!(kind, Kind::Close(Bracket::Square)))
}

fn extensions(parser: &mut Parser<'_, '_>) -> Option<()> {
    eat(parser, |kind| matches!(kind, Kind::Open(Bracket::Round)))?;
    loop {
        let known = EXTENSIONS.contains(&parser.says());
        eat(parser, |kind| known && matches!(kind, Kind::Word(_)))?;
        let comma = eat(parser, |kind| matches!(kind, Kind::Comma)).is_some();
        if !comma || !matches!(parser.peek()?, Kind::Word(_)) {
            break;
        }
    }
    eat(parser, |kind| matches!(kind, Kind::Close(Bracket::Round)))
}
