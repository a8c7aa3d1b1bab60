//! Options under their letters, with the votes for each once they are revealed.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Align2, Galley, Rect, Sense, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2};

use crate::group::{OptionView, Spread};
use crate::ui::look::{Face, Look, border, font, radius};
use crate::ui::tokens::{CLOSE_LINE_HEIGHT, measure, space};
use crate::ui::widgets::bar::share;
use crate::ui::widgets::text::{Ink, laid_out, palette};
use crate::ui::{TypeSize, words};

/// The width of the letter's box and of a count, in sizes of the type.
const BESIDE: f32 = 2.0;
/// The width of a bar's label and count, in sizes of the type.
const LABEL: f32 = 5.5;

/// Options with their letters, laid out for a width.
pub(super) struct Lettered<'a> {
    options: &'a [OptionView],
    spreads: Option<&'a [Spread; 2]>,
    words: Vec<Arc<Galley>>,
    size: TypeSize,
    width: f32,
}

impl<'a> Lettered<'a> {
    pub(super) fn lay_out(
        ui: &Ui,
        options: &'a [OptionView],
        spreads: Option<&'a [Spread; 2]>,
        size: TypeSize,
        width: f32,
    ) -> Self {
        let beside = beside(ui, size);
        let room = width - beside - 3.0 * space::M;
        let words = options.iter().map(|option| laid_out(ui, option_words(ui, option, size), room)).collect();
        Self { options, spreads, words, size, width }
    }

    /// The height of all of them.
    pub(super) fn height(&self, ui: &Ui) -> f32 {
        let all = (0..self.options.len()).map(|place| self.height_of(ui, place) + space::S);
        all.sum::<f32>() - space::S
    }

    fn height_of(&self, ui: &Ui, place: usize) -> f32 {
        let votes = self.votes_height(ui);
        let words = self.words.get(place).map_or(0.0, |words| words.size().y);
        (words + votes).max(beside(ui, self.size)) + 2.0 * space::S
    }

    pub(super) fn show(&self, ui: &mut Ui) {
        let spacing = ui.spacing().item_spacing;
        ui.spacing_mut().item_spacing.y = space::S;
        for place in 0..self.options.len() {
            self.one(ui, place);
        }
        ui.spacing_mut().item_spacing = spacing;
    }

    fn one(&self, ui: &mut Ui, place: usize) {
        let (Some(option), Some(words)) = (self.options.get(place), self.words.get(place)) else { return };
        let (rect, response) = ui.allocate_exact_size(vec2(self.width, self.height_of(ui, place)), Sense::hover());
        let told = told(option, self.spreads.map(|[first, last]| [first.at(place), last.at(place)]));
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &told));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(Role::ListItem));
        if !ui.is_rect_visible(rect) {
            return;
        }
        let colours = palette(ui);
        let painter = ui.painter();
        painter.rect(rect, radius(measure::RADIUS), colours.surface, border(colours.border), StrokeKind::Inside);
        let side = beside(ui, self.size);
        let letter = Rect::from_min_size(rect.min + Vec2::splat(space::S), Vec2::splat(side));
        painter.rect_filled(letter, radius(measure::RADIUS_SMALL), colours.picked);
        let strong = font(ui.ctx(), self.size, Face::Strong);
        painter.text(letter.center(), Align2::CENTER_CENTER, option.letter, strong, colours.on_picked);
        let left = letter.right() + space::M;
        let text = pos2(left, rect.top() + space::S.max((rect.height() - self.content_height(ui, words)) / 2.0));
        painter.galley(text, Arc::clone(words), colours.text);
        if let Some(spreads) = self.spreads {
            let room =
                Rect::from_min_max(pos2(left, text.y + words.size().y + space::XS), rect.max - vec2(space::M, 0.0));
            votes(ui, room, spreads, place, self.size);
        }
    }

    /// The height of the votes, with the space above them.
    fn votes_height(&self, ui: &Ui) -> f32 {
        if self.spreads.is_some() { line(ui, self.size) + space::XS } else { 0.0 }
    }

    fn content_height(&self, ui: &Ui, words: &Galley) -> f32 {
        words.size().y + self.votes_height(ui)
    }
}

