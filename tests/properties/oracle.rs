//! What `ron` reads, in a form that our tree can be compared with.

use bedside::source::{Node, Value};
use ron::value::{Map, Number};

/// How deep `ron` goes; far deeper than what we read.
const DEPTH: usize = 1000;

/// What `ron` itself makes of a text; `None` if it refuses it.
pub(crate) fn read(text: &str) -> Option<ron::Value> {
    let options = ron::Options::default().with_recursion_limit(DEPTH);
    options.from_str::<ron::Value>(text).ok().map(plain)
}

/// Numbers without the width that `ron` picks for them.
fn plain(value: ron::Value) -> ron::Value {
    match value {
        ron::Value::Number(number) => ron::Value::Number(plain_number(number)),
        ron::Value::Option(inner) => ron::Value::Option(inner.map(|inner| Box::new(plain(*inner)))),
        ron::Value::Seq(items) => ron::Value::Seq(items.into_iter().map(plain).collect()),
        ron::Value::Map(map) => {
            ron::Value::Map(map.into_iter().map(|(key, value)| (plain(key), plain(value))).collect())
        }
        other => other,
    }
}

fn plain_number(number: Number) -> Number {
    match number {
        Number::I8(number) => integer(number.into()),
        Number::I16(number) => integer(number.into()),
        Number::I32(number) => integer(number.into()),
        Number::I64(number) => integer(number.into()),
        Number::U8(number) => integer(number.into()),
        Number::U16(number) => integer(number.into()),
        Number::U32(number) => integer(number.into()),
        Number::U64(number) => integer(number.into()),
        other => float(other.into_f64()),
    }
}

/// Whole numbers are kept as 64 bits, signed where they are negative.
fn integer(number: i128) -> Number {
    u64::try_from(number).map(Number::U64).or_else(|_| i64::try_from(number).map(Number::I64)).expect("64 bits")
}

fn float(number: f64) -> Number {
    Number::F64(if number.is_nan() { f64::NAN } else { number }.into())
}

/// Our tree as `ron::Value` holds it: without names, words and repeated keys.
pub(crate) fn as_ron(node: &Node<'_>) -> ron::Value {
    let length = node.span.end() - node.span.start();
    match &node.value {
        // `( )` is an empty sequence to `ron`, and only `()` is a unit.
        Value::Unit if length == 2 => ron::Value::Unit,
        Value::Unit => ron::Value::Seq(Vec::new()),
        Value::Bool(value) => ron::Value::Bool(*value),
        Value::Char(value) => ron::Value::Char(*value),
        Value::Integer(value) => ron::Value::Number(integer((*value).into())),
        Value::Large(value) => ron::Value::Number(integer((*value).into())),
        Value::Float(value) => ron::Value::Number(float(*value)),
        Value::Text(text) => ron::Value::String(text.to_string()),
        Value::Bytes(bytes) => ron::Value::Bytes(bytes.to_vec()),
        // Not `r#None`, which is a word like any other.
        Value::Word("None") if length == 4 => ron::Value::Option(None),
        Value::Word(_) => ron::Value::Unit,
        Value::Tuple { name: Some(name), items } if name.text == "Some" && name.span.end() - name.span.start() == 4 => {
            ron::Value::Option(items.first().map(|item| Box::new(as_ron(item))))
        }
        Value::List(items) | Value::Tuple { items, .. } => ron::Value::Seq(items.iter().map(as_ron).collect()),
        Value::Map(entries) => {
            ron::Value::Map(entries.iter().map(|(key, value)| (as_ron(key), as_ron(value))).collect::<Map>())
        }
        Value::Fields { fields, .. } => ron::Value::Map(
            fields
                .iter()
                .map(|(name, value)| (ron::Value::String(name.text.to_string()), as_ron(value)))
                .collect::<Map>(),
        ),
        Value::Broken => panic!("a broken node in a text without errors"),
    }
}
