//! We accept what `ron` accepts, read the same, and refuse the rest.
//!
//! The differences are those that `source/syntax/parse.rs` names: ranges, the forms of `Some` that two extensions
//! allow, letters beyond the plainest of Unicode, and the limits.

use proptest::prelude::*;

use super::generated::{borderline, document, mutated};
use crate::properties::agreement::{agrees, spans_hold};
use crate::properties::oracle;

/// Spellings that chance seldom finds.
#[rustfmt::skip]
const SPELLINGS: &[&str] = &[
    r#""\u{000041}""#, r#""\u{0000041}""#, r#""\u{d800}""#, r#""\u{110000}""#, r#""\u41""#, r#""\xc3""#,
    r#""\xc3\x""#, r"'\xc3\xa9'", r"'\xe9'", r"b'\xe9'", r"b'\u{e9}'", "b'é'", "b, ", "''", "'\\'",
    "\u{feff}()", "()\u{feff}", "(a\u{a0}: 1)", "\"a\\\r\n b\"", "\"a\\\rb\"", "'a", "b'a", "/", "(/)",
    "1/**/", "//", "/*/", "/*/*/", "/**/*/1", "()()", "( )", "(,)", "[,]", "[1,,2]", "(a:1,,b:2)",
    "(a:1 b:2)", "{1:2 3:4}", "(a:1,2)", "(1,a:2)", "(a)", "(a,)", "A (1)", "A\n(a:1)", "true(1)", "None(1)",
    "inf(1)", "(true:1)", "(inf:1)", "(Some:1)", "(None:1)", "Some", "Some(1)", "Some(1,)", "Some()",
    "Some(1,2)", "Some(a:1)", "Some(A(a:1))", "Some((a:1))", "r#Some", "r#Some(1,2)", "r#true", "r#", "r##",
    "r#a.b", "a.b", "a-b", "(a.b:1)", "(r#a.b:1)", "(a:1,b-c:2)", "(\"a\":1)", "{a:1}", "{\"a\":1,\"a\":2}",
    "(a:1,a:2)", "(a=1)", "(a:1;b:2)", "a:1", "340282366920938463463374607431768211456",
    "-9223372036854775809", "18446744073709551616u64", "1e999", "-0", "-0u8", "-0.0", "1__0", "0x", "0b2",
    "0o8", "0x_1", "+_1", "_1", "1_", "1._5", "1_.5", "1e+_5", "- 1", "+-1", ".", "5.", ".5", "1.e5", ".e5",
    "0xFFi8", "0x7Fi8", "1i128", "1f32", "1.5u8", "#![enable()]1", "#![enable(implicit_some)1",
    "#![enable(implicit_some,)]1", "#![a]1", "1 #![enable(implicit_some)]", "#![type=1]1", "#",
];

#[test]
fn rare_spellings_are_told_apart_as_ron_does() {
    for text in SPELLINGS {
        agrees(text);
        agrees(&format!("(a: {text}, b: [{text}])"));
    }
}

proptest! {
    #[test]
    fn what_is_well_formed_is_read_as_ron_reads_it(text in document()) {
        prop_assert!(oracle::read(&text).is_some(), "ron refuses {:?}", ron::from_str::<ron::Value>(&text));
        agrees(&text);
        spans_hold(&text);
    }

    #[test]
    fn what_ron_refuses_is_refused_and_no_more(text in mutated()) {
        agrees(&text);
        spans_hold(&text);
    }

    #[test]
    fn what_is_on_the_border_is_told_apart_as_ron_does(text in borderline()) {
        agrees(&text);
        spans_hold(&text);
        agrees(&format!("(a: {text}, b: 1)"));
    }

    #[test]
    fn any_text_is_survived(text in any::<String>()) {
        spans_hold(&text);
    }

    #[test]
    fn any_signs_are_survived(text in "[()\\[\\]{},:;='\"\\\\/*#!.+_01xbrneuS \n“”é-]{0,60}") {
        agrees(&text);
        spans_hold(&text);
    }
}
