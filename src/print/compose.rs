//! Puts a debrief together as a page, in the order in which the debrief is read.

use std::collections::BTreeMap;

use crate::attempt::{Notes, Reflection};
use crate::debrief::terms::how_they_were;
use crate::debrief::{Debrief, headline};
use crate::scenario::Scenario;

use super::{Block, Depth, Paper, Run, arc, behaviours, scores, turning, voice};

/// What a page to keep is made from.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The debrief.
    pub debrief: &'a Debrief,
    /// What the trainee said before the scores.
    pub reflection: Option<&'a Reflection>,
    /// The trainee's own words by turn.
    pub own_words: Option<&'a BTreeMap<usize, String>>,
    /// Where this was a second try: the turn that was rewound to, from 0.
    pub again_from: Option<usize>,
    /// What the trainee noted on the debrief.
    pub notes: Option<&'a Notes>,
}

impl<'a> Kept<'a> {
    /// A page of a scenario and its debrief alone.
    #[must_use]
    pub fn of(scenario: &'a Scenario, debrief: &'a Debrief) -> Self {
        Self { scenario, debrief, reflection: None, own_words: None, again_from: None, notes: None }
    }

    /// How the patient is called.
    pub(super) fn patient(&self) -> &'a str {
        &self.scenario.patient.called
    }
}

/// Puts the page together.
#[must_use]
pub fn compose(kept: &Kept<'_>) -> Paper {
    let title = format!("Debrief: {}", kept.scenario.title);
    let about = format!("A conversation with {}, looked back on.", kept.scenario.patient.name);
    let mut blocks = opening(kept);
    blocks.extend(arc::what_happened(kept));
    blocks.extend(voice::how_it_was(kept));
    blocks.extend(scores::looking_closer(kept));
    blocks.extend(turning::turning_points(kept));
    blocks.extend(turning::opportunities(kept));
    blocks.extend(turning::objectives(kept));
    blocks.extend(behaviours::to_build_on(kept));
    blocks.extend(next_time(kept.notes));
    blocks.extend(what_it_measures());
    let Debrief { scenario, scenario_hash, seed, .. } = kept.debrief;
    let footer = format!("Bedside \u{b7} {scenario}, seed {seed}, text {}", short(&scenario_hash.to_string()));
    Paper { title, about, blocks, footer }
}

/// The beginning of a hash, enough to tell two versions apart.
fn short(hash: &str) -> String {
    hash.rsplit(':').next().unwrap_or_default().chars().take(8).collect()
}

/// How it ended, how the patient was, and what the trainee felt.
fn opening(kept: &Kept<'_>) -> Vec<Block> {
    let mut blocks = vec![
        Block::quiet(format!("Debrief: {}", kept.scenario.title)),
        Block::Heading(Depth::One, headline(kept.debrief)),
        Block::Lead(how_they_were(kept.debrief, kept.patient())),
    ];
    if let Some(from) = kept.again_from {
        let turn = from + 1;
        blocks.push(Block::Notice(format!(
            "This was another try, from turn {turn}. The first time through stays the result."
        )));
    }
    if let Some(feeling) = kept.reflection.map(|said| said.feeling.trim()).filter(|word| !word.is_empty()) {
        blocks.push(Block::quiet(format!("You said it felt \u{201c}{feeling}\u{201d}.")));
    }
    blocks
}

/// What the trainee will do next time, or room to write it down by hand.
fn next_time(notes: Option<&Notes>) -> Vec<Block> {
    let (next_time, by) = notes.map_or(("", ""), |notes| (&notes.next_time, &notes.by));
    let mut parts = Vec::new();
    let mut part = |label: &str, said: &str, lines| {
        let said = said.trim();
        parts.push(if said.is_empty() {
            Block::Room { label: label.to_owned(), lines }
        } else {
            Block::labelled(label, said)
        });
    };
    part("Next time I will \u{2026}", next_time, 3);
    part("By when:", by, 1);
    vec![Block::Heading(Depth::Two, "Next time".to_owned()), Block::Card(parts)]
}

fn what_it_measures() -> Vec<Block> {
    vec![
        Block::Heading(Depth::Two, "What this measures, and what it does not".to_owned()),
        Block::Text(vec![Run::quiet(
            "It measures which of the options written for this conversation you chose, and what those options show. \
             Each point comes from a named behaviour with its source. It does not measure your tone, your face or \
             your worth as a clinician. The patient\u{2019}s feelings are a model, and the weights are a reasoned \
             design, not a validated instrument. Tests of this kind can disadvantage some groups. Use it to think \
             and to practise, not to rank anyone.",
        )]),
    ]
}
