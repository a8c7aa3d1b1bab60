//! What a report must hold: of any cohort, in any order, of any number.

use std::collections::{BTreeMap, BTreeSet};

use super::{Asked, Cohort, GroupName, Indicator, Month, Others, Report, Share, ShareTold, Targets, csv_files, html};
use crate::attempt::Mode;
use crate::debrief::{Mark, Marks, Scores};
use crate::records::people::{FEWER_THAN_FIVE, Shown};
use crate::records::samples::shipped;
use crate::records::simulated::Luck;
use crate::records::{AttemptId, Measure, Outcome, PersonId, Spread, Timestamp};
use crate::scenario::EndingKind;

fn asked() -> Asked {
    let measures = Measure::ALL.into_iter().map(|measure| (measure, 70)).collect();
    let strategies = [("Quality and safety".to_owned(), 75)].into();
    let pair = Some(["two-hours-in".to_owned(), "second-letter".to_owned()]);
    Asked { targets: Targets { measures, strategies }, pair }
}

fn report<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> Report {
    let mut cohort = Cohort::new(asked());
    for outcome in outcomes {
        cohort.add(outcome);
    }
    cohort.report()
}

/// Whether scores and the rest of an attempt count.
fn counts(outcome: &Outcome) -> bool {
    outcome.first && outcome.came_to_an_end()
}

/// Cohorts of every size in which cells are few.
fn cohorts() -> impl Iterator<Item = Vec<Outcome>> {
    let scenarios = shipped();
    let sizes = [1, 3, 5, 8, 13, 21, 34, 55, 89, 150, 200, 300];
    (0..).zip(sizes).map(move |(seed, people)| Luck::of(seed).cohort(&scenarios, people))
}

#[test]
fn the_order_of_the_attempts_and_of_the_files_makes_no_difference() {
    for outcomes in cohorts() {
        let forwards = report(&outcomes);
        let backwards = report(outcomes.iter().rev());
        assert_eq!(forwards, backwards);
        assert_eq!(html(&forwards), html(&backwards));
        assert_eq!(csv_files(&forwards), csv_files(&backwards));
    }
}

#[test]
fn an_attempt_from_two_exports_counts_once_whichever_has_its_words() {
    for outcomes in cohorts() {
        let mut once = report(&outcomes);
        let without: Vec<Outcome> = outcomes.iter().cloned().map(Outcome::without_words).collect();
        let twice = report(outcomes.iter().chain(&outcomes));
        assert_eq!(twice.covers.again, outcomes.len() as u64);
        assert_eq!(twice.covers.differing, 0);
        once.covers.again = twice.covers.again;
        assert_eq!(once, twice);
        let comments = |report: &Report| report.scenarios.iter().map(|of| of.decisions.clone()).collect::<Vec<_>>();
        assert_eq!(comments(&report(without.iter().chain(&outcomes))), comments(&once));
    }
}

/// The attempts at a text of a scenario in a month, and who made them.
type Pieces = BTreeMap<(String, Month), BTreeSet<PersonId>>;

/// By measure.
fn pieces(outcomes: &[Outcome], measure: Measure) -> Pieces {
    let mut pieces = Pieces::new();
    for outcome in outcomes.iter().filter(|outcome| counts(outcome) && measure.of(&outcome.scores).is_some()) {
        let piece = (outcome.scenario.hash.to_string(), Month::of(outcome.ended));
        pieces.entry(piece).or_default().insert(outcome.person);
    }
    pieces
}

/// A cell of the report that is told, with the pieces that it counts.
struct Cell {
    name: String,
    counts: BTreeSet<(String, Month)>,
}

