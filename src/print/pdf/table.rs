//! Tables as fragments: a row stays on one sheet where possible, and the headings are repeated on the next.

use crate::print::{Colour, Column, Line, Shape, Table};

use super::elements::{LEADING, Typesetter, baseline, small, strong};
use super::fonts::Face;
use super::fragment::{Drawing, Fragment, Item};
use super::text::{BODY, Row, Style, lines};
use super::tree::{Kind, Part};

/// The gap between columns.
const GAP: f32 = 10.0;
/// The padding above and below the text of a row.
const PAD: f32 = 3.5;
/// A row with more lines than this may be broken across sheets.
const UNBROKEN: usize = 24;

#[derive(Clone, Copy)]
struct ColumnExtent {
    left: f32,
    width: f32,
    numbers: bool,
}

impl Typesetter<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let part = self.tree.add(None, Kind::Table);
        let caption = self.tree.add(Some(part), Kind::Caption);
        let caption_lines = lines(self.fonts, &[(strong(), &table.caption)], self.measure);
        for (index, row) in caption_lines.iter().enumerate() {
            let items = vec![super::elements::words(&mut self.tree, Some(caption), row, [0.0, baseline(BODY)])];
            let above = if index == 0 { 12.0 } else { 0.0 };
            self.fragments.push(Fragment {
                above,
                height: BODY * LEADING,
                items,
                keep_with_next: true,
                ..Fragment::default()
            });
        }
        let extents = extents(&table.columns, self.measure);
        let repeat = self.head(table, part, &extents);
        let rows = self.tree.add(Some(part), Kind::Rows);
        for (index, row) in table.rows.iter().enumerate() {
            let tag = self.tree.add(Some(rows), Kind::Row);
            let kinds = (0..row.len()).map(|index| if index == 0 { Kind::OfRow } else { Kind::Cell });
            let parts: Vec<Option<Part>> = kinds.map(|kind| Some(self.tree.add(Some(tag), kind))).collect();
            let texts: Vec<&str> = row.iter().map(String::as_str).collect();
            let first = |index| if index == 0 { strong().face } else { Face::Regular };
            let mut fragments =
                self.row(&texts, &extents, &parts, |index| Style { face: first(index), ..small(Colour::Text) });
            for fragment in &mut fragments {
                fragment.repeat = Some(repeat);
            }
            // Neither the first row nor the last stands alone on a sheet.
            if index == 1 || index + 1 == table.rows.len() {
                self.keep_with_next();
            }
            self.fragments.append(&mut fragments);
        }
    }

    fn keep_with_next(&mut self) {
        if let Some(last) = self.fragments.last_mut() {
            last.keep_with_next = true;
        }
    }

    /// Sets the headings; returns the index under which they are repeated.
    fn head(&mut self, table: &Table, part: Part, extents: &[ColumnExtent]) -> usize {
        let head = self.tree.add(Some(part), Kind::Head);
        let row = self.tree.add(Some(head), Kind::Row);
        let parts = table.columns.iter().map(|_| Some(self.tree.add(Some(row), Kind::OfColumn)));
        let parts: Vec<Option<Part>> = parts.collect();
        let texts: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
        let style = |_| Style { face: Face::Strong, ..small(Colour::Quiet) };
        let mut fragments = self.row(&texts, extents, &parts, style);
        for fragment in &mut fragments {
            fragment.keep_with_next = true;
        }
        self.fragments.append(&mut fragments);
        let again = self.row(&texts, extents, &vec![None; parts.len()], style);
        self.repeated.push(again);
        self.repeated.len() - 1
    }

    /// Sets a row, one fragment per line, with a rule below.
    fn row(
        &mut self,
        texts: &[&str],
        extents: &[ColumnExtent],
        parts: &[Option<Part>],
        style: impl Fn(usize) -> Style,
    ) -> Vec<Fragment> {
        let cells: Vec<Vec<Row>> = (texts.iter().zip(extents).enumerate())
            .map(|(index, (text, extent))| lines(self.fonts, &[(style(index), text)], extent.width))
            .collect();
        let count = cells.iter().map(Vec::len).max().unwrap_or_default();
        let size = small(Colour::Text).size;
        let mut fragments: Vec<Fragment> = (0..count)
            .map(|index| {
                let above = if index == 0 { PAD } else { 0.0 };
                let keep_with_next = index + 1 < count && count <= UNBROKEN;
                Fragment { above, height: size * LEADING, keep_with_next, ..Fragment::default() }
            })
            .collect();
        // Cell by cell, so that a screen reader reads each cell as a whole.
        for ((cell, extent), part) in cells.iter().zip(extents).zip(parts) {
            for (row, fragment) in cell.iter().zip(&mut fragments) {
                let left = if extent.numbers { extent.left + extent.width - row.width } else { extent.left };
                fragment.items.push(super::elements::words(&mut self.tree, *part, row, [left, baseline(size)]));
            }
        }
        if let Some(last) = fragments.last_mut() {
            last.items.push(rule(last.height + PAD, self.measure));
            last.height += PAD;
        }
        fragments
    }
}

fn rule(y: f32, width: f32) -> Item {
    let points = vec![[0.0, y], [width, y]];
    let shape = Shape::Path { points, line: Line::Solid, width: 0.6, colour: Colour::Hairline };
    Item::ornament(vec![Drawing::Shape(shape)], [0.0, 0.0])
}

/// Divides the width among the columns.
fn extents(columns: &[Column], measure: f32) -> Vec<ColumnExtent> {
    let whole: f32 = columns.iter().map(|column| f32::from(column.share)).sum();
    #[allow(clippy::cast_precision_loss, reason = "a table has few columns")]
    let room = measure - GAP * columns.len().saturating_sub(1) as f32;
    let mut left = 0.0;
    let extent = |column: &Column| {
        let width = room * f32::from(column.share) / whole;
        let extent = ColumnExtent { left, width, numbers: column.numbers };
        left += width + GAP;
        extent
    };
    columns.iter().map(extent).collect()
}
