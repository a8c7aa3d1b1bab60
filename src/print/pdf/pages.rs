//! Places fragments on sheets of A4, each with a footer: the page's title, where it comes from, and the sheet's number.

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

use crate::print::Colour;

use super::fonts::{Face, Fonts};
use super::fragment::{Drawing, Fragment, Item, OutlineHeading};
use super::text::{SMALL, Segment, Style};

/// The width of a sheet, in points.
pub(super) const WIDTH: f32 = 595.276;
/// The height of a sheet, in points.
pub(super) const HEIGHT: f32 = 841.89;
/// The margin at the left and the right.
const SIDE: f32 = 48.0;
/// The upper margin.
const TOP: f32 = 40.0;
/// The lower margin, including the footer.
const BOTTOM: f32 = 48.0;
/// The width of the text.
pub(super) const MEASURE: f32 = WIDTH - 2.0 * SIDE;
/// The height of the text.
pub(super) const DEPTH: f32 = HEIGHT - TOP - BOTTOM;

pub(super) struct Sheets {
    /// The items of each sheet, relative to its upper left corner.
    pub(super) drawn: Vec<Vec<Item>>,
    /// Each heading with its sheet.
    headings: Vec<(usize, OutlineHeading)>,
    /// How far down the sheet is filled.
    reached: f32,
}

impl Sheets {
    /// Fills sheets with fragments.
    pub(super) fn fill(
        fragments: Vec<Fragment>,
        repeated: &[Vec<Fragment>],
        footer: [&str; 2],
        fonts: &mut Fonts,
    ) -> Self {
        let mut sheets = Self { drawn: vec![Vec::new()], headings: Vec::new(), reached: 0.0 };
        let mut rest = fragments.into_iter().peekable();
        while rest.peek().is_some() {
            let mut group = Vec::new();
            for fragment in rest.by_ref() {
                let more = fragment.keep_with_next;
                group.push(fragment);
                if !more {
                    break;
                }
            }
            sheets.add_group(group, repeated);
        }
        sheets.number(footer, fonts);
        sheets
    }

    /// Puts fragments that belong together on this sheet or the next; a group too high for any sheet is broken.
    fn add_group(&mut self, group: Vec<Fragment>, repeated: &[Vec<Fragment>]) {
        if self.reached > 0.0 && group.first().is_some_and(|fragment| fragment.new_sheet) {
            self.next_sheet(None, repeated);
        }
        let height: f32 = group.iter().map(|fragment| fragment.above + fragment.height).sum();
        if self.reached > 0.0 && self.reached + height > DEPTH && height <= DEPTH {
            self.next_sheet(group.first().and_then(|fragment| fragment.repeat), repeated);
        }
        for fragment in group {
            if self.reached > 0.0 && self.reached + fragment.above + fragment.height > DEPTH {
                self.next_sheet(fragment.repeat, repeated);
            }
            self.add(fragment);
        }
    }

    /// Begins a new sheet, with what is repeated on it.
    fn next_sheet(&mut self, repeat: Option<usize>, repeated: &[Vec<Fragment>]) {
        self.drawn.push(Vec::new());
        self.reached = 0.0;
        if let Some(fragments) = repeat.and_then(|index| repeated.get(index)) {
            fragments.iter().cloned().for_each(|fragment| self.add(fragment));
        }
    }

    fn add(&mut self, fragment: Fragment) {
        if self.reached > 0.0 {
            self.reached += fragment.above;
        }
        let top = TOP + self.reached;
        let sheet = self.drawn.len() - 1;
        let headings = fragment.headings.into_iter();
        self.headings.extend(headings.map(|one| (sheet, OutlineHeading { down: one.down + top, ..one })));
        self.drawn[sheet].extend(fragment.items.into_iter().map(|item| item.moved([SIDE, top])));
        self.reached += fragment.height;
    }

    fn number(&mut self, [title, origin]: [&str; 2], fonts: &mut Fonts) {
        let count = self.drawn.len();
        let style = Style { face: Face::Regular, size: SMALL, colour: Colour::Quiet };
        let [title, origin] = [title, origin].map(|text| fonts.known(text));
        for (index, sheet) in self.drawn.iter_mut().enumerate() {
            let left = footer(fonts, style, &title, &origin);
            let right = fonts.shape(style.face, format!("Page {} of {count}", index + 1));
            let at = [WIDTH - SIDE - right.width * style.size, HEIGHT - BOTTOM / 2.0];
            let words = |shaped| vec![Drawing::Words(Segment { shaped, style, x: 0.0 })];
            sheet.push(Item::ornament(words(left), [SIDE, at[1]]));
            sheet.push(Item::ornament(words(right), at));
        }
    }

    /// The headings, as the outline that PDF readers show.
    pub(super) fn outline(&self) -> Outline {
        let mut outline = Outline::new();
        let to = |sheet: usize, y: f32| XyzDestination::new(sheet, Point::from_xy(0.0, y - 12.0));
        for (sheet, OutlineHeading { level, title, down }) in &self.headings {
            if *level <= 2 {
                outline.push_child(OutlineNode::new(title.clone(), to(*sheet, *down)));
            }
        }
        outline
    }
}

/// The title, shortened where there is no room for it, and where the page comes from.
fn footer(fonts: &Fonts, style: Style, title: &str, origin: &str) -> super::fonts::Shaped {
    let mut cut = title.to_owned();
    loop {
        let dots = if cut.len() < title.len() { "\u{2026}" } else { "" };
        let shaped = fonts.shape(style.face, format!("{}{dots} \u{b7} {origin}", cut.trim_end()));
        if shaped.width * style.size <= MEASURE * 0.85 || cut.pop().is_none() {
            return shaped;
        }
    }
}
