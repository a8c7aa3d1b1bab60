//! This moment: what was said last, the options, and what to ask.

use egui::Ui;

use crate::group::{Phase, Steer, Step, letter};
use crate::sentence::capitalised;
use crate::ui::group::lettered::words_of;
use crate::ui::group::{FacilitatorAction, FacilitatorPage, heard, sections};
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{card, disclosure, page, text};
use crate::ui::{TypeSize, words};

use super::options;

pub(super) fn moment(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    let mut requested = None;
    text::heading(ui, 1, &capitalised(model.room.step.label()));
    text::quiet(ui, &where_we_are(model));
    if let Some(branch) = model.room.branch {
        text::strong(ui, words::way(branch));
    }
    text::body(ui, model.room.step.how_to_lead());
    closed_votes(ui, model);
    requested = skipping(ui, model).or(requested);
    if matches!(model.room.step, Step::Lobby | Step::Prebrief) {
        ui.add_space(space::M);
        if let Some(note) = &model.scenario.content_note {
            card::notice(ui, |ui| card::notice_text(ui, &format!("To read out: {note}")));
        }
        card::card(ui, |ui| sections::items(ui, &model.before.items));
    }
    if !(model.room.heard.is_empty() || model.room.step.shows_scores()) {
        ui.add_space(space::S);
        heard::heard(ui, &model.room.heard, TypeSize::Body);
    }
    if let Some(ending) = model.room.ending.as_ref().filter(|_| !model.room.step.shows_scores()) {
        text::labelled(ui, &format!("\u{201c}{}\u{201d}", ending.title), &ending.thought);
    }
    // While hands are counted there is no time to read.
    if model.private && model.own.voted.is_none() {
        say(ui, model);
    }
    requested = aloud(ui, model).or(requested);
    branches(ui, model);
    requested = options::options(ui, model).or(requested);
    requested = debrief(ui, model).or(requested);
    if model.private { disagreement(ui, model).or(requested) } else { requested }
}

fn where_we_are(model: &FacilitatorPage<'_>) -> String {
    let title = &model.room.title;
    match &model.room.decision {
        Some(open) => format!("{title} \u{b7} decision {}", open.number),
        None => title.clone(),
    }
}

/// The votes that are closed, in a line each.
fn closed_votes(ui: &mut Ui, model: &FacilitatorPage<'_>) {
    let revealed = model.room.decision.as_ref().is_some_and(|open| open.spreads.is_some());
    if !(model.private || revealed) {
        return;
    }
    for (spread, name) in model.own.spreads.iter().zip(["First vote", "Second vote"]) {
        let each: Vec<String> =
            spread.0.iter().enumerate().map(|(place, count)| format!("{} {count}", letter(place))).collect();
        text::labelled(ui, name, &each.join(" \u{b7} "));
    }
}

/// The cue, and what to ask now.
fn say(ui: &mut Ui, model: &FacilitatorPage<'_>) {
    let own = model.own;
    if own.cue.is_none() && own.prompts.is_empty() && own.own_words.is_empty() {
        return;
    }
    ui.add_space(space::S);
    card::card(ui, |ui| {
        if let Some(cue) = &own.cue {
            text::labelled(ui, "Cue", cue);
        }
        if !own.prompts.is_empty() {
            text::heading(ui, 3, "To ask now");
            for prompt in &own.prompts {
                text::body(ui, &format!("\u{2022} {prompt}"));
            }
        }
        if !own.own_words.is_empty() {
            text::heading(ui, 3, "In their own words");
            for words in &own.own_words {
                text::body(ui, &format!("\u{201c}{words}\u{201d}"));
            }
        }
    });
}

/// What was said aloud: nobody's phone has sent it.
fn aloud(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    let typed = model.said?;
    ui.add_space(space::M);
    let typed = TextBox::lines("What was said aloud, one line each", 5).show(ui, typed).text;
    text::small(ui, "Leave names out. It stands in the debrief that you save, beside what phones send.");
    typed.map(FacilitatorAction::Said)
}

/// What leaves a part of the decision out, or the rest of the conversation.
fn skipping(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    let Step::Deciding(phase) = model.room.step else { return None };
    let several = model.own.options.len() > 1;
    ui.add_space(space::M);
    page::row(ui, |ui| {
        let mut steer = None;
        let reveals = several && phase != Phase::Reveal;
        if reveals && Button::plain("Leave out the rest and reveal").pressed(ui) {
            steer = Some(Steer::Reveal);
        }
        if model.own.split_is_open && Button::plain("Leave this way for the other").pressed(ui) {
            steer = Some(Steer::OtherBranch);
        }
        if Button::plain("Stop the conversation here").pressed(ui) {
            steer = Some(Steer::Stop);
        }
        steer.map(FacilitatorAction::Steer)
    })
}

/// What the facilitator would key otherwise, at the decision settled last.
fn disagreement(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    let typed = model.disagreement?;
    let about = model.room.taken.as_ref().map(|taken| taken.option.letter);
    let last = about.map(|letter| format!("The last decision took {letter}. ")).unwrap_or_default();
    let label = format!("{last}What do you see otherwise than the author?");
    ui.add_space(space::M);
    let mut requested = None;
    disclosure::disclosure(ui, "disagreement", "Disagree with the author", |ui| {
        requested = TextBox::lines(&label, 2).show(ui, typed).text.map(FacilitatorAction::Disagree);
        text::small(ui, "It stands in the debrief that you save, for the scenario\u{2019}s author.");
    });
    requested
}

/// Either way of a split that is compared.
fn branches(ui: &mut Ui, model: &FacilitatorPage<'_>) {
    for branch in model.room.branches.iter().flatten() {
        ui.add_space(space::S);
        card::card(ui, |ui| {
            let taken: Vec<String> = branch.taken.iter().map(words_of).collect();
            text::strong(ui, &taken.join(" Then: "));
            heard::heard(ui, &branch.heard, TypeSize::Body);
            if let Some(ending) = &branch.ending {
                text::labelled(ui, &format!("\u{201c}{}\u{201d}", ending.title), &ending.thought);
            }
        });
    }
}

/// The parts of the group's debrief, to show one after the other.
fn debrief(ui: &mut Ui, model: &FacilitatorPage<'_>) -> Option<FacilitatorAction> {
    let section = model.debrief.get(model.part).filter(|_| model.room.step == Step::Debrief)?;
    let (part, parts) = (model.part, model.debrief.len());
    let mut requested = None;
    ui.add_space(space::M);
    text::quiet(ui, &format!("The projector shows part {} of {parts}.", part + 1));
    page::row(ui, |ui| {
        if part > 0 && Button::plain("Part before").pressed(ui) {
            requested = Some(FacilitatorAction::Part(part - 1));
        }
        if Button::plain("Ask for commitments now").pressed(ui) {
            requested = Some(FacilitatorAction::Steer(Steer::Next));
        }
        if Button::plain(words::SAVE_DEBRIEF).pressed(ui) {
            requested = Some(FacilitatorAction::SaveSummary);
        }
    });
    card::card(ui, |ui| sections::read(ui, section));
    requested
}
