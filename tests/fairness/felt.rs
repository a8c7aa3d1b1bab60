//! What counts as listening to how the patient feels and to what was done before.

use bedside::analysis::measures::{MeasureKind, QuantityValue};

use super::measures::{choices, measured, of_scenes, option};
use crate::reference::embedded::in_scenario;
use crate::support::playable;

#[test]
fn only_what_was_felt_needed_or_done_before_counts_as_felt() {
    let felt = |condition: &str| {
        let lines = format!("patient: [(when: {condition}, say: \"Oh.\"), (say: \"Well.\")],\n");
        let fields = choices(&[option("a", "Yes.", ""), option("b", "No.", "argues")]);
        let plain = in_scenario("each of eight scenes", &fields);
        let text = plain.replacen("    \"at-3\": (\n", &format!("    \"at-3\": (\n{lines}"), 1);
        let text = text.replacen("then: \"at-2\"", "then: \"at-2\", sets: [\"early\"]", 1);
        let text = text.replacen("then: \"at-3\"", "then: \"at-3\", sets: [\"now\"]", 1);
        match measured(&playable(text), MeasureKind::DeafToFeelings).quantities[0].value {
            QuantityValue::Part { part, .. } => part,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(felt("Below(trust, 50)"), 1);
    assert_eq!(felt("Flag(\"early\")"), 1);
    assert_eq!(felt("Chose(\"at-1\", \"a\")"), 1);
    assert_eq!(felt("Flag(\"now\")"), 0, "it was set by the choice just made");
    assert_eq!(felt("Chose(\"at-2\", \"a\")"), 0);
}

#[test]
fn what_only_the_choice_just_made_can_have_shown_is_not_listened_to() {
    let felt = |shown_at: usize, condition: &str| {
        let lines = format!("patient: [(when: {condition}, say: \"Oh.\"), (say: \"Well.\")],\n");
        let plain =
            in_scenario("each of eight scenes", &choices(&[option("a", "Yes.", ""), option("b", "No.", "argues")]));
        let text = plain.replacen("    \"at-3\": (\n", &format!("    \"at-3\": (\n{lines}"), 1);
        let (before, after) = text.split_at(text.find(&format!("\"at-{shown_at}\": (")).expect("it is there"));
        let text = format!("{before}{}", after.replacen("shows: []", "shows: [validates]", 1));
        match measured(&playable(text), MeasureKind::DeafToFeelings).quantities[0].value {
            QuantityValue::Part { part, .. } => part,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(felt(1, "Shown(validates)"), 1);
    assert_eq!(felt(2, "Shown(validates)"), 0, "it can only be the choice just made");
    assert_eq!(felt(2, "Before(validates, gives_time)"), 0);
    assert_eq!(felt(1, "Before(validates, gives_time)"), 1);
    assert_eq!(felt(2, "Before(validates, argues)"), 1, "arguing before would have kept it from being so");
    assert_eq!(felt(2, "SinceChose(\"at-2\", \"a\", 1)"), 0);
    assert_eq!(felt(2, "SinceChose(\"at-1\", \"a\", 1)"), 1);
}

#[test]
fn spoken_wordings_that_are_chosen_by_a_feeling_are_counted_without_a_limit() {
    let text = "\"one\": (narration: [(when: Below(trust, 50), say: \"A door.\"), (say: \"Rain.\")], \
                lines: [(say: \"Mind.\", when: AtLeast(agitation, 10)), (say: \"Yes.\")], choices: [\
                (id: \"a\", say: \"A\", shows: [], why: \"So.\", then: \"better\", answer: (patient: [\
                (when: All(Reached(anxious), Chose(\"one\", \"b\")), say: \"So.\"), (when: Flag(\"bee\"), say: \"Bee.\"), (say: \"Ah.\")])), \
                (id: \"b\", say: \"B\", shows: [], why: \"So.\", then: \"ends\", sets: [\"bee\"])]),\n\
                \"ends\": (patient: [(when: Below(trust, 50), say: \"Go.\"), (say: \"Bye.\")], ending: (title: \"So\", kind: Good, thought: \"Well.\")),";
    let measure = measured(&of_scenes(text), MeasureKind::DeafToFeelings);
    let told = measure.quantities[1].to_string();
    assert_eq!(told, "Spoken wordings that are chosen by a feeling, endings aside: 2 of 5 (40 %)");
    assert_eq!(measure.quantities[1].limit, None);
}
