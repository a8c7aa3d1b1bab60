//! A condition as written.

use crate::rubric::{Feeling, Stage};
use crate::scenario::{ClockTime, EndingKind, TimeUnit, rules};
use crate::source::decoding::{Id, OneOf, Read, Reader, WholeNumber, Word, short};
use crate::source::{Kind, Span, Spanned, suggest};
use crate::source::{Node, Value};

use super::{Feels, shapes};

/// A condition and its span.
#[derive(Clone, Debug)]
pub(crate) struct ConditionDoc {
    pub(crate) span: Span,
    pub(crate) kind: ConditionKind,
}

/// A count of turns or visits.
pub(crate) type Count = WholeNumber<1, 1000>;

/// So many turns ago: few enough to remember.
type TurnsAgo = Ago<12>;

/// So many minutes ago, a day at most.
type MinutesAgo = Ago<1440>;

/// A kind of condition, its names not yet resolved.
#[derive(Clone, Debug)]
pub(crate) enum ConditionKind {
    AtLeast(Feeling, Feels),
    Below(Feeling, Feels),
    Stage(Stage),
    Reached(Stage),
    Recovering,
    Flag(Spanned<Id>),
    Chose(Spanned<Id>, Spanned<Id>),
    Shown(Spanned<Word>),
    Before(Spanned<Word>, Spanned<Word>),
    Visits(Spanned<Id>, u16),
    NeedOpen(Spanned<Id>),
    Unmet(Spanned<Id>, Count),
    /// A scene, and at least how many turns or minutes ago it was met.
    Since(Spanned<Id>, u16, TimeUnit),
    /// A choice of a scene, and at least how many turns or minutes ago it was taken.
    SinceChose(Spanned<Id>, Spanned<Id>, u16, TimeUnit),
    JustChose(Spanned<Id>, Spanned<Id>),
    /// Without the scene: the condition's name, the choice, and how long ago. It can only be reported.
    SceneLeftOut(&'static str, Spanned<Id>, Option<u16>),
    From(ClockTime),
    Ended(Spanned<Id>),
    EndedAs(EndingKind),
    All(Vec<ConditionDoc>),
    Any(Vec<ConditionDoc>),
    Not(Box<ConditionDoc>),
    /// A part of it could not be read, which has been reported.
    Broken,
}

impl Read for ConditionDoc {
    const WHAT: &'static str = "a condition, such as `AtLeast(agitation, 50)`";

    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let (name, name_span, items): (&str, Span, &[Node]) = match &node.value {
            Value::Word(word) => (word, node.span, &[]),
            Value::Tuple { name: Some(name), items } => (name.text, name.span, items),
            Value::Fields { name: Some(name), .. } => (name.text, name.span, &[]),
            _ => return reader.wrong_type(node, Self::WHAT, None),
        };
        let Some(shape) = shapes::shape(name) else {
            return unknown(name, name_span, reader);
        };
        let kind = match (name, items) {
            ("All" | "Any", _) => match inner(items, reader) {
                Some(inner) if name == "All" => ConditionKind::All(inner),
                Some(inner) => ConditionKind::Any(inner),
                None => return wrong_shape(node, name, shape, reader),
            },
            ("Not", [one]) => {
                Self::read(one, reader).map_or(ConditionKind::Broken, |one| ConditionKind::Not(Box::new(one)))
            }
            _ => match reader.as_this(|reader| simple(name, items, reader)) {
                Ok(kind) => kind.unwrap_or(ConditionKind::Broken),
                Err(WrongShape) => return wrong_shape(node, name, shape, reader),
            },
        };
        Some(Self { span: node.span, kind })
    }

    fn kind() -> Kind {
        shapes::kind()
    }
}

