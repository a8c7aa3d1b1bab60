//! The life of one phone.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, sleep_until};

use super::line::{Answer, Line};
use super::{Call, Crowd, Luck, Vote};

pub(super) struct Phone {
    crowd: Arc<Crowd>,
    number: usize,
    luck: Luck,
    call: watch::Receiver<Call>,
    token: Option<String>,
    /// What votes are sent on.
    line: Option<Line>,
    listening: Option<JoinHandle<()>>,
}

/// How a stay in the room has ended.
enum Left {
    Dropped,
    ForGood,
}

impl Phone {
    pub(super) fn new(crowd: Arc<Crowd>, number: usize) -> Self {
        let luck = Luck::of(crowd.habits.seed ^ ((number as u64 + 1) << 32));
        let call = crowd.call.subscribe();
        Self { crowd, number, luck, call, token: None, line: None, listening: None }
    }

    /// Comes, votes, goes and comes back until the crowd leaves.
    pub(super) async fn live(mut self) {
        loop {
            let begun = Instant::now();
            while let Err(error) = self.come().await {
                // The room is full, say; a phone tries again.
                if error.kind() == io::ErrorKind::PermissionDenied {
                    self.crowd.ballots().failures.push(format!("phone {}: {error}", self.number));
                }
                sleep(Duration::from_millis(200)).await;
            }
            self.crowd.ballots().has_come(begun.elapsed());
            match self.stay().await {
                Left::Dropped => {
                    self.drop_all();
                    self.crowd.ballots().drops += 1;
                    sleep(self.luck.within(self.crowd.habits.back_within)).await;
                }
                Left::ForGood => return self.drop_all(),
            }
        }
    }

    fn drops(&self) -> bool {
        self.number.is_multiple_of(3) && !matches!(*self.call.borrow(), Call::Stay)
    }

    /// Joins, where it has not, and opens the stream of events.
    async fn come(&mut self) -> io::Result<()> {
        if self.token.is_none() {
            let answer = self.post("/join", &format!("code={}", self.crowd.code)).await?;
            let cookie = answer.header("set-cookie").and_then(|cookie| cookie.split(['=', ';']).nth(1));
            let token = cookie.ok_or_else(|| refused("/join", answer.status))?;
            self.crowd.ballots().joined(self.number, token);
            self.token = Some(token.to_owned());
        }
        let mut stream = Line::open(self.crowd.from(self.number), self.crowd.address).await?;
        stream.send(&self.head("GET", "/events", "Accept: text/event-stream\r\n")).await?;
        let answer = stream.head().await?;
        if answer.status != 200 {
            return Err(refused("/events", answer.status));
        }
        let (crowd, number) = (Arc::clone(&self.crowd), self.number);
        self.listening = Some(tokio::spawn(async move {
            while let Ok(key) = stream.key().await {
                crowd.ballots().shows(number, Some(key));
            }
            crowd.ballots().shows(number, None);
        }));
        Ok(())
    }

    async fn stay(&mut self) -> Left {
        let leaves = Instant::now() + self.luck.within(self.crowd.habits.drops_within);
        let mut due = self.plan();
        while !matches!(*self.call.borrow(), Call::Leave) {
            tokio::select! {
                _ = self.call.changed() => due = self.plan(),
                () = sleep_until(leaves), if self.drops() => return Left::Dropped,
                () = sleep_until(due.unwrap_or(leaves)), if due.is_some() => {
                    // Some drop amid a vote.
                    let amid = self.drops() && self.luck.one_in(8);
                    if !self.vote(amid).await {
                        return Left::Dropped;
                    }
                    due = if self.luck.one_in(3) { self.plan() } else { None };
                }
            }
        }
        Left::ForGood
    }

    /// When it will vote.
    fn plan(&mut self) -> Option<Instant> {
        let open = matches!(*self.call.borrow_and_update(), Call::Vote(_));
        open.then(|| Instant::now() + self.luck.within(self.crowd.habits.within))
    }

    /// Votes for what it is not for yet; false where its connections are to be dropped.
    async fn vote(&mut self, and_drops: bool) -> bool {
        let Call::Vote(Vote { poll, options }) = self.call.borrow().clone() else { return true };
        let now = self.crowd.ballots().vote(self.number, poll);
        let place = match now {
            None => self.luck.below(options.len()),
            Some(now) => (now + 1 + self.luck.below(options.len() - 1)) % options.len(),
        };
        let body = format!("poll={poll}&choice={}", options[place]);
        let Ok(mut line) = self.take_line().await else { return true };
        self.crowd.ballots().begin(self.number, poll, place);
        let request = self.posting("/vote", &body);
        let answer = async {
            line.send(&request).await?;
            if and_drops { Err(io::ErrorKind::Interrupted.into()) } else { line.answer().await }
        };
        let status = answer.await.ok().map(|answer: Answer| answer.status);
        let open = matches!(self.call.has_changed(), Ok(false));
        self.crowd.ballots().end(self.number, status, open);
        self.line = Some(line);
        !and_drops
    }

    /// The connection that votes are sent on; a new one where the room has closed it.
    async fn take_line(&mut self) -> io::Result<Line> {
        match self.line.take().filter(Line::is_open) {
            Some(line) => Ok(line),
            None => Line::open(self.crowd.from(self.number), self.crowd.address).await,
        }
    }

    async fn post(&mut self, path: &str, body: &str) -> io::Result<Answer> {
        let mut line = self.take_line().await?;
        line.send(&self.posting(path, body)).await?;
        let answer = line.answer().await?;
        self.line = Some(line);
        Ok(answer)
    }

    fn posting(&self, path: &str, body: &str) -> String {
        let about = "Accept: application/json\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        self.head("POST", path, &format!("{about}Content-Length: {}\r\n", body.len())) + body
    }

    fn head(&self, method: &str, path: &str, lines: &str) -> String {
        let cookie = self.token.as_ref().map(|token| format!("Cookie: bedside-room={token}\r\n")).unwrap_or_default();
        format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n{cookie}{lines}\r\n", self.crowd.address)
    }

    /// Drops all connections: some say goodbye, some do not.
    fn drop_all(&mut self) {
        if let Some(listening) = self.listening.take() {
            listening.abort();
        }
        if let Some(line) = self.line.take()
            && self.luck.one_in(2)
        {
            line.reset();
        }
        self.crowd.ballots().shows(self.number, None);
    }
}

fn refused(path: &str, status: u16) -> io::Error {
    io::Error::new(io::ErrorKind::PermissionDenied, format!("{path} was answered with {status}"))
}