/// The votes for an option, as bars with their counts, side by side.
fn votes(ui: &Ui, room: Rect, spreads: &[Spread; 2], place: usize, size: TypeSize) {
    let colours = palette(ui);
    let ink = Ink::new(beneath(size), colours.text).line(1.0);
    let high = line(ui, size);
    let label = Look::of(ui.ctx()).size(beneath(size)) * LABEL;
    let all = rounds(spreads);
    #[allow(clippy::cast_precision_loss, reason = "there are at most two")]
    let wide = (room.width() - (all.len() - 1) as f32 * space::L) / all.len() as f32;
    for (column, &(name, spread)) in all.iter().enumerate() {
        let fill = if column + 1 == all.len() { colours.accent } else { colours.picked };
        #[allow(clippy::cast_precision_loss, reason = "there are at most two")]
        let left = room.left() + column as f32 * (wide + space::L);
        let (count, total) = (spread.at(place), spread.total());
        let said = laid_out(ui, ink.job(ui.ctx(), &format!("{name} {count}")), f32::INFINITY);
        ui.painter().galley(pos2(left, room.top()), said, colours.text);
        let track =
            Rect::from_min_max(pos2(left + label, room.top() + 2.0), pos2(left + wide, room.top() + high - space::XS));
        let share = share(count, total);
        let bar = Rect::from_min_size(track.min, vec2(track.width() * share, track.height()));
        ui.painter().rect_filled(bar, 2.0, fill);
        ui.painter().rect_stroke(track, 2.0, border(colours.hairline), StrokeKind::Inside);
        if share > 0.0 {
            ui.painter().rect_stroke(bar, 2.0, border(colours.border), StrokeKind::Inside);
        }
    }
}

/// The size of what stands beneath an option's words.
const fn beneath(size: TypeSize) -> TypeSize {
    if matches!(size, TypeSize::Small) { TypeSize::Small } else { TypeSize::Body }
}

/// The bars for the votes of a decision: before the discussion and after it, or of the only vote.
fn rounds([first, last]: &[Spread; 2]) -> Vec<(&'static str, &Spread)> {
    if first == last { vec![("votes", last)] } else { vec![("before", first), ("after", last)] }
}

fn line(ui: &Ui, size: TypeSize) -> f32 {
    (Look::of(ui.ctx()).size(beneath(size)) * 1.4).round()
}

fn beside(ui: &Ui, size: TypeSize) -> f32 {
    (Look::of(ui.ctx()).size(size) * BESIDE).round()
}

/// What is done in italics, then what is said.
fn option_words(ui: &Ui, option: &OptionView, size: TypeSize) -> LayoutJob {
    let ink = Ink::new(size, palette(ui).text).line(CLOSE_LINE_HEIGHT);
    let mut job = LayoutJob::default();
    if let Some(act) = &option.act {
        ink.italic().append(ui.ctx(), &mut job, act);
    }
    if let Some(say) = &option.say {
        let gap = if option.act.is_some() { " " } else { "" };
        ink.append(ui.ctx(), &mut job, &format!("{gap}\u{201c}{say}\u{201d}"));
    }
    job
}

/// An option in one line: "A. She sits down. “I am here.”"
pub(super) fn line_of(option: &OptionView) -> String {
    format!("{}. {}", option.letter, words_of(option))
}

/// What is done and said, in one line.
pub(super) fn words_of(option: &OptionView) -> String {
    words::done_and_said(option.act.as_deref(), option.say.as_deref())
}

fn told(option: &OptionView, votes: Option<[u32; 2]>) -> String {
    let votes = votes.map(|counts| format!(" {}.", words::votes(counts))).unwrap_or_default();
    format!("{}{votes}", line_of(option))
}
