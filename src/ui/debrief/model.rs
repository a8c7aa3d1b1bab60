//! What the debrief shows, and what can be asked of it.

use std::collections::BTreeMap;

use crate::attempt::{Mode, Notes, Reflection};
use crate::chart::Chart;
use crate::debrief::{Debrief, WhatIf};
use crate::scenario::Scenario;
use crate::session::CurrentScene;
use crate::ui::RoadTaken;

/// What the debrief shows.
#[derive(Clone, Copy, Debug)]
pub struct DebriefPage<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The debrief.
    pub debrief: &'a Debrief,
    /// The scenes met, as [`scenes_met`](crate::ui::scenes_met) gives them.
    pub met: &'a [CurrentScene],
    /// How it was played.
    pub mode: Mode,
    /// Where this pass is a second try: the turn that was rewound to, from 0.
    pub again_from: Option<usize>,
    /// Own words by turn.
    pub own_words: &'a BTreeMap<usize, String>,
    /// What the trainee said before the scores.
    pub reflection: Option<&'a Reflection>,
    /// Where other choices could have led; `None` while it is being worked out.
    pub what_if: Option<&'a [WhatIf]>,
    /// The scenario as a graph, and the road on it; `None` where there is no graph to show.
    pub road: Option<(&'a Chart, &'a RoadTaken)>,
    /// The trainee's notes.
    pub notes: &'a Notes,
    /// What is open on the page.
    pub view: &'a View,
}

/// What is open on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The turn looked at in the arc, from 0.
    pub turn: Option<usize>,
    /// The other choice looked at in "what if": its turn, and its id once one is picked.
    pub what_if: Option<(usize, Option<String>)>,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DebriefAction {
    /// To open or close something.
    View(View),
    /// To keep these notes.
    Notes(Notes),
    /// To play again from this turn; practice only.
    PlayFrom(usize),
    /// To keep the debrief as a page.
    SavePage,
    /// To play the scenario again.
    PlayAgain,
    /// To go to the library.
    Library,
}
