//! The string literals of a file of Rust, as the compiler would read them.

/// A string literal that somebody may read.
pub(super) struct Literal {
    pub(super) line: usize,
    pub(super) text: String,
}

/// Macros and methods whose texts only developers see.
const FOR_DEVELOPERS: [&str; 13] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "env",
    "expect",
    "expect_err",
    "include_bytes",
    "include_str",
    "panic",
    "unreachable",
];

/// A part of a file that is neither white space nor a comment.
enum Token {
    Word(String),
    Mark(char),
    Text(Literal),
}

/// The string literals of a file without its tests, attributes and what only developers see; and the modules in
/// other files that are tests.
pub(super) fn literals(source: &str) -> (Vec<Literal>, Vec<String>) {
    let mut reader = Reader { tokens: tokens(source).into_iter().peekable(), found: Vec::new(), tests: Vec::new() };
    while reader.tokens.peek().is_some() {
        reader.item();
    }
    (reader.found, reader.tests)
}

struct Reader {
    tokens: std::iter::Peekable<std::vec::IntoIter<Token>>,
    found: Vec<Literal>,
    tests: Vec<String>,
}

impl Reader {
    /// Reads one token, an attribute, or what is for developers as a whole.
    fn item(&mut self) {
        match self.tokens.next() {
            Some(Token::Text(literal)) => self.found.push(literal),
            Some(Token::Mark('#')) => self.attribute(),
            Some(Token::Word(word)) if FOR_DEVELOPERS.contains(&word.as_str()) => {
                self.next_is('!');
                if matches!(self.tokens.peek(), Some(Token::Mark('(' | '['))) {
                    self.group();
                }
            }
            _ => {}
        }
    }

    fn next_is(&mut self, mark: char) -> bool {
        self.tokens.next_if(|token| matches!(token, Token::Mark(found) if *found == mark)).is_some()
    }

    /// Passes over an attribute, and over what it is for where that is a test.
    fn attribute(&mut self) {
        self.next_is('!');
        if !matches!(self.tokens.peek(), Some(Token::Mark('['))) {
            return;
        }
        let words = self.group();
        let has = |word: &str| words.iter().any(|found| found == word);
        if has("cfg") && has("test") && !has("not") {
            self.test();
        }
    }

    /// Passes over the item behind `#[cfg(test)]`: up to its semicolon, or to the end of its braces.
    fn test(&mut self) {
        let (mut is_module, mut module) = (false, None);
        while let Some(token) = self.tokens.peek() {
            match token {
                Token::Mark('{') => {
                    self.group();
                    return;
                }
                Token::Mark('(' | '[') => {
                    self.group();
                    continue;
                }
                Token::Mark(';') => {
                    self.tests.extend(module);
                    return;
                }
                Token::Word(word) if word == "mod" => is_module = true,
                Token::Word(name) if is_module => module = Some(name.clone()),
                _ => {}
            }
            self.tokens.next();
        }
    }

