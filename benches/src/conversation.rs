//! The conversation: decisions one after the other, each with four options of two effects, and one
//! option in five behind a guard.

/// A conversation.
pub struct Conversation {
    pub decisions: Vec<Decision>,
}

/// What is said, and what can be said.
pub struct Decision {
    pub says: String,
    pub options: [Choice; 4],
}

/// Something to say.
pub struct Choice {
    pub says: String,
    pub why: String,
    /// What it adds to agitation and to trust.
    pub effects: [i8; 2],
    /// On offer only while agitation is below this.
    pub below: Option<u8>,
}

/// One option in so many has a guard.
const GUARDED: usize = 5;

impl Conversation {
    /// The conversation of so many decisions; the same every time.
    #[must_use]
    pub fn of(decisions: usize) -> Self {
        Self { decisions: (0..decisions).map(decision).collect() }
    }
}

fn decision(index: usize) -> Decision {
    let options = [0, 1, 2, 3].map(|option| {
        let number = index * 4 + option;
        Choice {
            says: format!("I hear you, and this is what comes now: {number}."),
            why: format!("It answers what was said at {index}."),
            effects: [[-5, 4], [-2, 2], [2, -2], [5, -4]][(number * 7 + index) % 4],
            below: (number % GUARDED == GUARDED - 1).then_some(60 + (number % 30) as u8),
        }
    });
    Decision { says: format!("Nobody has told me a thing about number {index} yet."), options }
}
