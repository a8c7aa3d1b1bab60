//! Reactions: the words that were said first, and how the room rated itself.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::attempt::SelfRating;
use crate::debrief::terms::NOT_EXERCISED;
use crate::group::asked::Asked;
use crate::group::handout::{Item, Section};
use crate::rubric::Dimension;

use super::material::{Material, typed};

pub(super) fn reactions(of: &Material<'_>) -> Option<Section> {
    let reflections = of.group.reflections().values();
    let typed = reflections.clone().map(|said| said.feeling.as_str());
    let words = typed.chain(of.group.said(Asked::Reactions).lines());
    let mut items: Vec<Item> = felt(words).into_iter().collect();
    let ratings: Vec<SelfRating> = reflections.filter_map(|said| said.rating).collect();
    items.extend(rated(of, &ratings).into_iter().flatten());
    (!items.is_empty()).then(|| Section::new("Reactions", items))
}

/// The words that it felt, each once, the most frequent first.
fn felt<'a>(words: impl Iterator<Item = &'a str>) -> Option<Item> {
    let mut counts: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for word in words.map(str::trim).filter(|word| !word.is_empty()) {
        let (count, shown) = counts.entry(word.to_lowercase()).or_insert_with(|| (0, word.to_owned()));
        *count += 1;
        if word < shown.as_str() {
            word.clone_into(shown);
        }
    }
    let mut counts: Vec<(usize, String)> = counts.into_values().collect();
    counts.sort_by_key(|(count, _)| Reverse(*count));
    let each = counts.iter().map(|(count, word)| match count {
        1 => typed(word),
        count => format!("{} ({count} times)", typed(word)),
    });
    let each: Vec<String> = each.collect();
    (!each.is_empty()).then(|| Item::Labelled("In your words:".to_owned(), format!("{}.", each.join(", "))))
}

/// How the room rated itself, beside the scores.
fn rated(of: &Material<'_>, ratings: &[SelfRating]) -> Option<[Item; 2]> {
    let rated = match ratings.len() {
        0 => return None,
        1 => "One of you rated how the group did".to_owned(),
        count => format!("{count} of you rated how the group did"),
    };
    let rows = Dimension::ALL.map(|dimension| {
        let mut values: Vec<u8> = ratings.iter().map(|rating| rating.on(dimension)).collect();
        values.sort_unstable();
        let score =
            of.debrief.scores.get(dimension).map_or_else(|| NOT_EXERCISED.to_owned(), |score| score.to_string());
        vec![dimension.label().to_owned(), median(&values), range(&values), score]
    });
    let table = Item::Table {
        caption: "Your own rating beside the scores".to_owned(),
        columns: vec![("Dimension", 6), ("Middle of the ratings", 6), ("From \u{2013} to", 5), ("Score", 5)],
        rows: rows.into(),
    };
    Some([Item::Text(format!("{rated}, from 0 to 100, before any score was shown.")), table])
}

/// The middle of sorted values, half rounded up.
fn median(sorted: &[u8]) -> String {
    let [Some(&low), Some(&high)] = [sorted.get((sorted.len().max(1) - 1) / 2), sorted.get(sorted.len() / 2)] else {
        return String::new();
    };
    (u16::from(low) + u16::from(high)).div_ceil(2).to_string()
}

fn range(sorted: &[u8]) -> String {
    match (sorted.first(), sorted.last()) {
        (Some(first), Some(last)) => format!("{first} \u{2013} {last}"),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_an_even_number_lies_between_two_and_is_rounded_up() {
        assert_eq!(median(&[20]), "20");
        assert_eq!(median(&[20, 25, 90]), "25");
        assert_eq!(median(&[20, 25, 30, 90]), "28");
    }

    #[test]
    fn the_same_word_is_counted_whatever_its_case_and_the_most_frequent_comes_first() {
        let words = ["calm", " Sad", "sad ", "SAD", ""];
        let told = Item::Labelled(
            "In your words:".to_owned(),
            "\u{201c}SAD\u{201d} (3 times), \u{201c}calm\u{201d}.".to_owned(),
        );
        assert_eq!(felt(words.into_iter()), Some(told));
        assert_eq!(felt([" "].into_iter()), None);
    }
}
