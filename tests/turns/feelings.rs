//! How the patient feels after a turn, and why.

use bedside::rubric::{Feeling, Stage};
use bedside::session::Reason::{
    self, Behaviours, Drift, HardWordsInARow, Limit, LowTrust, Nudge, OpenNeed, Recovering, Room, Sensitivity,
    TrustLost,
};

use crate::support;

use super::{after, agitation, begin, changes_of, choice, felt, hub, last_changes, scenario, scene, stage, take};

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
    // 55: 10 · 45/50 = 9, drift −2. 62: (14 + 5) · 38/50 = 14.4, drift. 74: (15 + 5) · 26/50 = 10.4, drift.
    // 82: (13 + 5) · 18/50 = 6.5, drift.
    assert_eq!(agitations(MIDDLING, &["blames_policy", "orders_calm", "threatens", "argues"]), [62, 74, 82, 86]);
}

#[test]
fn good_turns_bring_agitation_down() {
    // Towards the baseline of 25. 55: −11 · 30/50 = −6.6, drift −2. 47: −12 · 22/50 = −5.3, drift. 40: −14 · 15/50 = −4.2,
    // drift. 34: −13 · 9/50 = −2.3, drift.
    assert_eq!(agitations(MIDDLING, &["validates", "gives_space", "asks_need", "offers_choices"]), [47, 40, 34, 30]);
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
    assert_eq!(last_changes(&session), [(Behaviours, -10), (Room, 5), (OpenNeed, 3)], "of 10, 28/50 are 5.6");
    take(&mut session, "give-water");
    assert_eq!(last_changes(&session), [(Drift, -2)]);
}

#[test]
fn only_a_need_that_hurts_is_seen_as_pain() {
    let needs = "needs: [(id: \"phone\", text: \"P\"), (id: \"wrist\", text: \"W\", hurts: true)]";
    let choices = [
        choice("wait", "", "\"hub\"", ""),
        choice("see-to-the-wrist", "", "\"hub\"", "meets: [\"wrist\"]"),
        choice("see-to-the-phone", "", "\"hub\"", "meets: [\"phone\"]"),
    ];
    let patient = format!("feels: (agitation: 40, trust: 40, understanding: 20), {needs}");
    let scenario = scenario(&patient, &scene("hub", &choices, ""));
    let hurts = |taken: &[&str]| after(&scenario, taken).state().hurts(&scenario);
    assert!(hurts(&["wait"]) && hurts(&["see-to-the-phone"]));
    assert!(!hurts(&["see-to-the-wrist"]), "a phone that is missed does not hurt");
}

#[test]
fn a_second_hard_word_in_a_row_adds_five() {
    let scenario = scenario(MIDDLING, &hub(&["vague_time", "screen_focus", "calm_tone", "ignores_cue"]));
    let mut session = after(&scenario, &["vague-time"]);
    // From 55: 8 · 45/50 = 7.2.
    assert_eq!(last_changes(&session), [(Behaviours, 8), (Room, -1), (Drift, -2)]);
    take(&mut session, "screen-focus");
    // From 60: 11 · 40/50 = 8.8.
    assert_eq!(last_changes(&session), [(Behaviours, 6), (HardWordsInARow, 5), (Room, -3), (Drift, -2)]);
    take(&mut session, "calm-tone");
    take(&mut session, "ignores-cue");
    // From 60 again: trust has fallen to 29, so 13 soothes by half, 6, of which 41/50 are 4.9; and the drift.
    assert_eq!(last_changes(&session), [(Behaviours, 6), (Room, -2), (Drift, -2)]);
}

#[test]
fn too_upset_halves_what_is_understood_and_low_trust_what_soothes() {
    let at = |agitation: u8, trust: u8, shows: &str| {
        let patient = format!("feels: (agitation: {agitation}, trust: {trust}, understanding: 20), baseline: 0");
        felt(&after(&scenario(&patient, &hub(&[shows])), &[&shows.replace('_', "-")]))
    };
    assert_eq!(at(49, 40, "explains_why")[2], 32);
    assert_eq!(at(50, 40, "explains_why")[2], 26);
    assert_eq!(at(50, 40, "jargon")[2], 13, "what confuses is not halved: of 18, 20/50 are 7.2");
    // Each with a drift of 2.
    assert_eq!(at(60, 30, "gives_space")[0], 46);
    assert_eq!(at(60, 29, "gives_space")[0], 52);
    assert_eq!(at(60, 29, "vague_time")[0], 64, "what upsets is not halved: of 8, 40/50 are 6.4");
}

#[test]
fn in_a_crisis_clarity_gained_counts_nothing_and_clarity_lost_does() {
    let at = |shows: &str| {
        let patient = "feels: (agitation: 80, trust: 40, understanding: 20)";
        let session = after(&scenario(patient, &hub(&[shows, "gives_space"])), &[&shows.replace('_', "-")]);
        (felt(&session)[2], super::debriefed(&session).turns[0].points.clarity)
    };
    assert_eq!(at("plain_words"), (20, 0));
    // −18 · 20/50 = −7.2.
    assert_eq!(at("jargon"), (13, -3));
}

