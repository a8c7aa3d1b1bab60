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
        "(format: 1,\nskill: (developing: 90, expert: 50),\nguess_at_most: 101,\nstranger_from: 8,\n\
         stranger_passes_at_most: 0,\nstranger_mean_at_most: 60,\nlearnt_stranger: (passes_at_most: 5, finds_at_most: 45, \
         by_chance: 0),\n)",
        &[("missing-field", 1), ("not-rising", 2), ("out-of-range", 3), ("out-of-range", 7)],
    );
}

#[test]
fn the_politeness_that_ships_is_found_in_what_people_say() {
    let courtesy = &support::rubric().courtesy;
    assert_eq!(courtesy.count("Good evening, Mr Kowalczyk. I\u{2019}m afraid it\u{2019}ll be an hour."), 3);
    assert_eq!(courtesy.count("It isn't a four now. Pain first, then."), 0);
}
