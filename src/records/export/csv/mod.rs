//! Two tables for a spreadsheet: the attempts, one a row, and their decisions, one a row.
//!
//! A table is written by RFC 4180 in UTF-8 with a byte order mark, by which spreadsheets know the encoding. No cell that
//! holds text can become a formula; numbers stay numbers. An absent value is an empty cell.

mod attempts;
mod cell;
mod decisions;

use std::io::{self, Write};

use ::csv::{Terminator, Writer, WriterBuilder};

use crate::records::spreadsheet::BYTE_ORDER_MARK;
use crate::records::{DecisionMade, Outcome};

use cell::Cell;

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    /// What stands in it.
    pub says: &'static str,
}

/// What is in a column of the attempts.
type OfAttempt = (Column, fn(&Outcome) -> Cell);

/// What is in a column of the decisions.
type OfDecision = (Column, fn(&Outcome, &DecisionMade) -> Cell);

/// One of the two tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// A row an attempt.
    Attempts,
    /// A row a decision, in the order of the turns.
    Decisions,
}

impl Table {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Attempts, Self::Decisions];

    /// Its columns, in order.
    #[must_use]
    pub fn columns(self) -> Vec<Column> {
        match self {
            Self::Attempts => attempts::COLUMNS.iter().map(|(column, _)| *column).collect(),
            Self::Decisions => decisions::COLUMNS.iter().map(|(column, _)| *column).collect(),
        }
    }

    /// Begins a table with its names of columns.
    ///
    /// # Errors
    /// Where `to` cannot be written to.
    pub fn begin<W: Write>(self, mut to: W) -> io::Result<TableWriter<W>> {
        to.write_all(BYTE_ORDER_MARK.as_bytes())?;
        let mut csv = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(to);
        csv.write_record(self.columns().iter().map(|column| column.name))?;
        Ok(TableWriter { table: self, csv })
    }
}

/// A table that is being written, an outcome at a time.
#[derive(Debug)]
pub struct TableWriter<W: Write> {
    table: Table,
    csv: Writer<W>,
}

impl<W: Write> TableWriter<W> {
    /// Writes the rows of an outcome.
    ///
    /// # Errors
    /// Where the table cannot be written.
    pub fn add(&mut self, outcome: &Outcome) -> io::Result<()> {
        match self.table {
            Table::Attempts => self.row(attempts::COLUMNS.iter().map(|(_, cell)| cell(outcome))),
            Table::Decisions => outcome
                .decisions
                .iter()
                .try_for_each(|made| self.row(decisions::COLUMNS.iter().map(|(_, cell)| cell(outcome, made)))),
        }
    }

    fn row(&mut self, cells: impl Iterator<Item = Cell>) -> io::Result<()> {
        Ok(self.csv.write_record(cells.map(Cell::text))?)
    }

    /// Ends the table.
    ///
    /// # Errors
    /// Where its rest cannot be written.
    pub fn end(self) -> io::Result<W> {
        self.csv.into_inner().map_err(|error| io::Error::new(error.error().kind(), error.error().to_string()))
    }
}

/// A column with its name and explanation.
const fn column(name: &'static str, says: &'static str) -> Column {
    Column { name, says }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::samples;
    use proptest::prelude::*;

    fn table(table: Table, outcomes: &[Outcome]) -> String {
        let mut writer = table.begin(Vec::new()).expect("memory");
        for outcome in outcomes {
            writer.add(outcome).expect("memory");
        }
        String::from_utf8(writer.end().expect("memory")).expect("UTF-8")
    }

    /// The cells of a table, its byte order mark taken away.
    fn cells(text: &str) -> Vec<Vec<String>> {
        let text = text.strip_prefix(BYTE_ORDER_MARK).expect("a mark");
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn every_outcome_has_its_rows_and_they_say_what_it_says() {
        let outcomes = samples::outcomes();
        let attempts = cells(&table(Table::Attempts, &outcomes));
        let decisions = cells(&table(Table::Decisions, &outcomes));
        assert_eq!(attempts.len(), 1 + outcomes.len());
        assert_eq!(decisions.len(), 1 + outcomes.iter().map(|outcome| outcome.decisions.len()).sum::<usize>());
        let at = |name: &str| attempts[0].iter().position(|cell| cell == name).expect("a column");
        for (row, outcome) in attempts[1..].iter().zip(&outcomes) {
            assert_eq!(row[at("attempt")], outcome.attempt.to_string());
            assert_eq!(row[at("empathy")], outcome.scores.empathy.map_or(String::new(), |score| score.to_string()));
            assert_eq!(row[at("seconds")], "754");
            assert!(row[at("began")].starts_with("2026-05-08T09:") && row[at("began")].len() == 20, "{row:?}");
        }
        assert_eq!(attempts[2][at("feeling")], "'=SUM(A1)");
        assert!(table(Table::Decisions, &outcomes).contains("\u{201c}I am here,\u{201d} she said.\nThen:\tnothing.\""));
    }

    #[test]
    fn a_table_is_the_same_each_time_and_its_lines_end_as_rfc_4180_has_them() {
        let outcomes = samples::outcomes();
        for kind in Table::ALL {
            let text = table(kind, &outcomes);
            assert_eq!(text, table(kind, &outcomes));
            assert!(text.ends_with("\r\n"));
        }
    }

    #[test]
    fn columns_have_names_of_their_own_and_an_explanation() {
        for table in Table::ALL {
            let mut names: Vec<&str> = table.columns().iter().map(|column| column.name).collect();
            assert!(table.columns().iter().all(|column| !column.says.is_empty() && !column.says.contains('|')));
            names.sort_unstable();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all);
        }
    }

    #[test]
    fn numbers_below_zero_stay_numbers() {
        assert_eq!(Cell::Number(-2).text(), "-2");
        assert_eq!(Cell::Text("-2".to_owned()).text(), "'-2");
    }

    proptest! {
        #[test]
        fn no_text_becomes_a_formula_and_no_text_breaks_out_of_its_cell(
            lead in "[-=+@\t\r\n\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}'\",; ]{0,3}",
            rest in any::<String>(),
        ) {
            let typed = lead + &rest;
            let mut outcome = samples::minimal();
            outcome.notes.went_well.clone_from(&typed);
            outcome.scenario.title.clone_from(&typed);
            let rows = cells(&table(Table::Attempts, &[outcome]));
            prop_assert_eq!(rows.len(), 2);
            prop_assert_eq!(rows[0].len(), rows[1].len());
            let at = rows[0].iter().position(|name| name == "went_well").expect("a column");
            let cell = &rows[1][at];
            prop_assert!(!cell.starts_with(['\t', '\r', '\n']));
            prop_assert!(cell.split([';', '\t', '\r', '\n']).all(|part| !part.starts_with(['=', '+', '-', '@'])));
            prop_assert_eq!(cell.replace('\'', ""), typed.replace('\'', ""), "nothing but apostrophes is added");
        }
    }
}
