//! Small scenarios generated from bytes: loops, flags, needs, chance, conditions and interruptions, in any mixture.

use std::sync::Arc;

use bedside::scenario::Scenario;
use bedside::session::Session;
use proptest::prelude::{Strategy, any};

use crate::properties::generator;
use crate::support::playable;

/// Bytes to generate a scenario from.
pub(crate) fn entropy() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 20..120)
}

/// The scenario generated from `entropy`.
pub(crate) fn generated(entropy: &[u8]) -> Arc<Scenario> {
    playable(generator::text(entropy))
}

/// Plays to the end with choices made of bytes.
pub(crate) fn play(mut session: Session, entropy: &[u8]) -> Session {
    let mut entropy = entropy.iter().cycle();
    while !session.is_over() {
        let offer = &session.current_scene().offer;
        let choice = offer[usize::from(*entropy.next().unwrap_or(&0)) % offer.len()];
        session.choose(choice, None).expect("it is on offer");
    }
    session
}
