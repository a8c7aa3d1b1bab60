//! Development over time: the means of each month, first attempts and practice kept apart.

use egui::{Align2, Color32, Id, Rect, Sense, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::records::Measure;
use crate::records::progress::{MonthMeans, MonthTold};
use crate::rubric::Dimension;
use crate::sentence::capitalised;
use crate::ui::look::{Face, Look, border, font, radius};
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::lines::{Pen, Plot};
use crate::ui::widgets::text::palette;
use crate::ui::widgets::{disclosure, focus, radio, text};
use crate::ui::{Palette, TypeSize};

use super::in_words;
use super::part::part;

/// The most months in the picture.
const IN_PICTURE: usize = 24;

/// The attempts that a picture is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    First,
    Again,
}

impl Kind {
    const ALL: [Self; 2] = [Self::First, Self::Again];

    const fn label(self) -> &'static str {
        match self {
            Self::First => "First attempts",
            Self::Again => "Practice",
        }
    }

    const fn explains(self) -> &'static str {
        match self {
            Self::First => "The mean of each month, of the first time that you met a scenario.",
            Self::Again => "The mean of each month, of scenarios that you had met before.",
        }
    }

    const fn of(self, month: &MonthTold) -> &MonthMeans {
        match self {
            Self::First => &month.first,
            Self::Again => &month.again,
        }
    }

    fn counted(self, attempts: u64) -> String {
        match self {
            Self::First => in_words::counted(attempts, "first attempt"),
            Self::Again => in_words::counted(attempts, "conversation"),
        }
    }
}

/// Shows what the months came to, once there are two of them.
pub(super) fn over_time(ui: &mut Ui, months: &[MonthTold]) {
    if months.len() < 2 {
        return;
    }
    part(ui, "Over time", |ui| {
        let drawn = |kind: &Kind| months.iter().filter(|month| kind.of(month).attempts > 0).count() > 1;
        let kinds: Vec<(Kind, &str)> = Kind::ALL.into_iter().filter(drawn).map(|kind| (kind, kind.label())).collect();
        if let Some(kind) = chosen(ui, &kinds) {
            let of_kind: Vec<MonthTold> = months.iter().filter(|month| kind.of(month).attempts > 0).copied().collect();
            text::quiet(ui, kind.explains());
            picture(ui, kind, &of_kind);
        }
        disclosure::disclosure(ui, "months", "Month by month", |ui| {
            for month in months.iter().rev() {
                in_numbers(ui, month);
            }
        });
    });
}

/// Which attempts are shown: a choice where both can be.
fn chosen(ui: &mut Ui, kinds: &[(Kind, &str)]) -> Option<Kind> {
    let id = Id::new("progress over time: kind");
    let &(first, _) = kinds.first()?;
    if kinds.len() == 1 {
        return Some(first);
    }
    let mut kind = ui.data(|data| data.get_temp(id)).unwrap_or(first);
    if let Some(other) = radio::radio(ui, "Which attempts are shown", kinds, kind) {
        kind = other;
        ui.data_mut(|data| data.insert_temp(id, other));
    }
    Some(kind)
}

/// A month in words: both kinds of attempts, by each measure.
fn in_numbers(ui: &mut Ui, month: &MonthTold) {
    text::heading(ui, 3, &month.month.to_string());
    for kind in Kind::ALL {
        let means = kind.of(month);
        if means.attempts > 0 {
            text::labelled(ui, kind.label(), &format!("{}: {}", in_words::number(means.attempts), scores(means)));
        }
    }
    ui.add_space(space::S);
}

/// The means by each measure that was asked for.
fn scores(means: &MonthMeans) -> String {
    let said = |measure: Measure| Some(format!("{} {}", measure.label(), means.of(measure)?));
    let said: Vec<String> = Measure::ALL.into_iter().filter_map(said).collect();
    if said.is_empty() { "nothing that is scored was asked for".to_owned() } else { said.join(", ") }
}

/// The months in view: the latest, as many as have room to be pressed.
struct Calendar<'a> {
    /// Each with its column.
    months: Vec<(usize, &'a MonthTold)>,
    columns: usize,
}

impl<'a> Calendar<'a> {
    fn of(months: &'a [MonthTold], width: f32) -> Self {
        let fits = |columns: &usize| {
            #[expect(clippy::cast_precision_loss, reason = "at most two dozen")]
            let needed = measure::MONTH * *columns as f32;
            needed <= width
        };
        let most = (1..=IN_PICTURE).rev().find(fits).unwrap_or(1);
        let number = |month: &MonthTold| usize::try_from(month.month.number()).unwrap_or_default();
        let [first, last] = [months.first(), months.last()].map(|month| month.map(number).unwrap_or_default());
        let from = first.max((last + 1).saturating_sub(most));
        let months = months.iter().filter(|month| number(month) >= from).map(|month| (number(month) - from, month));
        Self { months: months.collect(), columns: last + 1 - from }
    }
}

