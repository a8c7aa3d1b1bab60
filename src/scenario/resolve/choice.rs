//! Resolves choices: what they show, how they answer the moment, and where they lead.

use smallvec::smallvec;

use crate::hash::name_key;
use crate::rubric::{BehaviourSet, MomentId};
use crate::scenario::document::{BranchDoc, ChoiceDoc, NudgeDoc, TargetDoc};
use crate::scenario::scene::Extras;
use crate::scenario::{Branch, Choice, FlagId, NeedId, Nudge, SceneId, Target, Then, Words};
use crate::shared::SharedText;
use crate::source::Spanned;
use crate::source::decoding::{Id, WholeNumber};

use super::names::Names;

impl Names<'_> {
    pub(super) fn choice(&mut self, choice: &ChoiceDoc, scene: SceneId, moment: &[MomentId]) -> Option<Choice> {
        let shows = self.behaviours(choice.shows.as_ref()?.iter())?;
        let extras = Extras {
            answer: match &choice.answer {
                Some(answer) => Some(self.passage(answer.passage())?),
                None => None,
            },
            nudge: match &choice.nudge {
                Some(nudge) => Some(resolve_nudge(nudge)?),
                None => None,
            },
            sets: self.flags(choice.sets.as_deref())?,
            clears: self.flags(choice.clears.as_deref())?,
            meets: self.met(choice, shows)?,
        };
        let rubric = self.rubric;
        let at_moment = rubric.at_moment(moment, shows, !extras.meets.is_empty());
        let has_level = moment.iter().any(|kind| rubric.moment(*kind).met.level.is_some());
        let id = choice.id.as_ref()?.value.0.clone();
        Some(Choice {
            draw_key: name_key(&id),
            id,
            scene,
            words: words(choice),
            shows,
            at_moment,
            eccs: has_level.then(|| rubric.eccs(shows)),
            points: rubric.points(shows, at_moment),
            why: choice.why.as_ref()?.value.clone(),
            then: match &choice.then {
                Some(then) => self.then(&then.branches)?,
                None => comes_back(scene),
            },
            when: self.optional_condition(choice.when.as_deref())?,
            extras: Some(extras).filter(|extras| !extras.is_empty()).map(Box::new),
            minutes: choice.minutes.as_ref().map_or(0, |minutes| minutes.value.get()),
            minor: choice.minor.unwrap_or(false),
        })
    }

    fn flags(&self, flags: Option<&[Spanned<Id>]>) -> Option<Box<[FlagId]>> {
        flags.unwrap_or_default().iter().map(|flag| self.flag(&flag.value.0)).collect()
    }

    /// The needs that the choice closes, by name or by what it shows.
    fn met(&self, choice: &ChoiceDoc, shows: BehaviourSet) -> Option<Box<[NeedId]>> {
        let mut met: Vec<NeedId> =
            choice.meets.iter().flatten().map(|need| self.need(&need.value.0)).collect::<Option<_>>()?;
        let by_behaviour = self.cleared_by.iter().filter(|(_, behaviours)| !behaviours.intersection(shows).is_empty());
        met.extend(by_behaviour.map(|(need, _)| *need));
        met.sort_unstable();
        met.dedup();
        Some(met.into())
    }

    fn then(&mut self, branches: &[BranchDoc]) -> Option<Then> {
        let branches = branches.iter().map(|branch| self.branch(branch)).collect::<Option<_>>()?;
        Some(Then { branches })
    }

    fn branch(&mut self, branch: &BranchDoc) -> Option<Branch> {
        let when = self.optional_condition(branch.when.as_deref())?;
        let to = match (&branch.to, &branch.chance) {
            (Some(target), _) => smallvec![(1, self.target(target)?)],
            (None, Some(chance)) => {
                chance.value.iter().map(|one| Some((one.weight.get(), self.target(&one.to)?))).collect::<Option<_>>()?
            }
            (None, None) => return None,
        };
        Some(Branch { when, to })
    }

    fn target(&self, target: &TargetDoc) -> Option<Target> {
        match target {
            TargetDoc::Scene(id) => self.scene(&id.value.0).map(Target::Scene),
            TargetDoc::Resume(_) => Some(Target::Resume),
        }
    }
}

/// Where a topic of a hub leads that names nothing else: back to the hub.
fn comes_back(hub: SceneId) -> Then {
    Then { branches: smallvec![Branch { when: None, to: smallvec![(1, Target::Scene(hub))] }] }
}

fn words(choice: &ChoiceDoc) -> Words {
    let text = |field: &Option<Spanned<SharedText>>| field.as_ref().map(|text| text.value.clone());
    match text(&choice.silence) {
        Some(looks) => Words::Silence(looks),
        None => Words::Spoken { act: text(&choice.act), say: text(&choice.say) },
    }
}

fn resolve_nudge(nudge: &NudgeDoc) -> Option<Nudge> {
    Some(Nudge {
        agitation: nudge.agitation.map_or(0, WholeNumber::get),
        trust: nudge.trust.map_or(0, WholeNumber::get),
        understanding: nudge.understanding.map_or(0, WholeNumber::get),
        reason: nudge.reason.clone()?,
    })
}
