//! Scenarios generated from a seed, without errors and with every feature that a scenario may have.

use std::fmt::Write as _;

use crate::support;

/// How many of each part a generated scenario has, and the state of the random number generator.
struct Author {
    state: u64,
    scenes: usize,
    endings: usize,
    interruptions: usize,
    needs: usize,
}

const FLAGS: usize = 3;
const PEOPLE: usize = 2;

/// A scenario that follows from `seed`. It ends in `e-0` or another ending, or gets stuck.
pub(crate) fn scenario(seed: u64) -> String {
    let mut author = Author { state: seed, scenes: 0, endings: 0, interruptions: 0, needs: 0 };
    author.scenes = 2 + author.below(6);
    author.endings = 1 + author.below(3);
    author.interruptions = author.below(4);
    author.needs = author.below(3);
    author.write()
}

impl Author {
    /// The next number below `bound` (splitmix64).
    fn below(&mut self, bound: usize) -> usize {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % bound.max(1) as u64).unwrap_or(0)
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn many(&mut self, most: usize, mut entry: impl FnMut(&mut Self) -> String) -> String {
        let count = self.below(most + 1);
        (0..count).map(|_| entry(self)).collect::<Vec<_>>().join(", ")
    }

    fn behaviour(&mut self) -> String {
        let all = &support::rubric().behaviours;
        all[self.below(all.len())].id.clone()
    }

