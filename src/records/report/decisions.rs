//! What group sessions think of the key of a decision, and what was said of it: for the scenario's author.

use std::collections::BTreeMap;

use crate::hash::ContentHash;
use crate::records::items::Disagreed;
use crate::records::{Comment, Outcome, RoomDecision, SaidBy, SessionId, Shown};

use super::DecisionTold;
use super::comments::{Sample, TraineeComments};
use crate::records::people::PersonMark;

/// From how many groups on it is told what their facilitators think: as many as people.
const LEAST_GROUPS: usize = crate::records::people::LEAST_PEOPLE;

/// A decision of one text of a scenario.
#[derive(Clone, Debug, Default)]
struct Decision {
    /// Whether the facilitator of a session disagrees with the key.
    groups: BTreeMap<SessionId, bool>,
    trainees: TraineeComments,
    facilitators: Sample,
}

/// The decisions of one text of a scenario, by scene.
#[derive(Clone, Debug)]
pub(super) struct Decisions {
    /// The scenario's id.
    pub(super) scenario: String,
    scenes: BTreeMap<String, Decision>,
}

/// All decisions, by the hash of the scenario's text.
#[derive(Clone, Debug, Default)]
pub(super) struct AllDecisions(BTreeMap<ContentHash, Decisions>);

impl AllDecisions {
    pub(super) fn iter(&self) -> impl Iterator<Item = (&ContentHash, &Decisions)> {
        self.0.iter()
    }

    pub(super) fn of(&self, hash: &ContentHash) -> Option<&Decisions> {
        self.0.get(hash)
    }

    fn at(&mut self, scenario: &str, hash: &ContentHash, scene: &str) -> &mut Decision {
        let of_text = self.0.entry(hash.clone());
        let of_text = of_text.or_insert_with(|| Decisions { scenario: scenario.to_owned(), scenes: BTreeMap::new() });
        of_text.scenes.entry(scene.to_owned()).or_default()
    }

    /// Counts a decision of a group session. A session that met it twice, or that comes again, counts once; its facilitator
    /// disagrees who ever did.
    pub(super) fn add_group(&mut self, met: &RoomDecision) {
        let disagrees = self.at(&met.scenario, &met.hash, &met.scene).groups.entry(met.session).or_default();
        *disagrees |= met.disagrees;
    }

    pub(super) fn add_comment(&mut self, comment: &Comment) {
        let decision = self.at(&comment.scenario, &comment.hash, &comment.scene);
        match comment.by {
            SaidBy::Trainee => decision.trainees.add_of_group(comment),
            SaidBy::Facilitator => {
                decision.facilitators.add((comment.session, comment.person, &comment.words), &comment.words);
            }
        }
    }

    /// Keeps what was typed at the decisions of an attempt. One that comes twice adds nothing the second time.
    pub(super) fn add_own_words(&mut self, outcome: &Outcome, person: PersonMark) {
        for (turn, words) in &outcome.own_words {
            if let Some(made) = outcome.decisions.iter().find(|made| made.turn == *turn) {
                let decision = self.at(&outcome.scenario.id, &outcome.scenario.hash, &made.scene);
                decision.trainees.add(outcome.attempt, *turn, words, person);
            }
        }
    }
}

impl Decisions {
    /// How often facilitators disagreed, by scene.
    pub(super) fn disagreed(&self) -> BTreeMap<String, Shown<Disagreed>> {
        self.scenes.iter().map(|(scene, decision)| (scene.clone(), decision.disagreed())).collect()
    }

    pub(super) fn told(&self) -> Vec<DecisionTold> {
        let told = self.scenes.iter().map(|(scene, decision)| DecisionTold {
            scene: scene.clone(),
            groups: decision.disagreed(),
            trainees: decision.trainees.told(),
            facilitators: decision.facilitators_told(),
        });
        told.collect()
    }
}

impl Decision {
    fn disagreed(&self) -> Shown<Disagreed> {
        let count = |disagreed: bool| {
            let of = self.groups.values().filter(|&&disagrees| disagrees || !disagreed);
            u32::try_from(of.count()).unwrap_or(u32::MAX)
        };
        match self.groups.len() {
            0 => Shown::Nobody,
            LEAST_GROUPS.. => Shown::Told(Disagreed { disagreed: count(true), sessions: count(false) }),
            _ => Shown::FewerThanFive,
        }
    }

