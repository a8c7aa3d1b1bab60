//! Sends what is in the outbox, one request a step.

use std::collections::BTreeSet;

use jiff::SignedDuration;

use crate::records::Timestamp;
use crate::records::database::{Database, DatabaseError, WaitingStatement};
use crate::records::export::xapi::Settings;

use super::back_off::BackOff;
use super::client::{Client, is_busy};
use super::{RecordStore, Secret, Stopped, Trouble, rest};

/// The most statements in a request.
const MOST: usize = 50;
/// The most bytes in a request, unless one statement alone is longer.
const BYTES: usize = 512 << 10;
/// A store that has refused so many, one after the other, and has taken none, is left alone: it is not the statements.
const REFUSED_IN_A_ROW: usize = 20;

/// Sends what is in the outbox. It neither waits nor knows the time: whoever drives it takes one step after the other.
#[derive(Debug)]
pub struct Sender {
    client: Client,
    settings: Settings,
    /// What is to be sent next, the last first.
    batches: Vec<Vec<WaitingStatement>>,
    back_off: BackOff,
    /// Whether it was looked what the store has asked an earlier run for.
    has_looked: bool,
    trouble: Option<Trouble>,
    sent: u64,
    refused: u64,
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Another step, now.
    Again,
    /// Another step at this time, or later: the store cannot be reached, or takes nothing now.
    At(Timestamp, Trouble),
    /// Nothing: the store has everything that it takes.
    Done,
    /// Nothing, before somebody has changed something.
    Stopped(Stopped),
}

/// What became of a batch.
enum Sent {
    Taken,
    /// It names those that it did not have yet, by their ids.
    Named(BTreeSet<String>),
    /// One of its statements at least is there already.
    Conflict,
    Refused(String),
    Later(Trouble, Option<SignedDuration>),
    Stopped(Stopped),
}

impl Sender {
    #[must_use]
    pub fn new(store: &RecordStore, secret: &Secret) -> Self {
        Self::with_client(Client::new(store, secret), store)
    }

    /// Sends by way of this client.
    #[must_use]
    pub fn with_client(client: Client, store: &RecordStore) -> Self {
        Self {
            client,
            settings: store.settings(),
            batches: Vec::new(),
            back_off: BackOff::default(),
            has_looked: false,
            trouble: None,
            sent: 0,
            refused: 0,
        }
    }

    /// How many statements the store has taken, or had already.
    #[must_use]
    pub const fn sent(&self) -> u64 {
        self.sent
    }

    /// How many statements the store has refused.
    #[must_use]
    pub const fn refused(&self) -> u64 {
        self.refused
    }

    /// Asks the store even where it has asked an earlier run to be left alone.
    pub fn ask_at_once(&mut self, database: &Database) {
        self.has_looked = true;
        rest::end(database);
    }

    /// Makes one request at most, and keeps what came of it.
    ///
    /// # Errors
    /// Where the database cannot be read or written. What was sent by then may be sent again, which changes nothing.
    pub fn step(&mut self, database: &Database, now: Timestamp) -> Result<Next, DatabaseError> {
        if !std::mem::replace(&mut self.has_looked, true)
            && let Some((until, trouble)) = rest::find(database, self.client.address())
        {
            self.back_off.wait_until(until);
            self.trouble = Some(trouble);
        }
        if let Some((until, trouble)) = self.back_off.until(now).zip(self.trouble.clone()) {
            return Ok(Next::At(until, trouble));
        }
        let Some(batch) = self.next_batch(database, now)? else { return Ok(Next::Done) };
        let sent = self.send(&batch, now);
        if !matches!(sent, Sent::Later(..)) {
            self.back_off.reset();
            if self.trouble.take().is_some() {
                rest::end(database);
            }
        }
        match sent {
            Sent::Taken => self.note_taken(database, &batch, now),
            Sent::Named(named) => {
                let (taken, rest) = batch.into_iter().partition(|statement| named.contains(&statement.id));
                self.batches.push(rest);
                self.note_taken(database, &taken, now)
            }
            // It was sent before, and the answer was lost.
            Sent::Conflict if batch.len() == 1 => self.note_taken(database, &batch, now),
            Sent::Conflict => {
                self.batches.extend(batch.into_iter().rev().map(|statement| vec![statement]));
                Ok(Next::Again)
            }
            Sent::Refused(reason) => self.narrow_down(database, batch, reason),
            Sent::Later(trouble, asked) => {
                let until = self.back_off.fail(asked, &batch[0].id, now);
                if asked.is_some() {
                    rest::keep(database, self.client.address(), until, &trouble);
                }
                self.batches.push(batch);
                self.trouble = Some(trouble.clone());
                Ok(Next::At(until, trouble))
            }
            Sent::Stopped(stopped) => {
                self.batches.push(batch);
                Ok(Next::Stopped(stopped))
            }
        }
    }

