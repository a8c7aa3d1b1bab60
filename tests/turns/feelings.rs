//! How the patient feels after a turn, and why.

use bedside::rubric::Stage;
use bedside::session::Reason::{
    Behaviours, Drift, HardWordsInARow, LowTrust, Nudge, OpenNeed, Recovering, Sensitivity,
};

use super::{after, agitation, begin, choice, felt, hub, last_changes, scenario, scene, stage, take};

const MIDDLING: &str = "feels: (agitation: 55, trust: 40, understanding: 20), baseline: 25";

/// What agitation is after each of these choices.
#[track_caller]
fn agitations(patient: &str, shows: &[&str]) -> Vec<u8> {
    let mut session = begin(&scenario(patient, &hub(shows)));
    let ids = shows.iter().map(|shows| shows.split(',').next().unwrap_or("none").replace('_', "-"));
    let taken = ids.map(|id| {
        take(&mut session, &id);
        agitation(&session)
    });
    taken.collect()
}

/// A scene of nudges to agitation, named by their number, from which each leads back.
fn nudges(amounts: &[i32]) -> String {
    let all: Vec<String> = amounts
        .iter()
        .enumerate()
        .map(|(number, amount)| {
            choice(&format!("n-{number}"), "", "\"hub\"", &format!("nudge: (agitation: {amount}, reason: \"R\")"))
        })
        .collect();
    scene("hub", &all, "")
}

/// The stages after each of these nudges, from an agitation that does not drift.
fn stages(from: u8, amounts: &[i32]) -> Vec<Stage> {
    let patient = format!("feels: (agitation: {from}, trust: 40, understanding: 20), baseline: 100");
    let mut session = begin(&scenario(&patient, &nudges(amounts)));
    let taken = (0..amounts.len()).map(|number| {
        take(&mut session, &format!("n-{number}"));
        stage(&session)
    });
    taken.collect()
}

#[test]
fn hard_words_drive_agitation_up_as_the_design_says() {
    assert_eq!(agitations(MIDDLING, &["blames_policy", "orders_calm", "threatens", "argues"]), [63, 80, 98, 100]);
}

#[test]
fn good_turns_bring_agitation_down() {
    assert_eq!(agitations(MIDDLING, &["validates", "gives_space", "asks_need", "offers_choices"]), [42, 28, 14, 1]);
}

#[test]
fn drift_goes_down_to_the_baseline_and_never_up() {
    let nothing = ["a", "b", "c", "d"].map(|id| choice(id, "", "\"hub\"", ""));
    let from = |agitation: u8| {
        let patient = format!("feels: (agitation: {agitation}, trust: 40, understanding: 20), baseline: 25");
        let mut session = begin(&scenario(&patient, &scene("hub", &nothing, "")));
        ["a", "b", "c", "d"].map(|id| {
            take(&mut session, id);
            session.state().mind.feelings.agitation
        })
    };
    assert_eq!(from(30), [28, 26, 25, 25]);
    assert_eq!(from(20), [20; 4]);
}

#[test]
fn open_needs_add_once_and_keep_agitation_from_drifting() {
    let needs = "needs: [(id: \"pain\", text: \"P\", cleared_by: attends_need), (id: \"thirst\", text: \"T\")]";
    let choices = [
        choice("wait", "", "\"hub\"", ""),
        choice("see-to-pain", "attends_need", "\"hub\"", ""),
        choice("give-water", "", "\"hub\"", "meets: [\"thirst\"]"),
    ];
    let scenario = scenario(
        &format!("feels: (agitation: 40, trust: 40, understanding: 20), {needs}"),
        &scene("hub", &choices, ""),
    );
    let mut session = begin(&scenario);
    take(&mut session, "wait");
    assert_eq!(last_changes(&session), [(OpenNeed, 3)]);
    take(&mut session, "see-to-pain");
    assert_eq!(last_changes(&session), [(Behaviours, -10), (OpenNeed, 3)]);
    take(&mut session, "give-water");
    assert_eq!(last_changes(&session), [(Drift, -2)]);
}

#[test]
fn a_second_hard_word_in_a_row_adds_five() {
    let scenario = scenario(MIDDLING, &hub(&["vague_time", "screen_focus", "calm_tone", "ignores_cue"]));
    let mut session = after(&scenario, &["vague-time"]);
    assert_eq!(last_changes(&session), [(Behaviours, 8), (Drift, -2)]);
    take(&mut session, "screen-focus");
    assert_eq!(last_changes(&session), [(Behaviours, 6), (HardWordsInARow, 5), (Drift, -2)]);
    take(&mut session, "calm-tone");
    take(&mut session, "ignores-cue");
    assert_eq!(last_changes(&session), [(Behaviours, 6), (Drift, -2)]);
}

