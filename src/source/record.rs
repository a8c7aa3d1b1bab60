//! Records: declared once, with their fields, and read with every mistake noted.

/// Declares a record as written in a file. Every field is an `Option`: absent, or not readable (and
/// noted). `required` and `optional` say whether its absence is a mistake.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident: $what:literal {
            $( $(#[$field_meta:meta])* $needed:ident $field:ident: $type:ty ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        #[allow(dead_code, reason = "records have one shape; not every reader asks for every place and field")]
        pub(crate) struct $name {
            /// Where it stands.
            pub(crate) span: $crate::source::Span,
            /// The fields that are written and could not be read, or not in full.
            pub(crate) lost: $crate::source::decode::Lost,
            $( $(#[$field_meta])* pub(crate) $field: Option<$type>, )*
        }

        impl $crate::source::decode::Read for $name {
            const WHAT: &'static str = $what;

            fn read(node: &$crate::source::tree::Node, reader: &mut $crate::source::decode::Reader) -> Option<Self> {
                let known = &[$( (stringify!($field), $crate::source::record::needed!($needed)) ),*];
                let mut fields = reader.record(node, $what, known)?;
                $( let $field = fields.get(reader, stringify!($field)); )*
                Some(Self { span: node.span, lost: fields.into_lost(), $( $field, )* })
            }
        }
    };
}

/// The word of a record's declaration as a value.
macro_rules! needed {
    (required) => {
        $crate::source::decode::Needed::Required
    };
    (optional) => {
        $crate::source::decode::Needed::Optional
    };
}

pub(crate) use {needed, record};
