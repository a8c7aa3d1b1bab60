//! The points gained on all dimensions together, as a share of what could be gained.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Gained {
    /// Σ(taken − lowest) over the dimensions.
    pub(super) gained: i64,
    /// Σ(highest − lowest).
    pub(super) possible: i64,
}

impl Gained {
    pub(super) const fn and(self, other: Self) -> Self {
        Self {
            gained: self.gained.saturating_add(other.gained),
            possible: self.possible.saturating_add(other.possible),
        }
    }

    /// What is left of this without `part` of it.
    pub(super) const fn without(self, part: Self) -> Self {
        Self { gained: self.gained.saturating_sub(part.gained), possible: self.possible.saturating_sub(part.possible) }
    }

    /// 0–100, half rounded up; `None` where nothing could be gained.
    pub(super) fn percent(self) -> Option<u8> {
        self.share_of(100).and_then(|share| u8::try_from(share).ok())
    }

    /// 0–1000, half rounded up; `None` where nothing could be gained.
    pub(super) fn thousandths(self) -> Option<u32> {
        self.share_of(1000).and_then(|share| u32::try_from(share).ok())
    }

    fn share_of(self, whole: i128) -> Option<i128> {
        let possible = i128::from(self.possible);
        // A record from elsewhere may claim more than all.
        let gained = i128::from(self.gained).clamp(0, possible.max(0));
        (possible > 0).then(|| (2 * whole * gained + possible) / (2 * possible))
    }
}

#[cfg(test)]
mod tests {
    use super::Gained;

    #[test]
    fn a_share_is_rounded_half_up_and_never_beyond_all() {
        let of = |gained, possible| Gained { gained, possible };
        assert_eq!(of(1, 8).percent(), Some(13));
        assert_eq!(of(1, 3).thousandths(), Some(333));
        assert_eq!(of(7, 7).thousandths(), Some(1000));
        assert_eq!(of(9, 7).percent(), Some(100));
        assert_eq!(of(i64::MAX, i64::MAX).percent(), Some(100));
        assert_eq!(of(-1, 7).percent(), Some(0));
        assert_eq!(of(0, 0).percent(), None);
        assert_eq!(of(1, -3).percent(), None);
    }
}
