//! `bedside script`: a scenario as a script, to be read aloud and proofread.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use crate::chart::{BACK, condition_in_words, gate_in_words};
use crate::debrief::terms::done_and_said;
use crate::scenario::{Branch, Choice, ChoiceId, Condition, Ending, Scenario, SceneContent, SceneId, Target};

use super::failure::Failure;
use super::files::write_file;
use super::scenarios;
use super::scene_text::{COLUMNS, IN_SCENE, SceneText};
use super::terminal_page::TerminalPage;

const EXAMPLES: &str = "\
Examples:
  bedside script two-hours-in                           a script to read aloud
  bedside script my-own.ron --feedback -o my-own.txt    with the feedback, into a file";

/// The indent of what belongs to a choice.
const IN_CHOICE: &str = "        ";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct ScriptArguments {
    /// A scenario's id, as `bedside list` shows it, or its file.
    #[arg(value_name = "ID|FILE")]
    scenario: String,
    /// With the feedback on each choice.
    #[arg(long)]
    feedback: bool,
    /// Write it to a file, in place of standard output.
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Writes the script of a scenario.
///
/// # Errors
/// Where there is no such scenario, or the output cannot be written.
pub(super) fn run(arguments: &ScriptArguments, folders: &[PathBuf], out: &mut dyn Write) -> Result<(), Failure> {
    let scenario = scenarios::scenario(&arguments.scenario, folders)?;
    let mut text = Vec::new();
    let page = TerminalPage::of_width(&mut text, COLUMNS);
    let told = SceneText { scenario: &scenario, with_conditions: true };
    Script { page, scenario: &scenario, told, feedback: arguments.feedback }.write()?;
    match &arguments.out {
        Some(path) => write_file(path, &text),
        None => Ok(out.write_all(&text)?),
    }
}

struct Script<'a> {
    page: TerminalPage<'a>,
    scenario: &'a Scenario,
    told: SceneText<'a>,
    feedback: bool,
}