/// The cells that are told by a measure, `place`d among all. Which pieces a cell leaves out is found from how many attempts it
/// says it counts: those of its scenarios that do not count are a set of pieces with as many attempts.
fn cells(report: &Report, outcomes: &[Outcome], pieces: &Pieces, left_out: &Pieces, place: usize) -> Vec<Cell> {
    let practise: BTreeMap<String, &Vec<String>> =
        outcomes.iter().map(|outcome| (outcome.scenario.hash.to_string(), &outcome.scenario.practises)).collect();
    let measure = Measure::ALL[place];
    let mut cells = Vec::new();
    for group in &report.groups {
        let of_group = |piece: &&(String, Month)| match &group.name {
            GroupName::Everyone => true,
            GroupName::Strategies(strategies) => practise[&piece.0].contains(&strategies[0]),
            GroupName::Scenario { hash, .. } => piece.0 == hash.to_string(),
        };
        let months = group.months.iter().map(|(month, row)| (Some(*month), row));
        for (month, row) in months.chain([(None, &group.whole)]) {
            let Some(spread) = row[place].told() else { continue };
            let in_it =
                |piece: &&(String, Month)| month.is_none_or(|month| month == piece.1 && !left_out.contains_key(piece));
            let played = |piece: &&(String, Month)| {
                people(pieces, &pieces.keys().filter(|other| other.0 == piece.0).cloned().collect()) >= 5
            };
            let pieces_of_cell: BTreeSet<_> =
                pieces.keys().filter(of_group).filter(in_it).filter(played).cloned().collect();
            let counted = outcomes.iter().filter(|outcome| {
                let piece = (outcome.scenario.hash.to_string(), Month::of(outcome.ended));
                counts(outcome) && measure.of(&outcome.scores).is_some() && pieces_of_cell.contains(&piece)
            });
            let name = format!("{:?} {month:?}", group.name);
            assert_eq!(spread.attempts, counted.count() as u64, "{name}");
            cells.push(Cell { name, counts: pieces_of_cell });
        }
    }
    cells
}

fn people(pieces: &Pieces, of: &BTreeSet<(String, Month)>) -> usize {
    of.iter().flat_map(|piece| &pieces[piece]).collect::<BTreeSet<_>>().len()
}

/// The pieces that are to be left out of months, worked out once more: of each scenario the smallest, as long as one is small
/// or fewer than five people stand behind them.
fn left_out(pieces: &Pieces, outcomes: &[Outcome]) -> Pieces {
    let attempts = |piece: &(String, Month)| {
        let of = |outcome: &&Outcome| (outcome.scenario.hash.to_string(), Month::of(outcome.ended)) == *piece;
        outcomes.iter().filter(|outcome| counts(outcome)).filter(of).count()
    };
    let mut left_out = Pieces::new();
    for scenario in pieces.keys().map(|piece| &piece.0).collect::<BTreeSet<_>>() {
        let mut of_scenario: Vec<_> = pieces.iter().filter(|(piece, _)| piece.0 == *scenario).collect();
        of_scenario.sort_by_key(|(piece, people)| (people.len() >= 5, attempts(piece), *piece));
        let mut behind: BTreeSet<PersonId> = BTreeSet::new();
        for (piece, people) in of_scenario {
            if people.len() < 5 || (1..5).contains(&behind.len()) {
                behind.extend(people);
                left_out.insert(piece.clone(), people.clone());
            }
        }
    }
    left_out
}

#[test]
fn nothing_from_fewer_than_five_people_is_told_nor_follows_from_figures() {
    for outcomes in cohorts() {
        let report = report(&outcomes);
        for (place, measure) in Measure::ALL.into_iter().enumerate() {
            let pieces = pieces(&outcomes, measure);
            let told = cells(&report, &outcomes, &pieces, &left_out(&pieces, &outcomes), place);
            for cell in &told {
                assert!(people(&pieces, &cell.counts) >= 5, "{}", cell.name);
                for other in told.iter().filter(|other| other.counts.is_subset(&cell.counts)) {
                    let between = people(&pieces, &cell.counts.difference(&other.counts).cloned().collect());
                    assert!(between == 0 || between >= 5, "{} less {}", cell.name, other.name);
                }
            }
            assert_eq!(followed(&told, &pieces), 0, "by sums and differences of any cells");
        }
    }
}

