//! What authors read about the parts of the format, taken from the declarations that read them.

/// A doc comment for authors, in Markdown. Its first paragraph says what the thing means. A line that
/// begins with `Default: ` says what counts where it is left out, and the fence marked `ron` is an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Documentation(&'static str);

/// A field of a record.
#[derive(Clone, Copy, Debug)]
pub struct FieldDocumentation {
    /// Its name, as it stands in a file.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What may be written there.
    pub kind: fn() -> Kind,
    /// What it means.
    pub documentation: Documentation,
}

/// A record: something in round brackets with named fields.
#[derive(Debug)]
pub struct RecordDocumentation {
    /// What it is to an author: "a scene".
    pub what: &'static str,
    /// What it is for.
    pub documentation: Documentation,
    /// Its fields, in the order they are best written.
    pub fields: &'static [FieldDocumentation],
}

/// A closed list of what may be written in a place.
#[derive(Debug)]
pub struct ListDocumentation {
    /// What such an entry is to an author: "a place".
    pub what: &'static str,
    /// What it is for.
    pub documentation: Documentation,
    /// Every entry.
    pub entries: &'static [EntryDocumentation],
}

/// An entry of a closed list.
#[derive(Clone, Copy, Debug)]
pub struct EntryDocumentation {
    /// Its name.
    pub name: &'static str,
    /// How it is written, in full.
    pub written: &'static str,
    /// What it means.
    pub documentation: Documentation,
}

/// What may be written in a place.
#[derive(Clone, Debug)]
pub struct Kind {
    /// In an author's words: "a whole number from 0 to 23".
    pub what: String,
    /// What it is made of that has documentation of its own.
    pub parts: Vec<Part>,
}

/// Something with documentation of its own.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// A record.
    Record(&'static RecordDocumentation),
    /// A closed list of words.
    Words(&'static ListDocumentation),
    /// A closed list of shapes, each with something in its brackets, and the words that stand there.
    Shapes(&'static ListDocumentation, &'static [&'static ListDocumentation]),
}

impl Documentation {
    /// A doc comment: each line with a space before it.
    pub(crate) const fn new(doc_comment: &'static str) -> Self {
        Self(doc_comment)
    }

    /// The whole of it, line by line.
    pub fn lines(self) -> impl Iterator<Item = &'static str> {
        self.0.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end())
    }

    /// The first paragraph, as one line.
    #[must_use]
    pub fn summary(self) -> String {
        self.lines().take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// What it means: everything but the default and the example.
    #[must_use]
    pub fn meaning(self) -> String {
        let mut fenced = false;
        let mut kept = String::new();
        for line in self.lines().filter(|line| !line.starts_with(Self::DEFAULT)) {
            let fence = line.starts_with(Self::FENCE);
            fenced ^= fence;
            // Where something was left out, one empty line is enough.
            let doubled = line.is_empty() && (kept.is_empty() || kept.ends_with("\n\n"));
            if !fenced && !fence && !doubled {
                kept.push_str(line);
                kept.push('\n');
            }
        }
        kept.truncate(kept.trim_end().len());
        kept
    }

    /// What counts where it is left out.
    #[must_use]
    pub fn default(self) -> Option<&'static str> {
        self.lines().find_map(|line| line.strip_prefix(Self::DEFAULT))
    }

    /// How it may be written.
    #[must_use]
    pub fn example(self) -> Option<String> {
        let mut from_fence = self.lines().skip_while(|line| !line.starts_with(Self::FENCE));
        from_fence.next()?;
        Some(from_fence.take_while(|line| !line.starts_with(Self::FENCE)).flat_map(|line| [line, "\n"]).collect())
    }

    const DEFAULT: &'static str = "Default: ";
    const FENCE: &'static str = "```";
}

impl Kind {
    /// Something that needs no documentation of its own.
    pub(crate) fn plain(what: impl Into<String>) -> Self {
        Self { what: what.into(), parts: Vec::new() }
    }

    /// The same parts in other words.
    pub(crate) fn said(self, what: impl FnOnce(&str) -> String) -> Self {
        Self { what: what(&self.what), parts: self.parts }
    }
}

impl Part {
    /// What it is to an author.
    #[must_use]
    pub const fn what(self) -> &'static str {
        match self {
            Self::Record(record) => record.what,
            Self::Words(list) | Self::Shapes(list, _) => list.what,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Documentation;

    #[test]
    fn a_doc_comment_is_taken_apart() {
        let hour =
            Documentation::new(" The hour\n of the day.\n\n Default: `12`\n\n ```ron\n hour: 19,\n ```\n\n Light.\n");
        assert_eq!(hour.summary(), "The hour of the day.");
        assert_eq!(hour.meaning(), "The hour\nof the day.\n\nLight.");
        assert_eq!(hour.default(), Some("`12`"));
        assert_eq!(hour.example().as_deref(), Some("hour: 19,\n"));
        assert_eq!(Documentation::new(" Nothing more.\n").example(), None);
    }
}
