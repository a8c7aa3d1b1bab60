//! The road taken, drawn on the chart of the whole scenario: what was met, and how much else there is.

use egui::epaint::CubicBezierShape;
use egui::{
    Align2, Color32, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use crate::chart::{Area, Chart, Link, NodeKind, Point};
use crate::debrief::page::{RoadBlock, RoadOnGraph};
use crate::scenario::SceneId;
use crate::ui::look::{Face, Look, border, font, radius};
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::text::palette;
use crate::ui::widgets::{card, text};
use crate::ui::{RoadTaken, TypeSize};

use super::DebriefPage;

/// A step of the road that is no line of the chart: the turn that it led to, from 2, and its two scenes.
type Leap = (usize, [SceneId; 2]);

/// The chart at its position on the screen.
struct Map<'a> {
    chart: &'a Chart,
    road: &'a RoadTaken,
    origin: Pos2,
    scale: f32,
}

/// Shows the road on the chart.
pub(super) fn road(ui: &mut Ui, model: &DebriefPage<'_>, words: &RoadBlock) {
    let Some((chart, road)) = model.road else { return };
    text::body(ui, &words.met);
    card::card(ui, |ui| {
        let [wide, high] = Point { x: chart.width, y: chart.height }.on_canvas();
        let room = vec2(ui.available_width(), Look::of(ui.ctx()).scaled(measure::ROAD));
        let scale = (room.x / wide.max(1.0)).min(room.y / high.max(1.0)).min(1.0);
        let (rect, response) = ui.allocate_exact_size(vec2(room.x, high * scale), Sense::hover());
        let name = format!("{} {}", words.met, words.order);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &name));
        let origin = rect.min + vec2((rect.width() - wide * scale) / 2.0, 0.0);
        Map { chart, road, origin, scale }.paint(ui, &road.leaps(chart));
    });
    text::small(ui, &words.key);
}

/// The facts about a road on a chart that the page puts into words.
pub(super) fn on_graph(chart: &Chart, road: &RoadTaken) -> RoadOnGraph {
    let mut facts = RoadOnGraph { met: road.turns.len(), ..RoadOnGraph::default() };
    for node in &chart.nodes {
        let NodeKind::Scene(scene) = node.kind else { continue };
        facts.scenes += 1;
        facts.endings += usize::from(node.ending.is_some());
        facts.ended |= node.ending.is_some() && road.now == Some(scene);
    }
    facts.again = road.turns.values().filter(|turns| turns.len() > 1).cloned().collect();
    let leaps = road.leaps(chart);
    facts.has_dashes = !leaps.is_empty();
    let broke_in = leaps.into_iter().filter(|(_, [_, to])| chart.node(*to).interrupts);
    facts.broke_in = broke_in.map(|(turn, _)| turn).collect();
    facts
}

impl Map<'_> {
    fn at(&self, point: Point) -> Pos2 {
        let [x, y] = point.on_canvas();
        self.origin + vec2(x, y) * self.scale
    }

    fn area(&self, area: Area) -> Rect {
        Rect::from_two_pos(
            self.at(Point { x: area.left, y: area.top }),
            self.at(Point { x: area.right(), y: area.bottom() }),
        )
    }

    fn paint(&self, ui: &Ui, leaps: &[Leap]) {
        let colours = palette(ui);
        let (taken, others): (Vec<_>, Vec<_>) = self.chart.links.iter().partition(|link| self.is_taken(link));
        for link in others {
            self.line(ui.painter(), link, border(colours.border));
        }
        for link in taken {
            self.line(ui.painter(), link, Stroke::new(measure::RING, colours.accent));
        }
        for (_, [from, to]) in leaps {
            let ends = [from, to].map(|scene| self.area(self.chart.node(*scene).area).center());
            let stroke = Stroke::new(measure::RING, colours.accent);
            ui.painter().extend(Shape::dashed_line(&ends, stroke, space::S, space::S));
        }
        for node in &self.chart.nodes {
            let area = self.area(node.area);
            match node.kind {
                NodeKind::Scene(scene) => self.scene(ui, scene, area, node.ending.is_some()),
                // The end of a line that continues elsewhere.
                _ => {
                    ui.painter().circle(area.center_top(), space::XS, colours.surface, border(colours.border));
                }
            }
        }
    }

    fn is_taken(&self, link: &Link) -> bool {
        self.chart.edges_of(link).any(|edge| self.road.took(edge))
    }

    fn line(&self, painter: &Painter, link: &Link, stroke: Stroke) {
        let points: Vec<Pos2> = link.route.iter().map(|point| self.at(*point)).collect();
        for pair in points.windows(2) {
            let &[from, to] = pair else { continue };
            let middle = f32::midpoint(from.y, to.y);
            let curve = [from, pos2(from.x, middle), pos2(to.x, middle), to];
            painter.add(CubicBezierShape::from_points_stroke(curve, false, Color32::TRANSPARENT, stroke));
        }
    }

    /// A scene that was met is filled and shows its turns' numbers; an ending has round ends.
    fn scene(&self, ui: &Ui, scene: SceneId, rect: Rect, ending: bool) {
        let colours = palette(ui);
        let turns = self.road.turns.get(&scene);
        let round = radius(if ending { rect.height() / 2.0 } else { measure::RADIUS_SMALL.min(rect.height() / 4.0) });
        let Some(turns) = turns else {
            ui.painter().rect(rect, round, colours.surface, border(colours.border), StrokeKind::Inside);
            return;
        };
        let label = if ending {
            "end".to_owned()
        } else {
            turns.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        };
        let face = font(ui.ctx(), TypeSize::Small, Face::Strong);
        let words = ui.fonts_mut(|fonts| fonts.layout_no_wrap(label, face, colours.on_accent));
        // Large enough for its number, however small the chart is.
        let least = vec2(words.size().x + space::S, words.size().y);
        let rect = Rect::from_center_size(rect.center(), rect.size().max(least));
        ui.painter().rect_filled(rect, round, colours.accent);
        ui.painter().galley(
            Align2::CENTER_CENTER.anchor_size(rect.center(), words.size()).min,
            words,
            colours.on_accent,
        );
    }
}
