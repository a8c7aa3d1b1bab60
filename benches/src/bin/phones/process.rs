//! A process that serves: it says where, answers what it is asked a line each, and is looked at from outside.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::crowd::{Count, Facilitator, Vote};
use crate::room::{Ask, Seen};

/// Where it serves.
#[derive(Debug, Serialize, Deserialize)]
pub struct Served {
    pub address: SocketAddr,
    pub code: String,
    /// How long each look of the facilitator's took before anybody had come, in nanoseconds.
    pub looks: Vec<u64>,
}

pub struct Process {
    child: Child,
    stdin: Option<ChildStdin>,
    stdout: BufReader<ChildStdout>,
    pub served: Served,
    /// What the room's facilitator has seen so far.
    pub seen: Seen,
}

impl Process {
    pub fn start(arguments: &[&str]) -> Self {
        let program = std::env::current_exe().expect("this program has a file");
        let mut command = Command::new(program);
        let started = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = started.expect("it starts");
        let stdin = child.stdin.take();
        let mut stdout = BufReader::new(child.stdout.take().expect("it has a pipe"));
        let served = read(&mut stdout);
        Self { child, stdin, stdout, served, seen: Seen::default() }
    }

    pub fn ask<T: DeserializeOwned>(&mut self, ask: &Ask) -> T {
        let mut line = serde_json::to_string(ask).expect("it is plain data");
        line.push('\n');
        self.stdin.as_mut().expect("it is open").write_all(line.as_bytes()).expect("it listens");
        read(&mut self.stdout)
    }

    /// The process as it is seen from outside.
    pub fn outside(&self) -> Outside {
        Outside(self.child.id())
    }

    fn look(&mut self) {
        let seen: Seen = self.ask(&Ask::Seen);
        self.seen.votes.extend(seen.votes);
        self.seen.looks.extend(seen.looks);
    }
}

/// A process as the system sees it.
#[derive(Clone, Copy)]
pub struct Outside(u32);

impl Outside {
    /// Resident memory in kB.
    pub fn resident(self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0)).expect("it runs");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("it has memory");
        line.trim().trim_end_matches(" kB").parse().expect("a number")
    }

    /// Seconds on a processor so far.
    pub fn busy(self) -> f64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.0)).expect("it runs");
        let (_, fields) = stat.rsplit_once(')').expect("it has a name");
        let ticks = fields.split_whitespace().skip(11).take(2).map(|field| field.parse::<f64>().expect("a number"));
        // Linux tells them in hundredths of a second.
        ticks.sum::<f64>() / 100.0
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It ends when nobody asks any more.
        drop(self.stdin.take());
        let _ = self.child.wait();
    }
}

fn read<T: DeserializeOwned>(from: &mut impl BufRead) -> T {
    let mut line = String::new();
    from.read_line(&mut line).expect("it answers");
    serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"))
}

/// The facilitator of the room in another process.
impl Facilitator for Process {
    fn next_vote(&mut self) -> Vote {
        self.ask(&Ask::NextVote)
    }

    fn close_vote(&mut self) {
        self.ask::<()>(&Ask::Close);
        self.look();
    }

    fn reopen_vote(&mut self) {
        self.ask(&Ask::Reopen)
    }

    fn count(&mut self) -> Option<Count> {
        self.ask(&Ask::Count)
    }

    fn who(&mut self, token: &str) -> Option<u32> {
        self.ask(&Ask::Who(token.to_owned()))
    }
}
