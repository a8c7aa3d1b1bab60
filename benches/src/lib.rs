//! One generated conversation in every form that is measured, and how each of them is played; and many attempts.

pub mod arrays;
pub mod bedside_play;
#[cfg(feature = "records")]
pub mod cohort;
pub mod conversation;
pub mod counting;
#[cfg(feature = "peers")]
pub mod cpu_clock;
pub mod crossing;
#[cfg(feature = "peers")]
pub mod ink;
pub mod machine;
pub mod measured;
#[cfg(feature = "peers")]
pub mod plain_ron;
#[cfg(feature = "peers")]
pub mod yarn;

/// How many decisions the conversations have.
pub const SIZES: [usize; 4] = [20, 200, 2_000, 20_000];

/// The most decisions that `yarnspinner` is given: compiling more takes gigabytes.
pub const YARN_MOST: usize = 2_000;

/// Which of `offered` options is taken at a turn: all players take the same way.
#[must_use]
pub const fn pick(turn: usize, offered: usize) -> usize {
    (turn * 7 + 3) % offered
}
