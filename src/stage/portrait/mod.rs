//! A person → a picture: one part a file, each a function from looks and expression to shapes. Knows no Bevy.
//!
//! Units: a head is about 230 high; the origin lies between the eyes, y goes up, left is the viewer's left. Light
//! falls from the upper left, and every surface has two tones.

mod beard;
mod body;
mod brows;
mod clothes;
mod collar;
mod eyes;
mod glasses;
mod hair;
mod hair_back;
mod hair_cover;
mod hands;
mod head;
mod hearing_aid;
mod lines;
mod mouth;
mod nose;
mod pose;
mod seat;
mod sitter;
mod sling;
mod tones;

use glam::Affine2;

use super::face::Expression;
use super::shapes::Picture;
use crate::scenario::Looks;
use sitter::Sitter;

/// The picture of a person of these looks and this age (in years) with this expression.
#[must_use]
pub fn portrait(looks: &Looks, age: u8, expression: Expression) -> Picture {
    let sitter = Sitter::new(looks, age, expression);
    let mut picture = Picture::default();
    seat::paint_behind(&sitter, &mut picture);
    let mut person = Picture::default();
    paint_person(&sitter, &mut person);
    picture.place(person, sitter.stance());
    seat::paint_in_front(&sitter, &mut picture);
    picture
}

fn paint_person(sitter: &Sitter, picture: &mut Picture) {
    let on_neck: Affine2 = sitter.head_pose();
    let mut behind = Picture::default();
    hair_back::paint(sitter, &mut behind);
    picture.place(behind, on_neck);

    let mut body = Picture::default();
    body::paint(sitter, &mut body);
    clothes::paint(sitter, &mut body);
    picture.place(body, sitter.body_pose());

    let mut head = Picture::default();
    paint_head(sitter, &mut head);
    picture.place(head, on_neck);

    let mut arms = Picture::default();
    sling::paint(sitter, &mut arms);
    hands::paint(sitter, &mut arms);
    picture.place(arms, sitter.body_pose());
}

fn paint_head(sitter: &Sitter, picture: &mut Picture) {
    hair_cover::paint_behind(sitter, picture);
    head::paint(sitter, picture);
    beard::paint(sitter, picture);
    lines::paint(sitter, picture);
    nose::paint(sitter, picture);
    mouth::paint(sitter, picture);
    beard::paint_moustache(sitter, picture);
    eyes::paint(sitter, picture);
    hair::paint(sitter, picture);
    hair_cover::paint(sitter, picture);
    brows::paint(sitter, picture);
    glasses::paint(sitter, picture);
    hearing_aid::paint(sitter, picture);
}

#[cfg(test)]
mod tests;
