//! Explores all situations, level by level, and finds every state of each.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::scenario::Scenario;
use crate::session::State;

use super::after_choice::{AfterChoices, AfterMoves, FeelingsAfter};
use super::effort::{Effort, Progress};
use super::emotion::{EmotionState, SHARDS, shard};
use super::offers::Offers;
use super::parting::Parting;
use super::residual::Residual;
use super::seen::Seen;
use super::situation::{ExitId, Situation};
use super::situations::Situations;
use super::states::{Arrivals, Arrived, NONE, StateByDistance, States};

/// How many states a thread takes at a time.
const PORTION: usize = 4096;
/// How many arrivals are collected before they are handed over.
const BATCH: usize = 128;
/// From this number of situations on, each has few states and needs only one shard.
const MANY_SITUATIONS: usize = 4096;

#[derive(Debug)]
pub(super) struct PassResult {
    /// The states of each situation.
    pub(super) states: Vec<States>,
    /// Whether every state was looked at.
    pub(super) complete: bool,
    /// The nearest state with nothing to choose.
    pub(super) stuck: Option<StateByDistance>,
    /// The nearest state with a decision that counts on each dimension, in the order of
    /// [`Dimension::ALL`](crate::rubric::Dimension::ALL).
    pub(super) exercised: [Option<StateByDistance>; 3],
    /// How the patient can feel after each choice, by the choices' indices.
    pub(super) after: Vec<Option<FeelingsAfter>>,
    /// How many states were looked at.
    pub(super) count: u32,
}

pub(super) struct Pass<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) situations: &'a Situations,
    pub(super) effort: &'a Effort<'a>,
    /// How many shards hold the arrivals of each situation, so that threads rarely wait for one another; only one where
    /// there are very many situations.
    shards: usize,
    arrivals: Vec<Mutex<Arrivals>>,
    states: Vec<States>,
    seen: &'a Seen,
    stuck: Mutex<Option<StateByDistance>>,
    exercised: Mutex<[Option<StateByDistance>; 3]>,
    after: AfterChoices,
    count: u32,
}

impl<'a> Pass<'a> {
    pub(super) fn run(
        scenario: &'a Scenario,
        situations: &'a Situations,
        effort: &'a Effort<'a>,
        seen: &'a Seen,
    ) -> PassResult {
        let count = situations.all.len();
        let shards = if count <= MANY_SITUATIONS { SHARDS } else { 1 };
        let mut pass = Self {
            scenario,
            situations,
            effort,
            shards,
            arrivals: std::iter::repeat_with(Mutex::default).take(count * shards).collect(),
            states: std::iter::repeat_with(States::default).take(count).collect(),
            seen,
            stuck: Mutex::default(),
            exercised: Mutex::default(),
            after: AfterChoices::new(scenario),
            count: 0,
        };
        pass.begin();
        let gone_through = situations.levels.iter().all(|level| pass.go_through(level));
        let complete = gone_through && pass.states.iter().all(|states| states.complete);
        let stuck = pass.stuck.into_inner().unwrap_or_else(PoisonError::into_inner);
        let exercised = pass.exercised.into_inner().unwrap_or_else(PoisonError::into_inner);
        PassResult {
            states: pass.states,
            complete,
            stuck,
            exercised,
            after: pass.after.into_inner(),
            count: pass.count,
        }
    }

    fn begin(&self) {
        let state = State::begin(self.scenario);
        let emotion = EmotionState { mind: state.mind, peak: state.peak };
        let understanding = [state.mind.feelings.understanding; 2];
        let arrived = Arrived::by_one_road(NONE, ExitId::default(), 0, understanding);
        let code = emotion.code(self.situations.all[0].retained);
        self.arrivals_of(0, self.shard(code)).add(code, &arrived);
    }

    fn shard(&self, code: u32) -> usize {
        if self.shards == 1 { 0 } else { shard(code) }
    }

