//! What happens and is said: narration in the pane, and what is said as captions with the person who says it.
//!
//! Reading a person means seeing the face while hearing the words, so captions lie over the lower part of the picture,
//! where only clothes are. Where they would cover more of it, everything stands in the pane. In either case all of it
//! comes in the order in which it happened, for those who read it and for those who hear it read.

use std::sync::Arc;

use egui::accesskit::{Live, Role};
use egui::{Galley, Label, Rect, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

use crate::scenario::Speaker;
use crate::ui::look::{Look, border, radius};
use crate::ui::tokens::{measure, space};
use crate::ui::widgets::radio::mark_group;
use crate::ui::widgets::text::{self, Ink};
use crate::ui::words::quoted;

use super::density::Density;
use super::model::Conversation;
use super::scene::what_you_did;

/// Everything that is told and said at this point, laid out.
pub(super) struct Story {
    pieces: Vec<Piece>,
    panels: Vec<Panel>,
    /// The height of what stands in the pane.
    pub(super) height: f32,
    /// The picture below which captions begin.
    pub(super) free: Rect,
    picture: Rect,
}

/// A paragraph.
struct Piece {
    words: Arc<Galley>,
    place: Place,
    /// The name that is heard before it, where it is not seen there again.
    heard: Option<String>,
}

enum Place {
    /// In the pane, this far below what comes before.
    Pane(f32),
    /// Over the picture.
    Picture(Rect),
}

/// The background of a caption.
struct Panel {
    rect: Rect,
    /// Where the one who speaks stands, across the picture; `None` for who is not in it.
    points_to: Option<f32>,
}

/// Something told or said.
enum Told<'a> {
    /// What the trainee did and said last.
    You(String),
    Narration(&'a str),
    Line(Speaker, String),
}

impl Story {
    /// Lays it out for a pane of this width beside or below the picture.
    pub(super) fn of(ui: &Ui, model: &Conversation<'_>, density: Density, width: f32, picture: Rect) -> Self {
        let told = told(model);
        let captions = Captions::of(ui, model, &told, density, picture);
        let mut story = Self { pieces: Vec::new(), panels: Vec::new(), height: 0.0, free: picture, picture };
        match captions {
            Some(captions) => {
                story.free.max.y = captions.panels.first().map_or(picture.bottom(), |panel| panel.rect.top());
                story.panels = captions.panels;
                let mut captions = captions.pieces.into_iter();
                for one in &told {
                    match one {
                        Told::Narration(words) => story.narration(ui, density, words, width),
                        Told::You(_) | Told::Line(..) => story.pieces.extend(captions.next().into_iter().flatten()),
                    }
                }
            }
            None => told.iter().for_each(|one| story.in_pane(ui, model, one, density, width)),
        }
        story
    }

    fn narration(&mut self, ui: &Ui, density: Density, words: &str, width: f32) {
        self.add(density.narration(ui).laid_out(ui, words, width), space::S);
    }

    fn in_pane(&mut self, ui: &Ui, model: &Conversation<'_>, told: &Told<'_>, density: Density, width: f32) {
        match told {
            Told::You(deed) => self.add(you(ui, density.body(ui), deed, width), 0.0),
            Told::Narration(words) => self.narration(ui, density, words, width),
            Told::Line(speaker, words) => {
                self.add(name(ui, model, *speaker, density, width), space::S);
                self.add(density.said(ui).laid_out(ui, words, width), 0.0);
            }
        }
    }

    fn add(&mut self, words: Arc<Galley>, gap: f32) {
        let gap = if self.height > 0.0 { gap } else { 0.0 };
        self.height += gap + words.size().y;
        self.pieces.push(Piece { words, place: Place::Pane(gap), heard: None });
    }

    /// Shows it, announced to screen readers.
    pub(super) fn show(self, ui: &mut Ui) {
        let mut painter = ui.painter().clone();
        painter.set_clip_rect(self.picture);
        for panel in &self.panels {
            panel.paint(&painter, ui);
        }
        ui.push_id("what happens", |ui| {
            mark_group(ui, "What happens", Role::Group);
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_live(Live::Polite));
            ui.spacing_mut().item_spacing.y = 0.0;
            for Piece { words, place, heard } in self.pieces {
                match place {
                    Place::Pane(gap) => {
                        ui.add_space(gap);
                        ui.add(Label::new(words));
                    }
                    Place::Picture(rect) => {
                        let mut over = ui.new_child(UiBuilder::new().max_rect(rect));
                        over.set_clip_rect(self.picture);
                        if let Some(name) = heard {
                            let (_, unseen) = over.allocate_space(vec2(rect.width(), 0.0));
                            let response = over.interact(unseen, over.id().with("name"), Sense::hover());
                            response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &name));
                        }
                        over.add(Label::new(words));
                    }
                }
            }
        });
    }
}

fn told<'a>(model: &Conversation<'a>) -> Vec<Told<'a>> {
    let session = model.session;
    let last = session.transcript().turns.last();
    let deed = last.and_then(|turn| what_you_did(session.scenario(), turn));
    let mut told: Vec<Told<'_>> = deed.into_iter().map(Told::You).collect();
    for passage in session.current_scene().passages() {
        told.extend(passage.narration.iter().map(|words| Told::Narration(words)));
        told.extend(passage.lines.iter().map(|line| Told::Line(line.speaker, quoted(&line.words))));
    }
    told
}

fn you(ui: &Ui, ink: Ink, deed: &str, width: f32) -> Arc<Galley> {
    text::labelled_in(ui, ink, "You", deed, width)
}

fn name(ui: &Ui, model: &Conversation<'_>, speaker: Speaker, density: Density, width: f32) -> Arc<Galley> {
    density.small(ui).strong().laid_out(ui, model.session.scenario().speaker_name(speaker), width)
}

