//! The picture on the projector's page: the people and the place as they are now, drawn once for each change.

use std::time::Duration;

use bevy::prelude::*;
use glam::Affine2;

use crate::app::flow::Step;
use crate::app::picture::ReducedMotion;
use crate::app::picture_sync::{ANSWER, figures, mood_of, scene_mood};
use crate::app::thumbnail::painted;
use crate::app::waker::Waker;
use crate::picture::backdrop::{Bounds, Light, backdrop, foreground};
use crate::picture::company::{Standing, beside};
use crate::picture::face::expression;
use crate::picture::portrait::portrait;
use crate::scenario::Speaker;
use crate::session::Session;
use crate::ui::Thumbnail;

use super::room::GroupRoom;

/// The height in view, in the picture's units; more where there are several people.
const HIGH: f32 = 600.0;
/// The width that one person needs, and that each further one adds.
const WIDE: f32 = 400.0;
const WIDER: f32 = 280.0;
/// How much wider than high what is drawn is: the page crops it to what it has room for.
const ASPECT: f32 = 2.2;

/// The picture, and what it was drawn of.
#[derive(Resource, Default)]
pub(in crate::app) struct RoomPicture {
    pub(in crate::app) drawn: Option<Thumbnail>,
    of: Option<Moment>,
    /// When the turn began.
    since: Duration,
    /// The changes of the session that were looked at.
    looked: Option<u64>,
}

/// What a picture is drawn of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Moment {
    turns: usize,
    scene: String,
    /// Whether the answer to what was chosen is acted out still.
    answering: bool,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<RoomPicture>();
    app.add_systems(Update, draw.in_set(Step::Present).run_if(resource_exists::<GroupRoom>));
}

fn draw(room: Res<GroupRoom>, still: Res<ReducedMotion>, mut picture: ResMut<RoomPicture>, mut wake: ResMut<Waker>) {
    let looked = Some(room.changes());
    if picture.looked == looked && !picture.of.as_ref().is_some_and(|of| of.answering) {
        return;
    }
    picture.looked = looked;
    room.look(|group| {
        let session = group.conversation();
        let (turns, scene) = (session.transcript().turns.len(), session.scene().id.to_string());
        let same_turn = picture.of.as_ref().is_some_and(|of| (of.turns, &of.scene) == (turns, &scene));
        if !same_turn {
            picture.since = wake.now;
        }
        let left = (picture.since + ANSWER).saturating_sub(wake.now);
        let answering = !still.0 && !left.is_zero() && session.current_scene().answer.mood.is_some();
        if answering {
            wake.after(left);
        }
        let moment = Moment { turns, scene, answering };
        if picture.of.as_ref() != Some(&moment) {
            picture.drawn = Some(drawn(session, answering, still.0));
            picture.of = Some(moment);
        }
    });
}

/// The people of the scene before the place.
fn drawn(session: &Session, answering: bool, still: bool) -> Thumbnail {
    let scenario = session.scenario();
    let people = figures(session);
    let further = f32::from(u8::try_from(people.len().saturating_sub(1)).unwrap_or(u8::MAX));
    let high = HIGH.max(WIDE + WIDER * further);
    let in_view = Bounds { half_width: high * ASPECT / 2.0, top: high / 3.0, bottom: high / 3.0 - high };
    let clock = session.current_scene().clock;
    let mut whole = backdrop(scenario.place, session.hour(), clock, in_view);
    let light = Light::at(session.hour()).on_figures;
    let acted_out = scene_mood(session.current_scene(), answering, still);
    for standing in [Standing::Back, Standing::Front] {
        for (slot, (speaker, figure)) in people.iter().enumerate() {
            let stands = if *speaker == Speaker::Patient { Standing::Front } else { Standing::Back };
            if stands != standing {
                continue;
            }
            let mood = mood_of(session, *speaker, acted_out);
            let at = Affine2::from_scale_angle_translation(
                glam::Vec2::splat(standing.scale()),
                0.0,
                glam::vec2(beside(slot, people.len()), 0.0),
            );
            whole.overlay(portrait(&figure.looks, figure.age, expression(&mood)).lit_by(light), at);
        }
    }
    whole.overlay(foreground(scenario.place, session.hour(), in_view), Affine2::IDENTITY);
    painted(&whole, in_view)
}
