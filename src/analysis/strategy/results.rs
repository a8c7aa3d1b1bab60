//! Every strategy, played many times on all cores.

use std::num::NonZero;
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use crate::scenario::Scenario;
use crate::session::Chance;

use super::super::measures::{Sightings, Watch, Watcher};
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
    let playing = Playing { threads, plays, seed, watch: None, go_on: &|| true };
    results_of(&Strategy::ALL, &Chooser::new(scenario), scenario, &playing).0
}

/// How strategies are played.
pub(in crate::analysis) struct Playing<'a> {
    pub(in crate::analysis) threads: NonZero<usize>,
    /// How often each is; at least once, whatever this says.
    pub(in crate::analysis) plays: u32,
    /// The first seed.
    pub(in crate::analysis) seed: u64,
    /// What watches the plays of [`Strategy::MIX`].
    pub(in crate::analysis) watch: Option<&'a Watch<'a>>,
    /// Playing stops early once this returns `false`: play 0 is always made, and each result says how many plays it is
    /// based on.
    pub(in crate::analysis) go_on: &'a (dyn Fn() -> bool + Sync),
}

/// The results of these strategies as `chooser` takes them, and what was seen in the plays that are watched.
pub(in crate::analysis) fn results_of(
    strategies: &[Strategy],
    chooser: &Chooser<'_>,
    scenario: &Scenario,
    playing: &Playing<'_>,
) -> (Vec<StrategyResult>, Sightings) {
    let Playing { threads, seed, watch, go_on, .. } = *playing;
    let (plays, next) = (playing.plays.max(1), AtomicU32::new(0));
    let work = Work { strategies, scenario, chooser, seed, plays, next, watch, go_on };
    let helpers = (threads.get() - 1).min((work.plays / BATCH) as usize);
    let (tallies, sightings) = thread::scope(|scope| {
        // Where the system cannot start more threads, this one does the work.
        let start = |_| thread::Builder::new().spawn_scoped(scope, || work.until_done()).ok();
        let helpers: Vec<_> = (0..helpers).map_while(start).collect();
        let (mut all, mut seen) = work.until_done();
        for helper in helpers {
            let (theirs, more) = helper.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            all.iter_mut().zip(&theirs).for_each(|(tally, more)| tally.merge(more));
            seen.merge(more);
        }
        (all, seen)
    });
    let results = tallies.iter().zip(strategies).map(|(tally, strategy)| tally.result(scenario, *strategy));
    (results.collect(), sightings)
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
    watch: Option<&'a Watch<'a>>,
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
    fn until_done(&self) -> (Vec<Tally>, Sightings) {
        let mut watcher = self.watch.map(Watch::watcher);
        let mut played: Vec<Played> = self.strategies.iter().map(|_| Played::default()).collect();
        while let Some(plays) = self.batch() {
            for number in plays {
                if number > 0 && !(self.go_on)() {
                    return (tallies(played), seen_by(watcher));
                }
                let chance = Chance::from_seed(self.seed.wrapping_add(u64::from(number)));
                for (played, strategy) in played.iter_mut().zip(self.strategies) {
                    played.play(self, *strategy, chance, &mut watcher);
                }
            }
        }
        (tallies(played), seen_by(watcher))
    }

    fn batch(&self) -> Option<Range<u32>> {
        let after = |first: u32| first.saturating_add(BATCH).min(self.plays);
        let left = |first| (first < self.plays).then(|| after(first));
        let first = self.next.fetch_update(Ordering::Relaxed, Ordering::Relaxed, left).ok()?;
        Some(first..after(first))
    }
}

impl Played {
    fn play(&mut self, work: &Work<'_>, strategy: Strategy, chance: Chance, watcher: &mut Option<Watcher<'_>>) {
        let mut watcher = watcher.as_mut().filter(|_| Strategy::MIX.contains(&strategy));
        let play = self.always.unwrap_or_else(|| {
            if let Some(watcher) = &mut watcher {
                watcher.begin();
            }
            play(work.scenario, work.chooser, strategy, chance, |state, event| {
                if let Some(watcher) = &mut watcher {
                    watcher.see(state, event);
                }
            })
        });
        if !play.by_chance && !strategy.draws() {
            self.always = Some(play);
        }
        self.tally.add(work.scenario, &play);
    }
}

fn seen_by(watcher: Option<Watcher<'_>>) -> Sightings {
    watcher.map(Watcher::sightings).unwrap_or_default()
}

fn tallies(played: Vec<Played>) -> Vec<Tally> {
    played.into_iter().map(|played| played.tally).collect()
}