/// How many small pieces follow from what is told by any sums and differences, groups that overlap in whatever way included.
fn followed(told: &[Cell], pieces: &Pieces) -> usize {
    let order: Vec<&(String, Month)> = pieces.keys().collect();
    let mut rows: Vec<Vec<f64>> = told
        .iter()
        .map(|cell| order.iter().map(|piece| f64::from(u8::from(cell.counts.contains(piece)))).collect())
        .collect();
    let mut next = 0;
    for column in 0..order.len() {
        let Some(pivot) = (next..rows.len()).find(|&row| rows[row][column].abs() > 1e-7) else { continue };
        rows.swap(next, pivot);
        let by = rows[next][column];
        for cell in &mut rows[next] {
            *cell /= by;
        }
        let pivot = rows[next].clone();
        for (_, row) in rows.iter_mut().enumerate().filter(|(row, _)| *row != next) {
            let times = row[column];
            row.iter_mut().zip(&pivot).for_each(|(cell, of)| *cell -= times * of);
        }
        next += 1;
    }
    // In reduced form a piece follows exactly where a row is that piece alone.
    let alone = rows.iter().filter_map(|row| {
        let mut of_row = row.iter().zip(&order).filter(|(cell, _)| cell.abs() > 1e-7);
        of_row.next().filter(|_| of_row.next().is_none()).map(|(_, piece)| *piece)
    });
    alone.filter(|piece| pieces[*piece].len() < 5).count()
}

/// By indicator, moment and item: the people of the yes and of the no.
#[test]
fn no_share_of_which_either_side_is_few_is_told() {
    let few = |shown: &ShareTold, yes: &BTreeSet<PersonId>, no: &BTreeSet<PersonId>| {
        shown.told().is_some() && ((1..5).contains(&yes.len()) || (1..5).contains(&no.len()))
    };
    for outcomes in cohorts() {
        let report = report(&outcomes);
        for (id, shown) in &report.survey {
            let sides = [true, false].map(|top| {
                let of = outcomes.iter().filter(|outcome| {
                    counts(outcome) && outcome.survey.iter().any(|item| item.id == *id && item.top_box == top)
                });
                of.map(|outcome| outcome.person).collect::<BTreeSet<_>>()
            });
            assert!(!few(shown, &sides[0], &sides[1]), "{id}");
        }
        let passed =
            report.indicators.iter().find(|over_time| over_time.indicator == Indicator::Passed).expect("all are there");
        for (month, shown) in &passed.months {
            let sides = [true, false].map(|passed| {
                let of = outcomes.iter().filter(|outcome| {
                    counts(outcome) && outcome.passed == passed && Month::of(outcome.ended) == *month
                });
                of.map(|outcome| outcome.person).collect::<BTreeSet<_>>()
            });
            assert!(!few(shown, &sides[0], &sides[1]), "{month}");
        }
    }
}

#[test]
fn means_are_those_worked_from_the_attempts() {
    let outcomes = cohorts().last().expect("the largest");
    let report = report(&outcomes);
    let scores: Vec<u32> = outcomes
        .iter()
        .filter(|outcome| counts(outcome))
        .filter_map(|outcome| outcome.scores.clarity)
        .map(u32::from)
        .collect();
    let mean = f64::from(scores.iter().sum::<u32>()) / f64::from(u32::try_from(scores.len()).expect("some hundreds"));
    let told: &Spread = report.groups[0].whole[1].told().expect("three hundred people");
    assert!((told.mean - mean).abs() < 1e-9);
    assert_eq!(told.attempts, scores.len() as u64);
    let gap =
        report.gaps.iter().find(|gap| gap.measure == Measure::ALL[1] && gap.strategy.is_none()).expect("a target");
    assert!((gap.gap - (70.0 - mean)).abs() < 1e-9);
    assert!(report.gaps.windows(2).all(|pair| pair[0].gap >= pair[1].gap), "ranked");
    assert!(report.gaps.iter().any(|gap| gap.strategy.as_deref() == Some("Quality and safety")));
    let firsts: BTreeSet<PersonId> =
        outcomes.iter().filter(|outcome| counts(outcome)).map(|outcome| outcome.person).collect();
    assert!(report.first.starts_with(&format!("{} people made ", firsts.len())), "{}", report.first);
}