#[test]
fn too_upset_halves_what_is_understood_and_low_trust_what_soothes() {
    let at = |agitation: u8, trust: u8, shows: &str| {
        let patient = format!("feels: (agitation: {agitation}, trust: {trust}, understanding: 20), baseline: 100");
        felt(&after(&scenario(&patient, &hub(&[shows])), &[&shows.replace('_', "-")]))
    };
    assert_eq!(at(49, 40, "explains_why")[2], 32);
    assert_eq!(at(50, 40, "explains_why")[2], 26);
    assert_eq!(at(50, 40, "jargon")[2], 2, "what confuses is not halved");
    assert_eq!(at(60, 30, "gives_space")[0], 48);
    assert_eq!(at(60, 29, "gives_space")[0], 54);
    assert_eq!(at(60, 29, "vague_time")[0], 68, "what upsets is not halved");
}

#[test]
fn in_a_crisis_clarity_gained_counts_nothing_and_clarity_lost_does() {
    let at = |shows: &str| {
        let patient = "feels: (agitation: 80, trust: 40, understanding: 20)";
        let session = after(&scenario(patient, &hub(&[shows, "gives_space"])), &[&shows.replace('_', "-")]);
        (felt(&session)[2], super::debriefed(&session).turns[0].points.clarity)
    };
    assert_eq!(at("plain_words"), (20, 0));
    assert_eq!(at("jargon"), (2, -3));
}

#[test]
fn sensitivity_scales_before_the_nudge_and_rounds_towards_zero() {
    let patient = "feels: (agitation: 60, trust: 40, understanding: 20), baseline: 100, sensitivity: (agitation: 75)";
    let one = choice("one", "names_emotion", "\"hub\"", "nudge: (agitation: -4, reason: \"R\")");
    let session = after(&scenario(patient, &scene("hub", &[one], "")), &["one"]);
    // −(4·2 + 3) = −11, of which 75 % are −8.25.
    assert_eq!(last_changes(&session), [(Behaviours, -11), (Sensitivity, 3), (Nudge, -4)]);
}

#[test]
fn a_stage_is_left_below_the_line_at_which_it_is_entered() {
    use Stage::{Anxious, Calm, Crisis, Escalating};
    assert_eq!(stages(24, &[0, 1, -5, -1]), [Calm, Anxious, Anxious, Calm]);
    assert_eq!(stages(49, &[0, 1, -5, -1]), [Anxious, Escalating, Escalating, Anxious]);
    assert_eq!(stages(74, &[0, 1, -5, -1]), [Escalating, Crisis, Crisis, Escalating]);
    assert_eq!(stages(80, &[-30, -30]), [Escalating, Anxious]);
    assert_eq!(stages(10, &[30, 30, 30]), [Anxious, Escalating, Crisis]);
}

#[test]
fn recovery_lasts_three_turns_from_the_first_calmer_one() {
    let patient = "feels: (agitation: 80, trust: 40, understanding: 20), baseline: 100";
    let mut session = begin(&scenario(patient, &nudges(&[-25, -6, 0, 0, 0, 0])));
    let recovering = (0..6).map(|number| {
        take(&mut session, &format!("n-{number}"));
        session.state().mind.recovering()
    });
    assert_eq!(recovering.collect::<Vec<_>>(), [false, true, true, true, false, false]);
}

#[test]
fn a_hard_word_in_recovery_counts_half_as_much_again() {
    let patient = "feels: (agitation: 76, trust: 40, understanding: 20), baseline: 100";
    let choices = [
        choice("soothe", "gives_space", "\"hub\"", "nudge: (agitation: -30, reason: \"R\")"),
        choice("hurt", "vague_time", "\"hub\"", ""),
    ];
    let session = after(&scenario(patient, &scene("hub", &choices, "")), &["soothe", "hurt"]);
    assert_eq!(last_changes(&session), [(Behaviours, 8), (Recovering, 4)]);
}

#[test]
fn a_new_crisis_ends_recovery_and_begins_another() {
    let patient = "feels: (agitation: 76, trust: 40, understanding: 20), baseline: 100";
    let mut session = begin(&scenario(patient, &nudges(&[-30, 30, -30, 0])));
    let recovering = (0..4).map(|number| {
        take(&mut session, &format!("n-{number}"));
        session.state().mind.recovering()
    });
    assert_eq!(recovering.collect::<Vec<_>>(), [true, false, true, true]);
}

#[test]
fn low_trust_soothes_by_half_before_sensitivity() {
    let patient = "feels: (agitation: 60, trust: 20, understanding: 20), baseline: 100, sensitivity: (agitation: 150)";
    let session = after(&scenario(patient, &hub(&["calm_tone"])), &["calm-tone"]);
    assert_eq!(last_changes(&session), [(Behaviours, -13), (LowTrust, 7), (Sensitivity, -3)]);
}