/// Reports a name that no condition has.
fn unknown(name: &str, span: Span, reader: &mut Reader) -> Option<ConditionDoc> {
    let all = || {
        let names: Vec<String> = shapes::names().map(|known| format!("`{known}`")).collect();
        format!("the conditions are: {}", names.join(", "))
    };
    let hint =
        shapes::meant(name).or_else(|| suggest::closest(name, shapes::names())).map_or_else(all, suggest::did_you_mean);
    let message = format!("`{}` is not a condition", short(name));
    reader.report(rules::UNKNOWN_CONDITION.at(span, message).hint(hint));
    None
}

/// The conditions inside `All(…)` or `Any(…)`, which may also be given as one list in the brackets. `None` where
/// there are none.
fn inner(items: &[Node], reader: &mut Reader) -> Option<Vec<ConditionDoc>> {
    let items = match items {
        [Node { value: Value::List(listed), .. }] => listed,
        _ => items,
    };
    (!items.is_empty()).then(|| items.iter().filter_map(|item| ConditionDoc::read(item, reader)).collect())
}

/// The arguments do not fit the condition.
struct WrongShape;

/// A condition without conditions inside; `None` where an argument could not be read.
fn simple(name: &str, items: &[Node], reader: &mut Reader) -> Result<Option<ConditionKind>, WrongShape> {
    use ConditionKind as Kind;
    use TimeUnit::{Minutes, Turns};
    Ok(match (name, items) {
        ("AtLeast", [a, b]) => pair(a, b, reader)?.map(|(OneOf(feeling), least)| Kind::AtLeast(feeling, least)),
        ("Below", [a, b]) => pair(a, b, reader)?.map(|(OneOf(feeling), bound)| Kind::Below(feeling, bound)),
        ("Stage", [a]) => OneOf::read(a, reader).map(|OneOf(stage)| Kind::Stage(stage)),
        ("Reached", [a]) => OneOf::read(a, reader).map(|OneOf(stage)| Kind::Reached(stage)),
        ("Recovering", []) => Some(Kind::Recovering),
        ("Flag", [a]) => Spanned::read(a, reader).map(Kind::Flag),
        ("Chose", [a, b]) => pair(a, b, reader)?.map(|(scene, choice)| Kind::Chose(scene, choice)),
        ("Shown", [a]) => Spanned::read(a, reader).map(Kind::Shown),
        ("Before", [a, b]) => pair(a, b, reader)?.map(|(a, b)| Kind::Before(a, b)),
        ("Visited", [a]) => Spanned::read(a, reader).map(|scene| Kind::Visits(scene, 1)),
        ("Visits", [a, b]) => pair(a, b, reader)?.map(|(scene, count): (_, Count)| Kind::Visits(scene, count.get())),
        ("NeedOpen", [a]) => Spanned::read(a, reader).map(Kind::NeedOpen),
        ("Unmet", [a, b]) => pair(a, b, reader)?.map(|(need, turns)| Kind::Unmet(need, turns)),
        ("Since", [a, b]) => pair(a, b, reader)?.map(|(a, ago): (_, TurnsAgo)| Kind::Since(a, ago.get(), Turns)),
        ("MinutesSince", [a, b]) => {
            pair(a, b, reader)?.map(|(a, ago): (_, MinutesAgo)| Kind::Since(a, ago.get(), Minutes))
        }
        ("SinceChose", [a, b, c]) => {
            ago(a, b, c, reader).map(|(a, b, ago): (_, _, TurnsAgo)| Kind::SinceChose(a, b, ago.get(), Turns))
        }
        ("MinutesSinceChose", [a, b, c]) => {
            ago(a, b, c, reader).map(|(a, b, ago): (_, _, MinutesAgo)| Kind::SinceChose(a, b, ago.get(), Minutes))
        }
        ("Chose", [a]) => alone("Chose", a, None, reader)?,
        ("JustChose", [a]) => alone("JustChose", a, None, reader)?,
        ("SinceChose", [a, b]) => alone("SinceChose", a, Some(b), reader)?,
        ("MinutesSinceChose", [a, b]) => alone("MinutesSinceChose", a, Some(b), reader)?,
        ("JustChose", [a, b]) => pair(a, b, reader)?.map(|(scene, choice)| Kind::JustChose(scene, choice)),
        ("From", [a]) => ClockTime::read(a, reader).map(Kind::From),
        ("Ended", [a]) => Spanned::read(a, reader).map(Kind::Ended),
        ("EndedAs", [a]) => OneOf::read(a, reader).map(|OneOf(kind)| Kind::EndedAs(kind)),
        _ => return Err(WrongShape),
    })
}

