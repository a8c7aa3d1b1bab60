//! Conversations whose roads cross: every choice of a decision leads to the next one, and only how the
//! patient feels tells roads apart, so that there are many states and far more roads.

use std::fmt::Write;

/// What the last decision sees besides agitation, trust and stage, and what must then be kept apart too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    NothingElse,
    Understanding,
    /// The time of day, at four thresholds; choices take none to fifteen minutes.
    Clock,
}

impl Seen {
    /// As the page says it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NothingElse => "understanding not seen",
            Self::Understanding => "understanding seen",
            Self::Clock => "the clock seen at four thresholds",
        }
    }
}

/// Decisions, and what is seen.
pub const SIZES: [(usize, Seen); 9] = [
    (14, Seen::NothingElse),
    (28, Seen::NothingElse),
    (56, Seen::NothingElse),
    (14, Seen::Understanding),
    (20, Seen::Understanding),
    (28, Seen::Understanding),
    (36, Seen::Understanding),
    (14, Seen::Clock),
    (28, Seen::Clock),
];

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
pub fn text(decisions: usize, seen: Seen) -> String {
    let mut ron = match seen {
        Seen::Clock => HEAD.replace("place:", "clock: \"19:40\", place:"),
        Seen::NothingElse | Seen::Understanding => HEAD.to_owned(),
    };
    let mut random = 88_172_645_463_325_252_u64;
    for at in 0..decisions {
        let _ = writeln!(ron, "  \"s{at}\": (patient: \"Yes.\", choices: [");
        for choice in 0..4 {
            let shows = shows(&mut random);
            let next = at + 1;
            let minutes = match seen {
                Seen::Clock => format!("minutes: {}, ", 5 * choice),
                Seen::NothingElse | Seen::Understanding => String::new(),
            };
            let _ = writeln!(
                ron,
                "    (id: \"c{choice}\", say: \"Words {choice}.\", shows: [{shows}], why: \"So.\", {minutes}then: \"s{next}\"),"
            );
        }
        let _ = writeln!(ron, "  ]),");
    }
    let feeling = if seen == Seen::Understanding { "understanding" } else { "trust" };
    let by_the_clock: String = match seen {
        Seen::Clock => [("22:10", 20), ("21:40", 40), ("21:10", 60), ("20:40", 80)]
            .map(|(time, trust)| format!("(when: All(From(\"{time}\"), AtLeast(trust, {trust})), to: \"e1\"), "))
            .concat(),
        Seen::NothingElse | Seen::Understanding => String::new(),
    };
    let _ = writeln!(
        ron,
        "  \"s{decisions}\": (patient: \"Well.\", choices: [\n    (id: \"a\", say: \"So.\", shows: [], why: \"So.\", \
         then: [{by_the_clock}(when: AtLeast({feeling}, 60), to: \"e0\"), (to: \"e1\")]),\n    (id: \"b\", say: \"I see.\", shows: \
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
