//! Texts that are held in many places and never changed.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text that many hold and nobody changes: another holder costs nothing. It may be a part of a longer text,
/// such as the file that it was read from, which then is kept as long as any of its parts.
#[derive(Clone)]
pub struct SharedText {
    whole: Arc<String>,
    start: u32,
    end: u32,
}

impl SharedText {
    /// The part of `whole` that is `part`; a text of its own where `part` does not lie in it.
    pub(crate) fn part_of(whole: &Arc<String>, part: &str) -> Self {
        let start = (part.as_ptr() as usize).wrapping_sub(whole.as_ptr() as usize);
        let lies_there =
            whole.get(start..start.saturating_add(part.len())).is_some_and(|there| std::ptr::eq(there, part));
        match (u32::try_from(start), u32::try_from(start.saturating_add(part.len()))) {
            (Ok(start), Ok(end)) if lies_there => Self { whole: Arc::clone(whole), start, end },
            _ => part.into(),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.whole.get(self.start as usize..self.end as usize).unwrap_or(&self.whole)
    }
}

impl Deref for SharedText {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for SharedText {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for SharedText {
    fn borrow(&self) -> &str {
        self
    }
}

impl From<&str> for SharedText {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for SharedText {
    fn from(text: String) -> Self {
        // A text beyond 4 GiB has no end of this size, and is taken as a whole.
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        Self { whole: Arc::new(text), start: 0, end }
    }
}

impl From<SharedText> for String {
    fn from(text: SharedText) -> Self {
        text.as_str().to_owned()
    }
}

impl PartialEq for SharedText {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for SharedText {}

impl PartialOrd for SharedText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SharedText {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other)
    }
}

impl Hash for SharedText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl PartialEq<str> for SharedText {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for SharedText {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for SharedText {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<SharedText> for &str {
    fn eq(&self, other: &SharedText) -> bool {
        *self == other.as_str()
    }
}

impl PartialEq<SharedText> for String {
    fn eq(&self, other: &SharedText) -> bool {
        self == other.as_str()
    }
}

impl fmt::Display for SharedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for SharedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl Serialize for SharedText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for SharedText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::SharedText;

    #[test]
    fn a_part_is_shared_and_another_text_is_not() {
        let whole = Arc::new("say \u{201c}yes\u{201d}".to_owned());
        let part = SharedText::part_of(&whole, &whole[7..10]);
        assert_eq!(part, "yes");
        assert_eq!(Arc::strong_count(&whole), 2);
        let other = SharedText::part_of(&whole, "yes");
        assert_eq!(other, part);
        assert_eq!(Arc::strong_count(&whole), 2);
        assert_eq!(SharedText::part_of(&whole, &whole[..0]), "");
    }
}
