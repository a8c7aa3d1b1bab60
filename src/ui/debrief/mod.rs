//! The debrief: a page to read, in the order of its parts.

mod arc;
mod happened;
mod headline;
mod next_time;
mod points;
mod road;
mod scale;
mod scores;
mod turn;
mod voice;
mod what_if;

use std::collections::BTreeMap;

use egui::Ui;

use crate::analysis::WhatIf;
use crate::attempt::{Mode, Notes, Reflection};
use crate::chart::Chart;
use crate::debrief::Debrief;
use crate::scenario::Scenario;
use crate::session::CurrentScene;

use super::RoadTaken;
use super::tokens::space;
use super::widgets::{focus, page, text};

/// What the debrief shows.
#[derive(Clone, Copy, Debug)]
pub struct DebriefPage<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The debrief.
    pub debrief: &'a Debrief,
    /// The scenes met, as [`retrace`](crate::ui::retrace) gives them.
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
    KeepPage,
    /// To play the scenario again.
    PlayAgain,
    /// To go to the library.
    Library,
}

/// Shows the debrief and returns what was asked for.
pub fn show(ui: &mut Ui, model: &DebriefPage<'_>) -> Option<DebriefAction> {
    let opened = focus::opened(ui, "debrief");
    page::column(ui, "debrief", |ui| {
        headline::headline(ui, model, opened);
        let mut actions = vec![
            happened::happened(ui, model),
            part(ui, voice::voice, model),
            looking_closer(ui, model),
            part(ui, next_time::next_time, model),
        ];
        next_time::what_it_measures(ui);
        actions.push(next_time::ways_on(ui));
        actions.into_iter().flatten().next()
    })
}

fn part(
    ui: &mut Ui,
    show: impl FnOnce(&mut Ui, &DebriefPage<'_>) -> Option<DebriefAction>,
    model: &DebriefPage<'_>,
) -> Option<DebriefAction> {
    ui.add_space(space::XXL);
    show(ui, model)
}

fn looking_closer(ui: &mut Ui, model: &DebriefPage<'_>) -> Option<DebriefAction> {
    ui.add_space(space::XXL);
    text::heading(ui, 2, "Looking closer");
    let notes = next_time::own_view(ui, model.notes);
    scores::scores(ui, model);
    let from_point = points::turning_points(ui, model);
    points::opportunities(ui, model);
    points::objectives(ui, model);
    road::road(ui, model);
    notes.or(from_point).or(what_if::what_if(ui, model))
}

impl DebriefPage<'_> {
    /// How the app speaks of the patient.
    fn patient(&self) -> &str {
        &self.scenario.patient.called
    }
}
