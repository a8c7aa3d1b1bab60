//! Small scenarios made of bytes: loops, flags, needs, chance, conditions and interruptions, in any mixture.

use std::sync::Arc;

use bedside::scenario::Scenario;
use bedside::session::Session;
use proptest::prelude::{Strategy, any};

use crate::promises::inventor;
use crate::support::playable;

/// Bytes to make a scenario of.
pub(crate) fn genes() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 20..120)
}

/// The scenario that some bytes make.
pub(crate) fn invented(genes: &[u8]) -> Arc<Scenario> {
    playable(inventor::text(genes))
}

/// Plays to the end with choices made of bytes.
pub(crate) fn play(mut session: Session, genes: &[u8]) -> Session {
    let mut genes = genes.iter().cycle();
    while !session.is_over() {
        let offer = &session.on_stage().offer;
        let choice = offer[usize::from(*genes.next().unwrap_or(&0)) % offer.len()];
        session.choose(choice, None).expect("it is on offer");
    }
    session
}
