//! What a record store answers, taken with caution: it may be anything.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use jiff::fmt::rfc2822;
use serde::Deserialize;
use serde_json::Value;

use crate::records::Timestamp;

/// The longest that a store can ask to be left alone at a time.
pub(super) const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);

/// The most letters that are kept of a store's reason.
const REASON: usize = 300;

/// Where stores put the reason in what they answer.
const REASON_FIELDS: [&str; 5] = ["message", "detail", "error", "reason", "title"];

/// An answer to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    /// The header `Retry-After`.
    pub(super) retry_after: Option<String>,
    pub(super) body: Vec<u8>,
    /// Whether that is all of it.
    pub(super) whole: bool,
}

/// A page of statements.
#[derive(Debug, Deserialize)]
pub(super) struct Page {
    pub(super) statements: Vec<Value>,
    #[serde(default)]
    pub(super) more: Option<String>,
}

/// What a store says of itself.
#[derive(Debug, Deserialize)]
struct About {
    version: Vec<String>,
}

impl Answer {
    /// How long the store asks to be left alone: a number of seconds, or a date.
    pub(super) fn wait(&self, now: Timestamp) -> Option<SignedDuration> {
        let text = self.retry_after.as_deref()?.trim();
        let wait = match text.parse::<u32>() {
            Ok(seconds) => SignedDuration::from_secs(seconds.into()),
            // So large a number that it is none.
            Err(_) if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) => LONGEST_WAIT,
            Err(_) => rfc2822::DateTimeParser::new().parse_timestamp(text).ok()?.duration_since(now),
        };
        Some(wait.clamp(SignedDuration::from_secs(1), LONGEST_WAIT))
    }

    /// Those of the statements with these ids, in lower case, that it names in a list, as the specification asks for; some
    /// stores name only those that they did not have yet. `None` where it is no such list, or one without any of them.
    pub(super) fn named<'a>(&self, ids: impl Iterator<Item = &'a str>) -> Option<BTreeSet<String>> {
        let listed: BTreeSet<String> = self.parsed::<Vec<String>>()?.iter().map(|id| id.to_ascii_lowercase()).collect();
        let named: BTreeSet<String> = ids.filter(|id| listed.contains(*id)).map(str::to_owned).collect();
        Some(named).filter(|named| !named.is_empty())
    }

    pub(super) fn page(&self) -> Option<Page> {
        self.parsed()
    }

    /// The versions of xAPI that the store says that it knows.
    pub(super) fn versions(&self) -> Vec<String> {
        let versions = self.parsed::<About>().map(|about| about.version).unwrap_or_default();
        versions.iter().take(20).map(|version| plain(version, 20)).collect()
    }

    fn parsed<T: serde::de::DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(&self.body).ok().filter(|_| self.whole)
    }

    /// The status and what the store says of it, short and without what a terminal could take for a command.
    pub(super) fn reason(&self) -> String {
        let text = String::from_utf8_lossy(&self.body);
        let said = match serde_json::from_str(&text) {
            Ok(Value::Object(fields)) => {
                REASON_FIELDS.iter().find_map(|name| fields.get(*name)).map(|said| match said {
                    Value::String(said) => said.clone(),
                    said => said.to_string(),
                })
            }
            Ok(Value::String(said)) => Some(said),
            _ => None,
        };
        let said = plain(said.as_deref().unwrap_or(&text), REASON);
        if said.is_empty() { format!("status {}", self.status) } else { format!("status {}: {said}", self.status) }
    }
}

/// The text without tags and control characters, on one line, so many letters at most.
fn plain(text: &str, most: usize) -> String {
    let mut without_tags = String::new();
    let mut in_tag = false;
    for letter in text.chars() {
        match letter {
            '<' => in_tag = true,
            '>' if in_tag => {
                in_tag = false;
                without_tags.push(' ');
            }
            _ if in_tag => {}
            letter => without_tags.push(if letter.is_control() { ' ' } else { letter }),
        }
    }
    let words: Vec<&str> = without_tags.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}\u{2026}", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> Answer {
        Answer { status, retry_after: None, body: body.as_bytes().to_vec(), whole: true }
    }

    #[test]
    fn a_store_says_in_seconds_or_by_a_date_how_long_it_is_to_be_left_alone() {
        let now: Timestamp = "2026-11-30T10:00:00Z".parse().expect("a time");
        let wait = |text: &str| {
            let answer = Answer { retry_after: Some(text.to_owned()), ..answer(429, "") };
            answer.wait(now).map(|wait| wait.as_secs())
        };
        for (text, seconds) in [
            ("7", Some(7)),
            (" 120 ", Some(120)),
            ("0", Some(1)),
            ("999999999999999999999", Some(3_600)),
            ("86400", Some(3_600)),
            ("Mon, 30 Nov 2026 10:00:30 GMT", Some(30)),
            ("Mon, 30 Nov 2026 09:00:00 GMT", Some(1)),
            ("Fri, 31 Dec 2027 23:59:59 GMT", Some(3_600)),
            ("-5", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(wait(text), seconds, "{text:?}");
        }
        assert_eq!(answer(503, "").wait(now), None);
    }

    #[test]
    fn a_reason_is_one_short_line_whatever_a_store_says() {
        for (body, reason) in [
            ("", "status 400"),
            (r#"{"message": "bad\nverb\u001b[31m"}"#, "status 400: bad verb [31m"),
            (r#"{"detail": [{"loc": ["verb"]}]}"#, r#"status 400: [{"loc":["verb"]}]"#),
            ("<html><body>\r\n<h1>No</h1>such\u{7} page", "status 400: No such page"),
            ("a \u{2764} < b", "status 400: a \u{2764}"),
        ] {
            assert_eq!(answer(400, body).reason(), reason);
        }
        let long = answer(400, &"\u{e9} ".repeat(50_000)).reason();
        assert!(long.chars().count() < 330 && long.ends_with('\u{2026}'), "{long}");
        let no_text = Answer { body: vec![0xff, 0xfe, b'a'], ..answer(500, "") };
        assert_eq!(no_text.reason(), "status 500: \u{fffd}\u{fffd}a");
    }

    #[test]
    fn only_a_list_of_ids_says_which_statements_were_taken() {
        let named = |answer: Answer| answer.named(["a-1", "a-2"].into_iter()).map(|named| named.into_iter().collect());
        let both = Some(vec!["a-1".to_owned(), "a-2".to_owned()]);
        assert_eq!(named(answer(200, r#"["A-2", "a-1", "a-3"]"#)), both);
        assert_eq!(named(answer(200, r#"["a-2"]"#)), Some(vec!["a-2".to_owned()]));
        for body in ["", "null", "[]", r#"["a-3"]"#, r#"{"a-1": "a-2"}"#, "<html>welcome</html>", r#"["a-1", "a-2""#] {
            assert_eq!(named(answer(200, body)), None, "{body}");
        }
        assert_eq!(named(Answer { whole: false, ..answer(200, r#"["a-1", "a-2"]"#) }), None);
    }
}
