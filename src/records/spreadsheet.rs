//! What a spreadsheet would do with a text, and how it is kept from it.

/// The mark by which spreadsheets know that a file is in UTF-8.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What a formula begins with, and the wide forms of it.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// What ends a cell for a spreadsheet that does not go by commas, as those of many languages do not.
const ENDS: [char; 4] = [';', '\t', '\r', '\n'];

/// The text with an apostrophe before whatever a spreadsheet would take for a formula, as OWASP advises under "CSV
/// Injection": where it begins, and where a cell of it would begin.
pub(super) fn harmless(text: &str) -> String {
    let mut harmless = String::with_capacity(text.len() + 1);
    if text.starts_with(['\t', '\r', '\n']) {
        harmless.push('\'');
    }
    let mut begins = true;
    for sign in text.chars() {
        if begins && SIGNS.contains(&sign) {
            harmless.push('\'');
        }
        harmless.push(sign);
        begins = ENDS.contains(&sign);
    }
    harmless
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_would_begin_a_cell_with_semicolons_between_cells_is_no_formula_either() {
        assert_eq!(harmless("I would wait;=1+1;;@x; then ask - 2=2"), "I would wait;'=1+1;;'@x; then ask - 2=2");
        assert_eq!(harmless("-1\n\u{ff1d}1\r\n+1"), "'-1\n'\u{ff1d}1\r\n'+1");
        assert_eq!(harmless("\t=1"), "'\t'=1");
        assert_eq!(harmless("a=1"), "a=1");
    }
}
