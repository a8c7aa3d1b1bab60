//! Sends what is in the outbox while the window is open, on a thread of its own.

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender as Orders};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::Builder;
use std::time::Duration;

use crate::records::database::{Database, DatabaseError, FILE, Sharing};
use crate::records::{PersonId, Timestamp};

use super::{Hindrance, Next, RecordStore, Secret, Sender, Sending, Stopped, keyring};

/// How long until it is looked again whether something waits.
const QUIET: Duration = Duration::from_mins(10);
/// How long until the database is tried again that could not be used.
const TRY_AGAIN: Duration = Duration::from_mins(1);
/// The same where somebody waits for it.
const SOON: Duration = Duration::from_secs(3);

enum Order {
    /// To send what this person's attempts come to, or to stop that.
    Share(bool),
    /// To use this password, and to keep it in the keyring where there is one.
    Password(Secret),
    /// To look now.
    Look,
}

/// Sends what is in the outbox of a folder's database, for all profiles that share, and tells how that stands for one.
///
/// It is not waited for when it is dropped: a request that is broken off changes nothing, since it is made again.
#[derive(Debug)]
pub struct Dispatcher {
    orders: Orders<Order>,
    sending: Arc<Mutex<Sending>>,
}

impl Dispatcher {
    /// Starts the thread; `wake` is called whenever something is told anew. What is `named` for everybody on this computer
    /// takes the place of the record store that was sent to so far.
    #[must_use]
    pub fn start(
        folder: PathBuf,
        person: PersonId,
        named: Option<RecordStore>,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        let (orders, inbox) = mpsc::channel();
        let sending = Arc::<Mutex<Sending>>::default();
        let told = Arc::clone(&sending);
        let work = move || Work::new(folder, person, named, told).go_on(&inbox, &wake);
        // Where there can be no thread, nothing is sent, and what waits stays where it is.
        let _ = Builder::new().name("record store".into()).spawn(work);
        Self { orders, sending }
    }

    /// How sending stands.
    #[must_use]
    pub fn sending(&self) -> Sending {
        self.sending.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Sends what this person's attempts come to from now on, or stops that.
    pub fn share(&self, on: bool) {
        self.order(Order::Share(on));
    }

    /// Uses this password from now on.
    pub fn use_password(&self, secret: Secret) {
        self.order(Order::Password(secret));
    }

    /// Looks now whether something waits.
    pub fn look(&self) {
        self.order(Order::Look);
    }

    fn order(&self, order: Order) {
        // Where there is no thread, nobody takes it.
        let _ = self.orders.send(order);
    }
}

/// The switch as somebody has left it, for the record store that they saw named.
struct Switch {
    on: bool,
    to: Option<RecordStore>,
}

struct Work {
    folder: PathBuf,
    person: PersonId,
    /// The record store that is named for everybody on this computer.
    named: Option<RecordStore>,
    told: Arc<Mutex<Sending>>,
    database: Option<Database>,
    /// What was typed, until another is.
    secret: Option<Secret>,
    /// Whether that has still to go into the keyring.
    to_keep: bool,
    /// What was ordered and is not done yet.
    switch: Option<Switch>,
    sender: Option<(RecordStore, Sender)>,
}

impl Work {
    const fn new(folder: PathBuf, person: PersonId, named: Option<RecordStore>, told: Arc<Mutex<Sending>>) -> Self {
        Self { folder, person, named, told, database: None, secret: None, to_keep: false, switch: None, sender: None }
    }

