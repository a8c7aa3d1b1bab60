//! Reads a long text in which nothing is wrong, and keeps little of it at a time.
//!
//! A long text has millions of tokens and a tree that is larger than itself. Kept whole, both are written to
//! memory and fetched from there again, and that takes as long as making them. What is wrong with a text,
//! however, shows only in all of its tokens. So a text is first read as if nothing were: with few tokens at hand,
//! and one part of the tree after the other. At the first thing that is wrong this is given up, and
//! [`parse`](super::parse()) has its turn.

use super::faults::Faults;
use super::group::Shape;
use super::lex::lex;
use super::limits::{MAX_BYTES, MAX_DEPTH};
use super::parse::{OpenGroups, Parser};
use super::token::{Bracket, Kind, Token, Tokens};
use super::{Arena, Node, Value};

/// How many tokens are at hand: as many as a processor keeps close.
const AT_HAND: usize = 1024;

/// How many tokens the parser must have before it, where the text has not ended.
pub(super) const LOOK_AHEAD: usize = 8;

/// How many entries of a map share the room of their parts of the tree.
const ENTRIES: usize = 32;

/// What is known of the text behind the tokens at hand.
pub(super) struct Ahead<'a> {
    /// The brackets that stand open there.
    open: Vec<Bracket>,
    /// How many tokens have been let go of.
    let_go: usize,
    /// How many are to be at hand.
    most: usize,
    /// Where texts are kept that say something else than what is written.
    arena: &'a Arena,
}

impl Ahead<'_> {
    pub(super) const fn let_go(&self) -> usize {
        self.let_go
    }

    /// Whether there is nothing in the next tokens that the parser relies on not to meet. They may be the last.
    fn are_sound(&mut self, next: &[Token], last: bool) -> bool {
        let sound = next.iter().all(|token| match token.kind {
            Kind::Open(bracket) => {
                self.open.push(bracket);
                self.open.len() <= MAX_DEPTH
            }
            Kind::Close(bracket) => self.open.pop() == Some(bracket),
            Kind::Hash | Kind::Bang => false,
            _ => true,
        });
        sound && (self.open.is_empty() || !last)
    }
}

/// Reads fields in round brackets. One of them, the field `handed`, is a map: each of its entries is handed to
/// `take` as soon as it is read, and the tree that is returned has none of them.
///
/// `None` where anything is wrong with the text, where it is not of this shape or has attributes, and where
/// `take` says that it will have no more.
pub(crate) fn parse_in_parts<'a>(
    text: &'a str,
    arena: &'a Arena,
    handed: &str,
    mut take: impl FnMut(&Node<'_>, &Node<'_>) -> bool,
) -> Option<Node<'a>> {
    read(text, arena, AT_HAND, handed, &mut take)
}

fn read<'a>(
    text: &'a str,
    arena: &'a Arena,
    at_hand: usize,
    handed: &str,
    take: &mut impl FnMut(&Node<'_>, &Node<'_>) -> bool,
) -> Option<Node<'a>> {
    if text.len() > MAX_BYTES {
        return None;
    }
    let mut faults = Faults::first(text);
    let mut parser = Parser::new(text, Tokens::default(), arena, &mut faults);
    parser.ahead = Some(Ahead { open: Vec::new(), let_go: 0, most: at_hand, arena });
    parser.read_on();
    let root = parser.in_parts(handed, take)?;
    parser.expect_end();
    (!faults.full()).then_some(root)
}

impl<'a: 't, 't> Parser<'a, 't, '_> {
    /// Lets go of the tokens that have been read, but for the last, and takes the next ones.
    #[cold]
    pub(super) fn read_on(&mut self) {
        let Some(ahead) = self.ahead.as_mut().filter(|_| self.tokens.end < self.text.len()) else { return };
        let read = self.at.saturating_sub(1).min(self.tokens.list.len());
        self.tokens.list.drain(..read);
        self.at -= read;
        ahead.let_go += read;
        let known = self.tokens.list.len();
        lex(self.text, &mut self.tokens, ahead.most, ahead.arena, self.faults);
        let next = self.tokens.list.get(known..).unwrap_or_default();
        if !ahead.are_sound(next, self.tokens.end == self.text.len()) {
            self.faults.give_up();
        }
    }

