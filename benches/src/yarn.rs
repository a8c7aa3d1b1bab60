//! The conversation in Yarn, played by `yarnspinner`.

use std::fmt::Write;

use yarnspinner::compiler::{Compilation, Compiler, File};
use yarnspinner::runtime::{Dialogue, DialogueEvent, MemoryVariableStorage, StringTableTextProvider};

use crate::conversation::Conversation;
use crate::pick;

/// The conversation, compiled.
#[must_use]
pub fn compile(conversation: &Conversation) -> Compilation {
    let file = File { file_name: "conversation.yarn".to_owned(), source: source(conversation) };
    Compiler::new().add_file(file).compile().expect("the yarn is right")
}

fn source(conversation: &Conversation) -> String {
    let mut yarn = String::new();
    for (index, decision) in conversation.decisions.iter().enumerate() {
        let _ = writeln!(yarn, "title: s{index}\n---");
        if index == 0 {
            let _ = writeln!(yarn, "<<declare $agitation = 45>>\n<<declare $trust = 40>>");
        }
        let _ = writeln!(yarn, "{}", decision.says);
        for option in &decision.options {
            let guard = option.below.map(|below| format!(" <<if $agitation < {below}>>")).unwrap_or_default();
            let [agitation, trust] = option.effects;
            let _ = writeln!(yarn, "-> {}{guard}\n    <<set $agitation = $agitation + {agitation}>>", option.says);
            let _ = writeln!(yarn, "    <<set $trust = $trust + {trust}>>\n    <<jump s{}>>", index + 1);
        }
        let _ = writeln!(yarn, "===");
    }
    let _ = writeln!(yarn, "title: s{}\n---\nThank you.\n===", conversation.decisions.len());
    yarn
}

/// A dialogue loaded from a compilation.
#[must_use]
pub fn load(compilation: &Compilation) -> Dialogue {
    let mut texts = StringTableTextProvider::new();
    texts.extend_base_language(compilation.string_table.iter().map(|(id, info)| (id.clone(), info.text.clone())));
    let mut dialogue = Dialogue::new(Box::new(MemoryVariableStorage::new()), Box::new(texts));
    dialogue.add_program(compilation.program.clone().expect("it was compiled in full"));
    dialogue
}

/// Plays from the beginning to the end; returns how many bytes were said and offered, and the choices.
pub fn play(dialogue: &mut Dialogue) -> (usize, usize) {
    dialogue.set_node("s0").expect("the beginning is there");
    let (mut read, mut turn) = (0, 0);
    while dialogue.can_continue() {
        for event in dialogue.continue_().expect("the dialogue goes on") {
            match event {
                DialogueEvent::Line(line) => read += line.text.len(),
                DialogueEvent::Options(options) => {
                    let offer: Vec<_> = options.iter().filter(|option| option.is_available).collect();
                    read += offer.iter().map(|option| option.line.text.len()).sum::<usize>();
                    let taken = offer[pick(turn, offer.len())].id;
                    dialogue.set_selected_option(taken).expect("it is on offer");
                    turn += 1;
                }
                _ => {}
            }
        }
    }
    (read, turn)
}
