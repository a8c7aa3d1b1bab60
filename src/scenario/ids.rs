//! Ids of a resolved scenario: indices into its lists, so that a look-up cannot fail.

macro_rules! index {
    ($(#[$meta:meta])* $name:ident($number:ty)) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($number);

        impl $name {
            /// The id of the one at `index`, if the number fits.
            pub(crate) fn new(index: usize) -> Option<Self> {
                <$number>::try_from(index).ok().map(Self)
            }

            /// Its index in its list, from 0.
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
    /// A flag, in the order it is first named.
    FlagId(u8)
);
index!(
    /// Another speaker, in written order.
    PersonId(u8)
);
index!(
    /// A `Before` condition, in the order they are first named.
    BeforeId(u8)
);
