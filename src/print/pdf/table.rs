//! Tables as strips: a row stays on one sheet where it can, and the headings come again on the next.

use crate::print::{Colour, Column, Line, Shape, Table};

use super::elements::{LEADING, Setter, base_line, small, strong};
use super::fonts::Face;
use super::pages::MEASURE;
use super::strip::{Drawing, Item, Strip};
use super::text::{Row, Style, lines};
use super::tree::{Kind, Part};

/// The room between columns.
const GAP: f32 = 10.0;
/// The room above and below the text of a row.
const PAD: f32 = 3.5;
/// A row of more lines than this may be broken.
const UNBROKEN: usize = 24;

/// Where a column stands.
#[derive(Clone, Copy)]
struct Place {
    left: f32,
    width: f32,
    numbers: bool,
}

impl Setter<'_> {
    /// Sets a table.
    pub(super) fn table(&mut self, table: &Table) {
        let part = self.tree.add(None, Kind::Table);
        let caption = self.tree.add(Some(part), Kind::Caption);
        let told = lines(self.fonts, &[(Style { size: 10.0, ..strong() }, &table.caption)], MEASURE);
        for (index, row) in told.iter().enumerate() {
            let items = vec![super::elements::words(&mut self.tree, Some(caption), row, [0.0, base_line(10.0)])];
            let above = if index == 0 { 12.0 } else { 0.0 };
            self.strips.push(Strip { above, height: 10.0 * LEADING, items, keep: true, ..Strip::default() });
        }
        let places = places(&table.columns);
        let repeat = self.head(table, part, &places);
        let rows = self.tree.add(Some(part), Kind::Rows);
        for (index, row) in table.rows.iter().enumerate() {
            let tag = self.tree.add(Some(rows), Kind::Row);
            let kinds = (0..row.len()).map(|index| if index == 0 { Kind::OfRow } else { Kind::Cell });
            let parts: Vec<Option<Part>> = kinds.map(|kind| Some(self.tree.add(Some(tag), kind))).collect();
            let texts: Vec<&str> = row.iter().map(String::as_str).collect();
            let first = |index| if index == 0 { strong().face } else { Face::Regular };
            let mut strips =
                self.row(&texts, &places, &parts, |index| Style { face: first(index), ..small(Colour::Text) });
            for strip in &mut strips {
                strip.repeat = Some(repeat);
            }
            // Neither the first row nor the last stands alone on a sheet.
            if index == 1 || index + 1 == table.rows.len() {
                self.keep_with_next();
            }
            self.strips.append(&mut strips);
        }
    }

    fn keep_with_next(&mut self) {
        if let Some(last) = self.strips.last_mut() {
            last.keep = true;
        }
    }

    /// Sets the headings; returns under which number they are repeated.
    fn head(&mut self, table: &Table, part: Part, places: &[Place]) -> usize {
        let head = self.tree.add(Some(part), Kind::Head);
        let row = self.tree.add(Some(head), Kind::Row);
        let parts = table.columns.iter().map(|_| Some(self.tree.add(Some(row), Kind::OfColumn)));
        let parts: Vec<Option<Part>> = parts.collect();
        let texts: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
        let style = |_| Style { face: Face::Strong, ..small(Colour::Quiet) };
        let mut strips = self.row(&texts, places, &parts, style);
        for strip in &mut strips {
            strip.keep = true;
        }
        self.strips.append(&mut strips);
        let again = self.row(&texts, places, &vec![None; parts.len()], style);
        self.repeated.push(again);
        self.repeated.len() - 1
    }

    /// Sets a row, a strip a line, with a rule below.
    fn row(
        &mut self,
        texts: &[&str],
        places: &[Place],
        parts: &[Option<Part>],
        style: impl Fn(usize) -> Style,
    ) -> Vec<Strip> {
        let cells: Vec<Vec<Row>> = (texts.iter().zip(places).enumerate())
            .map(|(index, (text, place))| lines(self.fonts, &[(style(index), text)], place.width))
            .collect();
        let count = cells.iter().map(Vec::len).max().unwrap_or_default();
        let size = small(Colour::Text).size;
        let mut strips: Vec<Strip> = (0..count)
            .map(|index| {
                let above = if index == 0 { PAD } else { 0.0 };
                let keep = index + 1 < count && count <= UNBROKEN;
                Strip { above, height: size * LEADING, keep, ..Strip::default() }
            })
            .collect();
        // Cell by cell, so that a screen reader is told each whole.
        for ((cell, place), part) in cells.iter().zip(places).zip(parts) {
            for (row, strip) in cell.iter().zip(&mut strips) {
                let left = if place.numbers { place.left + place.width - row.width } else { place.left };
                strip.items.push(super::elements::words(&mut self.tree, *part, row, [left, base_line(size)]));
            }
        }
        if let Some(last) = strips.last_mut() {
            last.items.push(rule(last.height + PAD));
            last.height += PAD;
        }
        strips
    }
}

fn rule(y: f32) -> Item {
    let points = vec![[0.0, y], [MEASURE, y]];
    let shape = Shape::Path { points, line: Line::Solid, width: 0.6, colour: Colour::Hairline };
    Item::ornament(vec![Drawing::Shape(shape)], [0.0, 0.0])
}

/// Shares the width out.
fn places(columns: &[Column]) -> Vec<Place> {
    let whole: f32 = columns.iter().map(|column| f32::from(column.share)).sum();
    #[allow(clippy::cast_precision_loss, reason = "a table has few columns")]
    let room = MEASURE - GAP * columns.len().saturating_sub(1) as f32;
    let mut left = 0.0;
    let place = |column: &Column| {
        let width = room * f32::from(column.share) / whole;
        let place = Place { left, width, numbers: column.numbers };
        left += width + GAP;
        place
    };
    columns.iter().map(place).collect()
}
