//! Charts of lines: each has a stroke, points and a label of its own, so that none is told by its colour alone.

use egui::{Align2, Color32, Painter, Pos2, Rangef, Rect, Shape, Stroke, Ui, pos2, vec2};

use crate::ui::TypeSize;
use crate::ui::look::{Face, border, font};
use crate::ui::tokens::{measure, space};

use super::text::palette;

/// Where values stand: in columns of the same width, from 0 at the foot to 100 at the top.
pub(crate) struct Plot {
    pub(crate) rect: Rect,
    /// How many columns there are.
    pub(crate) count: usize,
}

impl Plot {
    /// Where a value of a column stands.
    #[allow(clippy::cast_precision_loss, reason = "a chart has far fewer than 2^23 columns")]
    pub(crate) fn at(&self, index: usize, value: u8) -> Pos2 {
        let across = (index as f32 + 0.5) / self.count as f32;
        let up = f32::from(value) / 100.0;
        pos2(self.rect.left() + across * self.rect.width(), self.rect.bottom() - up * self.rect.height())
    }

    #[allow(clippy::cast_precision_loss, reason = "a chart has far fewer than 2^23 columns")]
    pub(crate) fn column(&self, index: usize) -> Rect {
        let half = self.rect.width() / self.count as f32 / 2.0;
        let centre = self.at(index, 0).x;
        Rect::from_x_y_ranges(centre - half..=centre + half, self.rect.y_range())
    }

    /// Draws the lines of 0, 50 and 100, with their numbers on the left.
    pub(crate) fn values(&self, ui: &Ui) {
        let (colours, painter) = (palette(ui), ui.painter());
        let label = font(ui.ctx(), TypeSize::Small, Face::Regular);
        for value in [0, 50, 100] {
            let y = self.at(0, value).y;
            painter.hline(self.rect.x_range(), y, border(colours.hairline));
            let at = pos2(self.rect.left() - space::S, y);
            painter.text(at, Align2::RIGHT_CENTER, value, label.clone(), colours.quiet);
        }
    }

    /// Labels the lines at their ends, each at the height of a value, moved apart so that they do not overlap.
    pub(crate) fn end_labels(&self, ui: &Ui, mut ends: Vec<(u8, &str, Color32)>) {
        let label = font(ui.ctx(), TypeSize::Small, Face::Strong);
        let height = label.size * 1.2;
        ends.sort_by_key(|(value, ..)| std::cmp::Reverse(*value));
        let room = Rangef::new(self.rect.top() + height / 2.0, self.rect.bottom() - height / 2.0);
        let mut free_from = room.min;
        let mut most = ends.iter().skip(1).fold(room.max, |most, _| most - height);
        for (value, words, colour) in ends {
            let y = self.at(0, value).y.max(free_from).min(most);
            (free_from, most) = (y + height, most + height);
            let at = pos2(self.rect.right() + space::S, y);
            ui.painter().text(at, Align2::LEFT_CENTER, words, label.clone(), colour);
        }
    }
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pen {
    /// An unbroken line with round points.
    Solid,
    /// A dashed line with square points.
    Dashed,
    /// A dotted line with triangles.
    Dotted,
}

impl Pen {
    pub(crate) fn draw(self, painter: &Painter, line: Vec<Pos2>, colour: Color32) {
        let stroke = Stroke::new(measure::RING, colour);
        let side = measure::POINT;
        for &at in &line {
            match self {
                Self::Solid => {
                    painter.circle_filled(at, side, colour);
                }
                Self::Dashed => {
                    painter.rect_filled(Rect::from_center_size(at, vec2(2.0 * side, 2.0 * side)), 0.0, colour);
                }
                Self::Dotted => {
                    let points = [vec2(0.0, -side * 1.3), vec2(side * 1.2, side), vec2(-side * 1.2, side)];
                    let points = points.map(|offset| at + offset).to_vec();
                    painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
                }
            }
        }
        match self {
            Self::Solid => {
                painter.add(Shape::line(line, stroke));
            }
            Self::Dashed => painter.extend(Shape::dashed_line(&line, stroke, space::M, space::S)),
            Self::Dotted => painter.extend(Shape::dotted_line(&line, colour, space::S, measure::RING / 1.5)),
        }
    }
}