#[test]
fn sensitivity_scales_before_the_nudge_and_rounds_towards_zero() {
    let patient = "feels: (agitation: 60, trust: 40, understanding: 20), baseline: 0, sensitivity: (agitation: 75)";
    let one = choice("one", "names_emotion", "\"hub\"", "nudge: (agitation: -4, reason: \"R\")");
    let session = after(&scenario(patient, &scene("hub", &[one], "")), &["one"]);
    // −(4·2 + 3) = −11, of which 75 % are −8.25.
    assert_eq!(last_changes(&session), [(Behaviours, -11), (Sensitivity, 3), (Nudge, -4), (Drift, -2)]);
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
    let patient = "feels: (agitation: 60, trust: 20, understanding: 20), baseline: 0, sensitivity: (agitation: 150)";
    let session = after(&scenario(patient, &hub(&["calm_tone"])), &["calm-tone"]);
    assert_eq!(last_changes(&session), [(Behaviours, -13), (LowTrust, 7), (Sensitivity, -3), (Drift, -2)]);
}

/// The changes of one feeling in a first turn that shows these behaviours.
#[track_caller]
fn changes(patient: &str, shows: &str, feeling: Feeling) -> Vec<(Reason, i32)> {
    let session = after(&scenario(patient, &scene("hub", &[choice("one", shows, "\"hub\"", "")], "")), &["one"]);
    changes_of(&session, feeling)
}

#[test]
fn trust_is_lost_faster_than_it_is_won() {
    let patient = "feels: (agitation: 30, trust: 60, understanding: 20)";
    // 4 · −3 − 3 = −15, of which 150 % are −22.5; there is room for 60.
    assert_eq!(changes(patient, "dismisses", Feeling::Trust), [(Behaviours, -15), (TrustLost, -7)]);
    // 4 · 3 + 3 = 15, and of a room of 40 that counts 12.
    assert_eq!(changes(patient, "apologises", Feeling::Trust), [(Behaviours, 15), (Room, -3)]);
}

#[test]
fn sensitivity_comes_before_the_fall_of_trust_and_that_before_the_room() {
    let patient = "feels: (agitation: 30, trust: 40, understanding: 20), sensitivity: (trust: 75)";
    // −15, 75 % of it −11.25, 150 % of −11 −16.5, and 40/50 of −16 −12.8.
    let expected = [(Behaviours, -15), (Sensitivity, 4), (TrustLost, -5), (Room, 4)];
    assert_eq!(changes(patient, "dismisses", Feeling::Trust), expected);
}

#[test]
fn near_an_end_a_change_counts_in_proportion_to_the_room() {
    let patient = "feels: (agitation: 30, trust: 40, understanding: 90)";
    // 18 · 10/50 = 3.6 up; down there is room for 90.
    assert_eq!(changes(patient, "plain_words", Feeling::Understanding), [(Behaviours, 18), (Room, -15)]);
    assert_eq!(changes(patient, "jargon", Feeling::Understanding), [(Behaviours, -18)]);
}

#[test]
fn agitation_is_soothed_to_its_baseline_and_not_below() {
    let patient =
        |agitation: u8| format!("feels: (agitation: {agitation}, trust: 40, understanding: 20), baseline: 25");
    // −12 · 5/50 = −1.2.
    let expected = [(Behaviours, -12), (Room, 11), (Drift, -2)];
    assert_eq!(changes(&patient(30), "gives_space", Feeling::Agitation), expected);
    assert_eq!(changes(&patient(25), "gives_space", Feeling::Agitation), [(Behaviours, -12), (Room, 12)]);
    assert_eq!(changes(&patient(20), "gives_space", Feeling::Agitation), [(Behaviours, -12), (Room, 12)]);
}

#[test]
fn a_nudge_is_not_held_to_the_room() {
    let patient = "feels: (agitation: 30, trust: 98, understanding: 20)";
    let one = choice("one", "", "\"hub\"", "nudge: (trust: 10, reason: \"R\")");
    let session = after(&scenario(patient, &scene("hub", &[one], "")), &["one"]);
    assert_eq!(changes_of(&session, Feeling::Trust), [(Nudge, 10), (Limit, -8)]);
}

#[test]
fn what_a_behaviour_is_said_to_move_is_what_it_moves() {
    let rubric = support::rubric();
    for behaviour in &rubric.behaviours {
        let shows = behaviour.id.as_str();
        let calm = "feels: (agitation: 40, trust: 50, understanding: 20), baseline: 25";
        let mut session = begin(&scenario(calm, &hub(&[shows])));
        take(&mut session, &shows.replace('_', "-"));
        let moved = Feeling::ALL.map(|feeling| {
            let changes = changes_of(&session, feeling).into_iter();
            changes
                .filter(|(reason, _)| matches!(reason, Behaviours | TrustLost))
                .map(|(_, amount)| amount)
                .sum::<i32>()
        });
        assert_eq!(rubric.model.moves(behaviour.weights), moved, "{shows}");
    }
}
