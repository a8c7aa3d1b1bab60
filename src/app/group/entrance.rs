//! Where phones come in, and whether they can.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use crate::phones::{Desk, Door, ScanCode, serve};
use crate::sentence::sentence;
use crate::ui::group::{Connection, HowToJoin, Squares};

/// How long a visitor is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where phones come in. Dropping it closes the door.
pub(super) struct Entrance {
    door: Door,
    link: String,
    code: String,
    squares: Squares,
    test: Test,
}

/// The test of the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Test {
    Untested,
    /// Since when, and how many had come before.
    Waiting {
        since: Duration,
        before: u32,
    },
    Nobody,
}

impl Entrance {
    /// # Errors
    /// Why phones cannot come in there, and the way out.
    pub(super) fn open(desk: &Desk, address: SocketAddr) -> Result<Self, String> {
        let door = serve(desk, address).map_err(|error| sentence(&error.to_string()))?;
        let scan = door.address.link(Some(door.code));
        let code = ScanCode::of(&scan).ok_or("The address is too long for a code to scan.")?;
        Ok(Self {
            link: door.address.link(None),
            code: door.code.to_string(),
            squares: Squares { side: code.side, dark: code.dark },
            test: Test::Untested,
            door,
        })
    }

    pub(super) fn address(&self) -> IpAddr {
        self.door.address.0.ip()
    }

    pub(super) fn join(&self) -> HowToJoin<'_> {
        HowToJoin { link: &self.link, code: &self.code, squares: &self.squares }
    }

    /// Begins to wait for a visitor.
    pub(super) fn test(&mut self, now: Duration) {
        self.test = Test::Waiting { since: now, before: self.door.visitors() };
    }

    /// Whether a visitor is waited for; stops waiting when one has come or the time is over.
    pub(super) fn is_waiting(&mut self, now: Duration) -> bool {
        let Test::Waiting { since, before } = self.test else { return false };
        if self.door.visitors() > before {
            self.test = Test::Untested;
        } else if now >= since + PATIENCE {
            self.test = Test::Nobody;
        }
        matches!(self.test, Test::Waiting { .. })
    }

    pub(super) fn connection(&self) -> Connection {
        match self.test {
            Test::Waiting { .. } => Connection::Waiting,
            _ if self.door.visitors() > 0 => Connection::Reached,
            _ if self.address().is_loopback() => Connection::ThisComputer,
            Test::Nobody => Connection::Nobody,
            Test::Untested => Connection::Untested,
        }
    }
}
