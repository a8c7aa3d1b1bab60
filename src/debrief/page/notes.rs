//! The trainee's notes.

use super::{Block, Material, Note, NoteField, Part, PartName};

pub(super) fn note(of: &Material<'_>, field: NoteField) -> Note {
    let written = of.notes.map_or("", |notes| match field {
        NoteField::WentWell => &notes.went_well,
        NoteField::ToChange => &notes.to_change,
        NoteField::NextTime => &notes.next_time,
        NoteField::By => &notes.by,
    });
    let label = match field {
        NoteField::WentWell => "What went well",
        NoteField::ToChange => "What I would change",
        NoteField::NextTime => "Next time I will \u{2026}",
        NoteField::By => "By when",
    };
    Note { field, label, written: written.to_owned() }
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
