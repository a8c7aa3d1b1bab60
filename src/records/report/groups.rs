//! Everyone's attempts, those of each training strategy and those of each scenario: what of them may be shown, and what it is.

use std::collections::{BTreeMap, BTreeSet};

use crate::records::histogram::Spread;
use crate::records::people::{People, Shown};
use crate::records::suppression::{Disclosure, Nested};

use super::sums::{Measured, ScenarioSums, Sums};
use super::{Group, GroupName, Month};

/// Attempts that are taken together: those at some of the scenarios.
struct Gathered {
    name: GroupName,
    cells: Vec<Cell>,
}

/// The attempts of a group in a month, or in all.
struct Cell {
    /// `None` for all months.
    month: Option<Month>,
    /// The places of the scenarios with attempts in it.
    scenarios: BTreeSet<usize>,
    sums: Sums,
}

/// The groups. `scenarios` are in the order in which they are told.
pub(super) fn groups(scenarios: &[&ScenarioSums]) -> Vec<Group> {
    let gathered = gathered(scenarios);
    let hidden = disclosure(scenarios, &gathered).hidden();
    let mut hidden = hidden.into_iter();
    let told = gathered.into_iter().map(|group| {
        let cells = group.cells.into_iter().map(|cell| (cell.month, row(&cell.sums, hidden.next().unwrap_or(true))));
        let (whole, months): (Vec<_>, Vec<_>) = cells.partition(|(month, _)| month.is_none());
        Group {
            name: group.name,
            whole: whole.first().map_or([Shown::Nobody; 4], |(_, row)| *row),
            months: months.into_iter().filter_map(|(month, row)| Some((month?, row))).collect(),
        }
    });
    told.collect()
}

fn gathered(scenarios: &[&ScenarioSums]) -> Vec<Gathered> {
    let all: Vec<usize> = (0..scenarios.len()).collect();
    let mut strategies: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, scenario) in scenarios.iter().enumerate() {
        for strategy in scenario.played.practises.iter().collect::<BTreeSet<_>>() {
            strategies.entry(strategy).or_default().push(place);
        }
    }
    let mut groups = vec![Gathered::over_time(GroupName::Everyone, &all, scenarios)];
    let of_strategies = strategies.iter().map(|(strategy, members)| {
        Gathered::over_time(GroupName::Strategy((*strategy).to_owned()), members, scenarios)
    });
    groups.extend(of_strategies);
    groups.extend(all.iter().map(|&place| {
        let played = &scenarios[place].played;
        let (id, title, hash) = (played.id.clone(), played.title.clone(), played.hash.clone());
        let cells = vec![Cell::of(None, &[place], scenarios)];
        Gathered { name: GroupName::Scenario { id, title, hash }, cells }
    }));
    groups
}

impl Gathered {
    fn over_time(name: GroupName, members: &[usize], scenarios: &[&ScenarioSums]) -> Self {
        let months = members.iter().flat_map(|&place| scenarios[place].months.keys().copied());
        let months: BTreeSet<Month> = months.collect();
        let wanted = [None].into_iter().chain(months.into_iter().map(Some));
        Self { name, cells: wanted.map(|month| Cell::of(month, members, scenarios)).collect() }
    }
}

impl Cell {
    fn of(month: Option<Month>, members: &[usize], scenarios: &[&ScenarioSums]) -> Self {
        let mut cell = Self { month, scenarios: BTreeSet::new(), sums: Sums::default() };
        for &place in members {
            for (_, sums) in scenarios[place].months.iter().filter(|(of, _)| month.is_none_or(|month| month == **of)) {
                cell.scenarios.insert(place);
                cell.sums.join(sums);
            }
        }
        cell
    }
}

/// What follows from what: months add up to the whole of their group, scenarios to everyone; and a group is compared with
/// every other that counts the same attempts and more, in the same month and over all.
fn disclosure(scenarios: &[&ScenarioSums], groups: &[Gathered]) -> Disclosure {
    let mut table = Disclosure::default();
    let mut by_month: BTreeMap<Option<Month>, Vec<(usize, &Cell)>> = BTreeMap::new();
    let mut of_scenarios = Vec::new();
    for group in groups {
        let first = table.rows.len();
        for cell in &group.cells {
            by_month.entry(cell.month).or_default().push((table.rows.len(), cell));
            table.rows.push(cell.sums.row());
        }
        match group.name {
            GroupName::Scenario { .. } => of_scenarios.push(first),
            GroupName::Everyone | GroupName::Strategy(_) => {
                table.wholes.push((first, (first + 1..table.rows.len()).collect()));
            }
        }
    }
    table.wholes.push((0, of_scenarios));
    for (month, cells) in &by_month {
        table.nested.extend(cells.iter().flat_map(|outer| {
            let inner = cells.iter().filter(move |inner| inner.0 != outer.0);
            inner.filter_map(move |inner| nested(scenarios, *month, *inner, *outer))
        }));
    }
    table
}

/// How one row follows from another that counts all of it; `None` where it does not, or enough people are between.
fn nested(
    scenarios: &[&ScenarioSums],
    month: Option<Month>,
    (inner, of_inner): (usize, &Cell),
    (outer, of_outer): (usize, &Cell),
) -> Option<Nested> {
    if !of_inner.scenarios.is_subset(&of_outer.scenarios) {
        return None;
    }
    let rest: Vec<usize> = of_outer.scenarios.difference(&of_inner.scenarios).copied().collect();
    let between: Vec<People> = Cell::of(month, &rest, scenarios).sums.row().people;
    let matters = between.iter().any(People::are_few) || between.iter().all(|people| people.number() == 0);
    matters.then_some(Nested { inner, outer, between })
}

fn row(sums: &Sums, hidden: bool) -> [Shown<Spread>; 4] {
    sums.measured.each_ref().map(|measured| told(measured, hidden))
}

fn told(measured: &Measured, hidden: bool) -> Shown<Spread> {
    match measured.scores.spread() {
        None => Shown::Nobody,
        Some(_) if hidden => Shown::FewerThanFive,
        Some(spread) => Shown::Told(spread),
    }
}