/// Draws the lines of the three dimensions. Each month is a column that can be pressed, and its numbers stand below.
fn picture(ui: &mut Ui, kind: Kind, months: &[MonthTold]) {
    let look = Look::of(ui.ctx());
    let colours = palette(ui);
    let strong = font(ui.ctx(), TypeSize::Small, Face::Strong);
    let line = strong.size * 1.3;
    let wide =
        |words: &str| ui.painter().layout_no_wrap(words.to_owned(), strong.clone(), Color32::PLACEHOLDER).size().x;
    let labels = Dimension::ALL.map(|dimension| wide(dimension.label())).into_iter().fold(0.0, f32::max) + space::L;
    let numbers = look.scaled(space::XXL);
    let calendar = Calendar::of(months, ui.available_width() - labels - numbers);
    let size = vec2(ui.available_width(), look.scaled(measure::ARC) + 2.0 * line + space::S);
    let (whole, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, described(kind, &calendar)));
    let rect = Rect::from_min_max(whole.min + vec2(numbers, space::S), whole.max - vec2(labels, 2.0 * line + space::S));
    let plot = Plot { rect, count: calendar.columns };
    let picked = columns(ui, kind, &calendar, &plot);
    plot.values(ui);
    month_names(ui, &calendar, &plot, line);
    let mut ends = Vec::new();
    for dimension in Dimension::ALL {
        let measure = Measure::On(dimension);
        let values = calendar.months.iter().filter_map(|(column, month)| Some((*column, kind.of(month).of(measure)?)));
        let values: Vec<(usize, u8)> = values.collect();
        ends.extend(values.last().map(|(_, value)| (*value, dimension.label(), colours.text)));
        let line = values.into_iter().map(|(column, value)| plot.at(column, value)).collect();
        pen(dimension).draw(ui.painter(), line, Palette::dimension(dimension));
    }
    plot.end_labels(ui, ends);
    if let Some(month) = picked {
        let means = kind.of(month);
        text::strong(ui, &format!("{}, {}", month.month, kind.counted(means.attempts)));
        text::body(ui, &scores(means));
    }
    if calendar.months.len() < months.len() {
        text::small(ui, "Earlier months have no room in the picture. All of them stand below.");
    }
}

const fn pen(dimension: Dimension) -> Pen {
    match dimension {
        Dimension::Empathy => Pen::Solid,
        Dimension::Clarity => Pen::Dashed,
        Dimension::DeEscalation => Pen::Dotted,
    }
}

/// The picture in words.
fn described(kind: Kind, calendar: &Calendar<'_>) -> String {
    let ([(_, first), ..], [.., (_, last)]) = (&calendar.months[..], &calendar.months[..]) else {
        return String::new();
    };
    let moved = Dimension::ALL.into_iter().filter_map(|dimension| {
        let of = |(_, month): &(usize, &MonthTold)| kind.of(month).of(Measure::On(dimension));
        let [from, to] = [calendar.months.iter().find_map(of)?, calendar.months.iter().rev().find_map(of)?];
        Some(format!("{} from {from} to {to}", dimension.label()))
    });
    let moved = moved.collect::<Vec<_>>().join(", ");
    format!("{} by month, {} to {}: {moved}.", kind.label(), first.month, last.month)
}

/// Each month is a column that can be pressed. Returns the one whose numbers are shown: the latest, until another is pressed.
fn columns<'a>(ui: &Ui, kind: Kind, calendar: &Calendar<'a>, plot: &Plot) -> Option<&'a MonthTold> {
    let colours = palette(ui);
    let id = Id::new("progress over time: month");
    let mut picked: Option<usize> = ui.data(|data| data.get_temp(id));
    let from_last = |column: usize| calendar.columns - 1 - column;
    if !calendar.months.iter().any(|(column, _)| Some(from_last(*column)) == picked) {
        picked = Some(0);
    }
    let mut shown = None;
    for &(column, month) in &calendar.months {
        let rect = plot.column(column);
        let response = ui.interact(rect, ui.id().with(("month", column)), Sense::click());
        if response.clicked() {
            picked = Some(from_last(column));
            ui.data_mut(|data| data.insert_temp(id, from_last(column)));
        }
        let is_picked = picked == Some(from_last(column));
        let means = kind.of(month);
        let name = format!("{}, {}: {}", month.month, kind.counted(means.attempts), scores(means));
        response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, is_picked, &name));
        if is_picked || response.hovered() {
            let (fill, edge) = (colours.surface_hover, if is_picked { colours.border } else { Color32::TRANSPARENT });
            ui.painter().rect(rect, radius(measure::RADIUS_SMALL), fill, border(edge), StrokeKind::Inside);
        }
        focus::ring(ui, &response);
        if is_picked {
            shown = Some(month);
        }
    }
    shown
}

/// The names of the months below the picture, as many as have room, and the year below the first of each.
fn month_names(ui: &Ui, calendar: &Calendar<'_>, plot: &Plot, line: f32) {
    let label = font(ui.ctx(), TypeSize::Small, Face::Regular);
    let colours = palette(ui);
    let painter = ui.painter();
    let mut free_from = f32::NEG_INFINITY;
    let mut year = None;
    for (column, month) in &calendar.months {
        let x = plot.at(*column, 0).x;
        let short = month.month.short();
        let (name, of_year) = short.split_once(' ').unwrap_or((&short, ""));
        let said = if year == Some(month.month.year) { "" } else { of_year };
        let wide = |words: &str| painter.layout_no_wrap(words.to_owned(), label.clone(), Color32::PLACEHOLDER).size().x;
        let half = wide(name).max(wide(said)) / 2.0;
        if x - half < free_from {
            continue;
        }
        (free_from, year) = (x + half + space::S, Some(month.month.year));
        for (row, words) in [(0.0, name), (line, said)] {
            let at = pos2(x, plot.rect.bottom() + space::S + row);
            painter.text(at, Align2::CENTER_TOP, capitalised(words), label.clone(), colours.quiet);
        }
    }
}