/// First attempts at a scenario that came to an end, each by somebody else, in the January of 2027.
fn firsts(scenario: u8, people: usize) -> Vec<Outcome> {
    let mut luck = Luck::of(scenario.into());
    let scenario = &shipped()[usize::from(scenario)];
    let mut outcomes: Vec<Outcome> =
        luck.attempts(scenario, people).into_iter().map(|simulated| simulated.outcome).collect();
    for outcome in &mut outcomes {
        outcome.ended = "2027-01-15T12:00:00Z".parse().expect("a time");
    }
    outcomes
}

fn whole(report: &Report, indicator: Indicator) -> ShareTold {
    report.indicators.iter().find(|of| of.indicator == indicator).expect("all are there").whole
}

/// The same, stopped after two choices for which there were full scores.
fn stopped(outcome: &Outcome) -> Outcome {
    let mut outcome = Outcome { ending: None, passed: true, ..outcome.clone() };
    outcome.decisions.truncate(2);
    outcome.scores = Scores { empathy: Some(100), clarity: Some(100), de_escalation: Some(100) };
    outcome
}

#[test]
fn a_conversation_that_was_stopped_counts_as_that_and_as_nothing_else() {
    let all = firsts(0, 52);
    let ended = report(&all[..40]);
    let with_stopped = all.iter().enumerate().map(|(place, one)| if place < 40 { one.clone() } else { stopped(one) });
    let with_stopped: Vec<Outcome> = with_stopped.collect();
    let beside = report(&with_stopped);
    assert_eq!(whole(&beside, Indicator::StoppedEarly), ShareTold::Told(Share { yes: 12, of: 52 }));
    assert_eq!(beside.scenarios[0].stopped, ShareTold::Told(Share { yes: 12, of: 52 }));
    assert_eq!((&beside.groups, &beside.gaps, &beside.gains), (&ended.groups, &ended.gaps, &ended.gains));
    assert_eq!((&beside.moments, &beside.survey), (&ended.moments, &ended.survey));
    assert_eq!(beside.scenarios[0].items, ended.scenarios[0].items);
    assert_eq!(beside.indicators[1..], ended.indicators[1..]);
    assert_eq!(beside.first, ended.first);
    assert!(html(&beside).contains("12 of 52 first attempts"));
    let alone = report(&with_stopped[40..]);
    assert!(alone.first.contains("came to an end") && alone.gaps.is_empty(), "{}", alone.first);
}

#[test]
fn how_many_few_people_stopped_cannot_be_worked_out() {
    let mut outcomes = firsts(0, 43);
    for outcome in &mut outcomes[40..] {
        *outcome = stopped(outcome);
    }
    let report = report(&outcomes);
    assert_eq!(whole(&report, Indicator::StoppedEarly), ShareTold::Few { of: None });
    assert_eq!(report.scenarios[0].stopped, ShareTold::HeldBack);
    let all = [report.covers.attempts, report.covers.everybody];
    assert_eq!(all, [Shown::FewerThanFive; 2], "less the 40 that are told it would be the three");
    assert!(html(&report).contains("fewer than 5 people"));
}

#[test]
fn few_of_many_is_told_as_few_and_not_as_too_little_to_tell() {
    let mut outcomes = firsts(0, 98);
    let report_of = |outcomes: &mut [Outcome], well: usize| {
        for (place, outcome) in outcomes.iter_mut().enumerate() {
            let kind = if place < well { EndingKind::Good } else { EndingKind::Unsafe };
            outcome.ending.as_mut().expect("it came to an end").kind = kind;
        }
        report(&*outcomes)
    };
    let few = report_of(&mut outcomes, 3);
    assert_eq!(whole(&few, Indicator::EndedWell), ShareTold::Few { of: Some(98) });
    assert_eq!(whole(&few, Indicator::EndedUnsafe), ShareTold::AllButFew { of: Some(98) });
    let none = report_of(&mut outcomes, 0);
    assert_eq!(whole(&none, Indicator::EndedWell), ShareTold::Told(Share { yes: 0, of: 98 }));
    assert!(none.first.contains("100 % of these conversations ended unsafely"), "{}", none.first);
    let unsafe_ones = |well: usize, outcomes: &mut [Outcome]| report_of(outcomes, well).first.contains("unsafely");
    assert!(unsafe_ones(88, &mut outcomes), "10 of 98 are more than one in ten");
    assert!(!unsafe_ones(89, &mut outcomes), "9 of 98 are fewer");
}

