//! Bytes → the text of a small generated scenario: loops, flags, needs, chance, conditions and interruptions, in any
//! mixture.

use std::fmt::Write as _;

/// The text of the scenario generated from `entropy`; it has no errors, whatever the bytes.
pub(crate) fn text(entropy: &[u8]) -> String {
    Generator { entropy: entropy.to_vec(), at: 0, scenes: 0, interruptions: 0, clock: false, hubs: Vec::new() }
        .scenario()
}

const SHOWN: [&str; 14] = [
    "validates",
    "names_emotion",
    "plain_words",
    "gives_time",
    "calm_tone",
    "attends_need",
    "explains_why",
    "jargon",
    "info_dump",
    "dismisses",
    "threatens",
    "orders_calm",
    "vague_time",
    "blames_policy",
];

const MOMENTS: [&str; 7] = ["feeling", "question", "need", "[need, feeling]", "[question, risk]", "room", "muddle"];

struct Generator {
    entropy: Vec<u8>,
    at: usize,
    scenes: usize,
    interruptions: usize,
    /// Whether it runs by the clock.
    clock: bool,
    /// Which scenes are hubs, of those that are no interruptions.
    hubs: Vec<bool>,
}

impl Generator {
    fn next(&mut self, below: usize) -> usize {
        let byte = self.entropy.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(byte) % below
    }

