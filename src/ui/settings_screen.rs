//! The screen of the settings.

use egui::Ui;

use super::tokens::space;
use super::whereabouts::what_leaves;
use super::widgets::button::Button;
use super::widgets::{card, disclosure, focus, page, radio, switch, text};
use super::{Motion, Reading, Settings, TextSize, Theme, words};

/// What the user requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsAction {
    /// To change the settings.
    Change(Settings),
    /// To delete all saved attempts and results.
    Delete,
    Back,
}

/// Why speech or sound does not work; `None` if it does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AudioProblems<'a> {
    /// Why lines cannot be read aloud.
    pub voice: Option<&'a str>,
    /// Why the room tone cannot be heard.
    pub place: Option<&'a str>,
}

/// Where what is played goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Whereabouts<'a> {
    /// The folder that it is saved in, if it is.
    pub saved_in: Option<&'a str>,
    /// The address of the record store that it is sent to, if it is.
    pub sent_to: Option<&'a str>,
}

/// Shows the settings and returns the requested action.
pub fn show(
    ui: &mut Ui,
    settings: &Settings,
    whereabouts: Whereabouts<'_>,
    audio_problems: AudioProblems<'_>,
) -> Option<SettingsAction> {
    let opened = focus::opened(ui, "settings");
    page::column(ui, "settings", |ui| {
        let (first, back) = page::back(ui, "Back");
        page::focus_first(opened, &first);
        text::heading(ui, 1, "Settings");
        let mut changed = *settings;
        reading(ui, &mut changed);
        playing(ui, &mut changed);
        hearing(ui, &mut changed, audio_problems);
        let delete = data(ui, whereabouts);
        if back {
            Some(SettingsAction::Back)
        } else if delete {
            Some(SettingsAction::Delete)
        } else {
            (changed != *settings).then_some(SettingsAction::Change(changed))
        }
    })
}

fn reading(ui: &mut Ui, settings: &mut Settings) {
    text::heading(ui, 2, "Reading");
    card::card(ui, |ui| reading_card(ui, settings));
    ui.add_space(space::L);
}

fn reading_card(ui: &mut Ui, settings: &mut Settings) {
    let read = Reading { text: settings.text, theme: settings.theme };
    *settings = size_and_colours(ui, read).of(*settings);
    ui.add_space(space::S);
    let motions = Motion::ALL.map(|motion| (motion, motion.label()));
    settings.motion = one_of(ui, "Motion", &motions, settings.motion);
    text::small(ui, "Kept still, the patient\u{2019}s face changes at once and nothing blinks or slides.");
}

/// What of the settings counts on every screen; returns what is selected.
pub(crate) fn size_and_colours(ui: &mut Ui, read: Reading) -> Reading {
    let labels = TextSize::STEPS.map(|percent| (TextSize::nearest(percent), format!("{percent} %")));
    let sizes: Vec<(TextSize, &str)> = labels.iter().map(|(size, label)| (*size, label.as_str())).collect();
    let text = one_of(ui, "Size of text", &sizes, read.text);
    ui.add_space(space::S);
    let themes = Theme::ALL.map(|theme| (theme, theme.label()));
    Reading { text, theme: one_of(ui, "Colours", &themes, read.theme) }
}

/// A labelled group of options; returns the selected one.
fn one_of<T: Copy + PartialEq>(ui: &mut Ui, name: &str, options: &[(T, &str)], taken: T) -> T {
    text::strong(ui, name);
    radio::radio(ui, name, options, taken).unwrap_or(taken)
}

fn hearing(ui: &mut Ui, settings: &mut Settings, audio_problems: AudioProblems<'_>) {
    text::heading(ui, 2, "Hearing");
    card::card(ui, |ui| {
        let aloud = "The voice of this computer reads what the patient says. It stands on the screen all the same.";
        settings.aloud = switch::switch(ui, "Read aloud", aloud, settings.aloud).unwrap_or(settings.aloud);
        problem(ui, audio_problems.voice);
        let place = "A quiet room around the conversation: its air, a clock, steps far off. It tells you nothing that \
                     you need, and is silent while a line is read aloud.";
        let name = "Sound of the place";
        settings.place_sound = switch::switch(ui, name, place, settings.place_sound).unwrap_or(settings.place_sound);
        problem(ui, audio_problems.place);
    });
    ui.add_space(space::L);
}

fn problem(ui: &mut Ui, why: Option<&str>) {
    if let Some(why) = why {
        card::notice(ui, |ui| card::notice_text(ui, why));
    }
}

fn playing(ui: &mut Ui, settings: &mut Settings) {
    text::heading(ui, 2, "Playing");
    card::card(ui, |ui| playing_card(ui, settings));
    ui.add_space(space::L);
}

fn playing_card(ui: &mut Ui, settings: &mut Settings) {
    let own_words = format!("Before the options appear, say in a box what you would say. {}", words::OWN_WORDS_NOTE);
    settings.own_words =
        switch::switch(ui, words::OWN_WORDS_FIRST, &own_words, settings.own_words).unwrap_or(settings.own_words);
    let timers = format!("Where a moment presses for time, a timer runs. {}", words::MORE_TIME);
    settings.timers = switch::switch(ui, "Timers", &timers, settings.timers).unwrap_or(settings.timers);
    let meter = "In practice, show how the patient feels as numbers. Reading the person is the better exercise.";
    settings.meter = switch::switch(ui, "Meter", meter, settings.meter).unwrap_or(settings.meter);
}

/// Says what is saved and where, and returns whether it is to be deleted.
fn data(ui: &mut Ui, Whereabouts { saved_in, sent_to }: Whereabouts<'_>) -> bool {
    text::heading(ui, 2, "Your data");
    card::card(ui, |ui| {
        text::body(ui, &what_leaves(sent_to));
        let Some(folder) = saved_in else {
            text::body(ui, "Nothing that you play is kept here: nothing is left when the window is closed.");
            return false;
        };
        text::labelled(ui, "Saved in", folder);
        let mut delete = false;
        disclosure::disclosure(ui, "delete", "Delete saved data", |ui| {
            text::body(
                ui,
                &format!(
                    "This deletes what you have played: where you left off, what you chose and wrote, and what it came to. {} \
                     Nobody else\u{2019}s goes. {} Your name and your settings stay too, and a switch that sends stays as \
                     it is. A conversation that is open goes on, and is saved again from its next turn.",
                    words::FOR_GOOD,
                    words::WHAT_STAYS
                ),
            );
            delete = Button::plain("Delete it").named("Delete my saved data").pressed(ui);
        });
        delete
    })
}
