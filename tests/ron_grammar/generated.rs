//! Well-formed RON in all its spellings.

use proptest::collection::vec;
use proptest::prelude::*;

/// Spaces and comments, which may stand between any two tokens.
fn space() -> BoxedStrategy<String> {
    prop_oneof![
        8 => Just(String::new()),
        4 => Just(" ".to_owned()),
        2 => "[ \t\n\r\u{b}\u{c}\u{85}\u{200e}\u{2028}]{1,4}",
        1 => "//[a-z \"'(\\[{é“\\\\]{0,6}\n",
        1 => Just("/* a \" /* ( */ ' // } */".to_owned()),
        1 => Just("/***/".to_owned()),
    ]
    .boxed()
}

/// A word that can be a name or a value.
fn word() -> BoxedStrategy<String> {
    prop_oneof![
        8 => "[a-zA-Z_][a-z0-9_]{0,5}",
        1 => "r#[a-z0-9.+-]{1,5}",
        1 => "[éàßñ][a-zé]{0,3}",
        1 => prop::sample::select(vec!["r", "b", "br", "rb", "_", "inf_", "NaNs", "Somebody", "trueish", "r#true", "r#Some", "r#None"])
            .prop_map(str::to_owned),
    ]
    .prop_filter("`Some` needs brackets", |word| word != "Some")
    .boxed()
}

