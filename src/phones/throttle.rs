//! How often somebody may try.

use std::collections::BTreeMap;
use std::net::IpAddr;

/// So many tries at once, and one more for each while that passes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Allowance {
    pub(super) at_once: u32,
    /// Milliseconds until one more.
    pub(super) one_more: u64,
}

/// The most addresses that are remembered; beyond that the one that tried longest ago is forgotten.
const MOST: usize = 4_096;

/// How often each address has tried.
#[derive(Debug)]
pub(super) struct Throttle {
    allowance: Allowance,
    /// When each address would be as fresh as new, in milliseconds.
    fresh_at: BTreeMap<IpAddr, u64>,
}

impl Throttle {
    pub(super) const fn new(allowance: Allowance) -> Self {
        Self { allowance, fresh_at: BTreeMap::new() }
    }

    /// Whether an address may still try at a time in milliseconds.
    pub(super) fn may(&self, from: IpAddr, now: u64) -> bool {
        let Allowance { at_once, one_more } = self.allowance;
        self.fresh_at
            .get(&from)
            .is_none_or(|&fresh| fresh.saturating_sub(now) + one_more <= u64::from(at_once) * one_more)
    }

    /// Notes a try.
    pub(super) fn tried(&mut self, from: IpAddr, now: u64) {
        if self.fresh_at.len() >= MOST && !self.fresh_at.contains_key(&from) {
            let oldest = self.fresh_at.iter().min_by_key(|&(_, &fresh)| fresh).map(|(&address, _)| address);
            oldest.map(|oldest| self.fresh_at.remove(&oldest));
        }
        let fresh = self.fresh_at.entry(from).or_default();
        *fresh = (*fresh).max(now) + self.allowance.one_more;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(10, 0, 0, 1));

    #[test]
    fn so_many_tries_at_once_and_one_more_now_and_then() {
        let mut throttle = Throttle::new(Allowance { at_once: 3, one_more: 1_000 });
        for _ in 0..3 {
            assert!(throttle.may(ME, 0));
            throttle.tried(ME, 0);
        }
        assert!(!throttle.may(ME, 999));
        assert!(throttle.may(ME, 1_000));
        throttle.tried(ME, 1_000);
        assert!(!throttle.may(ME, 1_000));
        assert!(throttle.may(IpAddr::from([10, 0, 0, 2]), 1_000), "others are not held up");
        assert!(throttle.may(ME, 60_000));
    }

    #[test]
    fn many_addresses_fill_no_memory() {
        let mut throttle = Throttle::new(Allowance { at_once: 3, one_more: 1_000 });
        for number in 0..20_000_u32 {
            throttle.tried(IpAddr::from(number.to_be_bytes()), 0);
        }
        assert!(throttle.fresh_at.len() <= MOST);
    }
}
