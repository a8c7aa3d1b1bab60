//! The one page that phones get: a document that works without its script.

use std::fmt::Write as _;

use serde::Serialize;

use crate::debrief::Heard;
use crate::debrief::terms::self_rating;
use crate::group::{BranchView, OpenDecision, OptionView, OwnView, Phase, RoomView, Step, letter};
use crate::markup::escaped;
use crate::rubric::Behaviour;
use crate::scenario::Scenario;

use super::lines::Lines;
use super::part::ShownPart;

/// What a phone shows: the body of the page, and two lines that change while it stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct PhonePage {
    #[serde(flatten)]
    pub(super) lines: Lines,
    pub(super) main: String,
}

/// The page of somebody who has not joined; `typed` is the code that came with the address.
pub(super) fn entrance(notice: &str, typed: &str) -> String {
    let main = format!(
        "<h1>Join the session</h1>\
         <p>Type the code that the room is shown. Nobody asks for your name, and nothing leaves this network.</p>\
         <form method=\"post\" action=\"/join\">\
         <label for=\"code\">Code of the room</label>\
         <input class=\"code\" type=\"text\" id=\"code\" name=\"code\" value=\"{}\" required maxlength=\"12\" \
         autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\">\
         <button type=\"submit\">Join</button></form>",
        escaped(typed)
    );
    document("Join", None, &main, "", notice)
}

/// The whole page of a participant.
pub(super) fn room(page: &PhonePage) -> String {
    let Lines { key, status, yours } = &page.lines;
    document("Group session", Some(key), &page.main, status, yours)
}

fn document(title: &str, key: Option<&str>, main: &str, status: &str, yours: &str) -> String {
    let key = key.map(|key| format!(" data-key=\"{}\"", escaped(key))).unwrap_or_default();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title} \u{b7} Bedside</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"/page.css\">\n</head>\n<body>\n\
         <header><p id=\"status\" role=\"status\">{}</p></header>\n<main{key}>{main}</main>\n\
         <footer><p id=\"yours\" class=\"notice\" role=\"status\">{}</p>\
         <p>Do not type real patients' details.</p></footer>\n\
         <script src=\"/page.js\"></script>\n</body>\n</html>\n",
        escaped(status),
        escaped(yours)
    )
}

/// What a participant's phone shows of the room, and of its debrief the part that is shown.
pub(super) fn of(
    scenario: &Scenario,
    checklist: &[&Behaviour],
    room: &RoomView,
    own: &OwnView,
    part: Option<&ShownPart>,
) -> PhonePage {
    let main = match room.step {
        Step::Lobby => titled("You have joined", "Wait here. The phone may sleep; it will be back where the room is."),
        Step::Prebrief => prebrief(scenario),
        Step::Deciding(phase) => deciding(phase, checklist, room, own),
        Step::Compare => compare(room),
        Step::Closing => closing(room) + &observed(checklist, room, own),
        Step::Reactions => reactions(own),
        Step::Debrief => part.map_or_else(look_to_the_front, |part| part.main.clone()),
        Step::Commitments => commitment(own),
        Step::Ended => titled("Thank you", "The session is over, and this page can be closed."),
    };
    PhonePage { lines: Lines::of(room, own, part), main }
}

fn title(words: &str) -> String {
    format!("<h1 tabindex=\"-1\">{}</h1>", escaped(words))
}

fn titled(words: &str, below: &str) -> String {
    format!("{}<p>{}</p>", title(words), escaped(below))
}

/// The debrief where no part of it is known here.
fn look_to_the_front() -> String {
    titled("The debrief", "Look to the front. Later you will be asked what you take with you.")
}

fn prebrief(scenario: &Scenario) -> String {
    let note = scenario.content_note.as_ref().map(|note| format!("<p class=\"notice\">{}</p>", escaped(note)));
    let aims = scenario.objectives.iter().fold(String::new(), |mut list, aim| {
        let _ = write!(list, "<li>{}</li>", escaped(&aim.text));
        list
    });
    format!(
        "{}<p>You are {}. You meet {}, {}.</p>{}<p>{}</p><h2>What to try</h2><ul>{aims}</ul>\
         <p>It is safe to get it wrong here, and anybody may stop at any time.</p>",
        title(&scenario.title),
        escaped(&scenario.you_are),
        escaped(&scenario.patient.name),
        scenario.patient.age,
        note.unwrap_or_default(),
        escaped(&scenario.briefing),
    )
}

