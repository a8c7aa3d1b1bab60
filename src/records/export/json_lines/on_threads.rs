//! Reads a file on several threads: one takes the lines, the others find out what they say.

use std::collections::VecDeque;
use std::io::{self, BufRead};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::vec::IntoIter;

use crate::records::export::Exported;

use super::{LineFault, Lines, understand};

/// About so many bytes are handed to a thread at a time.
const AT_ONCE: usize = 256 << 10;
/// So many times that is under way for each thread, so that none waits for the next. More and smaller pieces took a seventh
/// longer on two cores with as much under way, since threads were woken the more often.
const UNDER_WAY: usize = 8;

type Line = Result<Exported, LineFault>;

/// Lines that were taken and not yet understood.
#[derive(Default)]
struct Taken {
    text: Vec<u8>,
    /// Where each line ends in the text, with its number; or why it could not be taken.
    ends: Vec<Result<(u64, usize), LineFault>>,
}

/// A thread that finds out what lines say, in the order in which they are handed to it.
#[derive(Debug)]
struct Worker {
    /// `None` once it is to end.
    inbox: Option<Sender<Taken>>,
    understood: Receiver<Vec<Line>>,
    thread: Option<JoinHandle<()>>,
}

/// The lines of a file, in its order: see [`Lines::on`].
#[derive(Debug)]
pub struct LinesOnThreads<R> {
    lines: Lines<R>,
    workers: Vec<Worker>,
    /// Which workers have lines, the first handed out first.
    busy: VecDeque<usize>,
    /// The worker whose turn it is.
    turn: usize,
    ready: IntoIter<Line>,
}

impl<R: BufRead> Lines<R> {
    /// The same lines in the same order, with the help of so many threads, or of fewer where the system starts no more. For
    /// each of them a few hundred lines are held at a time.
    #[must_use]
    pub fn on(self, threads: NonZero<usize>) -> LinesOnThreads<R> {
        let workers = (0..threads.get()).map_while(|_| Worker::start().ok()).collect();
        LinesOnThreads { lines: self, workers, busy: VecDeque::new(), turn: 0, ready: Vec::new().into_iter() }
    }

    /// Takes as many lines as are handed out at a time; `None` at the end of the file.
    fn some(&mut self) -> Option<Taken> {
        let mut taken = Taken::default();
        while taken.text.len() < AT_ONCE {
            let Some(line) = self.advance() else { break };
            taken.text.extend_from_slice(line.as_ref().map_or(&[], |_| self.text()));
            taken.ends.push(line.map(|line| (line, taken.text.len())));
        }
        (!taken.ends.is_empty()).then_some(taken)
    }
}

impl Taken {
    fn understood(self) -> Vec<Line> {
        let mut from = 0;
        let one = |end: Result<(u64, usize), LineFault>| {
            let (line, end) = end?;
            let text = self.text.get(from..end).unwrap_or_default();
            from = end;
            understand(text).map_err(|fault| LineFault { line, fault })
        };
        self.ends.into_iter().map(one).collect()
    }
}

impl Worker {
    fn start() -> io::Result<Self> {
        let (inbox, jobs) = channel::<Taken>();
        let (outbox, understood) = channel();
        let work = move || jobs.into_iter().try_for_each(|taken| outbox.send(taken.understood()).ok()).unwrap_or(());
        let thread = Builder::new().name("lines".to_owned()).spawn(work)?;
        Ok(Self { inbox: Some(inbox), understood, thread: Some(thread) })
    }

    fn give(&self, taken: Taken) {
        if let Some(inbox) = &self.inbox {
            // It ends before its time only by a panic, which `take` passes on.
            let _ = inbox.send(taken);
        }
    }

    /// The first lines that were given and not taken yet.
    fn take(&mut self) -> Vec<Line> {
        self.understood.recv().unwrap_or_else(|_| {
            let ended = self.thread.take().map_or(Ok(()), JoinHandle::join);
            ended.map_or_else(|panic| std::panic::resume_unwind(panic), |()| Vec::new())
        })
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.inbox = None;
        if let Some(thread) = self.thread.take() {
            // Whoever takes lines has seen its panic; nobody takes any now.
            let _ = thread.join();
        }
    }
}

impl<R: BufRead> Iterator for LinesOnThreads<R> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        loop {
            if let Some(line) = self.ready.next() {
                return Some(line);
            }
            while self.busy.len() < UNDER_WAY * self.workers.len() {
                let Some(taken) = self.lines.some() else { break };
                self.workers[self.turn].give(taken);
                self.busy.push_back(self.turn);
                self.turn = (self.turn + 1) % self.workers.len();
            }
            let lines = match self.busy.pop_front() {
                Some(first) => self.workers[first].take(),
                None => self.lines.some()?.understood(),
            };
            self.ready = lines.into_iter();
        }
    }
}
