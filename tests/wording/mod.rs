//! No sentence that somebody reads is in the code twice, so that nobody fixes only one of two.

mod literals;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use literals::literals;

/// Fewer words than these are a label or a part of a sentence, and can be alike by chance.
const WORDS_OF_A_SENTENCE: usize = 3;

/// Sentences that may occur more than once, and why.
const EXCEPTIONS: &[(&str, &str)] = &[];

#[test]
fn no_sentence_stands_in_two_string_literals() {
    let found = sentences_of(Path::new("src"));
    let twice: BTreeMap<&String, &Vec<String>> = found.iter().filter(|(_, positions)| positions.len() > 1).collect();
    let excepted = |sentence: &str| EXCEPTIONS.iter().any(|(exception, _)| *exception == sentence);
    let wrong: Vec<String> = twice
        .iter()
        .filter(|(sentence, _)| !excepted(sentence))
        .map(|(sentence, positions)| format!("{sentence}\n    {}\n", positions.join("\n    ")))
        .collect();
    assert!(wrong.is_empty(), "{} sentences stand more than once:\n\n{}", wrong.len(), wrong.join("\n"));
    for (exception, _) in EXCEPTIONS {
        assert!(twice.contains_key(&(*exception).to_owned()), "is no exception any more: {exception}");
    }
}

/// Every sentence in the string literals of a folder, and its positions; once for each literal.
fn sentences_of(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let mut files = BTreeMap::new();
    let mut tests = BTreeSet::new();
    for path in rust_files(folder) {
        let text = std::fs::read_to_string(&path).expect("a file of the code");
        let (found, modules) = literals(&text);
        let inner = if path.ends_with("mod.rs") { path.with_file_name("") } else { path.with_extension("") };
        tests.extend(modules.iter().map(|module| inner.join(module).with_extension("rs")));
        files.insert(path, found);
    }
    let mut sentences: BTreeMap<String, Vec<String>> = BTreeMap::new();
    // A module of tests may be a folder.
    let is_test = |path: &Path| tests.iter().any(|test| path == test || path.starts_with(test.with_extension("")));
    for (path, found) in files.into_iter().filter(|(path, _)| !is_test(path)) {
        for literal in found {
            for sentence in BTreeSet::from_iter(sentences_in(&literal.text)) {
                sentences.entry(sentence).or_default().push(format!("{}:{}", path.display(), literal.line));
            }
        }
    }
    sentences
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of the code") {
        let path = entry.expect("what is in it").path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The sentences of a text that are long enough, in a form in which two that read alike are alike.
fn sentences_in(text: &str) -> Vec<String> {
    let text = without_values(text);
    let mut sentences = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let end = end_of_sentence(rest);
        let words: Vec<&str> = rest[..end].split_whitespace().collect();
        let sentence = words.join(" ").to_lowercase();
        let sentence = sentence.trim_matches(|mark: char| !mark.is_alphanumeric() && mark != '{' && mark != '}');
        if words.iter().filter(|word| is_word(word)).count() >= WORDS_OF_A_SENTENCE {
            sentences.push(sentence.to_owned());
        }
        rest = &rest[end..];
    }
    sentences
}

/// The text with `{}` for everything that is put in when it is shown.
fn without_values(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        shown.push_str(before);
        rest = match behind.split_once('}') {
            Some((_, behind)) if !rest[before.len()..].starts_with("{{") => {
                shown.push_str("{}");
                behind
            }
            _ => behind,
        };
    }
    shown + rest
}

/// Where the first sentence ends: behind its mark, or at the end of a line.
fn end_of_sentence(text: &str) -> usize {
    let ends = |(at, mark): (usize, char)| {
        let behind = &text[at + mark.len_utf8()..];
        let ended = behind.trim_start_matches(['"', '”', '’', ')']);
        let marked = ['.', '!', '?'].contains(&mark) && (ended.is_empty() || ended.starts_with(char::is_whitespace));
        (marked || mark == '\n').then(|| text.len() - ended.len())
    };
    text.char_indices().find_map(ends).unwrap_or(text.len())
}

/// Whether it is a word of a language, and neither a value, a path nor a tag.
fn is_word(word: &str) -> bool {
    let word = word.trim_matches(|mark: char| mark.is_ascii_punctuation() || "“”‘’…—–".contains(mark));
    !word.is_empty() && word.chars().all(|letter| letter.is_alphabetic() || "'’-".contains(letter))
}

#[test]
fn sentences_are_told_apart_by_their_words_alone() {
    let read = |text| sentences_in(text);
    assert_eq!(read("Nobody said a word. {name:?} left (at {}). Go on."), ["nobody said a word"]);
    assert_eq!(read("Three more words\nfour words on end"), ["three more words", "four words on end"]);
    assert_eq!(read("“It holds {0}!” they say"), read("it holds {count:>3}! They say"));
    assert_eq!(read("e.g. src/a/b.rs <p class=\"a\">"), Vec::<String>::new());
}

/// Words that nobody is to read, and what is said instead.
const AVOIDED: &[(&str, &str)] = &[
    ("being assessed", "\u{201c}assessment\u{201d}: what somebody does, not what is done to them"),
    ("standing still", "\u{201c}It waits for you.\u{201d}"),
    (" of 5)", "what the answer did; a level says nothing to who does not know its scale"),
];

#[test]
fn no_words_stand_in_a_string_literal_that_nobody_is_to_read() {
    let mut found = Vec::new();
    for path in rust_files(Path::new("src")) {
        let text = std::fs::read_to_string(&path).expect("a file of the code");
        for literal in literals(&text).0 {
            let avoided = AVOIDED.iter().filter(|(words, _)| literal.text.contains(words));
            found.extend(
                avoided.map(|(words, instead)| format!("{}:{}: {words}: {instead}", path.display(), literal.line)),
            );
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
