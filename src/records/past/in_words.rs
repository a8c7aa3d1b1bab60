//! What a conversation came to, in words: in a line, and as far as can be told where the scenario's text is gone.

use crate::attempt::{Notes, Reflection};
use crate::debrief::Scores;
use crate::debrief::page::NoteField;
use crate::debrief::terms::{quoted, self_rating};
use crate::records::{DecisionMade, Outcome};
use crate::rubric::Dimension;

use super::{HowItWent, PastConversation};

impl PastConversation {
    /// How it ended, or where it was left.
    #[must_use]
    pub fn how_it_ended(&self) -> String {
        match &self.how {
            HowItWent::UnderWay(left) => format!("left {}", left.in_words()),
            HowItWent::Over { ending, band, .. } => {
                let ending = ending.as_deref().unwrap_or("stopped");
                let band = band.map(|band| format!(", {}", band.label())).unwrap_or_default();
                format!("{ending}{band}")
            }
            HowItWent::NotKnown => "what it came to cannot be read".to_owned(),
        }
    }

    /// Its scores, if it has any.
    #[must_use]
    pub fn scored(&self) -> Option<String> {
        let HowItWent::Over { scores, .. } = &self.how else { return None };
        Some(on_each(|dimension| scores.get(dimension).map(|score| score.to_string()))).filter(|said| !said.is_empty())
    }
}

fn on_each(said: impl Fn(Dimension) -> Option<String>) -> String {
    let each = Dimension::ALL.into_iter();
    let said = each.filter_map(|dimension| said(dimension).map(|said| format!("{} {said}", dimension.label())));
    said.collect::<Vec<_>>().join(" \u{b7} ")
}

/// Why a debrief cannot be opened, and that what is kept is shown in its place.
#[must_use]
pub fn kept_in_its_place(why: &str) -> String {
    format!("The debrief cannot be opened: {why}. This is what is kept of it.")
}

/// What is kept of a conversation whose debrief cannot be composed: by ids, where there is no text to say more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptInWords {
    pub sections: Vec<KeptSection>,
}

/// A part of what is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptSection {
    pub heading: &'static str,
    pub lines: Vec<KeptLine>,
}

/// A line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptLine {
    pub label: String,
    pub text: String,
}

fn line(label: impl Into<String>, text: impl Into<String>) -> KeptLine {
    KeptLine { label: label.into(), text: text.into() }
}

impl KeptInWords {
    /// Composes it.
    #[must_use]
    pub fn of(outcome: &Outcome) -> Self {
        let sections = [
            ("The result", came_to(outcome)),
            ("What you chose", outcome.decisions.iter().map(chosen).collect()),
            ("Objectives", objectives(outcome)),
            ("What the patient would answer", survey(outcome)),
            ("What you said yourself", own_words(outcome)),
            ("Your notes", notes(&outcome.notes)),
        ];
        let sections = sections.into_iter().filter(|(_, lines)| !lines.is_empty());
        Self { sections: sections.map(|(heading, lines)| KeptSection { heading, lines }).collect() }
    }
}

fn came_to(outcome: &Outcome) -> Vec<KeptLine> {
    let ending = outcome.ending.as_ref().map_or("It was stopped.", |ending| &ending.title);
    let mut lines = vec![line("Ending", ending)];
    lines.extend(Dimension::ALL.map(|dimension| line(dimension.label(), score(outcome.scores, dimension))));
    lines.extend(outcome.band.map(|band| line("Together", band.label())));
    lines
}

fn score(scores: Scores, dimension: Dimension) -> String {
    scores.get(dimension).map_or_else(|| "not asked for".to_owned(), |score| format!("{score} of 100"))
}

fn chosen(made: &DecisionMade) -> KeptLine {
    let DecisionMade { turn, scene, offered, choice, late, .. } = made;
    let others: Vec<&str> = offered.iter().filter(|option| *option != choice).map(AsRef::as_ref).collect();
    let late = if *late { ", when time was up" } else { "" };
    line(format!("Turn {}, {scene}", turn + 1), format!("{choice}{late}; also on offer: {}", others.join(", ")))
}

fn objectives(outcome: &Outcome) -> Vec<KeptLine> {
    let met = |met| if met { "met" } else { "not met" };
    outcome.objectives.iter().map(|(id, is_met)| line(id.as_str(), met(*is_met))).collect()
}

fn survey(outcome: &Outcome) -> Vec<KeptLine> {
    outcome.survey.iter().map(|item| line(item.id.as_str(), format!("{} of {}", item.step + 1, item.of))).collect()
}

fn own_words(outcome: &Outcome) -> Vec<KeptLine> {
    let said = outcome.own_words.iter().map(|(turn, words)| line(format!("Turn {}", turn + 1), quoted(words)));
    let mut lines: Vec<KeptLine> = said.collect();
    if let Some(Reflection { feeling, rating }) = &outcome.reflection {
        lines.extend((!feeling.is_empty()).then(|| line("It felt", quoted(feeling))));
        let rated = rating.map(|rating| on_each(|dimension| Some(self_rating(rating.on(dimension)).to_owned())));
        lines.extend(rated.map(|rated| line("You rated yourself", rated)));
    }
    lines
}

fn notes(notes: &Notes) -> Vec<KeptLine> {
    let Notes { went_well, to_change, next_time, by } = notes;
    let written = [
        (NoteField::WentWell, went_well),
        (NoteField::ToChange, to_change),
        (NoteField::NextTime, next_time),
        (NoteField::By, by),
    ];
    written.into_iter().filter(|(_, text)| !text.is_empty()).map(|(field, text)| line(field.label(), text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::samples::outcomes;

    #[test]
    fn a_conversation_is_told_in_a_line_with_its_scores() {
        let outcome = outcomes().swap_remove(2);
        assert!(outcome.ending.is_none(), "it was stopped");
        let [empathy, clarity] = [outcome.scores.empathy, outcome.scores.clarity].map(Option::unwrap_or_default);
        let told = PastConversation::over(outcome);
        assert!(told.how_it_ended().starts_with("stopped"), "{}", told.how_it_ended());
        let scored = told.scored().expect("it has scores");
        assert!(scored.starts_with(&format!("Empathy {empathy} \u{b7} Clarity {clarity}")), "{scored}");
    }

    #[test]
    fn all_that_is_kept_is_told_where_there_is_no_text_to_say_more() {
        for outcome in outcomes() {
            let told = KeptInWords::of(&outcome);
            let lines: Vec<&KeptLine> = told.sections.iter().flat_map(|section| &section.lines).collect();
            let holds = |words: &str| lines.iter().any(|line| line.text.contains(words) || line.label.contains(words));
            for made in &outcome.decisions {
                assert!(holds(&made.scene) && holds(&made.choice), "{made:?}");
            }
            assert!(outcome.ending.iter().all(|ending| holds(&ending.title)));
            assert!(outcome.objectives.keys().chain(outcome.survey.iter().map(|item| &item.id)).all(|id| holds(id)));
            assert!(outcome.own_words.values().all(|words| holds(words)) && holds(&outcome.notes.next_time));
            assert!(
                outcome.reflection.iter().all(|said| holds(&said.feeling) && holds("Clarity very well")),
                "{told:?}"
            );
        }
    }
}
