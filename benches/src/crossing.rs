//! Conversations whose roads cross: every choice of a decision leads to the next one, and only how the
//! patient feels tells roads apart, so that there are many states and far more roads.

use std::fmt::Write;

/// Decisions, and whether a condition sees understanding, which must then be kept apart too.
pub const SIZES: [(usize, bool); 7] =
    [(14, false), (28, false), (56, false), (14, true), (20, true), (28, true), (36, true)];

/// Behaviours of every kind.
const SHOWN: [&str; 24] = [
    "introduces_role",
    "open_question",
    "allows_silence",
    "reflects_content",
    "names_emotion",
    "validates",
    "respects_effort",
    "plain_words",
    "teach_back",
    "explains_why",
    "gives_time",
    "specific_next_step",
    "calm_tone",
    "gives_space",
    "asks_need",
    "apologises",
    "jargon",
    "info_dump",
    "ignores_cue",
    "dismisses",
    "blames_policy",
    "argues",
    "orders_calm",
    "vague_time",
];

/// The scenario's text.
#[must_use]
pub fn text(decisions: usize, understanding: bool) -> String {
    let mut ron = String::from(HEAD);
    let mut random = 88_172_645_463_325_252_u64;
    for at in 0..decisions {
        let _ = writeln!(ron, "  \"s{at}\": (patient: \"Yes.\", choices: [");
        for choice in 0..4 {
            let shows = shows(&mut random);
            let next = at + 1;
            let _ = writeln!(
                ron,
                "    (id: \"c{choice}\", say: \"Words {choice}.\", shows: [{shows}], why: \"So.\", then: \"s{next}\"),"
            );
        }
        let _ = writeln!(ron, "  ]),");
    }
    let feeling = if understanding { "understanding" } else { "trust" };
    let _ = writeln!(
        ron,
        "  \"s{decisions}\": (patient: \"Well.\", choices: [\n    (id: \"a\", say: \"So.\", shows: [], why: \"So.\", \
         then: [(when: AtLeast({feeling}, 60), to: \"e0\"), (to: \"e1\")]),\n    (id: \"b\", say: \"I see.\", shows: \
         [validates], why: \"So.\", then: \"e0\"),\n  ]),\n  \"e0\": (ending: (title: \"Well\", kind: Good, thought: \
         \"Well.\")),\n  \"e1\": (ending: (title: \"Badly\", kind: Poor, thought: \"Badly.\")),\n}})"
    );
    ron
}

/// One to three behaviours, drawn by Marsaglia's xorshift (doi 10.18637/jss.v008.i14).
fn shows(random: &mut u64) -> String {
    let mut draw = |below: usize| {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        usize::try_from(*random >> 33).unwrap_or(0) % below
    };
    let mut shown: Vec<&str> = (0..=draw(3)).map(|_| SHOWN[draw(SHOWN.len())]).collect();
    shown.sort_unstable();
    shown.dedup();
    shown.join(", ")
}

const HEAD: &str = r#"(
  format: 1, id: "crossing", title: "Crossing roads", setting: "Here", place: Ward, you_are: "the nurse",
  summary: "Roads that cross.", level: Foundation, minutes: 5, practises: [empathy], briefing: "None.",
  objectives: [(id: "well", text: "End well", met: Ended("e0"))],
  patient: (
    name: "Ann", age: 50, pronouns: "she/her", about: "A patient.", looks: (skin: 3, hair: Short, wears: Shirt),
    feels: (agitation: 50, trust: 50, understanding: 50), sensitivity: (agitation: 90, trust: 75),
  ),
  start: "s0",
  scenes: {
"#;
