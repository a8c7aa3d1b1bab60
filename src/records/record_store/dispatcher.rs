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
    /// Starts the thread; `wake` is called whenever something is told anew.
    #[must_use]
    pub fn start(folder: PathBuf, person: PersonId, wake: impl Fn() + Send + 'static) -> Self {
        let (orders, inbox) = mpsc::channel();
        let sending = Arc::<Mutex<Sending>>::default();
        let told = Arc::clone(&sending);
        let work =
            move || Work { folder, person, told, database: None, secret: None, sender: None }.go_on(&inbox, &wake);
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

struct Work {
    folder: PathBuf,
    person: PersonId,
    told: Arc<Mutex<Sending>>,
    database: Option<Database>,
    /// What was typed, until another is.
    secret: Option<Secret>,
    sender: Option<(RecordStore, Sender)>,
}

impl Work {
    fn go_on(mut self, inbox: &Receiver<Order>, wake: &impl Fn()) {
        let mut pause = Duration::ZERO;
        loop {
            let ordered = match inbox.recv_timeout(pause) {
                Ok(order) => Some(order),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let mut sending = Sending::default();
            let done = self.turn(ordered, &mut sending);
            pause = done.unwrap_or_else(|error| {
                self.database = None;
                sending.hindrance = Some(Hindrance::Later(error.in_words()));
                TRY_AGAIN
            });
            let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
            if *told != sending {
                *told = sending;
                drop(told);
                wake();
            }
        }
    }

    /// Does what was ordered, and takes one step. Returns how long there is nothing to do.
    fn turn(&mut self, ordered: Option<Order>, sending: &mut Sending) -> Result<Duration, DatabaseError> {
        if self.database.is_none() {
            if !self.folder.join(FILE).exists() {
                return Ok(QUIET);
            }
            self.database = Some(Database::open(&self.folder)?.database);
        }
        let Some(database) = &self.database else { return Ok(TRY_AGAIN) };
        sending.store = database.record_store()?;
        let Some(store) = sending.store.clone() else {
            self.sender = None;
            return Ok(QUIET);
        };
        match ordered {
            Some(Order::Share(on)) => {
                database.share(self.person, if on { Sharing::FromNow } else { Sharing::Off })?;
            }
            Some(Order::Password(secret)) => {
                // Where there is no keyring, it is used until the window is closed.
                let _ = keyring::keep(&store, &secret);
                self.secret = Some(secret);
                self.sender = None;
            }
            Some(Order::Look) | None => {}
        }
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
