//! A person → a picture. Each file paints one part, as a function from looks and expression to shapes. Independent of
//! Bevy.
//!
//! Units: a head is about 230 high; the origin lies between the eyes, y points up, left is the viewer's left. Light
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
mod hands;
mod head;
mod headwear;
mod hearing_aid;
mod mouth;
mod nose;
mod pose;
mod seat;
mod sling;
mod subject;
mod tones;
mod wrinkles;

use glam::Affine2;

use super::face::Expression;
use super::shapes::Picture;
use crate::scenario::Looks;
use subject::Subject;

/// Draws a person; `age` is in years.
#[must_use]
pub fn portrait(looks: &Looks, age: u8, expression: Expression) -> Picture {
    let subject = Subject::new(looks, age, expression);
    let mut picture = Picture::default();
    seat::paint_behind(&subject, &mut picture);
    let mut person = Picture::default();
    paint_person(&subject, &mut person);
    picture.overlay(person, subject.stance());
    seat::paint_in_front(&subject, &mut picture);
    picture
}

fn paint_person(subject: &Subject, picture: &mut Picture) {
    let on_neck: Affine2 = subject.head_pose();
    let mut behind = Picture::default();
    hair_back::paint(subject, &mut behind);
    picture.overlay(behind, on_neck);

    let mut body = Picture::default();
    body::paint(subject, &mut body);
    clothes::paint(subject, &mut body);
    picture.overlay(body, subject.body_pose());

    let mut head = Picture::default();
    paint_head(subject, &mut head);
    picture.overlay(head, on_neck);

    let mut arms = Picture::default();
    sling::paint(subject, &mut arms);
    hands::paint(subject, &mut arms);
    picture.overlay(arms, subject.body_pose());
}

fn paint_head(subject: &Subject, picture: &mut Picture) {
    headwear::paint_behind(subject, picture);
    head::paint(subject, picture);
    beard::paint(subject, picture);
    wrinkles::paint(subject, picture);
    nose::paint(subject, picture);
    mouth::paint(subject, picture);
    beard::paint_moustache(subject, picture);
    eyes::paint(subject, picture);
    hair::paint(subject, picture);
    headwear::paint(subject, picture);
    brows::paint(subject, picture);
    glasses::paint(subject, picture);
    hearing_aid::paint(subject, picture);
}

#[cfg(test)]
mod tests;
