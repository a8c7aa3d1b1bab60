//! The conversation in ink, played by `bladeink`.

use std::fmt::Write;

use bladeink::story::Story;

use crate::conversation::Conversation;
use crate::pick;

/// The conversation as ink, compiled to JSON.
#[must_use]
pub fn json(conversation: &Conversation) -> String {
    bladeink_compiler::Compiler::new().compile(&source(conversation)).expect("the ink is right")
}

fn source(conversation: &Conversation) -> String {
    let mut ink = String::from("VAR agitation = 45\nVAR trust = 40\n-> s0\n");
    for (index, decision) in conversation.decisions.iter().enumerate() {
        let _ = writeln!(ink, "== s{index}\n{}", decision.says);
        for option in &decision.options {
            let guard = option.below.map(|below| format!("{{agitation < {below}}} ")).unwrap_or_default();
            let [agitation, trust] = option.effects;
            let _ = writeln!(ink, "+ {guard}[{}]\n  ~ agitation = agitation + {agitation}", option.says);
            let _ = writeln!(ink, "  ~ trust = trust + {trust}\n  -> s{}", index + 1);
        }
    }
    let _ = writeln!(ink, "== s{}\nThank you.\n-> DONE", conversation.decisions.len());
    ink
}

/// A story loaded from its JSON.
#[must_use]
pub fn load(json: &str) -> Story {
    Story::new(json).expect("the story loads")
}

/// Plays from the beginning to the end; returns how many bytes were said and offered, and the choices.
pub fn play(story: &mut Story) -> (usize, usize) {
    story.reset_state().expect("the story begins again");
    let (mut read, mut turn) = (0, 0);
    loop {
        while story.can_continue() {
            read += story.cont().expect("the story goes on").len();
        }
        let offer = story.get_current_choices();
        if offer.is_empty() {
            return (read, turn);
        }
        read += offer.iter().map(|option| option.text.len()).sum::<usize>();
        story.choose_choice_index(pick(turn, offer.len())).expect("it is on offer");
        turn += 1;
    }
}
