//! Every strategy, played many times on all cores.

use std::num::NonZero;
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use crate::scenario::Scenario;
use crate::session::Chance;

use super::choosing::Chooser;
use super::play::{Play, play};
use super::tally::Tally;
use super::{Strategy, StrategyResult};

/// The default number of plays of each strategy.
pub const PLAYS: u32 = 2_000;

/// How many plays a thread takes at a time.
const BATCH: u32 = 50;

/// The results of each strategy, in the order of [`Strategy::ALL`], in `plays` plays each, but at least one. Play `n`,
/// from 0, takes all its chance from the seed `seed + n`, the scenario's and the strategy's. All cores are used; their
/// number does not affect the results.
#[must_use]
pub fn results(scenario: &Scenario, plays: u32, seed: u64) -> Vec<StrategyResult> {
    results_on(thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN), scenario, plays, seed)
}

/// As [`results`], on this number of threads.
#[must_use]
pub fn results_on(threads: NonZero<usize>, scenario: &Scenario, plays: u32, seed: u64) -> Vec<StrategyResult> {
    results_while(threads, scenario, plays, seed, &|| true)
}

/// As [`results_on`], but stops early once `go_on` returns `false`: play 0 is always made, and each result says how
/// many plays it is based on.
pub(in crate::analysis) fn results_while(
    threads: NonZero<usize>,
    scenario: &Scenario,
    plays: u32,
    seed: u64,
    go_on: &(dyn Fn() -> bool + Sync),
) -> Vec<StrategyResult> {
    let chooser = Chooser::new(scenario);
    results_of(&Strategy::ALL, &chooser, threads, scenario, plays, seed, go_on)
}

/// As [`results_while`], of these strategies as `chooser` takes them.
pub(in crate::analysis) fn results_of(
    strategies: &[Strategy],
    chooser: &Chooser<'_>,
    threads: NonZero<usize>,
    scenario: &Scenario,
    plays: u32,
    seed: u64,
    go_on: &(dyn Fn() -> bool + Sync),
) -> Vec<StrategyResult> {
    let (plays, next) = (plays.max(1), AtomicU32::new(0));
    let work = Work { strategies, scenario, chooser, seed, plays, next, go_on };
    let helpers = (threads.get() - 1).min((work.plays / BATCH) as usize);
    let tallies = thread::scope(|scope| {
        // Where the system cannot start more threads, this one does the work.
        let start = |_| thread::Builder::new().spawn_scoped(scope, || work.until_done()).ok();
        let helpers: Vec<_> = (0..helpers).map_while(start).collect();
        let mut all = work.until_done();
        for helper in helpers {
            let theirs = helper.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            all.iter_mut().zip(&theirs).for_each(|(tally, more)| tally.merge(more));
        }
        all
    });
    tallies.iter().zip(strategies).map(|(tally, strategy)| tally.result(scenario, *strategy)).collect()
}

/// The plays that threads divide among themselves.
struct Work<'a> {
    strategies: &'a [Strategy],
    scenario: &'a Scenario,
    chooser: &'a Chooser<'a>,
    seed: u64,
    plays: u32,
    /// The first play that no thread has taken yet.
    next: AtomicU32,
    go_on: &'a (dyn Fn() -> bool + Sync),
}

/// The plays of one strategy so far.
#[derive(Default)]
struct Played {
    tally: Tally,
    /// What every play comes to, where none has anything to draw.
    always: Option<Play>,
}

impl Work<'_> {
    /// Takes plays until none are left, and adds up those of each strategy.
    fn until_done(&self) -> Vec<Tally> {
        let mut played: Vec<Played> = self.strategies.iter().map(|_| Played::default()).collect();
        while let Some(plays) = self.batch() {
            for number in plays {
                if number > 0 && !(self.go_on)() {
                    return tallies(played);
                }
                let chance = Chance::from_seed(self.seed.wrapping_add(u64::from(number)));
                for (played, strategy) in played.iter_mut().zip(self.strategies) {
                    played.play(self, *strategy, chance);
                }
            }
        }
        tallies(played)
    }

    fn batch(&self) -> Option<Range<u32>> {
        let after = |first: u32| first.saturating_add(BATCH).min(self.plays);
        let left = |first| (first < self.plays).then(|| after(first));
        let first = self.next.fetch_update(Ordering::Relaxed, Ordering::Relaxed, left).ok()?;
        Some(first..after(first))
    }
}

impl Played {
    fn play(&mut self, work: &Work<'_>, strategy: Strategy, chance: Chance) {
        let play = self.always.unwrap_or_else(|| play(work.scenario, work.chooser, strategy, chance, |_, _| {}));
        if !play.by_chance && !strategy.draws() {
            self.always = Some(play);
        }
        self.tally.add(work.scenario, &play);
    }
}

fn tallies(played: Vec<Played>) -> Vec<Tally> {
    played.into_iter().map(|played| played.tally).collect()
}
