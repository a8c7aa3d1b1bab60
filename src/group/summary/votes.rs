//! How the votes went: before the discussion, after it, and what moved.

use crate::group::decision::{GroupDecision, Outcome};
use crate::group::handout::{Item, Section, Votes, VotesRow};
use crate::group::poll::Spread;
use crate::group::view::letter;

use super::material::{Material, share};

pub(super) fn how_the_votes_went(of: &Material<'_>) -> Option<Section> {
    let items: Vec<Item> = of.settled().filter_map(|decision| votes(of, decision)).map(Item::Votes).collect();
    (!items.is_empty()).then(|| Section::new("How the votes went", items))
}

fn votes(of: &Material<'_>, decision: &GroupDecision) -> Option<Votes> {
    let [before, after] = of.spreads(decision);
    if before.is_none() && after.is_none() {
        return None;
    }
    let taken = of.group.course().choice_at(decision);
    let rows = decision.offer.iter().enumerate().map(|(place, &choice)| VotesRow {
        letter: letter(place),
        label: of.deed(choice),
        before: before.as_ref().map(|spread| spread.at(place)),
        after: after.as_ref().map(|spread| spread.at(place)),
        taken: taken == Some(choice),
    });
    let split = matches!(decision.outcome, Some(Outcome::Split { .. })).then_some("You played both ways; see below.");
    let moved = moved(before.as_ref(), after.as_ref());
    Some(Votes {
        caption: of.name(decision),
        rows: rows.collect(),
        moved: split.map_or_else(|| moved.clone(), |split| format!("{moved} {split}")),
    })
}

/// What moved between two votes, in a sentence.
fn moved(before: Option<&Spread>, after: Option<&Spread>) -> String {
    match (before, after) {
        (Some(before), Some(after)) => {
            let gained = |place: &usize| i64::from(after.at(*place)) - i64::from(before.at(*place));
            let most = (0..after.0.len()).rev().max_by_key(gained);
            let same = (0..after.0.len()).all(|place| gained(&place) == 0);
            match most.filter(|_| !same) {
                Some(place) => format!(
                    "After the discussion {} were for {}; before, {}.",
                    share(after, place),
                    letter(place),
                    share(before, place)
                ),
                None => "Nothing moved: the second vote was as the first.".to_owned(),
            }
        }
        (Some(only), None) => format!("{} A second vote was not held.", leading(only)),
        (None, Some(only)) => leading(only),
        (None, None) => String::new(),
    }
}

/// What most were for, in a sentence.
fn leading(spread: &Spread) -> String {
    match spread.majority() {
        Some(place) => format!("{} were for {}.", share(spread, place), letter(place)),
        None => "No option had the most votes.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moved_is_the_option_that_won_most() {
        let told = |before: [u32; 3], after: [u32; 3]| moved(Some(&Spread(before.into())), Some(&Spread(after.into())));
        assert_eq!(told([8, 4, 0], [5, 7, 0]), "After the discussion 7 of 12 were for B; before, 4 of 12.");
        assert_eq!(told([2, 0, 0], [3, 1, 0]), "After the discussion 3 of 4 were for A; before, 2 of 2.");
        assert_eq!(told([2, 1, 0], [2, 1, 0]), "Nothing moved: the second vote was as the first.");
    }

    #[test]
    fn one_vote_alone_is_told_as_it_was() {
        assert_eq!(moved(Some(&Spread(vec![2, 5])), None), "5 of 7 were for B. A second vote was not held.");
        assert_eq!(moved(Some(&Spread(vec![2, 2])), None), "No option had the most votes. A second vote was not held.");
    }
}
