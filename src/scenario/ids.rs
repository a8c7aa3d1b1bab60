//! Ids of a resolved scenario: indices into its lists, so that a look-up cannot fail.

macro_rules! index {
    ($(#[$meta:meta])* $name:ident($number:ty)) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($number);

        impl $name {
            /// The id with this index; `None` if the number does not fit.
            pub(crate) fn new(index: usize) -> Option<Self> {
                <$number>::try_from(index).ok().map(Self)
            }

            /// The index in its list of the scenario, from 0.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

index!(
    /// A scene, in written order.
    SceneId(u32)
);
index!(
    /// A choice, in written order over all scenes.
    ChoiceId(u32)
);

impl From<u32> for ChoiceId {
    fn from(index: u32) -> Self {
        Self(index)
    }
}

index!(
    /// A need, in written order.
    NeedId(u8)
);
index!(
    /// A flag, in the order in which choices first set them.
    FlagId(u8)
);
index!(
    /// A person, in written order.
    PersonId(u8)
);
index!(
    /// Something since which conditions count turns or minutes, in the order in which they are first resolved.
    SinceId(u8)
);
index!(
    /// A pair of behaviours of `Before` conditions, in the order in which they are first resolved.
    BeforeId(u8)
);
