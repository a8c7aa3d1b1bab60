//! Conversations that were played before: a page of them, and what is kept of one whose debrief cannot be composed.

mod kept;
mod model;
mod row;

use egui::{Align, Ui};

use crate::records::past::PlayedScenario;

use super::tokens::space;
use super::widgets::button::Button;
use super::widgets::{card, disclosure, focus, page, radio, text};

pub use kept::{KeptAction, KeptPage, show as show_kept};
pub use model::{PastAction, PastList, PastRow};

/// Shows a page of what was played and returns the requested action.
pub fn show(ui: &mut Ui, model: &PastList<'_>) -> Option<PastAction> {
    let opened = focus::opened(ui, "past");
    page::column(ui, "past", |ui| {
        let (first, back) = page::back(ui, "Back to your progress");
        page::focus_first(opened && !model.has_opened_last(), &first);
        text::heading(ui, 1, "Past conversations");
        let mut action = back.then_some(PastAction::Back);
        if model.unreadable {
            card::notice(ui, |ui| {
                let words =
                    "What you have played cannot be read now. It stays where it is; go back, and look again later.";
                card::notice_text(ui, words);
            });
            return action;
        }
        introduction(ui, model);
        action = filter(ui, model).or(action);
        if !model.under_way.is_empty() {
            text::heading(ui, 2, "Not over yet");
            for row in model.under_way {
                action = row::under_way(ui, row).or(action);
            }
            ui.add_space(space::L);
        }
        action = over(ui, model, opened).or(action);
        if model.unread > 0 {
            card::notice(ui, |ui| card::notice_text(ui, &unread(model.unread)));
        }
        ways_on(ui, model).or(action)
    })
}

/// What stands here, or will.
fn introduction(ui: &mut Ui, model: &PastList<'_>) {
    if model.total == 0 && model.under_way.is_empty() && model.unread == 0 {
        text::lead(ui, "Nothing stands here yet.");
        text::quiet(
            ui,
            "Finish a conversation, and its debrief can be opened again from here: what happened, where it turned, and \
             what else could have been.",
        );
    } else {
        text::lead(ui, "Open any of them to see its debrief again, as it was.");
    }
    if model.guest {
        text::quiet(ui, "You are a guest: these are gone when the window is closed, or when somebody else plays.");
    }
    ui.add_space(space::S);
}

fn unread(count: usize) -> String {
    let which = match count {
        1 => "One more conversation belongs here and cannot be read: what is kept of it is damaged.".to_owned(),
        more => format!("{more} more conversations belong here and cannot be read: what is kept of them is damaged."),
    };
    format!("{which} All others can be opened.")
}

/// Narrows what is shown to one scenario, where there are several.
fn filter(ui: &mut Ui, model: &PastList<'_>) -> Option<PastAction> {
    if model.scenarios.len() < 2 && model.scenario.is_none() {
        return None;
    }
    let picked = model.scenario;
    let title = match picked {
        None => "Showing all scenarios",
        Some(id) => &format!("Showing only \u{201c}{}\u{201d}", model.title(id)),
    };
    let mut wanted = None;
    disclosure::labelled(ui, "scenario", title, |ui| {
        let each = |one: &PlayedScenario| format!("{} ({})", one.title, one.times);
        let labels: Vec<String> = model.scenarios.iter().map(each).collect();
        let all = std::iter::once((None, "All of them"));
        let options: Vec<(Option<&str>, &str)> = all
            .chain(model.scenarios.iter().zip(&labels).map(|(one, label)| (Some(one.id.as_str()), label.as_str())))
            .collect();
        wanted = radio::radio(ui, "Scenario", &options, picked);
    });
    ui.add_space(space::S);
    wanted.map(|scenario| PastAction::Scenario(scenario.map(str::to_owned)))
}

fn over(ui: &mut Ui, model: &PastList<'_>, opened: bool) -> Option<PastAction> {
    if model.over.is_empty() {
        return None;
    }
    // Where another page has come, reading goes on at its beginning.
    let turned = focus::changed(ui, "past page", &(model.first, model.scenario.map(str::to_owned))) && !opened;
    let heading = text::destination(ui, 2, &model.counted(), turned);
    if turned {
        heading.scroll_to_me(Some(Align::TOP));
    }
    let mut action = None;
    for row in model.over {
        let response = row::over(ui, row);
        if opened && model.opened_last == Some(row.told.id) {
            response.request_focus();
            response.scroll_to_me(Some(Align::Center));
        }
        if response.clicked() {
            action = Some(PastAction::Open(row.told.id));
        }
    }
    action
}

fn ways_on(ui: &mut Ui, model: &PastList<'_>) -> Option<PastAction> {
    if model.first == 1 && !model.has_earlier {
        return None;
    }
    ui.add_space(space::M);
    page::row(ui, |ui| {
        if model.has_earlier && Button::plain("Earlier ones").pressed(ui) {
            return Some(PastAction::Earlier);
        }
        (model.first > 1 && Button::plain("Later ones").pressed(ui)).then_some(PastAction::Later)
    })
}