#[test]
fn attempts_without_hints_are_counted_apart() {
    let mut outcomes = firsts(0, 30);
    for outcome in &mut outcomes[..7] {
        outcome.mode = Mode::Assess;
    }
    let report = report(&outcomes);
    assert_eq!(report.covers.assessed, ShareTold::Told(Share { yes: 7, of: 30 }));
    assert!(html(&report).contains("7 of 30 attempts"));
}

#[test]
fn strategies_of_the_very_same_attempts_share_a_row() {
    let [mut one, mut other] = [firsts(0, 9), firsts(1, 9)];
    let practise = |outcomes: &mut [Outcome], strategies: &[&str]| {
        for outcome in outcomes {
            outcome.scenario.practises = strategies.iter().map(|name| (*name).to_owned()).collect();
        }
    };
    practise(&mut one, &["Privacy", "Follow-up", "Quality"]);
    practise(&mut other, &["Quality"]);
    let report = report(one.iter().chain(&other));
    let names: Vec<&Vec<String>> = report
        .groups
        .iter()
        .filter_map(|group| match &group.name {
            GroupName::Strategies(names) => Some(names),
            GroupName::Everyone | GroupName::Scenario { .. } => None,
        })
        .collect();
    assert_eq!(names, [&vec!["Follow-up".to_owned(), "Privacy".to_owned()], &vec!["Quality".to_owned()]]);
}

#[test]
fn only_months_of_the_same_scenario_are_drawn_beside_each_other() {
    let [one, mut other] = [firsts(0, 9), firsts(1, 9)];
    let february = "2027-02-15T12:00:00Z".parse().expect("a time");
    for outcome in &mut other {
        outcome.ended = february;
    }
    let page = html(&report(one.iter().chain(&other)));
    assert!(!page.contains("<svg") && page.contains("There is no picture yet"), "each month is of another scenario");
    let mut again = firsts(0, 18).split_off(9);
    for outcome in &mut again {
        outcome.ended = february;
    }
    let page = html(&report(one.iter().chain(&other).chain(&again)));
    assert!(page.contains("<svg") && page.contains("not equally hard"));
    assert!(page.contains("in January 2027, ") && !page.contains(&format!("{}: ", other[0].scenario.title)));
}

#[test]
fn what_others_come_to_stands_beside_where_it_is_known_of_every_scenario() {
    let [one, other] = [firsts(0, 10), firsts(1, 30)];
    let mark = |score: u8| Mark {
        strategy: "of-a-test",
        label: "of a test",
        empathy: Some(score),
        clarity: Some(score),
        de_escalation: Some(score),
    };
    let marks = |guessing, expert| Marks {
        random: mark(guessing),
        stranger: mark(50),
        developing: mark(60),
        expert: mark(expert),
    };
    let mut cohort = Cohort::new(asked());
    one.iter().chain(&other).for_each(|outcome| cohort.add(outcome));
    let first = &one[0].scenario.hash;
    let known = cohort.report_beside(&|hash| Some(if hash == first { marks(20, 90) } else { marks(40, 98) }));
    // Ten of 20 and thirty of 40.
    let expected = Others { guessing: 35.0, expert: 96.0 };
    let of_dimensions: Vec<_> = known.gaps.iter().filter(|gap| gap.measure != Measure::Overall).collect();
    assert!(
        of_dimensions.len() == 3 && of_dimensions.iter().all(|gap| gap.others == Some(expected)),
        "{of_dimensions:?}"
    );
    assert!(html(&known).contains("Beside what others come to"));
    let unknown = cohort.report_beside(&|hash| (hash == first).then(|| marks(20, 90)));
    assert!(unknown.gaps.iter().all(|gap| gap.others.is_none()));
    let page = html(&unknown);
    assert!(page.contains("not known what others come to") && page.contains("Beside what others come to"));
}