    fn arrivals_of(&self, situation: u32, shard: usize) -> MutexGuard<'_, Arrivals> {
        let at = situation as usize * self.shards + shard;
        self.arrivals[at].lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at every state of a level's situations; `false` if it was told to stop.
    fn go_through(&mut self, level: &[u32]) -> bool {
        let shards = level.len() * self.shards;
        let shard = |at: usize| self.arrivals_of(level[at / self.shards], at % self.shards);
        let states = (0..shards).map(|at| shard(at).count()).sum();
        if !self.share(shards, states, |at| shard(at).sort()) {
            return false;
        }
        for &number in level {
            let room = self.effort.states.saturating_sub(self.count);
            let shards = (0..self.shards).map(|shard| std::mem::take(&mut *self.arrivals_of(number, shard)));
            let mut states = States::join(shards, (room as usize).max(self.effort.beyond));
            states.first = self.count;
            self.count = self.count.saturating_add(u32::try_from(states.codes.len()).unwrap_or(u32::MAX));
            self.states[number as usize] = states;
        }
        let portions = self.portions(level);
        self.share(portions.len(), states, |at| self.look_at(portions[at].0, portions[at].1.clone()))
    }

    /// Portions of the states of a level.
    fn portions(&self, level: &[u32]) -> Vec<(u32, Range<usize>)> {
        let of_one = |&number: &u32| {
            let count = self.states[number as usize].codes.len();
            (0..count).step_by(PORTION).map(move |from| (number, from..(from + PORTION).min(count)))
        };
        level.iter().flat_map(of_one).collect()
    }

    /// Divides `count` pieces of work on `states` states among threads, where that is worthwhile; `false` if it was
    /// told to stop. The result does not depend on how threads are scheduled.
    fn share(&self, count: usize, states: usize, piece: impl Fn(usize) + Sync) -> bool {
        let (next, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
        let work = || {
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                if at >= count {
                    return;
                }
                if stopped.load(Ordering::Relaxed) || !(self.effort.go_on)(Progress { states: self.count }) {
                    stopped.store(true, Ordering::Relaxed);
                    return;
                }
                piece(at);
            }
        };
        let threads = if states > PORTION { self.effort.threads.get().min(count) } else { 1 };
        let others = threads.saturating_sub(1);
        thread::scope(|scope| {
            // Where the system cannot start more threads, this one does the work.
            (0..others).for_each(|_| drop(thread::Builder::new().spawn_scoped(scope, work)));
            work();
        });
        !stopped.into_inner()
    }

    fn look_at(&self, number: u32, range: Range<usize>) {
        let situation = &self.situations.all[number as usize];
        let states = &self.states[number as usize];
        let (mut out, mut offers) = (Out::new(self, situation), Offers::new(self.scenario, situation));
        let mut after_moves = AfterMoves::new(situation);
        let mut parting = Parting::new(self.scenario, self.situations, situation, self.seen);
        self.seen.see_scene(situation.scene);
        for at in range {
            let arrived = &states.arrived[at];
            let emotion = arrived.emotion(states.codes[at], situation);
            self.listen(&situation.texts, emotion);
            self.judge(situation, emotion);
            let offer = situation.offer(emotion);
            let here = states.first + u32::try_from(at).unwrap_or(u32::MAX);
            offers.note(offer, emotion.mind.stage, (arrived.turns, here));
            let answer = |texts: &[Vec<(u32, Residual)>], after| self.listen(texts, after);
            situation.leave(
                self.scenario,
                offer,
                (emotion, arrived.understanding[1]),
                answer,
                |edge, exit, after, most| {
                    exit.gates.iter().for_each(|&gate| self.seen.see_gate(gate));
                    after_moves.see(edge.parts().0, after, most);
                    if let Some(parting) = &mut parting {
                        parting.add(edge.parts().0, exit);
                    }
                    let understanding = [after.mind.feelings.understanding, most];
                    let code = after.code(self.situations.all[exit.situation as usize].retained);
                    out.add(
                        edge,
                        code,
                        Arrived::by_one_road(here, edge, arrived.turns.saturating_add(1), understanding),
                    );
                },
            );
            if let Some(parting) = &mut parting {
                parting.end_state();
            }
        }
        if parting.is_some_and(|parting| parting.found()) {
            self.seen.see_ways_part(situation.scene);
        }
        out.hand_over_all();
        self.note(&offers);
        self.after.add(situation, &after_moves);
    }

