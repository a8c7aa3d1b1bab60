//! The debrief: its page as it was composed, with what can be opened, written down and gone on to.

mod arc;
mod block;
mod course;
mod notes;
mod other_choices;
mod road;
mod scale;
mod scores;
mod survey;
mod turn;

use std::collections::BTreeMap;

use egui::Ui;

use crate::analysis::WhatIf;
use crate::attempt::{Mode, Notes, Reflection};
use crate::chart::Chart;
use crate::debrief::Debrief;
use crate::debrief::page::{Block, Material, OtherRoads, Page, Part};
use crate::scenario::Scenario;
use crate::session::CurrentScene;

use super::tokens::space;
use super::widgets::button::Button;
use super::widgets::text::Ink;
use super::widgets::{disclosure, focus, page, text};
use super::{RoadTaken, TypeSize};

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
    let told = model.compose();
    page::column(ui, "debrief", |ui| {
        text::landmark(ui, 2, &told.title, opened);
        let title = Ink::new(TypeSize::Title, text::palette(ui).text).strong().show(ui, &told.headline);
        text::mark_heading(ui, &title, 1, &told.headline);
        let mut action = block::blocks(ui, model, &told.opening);
        ui.add_space(space::L);
        for (index, part) in told.parts.iter().enumerate() {
            if index > 0 {
                ui.add_space(space::XXL);
            }
            action = self::part(ui, model, part).or(action);
        }
        ui.add_space(space::XL);
        disclosure::disclosure(ui, "background", &told.background.heading, |ui| {
            block::blocks(ui, model, &told.background.blocks);
        });
        action.or(ways_on(ui))
    })
}

fn part(ui: &mut Ui, model: &DebriefPage<'_>, part: &Part) -> Option<DebriefAction> {
    // The heading of what other parts lead to takes the focus itself.
    if let [Block::OtherChoices(turns)] = &part.blocks[..] {
        return other_choices::other_choices(ui, model, &part.heading, turns);
    }
    text::heading(ui, 2, &part.heading);
    block::blocks(ui, model, &part.blocks)
}

/// Shows the ways on.
fn ways_on(ui: &mut Ui) -> Option<DebriefAction> {
    ui.add_space(space::L);
    page::row(ui, |ui| {
        if Button::primary("Play again").pressed(ui) {
            return Some(DebriefAction::PlayAgain);
        }
        if Button::plain("Keep this page").pressed(ui) {
            return Some(DebriefAction::KeepPage);
        }
        Button::plain("To the library").pressed(ui).then_some(DebriefAction::Library)
    })
}

impl DebriefPage<'_> {
    /// What is said of the debrief.
    fn compose(&self) -> Page {
        Page::compose(&Material {
            reflection: self.reflection,
            own_words: Some(self.own_words),
            again_from: self.again_from,
            notes: Some(self.notes),
            other_roads: self.what_if.map_or(OtherRoads::UnderWay, OtherRoads::Found),
            road: self.road.map(|(chart, road)| road::on_graph(chart, road)),
            ..Material::of(self.scenario, self.debrief)
        })
    }
}
