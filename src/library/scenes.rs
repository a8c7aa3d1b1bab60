//! Where the scenes of a scenario file are written, even if the file has errors.

use crate::source::{Arena, Source, Span, Value, parse};

/// Where the scenes of a scenario file are written, in written order.
#[derive(Clone, Debug, Default)]
pub struct SceneSpans {
    /// The id of each scene, the span of the id, and the span of the whole scene.
    scenes: Vec<(String, Span, Span)>,
}

impl SceneSpans {
    /// Finds them in a text, as far as it can be parsed.
    #[must_use]
    pub fn of(source: &Source) -> Self {
        let arena = Arena::new();
        let Some(Value::Fields { fields, .. }) = parse(source.text(), &arena).root.map(|root| root.value) else {
            return Self::default();
        };
        let scenes = fields.iter().find(|(name, _)| name.text == "scenes").map(|(_, node)| node.value);
        let Some(Value::Map(scenes)) = scenes else { return Self::default() };
        let written = scenes.iter().filter_map(|(id, scene)| match id.value {
            Value::Text(name) => Some((name.to_owned(), id.span, id.span.to(scene.span))),
            _ => None,
        });
        Self { scenes: written.collect() }
    }

    /// The id of the scene that contains a byte offset of the text.
    #[must_use]
    pub fn at(&self, byte: usize) -> Option<&str> {
        let around = |(_, _, whole): &&(String, Span, Span)| (whole.start()..=whole.end()).contains(&byte);
        self.scenes.iter().find(around).map(|(name, ..)| name.as_str())
    }

    /// The span of a scene's id.
    #[must_use]
    pub fn span_of(&self, scene: &str) -> Option<Span> {
        self.scenes.iter().find(|(name, ..)| name == scene).map(|(_, id, _)| *id)
    }
}

#[cfg(test)]
mod tests {
    use super::SceneSpans;
    use crate::source::Source;

    #[test]
    fn a_place_belongs_to_the_scene_around_it_even_where_the_file_has_mistakes() {
        let text = "(titel: 3, scenes: { \"a\": (choices: [(id: \"x\")]), \"b\": (endin: 1) }, facilitator: \"b\")";
        let scenes = SceneSpans::of(&Source::new("a.ron", text));
        let at = |what: &str| text.find(what).and_then(|byte| scenes.at(byte));
        assert_eq!([at("titel"), at("\"x\""), at("endin"), at("facilitator")], [None, Some("a"), Some("b"), None]);
        assert_eq!(scenes.span_of("b").map(|span| &text[span.start()..span.end()]), Some("\"b\""));
    }

    #[test]
    fn a_text_that_is_no_scenario_has_no_scenes() {
        assert_eq!(SceneSpans::of(&Source::new("a.ron", "[1, 2]")).at(1), None);
    }
}
