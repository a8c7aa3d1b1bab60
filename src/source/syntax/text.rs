//! The contents of string literals: escapes, continued lines, raw texts.

use crate::source::span::Span;

/// Whether `\x80` and above stand for bytes, or must together make up a character.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Bytes,
    Characters,
}

/// A text between quotation marks.
pub(super) struct Quoted {
    /// What it says; `None` where that is exactly what is between the marks.
    pub(super) escaped: Option<Vec<u8>>,
    /// One past its closing quotation mark.
    pub(super) end: usize,
    /// The first escape that is not valid, and what is wrong with it.
    pub(super) bad: Option<(Span, &'static str)>,
}

pub(super) enum Escaped {
    Byte(u8),
    Character(char),
}

/// Reads a text from `start`, just after its opening quotation mark; `None` if there is no closing one.
pub(super) fn quoted(text: &str, start: usize, encoding: Encoding) -> Option<Quoted> {
    let mut found = Quoted { escaped: None, end: start, bad: None };
    loop {
        let rest = text.get(found.end..)?;
        let stop = memchr::memchr2(b'"', b'\\', rest.as_bytes())?;
        let at = found.end + stop;
        let after = rest.get(stop + 1..)?;
        found.end = at + 1;
        let closed = rest.get(stop..)?.starts_with('"');
        if closed && found.escaped.is_none() {
            return Some(found);
        }
        let bytes = found.escaped.get_or_insert_default();
        bytes.extend_from_slice(rest.get(..stop)?.as_bytes());
        if closed {
            return Some(found);
        }
        if let Some(skipped) = continued_line(after) {
            found.end += skipped;
            continue;
        }
        match escape(after, encoding) {
            Ok((escaped, length)) => {
                push(bytes, &escaped);
                found.end += length;
            }
            Err(why) => {
                let letter = after.chars().next().filter(|&c| c != '"').map_or(0, char::len_utf8);
                found.bad.get_or_insert((Span::new(at, at + 1 + letter), why));
                bytes.push(b'\\');
            }
        }
    }
}

/// Reads a raw text from its hashes on: the span of its content, and where it ends; `Err(true)` if only its end is
/// missing, `Err(false)` if it is no raw text.
pub(super) fn raw(text: &str, start: usize) -> Result<(Span, usize), bool> {
    let rest = text.get(start..).unwrap_or_default();
    let inside = rest.trim_start_matches('#');
    let hashes = rest.len() - inside.len();
    let inside = inside.strip_prefix('"').ok_or(false)?;
    let close = format!("\"{}", "#".repeat(hashes));
    let length = inside.find(&close).ok_or(true)?;
    let content = Span::new(start + hashes + 1, start + hashes + 1 + length);
    Ok((content, content.end() + close.len()))
}

/// The length of a line break and the white space after it, which a backslash before them hides.
fn continued_line(after: &str) -> Option<usize> {
    let rest = after.strip_prefix("\r\n").or_else(|| after.strip_prefix('\n'))?;
    Some(after.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len())
}

fn push(bytes: &mut Vec<u8>, escaped: &Escaped) {
    match *escaped {
        Escaped::Byte(byte) => bytes.push(byte),
        Escaped::Character(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
    }
}

/// What the escape after a backslash stands for, and its length without the backslash; or what is wrong with it.
pub(super) fn escape(after: &str, encoding: Encoding) -> Result<(Escaped, usize), &'static str> {
    let byte = match after.chars().next() {
        Some('n') => b'\n',
        Some('r') => b'\r',
        Some('t') => b'\t',
        Some('0') => b'\0',
        Some(same @ ('\\' | '"' | '\'')) if same.is_ascii() => u8::try_from(same).unwrap_or_default(),
        Some('x') => return hexadecimal(after, encoding),
        Some('u') => return unicode(after),
        _ => return Err("a backslash has a special meaning in a text, and this is none that exists"),
    };
    Ok((Escaped::Byte(byte), 1))
}

/// `x41`; or `xC3\xA9`, bytes that together make up one character.
fn hexadecimal(after: &str, encoding: Encoding) -> Result<(Escaped, usize), &'static str> {
    const WHY: &str = "`\\x` needs two hexadecimal digits that stand for a character";
    let mut bytes = Vec::new();
    for (at, lead) in [(0, "x"), (3, "\\x"), (7, "\\x"), (11, "\\x")] {
        let digits = after.get(at..).and_then(|rest| rest.strip_prefix(lead)).and_then(|rest| rest.get(..2));
        let digits = digits.filter(|digits| digits.chars().all(|c| c.is_ascii_hexdigit())).ok_or(WHY)?;
        let byte = u8::from_str_radix(digits, 16).map_err(|_| WHY)?;
        if encoding == Encoding::Bytes {
            return Ok((Escaped::Byte(byte), 3));
        }
        bytes.push(byte);
        if let Some(c) = std::str::from_utf8(&bytes).ok().and_then(|read| read.chars().next()) {
            return Ok((Escaped::Character(c), at + lead.len() + 2));
        }
    }
    Err(WHY)
}

/// `u{1F600}`
fn unicode(after: &str) -> Result<(Escaped, usize), &'static str> {
    const WHY: &str = "`\\u` needs one to six hexadecimal digits in curly brackets that stand for a character";
    let rest = after.strip_prefix("u{").ok_or(WHY)?;
    let length = rest.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    let digits = rest.get(..length).ok_or(WHY)?;
    rest.get(length..).filter(|rest| rest.starts_with('}')).ok_or(WHY)?;
    let c = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).ok_or(WHY)?;
    Ok((Escaped::Character(c), length + 3))
}
