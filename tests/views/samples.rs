//! A small scenario that uses most features, and conversations in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use bedside::attempt::Mode;
use bedside::scenario::Scenario;
use bedside::session::{Chance, CurrentScene, Session};
use bedside::ui::conversation::{AuthorAccess, Conversation, OwnWords, Saving, View};
use bedside::ui::scenes_met;

use crate::support::playable as scenario;

/// The text of the sample.
pub(crate) const KETTLE: &str = include_str!("kettle.ron");

pub(crate) fn kettle() -> Arc<Scenario> {
    scenario(KETTLE)
}

/// The same, by the clock: it begins at 15:58, and to name the feeling takes four minutes.
pub(crate) fn kettle_by_the_clock() -> Arc<Scenario> {
    let text = KETTLE.replace("    place:", "    clock: \"15:58\",\n    place:");
    scenario(text.replace("id: \"name\",", "id: \"name\", minutes: 4,"))
}

/// The same, with an ending that nobody comes to by `thank`, and one behind a gate.
pub(crate) fn kettle_with_ways() -> Arc<Scenario> {
    let to = "relieved), then: \"tea\"";
    let ways = "relieved), then: [(when: AtLeast(agitation, 100), to: \"storm\"), (to: \"tea\")]";
    let ending = "(ending: (title: \"She turns away\", kind: Poor, thought: \"Not today.\"))";
    let gate = "instead: [(when: Below(trust, 30), to: \"cold\")],\n            narration: \"She pours";
    let text = KETTLE.replace(to, ways).replace("narration: \"She pours", gate);
    scenario(text.replace(
        "        \"tea\": (",
        &format!("        \"storm\": {ending},\n        \"cold\": {ending},\n        \"tea\": ("),
    ))
}

/// A shipped scenario, for text of a real length.
pub(crate) fn shipped() -> Arc<Scenario> {
    scenario(include_str!("../../scenarios/too-many-pills.ron"))
}

/// A conversation, after these choices.
pub(crate) fn after(scenario: &Arc<Scenario>, choices: &[&str]) -> Session {
    let mut session = Session::begin(scenario.clone(), Chance::from_seed(7));
    for choice in choices {
        let scene = session.state().scene;
        let choice = scenario.find_choice(scene, choice).expect("the scene has this choice");
        session.choose(choice, None).expect("it is on offer");
    }
    session
}

/// A conversation played to its end, always by the first option shown.
pub(crate) fn finished(scenario: &Arc<Scenario>) -> Session {
    let mut session = after(scenario, &[]);
    while let Some(&first) = session.current_scene().offer.first() {
        session.choose(first, None).expect("it is on offer");
    }
    session
}

/// Everything that a conversation is shown from.
pub(crate) struct Talk {
    pub(crate) session: Session,
    pub(crate) met: Vec<CurrentScene>,
    pub(crate) words: BTreeMap<usize, String>,
}

impl Talk {
    pub(crate) fn new(session: Session) -> Self {
        let met = scenes_met(session.scenario(), session.transcript());
        Self { session, met, words: BTreeMap::new() }
    }

    /// The model of the conversation screen in practice.
    pub(crate) fn model(&self) -> Conversation<'_> {
        Conversation {
            session: &self.session,
            met: &self.met,
            mode: Mode::Practise,
            meter: false,
            aloud: false,
            own_words: OwnWords::Off,
            earlier_words: &self.words,
            time: None,
            saving: Saving::default(),
            stopped: false,
            author_access: AuthorAccess::Nothing,
            view: View::default(),
        }
    }
}
