//! A small scenario into which an example of any field can be put.

use bedside::source::{Arena, Value, parse};

/// The fields of a record that surround an example.
fn base(record: &str) -> &'static [(&'static str, &'static str)] {
    match record {
        "a scenario" => &[
            ("format", "1"),
            ("id", "\"frame\""),
            ("title", "\"A frame\""),
            ("setting", "\"A waiting room\""),
            ("place", "WaitingArea"),
            ("you_are", "\"a nurse\""),
            ("summary", "\"A man waits.\""),
            ("level", "Foundation"),
            ("minutes", "5"),
            ("practises", "[empathy]"),
            ("briefing", "\"He has waited for two hours.\""),
            ("objectives", "[(id: \"sorry\", text: \"Say sorry\", met: Shown(apologises))]"),
            (
                "patient",
                "(name: \"Martin Kowalczyk\", age: 58, pronouns: \"he/him\", about: \"A carpenter.\", \
                 looks: (skin: 3, hair: Short, wears: Shirt), feels: (agitation: 45, trust: 40, understanding: 20), \
                 needs: [(id: \"pain\", text: \"His wrist hurts\")])",
            ),
            ("people", "{ \"mary\": (name: \"Mary\", about: \"His sister.\") }"),
            ("start", "\"arrival\""),
            ("scenes", SCENES),
        ],
        "an objective" => &[("id", "\"one\""), ("text", "\"Say sorry\""), ("met", "Shown(apologises)")],
        "the patient" => &[
            ("name", "\"Martin Kowalczyk\""),
            ("age", "58"),
            ("pronouns", "\"he/him\""),
            ("about", "\"A carpenter.\""),
            ("looks", "(skin: 3, hair: Short, wears: Shirt)"),
            ("feels", "(agitation: 45, trust: 40, understanding: 20)"),
        ],
        "`feels`" => &[("agitation", "45"), ("trust", "40"), ("understanding", "20")],
        "a need" => &[("id", "\"pain\""), ("text", "\"His wrist hurts\"")],
        "a person" => &[("name", "\"Mary\""), ("about", "\"His sister.\"")],
        "`looks`" => &[("skin", "3"), ("hair", "Short"), ("wears", "Shirt")],
        "a scene" => {
            &[("choices", "[(id: \"wait\", silence: \"Wait.\", shows: [], why: \"You waited.\", then: \"home\")]")]
        }
        "a spoken line" | "a variant" => &[("say", "\"Well.\"")],
        "a gate" => &[("when", "Below(trust, 40)"), ("to", "\"softens\"")],
        "a hub" => &[("on", "\"home\"")],
        "a timer" => &[("seconds", "20"), ("then", "\"wait\"")],
        "a choice" => {
            &[("id", "\"nod\""), ("act", "\"Nod.\""), ("shows", "[]"), ("why", "\"You nodded.\""), ("then", "\"home\"")]
        }
        "an answer" => &[("patient", "\"Well.\"")],
        "a nudge" => &[("reason", "\"He is tired.\"")],
        "an ending" => &[("title", "\"Home\""), ("kind", "Good"), ("thought", "\"Well.\"")],
        "a step of the model road" => &[("choose", "\"go-over\""), ("note", "\"She goes over.\"")],
        "a silenced warning" => &[("code", "\"unused-flag\""), ("reason", "\"It is meant.\"")],
        "a branch" => &[("to", "\"home\"")],
        _ => &[],
    }
}

/// The choices of a hub.
const TOPICS: &str = r#"[
    (id: "one", act: "Nod.", shows: [], why: "You nodded."),
    (id: "two", act: "Wait.", shows: [], why: "You waited."),
    (id: "three", act: "Sit.", shows: [], why: "You sat."),
]"#;

const SCENES: &str = r#"{
    "arrival": (
        choices: [
            (id: "go-over", say: "I'm sorry.", shows: [apologises], why: "You said sorry.", then: "softens", sets: ["named-a-time"]),
            (id: "policy", say: "We go by need.", shows: [explains_why], why: "You explained.", then: "stands"),
            (id: "wait", silence: "Wait.", shows: [], why: "You waited.", then: "mutters"),
        ],
    ),
    "softens": (choices: [(id: "on", act: "Go on.", shows: [], why: "You went on.", then: "home")]),
    "stands": (choices: [(id: "on", act: "Go on.", shows: [], why: "You went on.", then: "home")]),
    "mutters": (choices: [(id: "on", act: "Go on.", shows: [], why: "You went on.", then: "home")]),
    "home": (ending: (title: "Home", kind: Good, thought: "Well.")),
}"#;

