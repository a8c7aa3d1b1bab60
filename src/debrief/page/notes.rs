//! The trainee's notes.

use super::{Block, Material, Note, NoteField, Part, PartName};

pub(super) fn note(of: &Material<'_>, field: NoteField) -> Note {
    let written = of.notes.map_or("", |notes| match field {
        NoteField::WentWell => &notes.went_well,
        NoteField::ToChange => &notes.to_change,
        NoteField::NextTime => &notes.next_time,
        NoteField::By => &notes.by,
    });
    Note { field, label: field.label(), written: written.to_owned() }
}

impl NoteField {
    /// What is asked for.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::WentWell => "What went well",
            Self::ToChange => "What I would change",
            Self::NextTime => "Next time I will \u{2026}",
            Self::By => "By when",
        }
    }
}

pub(super) fn next_time(of: &Material<'_>) -> Part {
    let notes = [NoteField::NextTime, NoteField::By].map(|field| note(of, field));
    Part {
        name: PartName::NextTime,
        heading: "Next time".to_owned(),
        inside: "What you will do, and by when".to_owned(),
        blocks: vec![Block::Notes(notes.into())],
    }
}
