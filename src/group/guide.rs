//! The facilitator's guide to a scenario: the hour, the places to pause, what to look for, and where its facts come from.

use crate::scenario::{Scenario, SceneId};

use super::agenda::Part;
use super::checklist::checklist;
use super::handout::{Handout, Item, Section};
use super::step::Phase;

/// The facilitator's guide to a scenario, with the minutes planned for each part of the session.
#[must_use]
pub fn guide(scenario: &Scenario, planned: [u16; 5]) -> Handout {
    let sections = [
        Some(hour(planned)),
        Some(before(scenario)),
        Some(each_decision()),
        pauses(scenario),
        Some(to_watch_for(scenario)),
        Some(afterwards()),
        Some(when_upset(scenario)),
        facts(scenario),
    ];
    Handout {
        title: format!("{}: the facilitator's guide", scenario.title),
        about: format!("How to hold a group session with \u{201c}{}\u{201d} in Bedside.", scenario.title),
        content_note: scenario.content_note.clone(),
        sections: sections.into_iter().flatten().collect(),
        origin: format!("Scenario {}, version {:.12}.", scenario.id, scenario.hash.to_string()),
    }
}

fn hour(planned: [u16; 5]) -> Section {
    let rows = Part::ALL.iter().map(|&part| {
        let minutes = planned[part as usize];
        vec![part.label().to_owned(), minutes.to_string(), what_happens(part).to_owned()]
    });
    let total: u16 = planned.iter().sum();
    let table = Item::Table {
        caption: "What happens when".to_owned(),
        columns: vec![("Part", 4), ("Minutes", 3), ("What happens", 14)],
        rows: rows.collect(),
    };
    Section::new(
        "The hour",
        vec![
            Item::Text(format!(
                "{total} minutes in all. The debrief is where most is learnt: end the conversation early rather than shorten it."
            )),
            table,
        ],
    )
}

const fn what_happens(part: Part) -> &'static str {
    match part {
        Part::Arrive => "The code is on the screen; phones join, or hands will do.",
        Part::Prebrief => "Who is who, what to try, that it is safe to fail, and that anybody may step out.",
        Part::Conversation => "The room decides, one decision after the other.",
        Part::Debrief => "One word each first; then the patient's voice, the spreads, and what else might have worked.",
        Part::Commitments => "Each completes \u{201c}Next time I will \u{2026}\u{201d}.",
    }
}

/// What the room is told before it begins: who they are, whom they meet, and what to try.
#[must_use]
pub fn before(scenario: &Scenario) -> Section {
    let aims = scenario.objectives.iter().map(|aim| aim.text.clone()).collect();
    let role = format!("{}. They meet {}, {}.", scenario.you_are, scenario.patient.name, scenario.patient.age);
    Section::new(
        "Before it begins",
        vec![
            Item::Labelled("They are:".to_owned(), role),
            Item::Labelled("What they know:".to_owned(), scenario.briefing.clone()),
            Item::Text("What to try, as they will read it:".to_owned()),
            Item::List(aims),
        ],
    )
}

fn each_decision() -> Section {
    let steps = [
        ("Show", Phase::Show),
        ("Own thoughts", Phase::OwnThoughts),
        ("Vote", Phase::Vote),
        ("Discuss", Phase::Discuss),
        ("Vote again", Phase::VoteAgain),
        ("Reveal", Phase::Reveal),
    ];
    let told = steps.map(|(name, phase)| format!("{name}: {}", phase.how_to_lead()));
    Section::new("Each decision", vec![
        Item::List(told.into()),
        Item::Text("Where nearly all agree after the first vote, leave out the rest and go on. Spend the time where the room is split.".to_owned()),
    ])
}

/// The scenes with prompts, in written order.
fn pauses(scenario: &Scenario) -> Option<Section> {
    let with_prompts: Vec<SceneId> =
        scenario.scene_ids().filter(|&scene| !scenario.scene(scene).pause.is_empty()).collect();
    let mut items = Vec::new();
    for id in with_prompts {
        let scene = scenario.scene(id);
        items.push(Item::Labelled(
            format!("At \u{201c}{}\u{201d}:", scene.id.as_str()),
            scene.cue.as_ref().map_or_else(String::new, ToString::to_string),
        ));
        items.push(Item::List(scene.pause.iter().map(ToString::to_string).collect()));
    }
    (!items.is_empty()).then(|| Section::new("Where to pause, and what to ask", items))
}

fn to_watch_for(scenario: &Scenario) -> Section {
    let rows = checklist(scenario)
        .into_iter()
        .map(|behaviour| vec![behaviour.label.clone(), behaviour.says.clone(), String::new()]);
    Section::new(
        "For observers, to hand out",
        vec![
            Item::Text(
                "Watch for what is said and done, not for who does it. A mark for each time you see it.".to_owned(),
            ),
            Item::Table {
                caption: "What to watch for".to_owned(),
                columns: vec![("Behaviour", 6), ("What it is", 12), ("Seen", 3)],
                rows: rows.collect(),
            },
            Item::Lines("A moment to come back to", 3),
        ],
    )
}

fn afterwards() -> Section {
    Section::new("The debrief", vec![Item::List(
        [
            "Reactions: one word each, and how the group did, before anybody sees a score.",
            "What happened: in the room's own words, then the road as it was played.",
            "The patient's voice: what they would say of it.",
            "Looking closer: where the votes moved, where the room was split, and what the other way would have led to. \
             Say what you noticed, why it matters to you, and ask what was on their mind.",
            "Next time: one sentence each, written down.",
        ]
        .map(str::to_owned)
        .into(),
    )])
}

/// What to do when somebody is upset.
#[must_use]
pub fn when_upset(scenario: &Scenario) -> Section {
    let patient = &scenario.patient.called;
    Section::new("When somebody is upset", vec![Item::List(vec![
        "Say at the beginning that anybody may step out, and need not say why.".to_owned(),
        "If somebody is in tears, silent or gone: stop the conversation (it can be taken up again), breathe, and let \
         a colleague go with them. The plan of the hour comes second."
            .to_owned(),
        format!("Speak of {patient} and of the choices, never of what somebody in the room is like."),
        "Afterwards ask in private how they are, and know whom you can name to them: occupational health, a chaplain, a line to ring.".to_owned(),
    ])])
}

fn facts(scenario: &Scenario) -> Option<Section> {
    let notes = scenario.facilitator.as_ref()?;
    let paragraphs = notes.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
    Some(Section::new(
        "Notes of its author, with the sources of its facts",
        paragraphs.map(|text| Item::Text(text.to_owned())).collect(),
    ))
}
