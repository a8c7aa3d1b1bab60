//! The words in the boxes and beside the lines of a picture, and the space they need.

use crate::scenario::{Choice, Scenario, SceneId, Text};
use crate::sentence::is_ended;
use crate::shared::SharedText;

use super::layout::Size;
use super::{Effect, Odds, Reach, condition};

/// Where an interruption leads when it is over.
pub const BACK: &str = "back to the talk";

/// The height of a row of a label or of a detail.
pub const ROW: i64 = 16;

/// The space between a box and its text.
pub const PADDING: i64 = 12;

/// The height of the name of a node.
const NAME: i64 = 20;

/// The width of a character: generous, since the reader's font is not known.
const CHARACTER: i64 = 7;

/// The width of a character of a name.
const BOLD_CHARACTER: i64 = 9;

/// The most characters in a line of a detail.
const DETAIL: usize = 34;

/// The most lines of a detail.
const DETAIL_LINES: usize = 2;

/// The most characters in a row of a label.
const LABEL: usize = 44;

/// The most characters in a tag.
const TAG: usize = 40;

/// The words in the box of a scene.
pub(super) struct BoxWords {
    pub(super) tag: String,
    pub(super) name: String,
    pub(super) detail: Vec<String>,
}

impl BoxWords {
    pub(super) fn of(scenario: &Scenario, id: SceneId, reach: Reach) -> Self {
        let scene = scenario.scene(id);
        let mut tags = Vec::new();
        if id == scenario.start {
            tags.push("Start".to_owned());
        }
        if let Some((_, when)) = scenario.interruptions.iter().find(|(scene, _)| *scene == id) {
            tags.push(format!("Breaks in: {}", condition::words(scenario, when)));
        }
        let ending = scenario.ending(id);
        tags.extend(ending.map(|ending| format!("{} ending", ending.kind.word())));
        tags.extend(reach.word().map(|word| format!("({word})")));
        let said = scene.passage.lines.iter().map(|line| &line.text);
        let spoken = said.chain([&scene.passage.narration]).find_map(first_wording);
        let text = ending.map(|ending| ending.title.clone()).or_else(|| Some(format!("\u{201c}{}\u{201d}", spoken?)));
        let detail = text.map(|text| lines(&text)).unwrap_or_default();
        Self { tag: shortened(&tags.join(" \u{b7} "), TAG), name: shortened(&scene.id, DETAIL), detail }
    }

    pub(super) fn elsewhere(name: &str) -> Self {
        Self { tag: String::new(), name: shortened(name, DETAIL), detail: Vec::new() }
    }

    /// The space they need.
    pub(super) fn size(&self, ending: bool) -> Size {
        let detail = self.detail.iter().map(|line| width(line)).max().unwrap_or(0);
        let widest = (columns(&self.name) * BOLD_CHARACTER).max(width(&self.tag)).max(detail);
        let rows = self.detail.len() + usize::from(!self.tag.is_empty());
        let slanted = if ending { PADDING } else { 0 };
        Size { width: widest + 2 * (PADDING + slanted), height: NAME + ROW * units(rows) + 2 * PADDING - 6 }
    }
}

/// What the words of an edge are composed from.
pub(super) struct EdgeWords<'a> {
    pub(super) effect: Effect,
    pub(super) choice: &'a Choice,
    pub(super) offered: Option<&'a str>,
    pub(super) when: Option<&'a str>,
    pub(super) otherwise: bool,
    pub(super) odds: Option<Odds>,
    /// Why it cannot be taken, where exploring all roads has shown that.
    pub(super) never: Option<&'a str>,
}

impl EdgeWords<'_> {
    pub(super) fn label(&self) -> String {
        let mut label = format!("{} {}", self.effect.sign(), self.choice.id);
        for part in self.circumstances() {
            label += " \u{b7} ";
            label += &part;
        }
        shortened(&label, LABEL)
    }

    /// The label as a sentence, with what is said and done.
    pub(super) fn sentence(&self) -> String {
        let mut sentence = format!("{} ({})", self.choice.id, self.effect.word());
        for part in self.circumstances() {
            sentence += ", ";
            sentence += &part;
        }
        for words in [self.choice.words.act(), self.choice.words.say()].into_iter().flatten() {
            sentence += if is_ended(&sentence) { " " } else { ": " };
            sentence += words;
        }
        sentence
    }

    fn circumstances(&self) -> impl Iterator<Item = String> {
        let never = self.never.map(str::to_owned);
        let odds = self.odds.map(|odds| format!("{} in {}", odds.weight, odds.of));
        let when = self.when.map(|when| format!("if {when}"));
        let otherwise = (self.otherwise && when.is_none()).then(|| "otherwise".to_owned());
        let offered = self.offered.map(|offered| format!("on offer if {offered}"));
        [never, odds, when, otherwise, offered].into_iter().flatten()
    }
}

/// The name of a gate's way.
pub(super) const INSTEAD: &str = "instead";

/// A gate's row of a label.
pub(super) fn gate_label(when: &str) -> String {
    shortened(&format!("\u{2022} {INSTEAD} \u{b7} if {when}"), LABEL)
}

/// The space that the rows of a label need.
pub(super) fn label_size<'a>(rows: impl Iterator<Item = &'a str>) -> Size {
    rows.fold(Size::default(), |size, row| Size { width: size.width.max(width(row)), height: size.height + ROW })
}

fn width(text: &str) -> i64 {
    columns(text) * CHARACTER
}

/// How many columns a text takes: two for each character of the wide scripts.
fn columns(text: &str) -> i64 {
    text.chars().map(|sign| if sign < '\u{1100}' { 1 } else { 2 }).sum::<i64>()
}

fn units(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn first_wording(text: &Text) -> Option<&str> {
    text.variants.first()?.wordings.first().map(SharedText::as_str)
}

/// The text cut to at most `most` characters.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most - 1).collect();
    format!("{}\u{2026}", kept.trim_end())
}

/// The first lines of a text, broken between words.
fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let last = lines.len() + 1 == DETAIL_LINES;
        let most = if last { DETAIL - 2 } else { DETAIL };
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > most {
            lines.push(shortened(&line, most));
            line.clear();
            if last {
                break;
            }
        }
        line += if line.is_empty() { "" } else { " " };
        line += word;
    }
    if line.is_empty() {
        if let Some(last) = lines.last_mut() {
            last.push_str(" \u{2026}");
        }
    } else {
        lines.push(shortened(&line, DETAIL));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{lines, shortened};

    #[test]
    fn a_text_is_broken_between_words_and_cut_after_two_lines() {
        assert_eq!(lines("Well."), ["Well."]);
        let long = lines("Two hours. Nineteen names, they've called. I've counted. And not one word to me.");
        assert_eq!(long, ["Two hours. Nineteen names, they've", "called. I've counted. And not \u{2026}"]);
        assert_eq!(lines(""), [""; 0]);
    }

    #[test]
    fn what_is_too_long_ends_in_an_ellipsis() {
        assert_eq!(shortened("abcdef", 6), "abcdef");
        assert_eq!(shortened("abcdefg", 6), "abcde\u{2026}");
    }
}
