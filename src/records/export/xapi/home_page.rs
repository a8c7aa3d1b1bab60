//! Whose accounts the ids of persons are.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

/// The address of whoever gives out the ids of persons: the hospital's or the school's. With an id it makes an account, by
/// which a store knows a person without a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct HomePage(String);

impl Default for HomePage {
    /// That of nobody: a name that is kept free.
    fn default() -> Self {
        Self("https://bedside.invalid".to_owned())
    }
}

/// A text that is no home page.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\u{201c}{0}\u{201d} is no address of a home page, such as https://training.example.org")]
pub struct NoHomePage(String);

impl FromStr for HomePage {
    type Err = NoHomePage;

    fn from_str(text: &str) -> Result<Self, NoHomePage> {
        let rest = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme));
        let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
        let allowed = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\"{}|\\^`%@".contains(c);
        if host.starts_with(char::is_alphanumeric) && text.chars().all(allowed) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NoHomePage(text.to_owned()))
        }
    }
}

impl fmt::Display for HomePage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_page_is_an_address_with_a_host() {
        for page in ["https://training.example.org", "http://localhost:8080/a?b#c", "https://\u{e9}cole.example/"] {
            assert_eq!(page.parse::<HomePage>().expect(page).to_string(), page);
        }
        let default = HomePage::default();
        assert_eq!(default.to_string().parse(), Ok(default));
        for text in
            ["", "training.example.org", "https://", "https:///a", "https://a b", "mailto:a@b.example", "https://a@b"]
        {
            assert!(text.parse::<HomePage>().is_err(), "{text}");
        }
    }
}