    fn scenario(&mut self) -> String {
        self.scenes = 2 + self.next(3);
        self.interruptions = self.next(3);
        let feels = format!(
            "agitation: {}, trust: {}, understanding: {}",
            self.next(10) * 11,
            self.next(10) * 11,
            self.next(10) * 11
        );
        let [percent, trust, understood] = [(); 3].map(|()| [50, 80, 100, 130, 150][self.next(5)]);
        let objective = match self.next(6) {
            0 => "EndedAs(Good)".to_owned(),
            1 => format!("All(Ended(\"e0\"), {})", self.condition(1)),
            _ => self.condition(2),
        };
        self.clock = self.next(3) > 0;
        self.hubs = (0..self.scenes).map(|scene| self.next(if scene == 0 { 2 } else { 4 }) == 0).collect();
        let clock = if self.clock { "clock: \"23:20\", " } else { "" };
        let closed = match self.next(3) {
            0 => format!("instead: [(when: {}, to: \"e1\")], ", self.condition(1)),
            _ => String::new(),
        };
        let mut scenes = String::new();
        for scene in 0..self.scenes + self.interruptions {
            scenes += &self.scene(scene);
        }
        format!(
            r#"(
    format: 1, id: "invented", title: "Invented", setting: "Here", {clock}place: Ward, you_are: "the nurse",
    summary: "Made of bytes.", level: Foundation, minutes: 5, practises: [empathy], briefing: "None.",
    objectives: [
        (id: "first", text: "Feeling first", met: Before(validates, explains_why)),
        (id: "other", text: "Something else", met: {objective}),
    ],
    patient: (
        name: "Ann", age: 50, pronouns: "she/her", about: "A patient.",
        looks: (skin: 3, hair: Short, wears: Shirt),
        feels: ({feels}), sensitivity: (agitation: {percent}, trust: {trust}, understanding: {understood}),
        needs: [(id: "n0", text: "Water", cleared_by: attends_need), (id: "n1", text: "Time", cleared_by: gives_time)],
    ),
    start: "s0",
    scenes: {{
{scenes}
        "e0": ({closed}ending: (title: "Well", kind: Good, thought: "Well.")),
        "e1": (ending: (title: "Badly", kind: Poor, thought: "Badly.")),
    }},
)"#
        )
    }

    fn name(&self, scene: usize) -> String {
        if scene < self.scenes { format!("s{scene}") } else { format!("i{}", scene - self.scenes) }
    }

    fn scene(&mut self, scene: usize) -> String {
        let interrupts = scene >= self.scenes;
        let mut head = String::new();
        let hub = !interrupts && self.hubs[scene];
        if hub {
            let times = ["", "times: 1, ", "times: 2, "][self.next(3)];
            let again =
                ["", "again: \"What else?\", ", "again: (narration: \"A nod.\", mood: tired, patient: \"And?\"), "]
                    [self.next(3)];
            head = format!("hub: ({times}{again}on: \"{}\"), ", self.later_than(scene));
        } else if interrupts {
            head = format!("breaks_in: {}, ", self.condition(1));
        } else if self.next(2) == 0 {
            let moment = MOMENTS[self.next(MOMENTS.len())];
            let _ = write!(head, "moment: {moment}, cue: \"A sigh.\", ");
        }
        if !interrupts && scene > 0 && self.next(2) == 0 {
            head.push_str("instead: [");
            for _ in 0..=self.next(2) {
                let when = self.condition(1);
                let _ = write!(head, "(when: {when}, to: \"{}\"), ", self.later_than(scene));
            }
            head.push_str("], ");
        }
        let choices = 2 + self.next(2);
        let choices: String =
            (0..choices).map(|choice| self.choice(scene, choice, interrupts, hub && choice < 2)).collect();
        let patient = match self.next(3) {
            0 => format!(
                "[(when: {}, say: \"No.\"), (when: {}, say: \"So.\"), (say: \"Yes.\")]",
                self.condition(1),
                self.condition(1)
            ),
            1 => format!("[(when: {}, say: \"No.\"), (say: \"Yes.\")]", self.condition(2)),
            _ => "\"Yes.\"".to_owned(),
        };
        format!("        \"{}\": ({head}patient: {patient}, choices: [\n{choices}        ]),\n", self.name(scene))
    }

    fn choice(&mut self, scene: usize, choice: usize, interrupts: bool, topic: bool) -> String {
        let shows: Vec<&str> = (0..self.next(3)).map(|_| SHOWN[self.next(SHOWN.len())]).collect();
        let mut distinct = shows.clone();
        distinct.sort_unstable();
        distinct.dedup();
        let mut more = String::new();
        if self.next(4) == 0 {
            let hub = !interrupts && self.hubs[scene];
            let when = if hub { self.condition_in_a_hub(scene) } else { self.condition(1) };
            let _ = write!(more, "when: {when}, ");
        }
        let flags = if scene == 0 { 2 + choice.min(1) } else { self.next(5) };
        more += ["", "", "sets: [\"f0\"], ", "sets: [\"f1\"], clears: [\"f0\"], ", "meets: [\"n1\"], "][flags];
        if self.next(4) == 0 {
            let agitation = [20, -30][self.next(2)];
            let _ = write!(more, "nudge: (agitation: {agitation}, trust: -9, reason: \"So it is.\"), ");
        }
        match self.next(4) {
            0 => {
                let _ = write!(
                    more,
                    "answer: [(when: {}, say: \"Oh.\"), (when: {}, say: \"Well.\"), (say: \"Hm.\")], ",
                    self.condition(1),
                    self.condition(2)
                );
            }
            1 => {
                let _ = write!(
                    more,
                    "answer: (narration: [(when: {}, say: \"A nod.\"), (say: [\"Nothing.\", \"A look.\"])], \
                     mood: tired, lines: [(say: \"Hm.\", when: {}), (say: [(when: {}, say: \"No.\"), (say: \"Yes.\")])]), ",
                    self.condition(1),
                    self.condition(1),
                    self.condition(1)
                );
            }
            _ => {}
        }
        if self.clock && self.next(2) == 0 {
            let _ = write!(more, "minutes: {}, ", [0, 5, 15, 40][self.next(4)]);
        }
        // The two topics of a hub come back by themselves.
        let then = if topic { String::new() } else { format!("then: {}", self.then(interrupts)) };
        format!(
            "            (id: \"c{choice}\", say: \"Words.\", shows: [{}], why: \"So.\", {more}{then}),\n",
            distinct.join(", ")
        )
    }

    fn then(&mut self, interrupts: bool) -> String {
        if interrupts && self.next(3) > 0 {
            return "Resume".to_owned();
        }
        match self.next(5) {
            0 => format!("[(when: {}, to: \"{}\"), (to: \"{}\")]", self.condition(2), self.target(), self.target()),
            1 => format!("[(chance: [(2, \"{}\"), (1, \"{}\")])]", self.target(), self.target()),
            _ => format!("\"{}\"", self.target()),
        }
    }

    fn target(&mut self) -> String {
        let target = self.next(self.scenes + 2);
        self.scene_or_ending(target)
    }

    /// A later scene, or an ending. Gates and the ways on from hubs lead to these alone, so never in a circle.
    fn later_than(&mut self, scene: usize) -> String {
        let target = scene + 1 + self.next(self.scenes + 1 - scene);
        self.scene_or_ending(target)
    }

    fn scene_or_ending(&self, at: usize) -> String {
        if at < self.scenes { self.name(at) } else { format!("e{}", at - self.scenes) }
    }

    /// A condition for a choice of a hub, which may be a topic: it does not ask how often, or how long ago, the hub was met.
    fn condition_in_a_hub(&mut self, hub: usize) -> String {
        let condition = self.condition(1);
        let hub = self.name(hub);
        let asks_for_it = ["Visits", "Visited", "Since", "MinutesSince"]
            .iter()
            .any(|fact| condition.contains(&format!("{fact}(\"{hub}\"")));
        if asks_for_it { "Flag(\"f0\")".to_owned() } else { condition }
    }

    fn condition(&mut self, depth: usize) -> String {
        let scene = self.next(self.scenes);
        let scene = self.name(scene);
        let shown = SHOWN[self.next(SHOWN.len())];
        let other = SHOWN[(self.next(SHOWN.len() - 1) + 1) % SHOWN.len()];
        let number = 10 + self.next(8) * 10;
        match self.next(if depth == 0 { 18 } else { 21 }) {
            0 => format!("AtLeast(agitation, {number})"),
            1 => format!("Below(trust, {number})"),
            2 => format!("AtLeast(understanding, {number})"),
            3 => format!("Stage({})", ["calm", "anxious", "escalating", "crisis"][number % 4]),
            4 => format!("Reached({})", ["anxious", "escalating", "crisis"][number % 3]),
            5 => "Recovering".to_owned(),
            6 => ["Flag(\"f0\")", "Flag(\"f1\")"][number / 10 % 2].to_owned(),
            7 => format!("Chose(\"{scene}\", \"c{}\")", number / 10 % 2),
            8 => format!("Shown({shown})"),
            9 if shown != other => format!("Before({shown}, {other})"),
            10 => format!("Visits(\"{scene}\", 2)"),
            11 => "NeedOpen(\"n0\")".to_owned(),
            12 => format!("Unmet(\"n1\", {})", 1 + number / 10 % 4),
            13 => format!("JustChose(\"{scene}\", \"c{}\")", number / 10 % 2),
            14 => format!("Since(\"{scene}\", {})", 1 + number / 10 % 3),
            15 => format!("SinceChose(\"{scene}\", \"c{}\", {})", number / 20 % 2, 1 + number / 10 % 2),
            16 if self.clock => format!("From(\"{}\")", ["23:40", "00:00", "00:15"][number / 10 % 3]),
            17 if self.clock && number < 40 => format!("MinutesSince(\"{scene}\", {})", number / 2),
            17 if self.clock => format!("MinutesSinceChose(\"{scene}\", \"c{}\", {})", number / 10 % 2, number / 4),
            18 => format!("Not({})", self.condition(depth - 1)),
            19 => format!("All({}, {})", self.condition(depth - 1), self.condition(depth - 1)),
            20 => format!("Any({}, {})", self.condition(depth - 1), self.condition(depth - 1)),
            _ => format!("Visited(\"{scene}\")"),
        }
    }
}
