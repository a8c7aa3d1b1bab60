//! The three scores on their exact scale, beside the self-rating, and the band in words.

use egui::Ui;

use crate::debrief::{Score, TurnAccount};
use crate::rubric::{Dimension, Points};
use crate::ui::look::Look;
use crate::ui::tokens::space;
use crate::ui::widgets::{card, shapes, text};
use crate::ui::{TypeSize, words};

use super::{DebriefPage, scale};

/// Shows the scores and the band.
pub(super) fn scores(ui: &mut Ui, model: &DebriefPage<'_>) {
    ui.add_space(space::L);
    text::heading(ui, 3, "How much of what could have been done, you did");
    text::body(
        ui,
        "Each scale runs from the least to the most that the choices on your road had to give. Only choices you were \
         offered count.",
    );
    card::card(ui, |ui| {
        for dimension in Dimension::ALL {
            if dimension != Dimension::Empathy {
                ui.add_space(space::L);
            }
            one(ui, model, dimension);
        }
    });
    if let Some(bounds) = bounds(model) {
        text::small(ui, &bounds);
    }
    band(ui, model);
}

fn one(ui: &mut Ui, model: &DebriefPage<'_>, dimension: Dimension) {
    let side = Look::of(ui.ctx()).size(TypeSize::Title);
    let score = model.debrief.scores.get(dimension);
    ui.horizontal_wrapped(|ui| {
        shapes::sign(ui, dimension, side);
        let number = score.map_or("not exercised".to_owned(), |score| format!("{} of 100", score.score));
        text::headed(ui, dimension.label(), &number);
    });
    let Some(score) = score else {
        text::small(ui, "Nothing you were offered on this road differed here, so there is nothing to say.");
        return;
    };
    let rating = model.reflection.and_then(|said| said.rating).map(|rating| rating.on(dimension));
    scale::scale(ui, dimension, score, rating);
    text::small(ui, &points(model, dimension));
    if let Some(rating) = rating {
        text::small(ui, &format!("Your own rating, the diamond: {rating} ({}).", words::rating(rating)));
    }
}

/// What stands behind a score: what was gained of what there was to gain.
fn points(model: &DebriefPage<'_>, dimension: Dimension) -> String {
    let sum = |points: fn(&TurnAccount) -> Points| -> i32 {
        model.debrief.turns.iter().map(|turn| points(turn)[dimension] - turn.lowest[dimension]).sum()
    };
    let (gained, most) = (sum(|turn| turn.points), sum(|turn| turn.highest));
    let points = if most == 1 { "point" } else { "points" };
    format!("You gained {gained} of the {most} {points} that were there to be gained.")
}

/// The best and the worst over all roads, where there is any score.
fn bounds(model: &DebriefPage<'_>) -> Option<String> {
    model.debrief.band?;
    let scores = Dimension::ALL.map(|dimension| (dimension, model.debrief.scores.get(dimension)));
    let known =
        |(_, score): &(Dimension, Option<Score>)| score.is_none_or(|one| one.best.is_some() && one.worst.is_some());
    if !scores.iter().all(known) {
        let unknown = if model.what_if.is_none() { "working out\u{2026}" } else { "they are not known here." };
        return Some(format!("The best and the worst that any road could score: {unknown}"));
    }
    let each: Vec<String> = scores
        .into_iter()
        .filter_map(|(dimension, score)| Some((dimension, score?.worst?, score?.best?)))
        .filter(|(_, worst, best)| (*worst, *best) != (0, 100))
        .map(|(dimension, worst, best)| format!("{} {worst} to {best}", dimension.label()))
        .collect();
    Some(if each.is_empty() {
        "Over all roads this conversation can take, each score can be anything from 0 to 100.".to_owned()
    } else {
        format!("Over all roads this conversation can take: {}; else 0 to 100.", each.join(", "))
    })
}

fn band(ui: &mut Ui, model: &DebriefPage<'_>) {
    ui.add_space(space::S);
    let debrief = model.debrief;
    let Some(band) = debrief.band else {
        text::body(ui, "No dimension was exercised, so there is no band.");
        return;
    };
    text::labelled(ui, &format!("{}:", band.label()), words::band_means(band));
    text::small(ui, "The band follows the lowest of the scores.");
    for act in &debrief.critical {
        card::notice(ui, |ui| {
            let said = format!("Turn {}: {}. Whatever the scores, this holds the band down.", act.turn + 1, act.label);
            card::notice_text(ui, &said);
        });
    }
}
