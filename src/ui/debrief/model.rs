//! The model of the debrief, and its actions.

use std::collections::{BTreeMap, BTreeSet};

use crate::attempt::{Mode, Notes, Reflection};
use crate::chart::Chart;
use crate::debrief::page::{Appendix, PartName};
use crate::debrief::{Debrief, WhatIf};
use crate::scenario::Scenario;
use crate::session::CurrentScene;
use crate::ui::{RoadTaken, Thumbnail};

use super::OpenedAgain;

/// The model of the debrief.
#[derive(Clone, Copy, Debug)]
pub struct DebriefPage<'a> {
    pub scenario: &'a Scenario,
    pub debrief: &'a Debrief,
    /// The scenes met, as returned by [`scenes_met`](crate::ui::scenes_met).
    pub met: &'a [CurrentScene],
    pub mode: Mode,
    /// If this pass is a second try, the turn that was rewound to, from 0.
    pub again_from: Option<usize>,
    /// The trainee's own words, by turn.
    pub own_words: &'a BTreeMap<usize, String>,
    pub reflection: Option<&'a Reflection>,
    /// Where other choices lead; `None` while it is being calculated.
    pub what_if: Option<&'a [WhatIf]>,
    /// The scenario's chart and the road on it; `None` if the chart is too large to show.
    pub road: Option<(&'a Chart, &'a RoadTaken)>,
    pub notes: &'a Notes,
    /// The patient as they were at the end; `None` until it is drawn.
    pub portrait: Option<&'a Thumbnail>,
    /// What is open on the page.
    pub view: &'a View,
    /// Where it is opened again, to be looked at alone; `None` right after the conversation.
    pub again: Option<OpenedAgain<'a>>,
}

impl DebriefPage<'_> {
    /// Whether one can play on from a turn: when practising, and not in what is kept, to which that would add.
    pub(super) fn plays_from_turns(&self) -> bool {
        self.mode == Mode::Practise && self.again.is_none()
    }
}

/// What is open on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The parts that were opened.
    pub open: BTreeSet<PartName>,
    /// The turn selected in the arc, from 0.
    pub turn: Option<usize>,
    /// The turn selected in "what if", and the id of the other choice once one is selected.
    pub what_if: Option<(usize, Option<String>)>,
}

/// What the trainee requested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DebriefAction {
    /// To open or close something.
    View(View),
    /// To change the notes.
    Notes(Notes),
    /// To play again from this turn; practice only.
    PlayFrom(usize),
    /// To save the debrief as a page, with or without all that does not stand on its two sides.
    SavePage(Appendix),
    /// To play the scenario again.
    PlayAgain,
    /// To show another pass of what is opened again, by its number from 0.
    Pass(usize),
    /// To leave the page.
    Leave,
}
