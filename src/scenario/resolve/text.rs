//! Resolves texts that may vary.

use crate::scenario::document::TextDoc;
use crate::scenario::{Text, Variant};

use super::names::Names;

impl Names<'_> {
    /// The text, without variants where it is absent; `None` where a name cannot be resolved.
    pub(super) fn text(&mut self, text: Option<&TextDoc>) -> Option<Text> {
        let mut variants = Vec::new();
        for variant in text.into_iter().flat_map(|text| &text.variants) {
            let when = self.optional_condition(variant.when.as_deref())?;
            variants.push(Variant { when, wordings: variant.say.as_ref()?.wordings.as_slice().into() });
        }
        Some(Text { variants: variants.into() })
    }
}
