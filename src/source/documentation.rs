//! What authors read about the parts of the format and about rules: the doc comments of their declarations.

/// A doc comment for authors, in Markdown. Its first paragraph says what the thing means. A line that
/// begins with `Default: ` says what holds where it is left out, and the fenced block is an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Documentation(&'static str);

impl Documentation {
    /// `doc_comment` has a space at the start of each line, as the compiler passes it on.
    pub(crate) const fn new(doc_comment: &'static str) -> Self {
        Self(doc_comment)
    }

    /// All lines, without the space at their start.
    pub fn lines(self) -> impl Iterator<Item = &'static str> {
        self.0.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end())
    }

    /// The first paragraph, as one line.
    #[must_use]
    pub fn summary(self) -> String {
        self.lines().take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Everything after the first paragraph, line by line.
    pub fn after_summary(self) -> impl Iterator<Item = &'static str> {
        self.lines().skip_while(|line| !line.is_empty())
    }

    /// Everything but the default and the example.
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

    /// What holds where it is left out.
    #[must_use]
    pub fn default(self) -> Option<&'static str> {
        self.lines().find_map(|line| line.strip_prefix(Self::DEFAULT))
    }

    /// The first fenced block, without its fences.
    #[must_use]
    pub fn example(self) -> Option<String> {
        let mut from_fence = self.lines().skip_while(|line| !line.starts_with(Self::FENCE));
        from_fence.next()?;
        Some(from_fence.take_while(|line| !line.starts_with(Self::FENCE)).flat_map(|line| [line, "\n"]).collect())
    }

    const DEFAULT: &'static str = "Default: ";
    const FENCE: &'static str = "```";
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
