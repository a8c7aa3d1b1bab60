//! A contact sheet of every place at four hours of the day, with a clock on the wall.

use glam::Vec2;

use crate::picture::backdrop::{Bounds, backdrop, foreground};
use crate::picture::shapes::Colour;
use crate::scenario::{ClockTime, Place};

use super::canvas::{Canvas, Framing};
use super::contact_sheet::ContactSheet;

/// Morning, noon, evening and night.
const HOURS: [u8; 4] = [7, 12, 19, 2];
/// How much of a place is in view.
const BOUNDS: Bounds = Bounds { half_width: 480.0, top: 200.0, bottom: -400.0 };

/// A sheet with a row for each place and a column for each hour, without the pictures; each is `width` pixels wide.
pub(super) fn sheet(width: u32, labelled: bool) -> ContactSheet {
    ContactSheet {
        width,
        height: width * 5 / 8,
        columns: HOURS.map(|hour| format!("{hour} o\u{2019}clock")).to_vec(),
        rows: Place::ALL.map(|place| place.word().to_owned()).to_vec(),
        labelled,
    }
}

/// The picture in a row and a column.
#[expect(clippy::cast_precision_loss, reason = "a picture is some hundred pixels wide")]
pub(super) fn picture(row: usize, column: usize, width: u32) -> Option<Canvas> {
    let (place, hour) = (*Place::ALL.get(row)?, *HOURS.get(column)?);
    let mut canvas = Canvas::new(width, width * 5 / 8, Colour::hex(0))?;
    let framing =
        Framing { corner: Vec2::new(-BOUNDS.half_width, BOUNDS.top), scale: width as f32 / (2.0 * BOUNDS.half_width) };
    let clock = ClockTime::parse(&format!("{hour}:20"));
    canvas.paint(&backdrop(place, hour, clock, BOUNDS), framing);
    canvas.paint(&foreground(place, hour, BOUNDS), framing);
    Some(canvas)
}
