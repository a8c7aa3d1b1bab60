//! A room as the network meets it: the desk, the code at the door, and how often somebody may try.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use tokio::sync::watch;

use crate::group::{ParticipantId, checklist};

use super::code::RoomCode;
use super::desk::Desk;
use super::hosts::Scheme;
use super::lines::Lines;
use super::page::{self, PhonePage};
use super::throttle::{Allowance, Throttle};
use super::token::Token;

/// The name of the one cookie.
pub(super) const TOKEN: &str = "bedside-room";

/// Wrong codes from one address.
const GUESSES: Allowance = Allowance { at_once: 10, one_more: 15_000 };
/// People who join from one address: a whole room may stand behind one.
const JOINING: Allowance = Allowance { at_once: 200, one_more: 250 };
/// What one participant sends.
const SENDING: Allowance = Allowance { at_once: 30, one_more: 1_000 };

/// A room as the network meets it.
#[derive(Clone)]
pub(super) struct Room {
    pub(super) desk: Desk,
    pub(super) code: RoomCode,
    pub(super) scheme: Scheme,
    throttles: Arc<Mutex<Throttles>>,
    pub(super) closed: watch::Receiver<bool>,
}

pub(super) struct Throttles {
    guesses: Throttle,
    pub(super) joining: Throttle,
    pub(super) sending: Throttle,
}

impl Room {
    pub(super) fn new(desk: Desk, code: RoomCode, scheme: Scheme, closed: watch::Receiver<bool>) -> Self {
        let throttles = Throttles {
            guesses: Throttle::new(GUESSES),
            joining: Throttle::new(JOINING),
            sending: Throttle::new(SENDING),
        };
        Self { desk, code, scheme, throttles: Arc::new(Mutex::new(throttles)), closed }
    }

    pub(super) fn is_closed(&self) -> bool {
        *self.closed.borrow()
    }

    /// What one participant is shown.
    pub(super) fn shown(&self, who: ParticipantId) -> PhonePage {
        self.desk.look_shown(|room, group, part| {
            let scenario = group.conversation().scenario();
            page::of(scenario, &checklist(scenario), room, &group.own_view(who), part)
        })
    }

    /// What of that changes while the body of the page stays.
    pub(super) fn lines(&self, who: ParticipantId) -> Lines {
        self.desk.look_shown(|room, group, part| Lines::of(room, &group.own_view(who), part))
    }

    /// Who a request is from, by its token.
    pub(super) fn participant(&self, headers: &HeaderMap) -> Option<ParticipantId> {
        self.desk.participant(&token_of(headers)?)
    }

    /// Tries within an allowance; false where it is used up.
    pub(super) fn may(&self, which: impl FnOnce(&mut Throttles) -> &mut Throttle, from: IpAddr) -> bool {
        let mut throttles = self.throttles.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.desk.now();
        let throttle = which(&mut throttles);
        let may = throttle.may(from, now);
        if may {
            throttle.tried(from, now);
        }
        may
    }

    /// Whether an address may guess a code; a wrong one is counted by [`Self::guessed_wrong`].
    pub(super) fn may_guess(&self, from: IpAddr) -> bool {
        let throttles = self.throttles.lock().unwrap_or_else(PoisonError::into_inner);
        throttles.guesses.may(from, self.desk.now())
    }

    pub(super) fn guessed_wrong(&self, from: IpAddr) {
        let mut throttles = self.throttles.lock().unwrap_or_else(PoisonError::into_inner);
        let now = self.desk.now();
        throttles.guesses.tried(from, now);
    }
}

fn token_of(headers: &HeaderMap) -> Option<Token> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|cookies| cookies.to_str().ok());
    let mut named = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
    named.find(|(name, _)| *name == TOKEN).and_then(|(_, token)| Token::parse(token))
}
