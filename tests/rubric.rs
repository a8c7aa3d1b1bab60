//! The rubric's files are checked like any input.

use bedside::rubric;

use crate::support;

/// The code and the line of everything that is wrong.
#[track_caller]
fn assert_found(name: &str, text: &str, expected: &[(&str, usize)]) {
    let texts = support::rubric_texts_with(|asset| (asset == name).then(|| text.to_owned()));
    let reports = rubric::read(&texts).expect_err("something is wrong with it");
    assert_eq!(reports.len(), 1, "only {name} is wrong");
    let source = &reports[0].source;
    let found: Vec<_> =
        reports[0].diagnostics.iter().map(|found| (found.rule.code, source.line(found.span.start()))).collect();
    assert_eq!(found, expected, "{}", support::rendered(&reports[0]));
}

#[test]
fn a_term_of_politeness_is_a_word_and_stands_once() {
    assert_found(
        "courtesy",
        "(format: 1, terms: [\n\"please\",\n\"!\",\n\"I\u{2019}m afraid\",\n\"Please\",\n\"i'm  afraid\",\n])",
        &[("empty-text", 3), ("duplicate-entry", 5), ("duplicate-entry", 6)],
    );
}

#[test]
fn what_a_fair_test_is_must_make_sense() {
    assert_found(
        "fairness",
        "(format: 1,\nskill: (developing: 90, expert: 50),\nguess_at_most: 101,\njudged_from: 8,\n\
         stranger_passes_at_most: 0,\nstranger_mean_at_most: 60,\nlearnt_stranger: (passes_at_most: 5, finds_at_most: 45, \
         by_chance: 0),\nreading: (best_unseen_below: 50, best_seen_from: 101, moment_seen_from: 80),\n)",
        &[
            ("missing-field", 1),
            ("missing-field", 1),
            ("not-rising", 2),
            ("out-of-range", 3),
            ("out-of-range", 7),
            ("out-of-range", 8),
        ],
    );
}

#[test]
fn the_limits_of_how_a_conversation_is_built_have_their_ranges() {
    let text = support::text("assets/fairness.ron");
    for (right, wrong) in [
        ("met_from: 5,", "met_from: 101,"),
        ("own_answers: (at_least: 3,", "own_answers: (at_least: 0,"),
        ("rival: (within: 2,", "rival: (within: -1,"),
        ("met_by_at_most: 2,", "met_by_at_most: 0,"),
        ("screen: (characters: 150, words: 45)", "screen: (characters: 150, words: 0)"),
        ("stakes: (decisions: 3, kinds: 2)", "stakes: (decisions: 3, kinds: 5)"),
        ("early_door: 5,", "early_door: 0,"),
    ] {
        let line = 1 + text.lines().position(|line| line.contains(right)).expect("the file has it");
        assert_found("fairness", &text.replace(right, wrong), &[("out-of-range", line)]);
    }
}

#[test]
fn the_politeness_that_ships_is_found_in_what_people_say() {
    let courtesy = &support::rubric().courtesy;
    assert_eq!(courtesy.count("Good evening, Mr Kowalczyk. I\u{2019}m afraid it\u{2019}ll be an hour."), 3);
    assert_eq!(courtesy.count("It isn't a four now. Pain first, then."), 0);
}

/// A catalogue of one kind of moment with these fields.
fn moments(fields: &str) -> String {
    format!("(format: 1, moments: [\n(id: rest, label: \"R\", gives: \"rested\", source: \"S\",\n{fields}\n),\n])")
}

#[test]
fn a_kind_of_moment_names_behaviours_that_there_are_and_can_be_met() {
    for (fields, expected) in [
        ("met_by: [allow_silence], spoilt_by: [jargons], added: talks", vec![("unlisted-behaviour", 3); 3]),
        ("spoilt_by: [], added: talks_on", vec![("moment-unmeetable", 2)]),
        ("met_by: [], spoilt_by: [], added: talks_on", vec![("moment-unmeetable", 2)]),
        ("met_by: [concise],\nspoilt_by: [concise], added: talks_on", vec![("moment-unmeetable", 3)]),
        ("met_by: [talks_on], spoilt_by: [], added: talks_on", vec![("moment-unmeetable", 3)]),
        ("met_from: 3, only_halved_from: 3, spoilt_by: [], added: talks_on", vec![("not-rising", 3)]),
        ("met_from: 6, spoilt_by: [], added: talks_on", vec![("out-of-range", 3)]),
        ("met_by_a_need: true, spoilt_by: []", vec![("missing-field", 2)]),
    ] {
        assert_found("moments", &moments(fields), &expected);
    }
    let two = moments("met_by_a_need: true, spoilt_by: [], added: talks_on").replacen("\n])", "\n(id: rest, label: \"R\", gives: \"rested\", source: \"S\", met_by: [concise], spoilt_by: [], added: talks_on),\n])", 1);
    assert_found("moments", &two, &[("duplicate-entry", 5)]);
}

#[test]
fn no_turn_reaches_beyond_the_room_from_which_a_change_counts_in_full() {
    let model = support::text("assets/model.ron");
    let narrow = model.replace("room: (full: 50)", "room: (full: 39)");
    let line = narrow.lines().position(|line| line.contains("full: 39")).expect("it is there") + 1;
    // 15 + 6 in recovery + 5 in a row, for a patient of 150 %: 39.
    assert_found("model", &narrow, &[("beyond-the-room", line)]);
    let wide = model.replace("room: (full: 50)", "room: (full: 40)");
    assert!(rubric::read(&support::rubric_texts_with(|asset| (asset == "model").then(|| wide.clone()))).is_ok());
}
