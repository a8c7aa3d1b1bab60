//! A record store as strict as the specification allows: it takes a batch whole or not at all, no statement twice, and none
//! that a test wants refused.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::server::{Reply, Request};

/// The most that are sent at a time.
const MOST: usize = 50;

#[derive(Clone, Default)]
pub(crate) struct Store {
    kept: Arc<Mutex<BTreeMap<String, Value>>>,
    refused: Arc<Mutex<Vec<String>>>,
}

impl Store {
    /// A store that refuses statements with these ids.
    pub(crate) fn refusing(ids: &[String]) -> Self {
        Self { refused: Arc::new(Mutex::new(ids.to_vec())), ..Self::default() }
    }

    pub(crate) fn kept(&self) -> BTreeMap<String, Value> {
        self.kept.lock().expect("alive").clone()
    }

    /// Puts a statement there that somebody else has sent.
    pub(crate) fn put(&self, statement: &str) {
        let statement: Value = serde_json::from_str(statement).expect("a statement");
        let id = statement["id"].as_str().expect("an id").to_owned();
        self.kept.lock().expect("alive").insert(id, statement);
    }

    pub(crate) fn answer(&self, request: &Request) -> Reply {
        match (request.method.as_str(), request.target.as_str()) {
            ("POST", "/xapi/statements") => self.take(request),
            ("GET", "/xapi/about") => Reply::of(200, json!({"version": ["1.0.3", "2.0.0"]}).to_string()),
            ("GET", target) if target.starts_with("/xapi/statements?") => self.give(target),
            _ => Reply::of(404, "no such place"),
        }
    }

    fn take(&self, request: &Request) -> Reply {
        let sent: Vec<Value> = serde_json::from_slice(&request.body).expect("an array");
        assert!((1..=MOST).contains(&sent.len()), "{} at once", sent.len());
        assert!(sent.len() == 1 || request.body.len() <= 513 << 10, "{} bytes", request.body.len());
        let ids: Vec<String> = sent.iter().map(|one| one["id"].as_str().expect("an id").to_owned()).collect();
        let mut kept = self.kept.lock().expect("alive");
        let refused = self.refused.lock().expect("alive");
        if let Some(id) = ids.iter().find(|id| refused.contains(id)) {
            return Reply::of(400, json!({"message": format!("I do not like {id}")}).to_string());
        }
        if ids.iter().any(|id| kept.contains_key(id)) {
            return Reply::of(409, "");
        }
        for (id, statement) in ids.iter().zip(sent) {
            assert!(kept.insert(id.clone(), statement).is_none(), "no id stands twice in a batch");
        }
        Reply::of(200, json!(ids).to_string())
    }

    /// A page of two of the statements with a verb.
    fn give(&self, target: &str) -> Reply {
        let query = target.split_once('?').map_or("", |(_, query)| query);
        let value = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}=")));
        let verb = value("verb").unwrap_or_default();
        let plain = verb.replace("%3A", ":").replace("%2F", "/");
        let from: usize = value("from").map_or(0, |from| from.parse().expect("a number"));
        let kept = self.kept.lock().expect("alive");
        let of_verb: Vec<&Value> = kept.values().filter(|one| verb.is_empty() || one["verb"]["id"] == plain).collect();
        let page: Vec<&Value> = of_verb.iter().skip(from).take(2).copied().collect();
        let more = if from + 2 < of_verb.len() {
            format!("/xapi/statements?verb={verb}&from={}", from + 2)
        } else {
            String::new()
        };
        Reply::of(200, json!({"statements": page, "more": more}).to_string())
    }
}
