//! Long calculations on another thread, such as what other choices would have led to.

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::thread::Builder;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::analysis::{WhatIf, other_roads};
use crate::session::Session;

/// Where other choices lead.
#[derive(Clone, Debug)]
pub(super) struct RoadOutcomes(pub(super) Vec<WhatIf>);

type Job = Box<dyn FnOnce() + Send>;

/// One thread that is reused for every job: the system keeps some memory for every thread ever started, so a thread per
/// job would use more with every conversation.
#[derive(Debug, Default)]
struct Worker {
    inbox: Option<Sender<Job>>,
}

impl Worker {
    /// Submits a job. Of the jobs that are waiting only the last is done.
    fn submit(&mut self, job: Job) {
        let job = match &self.inbox {
            None => job,
            Some(inbox) => match inbox.send(job) {
                Ok(()) => return,
                // The thread panicked in an earlier job.
                Err(unsent) => unsent.0,
            },
        };
        let (inbox, jobs) = mpsc::channel::<Job>();
        let thread = move || {
            while let Ok(job) = jobs.recv() {
                jobs.try_iter().last().unwrap_or(job)();
            }
        };
        // If no thread can be started, the job is dropped, and its receiver sees the channel closed.
        self.inbox = Builder::new().name("worker".into()).spawn(thread).ok().map(|_| inbox);
        if let Some(inbox) = &self.inbox {
            let _ = inbox.send(job);
        }
    }
}

/// A job under way and its result.
#[derive(Resource, Debug)]
pub(super) struct Background<T: Send + 'static> {
    worker: Worker,
    under_way: Option<Mutex<Receiver<Result<T, String>>>>,
}

impl<T: Send + 'static> Default for Background<T> {
    fn default() -> Self {
        Self { worker: Worker::default(), under_way: None }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Background<RoadOutcomes>>();
}

impl<T: Send + 'static> Background<T> {
    /// Starts a job as soon as the one before has finished, whose result is then dropped.
    pub(super) fn begin(
        &mut self,
        proxy: &EventLoopProxyWrapper,
        job: impl FnOnce() -> Result<T, String> + Send + 'static,
    ) {
        let (sender, receiver) = mpsc::channel();
        let proxy = (**proxy).clone();
        self.worker.submit(Box::new(move || {
            // This fails only when the result is no longer wanted.
            let _ = sender.send(job());
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }));
        self.under_way = Some(Mutex::new(receiver));
    }

    /// Whether a job is under way or its result has not been taken yet.
    pub(super) const fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }

    /// The result, once, when it is ready; or why there is none.
    pub(super) fn result(&mut self) -> Option<Result<T, String>> {
        let received = self.under_way.as_ref()?.lock().ok()?.try_recv();
        match received {
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.under_way = None;
                Some(Err("the calculation stopped before it was done".to_owned()))
            }
            Ok(result) => {
                self.under_way = None;
                Some(result)
            }
        }
    }
}

/// Explores the roads of a scenario with the chance of one conversation.
///
/// # Errors
/// Why they cannot be explored.
pub(super) fn explore_roads(session: &Session) -> Result<RoadOutcomes, String> {
    let what_if = other_roads(session).map_err(|error| error.to_string())?;
    Ok(RoadOutcomes(what_if))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{self, Receiver};
    use std::thread::{self, ThreadId};
    use std::time::Duration;

    use super::Worker;

    const DEADLINE: Duration = Duration::from_secs(20);

    /// The thread that does the next job.
    fn thread_of_next_job(worker: &mut Worker) -> Receiver<ThreadId> {
        let (tell, told) = mpsc::channel();
        worker.submit(Box::new(move || tell.send(thread::current().id()).unwrap()));
        told
    }

    #[test]
    fn one_thread_does_one_job_after_the_other() {
        let mut worker = Worker::default();
        let first = thread_of_next_job(&mut worker).recv_timeout(DEADLINE).unwrap();
        assert_ne!(first, thread::current().id());
        assert_eq!(thread_of_next_job(&mut worker).recv_timeout(DEADLINE).unwrap(), first);
    }

    #[test]
    fn of_the_jobs_that_wait_only_the_last_is_done() {
        let mut worker = Worker::default();
        let (begun, has_begun) = mpsc::channel();
        let (go_on, may_go_on) = mpsc::channel::<()>();
        worker.submit(Box::new(move || {
            begun.send(()).unwrap();
            may_go_on.recv_timeout(DEADLINE).unwrap();
        }));
        has_begun.recv_timeout(DEADLINE).unwrap();
        let (waiting, last) = (thread_of_next_job(&mut worker), thread_of_next_job(&mut worker));
        go_on.send(()).unwrap();
        last.recv_timeout(DEADLINE).unwrap();
        assert!(waiting.recv_timeout(DEADLINE).is_err(), "an outdated job was done");
    }

    #[test]
    fn a_job_that_breaks_off_costs_only_itself() {
        let mut worker = Worker::default();
        let (tell, told) = mpsc::channel::<()>();
        worker.submit(Box::new(move || {
            let _tell = tell;
            panic!("this is meant to break off");
        }));
        assert!(told.recv_timeout(DEADLINE).is_err());
        // The inbox closes a moment after the job is dropped, and what was sent in between is dropped with it.
        let done = (0..1000).any(|_| thread_of_next_job(&mut worker).recv_timeout(DEADLINE).is_ok());
        assert!(done);
    }
}
