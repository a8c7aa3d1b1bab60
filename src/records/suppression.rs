//! Which figures are hidden, so that none from fewer than five people is shown or can be worked out from others.
//!
//! After *complementary* (or *secondary*) *cell suppression* (Hundepool et al., *Statistical Disclosure Control*, 2012, chapter
//! 4): what is hidden cannot be found by subtracting the other parts from their whole. It does not look at several tables at
//! once, at two reports of different days, at what somebody knows of themselves, or at what follows from all of five people
//! having done the same.

use super::people::{Counted, LEAST_PEOPLE};

/// A row of figures that are shown or hidden together: how often, and who stands behind it, for each column. In a column
/// where nobody stands behind the row there is nothing to hide.
#[derive(Clone, Debug, Default)]
pub(super) struct Row(pub(super) Vec<Counted>);

impl Row {
    /// Whether it comes from few people in any of its columns.
    pub(super) fn is_of_few(&self) -> bool {
        self.0.iter().any(|column| column.people.are_few())
    }

    /// How many people stand behind it in the column with most, at most [`LEAST_PEOPLE`].
    pub(super) fn people(&self) -> usize {
        self.0.iter().map(|column| column.people.number()).max().unwrap_or_default()
    }

    /// The lighter of two rows is hidden first.
    fn weight(&self) -> u64 {
        self.0.iter().map(|column| column.count).sum()
    }

    fn of_all(parts: &[Self]) -> Self {
        let columns = parts.iter().map(|part| part.0.len()).max().unwrap_or_default();
        let mut whole = Self(vec![Counted::default(); columns]);
        for part in parts {
            whole.0.iter_mut().zip(&part.0).for_each(|(all, of_part)| all.join(of_part));
        }
        whole
    }
}

/// What of a table is hidden whose rows add up to a whole, which is shown with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hidden {
    pub(super) parts: Vec<bool>,
    pub(super) whole: bool,
}

impl Hidden {
    /// What is hidden so that nothing from few people is shown or follows.
    pub(super) fn of(parts: &[Row]) -> Self {
        Self::beside(parts, vec![false; parts.len()])
    }

    /// The same where some parts are hidden anyway.
    pub(super) fn beside(parts: &[Row], held_back: Vec<bool>) -> Self {
        Self::at_least(parts, held_back, 0)
    }

    /// The same of a table that says of each part whether it is none, so that each that is hidden is known to be one or more.
    pub(super) fn of_some(parts: &[Row]) -> Self {
        Self::at_least(parts, vec![false; parts.len()], 1)
    }

    fn at_least(parts: &[Row], held_back: Vec<bool>, least: u64) -> Self {
        let whole = Row::of_all(parts);
        let few = parts.iter().zip(held_back).map(|(part, held_back)| held_back || part.is_of_few());
        let mut hidden = Self { parts: few.collect(), whole: whole.is_of_few() };
        while let Some(part) = (0..whole.0.len()).find_map(|column| hidden.next(parts, column, least)) {
            hidden.parts[part] = true;
        }
        hidden
    }

