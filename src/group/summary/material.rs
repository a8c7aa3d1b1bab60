//! What the sections are told from.

use crate::debrief::Debrief;
use crate::debrief::page::{self, OtherRoads, Page, Part, PartName};
use crate::debrief::terms::done_and_said;
use crate::group::decision::GroupDecision;
use crate::group::poll::Spread;
use crate::group::session::GroupSession;
use crate::scenario::{ChoiceId, Scenario};

const UNDER_WAY: &str =
    "Many of you were for something that you did not take; where it would have led is still being worked out.";
const TOO_MANY_ROADS: &str = "Many of you were for something that you did not take, but this conversation has more roads \
                              than can be looked at, so it cannot be told where it would have led.";

/// A session, and the debrief of its conversation.
pub(super) struct Material<'a> {
    pub(super) group: &'a GroupSession,
    pub(super) scenario: &'a Scenario,
    pub(super) debrief: &'a Debrief,
    /// The debrief as one trainee would read it.
    pub(super) page: Page,
    /// Why it is not told where other choices would have led; `None` where it is known.
    pub(super) unexplored: Option<&'static str>,
}

impl<'a> Material<'a> {
    pub(super) fn new(group: &'a GroupSession, debrief: &'a Debrief, other_roads: OtherRoads<'_>) -> Self {
        let scenario = group.conversation().scenario();
        let unexplored = match other_roads {
            OtherRoads::Found(_) => None,
            OtherRoads::UnderWay => Some(UNDER_WAY),
            OtherRoads::LeftOut => Some(TOO_MANY_ROADS),
        };
        // The page would say also of other things that they are under way, and they are no part of this debrief.
        let other_roads = if unexplored.is_some() { OtherRoads::LeftOut } else { other_roads };
        let page = Page::compose(&page::Material { other_roads, ..page::Material::of(scenario, debrief) });
        Self { group, scenario, debrief, page, unexplored }
    }

    /// A part of the page that has something in it.
    pub(super) fn part(&self, name: PartName) -> Option<&Part> {
        self.page.parts.iter().find(|part| part.name == name)
    }

    /// All decisions that were settled, in the order met; those on a branch that was left among them.
    pub(super) fn settled(&self) -> impl Iterator<Item = &'a GroupDecision> + use<'a> {
        self.group.course().decisions.iter().filter(|decision| decision.outcome.is_some())
    }

    /// What is done and said by an option.
    pub(super) fn deed(&self, choice: ChoiceId) -> String {
        let words = &self.scenario.choice(choice).words;
        done_and_said(words.act(), words.say())
    }

    /// How the room voted before the discussion and after it; `None` where no vote was held, or nobody voted.
    pub(super) fn spreads(&self, decision: &GroupDecision) -> [Option<Spread>; 2] {
        [decision.first, decision.second].map(|poll| {
            let spread = self.group.poll(poll?)?.spread();
            (spread.total() > 0).then_some(spread)
        })
    }

    /// How the room voted last.
    pub(super) fn last_spread(&self, decision: &GroupDecision) -> Option<Spread> {
        let [first, second] = self.spreads(decision);
        second.or(first)
    }

    /// "Turn 2", or that it lay on the way that was left.
    pub(super) fn name(&self, decision: &GroupDecision) -> String {
        let turn = turn(decision);
        if self.group.course().led_here().any(|on_road| on_road.id == decision.id) {
            turn
        } else {
            format!("{turn}, on the other way")
        }
    }
}

/// "Turn 2".
pub(super) fn turn(decision: &GroupDecision) -> String {
    format!("Turn {}", decision.turn + 1)
}

/// "4 of 9".
pub(super) fn share(spread: &Spread, place: usize) -> String {
    format!("{} of {}", spread.at(place), spread.total())
}

/// Words that somebody typed, in one line and in quotation marks.
pub(super) fn typed(words: &str) -> String {
    crate::debrief::terms::quoted(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}
