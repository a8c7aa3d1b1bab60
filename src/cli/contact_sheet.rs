//! A contact sheet: pictures in rows and columns, with labels.

use std::io;
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use glam::Vec2;

use crate::picture::shapes::Colour;

use super::canvas::Canvas;

const BACKGROUND: Colour = Colour::hex(0xFA_F8_F4);
const INK: Colour = Colour::hex(0x2C_2A_28);
/// The gap between pictures and around them, in pixels.
const GAP: u32 = 6;

pub(super) struct ContactSheet {
    /// The width of each picture, in pixels.
    pub(super) width: u32,
    /// The height of each picture, in pixels.
    pub(super) height: u32,
    /// One label for each column, written above it.
    pub(super) columns: Vec<String>,
    /// One label for each row, written beside it; may have several lines.
    pub(super) rows: Vec<String>,
    pub(super) labelled: bool,
}

impl ContactSheet {
    /// Draws the sheet on all cores; `picture` draws the picture in a row and a column.
    pub(super) fn draw(&self, picture: &(impl Fn(usize, usize) -> Option<Canvas> + Sync)) -> io::Result<Canvas> {
        let (columns, rows) = (self.columns.len(), self.rows.len());
        let (across, down) = (pixels(columns, self.width + GAP), pixels(rows, self.height + GAP));
        let (left, top) = self.margins();
        let sheet = Canvas::new(left + across, top + down, BACKGROUND);
        let sheet = Mutex::new(sheet.ok_or_else(|| io::Error::other("the sheet is too large"))?);
        let next = AtomicUsize::new(0);
        let draw_on = || {
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                if index >= columns * rows {
                    break;
                }
                let (row, column) = (index / columns, index % columns);
                let Some(cell) = picture(row, column) else { continue };
                let (x, y) = (left + pixels(column, self.width + GAP), top + pixels(row, self.height + GAP));
                if let Ok(mut sheet) = sheet.lock() {
                    sheet.overlay(&cell, x.cast_signed(), y.cast_signed());
                }
            }
        };
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(draw_on))));
        let mut sheet = sheet.into_inner().map_err(|_| io::Error::other("a picture could not be drawn"))?;
        if self.labelled {
            self.write_labels(&mut sheet)?;
        }
        Ok(sheet)
    }

    /// The left and the upper margin, in pixels: space for the labels.
    fn margins(&self) -> (u32, u32) {
        if self.labelled { (self.line() * self.longest_label() * 3 / 5 + GAP * 3, self.line() * 2) } else { (GAP, GAP) }
    }

    /// The length of the longest line beside a row, in characters.
    fn longest_label(&self) -> u32 {
        let letters = self.rows.iter().flat_map(|label| label.lines()).map(|line| line.chars().count());
        u32::try_from(letters.max().unwrap_or(0)).unwrap_or(u32::MAX).min(40)
    }

    /// The line height of labels, in pixels.
    fn line(&self) -> u32 {
        (self.width / 11).clamp(12, 32)
    }

    #[expect(clippy::cast_precision_loss, reason = "a sheet is some thousand pixels wide")]
    fn write_labels(&self, sheet: &mut Canvas) -> io::Result<()> {
        let (left, top) = self.margins();
        let line = self.line() as f32;
        for (column, label) in self.columns.iter().enumerate() {
            let x = left + pixels(column, self.width + GAP);
            sheet.write_text(label, Vec2::new(x as f32 + 4.0, top as f32 - 0.6 * line), line, INK)?;
        }
        for (row, label) in self.rows.iter().enumerate() {
            let y = top + pixels(row, self.height + GAP);
            for (number, part) in (1_u8..).zip(label.lines()) {
                sheet.write_text(part, Vec2::new(GAP as f32, y as f32 + 1.2 * line * f32::from(number)), line, INK)?;
            }
        }
        Ok(())
    }
}

/// The length of `steps` steps in pixels.
fn pixels(steps: usize, step: u32) -> u32 {
    u32::try_from(steps).unwrap_or(u32::MAX).saturating_mul(step)
}
