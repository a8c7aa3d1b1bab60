//! A person in the picture: how they look, and where they stand.

use bevy::ecs::component::{Component, Mutable, StorageType};
use bevy::prelude::*;

use super::motion::ExpressionAnimation;
use crate::picture::company::Standing;
use crate::picture::face::Mood;
use crate::scenario::Looks;

/// A person in the picture. Spawn it, set its [`Mood`], despawn it when the person leaves.
#[derive(Component, Clone, Debug, PartialEq, Eq)]
#[require(Mood, Standing, FromLeft, ExpressionAnimation, Transform, Visibility)]
pub struct Figure {
    pub looks: Looks,
    /// In years.
    pub age: u8,
}

/// How many figures stand to its left.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct FromLeft(pub usize);

impl Component for Standing {
    const STORAGE_TYPE: StorageType = StorageType::Table;
    type Mutability = Mutable;
}

impl Component for Mood {
    const STORAGE_TYPE: StorageType = StorageType::Table;
    type Mutability = Mutable;
}
