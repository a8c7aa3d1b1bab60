//! Which figures are hidden, so that none from fewer than five people is shown or can be worked out from others.
//!
//! How far it goes, after *complementary* (or *secondary*) *cell suppression* (Hundepool et al., *Statistical Disclosure
//! Control*, 2012, chapter 4): what is hidden cannot be found by subtracting the other parts from their whole, nor one
//! figure from another that counts all of it and a few people more. It does not look at sums over three or more groups that
//! overlap otherwise, at two reports of different days, at what somebody knows of themselves, or at what follows from all
//! of five people having done the same.

use super::people::People;

/// Who stands behind a row of figures that are shown or hidden together.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// For each column. In a column where nobody stands behind the row there is nothing to hide.
    pub(super) people: Vec<People>,
    /// The lighter of two rows is hidden first.
    pub(super) weight: u64,
}

/// A row that counts all that another does.
#[derive(Clone, Debug)]
pub(super) struct Nested {
    pub(super) inner: usize,
    pub(super) outer: usize,
    /// By column: who stands behind the outer row with what the inner one does not count.
    pub(super) between: Vec<People>,
}

/// Rows of figures, and how they follow from one another. Rows are named by their place.
#[derive(Clone, Debug, Default)]
pub(super) struct Disclosure {
    pub(super) rows: Vec<Row>,
    /// Rows that others add up to, with those others.
    pub(super) wholes: Vec<(usize, Vec<usize>)>,
    pub(super) nested: Vec<Nested>,
    /// Rows that are hidden for reasons of their own.
    pub(super) held_back: Vec<usize>,
}

impl Disclosure {
    /// Rows that add up to a whole, which is shown as well and is the last.
    pub(super) fn of_parts(parts: Vec<Row>) -> Self {
        let columns = parts.iter().map(|part| part.people.len()).max().unwrap_or_default();
        let mut whole = Row { people: vec![People::default(); columns], weight: 0 };
        for part in &parts {
            whole.weight += part.weight;
            whole.people.iter_mut().zip(&part.people).for_each(|(all, people)| all.join(people));
        }
        let number = parts.len();
        let rows = parts.into_iter().chain([whole]).collect();
        Self { rows, wholes: vec![(number, (0..number).collect())], ..Self::default() }
    }

    /// Whether each row is hidden.
    pub(super) fn hidden(&self) -> Vec<bool> {
        let mut hidden: Vec<bool> = self.rows.iter().map(|row| row.people.iter().any(People::are_few)).collect();
        self.held_back.iter().for_each(|&row| hidden[row] = true);
        // Each round hides one row more or is the last.
        while self.next(&hidden).is_some_and(|row| !std::mem::replace(&mut hidden[row], true)) {}
        hidden
    }

    /// A further row to hide.
    fn next(&self, hidden: &[bool]) -> Option<usize> {
        let of_whole = self.wholes.iter().find_map(|(whole, parts)| self.next_of(*whole, parts, hidden));
        of_whole.or_else(|| self.nested.iter().find_map(|nested| Self::next_of_nested(nested, hidden)))
    }

    /// A further part to hide, where too few people stand behind those that are hidden: they can be found by subtraction.
    fn next_of(&self, whole: usize, parts: &[usize], hidden: &[bool]) -> Option<usize> {
        (0..self.rows[whole].people.len()).find_map(|column| {
            let mut behind = People::default();
            let of_hidden = parts.iter().filter(|&&part| hidden[part]);
            of_hidden.for_each(|&part| behind.join(&self.rows[part].people[column]));
            let whole_by_its_parts = hidden[whole] && behind.number() == 0;
            let open = behind.are_few() || whole_by_its_parts;
            let shown = parts.iter().filter(|&&part| !hidden[part] && self.rows[part].people[column].number() > 0);
            shown.min_by_key(|&&part| (self.rows[part].weight, part)).copied().filter(|_| open)
        })
    }

    fn next_of_nested(nested: &Nested, hidden: &[bool]) -> Option<usize> {
        let Nested { inner, outer, between } = nested;
        if between.iter().any(People::are_few) && !hidden[*inner] && !hidden[*outer] {
            return Some(*inner);
        }
        let same = between.iter().all(|people| people.number() == 0);
        match (hidden[*inner], hidden[*outer]) {
            (true, false) if same => Some(*outer),
            (false, true) if same => Some(*inner),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::PersonId;
    use crate::records::people::PersonMark;

    fn people(numbers: std::ops::Range<u8>) -> People {
        let mut people = People::default();
        numbers.for_each(|number| people.add(PersonMark::of(PersonId::of([number; 16]))));
        people
    }

    fn row(numbers: std::ops::Range<u8>) -> Row {
        Row { weight: numbers.len() as u64, people: vec![people(numbers)] }
    }

    #[test]
    fn a_few_are_hidden_and_the_next_smallest_with_them() {
        let hidden =
            |parts: &[std::ops::Range<u8>]| Disclosure::of_parts(parts.iter().cloned().map(row).collect()).hidden();
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
        let table = Disclosure::of_parts(vec![part(0..9, 0..9), part(9..20, 9..11), part(20..40, 20..40)]);
        assert_eq!(table.hidden(), [true, true, false, false]);
    }

    #[test]
    fn what_differs_by_a_few_people_is_not_shown_twice() {
        let with = |between: std::ops::Range<u8>| {
            let nested = vec![Nested { inner: 0, outer: 1, between: vec![people(between)] }];
            Disclosure { rows: vec![row(0..10), row(0..20)], nested, ..Disclosure::default() }
        };
        assert_eq!(with(10..12).hidden(), [true, false]);
        assert_eq!(with(10..20).hidden(), [false, false]);
        let mut same = with(0..0);
        assert_eq!(same.hidden(), [false, false]);
        same.rows[0] = row(0..3);
        assert_eq!(same.hidden(), [true, true], "what counts the same is hidden with it");
    }

    #[test]
    fn a_hidden_whole_cannot_be_added_up() {
        let mut table = Disclosure::of_parts(vec![row(0..10), row(10..20)]);
        table.rows.push(row(0..3));
        table.nested.push(Nested { inner: 3, outer: 2, between: vec![People::default()] });
        assert_eq!(table.hidden(), [true, false, true, true]);
    }
}
