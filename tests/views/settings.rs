use bedside::ui::prebrief::Setup;
use bedside::ui::settings_screen::{AudioProblems, SettingsAction, Whereabouts, show};
use bedside::ui::{Motion, Settings, TextSize, Theme};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::harness::{every_control_has_a_name, focused, open, reads, rests};

#[test]
fn each_setting_can_be_changed_by_name() {
    let settings = Settings::default();
    let mut screen = open(|ui| {
        show(
            ui,
            &settings,
            Whereabouts { saved_in: Some("/home/kim/.local/share/bedside"), sent_to: None },
            AudioProblems::default(),
        )
    });
    every_control_has_a_name(&screen);
    assert_eq!(focused(&screen).as_deref(), Some("Back"));
    for (role, name) in [(Role::RadioButton, "150 %"), (Role::RadioButton, "Dark"), (Role::CheckBox, "Meter")] {
        screen.get_by_role_and_label(role, name).click_accesskit();
        screen.run();
    }
    screen.key_press(Key::Escape);
    screen.run();
    let changed = [
        SettingsAction::Change(Settings { text: TextSize::nearest(150), ..settings }),
        SettingsAction::Change(Settings { theme: Theme::Dark, ..settings }),
        SettingsAction::Change(Settings { meter: true, ..settings }),
        SettingsAction::Back,
    ];
    assert_eq!(screen.state(), &changed);
    rests(&mut screen);
}

#[test]
fn sizes_of_text_keep_to_their_steps() {
    assert_eq!(TextSize::nearest(1_000).percent(), 200);
    assert_eq!(TextSize::nearest(0).percent(), 80);
    assert_eq!(TextSize::default().larger().map(TextSize::percent), Some(110));
    assert_eq!(TextSize::nearest(80).smaller(), None);
}

#[test]
fn saved_data_says_where_and_is_deleted_only_on_a_second_press() {
    let settings = Settings::default();
    let mut screen = open(|ui| {
        show(
            ui,
            &settings,
            Whereabouts { saved_in: Some("/home/kim/bedside"), sent_to: None },
            AudioProblems::default(),
        )
    });
    assert!(reads(&screen, "/home/kim/bedside"));
    let name = "Delete my saved data";
    assert!(screen.query_by_label(name).is_none());
    screen.get_by_label("Delete saved data").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[]);
    screen.get_by_role_and_label(Role::Button, name).click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[SettingsAction::Delete]);
    let screen = open(|ui| show(ui, &settings, Whereabouts::default(), AudioProblems::default()));
    assert!(reads(&screen, "nothing is left when the window is closed") && !reads(&screen, "Delete saved data"));
}

#[test]
fn what_leaves_the_computer_is_said_as_it_is() {
    let settings = Settings::default();
    let sent = Whereabouts { saved_in: Some("/home/kim/bedside"), sent_to: Some("https://lrs.example.org/xapi") };
    for (whereabouts, nothing) in [(Whereabouts { sent_to: None, ..sent }, true), (sent, false)] {
        let screen = open(|ui| show(ui, &settings, whereabouts, AudioProblems::default()));
        assert_eq!(reads(&screen, "Nothing of what you play is sent"), nothing);
        assert_eq!(reads(&screen, "is sent to https://lrs.example.org/xapi"), !nothing);
    }
}

#[test]
fn reading_aloud_is_off_at_first_and_says_why_it_cannot_be() {
    let settings = Settings::default();
    assert!(!settings.aloud);
    let audio_problems = AudioProblems { voice: Some("There is no voice here."), place: None };
    let mut screen = open(|ui| show(ui, &settings, Whereabouts::default(), audio_problems));
    assert!(reads(&screen, "There is no voice here."));
    screen.get_by_role_and_label(Role::CheckBox, "Read aloud").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[SettingsAction::Change(Settings { aloud: true, ..settings })]);
    assert!(!reads(&open(|ui| show(ui, &settings, Whereabouts::default(), AudioProblems::default())), "no voice"));
}

#[test]
fn the_sound_of_the_place_is_off_at_first_and_says_why_it_cannot_be() {
    let settings = Settings::default();
    assert!(!settings.place_sound);
    let audio_problems = AudioProblems { voice: None, place: Some("There is no player here.") };
    let mut screen = open(|ui| show(ui, &settings, Whereabouts::default(), audio_problems));
    every_control_has_a_name(&screen);
    assert!(reads(&screen, "There is no player here."));
    screen.get_by_role_and_label(Role::CheckBox, "Sound of the place").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[SettingsAction::Change(Settings { place_sound: true, ..settings })]);
    assert!(!reads(&open(|ui| show(ui, &settings, Whereabouts::default(), AudioProblems::default())), "no player"));
}

#[test]
fn settings_that_know_nothing_of_sound_are_read_and_those_of_today_come_back() {
    let older = "(text: 125, theme: Dark, motion: Reduced, meter: true, own_words: false, timers: false)";
    let read: Settings = ron::from_str(older).expect("settings of an older version");
    let expected = Settings { text: TextSize::nearest(125), theme: Theme::Dark, motion: Motion::Reduced, ..read };
    assert_eq!((read, read.meter, read.aloud, read.place_sound), (expected, true, false, false));
    let today = Settings { place_sound: true, ..read };
    let kept = ron::to_string(&today).expect("they can be written");
    assert_eq!(ron::from_str::<Settings>(&kept), Ok(today));
    // An older version meets a field that it does not know.
    assert_eq!(ron::from_str::<Settings>("(text: 125, not_yet_known: true)").map(|read| read.text.percent()), Ok(125));
}

#[test]
fn nobody_plays_against_a_timer_who_has_not_asked_for_one() {
    let settings = Settings::default();
    assert!(!settings.timers && !Setup::practise(&settings).timers);
    let mut screen = open(|ui| show(ui, &settings, Whereabouts::default(), AudioProblems::default()));
    screen.get_by_role_and_label(Role::CheckBox, "Timers").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[SettingsAction::Change(Settings { timers: true, ..settings })]);
}
