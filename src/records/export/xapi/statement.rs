//! A statement as JSON: the parts of xAPI that Bedside uses, in the order of the specification.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::home_page::HomePage;
use super::settings::Version;
use super::vocabulary::{ActivityType, Extension, Verb};

/// A language map: a text in English.
pub(super) type InEnglish = BTreeMap<&'static str, String>;

/// Values by their IRIs, in the order of the IRIs.
pub(super) type Extensions = BTreeMap<String, Value>;

/// A statement: who did what with what, what came of it, and where it belongs. It has no `stored` and no `authority`, which
/// are the store's to set.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Statement {
    id: Uuid,
    actor: Actor,
    verb: Did,
    object: Activity,
    result: Came,
    context: Context,
    /// By RFC 3339, in UTC, to the millisecond.
    timestamp: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'static str>,
}

/// What makes one statement another than the next.
pub(super) struct Said {
    pub id: Uuid,
    pub person: String,
    pub verb: Verb,
    pub object: Activity,
    pub result: Came,
    pub context: Context,
    pub timestamp: String,
}

impl Statement {
    pub(super) fn new(said: Said, home_page: &HomePage, version: Version) -> Self {
        let Said { id, person, verb, object, result, context, timestamp } = said;
        let account = Account { home_page: home_page.clone(), name: person };
        let verb = Did { id: verb.iri(), display: in_english(verb.word()) };
        let actor = Actor { object_type: "Agent", account };
        Self { id, actor, verb, object, result, context, timestamp, version: version.in_statements() }
    }

    /// Its id: the same each time the same is said of the same attempt.
    #[must_use]
    pub const fn id(&self) -> Uuid {
        self.id
    }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Actor {
    object_type: &'static str,
    account: Account,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Account {
    home_page: HomePage,
    name: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Did {
    id: &'static str,
    display: InEnglish,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Activity {
    object_type: &'static str,
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    definition: Option<Definition>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Definition {
    name: InEnglish,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    interaction_type: Option<&'static str>,
}

impl Activity {
    /// An activity that is described elsewhere.
    pub(super) const fn named(id: String) -> Self {
        Self { object_type: "Activity", id, definition: None }
    }

    /// An activity with its description.
    pub(super) fn described(id: String, name: &str, kind: ActivityType) -> Self {
        let interaction_type = (kind == ActivityType::Scene).then_some("choice");
        let definition = Definition { name: in_english(name), kind: kind.iri(), interaction_type };
        Self { definition: Some(definition), ..Self::named(id) }
    }
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(super) struct Came {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub success: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completion: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<String>,
    pub extensions: Extensions,
}

/// A score. `raw` with its limits would say the same again, and one store refuses a `raw` that equals its `max`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Score {
    /// 0–1, of the −1 to 1 that xAPI has room for.
    scaled: f64,
}

impl Score {
    /// A score of 0–100.
    pub(super) fn of(score: u8) -> Self {
        Self { scaled: f64::from(score.min(100)) / 100.0 }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Context {
    pub registration: Uuid,
    #[serde(rename = "contextActivities")]
    pub activities: ContextActivities,
    pub revision: String,
    pub platform: &'static str,
    pub language: &'static str,
    pub extensions: Extensions,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct ContextActivities {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parent: Vec<Activity>,
    pub category: Vec<Activity>,
}

pub(super) fn in_english(text: &str) -> InEnglish {
    BTreeMap::from([("en", text.to_owned())])
}

/// An extension with its value.
pub(super) fn extension(extension: Extension, value: impl Serialize) -> (String, Value) {
    // Everything here is plain data with texts for keys, of which serde makes a value without fail.
    (extension.iri(), serde_json::to_value(value).unwrap_or_default())
}
