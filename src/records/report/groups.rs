//! Everyone's attempts, those of each training strategy and those of each scenario: what of them may be shown, and what it is.
//!
//! A month's figures are made from *pieces*: the attempts at one text of a scenario in one month. A piece from fewer than five
//! people is left out of every month, and with it the next smallest pieces of its scenario until five people stand behind
//! all that is left out; a text that fewer than five people played is left out altogether. So every figure is a sum over
//! disjoint parts with five people or more behind each (the pieces that are shown, and what is left out of each scenario),
//! and whatever can be worked out from figures by any sums and differences, however groups overlap, is such a sum again.

use std::collections::{BTreeMap, BTreeSet};

use crate::records::histogram::Spread;
use crate::records::people::Shown;
use crate::records::suppression::{Hidden, Row};

use super::sums::{ScenarioSums, Sums};
use super::{Group, GroupName, Month};

/// The attempts at one text of a scenario, as far as they are shown.
struct Pieces<'a> {
    sums: &'a ScenarioSums,
    hidden: Hidden,
}

/// The groups. `scenarios` are in the order in which they are told.
pub(super) fn groups(scenarios: &[&ScenarioSums]) -> Vec<Group> {
    let pieces: Vec<Pieces<'_>> = scenarios.iter().map(|sums| Pieces::of(sums)).collect();
    let mut strategies: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, of_scenario) in pieces.iter().enumerate() {
        for strategy in of_scenario.sums.played.practises.iter().collect::<BTreeSet<_>>() {
            strategies.entry(strategy).or_default().push(place);
        }
    }
    let mut together: BTreeMap<Vec<usize>, Vec<String>> = BTreeMap::new();
    for (strategy, members) in strategies {
        together.entry(members).or_default().push(strategy.to_owned());
    }
    let mut together: Vec<(Vec<usize>, Vec<String>)> = together.into_iter().collect();
    together.sort_by(|(_, one), (_, other)| one.cmp(other));
    let everyone = over_time(GroupName::Everyone, &pieces.iter().collect::<Vec<_>>());
    let of_strategies = together.into_iter().map(|(members, names)| {
        over_time(GroupName::Strategies(names), &members.iter().map(|&place| &pieces[place]).collect::<Vec<_>>())
    });
    let of_scenarios = pieces.iter().map(|of_scenario| {
        let played = &of_scenario.sums.played;
        let (id, title, hash) = (played.id.clone(), played.title.clone(), played.hash.clone());
        let name = GroupName::Scenario { id, title, hash };
        over_time(name, &[of_scenario])
    });
    [everyone].into_iter().chain(of_strategies).chain(of_scenarios).collect()
}

fn over_time(name: GroupName, members: &[&Pieces<'_>]) -> Group {
    let told = |month: Option<Month>| {
        let mut all = Told::default();
        for pieces in members {
            all.join(&pieces.told(month));
        }
        all.row()
    };
    let months: BTreeSet<Month> = members.iter().flat_map(|pieces| pieces.months()).collect();
    Group { name, whole: told(None), months: months.into_iter().map(|month| (month, told(Some(month)))).collect() }
}

/// What is shown of some attempts, and whether some are left out.
#[derive(Default)]
struct Told {
    sums: Sums,
    left_out: bool,
}

impl<'a> Pieces<'a> {
    fn of(sums: &'a ScenarioSums) -> Self {
        let months: Vec<Row> = sums.months.values().map(Sums::row).collect();
        Self { sums, hidden: Hidden::of(&months) }
    }

    /// The months with an attempt that came to an end.
    fn months(&self) -> impl Iterator<Item = Month> {
        let counted = self.sums.months.iter().filter(|(_, sums)| sums.row().people() > 0);
        counted.map(|(month, _)| *month)
    }

    /// What is told of a month, or of all.
    fn told(&self, month: Option<Month>) -> Told {
        let mut told = Told::default();
        for ((of, sums), hidden) in self.sums.months.iter().zip(&self.hidden.parts) {
            let hidden = self.hidden.whole || (*hidden && month.is_some());
            if month.is_none_or(|month| month == *of) {
                told.left_out |= hidden;
                if !hidden {
                    told.sums.join(sums);
                }
            }
        }
        told
    }
}

impl Told {
    fn join(&mut self, other: &Self) {
        self.sums.join(&other.sums);
        self.left_out |= other.left_out;
    }

    /// By measure: what is told; what is left out where that is all.
    fn row(&self) -> [Shown<Spread>; 4] {
        let none = if self.left_out { Shown::FewerThanFive } else { Shown::Nobody };
        self.sums.measured.each_ref().map(|measured| measured.scores.spread().map_or(none, Shown::Told))
    }
}
