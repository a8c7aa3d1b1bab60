//! Latin letters with marks, without these.

/// Each plain spelling with the lower-case letters that are written so where marks cannot be.
const LETTERS: [(&str, &str); 29] = [
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"),
    ("ae", "æ"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
    ("g", "ĝğġģ"),
    ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįıǐịỉ"),
    ("j", "ĵ"),
    ("k", "ķ"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňŉŋ"),
    ("o", "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšș"),
    ("ss", "ß"),
    ("t", "ţťŧț"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔụủứừửữự"),
    ("v", "ṽ"),
    ("w", "ŵẁẃẅ"),
    ("x", "ẋ"),
    ("y", "ýÿŷỳỵỷỹ"),
    ("z", "źżž"),
    ("b", "ḃ"),
    ("f", "ḟ"),
    ("m", "ṁ"),
    ("p", "ṗ"),
];

/// How a lower-case letter is written without marks, which is nothing for a mark by itself; `None` for what is neither.
pub(super) fn unaccented(c: char) -> Option<&'static str> {
    if matches!(c, '\u{300}'..='\u{36F}') {
        return Some("");
    }
    LETTERS.iter().find(|(_, marked)| marked.contains(c)).map(|(plain, _)| *plain)
}
