//! The findings in files: the screen with all of them, and the author's panel at the foot of the window.

use bedside::source::Severity;
use bedside::ui;
use bedside::ui::author::findings::{FileFindings, Finding, FindingAction, Found};
use bedside::ui::author::panel::{self, Panel, PanelAction};
use bedside::ui::conversation;
use bedside::ui::findings::{self, Findings, FindingsAction};
use bedside::ui::{Motion, Settings, TextSize};
use egui::accesskit::{Live, Role};
use egui::{Key, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::harness::{Screen, every_control_has_a_name, open, open_with, reads, rests};
use super::samples::{Talk, after, kettle};

const REPORT: &str = "error[unknown-field]: `tittle`\n --> my/bad.ron:4:5";

fn file(errors: usize, warnings: usize) -> FileFindings {
    let one = |severity, report: &str, line| Finding {
        severity,
        position: Some((line, 5)),
        report: report.to_owned(),
        narrower: Vec::new(),
        scene: None,
    };
    let errors = (0..errors).map(|index| one(Severity::Error, REPORT, 4 + index));
    let warnings = (0..warnings).map(|index| one(Severity::Warning, "warning[unused-flag]: `f`", 90 + index));
    FileFindings { path: "my/bad.ron".to_owned(), findings: errors.chain(warnings).collect(), outdated: true }
}

/// The conversation with the panel at its foot, which opens and closes as requested.
fn panel_of(size: Vec2, percent: u16, file: FileFindings, news: Option<&str>) -> Screen<'_, PanelAction> {
    let look = Settings { text: TextSize::nearest(percent), ..Settings::default() }.look(Motion::Reduced);
    let talk = Talk::new(after(&kettle(), &[]));
    let mut open = false;
    let pass = move |ui: &mut egui::Ui, actions: &mut Vec<PanelAction>| {
        ui::apply(ui.ctx(), &look);
        ui::frame(ui.ctx(), |ui| conversation::show(ui, &talk.model()));
        let action = panel::show(ui.ctx(), &Panel { news, file: Some(&file), open });
        if let Some(PanelAction::Open(wanted)) = action {
            open = wanted;
        }
        actions.extend(action);
    };
    Harness::builder().with_size(size).build_ui_state(pass, Vec::new())
}

#[test]
fn a_report_stands_as_it_was_rendered() {
    let files = [file(1, 0)];
    let mut screen = open(|ui| findings::show(ui, &Findings { files: &files }));
    assert!(reads(&screen, REPORT));
    assert!(reads(&screen, "1 mistake. Until they are fixed, the last version without mistakes is played."));
    assert!(screen.query_by_role_and_label(Role::Heading, "my/bad.ron").is_some());
    screen.get_by_label("Look again").click_accesskit();
    screen.run();
    screen.key_press(Key::Escape);
    screen.run();
    assert_eq!(screen.state(), &[FindingsAction::Reload, FindingsAction::Back]);
}

#[test]
fn where_there_is_less_room_a_narrower_report_stands_so_that_its_mark_stays_in_place() {
    let marked =
        |columns: usize| format!("error[e]: so\n --> my/bad.ron:4:5\n  |\n4 | {}!\n  |", "x".repeat(columns - 5));
    let finding =
        Finding { report: marked(120), narrower: vec![marked(70), marked(40)], ..file(1, 0).findings.remove(0) };
    let files = [FileFindings { findings: vec![finding], ..file(0, 0) }];
    for (width, percent, columns) in [(1280.0, 80, 70), (1280.0, 100, 70), (1024.0, 200, 40), (400.0, 200, 40)] {
        let settings = Settings { text: TextSize::nearest(percent), ..Settings::default() };
        let screen = open_with(settings, vec2(width, 800.0), |ui| findings::show(ui, &Findings { files: &files }));
        assert!(reads(&screen, &marked(columns)), "{width} {percent} {columns}");
    }
    let mut screen = panel_of(vec2(1600.0, 800.0), 100, files[0].clone(), None);
    screen.run();
    screen.get_by_label_contains("1 mistake in bad.ron").click_accesskit();
    screen.run();
    assert!(reads(&screen, &marked(120)));
}

