//! First, latest and best on each dimension, each with a shape of its own on a scale from 0 to 100.

use egui::{Align2, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::records::Measure;
use crate::records::progress::{Heights, ProgressTold};
use crate::rubric::Dimension;
use crate::ui::look::{Face, Look, border, font, radius};
use crate::ui::tokens::{LINE_HEIGHT, measure, space};
use crate::ui::widgets::text::{Ink, palette};
use crate::ui::widgets::{columns, shapes, text};
use crate::ui::{Palette, TypeSize};

use super::in_words;
use super::part::part;

/// The least width of the numbers beside a name, at 100 %.
const NUMBERS: f32 = 280.0;

/// Which of the attempts a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    First,
    Latest,
    Best,
}

impl Mark {
    const ALL: [Self; 3] = [Self::First, Self::Latest, Self::Best];

    const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Latest => "latest",
            Self::Best => "best",
        }
    }

    const fn of(self, heights: Heights) -> Option<u8> {
        match self {
            Self::First => heights.first,
            Self::Latest => heights.latest,
            Self::Best => heights.best,
        }
    }

    /// How far its middle is below the line of the scale, in parts of its side.
    const fn below(self) -> f32 {
        match self {
            Self::First => -1.25,
            Self::Latest => 0.0,
            Self::Best => 1.25,
        }
    }

    /// A ring, a diamond, or a triangle that points up.
    fn draw(self, painter: &Painter, at: Pos2, side: f32, colours: &Palette) {
        let half = side / 2.0;
        let filled = |points: [egui::Vec2; 4]| {
            let points = points.map(|offset| at + offset).to_vec();
            Shape::convex_polygon(points, colours.text, Stroke::new(measure::BORDER, colours.surface))
        };
        match self {
            Self::First => {
                let edge = Stroke::new(measure::RING, colours.text);
                painter.circle(at, half - measure::RING / 2.0, colours.surface, edge);
            }
            Self::Latest => {
                let far = half * 1.2;
                painter.add(filled([vec2(0.0, -far), vec2(far, 0.0), vec2(0.0, far), vec2(-far, 0.0)]));
            }
            Self::Best => {
                painter.add(filled([vec2(0.0, -half), vec2(half, half), vec2(0.0, half), vec2(-half, half)]));
            }
        }
    }
}

/// Shows the picture, unless there is nothing to show yet.
pub(super) fn chart(ui: &mut Ui, told: &ProgressTold) {
    if told.attempts == 0 {
        return;
    }
    part(ui, "Where you stand", |ui| {
        for (measure, heights) in told.measures {
            match measure {
                Measure::On(dimension) => {
                    row(ui, dimension, heights, told.attempts);
                    ui.add_space(space::L);
                }
                Measure::Overall => {
                    text::labelled(ui, measure.label(), &in_words::heights(heights, told.attempts));
                }
            }
        }
        if told.attempts == 1 {
            text::small(ui, "From your second conversation on, the latest and the best stand beside the first.");
        } else if !told.alike {
            text::small(
                ui,
                "The first and the latest were different conversations, and not all are equally hard. What can be compared stands \
                 below, scenario by scenario.",
            );
        }
    });
}

fn row(ui: &mut Ui, dimension: Dimension, heights: Heights, attempts: u64) {
    let side = Look::of(ui.ctx()).size(TypeSize::Title);
    let shown = if attempts == 1 { &Mark::ALL[..1] } else { &Mark::ALL[..] };
    let marks: Vec<(Mark, u8)> = shown.iter().filter_map(|mark| Some((*mark, mark.of(heights)?))).collect();
    let name = |ui: &mut Ui| {
        ui.horizontal(|ui| {
            shapes::sign(ui, dimension, side);
            text::heading(ui, 3, dimension.label());
        });
    };
    let numbers = |ui: &mut Ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XL;
            for (mark, score) in &marks {
                number(ui, dimension, *mark, *score);
            }
        });
    };
    // So wide that the numbers of all three stand below one another.
    let width = side + space::S + widest_name(ui);
    columns::first_fixed(ui, width, Look::of(ui.ctx()).scaled(NUMBERS), name, numbers);
    if marks.is_empty() {
        text::quiet(ui, "No moment has asked for it yet.");
    } else {
        scale(ui, dimension, &marks);
    }
}

/// The width of the longest of the three names as a heading.
fn widest_name(ui: &Ui) -> f32 {
    let ink = Ink::new(TypeSize::Lead, palette(ui).text).strong();
    let width = |dimension: Dimension| ink.laid_out(ui, dimension.label(), f32::INFINITY).size().x;
    Dimension::ALL.into_iter().map(width).fold(0.0, f32::max)
}

/// A mark with its word and its number, which is also the key to the scale.
fn number(ui: &mut Ui, dimension: Dimension, mark: Mark, score: u8) {
    let colours = palette(ui);
    let (side, gap) = (side(ui), space::S);
    let mut job = Ink::new(TypeSize::Body, colours.quiet).job(ui.ctx(), mark.word());
    Ink::new(TypeSize::Body, colours.text).strong().append(ui.ctx(), &mut job, &format!(" {score}"));
    let galley = text::laid_out(ui, job, f32::INFINITY);
    // As high as the name beside it.
    let high = (Look::of(ui.ctx()).size(TypeSize::Lead) * LINE_HEIGHT).max(galley.size().y);
    let room = vec2(side + gap + galley.size().x, high);
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    let name = format!("{}, {}: {score} of 100", dimension.label(), mark.word());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &name));
    mark.draw(ui.painter(), pos2(rect.left() + side / 2.0, rect.center().y), side, colours);
    ui.painter().galley(pos2(rect.left() + side + gap, rect.center().y - galley.size().y / 2.0), galley, colours.text);
}

/// The length of a side of a mark.
fn side(ui: &Ui) -> f32 {
    Look::of(ui.ctx()).scaled(space::L)
}

/// The scale, filled up to the latest. What it shows is told by the numbers above it.
fn scale(ui: &mut Ui, dimension: Dimension, marks: &[(Mark, u8)]) {
    let colours = palette(ui);
    let label = font(ui.ctx(), TypeSize::Small, Face::Regular);
    let side = side(ui);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 4.0 * side + label.size * 1.3));
    let (y, bar) = (rect.top() + 2.0 * side, measure::BAR / 2.0);
    let inset = side * 0.6;
    let line = Rect::from_x_y_ranges(rect.left() + inset..=rect.right() - inset, y - bar..=y + bar);
    let x = |value: u8| line.left() + line.width() * f32::from(value) / 100.0;
    let painter = ui.painter();
    for (tick, align) in [(0, Align2::LEFT_TOP), (50, Align2::CENTER_TOP), (100, Align2::RIGHT_TOP)] {
        painter.vline(x(tick), y - 1.5 * side..=y + 2.0 * side, border(colours.hairline));
        painter.text(pos2(x(tick), y + 2.0 * side), align, tick, label.clone(), colours.quiet);
    }
    painter.rect(line, radius(bar), colours.background, border(colours.border), StrokeKind::Inside);
    if let Some((_, score)) = marks.iter().rfind(|(mark, _)| *mark != Mark::Best) {
        let reached = line.with_max_x(x(*score).max(line.left() + measure::BAR));
        painter.rect_filled(reached, radius(bar), Palette::dimension(dimension));
    }
    for (mark, score) in marks {
        mark.draw(painter, pos2(x(*score), mark.below().mul_add(side, y)), side, colours);
    }
}
