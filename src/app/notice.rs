//! Lines at the foot of the window for what the trainee should know and need not act on.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::state_file::StateFile;

/// The most that are held: an older one goes when there are more.
const MOST: usize = 6;

/// What a notice is about, where a later one about the same takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// What stands in the way of saving something.
    Saving(StateFile),
    /// What an author asked for has been done.
    Author,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Notice {
    topic: Option<Topic>,
    told: String,
}

/// What there is to know, the oldest first; each gone once it is dismissed.
#[derive(Resource, Debug, Default)]
pub(super) struct Notices(Vec<Notice>);

impl Notices {
    /// Tells something, once.
    pub(super) fn tell(&mut self, what: impl Into<String>) {
        self.add(Notice { topic: None, told: what.into() });
    }

    /// Tells something in place of what was told of the same topic.
    pub(super) fn tell_of(&mut self, topic: Topic, what: impl Into<String>) {
        self.withdraw(topic);
        self.add(Notice { topic: Some(topic), told: what.into() });
    }

    /// Takes back what was told of a topic: it is not so any more.
    pub(super) fn withdraw(&mut self, topic: Topic) {
        self.0.retain(|notice| notice.topic != Some(topic));
    }

    fn add(&mut self, notice: Notice) {
        if self.0.iter().any(|before| before.told == notice.told) {
            return;
        }
        if self.0.len() == MOST {
            self.0.remove(0);
        }
        self.0.push(notice);
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Notices>();
    app.add_systems(EguiPrimaryContextPass, show);
}

fn show(mut contexts: EguiContexts, mut notices: ResMut<Notices>) -> Result {
    if notices.0.is_empty() {
        return Ok(());
    }
    let told: Vec<&str> = notices.0.iter().map(|notice| notice.told.as_str()).collect();
    let ctx = contexts.ctx_mut()?;
    if let Some(dismissed) = crate::ui::notice::show(ctx, &told) {
        notices.0.remove(dismissed);
        ctx.request_repaint();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(notices: &Notices) -> Vec<&str> {
        notices.0.iter().map(|notice| notice.told.as_str()).collect()
    }

    #[test]
    fn all_that_was_told_stays_until_it_is_dismissed_each_once() {
        let mut notices = Notices::default();
        for what in ["one", "two", "one", "three"] {
            notices.tell(what);
        }
        assert_eq!(told(&notices), ["one", "two", "three"]);
        (0..2 * MOST).for_each(|number| notices.tell(number.to_string()));
        assert_eq!(notices.0.len(), MOST);
        assert_eq!(told(&notices).last(), Some(&"11"));
    }

    #[test]
    fn what_is_told_of_a_topic_is_replaced_and_can_be_taken_back() {
        let mut notices = Notices::default();
        notices.tell("one");
        notices.tell_of(Topic::Saving(StateFile::Settings), "full");
        notices.tell_of(Topic::Saving(StateFile::Attempt), "full as well");
        notices.tell_of(Topic::Saving(StateFile::Settings), "still full");
        assert_eq!(told(&notices), ["one", "full as well", "still full"]);
        notices.withdraw(Topic::Saving(StateFile::Settings));
        assert_eq!(told(&notices), ["one", "full as well"]);
    }
}
