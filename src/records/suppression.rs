//! Which figures are hidden, so that none from fewer than five people is shown or can be worked out from others.
//!
//! After *complementary* (or *secondary*) *cell suppression* (Hundepool et al., *Statistical Disclosure Control*, 2012, chapter
//! 4): what is hidden cannot be found by subtracting the other parts from their whole. It does not look at several tables at
//! once, at two reports of different days, at what somebody knows of themselves, or at what follows from all of five people
//! having done the same.

use super::people::People;

/// Who stands behind a row of figures that are shown or hidden together.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// For each column. In a column where nobody stands behind the row there is nothing to hide.
    pub(super) people: Vec<People>,
    /// The lighter of two rows is hidden first.
    pub(super) weight: u64,
}

impl Row {
    /// Whether it comes from few people in any of its columns.
    pub(super) fn is_of_few(&self) -> bool {
        self.people.iter().any(People::are_few)
    }

    fn of_all(parts: &[Self]) -> Self {
        let columns = parts.iter().map(|part| part.people.len()).max().unwrap_or_default();
        let mut whole = Self { people: vec![People::default(); columns], weight: 0 };
        for part in parts {
            whole.weight += part.weight;
            whole.people.iter_mut().zip(&part.people).for_each(|(all, people)| all.join(people));
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
        let whole = Row::of_all(parts);
        let few = parts.iter().zip(held_back).map(|(part, held_back)| held_back || part.is_of_few());
        let mut hidden = Self { parts: few.collect(), whole: whole.is_of_few() };
        while let Some(part) = (0..whole.people.len()).find_map(|column| hidden.next(parts, column)) {
            hidden.parts[part] = true;
        }
        hidden
    }

    /// A further part to hide: where too few people stand behind those that are hidden, so that they follow by subtraction, or
    /// where a hidden whole could be added up.
    fn next(&self, parts: &[Row], column: usize) -> Option<usize> {
        let mut behind = People::default();
        let (hidden, shown): (Vec<usize>, Vec<usize>) = (0..parts.len()).partition(|&part| self.parts[part]);
        for part in hidden {
            behind.join(&parts[part].people[column]);
        }
        let open = behind.are_few() || (self.whole && behind.number() == 0);
        let shown = shown.into_iter().filter(|&part| parts[part].people[column].number() > 0);
        shown.min_by_key(|&part| (parts[part].weight, part)).filter(|_| open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::PersonId;
    use crate::records::people::PersonMark;

    fn people(numbers: std::ops::Range<u8>) -> People {
        let mut people = People::default();
        for number in numbers {
            people.add(PersonMark::of(PersonId::of([number; 16])));
        }
        people
    }

    fn row(numbers: std::ops::Range<u8>) -> Row {
        Row { weight: numbers.len() as u64, people: vec![people(numbers)] }
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
        let part = |one, other| Row { people: vec![people(one), people(other)], weight: 1 };
        assert_eq!(hidden(&[part(0..9, 0..9), part(9..20, 9..11), part(20..40, 20..40)]), [true, true, false, false]);
        let few_in_all = [part(0..9, 0..2), part(9..20, 0..0)];
        assert_eq!(hidden(&few_in_all), [true, false, true], "the whole cannot be added up");
    }

    #[test]
    fn what_is_hidden_anyway_is_not_alone() {
        let parts = [row(0..10), row(10..20), row(20..22)];
        assert_eq!(Hidden::beside(&parts, vec![true, false, false]).parts, [true, false, true]);
    }
}
