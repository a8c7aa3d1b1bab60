//! A report as tables: CSV files that a spreadsheet opens and in which no text acts as a formula.

use crate::records::items::{Disagreed, Item, Third};
use crate::records::people::{FEWER_GROUPS, FEWER_THAN_FIVE, Shown};
use crate::records::spreadsheet::{BYTE_ORDER_MARK, harmless};
use crate::records::{Measure, Spread};

use super::{Gain, Group, GroupName, Report, Share};

/// A file of a report: its name, and its text in UTF-8 with a heading row.
type File = (&'static str, String);

/// A text as a cell. Numbers are written by us and stay numbers, negative ones too.
fn safe(text: &str) -> String {
    harmless(text)
}

/// The report as CSV files. A figure that is held back is `fewer than five people`; one that there is not is empty.
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
        Shown::FewerThanFive => std::array::from_fn(|_| FEWER_THAN_FIVE.to_owned()),
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
        GroupName::Strategy(name) => ["strategy".to_owned(), safe(name), String::new()],
        GroupName::Scenario { id, hash, .. } => ["scenario".to_owned(), safe(id), hash.to_string()],
    }
}

fn gaps(report: &Report) -> String {
    let rows = report.gaps.iter().map(|gap| {
        let strategy = gap.strategy.as_deref().map_or_else(String::new, safe);
        let [mean, below] = [gap.mean, gap.gap].map(|number| format!("{number:.2}"));
        vec![strategy, measure(gap.measure), mean, gap.target.to_string(), below]
    });
    written(&["strategy", "measure", "mean", "target", "gap"], rows)
}

fn share(figure: &Shown<Share>) -> [String; 3] {
    cells(figure, |share| [share.yes.to_string(), share.of.to_string(), format!("{:.2}", share.percent())])
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

fn shares(of: &str, figures: &[(String, Shown<Share>)]) -> String {
    let rows = figures.iter().map(|(name, figure)| [safe(name)].into_iter().chain(share(figure)).collect());
    written(&[of, "yes", "of", "percent"], rows)
}

fn gains(report: &Report) -> String {
    let of_gain = |gain: &Gain| {
        let [before, after, sd] = [gain.before, gain.after, gain.sd].map(|number| format!("{number:.2}"));
        let normalised = gain.normalised.map_or_else(String::new, |normalised| format!("{normalised:.3}"));
        [gain.people.to_string(), before, after, sd, normalised]
    };
    let row = |from: String, to: String, (by, gain): &(Measure, Shown<Gain>)| {
        [from, to, measure(*by)].into_iter().chain(cells(gain, of_gain)).collect()
    };
    let all = report.gains.iter().map(|gain| row(String::new(), String::new(), gain));
    let of_pair = report.pair_gains.iter().flat_map(|told| {
        let [from, to] = &told.pair;
        told.gains.iter().map(move |gain| row(safe(from), safe(to), gain))
    });
    let head = ["from", "to", "measure", "people", "before", "after", "sd of differences", "normalised gain"];
    written(&head, all.chain(of_pair))
}

/// How many groups doubt a key, and how many met it.
fn doubted(groups: &Shown<Disagreed>) -> [String; 2] {
    match groups {
        Shown::FewerThanFive => std::array::from_fn(|_| FEWER_GROUPS.to_owned()),
        groups => cells(groups, |of| [of.disagreed.to_string(), of.sessions.to_string()]),
    }
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
            let scene = ending.scene.as_deref().map_or_else(String::new, safe);
            vec![safe(&scenario.id), scenario.hash.to_string(), scene, safe(&ending.title), attempts]
        })
    });
    written(&["scenario", "hash", "ending", "title", "attempts"], rows)
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
            let by = [
                ("trainee", FEWER_THAN_FIVE, &decision.trainees),
                ("facilitator", FEWER_GROUPS, &decision.facilitators),
            ];
            by.into_iter().flat_map(move |(by, held_back, comments)| {
                let said = match comments {
                    Shown::Told(said) => said.iter().map(|words| safe(words)).collect(),
                    Shown::Nobody => Vec::new(),
                    Shown::FewerThanFive => vec![held_back.to_owned()],
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
