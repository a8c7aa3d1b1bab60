//! Draws the patients' thumbnails for the library and the prebrief, once for each version of a scenario.

use std::collections::BTreeMap;
use std::sync::Arc;

use bevy::prelude::*;
use bevy_egui::egui::ecolor::gamma_u8_from_linear_f32;
use bevy_egui::egui::{Color32, pos2, vec2};

use crate::picture::backdrop::{Bounds, backdrop};
use crate::picture::face::{Expression, PortraitState};
use crate::picture::portrait::portrait;
use crate::picture::shapes::{Picture, tessellate};
use crate::scenario::Scenario;
use crate::session::Session;
use crate::ui::Thumbnail;

use super::app_data::AppData;
use super::flow::Screen;
use super::waker::Waker;

/// How much is in view of a portrait at the end of a conversation: face and shoulders.
const AT_THE_END: Bounds = Bounds { half_width: 200.0, top: 170.0, bottom: -146.0 };
/// How much of the backdrop is in view: enough for the widest card.
const IN_VIEW: Bounds = Bounds { half_width: 1000.0, top: 170.0, bottom: -230.0 };
/// The width of an anti-aliased edge in the picture's units: about a point on a card.
const FRINGE: f32 = 2.5;
/// How many are drawn in one frame, so that a large library delays none.
const PER_FRAME: usize = 12;

/// The thumbnails drawn so far.
#[derive(Resource, Debug, Default)]
pub(super) struct Thumbnails {
    /// By scenario id.
    pub(super) of: BTreeMap<String, Thumbnail>,
    /// The version of the scenario that each shows, by id.
    made_for: BTreeMap<String, Arc<Scenario>>,
    /// Whether some are still missing.
    more: bool,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Thumbnails>();
    let shown = in_state(Screen::Library).or_else(in_state(Screen::Prebrief));
    app.add_systems(Update, make.run_if(shown));
}

/// Draws the thumbnails of new or changed scenarios.
fn make(data: Res<AppData>, mut thumbnails: ResMut<Thumbnails>, mut wake: ResMut<Waker>) {
    if !data.is_changed() && !thumbnails.more {
        return;
    }
    let Thumbnails { of, made_for, more } = &mut *thumbnails;
    let is_made = |scenario: &Arc<Scenario>| made_for.get(&scenario.id).is_some_and(|made| Arc::ptr_eq(made, scenario));
    let mut missing = data.scenarios.iter().filter(|scenario| !is_made(scenario)).cloned().collect::<Vec<_>>();
    *more = missing.len() > PER_FRAME;
    missing.truncate(PER_FRAME);
    for scenario in missing {
        of.insert(scenario.id.clone(), thumbnail(&scenario));
        made_for.insert(scenario.id.clone(), scenario);
    }
    if *more {
        wake.next_frame();
    }
}

/// The calm patient, in the scenario's place at its hour.
fn thumbnail(scenario: &Scenario) -> Thumbnail {
    let behind = backdrop(scenario.place, scenario.hour, scenario.clock, IN_VIEW);
    drawn(scenario, PortraitState::Calm.expression(), behind, IN_VIEW)
}

/// The patient as they are now, in the place at this hour.
pub(super) fn portrait_at_the_end(session: &Session, shown: Expression) -> Thumbnail {
    let scenario = session.scenario();
    let clock = session.current_scene().clock;
    drawn(scenario, shown, backdrop(scenario.place, session.hour(), clock, AT_THE_END), AT_THE_END)
}

/// The patient before a backdrop.
fn drawn(scenario: &Scenario, shown: Expression, mut picture: Picture, in_view: Bounds) -> Thumbnail {
    let patient = &scenario.patient;
    picture.shapes.extend(portrait(&patient.looks, patient.age, shown).shapes);
    painted(&picture, in_view)
}

/// A picture as a thumbnail of what is in view.
pub(super) fn painted(picture: &Picture, in_view: Bounds) -> Thumbnail {
    let triangles = tessellate(picture, FRINGE);
    let at = |[x, y, _]: &[f32; 3]| pos2(x + in_view.half_width, in_view.top - y);
    let vertices =
        triangles.positions.iter().zip(&triangles.colours).map(|(position, colour)| (at(position), encoded(*colour)));
    let size = vec2(2.0 * in_view.half_width, in_view.top - in_view.bottom);
    Thumbnail::new(size, vertices, triangles.indices.clone())
}

/// Gamma-encodes a linear colour, as egui expects it.
fn encoded([red, green, blue, alpha]: [f32; 4]) -> Color32 {
    let [red, green, blue] = [red, green, blue].map(gamma_u8_from_linear_f32);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
    let alpha = (alpha.clamp(0.0, 1.0) * 255.0).round() as u8;
    Color32::from_rgba_unmultiplied(red, green, blue, alpha)
}
