//! How behaviours move feelings, as a table of the author's guide.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::rubric::{Feeling, Rubric};

use super::catalogue::with_sign;

/// A table in Markdown: what each behaviour alone does to trust, agitation and understanding, those that do the same in
/// one row, the most trusted first.
#[must_use]
pub fn table_of_moves(rubric: &Rubric) -> String {
    let mut rows: BTreeMap<[i32; 3], Vec<&str>> = BTreeMap::new();
    for behaviour in &rubric.behaviours {
        let moves = rubric.model.moves(behaviour.weights);
        let of = |feeling: Feeling| moves[feeling as usize];
        // What helps comes first: trust and understanding high, agitation low.
        let key = [-of(Feeling::Trust), of(Feeling::Agitation), -of(Feeling::Understanding)];
        rows.entry(key).or_default().push(&behaviour.id);
    }
    let mut table = "| trust | agitation | understanding | behaviours |\n|---|---|---|---|\n".to_owned();
    for ([trust, agitation, understanding], ids) in rows {
        let [trust, agitation, understanding] = [-trust, agitation, -understanding].map(with_sign);
        let ids: Vec<String> = ids.into_iter().map(|id| format!("`{id}`")).collect();
        let _ = writeln!(table, "| {trust} | {agitation} | {understanding} | {} |", ids.join(", "));
    }
    table
}
