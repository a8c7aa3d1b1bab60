//! The conversation as a scenario of Bedside, and the two ways it is played.

use std::fmt::Write;
use std::sync::Arc;

use bedside::fairness;
use bedside::rubric::Rubric;
use bedside::rules::rules;
use bedside::scenario::Scenario;
use bedside::session::{Chance, NoReasons, Session, State};
use bedside::source::Source;

use crate::conversation::{Choice, Conversation};
use crate::pick;

/// The conversation as a scenario's text. The effects follow from two behaviours, as Bedside has it.
#[must_use]
pub fn text(conversation: &Conversation) -> String {
    let mut ron = String::from(HEAD);
    for (index, decision) in conversation.decisions.iter().enumerate() {
        let _ = writeln!(ron, "  \"s{index}\": (patient: \"{}\", choices: [", decision.says);
        for (number, option) in decision.options.iter().enumerate() {
            let guard = option.below.map(|below| format!(" when: Below(agitation, {below}),")).unwrap_or_default();
            let _ = writeln!(
                ron,
                "    (id: \"c{number}\", say: \"{}\", shows: [{}], why: \"{}\", then: \"s{}\",{guard}),",
                option.says,
                shows(option),
                option.why,
                index + 1
            );
        }
        let _ = writeln!(ron, "  ]),");
    }
    let end = conversation.decisions.len();
    let _ = writeln!(ron, "  \"s{end}\": (ending: (title: \"The end\", kind: Good, thought: \"Thank you.\")),\n}})");
    ron
}

const HEAD: &str = r#"(
format: 1, id: "generated", title: "Generated", setting: "Nowhere", place: Ward, you_are: "a program",
summary: "Made up.", level: Foundation, minutes: 1, practises: [active_listening], briefing: "None.",
objectives: [(id: "calm", text: "Calm", met: Below(agitation, 30))],
patient: (name: "Nobody", age: 40, pronouns: "they/them", about: "Made up.", looks: (skin: 3, hair: Short, wears: Shirt),
  feels: (agitation: 45, trust: 40, understanding: 20)),
start: "s0", scenes: {
"#;

const fn shows(option: &Choice) -> &'static str {
    match option.effects[0] {
        i8::MIN..=-4 => "names_emotion, offers_choices",
        -3..=0 => "reflects_content, explains_why",
        1..=4 => "plain_words, interrupts",
        _ => "interrupts, jargon",
    }
}

/// The rubric that ships.
#[must_use]
pub fn rubric() -> Arc<Rubric> {
    Arc::new(bedside::library::rubric().expect("the rubric is right"))
}

/// A scenario loaded from its text, with all checks.
#[must_use]
pub fn load(text: &str, rubric: &Arc<Rubric>) -> Arc<Scenario> {
    let reading = fairness::read(Source::new("generated", text), rubric, rules());
    Arc::new(reading.scenario.unwrap_or_else(|| panic!("{:?}", reading.report.diagnostics.first())))
}

/// A full session, as a trainee has it: the words of every scene and option are read, the reasons of
/// every turn, and at the end the transcript. Returns how many bytes were read, and the choices.
#[must_use]
pub fn play(scenario: &Arc<Scenario>) -> (usize, usize) {
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(7));
    let (mut read, mut turn) = (0, 0);
    loop {
        let scene = session.current_scene();
        read += scene.lines().map(|line| line.words.len()).sum::<usize>();
        read += scene.offer.iter().filter_map(|&id| scenario.choice(id).words.say()).map(str::len).sum::<usize>();
        if scene.offer.is_empty() {
            break;
        }
        let choice = scene.offer[pick(turn, scene.offer.len())];
        session.choose(choice, None).expect("it is on offer");
        read += session.transcript().turns.last().map_or(0, |turn| turn.changes.len());
        turn += 1;
    }
    (read + session.transcript().turns.len(), turn)
}

/// Simulated play: nobody reads the words. Returns the state at the end, and the choices.
#[must_use]
pub fn simulate(scenario: &Scenario) -> (State, usize) {
    let mut state = State::begin(scenario);
    let chance = Chance::from_seed(7);
    let (mut offer, mut turn) = (Vec::new(), 0);
    loop {
        offer.clear();
        offer.extend(state.options(scenario));
        if offer.is_empty() {
            return (state, turn);
        }
        state.step(scenario, offer[pick(turn, offer.len())], chance, &mut NoReasons);
        turn += 1;
    }
}
