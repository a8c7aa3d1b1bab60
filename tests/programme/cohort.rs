//! The exports of a programme: trainees who play by chance, the better the later, and groups whose facilitators doubt a key.

use std::sync::Arc;

use bedside::attempt::{Attempt, Mode, Notes};
use bedside::debrief::debrief;
use bedside::hash::ContentHash;
use bedside::records::export::{Exported, json_lines};
use bedside::records::{AttemptId, Comment, Occasion, Outcome, PersonId, RoomDecision, SaidBy, SessionId, Timestamp};
use bedside::scenario::{ChoiceId, Scenario};
use bedside::session::{Chance, Session};

use crate::support;

/// So many trainees begin each of the scenarios, of those that ship, in the order of their ids: figures of the first two are
/// stable, of the next two unstable, and of the last hidden.
const TRAINEES: [u32; 5] = [132, 116, 53, 36, 7];

/// What trainees typed before they saw the options.
const OWN_WORDS: [&str; 6] = [
    "I would sit down first and ask what has happened since this morning.",
    "Mr Bell, I can see that waiting is hard.",
    "=1+1",
    "<script>document.title = 'mine'</script>",
    "I do not know. I would get somebody who has more time than I have at this moment, and I would tell him honestly that I \
     am doing so, because he has waited for two hours and nobody has told him anything about the plan for the day, and \
     neither would I like that.",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
];

/// What facilitators think of a key.
const DOUBTS: [&str; 3] = [
    "Our ward would always call the family first.",
    "The second option is just as kind. I would give it the same points.",
    "Nobody in the room would have said this.",
];

/// Numbers that are the same each time.
pub(crate) struct Luck(u64);

impl Luck {
    pub(crate) const fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// 0 to `bound` − 1, from the upper bits of a linear congruential generator (Knuth's constants).
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// The lines of a programme's exports.
pub(super) fn programme() -> String {
    let scenarios = support::shipped();
    assert_eq!(scenarios.len(), TRAINEES.len());
    let mut luck = Luck::of(7);
    let mut lines = Vec::new();
    let mut first_scenes = Vec::new();
    for (place, (scenario, &trainees)) in scenarios.iter().zip(&TRAINEES).enumerate() {
        let mut outcomes = Vec::new();
        for trainee in 0..trainees {
            let outcome = attempt(scenario, place, trainee, true, &mut luck);
            if trainee % 9 == 4 {
                outcomes.push(attempt(scenario, place, trainee, false, &mut luck));
            }
            outcomes.push(outcome);
        }
        first_scenes.push((outcomes[0].decisions[0].scene.clone(), outcomes[0].scenario.hash.clone()));
        lines.extend(outcomes.into_iter().map(Exported::from));
    }
    for (scenario, (place, groups)) in scenarios.iter().zip([(0, 8), (1, 6), (2, 3)]) {
        let (scene, hash) = &first_scenes[place];
        lines.extend((0..groups).flat_map(|group| session(scenario, hash, scene, place, group)));
    }
    lines.iter().map(|exported| json_lines::line(exported).expect("short enough")).collect()
}

/// An id that differs from all others of its kind.
fn id(kind: u8, place: usize, number: u32) -> [u8; 16] {
    let mut bytes = [kind; 16];
    bytes[0] = u8::try_from(place).expect("a few scenarios");
    bytes[1..5].copy_from_slice(&number.to_le_bytes());
    bytes
}

fn attempt(scenario: &Arc<Scenario>, place: usize, trainee: u32, first: bool, luck: &mut Luck) -> Outcome {
    let day = luck.below(180);
    // Of a hundred choices so many are the best on offer: it grows by month, and from scenario to scenario.
    let skill = 5 + day / 5 + 4 * place as u64 + u64::from(trainee % 5) * 8;
    let mut session = Session::begin(Arc::clone(scenario), Chance::from_seed(luck.below(1 << 30)));
    // Some stop early.
    let most = if trainee % 11 == 7 { 3 } else { usize::MAX };
    while let Some(choice) = choice(&session, skill, luck).filter(|_| session.transcript().turns.len() < most) {
        session.choose(choice, None).expect("it is on offer");
    }
    let mode = if trainee % 4 == 1 { Mode::Assess } else { Mode::Practise };
    let mut attempt = Attempt::begin(mode, session.transcript().clone());
    if luck.below(3) == 0 {
        let words = OWN_WORDS[usize::try_from(luck.below(6)).expect("below six")];
        attempt.own_words.insert(0, words.to_owned());
        attempt.notes = Notes { next_time: words.to_owned(), ..Notes::default() };
    }
    let began =
        Timestamp::from_second(1_767_600_000 + 86_400 * i64::try_from(day).expect("half a year")).expect("a time");
    let number = trainee * 2 + u32::from(!first);
    let occasion = Occasion {
        attempt: AttemptId::of(id(1, place, number)),
        person: PersonId::of(id(2, 0, trainee)),
        app: "0.1.0".to_owned(),
        began,
        ended: Timestamp::from_second(began.as_second() + 540).expect("a time"),
    };
    let debrief = debrief(scenario, session.transcript()).expect("it is of this scenario");
    Outcome { first, ..Outcome::of(occasion, scenario, &attempt, &debrief) }
}

/// Of a hundred choices `skill` are the best on offer, the others any; none where it is over.
pub(crate) fn choice(session: &Session, skill: u64, luck: &mut Luck) -> Option<ChoiceId> {
    let (scenario, offer) = (session.scenario(), &session.current_scene().offer);
    if luck.below(100) < skill {
        return offer.iter().copied().max_by_key(|&choice| scenario.choice(choice).points.sum());
    }
    let place = luck.below(u64::try_from(offer.len().max(1)).expect("a few options"));
    offer.get(usize::try_from(place).expect("a few options")).copied()
}

/// What a group session says of the first decision of a scenario.
fn session(scenario: &Scenario, hash: &ContentHash, scene: &str, place: usize, group: u32) -> Vec<Exported> {
    let session = SessionId::of(id(3, place, group));
    let disagrees = place == 0 && group % 3 != 1;
    let decision = RoomDecision {
        session,
        scenario: scenario.id.clone(),
        hash: hash.clone(),
        scene: scene.to_owned(),
        turn: 0,
        disagrees,
    };
    let comment = |number: u32, by, words: &str| Comment {
        session,
        person: PersonId::of(id(4, place, 100 * group + number)),
        scenario: scenario.id.clone(),
        hash: hash.clone(),
        scene: scene.to_owned(),
        by,
        words: words.to_owned(),
    };
    let mut lines = vec![Exported::from(decision)];
    if disagrees {
        let words = DOUBTS[usize::try_from(group).expect("a few groups") % DOUBTS.len()];
        lines.push(comment(0, SaidBy::Facilitator, words).into());
    }
    lines.push(comment(1, SaidBy::Trainee, "I am here, and I have ten minutes.").into());
    lines
}
