//! Closed lists of words that an author may write, declared once.

use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error};

/// A closed list of words in the format.
pub(crate) trait Words: Copy + Sized + 'static {
    /// What such a word is to an author: "a place".
    const WHAT: &'static str;
    /// Every word with its value, in the order in which they are documented.
    const ALL: &'static [(&'static str, Self)];
    /// Their documentation for authors.
    const DOCUMENTATION: &'static super::ListDocumentation;
}

/// Declares an enum whose variants are the words of a closed list. With `= "text"` a variant is
/// spelt otherwise in the file than in Rust. The doc comments are what authors read.
macro_rules! words {
    (
        $(#[doc = $about:literal])*
        $vis:vis enum $name:ident: $what:literal {
            $( $(#[doc = $line:literal])* $variant:ident $(= $spelt:literal)? ),* $(,)?
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $( $(#[doc = $line])* $variant ),* }

        impl $name {
            /// The word as it is written in a file.
            #[must_use]
            $vis const fn word(self) -> &'static str {
                match self { $( Self::$variant => $crate::source::decoding::words::spelling!($variant $(, $spelt)?) ),* }
            }
        }

        impl $crate::source::decoding::words::Words for $name {
            const WHAT: &'static str = $what;
            const ALL: &'static [(&'static str, Self)] =
                &[ $( (Self::$variant.word(), Self::$variant) ),* ];
            const DOCUMENTATION: &'static $crate::source::decoding::ListDocumentation = &$crate::source::decoding::ListDocumentation {
                what: $what,
                documentation: $crate::source::Documentation::new(concat!($($about, "\n"),*)),
                entries: &[ $( $crate::source::decoding::EntryDocumentation {
                    name: Self::$variant.word(),
                    written: Self::$variant.word(),
                    documentation: $crate::source::Documentation::new(concat!($($line, "\n"),*)),
                } ),* ],
            };
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::source::decoding::words::deserialized(deserializer)
            }
        }
    };
}

/// Reads a word back from data that was written by Bedside itself.
pub(crate) fn deserialized<'de, W: Words, D: Deserializer<'de>>(deserializer: D) -> Result<W, D::Error> {
    let word = Cow::<str>::deserialize(deserializer)?;
    let found = W::ALL.iter().find(|(written, _)| *written == word);
    found.map(|&(_, value)| value).ok_or_else(|| D::Error::custom(format!("\u{201c}{word}\u{201d} is not {}", W::WHAT)))
}

/// How a variant is spelt: as given, else as its name.
macro_rules! spelling {
    ($variant:ident) => {
        stringify!($variant)
    };
    ($variant:ident, $spelt:literal) => {
        $spelt
    };
}

pub(crate) use {spelling, words};
