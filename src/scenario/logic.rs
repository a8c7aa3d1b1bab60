//! Conditions as other languages write them, such as `trust >= 62 && !Flag("told")`.

use crate::source::{Diagnostic, Source, Span};

use super::comparison::comparison;
use super::document::condition_shape;
use super::rules;

/// The most of a text that is looked at on either side of a mistake, in bytes: more than a condition needs.
const REACH: usize = 400;

/// Puts what to write in the place of each syntax error in a condition of another language, and leaves out those that
/// follow from it.
pub(super) fn told_as_conditions(source: &Source, errors: &mut Vec<Diagnostic>) {
    let mut told: Option<Span> = None;
    errors.retain_mut(|error| {
        let at = error.span.start();
        if told.is_some_and(|told| told.start() <= at && at < told.end()) {
            return false;
        }
        if let Some((span, condition)) = translated(source.text(), at) {
            let written = source.text().get(span.start()..span.end()).unwrap_or_default();
            let message = format!("`{}` is not how a condition is written", one_line(written));
            *error = rules::CONDITION_SHAPE.at(span, message).hint(format!("write `{condition}`"));
            told = Some(span);
        }
        true
    });
}

/// What stands around this byte, and the condition that says the same: all of it up to the nearest comma, colon or
/// bracket, or else what of that is on the byte's line.
fn translated(text: &str, byte: usize) -> Option<(Span, String)> {
    let before = text.get(text.ceil_char_boundary(byte.saturating_sub(REACH))..byte)?;
    let after = text.get(byte..text.floor_char_boundary(byte + REACH))?;
    let (before, after) = (before.get(begin(before)..)?, after.get(..end(after))?);
    let line = |text: &str| text.rfind('\n').map_or(0, |at| at + 1);
    let narrower = (before.get(line(before)..)?, after.get(..after.find('\n').unwrap_or(after.len()))?);
    [(before, after), narrower].into_iter().find_map(|(before, after)| {
        let whole = Span::new(byte - before.len(), byte + after.len());
        let written = text.get(whole.start()..whole.end())?;
        let start = whole.start() + (written.len() - written.trim_start().len());
        let written = written.trim();
        let condition = condition(written).filter(|condition| condition != written)?;
        Some((Span::new(start, start + written.len()), condition))
    })
}

/// The characters of a text outside quotation marks, each with its byte.
fn outside_quotes(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quoted = false;
    text.char_indices().filter(move |&(_, c)| {
        quoted ^= c == '"';
        !quoted && c != '"'
    })
}

/// Where the condition begins that ends with this text.
fn begin(before: &str) -> usize {
    let mut depth = 0_usize;
    let (mut quoted, mut begins) = (false, 0);
    for (at, c) in before.char_indices().rev() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            ')' | ']' | '}' => depth += 1,
            '(' | '[' | '{' if depth > 0 => depth -= 1,
            '(' | '[' | '{' => return at + 1,
            ',' | ':' if depth == 0 => return at + 1,
            _ => {}
        }
        begins = at;
    }
    begins
}

/// Where the condition ends that begins with this text.
fn end(after: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in outside_quotes(after) {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth > 0 => depth -= 1,
            ')' | ']' | '}' => return at,
            ',' | ':' if depth == 0 => return at,
            _ => {}
        }
    }
    after.len()
}

