//! A part of the page: its heading and what is inside in a line; opened, its blocks.

use egui::{Align, Ui};

use crate::debrief::page::{Block, Part, PartName};
use crate::ui::look::Look;
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::disclosure;

use super::{DebriefAction, DebriefPage, View, block, other_choices};

pub(super) fn part(ui: &mut Ui, model: &DebriefPage<'_>, part: &Part) -> Option<DebriefAction> {
    let is_open = model.view.is_open(part.name);
    let mut action = None;
    ui.push_id(part.name, |ui| {
        let (header, pressed) = disclosure::part(ui, [&part.heading, &part.inside], is_open, |ui| {
            // Lines of text stay short enough to read, however wide the page is.
            ui.set_max_width(ui.available_width().min(Look::of(ui.ctx()).scaled(measure::COLUMN)));
            action = match &part.blocks[..] {
                [Block::OtherChoices(turns)] => other_choices::other_choices(ui, model, turns),
                blocks => block::blocks(ui, model, blocks),
            };
            ui.add_space(space::L);
        });
        if part.name == PartName::WhatIf && other_choices::led_here(ui, model) {
            header.request_focus();
            header.scroll_to_me(Some(Align::TOP));
        }
        if pressed {
            action = Some(DebriefAction::View(model.view.toggled(part.name)));
        }
    });
    action
}

impl View {
    /// Whether a part is open: because it was opened, or because something in it is selected.
    pub(super) fn is_open(&self, part: PartName) -> bool {
        let selected = match part {
            PartName::WhatHappened => self.turn.is_some(),
            PartName::WhatIf => self.what_if.is_some(),
            _ => false,
        };
        selected || self.open.contains(&part)
    }

    /// The same with a part opened, or closed together with what is selected in it.
    fn toggled(&self, part: PartName) -> Self {
        let mut view = self.clone();
        if !view.is_open(part) {
            view.open.insert(part);
            return view;
        }
        view.open.remove(&part);
        match part {
            PartName::WhatHappened => view.turn = None,
            PartName::WhatIf => view.what_if = None,
            _ => {}
        }
        view
    }
}