    fn feeling(&mut self) -> &'static str {
        self.one_of(&["agitation", "trust", "understanding"])
    }

    fn scene(&mut self) -> String {
        format!("\"s-{}\"", self.below(self.scenes))
    }

    fn condition(&mut self, depth: usize) -> String {
        if depth > 0 && self.once_in(3) {
            let (first, second) = (self.condition(depth - 1), self.condition(depth - 1));
            return match self.below(3) {
                0 => format!("All({first}, {second})"),
                1 => format!("Any({first}, {second})"),
                _ => format!("Not({first})"),
            };
        }
        let number = self.below(101);
        let (feeling, scene) = (self.feeling(), self.scene());
        let stage = self.one_of(&["calm", "anxious", "escalating", "crisis"]);
        let (behaviour, other) = (self.behaviour(), self.behaviour());
        let need = self.below(self.needs);
        match self.below(if self.needs == 0 { 11 } else { 13 }) {
            0 => format!("AtLeast({feeling}, {number})"),
            1 => format!("Below({feeling}, {number})"),
            2 => format!("Stage({stage})"),
            3 => format!("Reached({stage})"),
            4 => "Recovering".to_owned(),
            5 => format!("Flag(\"f-{}\")", self.below(FLAGS)),
            6 => format!("Chose({scene}, \"c-0\")"),
            7 => format!("Shown({behaviour})"),
            8 => format!("Before({behaviour}, {other})"),
            9 => format!("Visited({scene})"),
            10 => format!("Visits({scene}, {})", 1 + self.below(3)),
            11 => format!("NeedOpen(\"n-{need}\")"),
            _ => format!("Unmet(\"n-{need}\", {})", 1 + self.below(5)),
        }
    }

    fn target(&mut self, resumes: bool) -> String {
        match self.below(4) {
            0 if resumes => "Resume".to_owned(),
            1 => format!("\"e-{}\"", self.below(self.endings)),
            _ => self.scene(),
        }
    }

    fn then(&mut self, resumes: bool) -> String {
        if self.once_in(3) {
            return self.target(resumes);
        }
        let mut branches = String::new();
        for last in [false, true] {
            if !last && self.once_in(2) {
                continue;
            }
            let when = if last { String::new() } else { format!("when: {}, ", self.condition(1)) };
            if self.once_in(2) {
                let _ = write!(branches, "({when}to: {}), ", self.target(resumes));
            } else {
                let (one, other) = (self.target(resumes), self.target(resumes));
                let _ =
                    write!(branches, "({when}chance: [({}, {one}), (1, {other}), (2, {one})]), ", 1 + self.below(9));
            }
        }
        format!("[{branches}]")
    }

    fn text(&mut self, name: &str) -> String {
        let wordings = format!("[\"{name} 1\", \"{name} 2\", \"{name} 3\"]");
        match self.below(3) {
            0 => format!("\"{name}\""),
            1 => wordings,
            _ => format!("[(when: {}, say: \"{name} 0\"), (say: {wordings})]", self.condition(2)),
        }
    }

    fn choice(&mut self, number: usize, resumes: bool) -> String {
        let words = self.one_of(&["say: \"S\"", "act: \"A\"", "silence: \"Q\"", "say: \"S\", act: \"A\""]);
        let mut choice = format!("(id: \"c-{number}\", {words}, why: \"Why.\"");
        let shows = self.many(4, Self::behaviour);
        let _ = write!(choice, ", shows: [{shows}], then: {}", self.then(resumes));
        if number > 0 && self.once_in(4) {
            let _ = write!(choice, ", when: {}", self.condition(2));
        }
        if self.once_in(4) {
            let flag = self.below(FLAGS);
            let _ = write!(choice, ", {}: [\"f-{flag}\"]", self.one_of(&["sets", "clears"]));
        }
        if self.needs > 0 && self.once_in(5) {
            let _ = write!(choice, ", meets: [\"n-{}\"]", self.below(self.needs));
        }
        if self.once_in(5) {
            let (agitation, trust) = (self.nudge(), self.nudge());
            let _ = write!(choice, ", nudge: (agitation: {agitation}, trust: {trust}, reason: \"R\")");
        }
        choice + ")"
    }

    fn nudge(&mut self) -> i64 {
        i64::try_from(self.below(61)).unwrap_or(30) - 30
    }

    fn choices(&mut self, resumes: bool) -> String {
        let count = 1 + self.below(5);
        (0..count).map(|number| self.choice(number, resumes)).collect::<Vec<_>>().join(",\n")
    }

    /// One kind of moment or two.
    fn moment(&mut self) -> String {
        let kinds = &support::rubric().moments;
        let (one, other) = (self.below(kinds.len()), self.below(kinds.len()));
        if one == other || self.once_in(2) {
            return kinds[one].id.clone();
        }
        format!("[{}, {}]", kinds[one].id, kinds[other].id)
    }

    fn scene_parts(&mut self) -> String {
        let mut parts = format!("narration: {}, ", self.text("narration"));
        match self.below(3) {
            0 => {
                let _ = write!(parts, "patient: {}, ", self.text("patient"));
            }
            1 => {
                let who = self.below(PEOPLE);
                let (say, answer) = (self.text("other"), self.text("answer"));
                let _ = write!(parts, "lines: [(who: \"p-{who}\", say: {say}), (say: {answer})], ");
            }
            _ => {}
        }
        if self.once_in(2) {
            let _ = write!(parts, "moment: {}, cue: \"Cue.\", ", self.moment());
        }
        if self.once_in(5) {
            parts += "timer: (seconds: 20, then: \"c-0\"), ";
        }
        parts
    }

    fn patient(&mut self, needs: &str) -> String {
        let mut of_feelings = |least: usize, most: usize| {
            let [agitation, trust, understanding] = [(); 3].map(|()| least + self.below(most - least + 1));
            format!("(agitation: {agitation}, trust: {trust}, understanding: {understanding})")
        };
        let (feels, sensitivity) = (of_feelings(0, 100), of_feelings(50, 150));
        format!("feels: {feels}, needs: [{needs}], sensitivity: {sensitivity}, baseline: {}", self.below(101))
    }

    fn write(&mut self) -> String {
        let mut scenes = format!(
            "\"s-start\": (choices: [(id: \"c-0\", act: \"Begin.\", shows: [], why: \"W\", then: \"s-0\", sets: [{}])]),\n",
            (0..FLAGS).map(|flag| format!("\"f-{flag}\"")).collect::<Vec<_>>().join(", ")
        );
        for scene in 0..self.scenes {
            let _ = writeln!(scenes, "\"s-{scene}\": ({}choices: [{}]),", self.scene_parts(), self.choices(false));
        }
        for interruption in 0..self.interruptions {
            let _ = write!(scenes, "\"i-{interruption}\": (breaks_in: {}, ", self.condition(1));
            let _ = if self.once_in(6) {
                writeln!(scenes, "ending: (title: \"T\", kind: Unsafe, thought: \"T\")),")
            } else {
                writeln!(scenes, "{}choices: [{}]),", self.scene_parts(), self.choices(true))
            };
        }
        for ending in 0..self.endings {
            let kind = self.one_of(&["Good", "Mixed", "Poor", "Unsafe"]);
            let _ = writeln!(scenes, "\"e-{ending}\": (ending: (title: \"T\", kind: {kind}, thought: \"T\")),");
        }
        let needs: Vec<String> = (0..self.needs)
            .map(|need| {
                format!("(id: \"n-{need}\", text: \"N\", cleared_by: [{}, {}])", self.behaviour(), self.behaviour())
            })
            .collect();
        let needs = needs.join(", ");
        let people =
            (0..PEOPLE).map(|person| format!("\"p-{person}\": (name: \"P\", about: \"P\"),")).collect::<Vec<_>>();
        let people = people.concat();
        let met = format!("Any(Ended(\"e-0\"), EndedAs(Good), {})", self.condition(2));
        let patient = self.patient(&needs);
        support::minimal()
            .replace("Shown(open_question)", &met)
            .replace("feels: (agitation: 30, trust: 40, understanding: 20)", &patient)
            .split("    start:")
            .next()
            .map(|head| {
                format!(
                    "{head}    people: {{{people}}},\n    start: \"s-start\",\n    scenes: {{\n{scenes}    }},\n)\n"
                )
            })
            .unwrap_or_default()
    }
}