fn deciding(phase: Phase, checklist: &[&Behaviour], room: &RoomView, own: &OwnView) -> String {
    let Some(decision) = &room.decision else { return String::new() };
    let heard = heard(&room.heard);
    match phase {
        // The options come with the vote, after what each would say without them.
        Phase::Show => title(&format!("Decision {}", decision.number)) + &heard + &observed(checklist, room, own),
        Phase::OwnThoughts => format!(
            "{}{heard}<form method=\"post\" action=\"/words\"><input type=\"hidden\" name=\"decision\" value=\"{}\">\
             <label for=\"words\">In your own words</label><textarea id=\"words\" name=\"words\" rows=\"4\" maxlength=\"600\">{}</textarea>\
             <button type=\"submit\">Keep my words</button></form>",
            title("Your own thoughts"),
            decision.id.0,
            escaped(&own.words)
        ),
        Phase::Vote | Phase::VoteAgain => {
            let again = phase == Phase::VoteAgain;
            title(if again { "Vote again" } else { "Choose for yourself" }) + &heard + &ballot(decision, own)
        }
        Phase::Discuss => {
            titled("Talk with those beside you", "Why this one? What would the patient hear?")
                + &options(&decision.options)
        }
        Phase::Reveal => title("How the room has voted") + &spread(decision),
    }
}

fn heard(heard: &[Heard]) -> String {
    heard.iter().fold(String::new(), |mut told, one| {
        let _ = match &one.speaker {
            Some(who) => write!(
                told,
                "<p><span class=\"who\">{}</span> \u{201c}{}\u{201d}</p>",
                escaped(who),
                escaped(&one.words)
            ),
            None => write!(told, "<p class=\"told\">{}</p>", escaped(&one.words)),
        };
        told
    })
}

/// What an option says and does, after its letter.
fn words_of(option: &OptionView) -> String {
    let act = option.act.as_ref().map(|act| format!("<span class=\"act\">{}</span>", escaped(act)));
    let say = option.say.as_ref().map(|say| format!("\u{201c}{}\u{201d}", escaped(say)));
    let parts: Vec<String> = act.into_iter().chain(say).collect();
    format!("<span class=\"letter\">{}.</span> {}", option.letter, parts.join("<br>"))
}

fn options(options: &[OptionView]) -> String {
    options.iter().fold(String::new(), |mut list, option| {
        let _ = write!(list, "<p class=\"option\"><span>{}</span></p>", words_of(option));
        list
    })
}

fn ballot(decision: &OpenDecision, own: &OwnView) -> String {
    let Some(poll) = decision.poll else { return String::new() };
    let options = decision.options.iter().fold(String::new(), |mut list, option| {
        let checked = if own.vote.as_deref() == Some(option.choice.as_str()) { " checked" } else { "" };
        let _ = write!(
            list,
            "<label class=\"option\"><input type=\"radio\" name=\"choice\" value=\"{}\" required{checked}><span>{}</span></label>",
            escaped(&option.choice),
            words_of(option)
        );
        list
    });
    format!(
        "<form method=\"post\" action=\"/vote\"><input type=\"hidden\" name=\"poll\" value=\"{}\">\
         <fieldset><legend>Choose one</legend>{options}</fieldset><button type=\"submit\">Vote</button></form>",
        poll.0
    )
}

fn spread(decision: &OpenDecision) -> String {
    let Some([first, last]) = &decision.spreads else {
        return "<p>No vote was held.</p>".to_owned();
    };
    let rows = decision.options.iter().enumerate().fold(String::new(), |mut rows, (place, _)| {
        let count = |spread: &[u32]| spread.get(place).copied().unwrap_or_default();
        let _ = write!(
            rows,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
            letter(place),
            count(&first.0),
            count(&last.0)
        );
        rows
    });
    format!(
        "<table><thead><tr><th scope=\"col\">Option</th><th scope=\"col\">First vote</th><th scope=\"col\">Last vote</th></tr></thead>\
         <tbody>{rows}</tbody></table>{}",
        options(&decision.options)
    )
}