    /// A further part to hide: where too few people stand behind those that are hidden, so that they follow by subtraction;
    /// where each of them is known to be `least` or more, and those together are so few that none can be five; or where a
    /// hidden whole could be added up.
    fn next(&self, parts: &[Row], column: usize, least: u64) -> Option<usize> {
        let mut behind = Counted::default();
        let (hidden, shown): (Vec<usize>, Vec<usize>) = (0..parts.len()).partition(|&part| self.parts[part]);
        let (mut others, mut any) = (0, false);
        for of_part in hidden.into_iter().map(|part| &parts[part].0[column]).filter(|of_part| of_part.count > 0) {
            behind.join(of_part);
            others += if any { least } else { 0 };
            any = true;
        }
        let most = behind.count.saturating_sub(others);
        let narrow = any && most < LEAST_PEOPLE as u64;
        let open = behind.people.are_few() || narrow || (self.whole && !any);
        let shown = shown.into_iter().filter(|&part| parts[part].0[column].people.number() > 0);
        shown.min_by_key(|&part| (parts[part].weight(), part)).filter(|_| open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::PersonId;
    use crate::records::people::People;
    use crate::records::people::PersonMark;

    fn people(numbers: std::ops::Range<u8>) -> People {
        let mut people = People::default();
        for number in numbers {
            people.add(PersonMark::of(PersonId::of([number; 16])));
        }
        people
    }

    fn counted(numbers: std::ops::Range<u8>) -> Counted {
        Counted { count: numbers.len() as u64, people: people(numbers) }
    }

    fn row(numbers: std::ops::Range<u8>) -> Row {
        Row(vec![counted(numbers)])
    }

    /// Whether each part, then the whole, is hidden.
    fn hidden(parts: &[Row]) -> Vec<bool> {
        let Hidden { mut parts, whole } = Hidden::of(parts);
        parts.push(whole);
        parts
    }

    #[test]
    fn a_few_are_hidden_and_the_next_smallest_with_them() {
        let hidden = |parts: &[std::ops::Range<u8>]| hidden(&parts.iter().cloned().map(row).collect::<Vec<_>>());
        assert_eq!(hidden(&[0..10, 10..16]), [false, false, false]);
        assert_eq!(hidden(&[0..10, 10..12, 12..30]), [true, true, false, false]);
        assert_eq!(hidden(&[0..10, 10..12, 12..15]), [false, true, true, false], "two and three are five");
        assert_eq!(hidden(&[0..10, 10..12, 10..13]), [true, true, true, false], "two of the three are the same");
        assert_eq!(hidden(&[0..10, 10..12]), [true, true, false]);
        assert_eq!(hidden(&[0..2, 2..4]), [true, true, true], "four in all");
        assert_eq!(hidden(&[0..10, 0..0]), [false, false, false], "nobody is nothing to hide");
        assert_eq!(hidden(&[]), [false]);
    }

    #[test]
    fn a_row_is_hidden_for_any_of_its_columns() {
        let part = |one, other| Row(vec![counted(one), counted(other)]);
        assert_eq!(hidden(&[part(0..9, 0..9), part(9..20, 9..11), part(20..40, 20..40)]), [true, true, false, false]);
        let few_in_all = [part(0..9, 0..2), part(9..20, 0..0)];
        assert_eq!(hidden(&few_in_all), [true, false, true], "the whole cannot be added up");
    }

    #[test]
    fn what_is_hidden_anyway_is_not_alone() {
        let parts = [row(0..10), row(10..20), row(20..22)];
        assert_eq!(Hidden::beside(&parts, vec![true, false, false]).parts, [true, false, true]);
    }

    /// Rows of so many people each, all of them different.
    fn of_people(counts: &[u8]) -> Vec<Row> {
        let mut next = 0;
        let one = |&count: &u8| {
            let from = next;
            next += count;
            row(from..next)
        };
        counts.iter().map(one).collect()
    }

    /// All tables that may stand behind what is told of one: its whole, what is shown of its parts, that what is hidden is one
    /// or more, and that it was hidden by this very rule.
    fn consistent(counts: &[u8], hidden: &Hidden) -> Vec<Vec<u8>> {
        let sum: u8 = counts.iter().sum();
        let mut tables: Vec<Vec<u8>> = vec![Vec::new()];
        for (&count, &is_hidden) in counts.iter().zip(&hidden.parts) {
            let may_be = if is_hidden { 1..=sum } else { count..=count };
            let longer = |table: Vec<u8>| {
                let left = sum - table.iter().sum::<u8>();
                may_be.clone().filter(move |&value| value <= left).map(move |value| [&table[..], &[value]].concat())
            };
            tables = tables.into_iter().flat_map(longer).collect();
        }
        tables.retain(|table| table.iter().sum::<u8>() == sum && Hidden::of_some(&of_people(table)) == *hidden);
        tables
    }

    /// Every table of two or three parts, up to eight each, and some with more and larger ones.
    #[test]
    fn nobody_can_work_out_what_is_hidden_from_what_is_told() {
        let mut tables: Vec<Vec<u8>> = vec![Vec::new()];
        let mut all = Vec::new();
        for _ in 0..3 {
            tables = tables.iter().flat_map(|table| (0..9).map(move |part| [&table[..], &[part]].concat())).collect();
            all.extend(tables.iter().filter(|table| table.len() > 1 && table.is_sorted()).cloned());
        }
        all.extend([vec![3, 4, 7, 18], vec![1, 1, 1, 1, 1, 30], vec![4, 4, 20], vec![1, 4, 20], vec![2, 3, 12, 13]]);
        for counts in all {
            let hidden = Hidden::of_some(&of_people(&counts));
            let shown = (0..counts.len()).any(|part| !hidden.parts[part] && counts[part] > 0);
            let may_be = consistent(&counts, &hidden);
            for part in (0..counts.len()).filter(|&part| hidden.parts[part] && shown) {
                let values: std::collections::BTreeSet<u8> = may_be.iter().map(|table| table[part]).collect();
                assert!(values.len() > 1 && values.iter().any(|&value| value >= 5), "{counts:?}: {part} is {values:?}");
            }
        }
    }
}