/// Captions over the picture: the paragraphs of each thing told but narration.
struct Captions {
    pieces: Vec<Vec<Piece>>,
    panels: Vec<Panel>,
}

/// A caption while it is laid out.
struct Caption {
    paragraphs: Vec<Paragraph>,
    left: f32,
    width: f32,
    points_to: Option<f32>,
    speaker: Option<Speaker>,
}

/// A paragraph of a caption.
struct Paragraph {
    words: Arc<Galley>,
    /// Whether it begins a new thing told.
    begins: bool,
    heard: Option<String>,
}

impl Captions {
    /// `None` where they would cover too much of the picture.
    fn of(ui: &Ui, model: &Conversation<'_>, told: &[Told<'_>], density: Density, picture: Rect) -> Option<Self> {
        let place = picture.shrink(space::M);
        let captions = Caption::each(ui, model, told, density, place);
        let height = captions.iter().map(|caption| caption.height() + space::S).sum::<f32>() - space::S;
        if height > picture.height() * measure::CAPTIONS_HEIGHT {
            return None;
        }
        let mut found = Self { pieces: Vec::new(), panels: Vec::new() };
        let mut top = place.bottom() - height;
        for caption in captions {
            let rect = Rect::from_min_size(pos2(caption.left, top), vec2(caption.width, caption.height()));
            top = rect.bottom() + space::S;
            let mut at = rect.min + vec2(space::M, space::S);
            for Paragraph { words, begins, heard } in caption.paragraphs {
                let piece = Piece { place: Place::Picture(Rect::from_min_size(at, words.size())), words, heard };
                at.y += piece.words.size().y;
                match found.pieces.last_mut().filter(|_| !begins) {
                    Some(last) => last.push(piece),
                    None => found.pieces.push(vec![piece]),
                }
            }
            found.panels.push(Panel { rect, points_to: caption.points_to });
        }
        Some(found)
    }
}

impl Caption {
    /// One for what the trainee did, and one for each time that somebody else speaks.
    fn each(ui: &Ui, model: &Conversation<'_>, told: &[Told<'_>], density: Density, place: Rect) -> Vec<Self> {
        let present = model.session.current_scene().in_picture(model.session.scenario());
        let mut captions: Vec<Self> = Vec::new();
        for one in told {
            match one {
                Told::Narration(_) => {}
                Told::You(deed) => {
                    let (left, width) = beside(ui, place, None, 1);
                    let words = you(ui, density.small(ui), deed, width - 2.0 * space::M);
                    captions.push(Self {
                        paragraphs: vec![Paragraph { words, begins: true, heard: None }],
                        left,
                        width,
                        points_to: None,
                        speaker: None,
                    });
                }
                Told::Line(speaker, words) => {
                    let number = present.iter().position(|one| one == speaker);
                    let (left, width) = beside(ui, place, number, present.len());
                    let room = width - 2.0 * space::M;
                    let words = density.said(ui).laid_out(ui, words, room);
                    match captions.last_mut().filter(|last| last.speaker == Some(*speaker)) {
                        Some(last) => {
                            let heard = Some(model.session.scenario().speaker_name(*speaker).to_owned());
                            last.paragraphs.push(Paragraph { words, begins: true, heard });
                        }
                        None => captions.push(Self {
                            paragraphs: vec![
                                Paragraph {
                                    words: name(ui, model, *speaker, density, room),
                                    begins: true,
                                    heard: None,
                                },
                                Paragraph { words, begins: false, heard: None },
                            ],
                            left,
                            width,
                            points_to: number.map(|number| across(place, number, present.len())),
                            speaker: Some(*speaker),
                        }),
                    }
                }
            }
        }
        captions
    }

    fn height(&self) -> f32 {
        2.0 * space::S + self.paragraphs.iter().map(|one| one.words.size().y).sum::<f32>()
    }
}

/// Where the person with this number stands, across the picture.
#[allow(clippy::cast_precision_loss, reason = "a scene holds a handful of people")]
fn across(place: Rect, number: usize, of: usize) -> f32 {
    place.left() + place.width() * (number as f32 + 0.5) / of as f32
}

/// The left edge and the width of the caption of the person with this number: on their side of the picture.
fn beside(ui: &Ui, place: Rect, number: Option<usize>, of: usize) -> (f32, f32) {
    let most = place.width().min(Look::of(ui.ctx()).scaled(measure::COLUMN));
    let Some(number) = number.filter(|_| of > 1) else { return (place.center().x - most / 2.0, most) };
    let width = most * measure::CAPTION_WIDTH;
    let left = across(place, number, of) - width / 2.0;
    (left.clamp(place.left(), place.right() - width), width)
}

impl Panel {
    fn paint(&self, painter: &egui::Painter, ui: &Ui) {
        let colours = text::palette(ui);
        painter.rect(self.rect, radius(measure::RADIUS), colours.surface, border(colours.border), StrokeKind::Inside);
        if let Some(x) = self.points_to {
            let half = space::S;
            let x = x.clamp(self.rect.left() + 2.0 * half, self.rect.right() - 2.0 * half);
            let top = self.rect.top();
            let tip = pos2(x, top - half);
            let feet = [pos2(x - half, top + measure::BORDER), pos2(x + half, top + measure::BORDER)];
            painter.add(Shape::convex_polygon(vec![feet[0], tip, feet[1]], colours.surface, Stroke::NONE));
            painter.add(Shape::line(vec![feet[0], tip, feet[1]], border(colours.border)));
            painter.hline(feet[0].x..=feet[1].x, top + measure::BORDER, Stroke::new(2.0, colours.surface));
        }
    }
}