    /// Passes over a bracket and all in it, and returns the words there.
    fn group(&mut self) -> Vec<String> {
        let (mut depth, mut words) = (0, Vec::new());
        for token in self.tokens.by_ref() {
            match token {
                Token::Mark('(' | '[' | '{') => depth += 1,
                Token::Mark(')' | ']' | '}') => depth -= 1,
                Token::Word(word) => words.push(word),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        words
    }
}

fn tokens(source: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            comment(rest)
        } else if let Some((text, length)) = string(rest) {
            let line = 1 + source[..source.len() - rest.len()].matches('\n').count();
            found.push(Token::Text(Literal { line, text }));
            length
        } else if first == '\'' {
            character(rest)
        } else if first.is_alphanumeric() || first == '_' {
            let word: String = rest.chars().take_while(|next| next.is_alphanumeric() || *next == '_').collect();
            let length = word.len();
            found.push(Token::Word(word));
            length
        } else {
            if !first.is_whitespace() {
                found.push(Token::Mark(first));
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    found
}

/// The length of the comment that `/*` opens; such comments can be nested.
fn comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    loop {
        match rest[at..].find(['/', '*']).map(|found| at + found) {
            Some(mark) if rest[mark..].starts_with("/*") => (depth, at) = (depth + 1, mark + 2),
            Some(mark) if rest[mark..].starts_with("*/") => (depth, at) = (depth - 1, mark + 2),
            Some(mark) => at = mark + 1,
            None => return rest.len(),
        }
        if depth == 0 {
            return at;
        }
    }
}

/// The text of the string literal at the start, and its length as written.
fn string(rest: &str) -> Option<(String, usize)> {
    let opening = rest.strip_prefix(['b', 'c']).unwrap_or(rest);
    if let Some(raw) = opening.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let inner = raw[hashes..].strip_prefix('"')?;
        let close = format!("\"{}", &raw[..hashes]);
        let end = inner.find(&close)?;
        return Some((inner[..end].to_owned(), rest.len() - inner.len() + end + close.len()));
    }
    let mut inner = opening.strip_prefix('"')?;
    let mut text = String::new();
    loop {
        let end = inner.find(['"', '\\'])?;
        text.push_str(&inner[..end]);
        if inner[end..].starts_with('"') {
            return Some((text, rest.len() - inner.len() + end + 1));
        }
        inner = escape(&inner[end + 1..], &mut text)?;
    }
}

/// Reads what is behind a backslash, and returns what follows it.
fn escape<'a>(rest: &'a str, text: &mut String) -> Option<&'a str> {
    let mut characters = rest.chars();
    match characters.next()? {
        'n' => text.push('\n'),
        't' => text.push('\t'),
        'r' => text.push('\r'),
        '0' => text.push('\0'),
        '\n' => return Some(rest.trim_start()),
        'x' => {
            text.push(char::from(u8::from_str_radix(rest.get(1..3)?, 16).ok()?));
            return rest.get(3..);
        }
        'u' => {
            let (digits, behind) = rest.strip_prefix("u{")?.split_once('}')?;
            text.push(char::from_u32(u32::from_str_radix(&digits.replace('_', ""), 16).ok()?)?);
            return Some(behind);
        }
        other => text.push(other),
    }
    Some(characters.as_str())
}

/// The length of the character or lifetime at the start.
fn character(rest: &str) -> usize {
    let mut characters = rest.char_indices().skip(1);
    match (characters.next(), characters.next()) {
        (Some((_, '\\')), Some((escaped, _))) => rest[escaped + 1..].find('\'').map_or(1, |end| escaped + end + 2),
        (Some(_), Some((close, '\''))) => close + 1,
        _ => 1,
    }
}

#[test]
fn strings_are_read_as_the_compiler_reads_them() {
    let source = r##"
        // "a comment" /* and */
        /* "one /* in */ another" */
        fn f<'a>(quote: char, other: &'a str) -> &'static str {
            if quote == '"' || quote == '\'' || quote == '\u{1f600}' { "one \"two\"\n\u{2014}" } else { "goes \
                on" }
        }
        const RAW: &str = r#"a "raw" \n one"#;
        const BYTES: &[u8] = b"bytes";
    "##;
    let found: Vec<(usize, String)> =
        literals(source).0.into_iter().map(|literal| (literal.line, literal.text)).collect();
    let meant = [(5, "one \"two\"\n—"), (5, "goes on"), (8, "a \"raw\" \\n one"), (9, "bytes")];
    assert_eq!(found, meant.map(|(line, text)| (line, text.to_owned())));
}

#[test]
fn what_only_developers_see_is_left_out() {
    let source = r#"
        #![doc = "of the file"]
        #[expect(dead_code, reason = "of a lint")]
        const KEPT: &str = "kept";
        #[cfg(test)]
        mod tests;
        #[cfg(all(test, unix))]
        mod more { const TEXT: &str = "of a test"; }
        #[cfg(test)]
        const fn seen() -> [&'static str; 1] { ["of a test too"] }
        #[cfg(not(test))]
        const ALSO: &str = "also kept";
        fn f() { assert!(true, "of an assertion"); g().expect("of a promise"); say("spoken") }
    "#;
    let (found, tests) = literals(source);
    let found: Vec<String> = found.into_iter().map(|literal| literal.text).collect();
    assert_eq!(found, ["kept", "also kept", "spoken"]);
    assert_eq!(tests, ["tests"]);
}
