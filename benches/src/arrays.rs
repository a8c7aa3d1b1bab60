//! The upper bound of speed: a bare loop over arrays, with no words, no reasons and no memory of what was done.

use crate::conversation::Conversation;
use crate::pick;

/// The conversation as arrays, four options a decision.
pub struct Arrays {
    below: Vec<[u8; 4]>,
    effects: Vec<[[i8; 2]; 4]>,
    next: Vec<[u32; 4]>,
}

impl Arrays {
    /// The arrays of a conversation.
    #[must_use]
    pub fn of(conversation: &Conversation) -> Self {
        let decisions = &conversation.decisions;
        let next = (0..decisions.len()).map(|index| [u32::try_from(index + 1).unwrap_or(u32::MAX); 4]);
        Self {
            below: decisions
                .iter()
                .map(|one| one.options.each_ref().map(|option| option.below.unwrap_or(101)))
                .collect(),
            effects: decisions.iter().map(|one| one.options.each_ref().map(|option| option.effects)).collect(),
            next: next.collect(),
        }
    }

    /// Plays to the end; returns the feelings there.
    #[must_use]
    pub fn play(&self) -> [i32; 2] {
        let mut feelings = [45, 40];
        let (mut at, mut turn) = (0, 0);
        while let Some(below) = self.below.get(at) {
            let mut offer = [0; 4];
            let mut offered = 0;
            for (index, &below) in below.iter().enumerate() {
                offer[offered] = index;
                offered += usize::from(feelings[0] < i32::from(below));
            }
            let index = offer[pick(turn, offered)];
            for (feeling, effect) in feelings.iter_mut().zip(self.effects[at][index]) {
                *feeling = (*feeling + i32::from(effect)).clamp(0, 100);
            }
            at = self.next[at][index] as usize;
            turn += 1;
        }
        feelings
    }
}
