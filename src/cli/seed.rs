//! A seed where none is given.

use super::failure::Failure;

/// A seed from the operating system, short enough to type again.
pub(super) fn random_seed() -> Result<u64, Failure> {
    let drawn = getrandom::u32();
    drawn.map(u64::from).map_err(|error| {
        let failure = Failure::failed("the system gives no random number").because(error.to_string());
        failure.hint("choose one yourself: --seed 1")
    })
}
