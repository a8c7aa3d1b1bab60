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
mod sling;
mod subject;
mod tones;

use glam::Affine2;

use super::face::Expression;
use super::shapes::Picture;
use crate::scenario::Looks;
use subject::Subject;

/// The picture of a person of these looks and this age (in years) with this expression.
#[must_use]
pub fn portrait(looks: &Looks, age: u8, expression: Expression) -> Picture {
    let subject = Subject::new(looks, age, expression);
    let mut picture = Picture::default();
    seat::paint_behind(&subject, &mut picture);
    let mut person = Picture::default();
    paint_person(&subject, &mut person);
    picture.place(person, subject.stance());
    seat::paint_in_front(&subject, &mut picture);
    picture
}

fn paint_person(subject: &Subject, picture: &mut Picture) {
    let on_neck: Affine2 = subject.head_pose();
    let mut behind = Picture::default();
    hair_back::paint(subject, &mut behind);
    picture.place(behind, on_neck);

    let mut body = Picture::default();
    body::paint(subject, &mut body);
    clothes::paint(subject, &mut body);
    picture.place(body, subject.body_pose());

    let mut head = Picture::default();
    paint_head(subject, &mut head);
    picture.place(head, on_neck);

    let mut arms = Picture::default();
    sling::paint(subject, &mut arms);
    hands::paint(subject, &mut arms);
    picture.place(arms, subject.body_pose());
}

fn paint_head(subject: &Subject, picture: &mut Picture) {
    hair_cover::paint_behind(subject, picture);
    head::paint(subject, picture);
    beard::paint(subject, picture);
    lines::paint(subject, picture);
    nose::paint(subject, picture);
    mouth::paint(subject, picture);
    beard::paint_moustache(subject, picture);
    eyes::paint(subject, picture);
    hair::paint(subject, picture);
    hair_cover::paint(subject, picture);
    brows::paint(subject, picture);
    glasses::paint(subject, picture);
    hearing_aid::paint(subject, picture);
}

#[cfg(test)]
mod tests;
