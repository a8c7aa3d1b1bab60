//! The code of a room, to be read from a screen and typed.

use std::fmt;

/// Six characters, none of which is taken for another: no 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RoomCode([u8; Self::LENGTH]);

/// 23 characters: some 148 million codes.
const CHARACTERS: &[u8; 23] = b"ACDEFGHJKMNPQRTVWXY3479";

impl RoomCode {
    pub const LENGTH: usize = 6;

    /// A code from the system's random source.
    ///
    /// # Errors
    /// Where the system has no random numbers to give.
    pub fn draw() -> Result<Self, getrandom::Error> {
        let mut code = [0; Self::LENGTH];
        for place in &mut code {
            // A byte beyond the last whole round of characters is drawn again, so that each is as likely.
            let most = u8::MAX - u8::MAX % 23;
            let mut byte = [u8::MAX];
            while byte[0] >= most {
                getrandom::fill(&mut byte)?;
            }
            *place = CHARACTERS[usize::from(byte[0] % 23)];
        }
        Ok(Self(code))
    }

    /// Whether `typed` is this code, in any case and with spaces or hyphens in it. Takes as long for any that is not.
    #[must_use]
    pub fn is(self, typed: &str) -> bool {
        let typed: Vec<u8> = typed.bytes().filter(|byte| !b" -".contains(byte)).take(Self::LENGTH + 1).collect();
        let differs = self.0.iter().zip(&typed).fold(0, |sum, (a, b)| sum | (a ^ b.to_ascii_uppercase()));
        differs == 0 && typed.len() == Self::LENGTH
    }
}

impl fmt::Display for RoomCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|&byte| write!(f, "{}", char::from(byte)))
    }
}

impl fmt::Debug for RoomCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RoomCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_however_it_is_typed_and_no_other_is() {
        let code = RoomCode(*b"ACDEF3");
        for typed in ["ACDEF3", "acdef3", " acd-ef3 ", "A C D E F 3"] {
            assert!(code.is(typed), "{typed}");
        }
        for typed in ["", "ACDEF", "ACDEF33", "ACDEF4", "\u{c0}CDEF3"] {
            assert!(!code.is(typed), "{typed}");
        }
    }

    #[test]
    fn codes_differ_and_have_no_characters_that_look_alike() -> Result<(), getrandom::Error> {
        let codes: Vec<String> =
            (0..400).map(|_| RoomCode::draw().map(|code| code.to_string())).collect::<Result<_, _>>()?;
        assert!(codes.iter().all(|code| !code.contains(|c| "0O1IL2Z5S8BU6".contains(c))));
        let mut different = codes.clone();
        different.sort();
        different.dedup();
        assert!(different.len() > 398);
        Ok(())
    }
}
