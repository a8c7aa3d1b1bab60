//! Finds what one takes home from a conversation: one turn to keep, and one choice to make otherwise.
//!
//! **To keep** is the best moment of the attempt: of the decisions at which the trainee took an option that counts for
//! good (e + c + d above 0) and showed nothing critical, the one that counts most; ties by how much good it did the
//! patient (trust and understanding gained, agitation soothed), then by the earlier turn. What was taken because time was
//! up is not the trainee's. The turn to change is kept only where there is no other.
//!
//! **To change** is, by the first of these that applies:
//!
//! 1. where the ending is unsafe, the last turn from which it could still have been avoided: at which another option,
//!    with the best choices after it, comes to another ending. Of several such options it is the one whose ending is
//!    best, then the one with the most trust at the end, then the first as written;
//! 2. the turn with a critical behaviour, where there was one;
//! 3. the turn at which the option taken counted least beside the best on offer: the greatest difference of e + c + d.
//!
//! In 2 and 3 ties go to the larger swing of feelings, then to the earlier turn. Where every option taken was the best on
//! offer there is nothing to change.

use std::cmp::Reverse;

use crate::rubric::Feeling;
use crate::scenario::EndingKind;

use super::{ChangeBecause, Debrief, OptionReport, TakeHome, ToChange, TurnReport, WayOut, WhatIf, WhatIfOutcome};

impl Debrief {
    /// What one takes home, with what other choices would have led to as far as that is known.
    #[must_use]
    pub fn take_home(&self, what_if: Option<&[WhatIf]>) -> TakeHome {
        let what_if = what_if.unwrap_or_default();
        let change = self.last_way_out(what_if).or_else(|| self.cost_most(what_if));
        let keep = self.best_moment(change.as_ref().map(|change| change.turn));
        TakeHome { keep, change, ways_out: self.ways_out(what_if) }
    }

    fn ways_out(&self, what_if: &[WhatIf]) -> Vec<WayOut> {
        if !self.ended_unsafely() {
            return Vec::new();
        }
        let at = |turn| {
            let outcome = |other: &WhatIf| other.with_own.clone().unwrap_or_else(|| other.with_best.clone());
            let here = what_if.iter().filter(|other| other.turn == turn).map(|other| (other, outcome(other)));
            let (other, outcome) = here.filter(|(_, outcome)| outcome.is_safe()).min_by_key(|(_, it)| it.how_good())?;
            let WhatIf { choice, act, say, .. } = other.clone();
            Some(WayOut { turn, instead: choice, act, say, ending: outcome.ending? })
        };
        (0..self.turns.len()).filter_map(at).collect()
    }

    /// Whether the conversation came to an ending in which somebody may come to harm.
    #[must_use]
    pub fn ended_unsafely(&self) -> bool {
        self.ending.as_ref().is_some_and(|ending| ending.kind == EndingKind::Unsafe)
    }

    fn best_moment(&self, change: Option<usize>) -> Option<usize> {
        let is_critical = |turn| self.critical.iter().any(|act| act.turn == turn);
        let turns = self.turns.iter().enumerate();
        let good = turns.filter(|(index, turn)| {
            turn.offered.len() > 1 && !turn.late && turn.points.sum() > 0 && !is_critical(*index)
        });
        let best =
            good.max_by_key(|&(index, turn)| (change != Some(index), turn.points.sum(), turn.good(), Reverse(index)));
        best.map(|(index, _)| index)
    }

    /// The last turn from which an unsafe ending could still have been avoided.
    fn last_way_out(&self, what_if: &[WhatIf]) -> Option<ToChange> {
        if !self.ended_unsafely() {
            return None;
        }
        let safe = what_if.iter().filter(|other| other.with_best.is_safe());
        let last = safe.clone().map(|other| other.turn).max()?;
        let here = safe.filter(|other| other.turn == last);
        let out = here.min_by_key(|other| other.with_best.how_good())?;
        Some(ToChange {
            turn: last,
            because: ChangeBecause::LastWayOut,
            lost: self.turns.get(last)?.lost(),
            instead: out.choice.clone(),
            act: out.act.clone(),
            say: out.say.clone(),
            leads_to: Some(out.with_best.clone()),
        })
    }

    /// The turn with a critical behaviour, else the one that cost most.
    fn cost_most(&self, what_if: &[WhatIf]) -> Option<ToChange> {
        let is_critical = |turn| self.critical.iter().any(|act| act.turn == turn);
        let turns = self.turns.iter().enumerate().filter_map(|(index, turn)| Some((index, turn, turn.best.as_ref()?)));
        let (index, turn, best) =
            turns.max_by_key(|&(index, turn, _)| (is_critical(index), turn.lost(), turn.swing(), Reverse(index)))?;
        let because = if is_critical(index) { ChangeBecause::Critical } else { ChangeBecause::CostMost };
        let known = what_if.iter().find(|other| other.turn == index && other.choice == best.choice);
        let OptionReport { choice, act, say, .. } = best.clone();
        let leads_to = known.map(|other| other.with_best.clone());
        Some(ToChange { turn: index, because, lost: turn.lost(), instead: choice, act, say, leads_to })
    }
}

impl TurnReport {
    /// How much less the option taken counted than the best on offer: the difference of e + c + d.
    #[must_use]
    pub fn lost(&self) -> i32 {
        self.best.as_ref().map_or(0, |best| best.points.sum() - self.points.sum())
    }

    /// How much good it did the patient: trust and understanding gained, agitation soothed.
    fn good(&self) -> i32 {
        let moved =
            |feeling| i32::from(self.after.feelings.get(feeling)) - i32::from(self.before.feelings.get(feeling));
        moved(Feeling::Trust) + moved(Feeling::Understanding) - moved(Feeling::Agitation)
    }

    /// |ΔA| + |ΔT| + |ΔU|.
    #[must_use]
    pub fn swing(&self) -> u32 {
        let (before, after) = (self.before.feelings, self.after.feelings);
        Feeling::ALL.into_iter().map(|feeling| u32::from(before.get(feeling).abs_diff(after.get(feeling)))).sum()
    }
}

impl WhatIfOutcome {
    /// Whether it comes to an ending, and not to an unsafe one.
    #[must_use]
    pub fn is_safe(&self) -> bool {
        self.ending.as_ref().is_some_and(|ending| ending.kind != EndingKind::Unsafe)
    }

    /// For sorting, the better the lower: by the kind of the ending, then by trust at the end.
    fn how_good(&self) -> (Option<EndingKind>, Reverse<u8>) {
        (self.ending.as_ref().map(|ending| ending.kind), Reverse(self.patient.feelings.trust))
    }
}