    /// Notes which variants of texts are said.
    fn listen(&self, texts: &[Vec<(u32, Residual)>], emotion: EmotionState) {
        for variants in texts {
            let said = variants.iter().find(|(_, when)| when.holds(emotion));
            if let Some((number, _)) = said {
                self.seen.see_said(*number);
            }
        }
    }

    /// Notes which objectives are met or missed.
    fn judge(&self, situation: &Situation, emotion: EmotionState) {
        for (at, objective) in &situation.objectives {
            self.seen.see_objective(*at, objective.holds(emotion));
        }
    }

    /// Notes what was on offer in a portion of a situation's states.
    fn note(&self, offers: &Offers<'_>) {
        offers.on_offer().for_each(|choice| self.seen.see_offer(choice));
        keep_nearest(&mut self.stuck.lock().unwrap_or_else(PoisonError::into_inner), offers.stuck());
        let mut exercised = self.exercised.lock().unwrap_or_else(PoisonError::into_inner);
        exercised.iter_mut().zip(offers.exercised()).for_each(|(nearest, near)| keep_nearest(nearest, near));
    }
}

/// Keeps the nearer of two states.
fn keep_nearest(nearest: &mut Option<StateByDistance>, other: Option<StateByDistance>) {
    *nearest = [*nearest, other].into_iter().flatten().min();
}

impl Arrived {
    /// The emotion state, with the lowest understanding with which it can be reached.
    pub(super) fn emotion(&self, code: u32, situation: &Situation) -> EmotionState {
        let mut emotion = EmotionState::of(code);
        if !situation.retained.understanding {
            emotion.mind.feelings.understanding = self.understanding[0];
        }
        emotion
    }
}

/// Arrivals to be handed over, grouped by exit.
struct Out<'a> {
    pass: &'a Pass<'a>,
    situation: &'a Situation,
    /// Where each move's exits begin; `batches` has one for each shard of each exit.
    first: Vec<usize>,
    batches: Vec<Vec<(u32, Arrived)>>,
}

impl<'a> Out<'a> {
    fn new(pass: &'a Pass<'a>, situation: &'a Situation) -> Self {
        let mut first = Vec::with_capacity(situation.moves.len());
        let mut exits = 0;
        for step in &situation.moves {
            first.push(exits);
            exits += step.exits.len();
        }
        Self { pass, situation, first, batches: vec![Vec::new(); exits * pass.shards] }
    }

    fn add(&mut self, edge: ExitId, code: u32, arrived: Arrived) {
        let (step, exit) = edge.parts();
        let shard = self.pass.shard(code);
        let batch = &mut self.batches[(self.first[step] + exit) * self.pass.shards + shard];
        batch.push((code, arrived));
        if batch.len() >= BATCH {
            self.hand_over(step, exit, shard);
        }
    }

    fn hand_over(&mut self, step: usize, exit: usize, shard: usize) {
        let batch = &mut self.batches[(self.first[step] + exit) * self.pass.shards + shard];
        if !batch.is_empty() {
            let target = self.situation.moves[step].exits[exit].situation;
            let mut arrivals = self.pass.arrivals_of(target, shard);
            batch.drain(..).for_each(|(code, arrived)| arrivals.add(code, &arrived));
        }
    }

    fn hand_over_all(&mut self) {
        for (step, taken) in self.situation.moves.iter().enumerate() {
            for exit in 0..taken.exits.len() {
                (0..self.pass.shards).for_each(|shard| self.hand_over(step, exit, shard));
            }
        }
    }
}
