//! The terms of the glossary, which authors meet in messages and pages.

/// The glossary's page: a table of terms, meanings and places in the code.
const PAGE: &str = include_str!("../../docs/glossary.md");

/// Every term with its meaning, in the order of the page.
pub(super) fn terms() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = PAGE.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    rows.filter_map(|row| {
        let mut cells = row.trim_matches('|').split(" | ").map(str::trim);
        Some((cells.next()?, cells.next()?))
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_row_of_the_page_is_a_term() {
        let rows = super::PAGE.lines().filter(|line| line.starts_with("| ")).count();
        assert_eq!(super::terms().count(), rows - 1, "one row is the table's head");
        assert!(super::terms().any(|(term, meaning)| term == "cue" && meaning.starts_with("what a good listener")));
    }
}