impl Script<'_> {
    fn write(&mut self) -> io::Result<()> {
        self.front()?;
        for id in self.scenario.scene_ids() {
            self.scene(id)?;
        }
        Ok(())
    }

    /// What is read before the conversation.
    fn front(&mut self) -> io::Result<()> {
        self.told.front(&mut self.page)?;
        self.page.heading("To try")?;
        let mut objectives = self.scenario.objectives.iter();
        objectives.try_for_each(|objective| self.page.item("  \u{2013} ", &objective.text))
    }

    fn scene(&mut self, id: SceneId) -> io::Result<()> {
        let scene = self.scenario.scene(id);
        self.page.gap()?;
        self.page.text(&format!("\u{2500}\u{2500} {} \u{2500}\u{2500}", scene.id))?;
        for about in self.about(id) {
            self.page.item(&format!("{IN_SCENE}["), &format!("{about}]"))?;
        }
        self.told.passage(&mut self.page, IN_SCENE, &scene.passage)?;
        if let SceneContent::Ending(ending) = &scene.content {
            let Ending { title, kind, thought, notes } = &**ending;
            self.page.item(IN_SCENE, &format!("The end ({}): {title}", kind.word()))?;
            self.page.item(IN_SCENE, thought)?;
            return match notes {
                Some(notes) => self.page.item(&format!("{IN_SCENE}["), &format!("For the facilitator: {notes}]")),
                None => Ok(()),
            };
        }
        for (choice, letter) in self.scenario.choices_of(id).zip('A'..='Z') {
            self.choice(choice, letter)?;
        }
        Ok(())
    }

    /// What has to be known of a scene and is not said in it.
    fn about(&self, id: SceneId) -> Vec<String> {
        let scene = self.scenario.scene(id);
        let mut about = Vec::new();
        if id == self.scenario.start {
            about.push("It begins here.".to_owned());
        }
        let interruption = self.scenario.interruptions.iter().find(|(scene, _)| *scene == id);
        about.extend(interruption.map(|(_, when)| format!("Breaks in, if {}.", self.when(when))));
        if let Some(hub) = &scene.hub {
            about.push(format!("A hub with the topics {}.", self.scenario.topics_in_words(hub)));
            let again = self.told.mood(hub.mood_again.as_deref());
            about.extend(again.map(|mood| format!("On coming back {} looks {mood}.", self.scenario.patient.called)));
        }
        for (index, gate) in self.scenario.gates(id).iter().enumerate() {
            let instead = &self.scenario.scene(gate.to).id;
            about.push(format!("Instead {instead}, if {}.", gate_in_words(self.scenario, id, index)));
        }
        let kinds: Vec<&str> =
            scene.moment.iter().map(|kind| self.scenario.rubric.moment(*kind).label.as_str()).collect();
        if !kinds.is_empty() {
            let by = scene.moment_by.map(|who| format!(", given by {}", self.scenario.person(who).name));
            about.push(format!("The moment{}: {}.", by.unwrap_or_default(), kinds.join("; ")));
        }
        about.extend(scene.cue.as_ref().map(|cue| format!("The cue: {cue}")));
        if let SceneContent::Choices { timer: Some(timer), .. } = &scene.content {
            let then = &self.scenario.choice(timer.then).id;
            about.push(format!("After {} seconds without a choice: {then}.", timer.seconds));
        }
        about
    }

    fn choice(&mut self, id: ChoiceId, letter: char) -> io::Result<()> {
        let choice = self.scenario.choice(id);
        self.page.gap()?;
        let words = done_and_said(choice.words.act(), choice.words.say());
        self.page.item(&format!("{IN_SCENE}{letter}.  "), &words)?;
        if let Some(answer) = choice.answer() {
            self.told.passage(&mut self.page, IN_CHOICE, answer)?;
        }
        if self.feedback {
            self.page.item(&format!("{IN_CHOICE}Feedback: "), &choice.why)?;
        }
        for note in self.notes(choice) {
            self.page.item(&format!("{IN_CHOICE}["), &format!("{note}]"))?;
        }
        Ok(())
    }

    /// The id of a choice, when it is on offer, what it leaves behind and where it leads.
    fn notes(&self, choice: &Choice) -> Vec<String> {
        let only = choice.when.as_ref().map(|when| format!(", only if {}", self.when(when))).unwrap_or_default();
        let branches: Vec<String> = choice.then.branches.iter().map(|branch| self.branch(branch)).collect();
        let mut notes = vec![format!("{}{only} \u{2192} {}", choice.id, branches.join("; else "))];
        notes.extend(choice.minutes_in_words());
        for need in choice.meets() {
            notes.push(format!("Meets the need {}.", self.scenario.patient.needs[need.index()].id));
        }
        for (says, flags) in [("Sets", choice.sets()), ("Clears", choice.clears())] {
            let flags: Vec<&str> = flags.iter().map(|flag| self.scenario.flags[flag.index()].as_str()).collect();
            if !flags.is_empty() {
                notes.push(format!("{says} the flag {}.", flags.join(", ")));
            }
        }
        notes
    }

    fn branch(&self, branch: &Branch) -> String {
        let all: u32 = branch.to.iter().map(|(weight, _)| weight).sum();
        let target = |(weight, target): &(u32, Target)| {
            let to = match target {
                Target::Scene(scene) => self.scenario.scene(*scene).id.to_string(),
                Target::Resume => BACK.to_owned(),
            };
            if branch.to.len() > 1 { format!("{to} ({weight} in {all})") } else { to }
        };
        let to = branch.to.iter().map(target).collect::<Vec<_>>().join(" or ");
        branch.when.as_ref().map_or_else(|| to.clone(), |when| format!("{to}, if {}", self.when(when)))
    }

    fn when(&self, condition: &Condition) -> String {
        condition_in_words(self.scenario, condition)
    }
}
