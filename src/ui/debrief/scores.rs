//! The three scores on their exact scale, beside the self-rating, and the band in words.

use egui::Ui;

use crate::attempt::SelfRating;
use crate::debrief::Score;
use crate::rubric::Dimension;
use crate::ui::look::Look;
use crate::ui::tokens::space;
use crate::ui::widgets::{card, shapes, text};
use crate::ui::{TypeSize, words};

use super::{DebriefPage, scale};

/// Shows the scores and the band.
pub(super) fn scores(ui: &mut Ui, model: &DebriefPage<'_>) {
    ui.add_space(space::L);
    text::heading(ui, 3, "How much of what could have been done, you did");
    text::body(ui, "Each score looks only at the choices you were offered on the road you took.");
    let rating = model.reflection.and_then(|said| said.rating);
    for dimension in Dimension::ALL {
        card::card(ui, |ui| {
            let side = Look::of(ui.ctx()).size(TypeSize::Lead);
            let score = model.debrief.scores.get(dimension);
            ui.horizontal_top(|ui| {
                shapes::sign(ui, dimension, side);
                let number = score.map_or("not exercised".to_owned(), |score| format!("{} of 100", score.score));
                text::labelled(ui, dimension.label(), &number);
            });
            match score {
                Some(score) => {
                    let rating = rating.map(|rating| rated(rating, dimension));
                    on_scale(ui, dimension, score, rating, model.what_if.is_none());
                }
                None => {
                    text::small(ui, "Nothing you were offered on this road differed here, so there is nothing to say.");
                }
            }
        });
    }
    band(ui, model);
}

fn on_scale(ui: &mut Ui, dimension: Dimension, score: Score, rating: Option<u8>, under_way: bool) {
    let bounds = match (score.worst, score.best) {
        (Some(worst), Some(best)) => format!("Over all roads this conversation can take: {worst} to {best}."),
        _ if under_way => "The best and the worst that any road could score: working out\u{2026}".to_owned(),
        _ => "The best and the worst that any road could score are not known here.".to_owned(),
    };
    let yours = match rating {
        Some(rating) => format!(" Your own rating, the diamond: {rating} ({}).", words::rating(rating)),
        None => String::new(),
    };
    scale::scale(ui, dimension, score, rating);
    text::small(ui, &format!("{bounds}{yours}"));
}

const fn rated(rating: SelfRating, dimension: Dimension) -> u8 {
    match dimension {
        Dimension::Empathy => rating.empathy,
        Dimension::Clarity => rating.clarity,
        Dimension::DeEscalation => rating.de_escalation,
    }
}

fn band(ui: &mut Ui, model: &DebriefPage<'_>) {
    ui.add_space(space::S);
    let debrief = model.debrief;
    let Some(band) = debrief.band else {
        text::body(ui, "No dimension was exercised, so there is no band.");
        return;
    };
    text::labelled(ui, &format!("{}:", words::band(band)), words::band_means(band));
    text::small(ui, "The band follows the lowest of the scores.");
    for act in &debrief.critical {
        card::notice(ui, |ui| {
            let said = format!("Turn {}: {}. Whatever the scores, this holds the band down.", act.turn + 1, act.label);
            card::notice_text(ui, &said);
        });
    }
}
