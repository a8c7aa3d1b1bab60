//! Records: declared once, with their fields, and read with every mistake reported.

/// Declares a record as written in a file. Every field is an `Option`: `None` if absent, or not readable (and
/// reported). `required` and `optional` say whether its absence is a mistake. `former` lists fields that an
/// earlier format had, each with the way out, and `otherwise` names that authors write for a field, most often because
/// another record calls it so. The doc comments are what authors read: see
/// [`Documentation`](crate::source::Documentation).
macro_rules! record {
    (
        $(#[doc = $about:literal])*
        $name:ident: $what:literal {
            $( $(#[doc = $line:literal])* $requirement:ident $field:ident: $type:ty ),* $(,)?
        }
        $( former { $( $former:ident: $way_out:literal ),* $(,)? } )?
        $( otherwise { $( $other:ident: $meant:ident ),* $(,)? } )?
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug)]
        #[allow(dead_code, reason = "records have one shape; not every reader asks for every span and field")]
        pub(crate) struct $name {
            /// Where it is written.
            pub(crate) span: $crate::source::Span,
            /// The fields that are written and could not be read, or not in full.
            pub(crate) unread: $crate::source::decoding::UnreadFields,
            $( $(#[doc = $line])* pub(crate) $field: Option<$type>, )*
        }

        impl $name {
            /// Its documentation for authors.
            pub(crate) const DOCUMENTATION: &'static $crate::source::decoding::RecordDocumentation =
                &$crate::source::decoding::RecordDocumentation {
                    what: $what,
                    documentation: $crate::source::Documentation::new(concat!($($about, "\n"),*)),
                    fields: &[$( $crate::source::decoding::FieldDocumentation {
                        name: stringify!($field),
                        required: $crate::source::decoding::record::requirement!($requirement).is_required(),
                        kind: <$type as $crate::source::decoding::Read>::kind,
                        documentation: $crate::source::Documentation::new(concat!($($line, "\n"),*)),
                    } ),*],
                };
        }

        impl $crate::source::decoding::Read for $name {
            const WHAT: &'static str = $what;

            fn read(node: &$crate::source::syntax::Node<'_>, reader: &mut $crate::source::decoding::Reader) -> Option<Self> {
                let known = &[$( (stringify!($field), $crate::source::decoding::record::requirement!($requirement)) ),*];
                let former = &[$( $( (stringify!($former), $way_out) ),* )?];
                let otherwise = &[$( $( (stringify!($other), stringify!($meant)) ),* )?];
                let mut fields = reader.record(node, $what, known, $crate::source::decoding::Misnamed { former, otherwise })?;
                $( let $field = fields.next(reader); )*
                Some(Self { span: node.span, unread: fields.into_unread(), $( $field, )* })
            }

            fn kind() -> $crate::source::decoding::Kind {
                $crate::source::decoding::Kind {
                    what: concat!($what, ", `( … )` with fields").to_owned(),
                    parts: vec![$crate::source::decoding::Part::Record(Self::DOCUMENTATION)],
                }
            }
        }
    };
}

/// `required` or `optional` in a record's declaration, as a `Requirement`.
macro_rules! requirement {
    (required) => {
        $crate::source::decoding::Requirement::Required
    };
    (optional) => {
        $crate::source::decoding::Requirement::Optional
    };
}

pub(crate) use {record, requirement};
