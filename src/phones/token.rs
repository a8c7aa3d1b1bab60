//! What a participant's phone is known by.

use std::fmt;

use sha2::{Digest, Sha256};

/// A random number of 128 bits. The desk keeps its hash alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 16]);

/// The hash of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TokenHash([u8; 32]);

impl Token {
    /// A token from the system's random source.
    ///
    /// # Errors
    /// Where the system has no random numbers to give.
    pub fn draw() -> Result<Self, getrandom::Error> {
        let mut token = [0; 16];
        getrandom::fill(&mut token)?;
        Ok(Self(token))
    }

    /// The token of a text of 32 hexadecimal digits; `None` for any other.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        bytes(text).map(Self)
    }

    pub(super) fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0).into())
    }
}

impl TokenHash {
    pub(super) fn parse(text: &str) -> Option<Self> {
        bytes(text).map(Self)
    }
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    let mut bytes = [0; N];
    if digits.len() != 2 * N || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

fn write_hex(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hex(&self.0, f)
    }
}

impl fmt::Display for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hex(&self.0, f)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_as_it_is_written_and_no_other_text_is_one() -> Result<(), getrandom::Error> {
        let token = Token::draw()?;
        assert_eq!(Token::parse(&token.to_string()), Some(token.clone()));
        assert_eq!(TokenHash::parse(&token.hash().to_string()), Some(token.hash()));
        for text in ["", "00", &"g".repeat(32), &"0".repeat(33), &"\u{e4}".repeat(16)] {
            assert_eq!(Token::parse(text), None, "{text}");
        }
        Ok(())
    }
}
