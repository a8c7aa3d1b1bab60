//! Every state that a trainee can reach, exactly, whatever chance draws.
//!
//! A state is a *situation* (a scene, and every fact of the past that is live in it) and an *emotion state* (what is
//! felt). Situations are few and quickly found, since a step between them depends on feelings by a few conditions only;
//! emotion states are many, and small numbers. Each turn uses up a choice, so no situation leads back to itself: in
//! order of the longest path to them, each is explored once, when all its states are known. Where no condition reads
//! understanding, only its lowest and its highest value in each state are kept: of two values the higher stays the
//! higher in every turn, or becomes the same.

mod after_choice;
mod dead_end;
mod effort;
mod emotion;
mod explored;
mod extremes;
mod offers;
mod parting;
mod pass;
mod residual;
mod sampling;
mod seen;
mod situation;
mod situations;
mod states;
mod successors;
mod traffic;
mod variants;

pub(super) use after_choice::FeelingsAfter;
pub use effort::{Effort, Progress};
pub(super) use explored::Explored;
pub(super) use extremes::{SceneExtremes, SharedRoads};
pub(super) use sampling::sample;
pub(super) use seen::Seen;
pub(super) use successors::Successors;
pub(super) use traffic::Traffic;
pub(super) use variants::Variants;