fn integer() -> BoxedStrategy<String> {
    prop_oneof![
        any::<u64>().prop_map(|number| number.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<i8>().prop_map(|number| number.to_string()),
        any::<u16>().prop_map(|number| format!("+{number}")),
        any::<u32>().prop_map(|number| format!("0x{number:X}")),
        any::<u32>().prop_map(|number| format!("-0x{number:x}")),
        any::<u16>().prop_map(|number| format!("0b{number:b}")),
        any::<u16>().prop_map(|number| format!("0o{number:o}")),
        "[0-9][0-9_]{0,8}",
    ]
    .boxed()
}

fn number() -> BoxedStrategy<String> {
    prop_oneof![
        integer(),
        any::<u8>().prop_map(|number| format!("{number}u8")),
        any::<i8>().prop_map(|number| format!("{number}i8")),
        any::<i32>().prop_map(|number| format!("{number}_i32")),
        any::<u64>().prop_map(|number| format!("0x{number:x}u64")),
        "[0-9]{18,24}",
        "-[0-9]{18,24}",
        any::<f64>().prop_map(|number| format!("{number:?}")),
        any::<f32>().prop_map(|number| format!("{number:?}f32")),
        "[+-]?[0-9][0-9_]{0,3}\\.[0-9]{0,3}(e[+-]?[0-9]{1,2})?(f32|f64)?",
        "[+-]?\\.[0-9]{1,3}",
        "[0-9]{1,3}[eE][0-9]{1,2}(f32|f64)?",
        "[0-9]{1,3}(f32|f64)",
        "[+-]?(inf|NaN)(f32|f64)?",
        "b'([a-z]|\\\\n|\\\\x[0-9a-f]{2}|'|\")'",
    ]
    .boxed()
}

fn text() -> BoxedStrategy<String> {
    prop_oneof![
        4 => "\"([a-zA-Z ,.:'é“”😀\n\t]|\\\\n|\\\\r|\\\\t|\\\\0|\\\\\\\\|\\\\\"|\\\\'){0,12}\"",
        1 => "\"(\\\\x[0-7][0-9a-fA-F]|\\\\xC3\\\\xA9|\\\\xf0\\\\x9f\\\\x98\\\\x80|\\\\u\\{[0-9a-cA-C]{1,4}\\}|\\\\u\\{1F600\\}){0,4}\"",
        1 => "\"[a-z]{0,3}\\\\\n[ \t\n]{0,3}[a-z]{0,3}\"",
        1 => Just("\"a\\\r\n  b\"".to_owned()),
        1 => "r\"[a-z\\\\'#\n]{0,6}\"",
        1 => "r#\"[a-z\\\\'\n]{0,3}(\"[a-z])?\"#",
        1 => Just("r##\"a \"# b\"##".to_owned()),
    ]
    .boxed()
}

fn leaf() -> BoxedStrategy<String> {
    prop_oneof![
        3 => number(),
        3 => text(),
        3 => word(),
        1 => prop::sample::select(vec!["true", "false", "None", "()", "( )", "(/* */)", "A()", "[]", "{}"]).prop_map(str::to_owned),
        1 => "b\"([a-zé]|\\\\x[0-9a-f]{2}|\\\\n|\\\\u\\{e9\\}){0,4}\"",
        1 => "br#\"[a-z\\\\]{0,4}\"#",
        1 => "'([a-z\"é'😀\n]|\\\\n|\\\\'|\\\\x[0-7][0-9a-f]|\\\\u\\{e9\\})'",
    ]
    .boxed()
}

/// Parts with commas between them, and perhaps one behind them.
fn parts(part: BoxedStrategy<String>) -> BoxedStrategy<String> {
    (vec((space(), part, space()), 1..4), any::<bool>(), space())
        .prop_map(|(parts, trailing, space)| {
            let parts: Vec<String> = parts.into_iter().map(|(before, part, after)| before + &part + &after).collect();
            parts.join(",") + if trailing { "," } else { "" } + &space
        })
        .boxed()
}

fn pair(left: BoxedStrategy<String>, right: BoxedStrategy<String>) -> BoxedStrategy<String> {
    (left, space(), space(), right)
        .prop_map(|(left, before, after, right)| format!("{left}{before}:{after}{right}"))
        .boxed()
}

/// Any value.
pub(crate) fn value() -> BoxedStrategy<String> {
    leaf()
        .prop_recursive(4, 24, 4, |value| {
            let key = prop_oneof![integer(), text(), word()].boxed();
            let fields = parts(pair(word(), value.clone()));
            let tuple = parts(value.clone());
            let name = (word().prop_filter("not a keyword", |word| !is_keyword(word)), space()).boxed();
            prop_oneof![
                2 => tuple.clone().prop_map(|items| format!("[{items}]")),
                2 => tuple.clone().prop_map(|items| format!("({items})")),
                2 => parts(pair(key, value.clone())).prop_map(|entries| format!("{{{entries}}}")),
                3 => fields.clone().prop_map(|fields| format!("({fields})")),
                2 => (name.clone(), fields).prop_map(|((name, space), fields)| format!("{name}{space}({fields})")),
                2 => (name, tuple).prop_map(|((name, space), items)| format!("{name}{space}({items})")),
                1 => (space(), space(), value, space()).prop_map(|(a, b, value, c)| format!("Some{a}({b}{value}{c})")),
            ]
        })
        .boxed()
}

/// Words that are values and so name no brackets.
fn is_keyword(word: &str) -> bool {
    ["true", "false", "None", "inf", "NaN"].contains(&word)
}

/// A whole text, perhaps with attributes.
pub(crate) fn document() -> BoxedStrategy<String> {
    let attribute = prop::sample::select(vec![
        "#![enable(implicit_some)]",
        "# ! [ enable ( unwrap_newtypes , implicit_some , ) ]",
        "#![enable(explicit_struct_names)]#![enable(r#implicit_some)]",
        "#![type = \"a\"] #![schema = r\"b\"]",
    ]);
    let attribute = prop_oneof![9 => Just(""), 1 => attribute];
    (space(), attribute, space(), value(), space())
        .prop_map(|(a, attribute, b, value, c)| format!("{a}{attribute}{b}{value}{c}"))
        .boxed()
}

/// A well-formed text with a few characters taken out, put in or doubled.
pub(crate) fn mutated() -> BoxedStrategy<String> {
    let signs: Vec<char> = "()[]{},:;='\"\\/*#!.-+_01xbrneufiS \n\té“”\u{a0}\u{feff}@".chars().collect();
    let mutation = (any::<prop::sample::Index>(), 0..3_u8, prop::sample::select(signs));
    let text = prop_oneof![document(), leaf(), number(), text()];
    (text, vec(mutation, 1..3))
        .prop_map(|(text, mutations)| {
            let mut letters: Vec<char> = text.chars().collect();
            for (at, how, sign) in mutations {
                let at = at.index(letters.len() + 1);
                match (how, letters.get(at).copied()) {
                    (0, Some(_)) => drop(letters.remove(at)),
                    (1, Some(letter)) => letters.insert(at, letter),
                    _ => letters.insert(at, sign),
                }
            }
            letters.into_iter().collect()
        })
        .boxed()
}

/// Short texts on the border of what is well formed, where mutations seldom come.
pub(crate) fn borderline() -> BoxedStrategy<String> {
    let some = ("(r#)?Some", space(), vec(leaf(), 0..3), "(,|, a: 1)?")
        .prop_map(|(some, space, items, end)| format!("{some}{space}({}{end})", items.join(",")));
    prop_oneof![
        4 => "[+-]?[0-9ef_.+-]{1,7}([iuf](8|16|32|64|128))?",
        2 => "[+-]?0[xob][0-9a-f_]{0,6}([iuf](8|16|32|64|128))?",
        1 => "[+-]?[0-9]{1,3}(u8|i8|u16|i16|_u8|f32)",
        1 => "[+-]?(99999|9223372036854775|18446744073709551|340282366920938463463374607431768211)[0-9]{0,5}(u64|i64|e1|f32|_)?",
        1 => "[+-]?(inf|NaN|Inf|nan)(f32|f64|f)?",
        3 => "[\"'](\\\\[xu0nrt'\"{}\n]?|[0-9a-fA-F]{1,2}|\\{[0-9a-f]{0,7}\\}|\\\\xc3|\\\\xa9){0,5}[\"']",
        1 => "b[\"'](\\\\[xu0nrt'\"\n]?|[0-9a-fA-F]{1,2}|\\{e9\\}|é|'){0,4}[\"']",
        2 => "b?r#{0,2}\"?[a-z\"#.+-]{0,4}\"?#{0,2}",
        1 => "(r#|r|b|br)?[a-z.+-]{0,4}",
        1 => "\\([ ,:()a1\"]{0,6}\\)",
        1 => "\\{[ ,:()a1\"]{0,6}\\}",
        2 => some,
        1 => "(true|false|None|inf|r#true|A) ?\\((1|a:1)?\\)",
        1 => "(/\\*|\\*/|/|\\*| |1|\n|//){1,6}",
        1 => "#! ?\\[ ?(enable|type|schema|r#enable) ?[(=] ?(implicit_some|unwrap_newtypes|\"a\"|r\"a\"|b\"a\"|1|,){1,3}\\)?\\]1",
    ]
    .boxed()
}
