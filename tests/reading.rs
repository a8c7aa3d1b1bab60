//! A sheet of all options, and what somebody picks from it.

use bedside::analysis::reading::{AnswerError, ReadingAgainst, ReadingSheet};
use bedside::scenario::Scenario;

use crate::support;

/// The choices on a sheet as `scene/choice`, by number and letter.
fn laid_out(sheet: &ReadingSheet<'_>) -> Vec<Vec<String>> {
    let decisions = sheet.decisions.iter().map(|decision| {
        let scene = &sheet.scenario.scene(decision.scene).id;
        decision.options.iter().map(|option| format!("{scene}/{}", option.choice.id)).collect()
    });
    decisions.collect()
}

/// Every decision with its options, in written order.
fn written(scenario: &Scenario) -> Vec<Vec<String>> {
    let scenes = scenario.scenes.iter().filter_map(|scene| scenario.find_scene(&scene.id));
    let decisions = scenes.map(|scene| {
        let choices = scenario.choices_of(scene).map(|id| &scenario.choice(id).id);
        choices.map(|choice| format!("{}/{choice}", scenario.scene(scene).id)).collect::<Vec<_>>()
    });
    decisions.filter(|options| options.len() > 1).collect()
}

fn sorted(mut decisions: Vec<Vec<String>>) -> Vec<Vec<String>> {
    for options in &mut decisions {
        options.sort();
    }
    decisions
}

#[test]
fn a_sheet_has_every_decision_and_every_option_once() {
    for scenario in support::shipped() {
        let (unseen, seen) = (ReadingSheet::new(&scenario, 1, false), ReadingSheet::new(&scenario, 1, true));
        let all = sorted(written(&scenario));
        assert_eq!(sorted(laid_out(&seen)), all, "in written order");
        let mut shuffled = sorted(laid_out(&unseen));
        assert_ne!(shuffled, all, "the decisions are shuffled");
        shuffled.sort();
        let mut all_by_name = all;
        all_by_name.sort();
        assert_eq!(shuffled, all_by_name);
        for decision in &unseen.decisions {
            let letters: Vec<char> = decision.options.iter().map(|option| option.letter).collect();
            assert_eq!(letters, ('a'..='z').take(letters.len()).collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_seed_gives_one_sheet_and_another_seed_another() {
    let scenario = support::shipped_as("two-hours-in");
    let sheet = |seed, with_scenes| laid_out(&ReadingSheet::new(&scenario, seed, with_scenes));
    for with_scenes in [false, true] {
        assert_eq!(sheet(1, with_scenes), sheet(1, with_scenes));
        assert_ne!(sheet(1, with_scenes), sheet(2, with_scenes));
        assert_ne!(sheet(1, with_scenes), written(&scenario), "options are shuffled");
    }
}

/// The answers that pick the best everywhere, or something that is not the best.
fn answers(sheet: &ReadingSheet<'_>, best: bool) -> String {
    let line = |(number, letter): (usize, char)| format!("{number} {letter}\n");
    let picked = sheet.decisions.iter().filter_map(|decision| {
        let option = decision.options.iter().find(|option| option.is_best == best)?;
        Some((decision.number, option.letter))
    });
    picked.map(line).collect()
}

#[test]
fn who_knows_the_best_finds_it_everywhere_and_who_avoids_it_nowhere() {
    for scenario in support::shipped() {
        for with_scenes in [false, true] {
            let sheet = ReadingSheet::new(&scenario, 3, with_scenes);
            let all = sheet.decisions.len();
            let found = sheet.read(&answers(&sheet, true)).expect("it fits the sheet");
            assert_eq!((found.best.found, found.best.of, found.best.percent()), (all, all, 100));
            assert!(found.unanswered.is_empty());
            assert_eq!(found.limits[0].kept, with_scenes, "{:?}", found.limits);
            let missed = sheet.read(&answers(&sheet, false)).expect("it fits the sheet");
            assert_eq!(missed.best.found, 0);
            assert_eq!(missed.limits[0].kept, !with_scenes, "{:?}", missed.limits);
        }
    }
}

#[test]
fn chance_is_the_mean_over_all_ways_of_picking() {
    let scenario = support::shipped_as("let-me-out");
    let sheet = ReadingSheet::new(&scenario, 1, true);
    for decision in &sheet.decisions {
        let (mut best, mut met) = (0.0, 0.0);
        let mut chances = (0.0, None);
        for option in &decision.options {
            let result = sheet.read(&format!("{} {}", decision.number, option.letter)).expect("it fits the sheet");
            let answer = &result.answers[0];
            best += f64::from(u8::from(answer.best));
            met += f64::from(u8::from(answer.meets_moment == Some(true)));
            assert_eq!(result.moment.of, usize::from(answer.meets_moment.is_some()));
            assert_eq!(result.unanswered.len() + 1, sheet.decisions.len());
            chances = (answer.best_by_chance, answer.moment_by_chance);
        }
        let options = f64::from(u8::try_from(decision.options.len()).expect("a few options"));
        assert!((chances.0 - best / options).abs() < 1e-12);
        assert!(chances.1.is_none_or(|chance| (chance - met / options).abs() < 1e-12));
    }
}

#[test]
fn a_limit_is_kept_from_its_very_share_on() {
    let scenario = support::shipped_as("two-hours-in");
    let (unseen, seen) = (ReadingSheet::new(&scenario, 1, false), ReadingSheet::new(&scenario, 1, true));
    // The first lines pick the best, the others do not.
    let mixed = |sheet: &ReadingSheet<'_>, best: usize, of: usize| {
        let (right, wrong) = (answers(sheet, true), answers(sheet, false));
        let lines: Vec<&str> = right.lines().take(best).chain(wrong.lines().take(of).skip(best)).collect();
        let result = sheet.read(&lines.join("\n")).expect("it fits the sheet");
        assert_eq!((result.best.found, result.best.of), (best, of));
        (result.limits[0].against, result.limits[0].kept)
    };
    assert_eq!(mixed(&unseen, 4, 10), (ReadingAgainst::BestUnseenBelow, true));
    assert_eq!(mixed(&unseen, 5, 10), (ReadingAgainst::BestUnseenBelow, false));
    assert_eq!(mixed(&seen, 6, 10), (ReadingAgainst::BestSeenFrom, true));
    assert_eq!(mixed(&seen, 5, 10), (ReadingAgainst::BestSeenFrom, false));
}

#[test]
fn answers_that_do_not_fit_the_sheet_name_their_line() {
    let scenario = support::shipped_as("two-hours-in");
    let sheet = ReadingSheet::new(&scenario, 1, false);
    let decisions = sheet.decisions.len();
    let last = sheet.decisions[0].options.last().expect("an option").letter;
    let number = |line, written: &str| AnswerError::Number { line, written: written.to_owned(), decisions };
    let huge = "9".repeat(30);
    for (text, expected) in [
        ("# Anna\n\n1 a\n2 and b", AnswerError::Shape { line: 4, text: "2 and b".to_owned() }),
        ("0 a", number(1, "0")),
        ("1 a # sure\n99 a", number(2, "99")),
        (&format!("{huge} a"), number(1, &huge)),
        ("\u{feff}1 z", AnswerError::Letter { line: 1, number: 1, letter: 'z', last }),
        ("1 a\n2 b\n1 B", AnswerError::Twice { line: 3, number: 1, first: 1 }),
        ("# nobody came\n", AnswerError::Nothing),
    ] {
        assert_eq!(sheet.read(text), Err(expected), "{text:?}");
    }
}
