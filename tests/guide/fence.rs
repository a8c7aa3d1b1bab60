//! The examples of the guide, and what the comments above them say.

/// A fenced example.
pub(super) struct Fence {
    /// The line of the guide it begins in.
    pub(super) line: usize,
    pub(super) example: Example,
    pub(super) text: String,
}

/// What an example is.
pub(super) enum Example {
    File,
    Into(Into),
    Mistake { at: String, code: String },
    Said,
    Plan,
}

/// What goes into the scenario.
#[derive(Default)]
pub(super) struct Into {
    /// The path at which it goes.
    pub(super) at: String,
    /// The field that is taken out there first.
    pub(super) without: Option<String>,
    /// Whether it is sound only once the next example is in.
    pub(super) with_the_next: bool,
    /// Whether it is taken out again after this example, or after the next where that is for now too.
    pub(super) for_now: bool,
}

/// Every example of a text in Markdown. Each fence of RON must be one.
pub(super) fn fences(markdown: &str) -> Vec<Fence> {
    let mut fences = Vec::new();
    let mut lines = (1..).zip(markdown.lines());
    let mut above = "";
    while let Some((line, content)) = lines.next() {
        if let Some(language) = content.strip_prefix("```") {
            let text: String = lines
                .by_ref()
                .map(|(_, line)| line)
                .take_while(|line| *line != "```")
                .flat_map(|line| [line, "\n"])
                .collect();
            match comment(above) {
                Some(said) => fences.push(Fence { line, example: example(said, line), text }),
                None => assert_ne!(language, "ron", "line {line}: say above this example what it is"),
            }
        }
        above = content;
    }
    fences
}

/// The instruction in a line, if the line is a comment for the tests.
fn comment(line: &str) -> Option<&str> {
    line.strip_prefix("<!-- example: ")?.strip_suffix(" -->")
}

fn example(said: &str, line: usize) -> Example {
    let mut parts = said.split(", ");
    let mut into = Into { at: parts.next().unwrap_or_default().to_owned(), ..Into::default() };
    for part in parts {
        match part.split_once(": ") {
            None if part == "with the next" => into.with_the_next = true,
            None if part == "for now" => into.for_now = true,
            Some(("without", field)) => into.without = Some(field.to_owned()),
            Some(("mistake", code)) => return Example::Mistake { at: into.at, code: code.to_owned() },
            _ => panic!("line {line}: `{part}` means nothing above an example"),
        }
    }
    match into.at.as_str() {
        "file" => Example::File,
        "said" => Example::Said,
        "plan" => Example::Plan,
        _ => Example::Into(into),
    }
}