    /// What facilitators said, where so many groups met the decision that it could have been said in any of them.
    fn facilitators_told(&self) -> Shown<Vec<String>> {
        let words = self.facilitators.words();
        match self.groups.len() {
            _ if words.is_empty() => Shown::Nobody,
            LEAST_GROUPS.. => Shown::Told(words),
            _ => Shown::FewerThanFive,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::PersonId;

    const SCENARIO: &str = "two-hours-in";

    fn met(session: u8, disagrees: bool) -> RoomDecision {
        let (session, hash) = (SessionId::of([session; 16]), ContentHash::of(["a text"]));
        RoomDecision { session, scenario: SCENARIO.to_owned(), hash, scene: "start".to_owned(), turn: 0, disagrees }
    }

    fn said(session: u8, person: u8, by: SaidBy, words: &str) -> Comment {
        let RoomDecision { session, scenario, hash, scene, .. } = met(session, false);
        Comment { session, person: PersonId::of([person; 16]), scenario, hash, scene, by, words: words.to_owned() }
    }

    fn told(groups: &[RoomDecision], comments: &[Comment]) -> DecisionTold {
        let mut all = AllDecisions::default();
        for met in groups {
            all.add_group(met);
        }
        for comment in comments {
            all.add_comment(comment);
        }
        let mut told = all.of(&ContentHash::of(["a text"])).expect("it was met").told();
        assert_eq!(told.len(), 1);
        told.remove(0)
    }

    #[test]
    fn five_groups_are_told_of_and_one_that_comes_again_is_one() {
        let groups: Vec<RoomDecision> = (0..5).map(|session| met(session, session < 2)).collect();
        let twice = [&groups[..4], &groups[..4]].concat();
        assert_eq!(told(&twice, &[]).groups, Shown::FewerThanFive);
        let all = [&groups[..], &groups[..]].concat();
        assert_eq!(told(&all, &[]).groups, Shown::Told(Disagreed { disagreed: 2, sessions: 5 }));
    }

    #[test]
    fn a_facilitator_disagrees_who_did_so_in_any_of_two_exports() {
        let mut groups: Vec<RoomDecision> = (0..5).map(|session| met(session, false)).collect();
        groups.push(met(3, true));
        let expected = Shown::Told(Disagreed { disagreed: 1, sessions: 5 });
        assert_eq!(told(&groups, &[]).groups, expected);
        groups.reverse();
        assert_eq!(told(&groups, &[]).groups, expected, "in whatever order they come");
    }

    #[test]
    fn what_trainees_said_is_told_where_five_are_known_to_be_different_people() {
        let of_one: Vec<Comment> = (0..5).map(|person| said(1, person, SaidBy::Trainee, "I am here.")).collect();
        let told_of = |comments: &[Comment]| told(&[], comments).trainees;
        assert_eq!(told_of(&of_one[..4]), Shown::FewerThanFive);
        assert_eq!(told_of(&of_one), Shown::Told(vec!["I am here.".to_owned(); 5]));
        assert_eq!(told_of(&[of_one.clone(), of_one].concat()), Shown::Told(vec!["I am here.".to_owned(); 5]));
        let of_five: Vec<Comment> = (0..5).map(|session| said(session, session, SaidBy::Trainee, "So.")).collect();
        assert_eq!(told_of(&of_five), Shown::FewerThanFive, "one person may have come to five sessions");
    }

    #[test]
    fn what_facilitators_said_is_told_where_five_groups_met_the_decision() {
        let words = said(1, 9, SaidBy::Facilitator, "I would wait.");
        let groups: Vec<RoomDecision> = (0..5).map(|session| met(session, session == 1)).collect();
        assert_eq!(told(&groups[..4], std::slice::from_ref(&words)).facilitators, Shown::FewerThanFive);
        let all = told(&groups, &[words.clone(), words]);
        assert_eq!(all.facilitators, Shown::Told(vec!["I would wait.".to_owned()]));
        assert_eq!(told(&groups, &[]).facilitators, Shown::Nobody);
    }
}