#[test]
fn a_few_people_are_told_nothing_at_all() {
    let outcomes = Luck::of(1).cohort(&shipped(), 4);
    let report = report(&outcomes);
    assert!(report.first.contains(FEWER_THAN_FIVE), "{}", report.first);
    for (name, text) in csv_files(&report) {
        for record in csv::Reader::from_reader(text.as_bytes()).records() {
            let record = record.expect("a row");
            assert!(record.iter().all(|cell| cell.parse::<f64>().is_err()), "{name}: {record:?}");
        }
    }
    assert!(report.gaps.is_empty());
    assert!(report.groups.iter().all(|group| group.whole.iter().all(|cell| cell.told().is_none())));
}

#[test]
fn a_page_stands_alone_and_can_be_read_by_anyone() {
    let outcomes = cohorts().last().expect("the largest");
    let page = html(&report(&outcomes));
    for absent in ["<script", "http:", "https:", "src=", "url(", "@import", "<link", "<b>wait"] {
        assert!(!page.contains(absent), "{absent}");
    }
    let count = |what: &str| page.matches(what).count();
    assert_eq!(count("<h1>"), 1);
    assert_eq!(count("<table>"), count("<caption>"));
    assert!(count("scope=\"col\"") > 20 && count("scope=\"row\"") > 20);
    assert_eq!((count("<svg"), count("<desc")), (1, 1));
    assert!(
        page.contains("stroke-dasharray") && page.contains("<polygon") && page.contains("<circle"),
        "by form as well"
    );
    assert!(
        page.contains("prefers-color-scheme: dark")
            && page.contains("@media print")
            && page.contains("max-width: 34rem")
    );
    assert!(page.contains("lang=\"en-GB\"") && page.contains("Content-Security-Policy"));
    assert!(page.contains("&lt;b&gt;wait&lt;/b&gt;"), "a comment is text");
}

#[test]
fn no_cell_of_a_table_acts_as_a_formula() {
    let outcomes = cohorts().last().expect("the largest");
    let files = csv_files(&report(&outcomes));
    let mut comments = 0;
    for (name, text) in &files {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for record in reader.records() {
            let record = record.unwrap_or_else(|error| panic!("{name}: {error}"));
            for cell in &record {
                let number = cell.parse::<f64>().is_ok();
                assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
            }
            comments += usize::from(&record[record.len() - 1] == "'=1+1");
        }
    }
    assert!(comments > 0, "a formula is among the comments");
}

/// `BEDSIDE_ATTEMPTS=1000000` measures what a million attempts of a third of a million people take.
#[test]
fn any_number_of_attempts_is_summed_up() {
    let number: u32 = std::env::var("BEDSIDE_ATTEMPTS").ok().and_then(|number| number.parse().ok()).unwrap_or(2_000);
    let mut templates = Luck::of(5).cohort(&shipped(), 100);
    templates.retain(Outcome::came_to_an_end);
    let mut cohort = Cohort::new(asked());
    for attempt in 0..number {
        let id = |number: u32, salt: u8| {
            let mut bytes = [salt; 16];
            bytes[..4].copy_from_slice(&number.wrapping_mul(2_654_435_761).to_le_bytes());
            bytes[12..].copy_from_slice(&number.to_le_bytes());
            bytes
        };
        let count = templates.len();
        let outcome = &mut templates[attempt as usize % count];
        outcome.attempt = AttemptId::of(id(attempt, 1));
        outcome.person = PersonId::of(id(attempt / 3, 2));
        outcome.first = true;
        outcome.ended = Timestamp::from_second(1_700_000_000 + i64::from(attempt % 1_000) * 100_000).expect("a time");
        cohort.add(outcome);
    }
    let report = cohort.report();
    assert_eq!(report.covers.first_attempts, Shown::Told(u64::from(number)));
    assert!(html(&report).len() > 10_000);
}
