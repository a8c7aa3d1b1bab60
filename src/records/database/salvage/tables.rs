//! The tables by the form of their rows: what a row is of is known by its values, not by where it lies.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::hash::ContentHash;
use crate::records::{AttemptId, Outcome, PersonId};

use super::super::attempts::time;
use super::super::{attempt_checksum, checksum};
use super::cells::{Cell, Kind};

/// What a value of a column can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Text,
    Integer,
    /// A text, or nothing.
    MaybeText,
    /// A whole number, or nothing.
    MaybeInteger,
    /// The number of the row, which is not among its values.
    RowNumber,
}

/// A table.
pub(super) struct Table {
    pub(super) name: &'static str,
    kind: Kind,
    columns: &'static [(&'static str, Of)],
    /// How many of them the first version had.
    least: usize,
    /// Those that are not copied: they are worked out again.
    anew: &'static [&'static str],
    /// Whether the values of a row can be those that were written. What is kept twice is mended.
    sound: fn(&mut [Value]) -> bool,
    /// The column by which a later state of the same row is known.
    later: Option<&'static str>,
}

/// What a row is, if it is one of a table.
pub(super) enum Found {
    /// A row of a table, as it was written.
    Sound,
    /// A row of a table that is damaged.
    Damaged,
    /// Something else.
    Other,
}

use Of::{Integer, MaybeInteger, MaybeText, RowNumber, Text};

/// The outbox is not among them: it is made anew.
pub(super) const TABLES: [Table; 6] = [
    Table {
        name: "profiles",
        kind: Kind::Rows,
        columns: &[
            ("id", Text),
            ("name", Text),
            ("made", Integer),
            ("settings", MaybeText),
            ("progress", MaybeText),
            ("shares", Integer),
            ("aims", MaybeText),
        ],
        least: 5,
        anew: &["progress"],
        sound: |row| text(&row[0]).parse::<PersonId>().is_ok(),
        later: None,
    },
    Table {
        name: "attempts",
        kind: Kind::Rows,
        columns: &[
            ("id", Text),
            ("profile", Text),
            ("scenario", Text),
            ("scenario_hash", Text),
            ("rubric_hash", Text),
            ("app", Text),
            ("began", Integer),
            ("changed", Integer),
            ("open", Integer),
            ("player", MaybeText),
            ("saved", Text),
            ("checksum", Integer),
        ],
        least: 12,
        anew: &[],
        sound: is_attempt,
        later: Some("changed"),
    },
    Table {
        name: "outcomes",
        kind: Kind::Rows,
        columns: &[
            ("attempt", Text),
            ("profile", Text),
            ("scenario", Text),
            ("ended", Integer),
            ("band", MaybeText),
            ("outcome", Text),
            ("checksum", Integer),
            ("folded", Integer),
            ("shared", Integer),
        ],
        least: 8,
        anew: &["folded"],
        sound: is_outcome,
        later: None,
    },
    Table {
        name: "played_before",
        kind: Kind::Entries,
        columns: &[("profile", Text), ("scenario", Text), ("times", Integer), ("last", MaybeText), ("best", MaybeText)],
        least: 5,
        anew: &[],
        sound: |row| text(&row[0]).parse::<PersonId>().is_ok() && (1..=u32::MAX.into()).contains(&number(&row[2])),
        later: None,
    },
    Table {
        name: "texts",
        kind: Kind::Entries,
        columns: &[("hash", Text), ("text", Text)],
        least: 2,
        anew: &[],
        sound: |row| ContentHash::of([text(&row[1])]).to_string() == text(&row[0]),
        later: None,
    },
    Table {
        name: "store",
        kind: Kind::Rows,
        columns: &[
            ("number", RowNumber),
            ("address", Text),
            ("user", Text),
            ("xapi", Text),
            ("home_page", Text),
            ("delivered", MaybeInteger),
        ],
        least: 6,
        anew: &["number"],
        sound: |row| text(&row[1]).starts_with("http"),
        later: None,
    },
];

impl Table {
    /// What a row is, taken from a page of this kind.
    pub(super) fn find(&self, kind: Kind, row: &mut [Value]) -> Found {
        let fits = |((_, of), value): (&(&str, Of), &Value)| match value {
            Value::Text(_) => matches!(of, Text | MaybeText),
            Value::Integer(_) => matches!(of, Integer | MaybeInteger),
            Value::Null => matches!(of, MaybeText | MaybeInteger | RowNumber),
            Value::Real(_) | Value::Blob(_) => false,
        };
        // A former version has fewer.
        let is_one = kind == self.kind
            && (self.least..=self.columns.len()).contains(&row.len())
            && self.columns.iter().zip(row.iter()).all(fits);
        match is_one {
            false => Found::Other,
            true if (self.sound)(row) => Found::Sound,
            true => Found::Damaged,
        }
    }

    /// Writes a row under its number, which says what was kept before what. One that is there already stays, unless this is a
    /// later state of it.
    pub(super) fn write(&self, into: &Connection, cell: &Cell) -> rusqlite::Result<bool> {
        let numbered = (self.kind == Kind::Rows).then_some("rowid");
        let there = self.columns.iter().zip(&cell.values).filter(|((name, _), _)| !self.anew.contains(name));
        let (names, values): (Vec<&str>, Vec<&Value>) = there.map(|((name, _), value)| (*name, value)).unzip();
        let columns: Vec<&str> = numbered.into_iter().chain(names).collect();
        let number = numbered.map(|_| Value::Integer(cell.row));
        let values = number.iter().chain(values);
        let places = vec!["?"; columns.len()].join(", ");
        let conflict = self.later.map_or_else(
            || "DO NOTHING".to_owned(),
            |later| {
                let set: Vec<String> = columns.iter().skip(1).map(|name| format!("{name} = excluded.{name}")).collect();
                format!("(id) DO UPDATE SET {} WHERE excluded.{later} > {}.{later}", set.join(", "), self.name)
            },
        );
        let (name, columns) = (self.name, columns.join(", "));
        let sql = format!("INSERT INTO {name} ({columns}) VALUES ({places}) ON CONFLICT {conflict}");
        Ok(into.prepare_cached(&sql)?.execute(params_from_iter(values))? > 0)
    }
}

fn is_attempt(row: &mut [Value]) -> bool {
    let ids = text(&row[0]).parse::<AttemptId>().is_ok() && text(&row[1]).parse::<PersonId>().is_ok();
    let times = [6, 7].into_iter().all(|at| time(number(&row[at])).is_some());
    let parts: Vec<String> = row[..11].iter().map(shown).collect();
    let sum = number(&row[11]);
    ids && times && (sum == attempt_checksum(&parts) || sum == checksum(text(&row[10])))
}

/// What stands beside an outcome stands in it too.
fn is_outcome(row: &mut [Value]) -> bool {
    if checksum(text(&row[5])) != number(&row[6]) {
        return false;
    }
    let Ok(outcome) = serde_json::from_str::<Outcome>(text(&row[5])) else { return false };
    row[0] = Value::Text(outcome.attempt.to_string());
    row[1] = Value::Text(outcome.person.to_string());
    row[3] = Value::Integer(outcome.ended.as_millisecond());
    row[4] = outcome.band.map_or(Value::Null, |band| Value::Text(super::super::played::word(band).to_owned()));
    row[2] = Value::Text(outcome.scenario.id);
    true
}

fn text(value: &Value) -> &str {
    if let Value::Text(text) = value { text } else { "" }
}

const fn number(value: &Value) -> i64 {
    if let Value::Integer(number) = value { *number } else { 0 }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Null | Value::Real(_) | Value::Blob(_) => String::new(),
    }
}
