//! Closed lists of words that an author may write, declared once.

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
    };
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