/// What contains a record: another record, and the text in it, with `@` for the record itself.
fn container(record: &str) -> Option<(&'static str, String)> {
    let in_scenes = |scene: &str| SCENES.replacen('{', &format!("{{ \"moment\": {scene},"), 1);
    Some(match record {
        "a scenario" => return None,
        "an objective" => ("a scenario", "objectives: [@],".to_owned()),
        "the patient" => ("a scenario", "patient: @,".to_owned()),
        "`feels`" => ("the patient", "feels: @,".to_owned()),
        "`sensitivity`" => ("the patient", "sensitivity: @,".to_owned()),
        "a need" => ("the patient", "needs: [@],".to_owned()),
        "a person" => ("a scenario", "people: { \"mary\": @ },".to_owned()),
        "`looks`" => ("the patient", "looks: @,".to_owned()),
        "a scene" => ("a scenario", format!("scenes: {},", in_scenes("@"))),
        "a spoken line" => ("a scene", "lines: [@],".to_owned()),
        "a gate" => ("a scene", "instead: [@],".to_owned()),
        "a hub" => ("a scene", "hub: @,".to_owned()),
        "a timer" => ("a scene", "timer: @,".to_owned()),
        "a choice" => ("a scene", "choices: [@],".to_owned()),
        "an answer" => ("a choice", "answer: @,".to_owned()),
        "a nudge" => ("a choice", "nudge: @,".to_owned()),
        "an ending" => ("a scene", "ending: @,".to_owned()),
        "a step of the model road" => ("a scenario", "exemplar: [@],".to_owned()),
        "a silenced warning" => ("a scenario", "allow: [@],".to_owned()),
        "a variant" => ("a scene", "patient: [@, (say: \"Well.\")],".to_owned()),
        "a branch" => ("a choice", "then: [@, (to: \"home\")],".to_owned()),
        other => panic!("say in this file what contains {other}"),
    })
}

/// A whole scenario with these fields in `record`, instead of those that would otherwise be there.
pub(super) fn scenario_with(record: &str, fields: &str) -> String {
    let given = names(fields);
    // A given field replaces the one of its name, and those that exclude it.
    let given_is = |name: &str| given.iter().any(|given| given == name);
    let replaced = |name: &str| {
        given_is(name)
            || match name {
                "choices" => given_is("ending"),
                "to" => given_is("chance"),
                "act" => given_is("silence"),
                "patient" => record == "an answer" && given_is("lines"),
                _ => false,
            }
    };
    let more: &[(&str, &str)] = match record {
        "a scene" if given_is("hub") => &[("choices", TOPICS)],
        "a scenario" if asks_for_the_time(fields) && !given_is("clock") => &[("clock", "\"19:40\"")],
        _ => &[],
    };
    let replaced = |name: &str| replaced(name) || more.iter().any(|(more, _)| *more == name);
    let kept = base(record)
        .iter()
        .filter(|(name, _)| !replaced(name))
        .chain(more)
        .map(|(name, value)| format!("{name}: {value},\n"));
    let whole = format!("(\n{}{fields}\n)", kept.collect::<String>());
    let Some((outer, at)) = container(record) else { return whole };
    // A list's last entry has no condition.
    let at = if given_is("when") { at } else { at.replace(", (say: \"Well.\")", "").replace(", (to: \"home\")", "") };
    scenario_with(outer, &at.replace('@', &whole))
}

/// Whether an example needs a clock.
fn asks_for_the_time(example: &str) -> bool {
    let without_spaces: String = example.split_whitespace().collect();
    ["minutes:5,)", "From(", "MinutesSince"].iter().any(|part| without_spaces.contains(part))
}

/// The names of the fields in an example.
pub(super) fn names(fields: &str) -> Vec<String> {
    let text = format!("({fields})");
    let arena = Arena::new();
    let root = parse(&text, &arena).root.unwrap_or_else(|| panic!("{fields}: cannot be read"));
    match root.value {
        Value::Fields { fields, .. } => fields.iter().map(|(name, _)| name.text.to_owned()).collect(),
        Value::Unit => Vec::new(),
        _ => panic!("{fields}: not fields"),
    }
}