    /// Reads fields in round brackets, and hands the entries of one of them over.
    fn in_parts(&mut self, handed: &str, take: &mut impl FnMut(&Node<'_>, &Node<'_>) -> bool) -> Option<Node<'t>> {
        let opener = self.span();
        let begins = [self.peek(), self.peek_at(1), self.peek_at(2)];
        let [Some(Kind::Open(Bracket::Round)), Some(Kind::Word(_)), Some(Kind::Colon)] = begins else { return None };
        self.advance();
        // These brackets and those of the map.
        self.values += 2;
        let mut maps = 0;
        let fields = self.fields_with(|parser, name| {
            let map = [Some(Kind::Colon), Some(Kind::Open(Bracket::Curly))];
            if name.text != handed || [parser.peek(), parser.peek_at(1)] != map {
                return parser.value_after(name.span, "field");
            }
            maps += 1;
            parser.advance();
            parser.hand_over(take)
        });
        self.advance();
        (maps == 1).then(|| Node { span: opener.to(self.previous()), value: Value::Fields { name: None, fields } })
    }

    /// Reads a map and hands its entries over.
    fn hand_over(&mut self, take: &mut impl FnMut(&Node<'_>, &Node<'_>) -> bool) -> Node<'t> {
        let opener = self.span();
        self.advance();
        let mut arena = Arena::new();
        while self.entries_to(take, &arena) {
            arena.clear();
        }
        self.advance();
        Node { span: opener.to(self.previous()), value: Value::Map(&[]) }
    }

    /// Hands some entries over, whose parts of the tree are kept in `arena`; whether there may be more.
    fn entries_to<'p>(&mut self, take: &mut impl FnMut(&Node<'_>, &Node<'_>) -> bool, arena: &'p Arena) -> bool
    where
        'a: 'p,
    {
        let mut parser = Parser {
            text: self.text,
            tokens: std::mem::take(&mut self.tokens),
            at: self.at,
            ahead: self.ahead.take(),
            values: self.values,
            faults: self.faults,
            arena,
            open: OpenGroups::default(),
        };
        let more = (0..ENTRIES).all(|_| {
            parser.part(Shape::Map, |parser| {
                let (key, value) = parser.entry();
                if !parser.faults.full() && !take(&key, &value) {
                    parser.faults.give_up();
                }
            })
        });
        Parser { tokens: self.tokens, at: self.at, ahead: self.ahead, values: self.values, .. } = parser;
        more
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Arena, Node, Value, parse};
    use super::{LOOK_AHEAD, read};

    const SOUND: &str = r#"( // one of each
    id: "a-b", minutes: 6, share: -0.5, letter: 'x', raw: r"c:\d", bytes: b"e", said: "he \"f\"", none: (),
    list: [g, Some(1), None, true,], looks: Pair(1, (2)), named: Point(x: 1, y: [2]),
    scenes: { "one": (say: "Well,\n(yes) [no] {so}", to: []), /* two */ "two": (end: {}) },
)
"#;

    /// What alters a text the most.
    const SLIPS: [&str; 18] =
        ["(", ")", "[", "]", "{", "}", ",", ":", "\"", "'", "#", "!", "a", "1", ";", "=", "//", "\u{201c}"];

    /// What is read with few tokens at hand and in parts, as one tree.
    fn in_parts<'a>(text: &'a str, arena: &'a Arena, at_hand: usize) -> Option<String> {
        let mut taken = Vec::new();
        let mut take = |key: &Node<'_>, value: &Node<'_>| {
            taken.push(format!("({key:?}, {value:?})"));
            true
        };
        let root = format!("{:?}", read(text, arena, at_hand, "scenes", &mut take)?);
        Some(root.replacen("Map([])", &format!("Map([{}])", taken.join(", ")), 1))
    }

    /// What is read with all of them, in one piece, where nothing is wrong.
    fn whole(text: &str) -> Option<String> {
        let arena = Arena::new();
        let parsed = parse(text, &arena);
        parsed.root.filter(|_| parsed.diagnostics.is_empty() && parsed.complete).map(|root| format!("{root:?}"))
    }

    /// Whether the text has just one map to be handed over, and no signs of which attributes are made.
    fn has_the_shape(text: &str) -> bool {
        let arena = Arena::new();
        let Some(Node { value: Value::Fields { name: None, fields }, .. }) = parse(text, &arena).root else {
            return false;
        };
        let scenes =
            || fields.iter().filter(|(name, value)| name.text == "scenes" && matches!(value.value, Value::Map(_)));
        scenes().count() == 1 && !text.contains(['#', '!'])
    }

    proptest! {
        #[test]
        fn a_text_says_the_same_in_parts(
            slips in prop::collection::vec((0..SOUND.len(), 0..3_usize, prop::sample::select(&SLIPS[..])), 0..3),
            at_hand in LOOK_AHEAD + 2..40,
        ) {
            let mut signs: Vec<String> = SOUND.chars().map(String::from).collect();
            for (at, slip, put) in slips {
                signs[at] = [format!("{}{put}", signs[at]), String::new(), put.to_owned()][slip].clone();
            }
            let text = signs.concat();
            let arena = Arena::new();
            match in_parts(&text, &arena, at_hand) {
                None => prop_assert!(whole(&text).is_none() || !has_the_shape(&text), "{}", text),
                parts => prop_assert_eq!(parts, whole(&text), "{}", text),
            }
        }
    }

    #[test]
    fn what_is_wrong_or_of_another_shape_is_left_to_the_whole() {
        let arena = Arena::new();
        let read = |text: &str| read(text, &Arena::new(), LOOK_AHEAD + 2, "scenes", &mut |_, _| true).is_some();
        assert!(in_parts(SOUND, &arena, LOOK_AHEAD + 2).is_some());
        for right in ["(scenes: {})", "(a: 1, scenes: {\"a\": 1,}, b: 2)"] {
            assert!(read(right), "{right}");
        }
        for wrong in [
            "",
            "(",
            ")",
            "()",
            "(a: 1)",
            "{}",
            "(scenes: [])",
            "(scenes: {}, scenes: {})",
            "(scenes: {)}",
            "(scenes: {})) ",
            "#![enable(implicit_some)] (scenes: {})",
            "(scenes: {}, a: #)",
            "(scenes: {}",
            "(scenes: {}) ()",
            "N(scenes: {})",
        ] {
            assert!(!read(wrong), "{wrong}");
        }
        let nested = |depth: usize| format!("(scenes: {{}}, a: {}{})", "[".repeat(depth), "]".repeat(depth));
        assert!(read(&nested(63)));
        assert!(!read(&nested(64)));
    }

    #[test]
    fn who_takes_the_parts_may_refuse() {
        let arena = Arena::new();
        let mut taken = 0;
        let mut take = |_: &Node<'_>, _: &Node<'_>| {
            taken += 1;
            taken < 2
        };
        assert!(read("(scenes: {1: 1, 2: 2, 3: 3})", &arena, LOOK_AHEAD + 2, "scenes", &mut take).is_none());
        assert_eq!(taken, 2);
    }
}
