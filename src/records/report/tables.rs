//! A report as tables: CSV files that a spreadsheet opens and in which no text acts as a formula.

use crate::records::items::{Disagreed, Item, Third};
use crate::records::people::{HELD_BACK, Shown};
use crate::records::spreadsheet::{BYTE_ORDER_MARK, harmless};
use crate::records::{Measure, Spread};
use crate::rubric::Dimension;

use super::words::share_in_words;
use super::{Gain, GainsTold, Group, GroupName, Report, ShareTold};

/// A file of a report: its name, and its text in UTF-8 with a heading row.
type File = (&'static str, String);

/// A text as a cell. Numbers are written by us and stay numbers, negative ones too.
fn safe(text: &str) -> String {
    harmless(text)
}

/// The report as CSV files. A figure that is held back is `held back`; one that there is not is empty.
#[must_use]
pub fn csv_files(report: &Report) -> Vec<File> {
    vec![
        ("scores.csv", scores(report)),
        ("gaps.csv", gaps(report)),
        ("indicators.csv", indicators(report)),
        ("moments.csv", shares("moment", &report.moments)),
        ("survey.csv", shares("item", &report.survey)),
        ("gains.csv", gains(report)),
        ("items.csv", items(report)),
        ("options.csv", options(report)),
        ("endings.csv", endings(report)),
        ("stopped.csv", stopped(report)),
        ("marks.csv", marks(report)),
        ("groups.csv", groups(report)),
        ("comments.csv", comments(report)),
    ]
}

fn written(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::Writer::from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    // Writing to memory cannot fail, and every row is as long as the heading.
    let _ = writer.write_record(head);
    for row in rows {
        let _ = writer.write_record(&row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The cells of a figure: those it has, or as many that say why there is none.
fn cells<T, const N: usize>(figure: &Shown<T>, told: impl FnOnce(&T) -> [String; N]) -> [String; N] {
    match figure {
        Shown::Told(figure) => told(figure),
        Shown::Nobody => std::array::from_fn(|_| String::new()),
        Shown::FewerThanFive => std::array::from_fn(|_| HELD_BACK.to_owned()),
    }
}

fn measure(measure: Measure) -> String {
    measure.label().to_owned()
}

fn scores(report: &Report) -> String {
    let head = [
        "group",
        "name",
        "hash",
        "month",
        "measure",
        "attempts",
        "mean",
        "sd",
        "lower quartile",
        "median",
        "upper quartile",
    ];
    let of_spread = |spread: &Spread| {
        let [lower, median, upper] = spread.quartiles.map(|quartile| quartile.to_string());
        [spread.attempts.to_string(), format!("{:.2}", spread.mean), format!("{:.2}", spread.sd), lower, median, upper]
    };
    let rows = report.groups.iter().flat_map(|group| {
        let months = group.months.iter().map(|(month, row)| (month.sortable(), row));
        months.chain([(String::new(), &group.whole)]).flat_map(move |(month, row)| {
            let month = month.clone();
            Measure::ALL.into_iter().zip(row).map(move |(by, spread)| {
                let named = named(group).into_iter().chain([month.clone(), measure(by)]);
                named.chain(cells(spread, of_spread)).collect()
            })
        })
    });
    written(&head, rows)
}

fn named(group: &Group) -> [String; 3] {
    match &group.name {
        GroupName::Everyone => ["everyone".to_owned(), String::new(), String::new()],
        GroupName::Strategies(names) => ["strategy".to_owned(), safe(&names.join(" / ")), String::new()],
        GroupName::Scenario { id, hash, .. } => ["scenario".to_owned(), safe(id), hash.to_string()],
    }
}

fn gaps(report: &Report) -> String {
    let rows = report.gaps.iter().map(|gap| {
        let strategy = gap.strategy.as_deref().map_or_else(String::new, safe);
        let number = |number: f64| format!("{number:.2}");
        let [guessing, expert] = gap.others.map_or_else(Default::default, |of| [of.guessing, of.expert].map(number));
        let own = [strategy, measure(gap.measure), number(gap.mean), gap.target.to_string(), number(gap.gap)];
        own.into_iter().chain([guessing, expert]).collect()
    });
    written(&["strategy", "measure", "mean", "target", "gap", "guessing", "expert"], rows)
}

fn share(figure: &ShareTold) -> [String; 3] {
    match figure {
        ShareTold::Told(share) => [share.yes.to_string(), share.of.to_string(), format!("{:.2}", share.percent())],
        ShareTold::Nobody => Default::default(),
        ShareTold::Few { of } | ShareTold::AllButFew { of } => {
            let of = of.map_or_else(|| HELD_BACK.to_owned(), |of| of.to_string());
            [share_in_words(figure), of, HELD_BACK.to_owned()]
        }
        ShareTold::HeldBack => std::array::from_fn(|_| HELD_BACK.to_owned()),
    }
}

fn indicators(report: &Report) -> String {
    let rows = report.indicators.iter().flat_map(|over_time| {
        let months = over_time.months.iter().map(|(month, figure)| (month.sortable(), figure));
        months.chain([(String::new(), &over_time.whole)]).map(|(month, figure)| {
            [over_time.indicator.label().to_owned(), month].into_iter().chain(share(figure)).collect()
        })
    });
    written(&["indicator", "month", "yes", "of", "percent"], rows)
}

fn shares(of: &str, figures: &[(String, ShareTold)]) -> String {
    let rows = figures.iter().map(|(name, figure)| [safe(name)].into_iter().chain(share(figure)).collect());
    written(&[of, "yes", "of", "percent"], rows)
}

fn gains(report: &Report) -> String {
    let of_gain = |gain: &Gain| {
        let [lower, upper] = gain.bounds;
        let numbers = [gain.before, gain.after, gain.sd, lower, upper].map(|number| format!("{number:.2}"));
        let [before, after, sd, lower, upper] = numbers;
        let normalised = gain.normalised.map_or_else(String::new, |normalised| format!("{normalised:.3}"));
        [gain.people.to_string(), before, after, sd, lower, upper, normalised]
    };
    let rows = |from: String, to: String, told: &GainsTold| -> Vec<Vec<String>> {
        let [left] = cells(&told.left, |left| [left.to_string()]);
        let row = |(by, gain): &(Measure, Shown<Gain>)| {
            let named = [from.clone(), to.clone(), measure(*by)];
            named.into_iter().chain(cells(gain, of_gain)).chain([left.clone()]).collect()
        };
        told.gains.iter().map(row).collect()
    };
    let mut all = rows(String::new(), String::new(), &report.gains);
    if let Some(told) = &report.pair_gains {
        let [from, to] = &told.pair;
        all.extend(rows(safe(from), safe(to), &told.gains));
    }
    let head = [
        "from",
        "to",
        "measure",
        "people",
        "before",
        "after",
        "sd of differences",
        "lower bound of the gain",
        "upper bound of the gain",
        "normalised gain",
        "people who did not go on",
    ];
    written(&head, all)
}

/// How many groups doubt a key, and how many met it.
fn doubted(groups: &Shown<Disagreed>) -> [String; 2] {
    cells(groups, |of| [of.disagreed.to_string(), of.sessions.to_string()])
}

fn items(report: &Report) -> String {
    let of_item = |item: &Item| {
        let number = |number: Option<f64>| number.map_or_else(String::new, |number| format!("{number:.3}"));
        let correlation =
            |of: fn(&crate::records::items::Correlation) -> f64| number(item.correlation.as_ref().map(of));
        let own = [safe(&item.scene), item.met.to_string(), number(Some(item.difficulty))];
        let rest = [correlation(|of| of.r), correlation(|of| of.lower), correlation(|of| of.upper)];
        own.into_iter().chain(rest)
    };
    let rows =
        report.scenarios.iter().flat_map(|scenario| {
            scenario.items.items.iter().map(move |item| {
                [safe(&scenario.id), scenario.hash.to_string()].into_iter().chain(of_item(item)).collect()
            })
        });
    let head =
        ["scenario", "hash", "scene", "met", "difficulty", "item-rest correlation", "lower bound", "upper bound"];
    written(&head, rows)
}

fn options(report: &Report) -> String {
    let third = |third: &Shown<Third>| cells(third, |third| [third.taken.to_string(), third.of.to_string()]);
    let rows = report.scenarios.iter().flat_map(|scenario| {
        scenario.items.items.iter().flat_map(move |item| {
            item.options.iter().map(move |option| {
                let named = [safe(&scenario.id), scenario.hash.to_string(), safe(&item.scene), safe(&option.option)];
                let [taken] = cells(&option.taken, |taken| [taken.to_string()]);
                let taken = [option.offered.to_string(), if taken.is_empty() { "0".to_owned() } else { taken }];
                named.into_iter().chain(taken).chain(third(&option.bottom)).chain(third(&option.top)).collect()
            })
        })
    });
    let head = [
        "scenario",
        "hash",
        "scene",
        "option",
        "offered",
        "taken",
        "taken by the bottom third",
        "of the bottom third",
        "taken by the top third",
        "of the top third",
    ];
    written(&head, rows)
}

fn endings(report: &Report) -> String {
    let rows = report.scenarios.iter().flat_map(|scenario| {
        scenario.items.endings.iter().map(move |ending| {
            let [attempts] = cells(&ending.attempts, |attempts| [attempts.to_string()]);
            vec![safe(&scenario.id), scenario.hash.to_string(), safe(&ending.scene), safe(&ending.title), attempts]
        })
    });
    written(&["scenario", "hash", "ending", "title", "attempts"], rows)
}

fn stopped(report: &Report) -> String {
    let rows = report.scenarios.iter().map(|scenario| {
        let named = [safe(&scenario.id), scenario.hash.to_string()];
        named.into_iter().chain(share(&scenario.stopped)).collect()
    });
    written(&["scenario", "hash", "stopped early", "of", "percent"], rows)
}

fn marks(report: &Report) -> String {
    let rows = report.scenarios.iter().flat_map(|scenario| {
        let marks = scenario.marks.iter().flat_map(|marks| marks.each().map(|(_, mark)| *mark));
        marks.map(move |mark| {
            let on = Dimension::ALL.map(|on| mark.get(on).map_or_else(String::new, |score| score.to_string()));
            let named = [safe(&scenario.id), scenario.hash.to_string(), mark.label.to_owned()];
            named.into_iter().chain(on).collect()
        })
    });
    let dimensions = Dimension::ALL.map(Dimension::label);
    written(&[&["scenario", "hash", "who"], &dimensions[..]].concat(), rows)
}

fn groups(report: &Report) -> String {
    let rows = report.scenarios.iter().flat_map(|scenario| {
        let met = scenario.decisions.iter().filter(|decision| decision.groups != Shown::Nobody);
        met.map(move |decision| {
            let named = [safe(&scenario.id), scenario.hash.to_string(), safe(&decision.scene)];
            named.into_iter().chain(doubted(&decision.groups)).collect()
        })
    });
    written(&["scenario", "hash", "scene", "groups that doubt it", "groups"], rows)
}

fn comments(report: &Report) -> String {
    let rows = report.scenarios.iter().flat_map(|scenario| {
        scenario.decisions.iter().flat_map(move |decision| {
            let by = [("trainee", &decision.trainees), ("facilitator", &decision.facilitators)];
            by.into_iter().flat_map(move |(by, comments)| {
                let said = match comments {
                    Shown::Told(said) => said.iter().map(|words| safe(words)).collect(),
                    Shown::Nobody => Vec::new(),
                    Shown::FewerThanFive => vec![HELD_BACK.to_owned()],
                };
                let row = move |words| {
                    vec![safe(&scenario.id), scenario.hash.to_string(), safe(&decision.scene), by.to_owned(), words]
                };
                said.into_iter().map(row)
            })
        })
    });
    written(&["scenario", "hash", "scene", "by", "comment"], rows)
}