#[test]
fn every_finding_leads_to_its_place() {
    let files = [file(1, 0), file(1, 1)];
    let mut screen = open(|ui| findings::show(ui, &Findings { files: &files }));
    screen.get_by_role_and_label(Role::Button, "Open my/bad.ron:90:5 in your editor").click_accesskit();
    screen.run();
    screen.get_by_role_and_label(Role::Button, "Copy my/bad.ron:90:5").click_accesskit();
    screen.run();
    let found = Found { file: 1, finding: 1 };
    let expected = [FindingAction::Edit(found), FindingAction::Copy(found)].map(FindingsAction::Finding);
    assert_eq!(screen.state(), &expected);
    every_control_has_a_name(&screen);
}

#[test]
fn the_panel_opens_and_closes_and_leads_to_file_and_line() {
    let mut screen = panel_of(vec2(1280.0, 800.0), 100, file(2, 1), None);
    screen.run();
    assert!(!reads(&screen, REPORT));
    let title = "2 mistakes and 1 warning in bad.ron: the last version without mistakes is in play";
    screen.get_by_label(title).click_accesskit();
    screen.run();
    assert!(reads(&screen, REPORT));
    screen.get_by_label("Open my/bad.ron:5:5 in your editor").click_accesskit();
    screen.run();
    screen.get_by_label(title).click_accesskit();
    screen.run();
    assert!(!reads(&screen, REPORT));
    let edit = PanelAction::Finding(FindingAction::Edit(Found { file: 0, finding: 1 }));
    assert_eq!(screen.state(), &[PanelAction::Open(true), edit, PanelAction::Open(false)]);
    rests(&mut screen);
}

#[test]
fn the_news_are_announced_and_can_be_dismissed() {
    let news = "The road stopped fitting at turn 4: gone.";
    let mut screen = panel_of(vec2(1280.0, 800.0), 100, file(0, 0), Some(news));
    screen.run();
    let told = screen.get_by_value(news);
    assert_eq!(told.accesskit_node().parent().map(|parent| parent.live()), Some(Live::Polite));
    screen.get_by_label("Dismiss the news").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[PanelAction::Dismiss]);
}

#[test]
fn the_news_begin_beside_the_button_that_puts_them_away() {
    for (size, percent) in [(vec2(1280.0, 800.0), 100), (vec2(1024.0, 640.0), 200)] {
        let news = "The new version is in play.";
        let mut screen = panel_of(size, percent, file(0, 0), Some(news));
        screen.run();
        let (told, away) = (screen.get_by_value(news).rect(), screen.get_by_label("Dismiss the news").rect());
        assert!((told.center().y - away.center().y).abs() < 2.0, "{told:?} {away:?}");
    }
}

#[test]
fn an_author_can_look_again_with_and_without_the_panel() {
    let again = |findings: usize, open: bool| {
        let mut screen = panel_of(vec2(1280.0, 800.0), 100, file(findings, 0), None);
        screen.run();
        if open {
            screen.get_by_label_contains("1 mistake in bad.ron").click_accesskit();
            screen.run();
            screen.get_by_label("Look again").click_accesskit();
        } else {
            screen.key_press(Key::F5);
        }
        screen.run();
        screen.state().last().copied()
    };
    for (findings, open) in [(0, false), (1, false), (1, true)] {
        assert_eq!(again(findings, open), Some(PanelAction::Reload), "{findings} {open}");
    }
}

#[test]
fn the_panel_lies_over_nothing() {
    for (size, percent) in [(vec2(1280.0, 800.0), 100), (vec2(1024.0, 640.0), 200)] {
        let mut screen = panel_of(size, percent, file(9, 9), Some("The new version is in play."));
        screen.run();
        screen.get_by_label_contains("9 mistakes and 9 warnings in bad.ron").click_accesskit();
        screen.run();
        let panel = screen.get_by_label_contains("9 mistakes and 9 warnings in bad.ron").rect();
        assert!(panel.bottom() <= size.y + 0.5, "it ends at the window's foot: {panel:?}");
        let title = screen.get_by_role_and_label(Role::Heading, "The kettle").rect();
        assert!(title.bottom() <= panel.top(), "{title:?} {panel:?}");
        assert!(panel.top() > 96.0, "something of the conversation is left: {panel:?}");
    }
}