/// Reads two arguments, the second even if the first fails. Where both are of the wrong type, they are most likely
/// in the wrong order, which is reported once.
fn pair<A: Read, B: Read>(a: &Node<'_>, b: &Node<'_>, reader: &mut Reader) -> Result<Option<(A, B)>, WrongShape> {
    let before = reader.diagnostic_count();
    let (first, second) = (A::read(a, reader), B::read(b, reader));
    if reader.diagnostic_count() == before + 2 && reader.wrong_types_since(before) {
        reader.discard_since(before);
        return Err(WrongShape);
    }
    Ok(first.zip(second))
}

/// Reads a scene, a choice and how long ago, each even if another fails.
fn ago<N: Read>(
    a: &Node<'_>,
    b: &Node<'_>,
    c: &Node<'_>,
    reader: &mut Reader,
) -> Option<(Spanned<Id>, Spanned<Id>, N)> {
    let (scene, choice, ago) = (Spanned::read(a, reader), Spanned::read(b, reader), N::read(c, reader));
    Some((scene?, choice?, ago?))
}

/// A choice without its scene; the scene may be known from all the others later.
fn alone(
    name: &'static str,
    choice: &Node<'_>,
    ago: Option<&Node<'_>>,
    reader: &mut Reader,
) -> Result<Option<ConditionKind>, WrongShape> {
    let ago = match ago.map(|ago| &ago.value) {
        None => None,
        Some(Value::Integer(number)) => Some(u16::try_from(*number).map_err(|_| WrongShape)?),
        Some(_) => return Err(WrongShape),
    };
    if !matches!(choice.value, Value::Text(_)) {
        return Err(WrongShape);
    }
    Ok(Spanned::read(choice, reader).map(|choice| ConditionKind::SceneLeftOut(name, choice, ago)))
}

/// So many turns or minutes ago, from 1 to `MOST`.
struct Ago<const MOST: i64>(u16);

impl<const MOST: i64> Ago<MOST> {
    const fn get(&self) -> u16 {
        self.0
    }
}

impl<const MOST: i64> Read for Ago<MOST> {
    const WHAT: &'static str = WholeNumber::<1, MOST>::WHAT;

    /// A number out of range is reported and then taken for the least, so that all names beside it are looked up.
    fn read(node: &Node<'_>, reader: &mut Reader) -> Option<Self> {
        let before = reader.diagnostic_count();
        let number = WholeNumber::<1, MOST>::read(node, reader);
        if matches!(node.value, Value::Integer(0)) {
            let hint = "for the same turn there are `JustChose` and `Visited`";
            reader.hint_since(before, hint);
        }
        match (number, &node.value) {
            (Some(number), _) => Some(Self(number.get())),
            (None, Value::Integer(_)) => Some(Self(1)),
            (None, _) => None,
        }
    }
}

fn wrong_shape(node: &Node<'_>, name: &str, shape: &str, reader: &mut Reader) -> Option<ConditionDoc> {
    reader.report(suggest::other_shape(&rules::CONDITION_SHAPE, node.span, name, shape));
    None
}

impl ConditionDoc {
    /// Calls `visit` with this condition and every one inside it.
    pub(crate) fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        visit(self);
        match &self.kind {
            ConditionKind::All(inner) | ConditionKind::Any(inner) => inner.iter().for_each(|one| one.walk(visit)),
            ConditionKind::Not(inner) => inner.walk(visit),
            _ => {}
        }
    }
}
