//! How many syllables an English word has, as far as its spelling tells.

/// Words that the rules below would get wrong and that are frequent in such texts.
const EXCEPTIONS: &[(&str, usize)] = &[
    ("area", 3),
    ("business", 2),
    ("chocolate", 2),
    ("client", 2),
    ("create", 2),
    ("created", 3),
    ("diet", 2),
    ("every", 2),
    ("everybody", 4),
    ("everyone", 3),
    ("everything", 3),
    ("evening", 2),
    ("eye", 1),
    ("eyes", 1),
    ("idea", 3),
    ("ideas", 3),
    ("people", 2),
    ("quiet", 2),
    ("quieter", 3),
    ("quietly", 3),
    ("react", 2),
    ("reaction", 3),
    ("realise", 2),
    ("science", 2),
    ("something", 2),
    ("sometimes", 2),
    ("someone", 2),
    ("somewhere", 2),
    ("theatre", 2),
    ("themselves", 2),
    ("whole", 1),
];

/// How many syllables a word has: its groups of vowels, minus those that are silent, plus one wherever two adjacent
/// vowels are pronounced separately. Digits count one each. At least 1.
///
/// An estimate: spelling does not tell everything. Over a text, the errors of the rules weigh little.
pub(super) fn syllables(word: &str) -> usize {
    let word = word.to_lowercase().replace('\u{2019}', "'");
    let digits = digits(&word);
    if digits > 0 {
        return digits;
    }
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(&word);
    if let Some((_, count)) = EXCEPTIONS.iter().find(|(known, _)| *known == stem) {
        return *count;
    }
    let letters: Vec<char> = stem.chars().filter(|letter| letter.is_alphabetic()).collect();
    let counted = groups(&letters) + separate_vowels(&letters) + contracted(stem);
    counted.saturating_sub(silent(&letters)).max(1)
}

/// How many digits a word has.
pub(super) fn digits(word: &str) -> usize {
    word.bytes().filter(u8::is_ascii_digit).count()
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'é' | 'è' | 'ö' | 'ü' | 'ä')
}

/// Groups of vowels. A `y` before a vowel at the start of a word or between vowels does not count as one: "yes",
/// "beyond".
fn groups(letters: &[char]) -> usize {
    let vowel = |at: usize| {
        let consonant = letters[at] == 'y'
            && letters.get(at + 1).copied().is_some_and(is_vowel)
            && (at == 0 || is_vowel(letters[at - 1]) || letters[at - 1] == 'w');
        is_vowel(letters[at]) && !consonant
    };
    (0..letters.len()).filter(|&at| vowel(at) && (at == 0 || !vowel(at - 1))).count()
}

/// Adjacent vowels that are pronounced separately: "going", "actual", "radio", "easier".
fn separate_vowels(letters: &[char]) -> usize {
    let text: String = letters.iter().collect();
    let ends = |ending: &&str| text.ends_with(*ending);
    let mut count = 0;
    if ["eing", "oing", "ying", "uing"].iter().any(ends) && text.len() > 4 {
        count += 1;
    }
    if ["ciate", "ciated", "tiate", "tiated"].iter().any(ends) {
        count += 1;
    }
    if ["ier", "iest", "iety"].iter().any(ends) && groups(letters) > 1 {
        count += 1;
    }
    for pair in text.as_bytes().windows(3) {
        let before = pair[0];
        let soft = matches!(before, b't' | b'c' | b's' | b'g' | b'x');
        match &pair[1..] {
            b"ia" | b"io" | b"iu" if !soft && !matches!(before, b'r') || pair == b"ria" || pair == b"rio" => count += 1,
            b"ua" | b"uo" if !matches!(before, b'g' | b'q') => count += 1,
            b"eo" if matches!(before, b'd' | b'r') => count += 1,
            _ => {}
        }
    }
    count
}

/// In "didn't" the `n't` is a syllable of its own, in "don't" it is not.
fn contracted(word: &str) -> usize {
    let before = word.strip_suffix("n't").and_then(|verb| verb.chars().last());
    usize::from(matches!(before, Some('d' | 's' | 't')))
}

/// Endings that are written and not pronounced: the `e` of "time" and "times", the `ed` of "asked", the `e` within
/// "something".
fn silent(letters: &[char]) -> usize {
    match letters {
        // The only vowel of a word is pronounced: "the", "me".
        _ if groups(letters) < 2 => 0,
        [.., before, 'e', 'd'] => usize::from(!is_vowel(*before) && !matches!(before, 't' | 'd')),
        // In "tables", "candles", "glasses" and "pages" the `e` is pronounced.
        [.., two_before, 'l', 'e', 's'] | [.., two_before, 'l', 'e'] => usize::from(is_vowel(*two_before)),
        [.., before, 'h', 'e', 's'] => usize::from(!matches!(before, 's' | 'c')),
        [.., before, 'e', 's'] => usize::from(!is_vowel(*before) && !matches!(before, 's' | 'x' | 'z' | 'c' | 'g')),
        [.., 'e', 'l', 'y'] => usize::from(groups(letters) > 2),
        [.., before, 'e', 'm', 'e', 'n', 't'] | [.., before, 'e', 'f', 'u', 'l'] | [.., before, 'e'] => {
            usize::from(!is_vowel(*before))
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn syllables_are_counted_as_people_count_them() {
        let counted: [(usize, &str); 4] = [
            (
                1,
                "the me time times asked looked I a he yes pain bed chair wrist voice don't can't won't you've through \
                 eyes called names size I'll went queue stood hurts",
            ),
            (
                2,
                "patient table tables glasses pages wanted needed didn't couldn't isn't doctor going being doing seeing \
                 trying people every quiet fever doctor's tablet hungry hopeful statement lonely language beyond agreed",
            ),
            (3, "hospital medicine easier radio actual audio idea video explaining however carrier understand"),
            (4, "emergency understanding operation appreciate territory"),
        ];
        for (expected, words) in counted {
            for word in words.split_whitespace() {
                assert_eq!(syllables(word), expected, "{word}");
            }
        }
    }

    #[test]
    fn digits_and_signs_count_one_at_least() {
        assert_eq!(syllables("19"), 2);
        assert_eq!(syllables("X"), 1);
        assert_eq!(syllables("Mr"), 1);
    }
}
