//! Every screen in a small window with the largest text: nothing extends beyond its sides, and nothing is too small to
//! press.

use std::collections::BTreeMap;

use bedside::attempt::{Mode, ReflectionDraft};
use bedside::source::Severity;
use bedside::ui::author::findings::{FileFindings, Finding};
use bedside::ui::conversation::{self, Conversation, Overlay, OwnWords, Pace, TimeLeft};
use bedside::ui::findings::{self, Findings};
use bedside::ui::library::{self, Filter, Kept, LeftAt, Library, Who};
use bedside::ui::prebrief::{self, Prebrief};
use bedside::ui::reflection::{self, ReflectionPage};
use bedside::ui::settings_screen::{AudioProblems, Whereabouts};
use bedside::ui::{Settings, TextSize, debrief, settings_screen};
use egui::accesskit::Role;
use egui::{Rect, Ui, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use super::debrief::Page;
use super::harness::{Screen, open_with};
use super::prebrief::prebrief;
use super::samples::{Talk, after, finished, shipped};

const SMALL: Vec2 = vec2(1024.0, 640.0);
/// The least height and width of anything that can be pressed, in points.
const TARGET: f32 = 40.0;
/// The least width of a month, which is much higher than that.
const COLUMN: f32 = 24.0;

pub(super) fn fits<A>(name: &str, show: impl FnMut(&mut Ui) -> A) {
    fits_after(name, show, |_| ());
}

/// The same of a screen on which something was opened.
pub(super) fn fits_after<A>(name: &str, mut show: impl FnMut(&mut Ui) -> A, open: impl Fn(&mut Screen<'_, ()>)) {
    for percent in [80, 100, 200] {
        let settings = Settings { text: TextSize::nearest(percent), ..Settings::default() };
        let mut screen = open_with(settings, SMALL, |ui| {
            let _ = show(ui);
            None::<()>
        });
        screen.run();
        open(&mut screen);
        check(&format!("{name} at {percent} %"), &screen);
        drop(screen);
        if percent == 80 {
            continue;
        }
        // High enough that nothing is scrolled out of sight.
        let mut screen = open_with(settings, vec2(SMALL.x, 40_000.0), |ui| {
            let _ = show(ui);
            None::<()>
        });
        screen.run();
        open(&mut screen);
        nothing_overlaps(&format!("{name} at {percent} %"), &screen);
    }
}

fn check(name: &str, screen: &Screen<'_, ()>) {
    let mut looked_at = 0;
    for node in screen.root().children_recursive() {
        let role = node.accesskit_node().role();
        // Runs of text inside a box have no bounds of their own.
        if node.accesskit_node().raw_bounds().is_none()
            || matches!(role, Role::GenericContainer | Role::Unknown | Role::Window | Role::Group | Role::RadioGroup)
        {
            continue;
        }
        looked_at += 1;
        let rect = node.rect();
        let said = node.accesskit_node().label().or_else(|| node.accesskit_node().value()).unwrap_or_default();
        let inside = rect.left() >= -0.5 && rect.right() <= SMALL.x + 0.5;
        assert!(inside, "{name}: the {role:?} {said:?} leaves the window: {rect:?}");
        let control = matches!(role, Role::Button | Role::RadioButton | Role::CheckBox | Role::Slider)
            || matches!(role, Role::TextInput | Role::MultilineTextInput);
        assert!(!control || !said.trim().is_empty(), "{name}: a {role:?} has no name");
        let pressed = matches!(role, Role::Button | Role::RadioButton | Role::CheckBox | Role::Slider);
        // A turn in the arc and a month may be narrow: they are as high as the picture.
        let high = rect.height() > 4.0 * TARGET;
        let narrow = high && (said.starts_with("Turn ") || rect.width() >= COLUMN);
        let large = rect.height() >= TARGET && (rect.width() >= TARGET || narrow);
        assert!(!pressed || large, "{name}: the {role:?} {said:?} is too small: {rect:?}");
    }
    assert!(looked_at > 4, "{name}: there is next to nothing on the screen");
}

/// Asserts that no two things that are read or pressed overlap. Images are left out, since the arc contains its turns.
fn nothing_overlaps(name: &str, screen: &Screen<'_, ()>) {
    let things: Vec<(Rect, String)> = screen
        .root()
        .children_recursive()
        .filter(|node| node.accesskit_node().raw_bounds().is_some())
        .filter(|node| {
            let role = node.accesskit_node().role();
            matches!(
                role,
                Role::Label | Role::Heading | Role::Button | Role::RadioButton | Role::CheckBox | Role::Status
            )
        })
        .map(|node| {
            let said = node.accesskit_node().label().or_else(|| node.accesskit_node().value()).unwrap_or_default();
            (node.rect(), said)
        })
        .collect();
    for (index, (one, said)) in things.iter().enumerate() {
        for (other, other_said) in &things[index + 1..] {
            let both = one.intersect(*other);
            assert!(
                both.width() <= 1.0 || both.height() <= 1.0,
                "{name}: {said:?} {one:?} and {other_said:?} {other:?} overlap"
            );
        }
    }
}

#[test]
fn library_prebrief_findings_and_settings_fit() {
    let scenarios = [shipped()];
    let (filter, paths) = (Filter::default(), ["/a/path/without/any/spaces/".repeat(12)]);
    let long = "withoutanyspace".repeat(9);
    let kept = [(scenarios[0].id.clone(), LeftAt::Turn(12)), (long.clone(), LeftAt::Debrief)];
    let kept = kept.map(|(id, left)| Kept { id, title: long.clone(), mode: Mode::Assess, left });
    let authored = [scenarios[0].id.clone()];
    let full = Library {
        scenarios: &scenarios,
        kept: &kept,
        broken_files: 3,
        warnings: 0,
        authored: &authored,
        paths: &paths,
        thumbnails: &BTreeMap::new(),
        played: &BTreeMap::new(),
        filter: &filter,
        who: Who::Profile(""),
        sent_to: Some("https://records.a-hospital-with-a-long-name.example.org/xapi"),
        left_by: None,
    };
    fits("the library", |ui| library::show(ui, &full));
    fits("the empty library", |ui| library::show(ui, &Library { scenarios: &[], ..full }));
    let kept = Prebrief { authored: true, left: Some(LeftAt::Turn(12)), ..prebrief(&scenarios[0]) };
    fits("the prebrief", |ui| prebrief::show(ui, &kept));
    fits("the question on the prebrief", |ui| prebrief::show(ui, &Prebrief { asks: true, ..kept }));
    let report = format!("error: {}\n{}", "word ".repeat(60), "x".repeat(400));
    let finding =
        Finding { severity: Severity::Error, position: Some((4, 5)), report, narrower: Vec::new(), scene: None };
    let files = [FileFindings { path: paths[0].clone(), findings: vec![finding], outdated: true }];
    fits("the findings", |ui| findings::show(ui, &Findings { files: &files }));
    let audio_problems =
        AudioProblems { voice: Some("There is no voice here."), place: Some("There is no player here.") };
    fits("the settings", |ui| {
        settings_screen::show(
            ui,
            &Settings::default(),
            Whereabouts { saved_in: Some(&paths[0]), sent_to: None },
            audio_problems,
        )
    });
}

#[test]
fn the_conversation_fits_whatever_is_open() {
    let talk = Talk::new({
        let mut session = after(&shipped(), &[]);
        let first = session.current_scene().offer[0];
        session.choose(first, None).expect("it is on offer");
        session
    });
    let long = "withoutanyspace".repeat(30);
    let time = Some(TimeLeft { left: 9, of: 20, pace: Pace::Waiting });
    let view = conversation::View { hint: true, feedback: true, prompts: true, tools: true, overlay: Overlay::Nothing };
    let open = Conversation { view, time, meter: true, own_words: OwnWords::Done(&long), ..talk.model() };
    let over = |overlay| Conversation { view: conversation::View { overlay, ..view }, ..open };
    for (name, model) in [
        ("the conversation", talk.model()),
        ("the conversation with all open", open),
        ("own words", Conversation { own_words: OwnWords::Typing(&long), ..open }),
        ("the transcript", over(Overlay::Transcript)),
        ("the question whether to stop", over(Overlay::Stop)),
        ("the closing moment", Conversation { stopped: true, ..open }),
    ] {
        fits(name, |ui| conversation::show(ui, &model));
    }
}

#[test]
fn reflection_and_debrief_fit() {
    let draft = ReflectionDraft { feeling: "frustrated".into(), empathy: Some(60), ..ReflectionDraft::default() };
    fits("the reflection", |ui| reflection::show(ui, &ReflectionPage { patient: "Mr Finch", draft: &draft }));
    let page = Page::of(&finished(&shipped()), None);
    let view = debrief::View { turn: Some(1), what_if: Some((1, None)), ..super::debrief::all_open() };
    fits("the debrief", |ui| debrief::show(ui, &page.model(&view)));
}

#[test]
fn type_is_larger_in_a_large_window() {
    let scenario = shipped();
    let height = |size: Vec2| {
        let mut screen = open_with(Settings::default(), size, |ui| prebrief::show(ui, &prebrief(&scenario)));
        screen.run();
        screen.get_by_role_and_label(Role::Heading, "What is scored").rect().height()
    };
    let ordinary = height(vec2(1366.0, 768.0));
    for (size, larger) in [(vec2(1920.0, 1080.0), 1.2), (vec2(3840.0, 2160.0), 1.6)] {
        assert!((height(size) / ordinary - larger).abs() < 0.05, "{size}: {} and {ordinary}", height(size));
    }
}
