//! Numbers: whole or not, in four bases, with signs, underscores and suffixes, as `ron` reads them.

use super::lex::{is_word_character, run};
use super::tree::Value;

/// The number at the start of `text` and its length in bytes; `None` if there is none.
pub(super) fn number(text: &str) -> Option<(Value<'static>, usize)> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let signed = unsigned.len() < text.len();
    let negative = text.starts_with('-');
    let word = run(unsigned, is_word_character);
    if let Some(special) = special(word).filter(|_| signed) {
        return Some((Value::Float(if negative { -special } else { special }), 1 + word.len()));
    }
    for (prefix, base) in [("0b", 2), ("0o", 8), ("0x", 16)] {
        if let Some(digits) = unsigned.strip_prefix(prefix) {
            let (value, length) = in_base(digits, base, negative)?;
            return Some((value, usize::from(signed) + prefix.len() + length));
        }
    }
    decimal(text, unsigned)
}

/// The value of `inf` or `NaN`, with or without a suffix.
pub(super) fn special(word: &str) -> Option<f64> {
    match word {
        "inf" | "inff32" | "inff64" => Some(f64::INFINITY),
        "NaN" | "NaNf32" | "NaNf64" => Some(f64::NAN),
        _ => None,
    }
}

/// The digits after `0b`, `0o` or `0x`, with their suffix.
fn in_base(text: &str, base: u32, negative: bool) -> Option<(Value<'static>, usize)> {
    let digits = run(text, |c| c.is_ascii_hexdigit() || c == '_');
    if digits.is_empty() || digits.starts_with('_') {
        return None;
    }
    let mut sum: i128 = 0;
    for digit in digits.chars().filter(|&c| c != '_') {
        // Capped far beyond 64 bits, but so that the next step cannot overflow 128.
        sum = (sum * i128::from(base) + i128::from(digit.to_digit(base)?)).min(i128::MAX >> 8);
    }
    let suffix = run(text.get(digits.len()..)?, is_word_character);
    let sum = if negative { -sum } else { sum };
    let (low, high) = bounds(suffix).unwrap_or_else(|| default_bounds(negative));
    let length = digits.len() + if bounds(suffix).is_some() { suffix.len() } else { 0 };
    (low <= sum && sum <= high).then(|| (integer(sum), length))
}

/// A decimal number, whole or not, with its suffix.
fn decimal(text: &str, unsigned: &str) -> Option<(Value<'static>, usize)> {
    let written = run(text, |c| c.is_ascii_digit() || matches!(c, 'e' | 'E' | '.' | '+' | '-' | '_'));
    let written = written.find("..").and_then(|end| written.get(..end)).unwrap_or(written);
    let digits = without_underscores(written)?;
    let suffix = run(text.get(written.len()..)?, is_word_character);
    let suffixed = written.len() + suffix.len();
    let whole = run(unsigned, |c| c.is_ascii_digit() || c == '_').len() + text.len() - unsigned.len() == written.len();
    if whole && let Some((low, high)) = bounds(suffix) {
        let value = digits.parse().ok().filter(|value| (low..=high).contains(value))?;
        return Some((integer(value), suffixed));
    }
    match suffix {
        "f32" => return Some((Value::Float(digits.parse::<f32>().ok()?.into()), suffixed)),
        "f64" => return Some((Value::Float(digits.parse().ok()?), suffixed)),
        _ => {}
    }
    let (low, high) = default_bounds(text.starts_with('-'));
    let whole_number = digits.parse().ok().filter(|value| whole && (low..=high).contains(value));
    let value = whole_number.map(integer).or_else(|| digits.parse().ok().map(Value::Float))?;
    Some((value, written.len()))
}

/// A whole number that 64 bits can hold.
fn integer(number: i128) -> Value<'static> {
    let large = || u64::try_from(number).map_or(Value::Broken, Value::Large);
    i64::try_from(number).map_or_else(|_| large(), Value::Integer)
}

/// The number without its underscores; `None` where one is not allowed.
fn without_underscores(written: &str) -> Option<String> {
    let mut digits = String::with_capacity(written.len());
    let mut allowed = false;
    for c in written.chars() {
        match c {
            '_' if allowed => continue,
            '_' => return None,
            '.' => allowed = false,
            '+' | '-' => {}
            _ => allowed = true,
        }
        digits.push(c);
    }
    Some(digits)
}

/// The least and the greatest number that a suffix allows.
fn bounds(suffix: &str) -> Option<(i128, i128)> {
    Some(match suffix {
        "i8" => (i8::MIN.into(), i8::MAX.into()),
        "i16" => (i16::MIN.into(), i16::MAX.into()),
        "i32" => (i32::MIN.into(), i32::MAX.into()),
        "i64" => (i64::MIN.into(), i64::MAX.into()),
        "u8" => (0, u8::MAX.into()),
        "u16" => (0, u16::MAX.into()),
        "u32" => (0, u32::MAX.into()),
        "u64" => (0, u64::MAX.into()),
        _ => return None,
    })
}

/// The least and the greatest whole number without a suffix.
fn default_bounds(negative: bool) -> (i128, i128) {
    if negative { (i64::MIN.into(), 0) } else { (0, u64::MAX.into()) }
}