/// What observers mark of what was taken last.
fn observed(checklist: &[&Behaviour], room: &RoomView, own: &OwnView) -> String {
    let Some(taken) = &room.taken else { return String::new() };
    let boxes = checklist.iter().fold(String::new(), |mut boxes, behaviour| {
        let checked = if own.tags.contains(&behaviour.id) { " checked" } else { "" };
        let _ = write!(
            boxes,
            "<label class=\"option\"><input type=\"checkbox\" name=\"tag\" value=\"{}\"{checked}><span>{}</span></label>",
            escaped(&behaviour.id),
            escaped(&behaviour.label)
        );
        boxes
    });
    format!(
        "<details><summary>For observers: what did it show?</summary><p>{}</p>\
         <form method=\"post\" action=\"/tags\"><input type=\"hidden\" name=\"decision\" value=\"{}\">\
         <fieldset><legend>What was said or done showed</legend>{boxes}</fieldset>\
         <button type=\"submit\">Keep what I saw</button></form></details>",
        words_of(&taken.option),
        taken.decision.0
    )
}

fn compare(room: &RoomView) -> String {
    let Some(branches) = &room.branches else { return String::new() };
    branches.iter().fold(title("Two ways"), |mut both, branch| {
        let _ = write!(both, "{}", one_branch(branch));
        both
    })
}

fn one_branch(branch: &BranchView) -> String {
    let taken: Vec<String> = branch.taken.iter().map(|option| option.letter.to_string()).collect();
    let ending = branch.ending.as_ref().map(|ending| format!("<p>{}</p>", escaped(&ending.title)));
    format!("<h2>{}</h2>{}{}", escaped(&taken.join(", then ")), heard(&branch.heard), ending.unwrap_or_default())
}

fn closing(room: &RoomView) -> String {
    match &room.ending {
        Some(ending) => title(&ending.title) + &heard(&room.heard),
        None => titled("The conversation was stopped", "What has been said so far is looked back on."),
    }
}

/// What a rating asks, the name of its field, and its steps from 0 to 100.
const RATINGS: [(&str, &str); 3] = [("empathy", "Empathy"), ("clarity", "Clarity"), ("de_escalation", "De-escalation")];
/// The middle of each step of a rating in words.
const STEPS: [u8; 5] = [10, 30, 50, 70, 90];

fn reactions(own: &OwnView) -> String {
    let kept = own.reflection.as_ref();
    let feeling = kept.map_or(String::new(), |kept| escaped(&kept.feeling));
    let rating = kept.and_then(|kept| kept.rating);
    let now = rating.map(|rating| [rating.empathy, rating.clarity, rating.de_escalation]);
    let selects = RATINGS.iter().enumerate().fold(String::new(), |mut all, (index, (name, label))| {
        let steps = STEPS.into_iter().fold(String::new(), |mut steps, value| {
            let picked = if now.is_some_and(|now| now[index] == value) { " selected" } else { "" };
            let _ = write!(steps, "<option value=\"{value}\"{picked}>{}</option>", self_rating(value));
            steps
        });
        let _ = write!(
            all,
            "<label for=\"{name}\">{label}</label><select id=\"{name}\" name=\"{name}\"><option value=\"\">no answer</option>{steps}</select>"
        );
        all
    });
    format!(
        "{}<form method=\"post\" action=\"/reflect\"><label for=\"feeling\">One word for it</label>\
         <input type=\"text\" id=\"feeling\" name=\"feeling\" maxlength=\"60\" autocomplete=\"off\" value=\"{feeling}\">\
         <fieldset><legend>How did the group do?</legend>{selects}</fieldset><button type=\"submit\">Send</button></form>",
        title("How was that for you?")
    )
}

fn commitment(own: &OwnView) -> String {
    format!(
        "{}<form method=\"post\" action=\"/commit\"><label for=\"words\">Next time I will \u{2026}</label>\
         <textarea id=\"words\" name=\"words\" rows=\"3\" maxlength=\"600\">{}</textarea>\
         <button type=\"submit\">Keep it</button></form>",
        title("What you take with you"),
        escaped(&own.commitment)
    )
}