    /// What is sent next, never nothing; `None` where there is nothing left.
    fn next_batch(
        &mut self,
        database: &Database,
        now: Timestamp,
    ) -> Result<Option<Vec<WaitingStatement>>, DatabaseError> {
        loop {
            if let Some(batch) = self.batches.pop() {
                let batch = database.still_waiting(batch)?;
                if !batch.is_empty() {
                    return Ok(Some(batch));
                }
                continue;
            }
            let waiting = database.waiting_statements(MOST, BYTES)?;
            if !waiting.is_empty() {
                return Ok(Some(waiting));
            }
            if database.fill_outbox(&self.settings, now)? == 0 {
                return Ok(None);
            }
        }
    }

    fn send(&self, batch: &[WaitingStatement], now: Timestamp) -> Sent {
        let texts: Vec<&str> = batch.iter().map(|statement| statement.text.as_str()).collect();
        let answer = match self.client.post(format!("[{}]", texts.join(","))) {
            Ok(answer) => answer,
            Err(trouble) => return Sent::Later(trouble, None),
        };
        match answer.status {
            200 => match answer.named(batch.iter().map(|statement| statement.id.as_str())) {
                Some(named) if named.len() == batch.len() => Sent::Taken,
                Some(named) => Sent::Named(named),
                None => Sent::Stopped(Stopped::NoStore(answer.reason())),
            },
            204 => Sent::Taken,
            409 => Sent::Conflict,
            400 | 413 | 422 => Sent::Refused(answer.reason()),
            401 => Sent::Stopped(Stopped::Credentials(401)),
            403 => Sent::Stopped(Stopped::NotAllowed),
            status if is_busy(status) => Sent::Later(Trouble::Busy(status), answer.wait(now)),
            _ => Sent::Stopped(Stopped::NoStore(answer.reason())),
        }
    }

    fn note_taken(
        &mut self,
        database: &Database,
        batch: &[WaitingStatement],
        now: Timestamp,
    ) -> Result<Next, DatabaseError> {
        database.note_delivered(batch, now)?;
        self.sent += batch.len() as u64;
        Ok(Next::Again)
    }

    /// Halves a batch that was refused, so that one statement holds none of the others up.
    fn narrow_down(
        &mut self,
        database: &Database,
        mut batch: Vec<WaitingStatement>,
        reason: String,
    ) -> Result<Next, DatabaseError> {
        if batch.len() > 1 {
            let rest = batch.split_off(batch.len() / 2);
            self.batches.extend([rest, batch]);
            return Ok(Next::Again);
        }
        for statement in batch {
            database.note_refused(&statement.id, &reason)?;
            self.refused += 1;
        }
        let of_no_use = self.sent == 0 && self.refused >= REFUSED_IN_A_ROW as u64;
        Ok(if of_no_use { Next::Stopped(Stopped::RefusesAll(reason)) } else { Next::Again })
    }
}