    fn go_on(mut self, inbox: &Receiver<Order>, wake: &impl Fn()) {
        let mut pause = Duration::ZERO;
        loop {
            match inbox.recv_timeout(pause) {
                Ok(order) => self.take(order),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    // Whoever has ordered it was told that it is not done yet.
                    let _ = self.carry_out();
                    return;
                }
            }
            let mut sending = Sending::default();
            let done = self.turn(&mut sending);
            pause = done.unwrap_or_else(|error| {
                self.database = None;
                sending = self.told();
                sending.hindrance = Some(Hindrance::Records(error.in_words()));
                if self.switch.is_some() { SOON } else { TRY_AGAIN }
            });
            sending.ordered = self.switch.as_ref().map(|switch| switch.on);
            let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
            if *told != sending {
                *told = sending;
                drop(told);
                wake();
            }
        }
    }

    fn told(&self) -> Sending {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes an order, which is carried out as soon as it can be.
    fn take(&mut self, order: Order) {
        match order {
            Order::Share(on) => self.switch = Some(Switch { on, to: self.told().store }),
            Order::Password(secret) => {
                self.secret = Some(secret);
                self.to_keep = true;
                self.sender = None;
            }
            Order::Look => {}
        }
    }

    /// Carries out what was ordered. Returns the record store, if one is named.
    fn carry_out(&mut self) -> Result<Option<RecordStore>, DatabaseError> {
        if self.database.is_none() {
            if !self.folder.join(FILE).exists() {
                return Ok(None);
            }
            self.database = Some(Database::open(&self.folder)?.database);
        }
        let Some(database) = &self.database else { return Ok(None) };
        if let Some(named) = &self.named {
            database.follow_record_store(named)?;
        }
        let store = database.record_store()?;
        if let Some(switch) = &self.switch {
            // Whoever switched it on did so for the store that was named then, and for no other.
            if !switch.on || store.is_some() && switch.to == store {
                database.share(self.person, if switch.on { Sharing::FromNow } else { Sharing::Off })?;
            }
            self.switch = None;
        }
        if let (Some(store), Some(secret), true) = (&store, &self.secret, self.to_keep) {
            // Where there is no keyring, it is used until the window is closed.
            let _ = keyring::keep(store, secret);
            self.to_keep = false;
        }
        Ok(store)
    }

    /// Does what was ordered, and takes one step. Returns how long there is nothing to do.
    fn turn(&mut self, sending: &mut Sending) -> Result<Duration, DatabaseError> {
        sending.store = self.carry_out()?;
        let Some(store) = sending.store.clone() else {
            self.sender = None;
            return Ok(QUIET);
        };
        let pause = self.step(&store, sending)?;
        if let Some(database) = &self.database {
            sending.on = database.shares(self.person)?;
            sending.outbox = database.outbox()?;
            sending.delivered = database.last_delivery()?;
        }
        Ok(pause)
    }

    fn step(&mut self, store: &RecordStore, sending: &mut Sending) -> Result<Duration, DatabaseError> {
        let Some(database) = &self.database else { return Ok(TRY_AGAIN) };
        if database.outbox()?.waiting == 0 {
            return Ok(QUIET);
        }
        if self.sender.as_ref().is_none_or(|(of, _)| of != store) {
            let typed = self.secret.clone();
            let Some(secret) = typed.or_else(|| keyring::find(store).ok().flatten()) else {
                sending.hindrance = Some(Hindrance::Password);
                return Ok(QUIET);
            };
            self.sender = Some((store.clone(), Sender::new(store, &secret)));
        }
        let Some((_, sender)) = &mut self.sender else { return Ok(QUIET) };
        let now = Timestamp::now();
        Ok(match sender.step(database, now)? {
            Next::Again => Duration::ZERO,
            Next::Done => QUIET,
            Next::At(until, trouble) => {
                sending.hindrance = Some(Hindrance::Later(trouble.to_string()));
                until.duration_since(now).unsigned_abs()
            }
            Next::Stopped(stopped) => {
                let credentials = matches!(stopped, Stopped::Credentials(_));
                sending.hindrance =
                    Some(if credentials { Hindrance::Password } else { Hindrance::Stopped(stopped.to_string()) });
                (self.secret, self.sender) = (None, None);
                QUIET
            }
        })
    }
}