/// Where the brackets are closed that were opened just before this text.
fn end_of_brackets(inside: &str) -> usize {
    let mut depth = 1_usize;
    let closed = outside_quotes(inside).find(|&(_, c)| {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    closed.map_or(inside.len(), |(at, _)| at)
}

/// The condition that says the same; `None` where some part of it is none.
fn condition(written: &str) -> Option<String> {
    let written = written.trim();
    for (operators, name) in [(["||", "|", "or"], "Any"), (["&&", "&", "and"], "All")] {
        let parts = parts(written, &operators);
        if parts.len() > 1 {
            let parts = parts.into_iter().map(condition).collect::<Option<Vec<_>>>()?;
            return Some(format!("{name}({})", parts.join(", ")));
        }
    }
    if let Some(denied) = denied(written) {
        return Some(format!("Not({})", condition(denied)?));
    }
    if let Some(inner) = written.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return condition(inner);
    }
    comparison(written).or_else(|| is_whole(written).then(|| written.to_owned()))
}

/// What is denied by a sign or a word before it.
fn denied(written: &str) -> Option<&str> {
    if let Some(rest) = written.strip_prefix('!') {
        return Some(rest);
    }
    let (word, rest) = written.split_once(char::is_whitespace)?;
    word.eq_ignore_ascii_case("not").then_some(rest)
}

/// The parts that signs or words between them join, outside brackets and quotation marks.
fn parts<'a>(written: &'a str, operators: &[&str]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut depth, mut from) = (0_usize, 0);
    for (at, c) in outside_quotes(written) {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ if depth > 0 || at < from => {}
            _ => {
                if let Some(length) = operators.iter().find_map(|operator| operator_at(written, at, operator)) {
                    parts.extend(written.get(from..at));
                    from = at + length;
                }
            }
        }
    }
    parts.extend(written.get(from..));
    parts
}

/// The length of an operator that stands at this byte: a word only where it stands by itself.
fn operator_at(written: &str, at: usize, operator: &str) -> Option<usize> {
    let found = written.get(at..at + operator.len())?;
    if operator.starts_with(|c: char| c.is_ascii_alphabetic()) {
        let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '-');
        let before = written.get(..at)?.chars().next_back();
        let after = written.get(at + operator.len()..)?.chars().next();
        return (found.eq_ignore_ascii_case(operator) && ends(before) && ends(after)).then_some(operator.len());
    }
    (found == operator).then_some(operator.len())
}

/// Whether it is one condition as the format writes it, at a glance: its name, and perhaps brackets up to its end.
fn is_whole(written: &str) -> bool {
    let name = written.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let rest = written.get(name.len()..).unwrap_or_default().trim_start();
    let bracketed = rest.strip_prefix('(').map(|rest| end_of_brackets(rest) + 1 == rest.len());
    condition_shape(name).is_some() && bracketed.unwrap_or(rest.is_empty())
}

fn one_line(written: &str) -> String {
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::translated;

    #[test]
    fn what_other_languages_write_is_said_as_a_condition() {
        for (written, condition) in [
            ("trust >= 62", Some("AtLeast(trust, 62)")),
            ("62 > trust", Some("Below(trust, 62)")),
            (r#"Flag("a-b") && From("16:55")"#, Some(r#"All(Flag("a-b"), From("16:55"))"#)),
            (r#"Flag("a") && Flag("b") and Recovering"#, Some(r#"All(Flag("a"), Flag("b"), Recovering)"#)),
            (r#"Flag("a") || trust < 30 && Recovering"#, Some(r#"Any(Flag("a"), All(Below(trust, 30), Recovering))"#)),
            (r#"!Flag("a")"#, Some(r#"Not(Flag("a"))"#)),
            (r#"not Flag("a")"#, Some(r#"Not(Flag("a"))"#)),
            (r#"!(Flag("a") or Recovering)"#, Some(r#"Not(Any(Flag("a"), Recovering))"#)),
            ("Recovering\n            & Stage(crisis)", Some("All(Recovering, Stage(crisis))")),
            ("Salt and pepper", None),
            ("Recovering &&", None),
            ("trust && Recovering", None),
            (r#"Flag("a") && Nothing"#, None),
            ("Recovering", None),
        ] {
            for text in [written.to_owned(), format!("(when: {written}, to: \"ü\")"), format!("All({written})")] {
                let found_at = [" >", ">", " &", " |", "!", " and", " or", "not"];
                let at =
                    found_at.iter().find_map(|sign| text.find(sign)).unwrap_or_else(|| text.find('R').unwrap_or(0));
                let found = translated(&text, at);
                assert_eq!(found.as_ref().map(|(_, condition)| condition.as_str()), condition, "{text}");
                let span = found.map(|(span, _)| &text[span.start()..span.end()]);
                assert_eq!(span, condition.map(|_| written), "{text}");
            }
        }
        let next_field = "when: trust > 5\nto: \"x\"";
        let found = translated(next_field, 12).map(|(_, condition)| condition);
        assert_eq!(found.as_deref(), Some("AtLeast(trust, 6)"));
    }
}
