//! Mutates a text by exchanging words of the same kind, so that it often still is a scenario.

use std::ops::Range;

/// The kinds of words that are exchanged.
const KINDS: [fn(&str) -> bool; 3] = [is_number, is_id, is_word];

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// `"sit-down"`, with its quotes.
fn is_id(word: &str) -> bool {
    let id = word.strip_prefix('"').and_then(|word| word.strip_suffix('"'));
    id.is_some_and(|id| id.starts_with(|sign: char| sign.is_ascii_lowercase()) && !id.contains([' ', ',']))
}

fn is_word(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
}

/// `text` with one change for every five bytes: the kind of word (1 byte), which word is replaced (2) and by which
/// other (2). Only words after `patient:` count, where conditions, feelings and scenes are.
pub(super) fn mutated(text: &str, changes: &[u8]) -> String {
    let words = words(text);
    let kinds: Vec<Vec<Range<usize>>> =
        KINDS.iter().map(|is| words.iter().filter(|word| is(&text[(*word).clone()])).cloned().collect()).collect();
    let mut replacements: Vec<(Range<usize>, &str)> = Vec::new();
    for change in changes.chunks_exact(5) {
        let kind = &kinds[usize::from(change[0]) % kinds.len()];
        let nth = |high: u8, low: u8| kind.get(usize::from(u16::from_be_bytes([high, low])) % kind.len().max(1));
        if let Some((range, word)) = nth(change[1], change[2]).zip(nth(change[3], change[4])) {
            replacements.push((range.clone(), &text[word.clone()]));
        }
    }
    replacements.sort_by_key(|(range, _)| range.start);
    replacements.dedup_by_key(|(range, _)| range.start);
    let mut mutated = String::with_capacity(text.len());
    let mut done = 0;
    for (range, word) in replacements {
        mutated += &text[done..range.start];
        mutated += word;
        done = range.end;
    }
    mutated + &text[done..]
}

/// The words of a text: quoted texts, and runs of letters, digits and `_` outside them.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut at = text.find("patient:").unwrap_or(0);
    while let Some(sign) = text[at..].chars().next() {
        let length = if sign == '"' {
            text[at + 1..].find('"').map_or(text.len() - at, |end| end + 2)
        } else if sign.is_ascii_alphanumeric() {
            let end = |sign: char| !(sign.is_ascii_alphanumeric() || sign == '_');
            text[at..].find(end).unwrap_or(text.len() - at)
        } else {
            at += sign.len_utf8();
            continue;
        };
        words.push(at..at + length);
        at += length;
    }
    words
}
