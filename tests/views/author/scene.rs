//! The details of the selected scene.

use bedside::analysis::taken_in_words;
use bedside::ui::author::AuthorAction;
use bedside::ui::author::findings::{FindingAction, Found};
use bedside::ui::{Settings, TextSize};
use egui::accesskit::Role;
use egui::vec2;
use egui_kittest::kittest::{NodeT, Queryable};

use super::super::harness::reads;
use super::super::samples::{kettle, kettle_with_ways};
use super::{AuthorScreen, analysed, opened, opened_so};

#[test]
fn a_scene_shows_its_words_choices_points_and_what_was_found_in_it() {
    let author = AuthorScreen::of(&kettle(), &[]);
    let mut screen = opened(&author);
    for words in [
        "She stands in front of the chair.",
        "she is afraid",
        "\u{201c}You sound worried about it.\u{201d}",
        "Empathy +3, Clarity 0, De-escalation",
        "A feeling",
        "It meets the moment.",
        "In the state set below:",
        "warning[same-words]",
    ] {
        assert!(reads(&screen, words), "{words}");
    }
    assert!(!reads(&screen, "warning[unused-flag]"), "it is about no scene");
    screen.get_by_label("Copy kettle.ron:50:9").click_accesskit();
    screen.run();
    screen.get_by_label("Open this scene in your editor").click_accesskit();
    screen.run();
    screen.get_by_label("Look at the file again").click_accesskit();
    screen.run();
    let copy = AuthorAction::Finding(FindingAction::Copy(Found { file: 0, finding: 1 }));
    let edit = AuthorAction::Edit(author.view.borrow().scene);
    assert_eq!(screen.state()[screen.state().len() - 3..], [copy, edit, AuthorAction::Reload]);
}

#[test]
fn how_the_patient_can_be_in_a_scene_is_worked_out_while_one_reads() {
    let mut author = AuthorScreen::of(&kettle(), &[]);
    assert!(reads(&opened(&author), "Looking at all roads\u{2026}"));
    let analysis = analysed(&author.scenario);
    let felt = analysis.feelings.iter().find(|felt| felt.scene == "sits").expect("roads come there");
    let (least, most) = (felt.trust.least.value, felt.trust.most.value);
    assert!(least < most, "the choices differ");
    let of_choice = analysis.choices.iter().find(|choice| choice.scene == "sits").expect("it has choices").to_string();
    author.known = Some(analysis);
    let sits = author.scene("sits");
    author.view.borrow_mut().scene = sits;
    let screen = opened(&author);
    assert!(reads(&screen, &format!("Trust: {least} to {most}")));
    assert!(reads(&screen, &of_choice[1..]), "{of_choice}");
    assert!(reads(&screen, "Agitation "), "the graph says it too");
    assert!(!reads(&screen, "Looking at all roads"));
}

#[test]
fn a_choice_leads_on_to_its_scene() {
    let author = AuthorScreen::of(&kettle(), &[]);
    let mut screen = opened(&author);
    let there = screen.get_all_by_label_contains("name: go to ").next().expect("it leads somewhere");
    let label = there.accesskit_node().label().expect("a name");
    there.click_accesskit();
    screen.run();
    assert_eq!(label, format!("name: go to {}", author.looked_at()));
}

#[test]
fn how_often_each_way_and_each_gate_is_taken_is_said_in_words() {
    let mut author = AuthorScreen::of(&kettle_with_ways(), &["name"]);
    let gate = "cold, if trust < 30";
    let screen = opened(&author);
    assert!(!reads(&screen, "of plays") && !reads(&screen, ": never"), "it is not known yet");
    drop(screen);
    let analysis = analysed(&author.scenario);
    let taken = |choice: &str, to: &str| {
        let choice = analysis.choices.iter().find(|report| report.choice == choice).expect("it is a choice");
        choice.ways.iter().find(|way| way.to == to).expect("it leads there").taken
    };
    assert_eq!(taken("thank", "storm"), Some(0.0), "nobody is so upset");
    let tea = taken_in_words(taken("thank", "tea"));
    let cold = taken_in_words(analysis.gates[0].taken);
    let plays = format!("Shares are of {} plays", analysis.watched);
    author.known = Some(analysis);
    for (percent, size) in [(100, vec2(1280.0, 800.0)), (200, vec2(1024.0, 640.0))] {
        let settings = Settings { text: TextSize::nearest(percent), ..Settings::default() };
        let sits = author.scene("sits");
        author.view.borrow_mut().scene = sits;
        let screen = opened_so(&author, settings, size);
        assert!(reads(&screen, &plays));
        for name in ["thank: go to storm, never taken", &format!("thank: go to tea, taken in {tea} of plays")] {
            let way = screen.get_by_role_and_label(Role::Button, name).rect();
            assert!(way.left() >= 0.0 && way.right() <= size.x, "{name}: {way:?}");
        }
        // Where there is one way only, its share is that of the choice.
        screen.get_by_role_and_label(Role::Button, "late: go to tea");
        drop(screen);
        let tea = author.scene("tea");
        author.view.borrow_mut().scene = tea;
        let screen = opened_so(&author, settings, size);
        assert!(reads(&screen, &format!("{gate}: {cold}")) && reads(&screen, &plays));
    }
}
