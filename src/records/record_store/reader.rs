//! Reads attempts back from a record store, page by page.

use std::collections::{BTreeSet, VecDeque};

use jiff::SignedDuration;

use crate::hash::name_key;
use crate::records::export::json_lines::Fault;
use crate::records::export::xapi::{Verb, outcome_of, percent_encoded};
use crate::records::{Outcome, Timestamp};

use super::client::{Client, NoGreeting, PAGE};
use super::{ForeignAddress, Stopped, Trouble};

/// How many statements a page is asked to have; a store may give fewer.
const STATEMENTS: usize = 100;

/// A store that has sent so many pages without a statement, one after the other, sends for ever.
const EMPTY_PAGES: usize = 100;

/// Reads the attempts of a record store. A page at a time is held, and 8 bytes of every page that was read.
#[derive(Debug)]
pub struct AttemptReader {
    client: Client,
    /// The addresses of the pages that come next.
    next: VecDeque<String>,
    read: BTreeSet<u64>,
    empty: usize,
}

/// What a page holds of Bedside's: what attempts came to, or why that cannot be read.
pub type AttemptPage = Vec<Result<Outcome, Fault>>;

/// Why the next page was not read.
#[derive(Debug, thiserror::Error)]
pub enum ReadingError {
    /// Another time it may be; the same page then comes next.
    #[error("{0}")]
    Later(Trouble, Option<SignedDuration>),
    #[error(transparent)]
    Stopped(#[from] Stopped),
    #[error(transparent)]
    Foreign(#[from] ForeignAddress),
    #[error("it sends the same page again and again")]
    Circle,
    #[error("it sends one empty page after the other")]
    Endless,
    #[error("it sends a page of more than {} MB", PAGE >> 20)]
    TooLong,
    #[error("what it sends is no page of statements")]
    Garbled,
}

impl AttemptReader {
    /// Reads what this client may read.
    #[must_use]
    pub fn new(client: Client) -> Self {
        let statements = client.address().statements();
        let query = |verb: Verb| format!("{statements}?verb={}&limit={STATEMENTS}", percent_encoded(verb.iri()));
        let next = [Verb::Completed, Verb::Terminated].map(query).into();
        Self { client, next, read: BTreeSet::new(), empty: 0 }
    }

    /// The next page; `None` after the last. Statements of other programs are left out.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn next_page(&mut self, now: Timestamp) -> Result<Option<AttemptPage>, ReadingError> {
        let Some(address) = self.next.front() else { return Ok(None) };
        let answer = match self.client.get(address, PAGE) {
            Ok(answer) => answer,
            Err(trouble) => return Err(ReadingError::Later(trouble, None)),
        };
        if answer.status != 200 {
            return Err(match answer.obstacle() {
                NoGreeting::Trouble(trouble) => ReadingError::Later(trouble, answer.wait(now)),
                NoGreeting::Stopped(stopped) => stopped.into(),
            });
        }
        if !answer.whole {
            return Err(ReadingError::TooLong);
        }
        let page = answer.page().ok_or(ReadingError::Garbled)?;
        if !self.read.insert(name_key(address)) {
            return Err(ReadingError::Circle);
        }
        self.empty = if page.statements.is_empty() { self.empty + 1 } else { 0 };
        if self.empty > EMPTY_PAGES {
            return Err(ReadingError::Endless);
        }
        let more = self.client.address().next_page(page.more.as_deref().unwrap_or_default())?;
        self.next.pop_front();
        if let Some(more) = more {
            self.next.push_front(more);
        }
        Ok(Some(page.statements.iter().filter_map(outcome_of).collect()))
    }
}
