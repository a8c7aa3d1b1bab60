//! The settings.

use bedside::ui::settings_screen::{SettingsAction, show};
use bedside::ui::{Settings, TextSize, Theme};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::harness::{every_control_has_a_name, focused, open, reads, rests};

#[test]
fn each_setting_can_be_changed_by_name() {
    let settings = Settings::default();
    let mut screen = open(|ui| show(ui, &settings, Some("/home/kim/.local/share/bedside"), None));
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
fn what_is_kept_says_where_and_is_deleted_only_on_a_second_press() {
    let settings = Settings::default();
    let mut screen = open(|ui| show(ui, &settings, Some("/home/kim/bedside"), None));
    assert!(reads(&screen, "/home/kim/bedside"));
    let name = "Delete all that is kept of what I played";
    assert!(screen.query_by_label(name).is_none());
    screen.get_by_label("Delete what is kept").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[]);
    screen.get_by_role_and_label(Role::Button, name).click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[SettingsAction::Delete]);
    let screen = open(|ui| show(ui, &settings, None, None));
    assert!(reads(&screen, "nothing outlasts the window") && !reads(&screen, "Delete what is kept"));
}

#[test]
fn reading_aloud_is_off_at_first_and_says_why_it_cannot_be() {
    let settings = Settings::default();
    assert!(!settings.aloud);
    let mut screen = open(|ui| show(ui, &settings, None, Some("There is no voice here.")));
    assert!(reads(&screen, "There is no voice here."));
    screen.get_by_role_and_label(Role::CheckBox, "Read aloud").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[SettingsAction::Change(Settings { aloud: true, ..settings })]);
    assert!(!reads(&open(|ui| show(ui, &settings, None, None)), "no voice"));
}
