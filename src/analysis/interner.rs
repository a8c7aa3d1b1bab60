//! Numbers keys in the order in which they are first met.

/// Keys of equal length, numbered as they are first met: a hash table with open addressing, without deletion.
#[derive(Debug)]
pub(super) struct Interner {
    words: usize,
    keys: Vec<u64>,
    slots: Vec<u32>,
    count: usize,
}

const EMPTY: u32 = u32::MAX;

impl Interner {
    /// An interner for keys of `words` words, which is at least 1.
    pub(super) fn new(words: usize) -> Self {
        Self { words, keys: Vec::new(), slots: vec![EMPTY; 1 << 10], count: 0 }
    }

    pub(super) const fn len(&self) -> usize {
        self.count
    }

    /// The memory for the keys, in words of 64 bits.
    pub(super) fn size(&self) -> usize {
        self.keys.len()
    }

    pub(super) fn key(&self, number: u32) -> &[u64] {
        let from = number as usize * self.words;
        &self.keys[from..from + self.words]
    }

    /// The number of a key, if it has been met.
    pub(super) fn find(&self, key: &[u64]) -> Option<u32> {
        Some(self.slots[self.slot(key)]).filter(|&number| number != EMPTY)
    }

    /// The number of a key; a new one if it has not been met.
    pub(super) fn intern(&mut self, key: &[u64]) -> u32 {
        let slot = self.slot(key);
        if self.slots[slot] != EMPTY {
            return self.slots[slot];
        }
        let number = u32::try_from(self.count).unwrap_or(EMPTY);
        self.slots[slot] = number;
        self.keys.extend_from_slice(key);
        self.count += 1;
        if self.count * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    /// The slot of a key, or the empty slot where it would go.
    fn slot(&self, key: &[u64]) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = spread(key) & last;
        while self.slots[slot] != EMPTY && self.key(self.slots[slot]) != key {
            slot = (slot + 1) & last;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![EMPTY; self.slots.len() * 4];
        for number in (0..self.count).filter_map(|number| u32::try_from(number).ok()) {
            let slot = self.slot(self.key(number));
            self.slots[slot] = number;
        }
    }
}

/// A hash of the key. It affects speed only, never any result.
fn spread(key: &[u64]) -> usize {
    let mixed = key.iter().fold(0u64, |mixed, word| (mixed.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    #[expect(clippy::cast_possible_truncation, reason = "any bits will do")]
    let spread = (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9).rotate_left(32) as usize;
    spread
}

#[cfg(test)]
mod tests {
    use super::Interner;

    #[test]
    fn keys_are_numbered_in_the_order_they_are_met() {
        let mut interner = Interner::new(2);
        let key = |index: u64| [index % 100, index / 100];
        for index in 0..5000 {
            assert_eq!(u64::from(interner.intern(&key(index))), index);
        }
        assert_eq!(interner.intern(&key(4321)), 4321);
        assert_eq!(interner.find(&key(4999)), Some(4999));
        assert_eq!(interner.find(&key(5000)), None);
        assert_eq!(interner.key(1234), key(1234));
    }
}
