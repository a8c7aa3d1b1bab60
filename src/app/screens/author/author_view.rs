//! The author's view: a scenario with its chart and analysis, both made on other threads.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::analysis::{Analysis, Effort, Progress, analyse};
use crate::app::app_data::AppData;
use crate::app::background::Background;
use crate::app::flow::Screen;
use crate::app::notice::Notices;
use crate::app::play::Play;
use crate::chart::{Chart, Unreached};
use crate::scenario::Scenario;
use crate::session::Opening;
use crate::ui::author::{Known, View};

/// The author's view, while it is open and during a rehearsal started from it.
#[derive(Resource, Debug)]
pub(in crate::app) struct AuthorView {
    id: String,
    pub(super) opened_from: Screen,
    pub(super) drawn: Option<DrawnScenario>,
    /// The version whose chart is being drawn.
    drawing: Option<Arc<Scenario>>,
    /// The analysis of the version shown, once it is finished.
    known: Option<Result<Analysis, String>>,
    /// Tells the analysis under way to stop.
    stop: Arc<AtomicBool>,
    /// The conversation that a rehearsal has suspended.
    suspended: Option<Play>,
}

/// A version of the scenario with its chart and what the author looks at.
#[derive(Debug)]
pub(super) struct DrawnScenario {
    pub(super) scenario: Arc<Scenario>,
    pub(super) chart: Chart,
    pub(super) view: View,
    pub(super) opening: Opening,
}

/// A version of a scenario and its chart, as the job returns them.
pub(super) type DrawnChart = (Arc<Scenario>, Chart);

impl AuthorView {
    pub(in crate::app) fn open(id: &str, opened_from: Screen) -> Self {
        Self {
            id: id.to_owned(),
            opened_from,
            drawn: None,
            drawing: None,
            known: None,
            stop: Arc::default(),
            suspended: None,
        }
    }

    /// The scenario's id.
    pub(in crate::app) fn id(&self) -> &str {
        &self.id
    }

    /// The analysis, as the view shows it.
    pub(super) fn known(&self) -> Known<'_> {
        match &self.known {
            None => Known::Working,
            Some(Ok(analysis)) => Known::All(analysis),
            Some(Err(why)) => Known::Nothing(why),
        }
    }

    /// The conversation that a rehearsal has suspended.
    pub(in crate::app) const fn suspended(&self) -> Option<&Play> {
        self.suspended.as_ref()
    }

    /// Suspends a conversation, if there is one, for a rehearsal.
    pub(in crate::app) fn suspend(&mut self, play: Option<Play>) {
        self.suspended = play;
    }

    /// Returns the suspended conversation.
    pub(in crate::app) fn resume(&mut self) -> Option<Play> {
        self.suspended.take()
    }
}

impl Drop for AuthorView {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl DrawnScenario {
    /// Shows a new version; the author still looks at the same scene, if it still exists.
    fn new((scenario, chart): DrawnChart, before: Option<Self>, play: Option<&Play>) -> Self {
        let of_play = |play: &Play| scenario.find_scene(&play.session().scene().id);
        let Some(before) = before else {
            let scene = play.and_then(of_play).unwrap_or(scenario.start);
            let opening = match play.filter(|play| play.scenario().hash == scenario.hash) {
                Some(play) => Opening::from_state(&scenario, scene, play.session().state()),
                None => Opening::of(&scenario, scene),
            };
            let view = View { camera: None, scene, search: String::new(), time: None };
            return Self { scenario, chart, view, opening };
        };
        let name = &before.scenario.scene(before.view.scene).id;
        let scene = scenario.find_scene(name).unwrap_or(scenario.start);
        let opening = before.opening.in_version(&before.scenario, &scenario, scene);
        // What was typed is of the clock before.
        let time = before.view.time.filter(|_| before.scenario.clock == scenario.clock);
        Self { view: View { scene, time, ..before.view }, opening, scenario, chart }
    }
}

/// Draws the chart again when the scenario has changed.
pub(super) fn redraw_chart(
    mut author_view: ResMut<AuthorView>,
    mut job: ResMut<Background<DrawnChart>>,
    data: Res<AppData>,
    play: Option<Res<Play>>,
    proxy: Res<EventLoopProxyWrapper>,
    mut notices: ResMut<Notices>,
    mut next: ResMut<NextState<Screen>>,
) {
    if let Some(result) = job.result() {
        match result {
            Ok(chart) => {
                let before = author_view.drawn.take();
                let play = play.as_deref().or(author_view.suspended());
                let play = play.filter(|play| play.scenario().id == author_view.id);
                let drawn = DrawnScenario::new(chart, before, play);
                author_view.drawn = Some(drawn);
            }
            Err(why) => notices.push(format!("The graph could not be drawn: {why}.")),
        }
        author_view.drawing = None;
    }
    let Some(now) = data.find(&author_view.id) else {
        if author_view.drawn.is_none() {
            next.set(author_view.opened_from);
        }
        return;
    };
    let shown = author_view.drawing.as_ref().or(author_view.drawn.as_ref().map(|drawn| &drawn.scenario));
    if !shown.is_some_and(|shown| Arc::ptr_eq(shown, &now)) {
        author_view.drawing = Some(now.clone());
        job.begin(&proxy, move || Ok((now.clone(), Chart::draw(&now, &Unreached::default()))));
    }
}

/// Analyses a scenario as `bedside analyse` does, plays included: shares and measures are taken from them.
fn look_at(scenario: &Scenario, go_on: &(dyn Fn(Progress) -> bool + Sync)) -> Analysis {
    analyse(scenario, &Effort::usual(NonZero::<usize>::MIN, go_on))
}

/// Analyses each version that is shown. If some parts turn out to be unreachable, the chart is drawn again to show
/// that.
pub(super) fn explore_roads(
    mut author_view: ResMut<AuthorView>,
    mut job: ResMut<Background<Analysis>>,
    mut charts: ResMut<Background<DrawnChart>>,
    mut known_of: Local<Option<Arc<Scenario>>>,
    proxy: Res<EventLoopProxyWrapper>,
) {
    let Some(drawn) = author_view.drawn.as_ref().map(|drawn| drawn.scenario.clone()) else { return };
    let same = |known: &Arc<Scenario>| Arc::ptr_eq(known, &drawn);
    if !known_of.as_ref().is_some_and(same) || (author_view.known.is_none() && !job.is_under_way()) {
        author_view.stop.store(true, Ordering::Relaxed);
        (author_view.stop, author_view.known) = (Arc::default(), None);
        let (scenario, stop) = (drawn.clone(), author_view.stop.clone());
        *known_of = Some(drawn);
        job.begin(&proxy, move || {
            let go_on = |_: Progress| !stop.load(Ordering::Relaxed);
            Ok(look_at(&scenario, &go_on))
        });
        return;
    }
    let Some(found) = job.result() else { return };
    if let Ok(analysis) = &found {
        let unreached = Unreached::from(&analysis.proved);
        if unreached != Unreached::default() && author_view.drawing.is_none() {
            author_view.drawing = Some(drawn.clone());
            charts.begin(&proxy, move || Ok((drawn.clone(), Chart::draw(&drawn, &unreached))));
        }
    }
    author_view.known = Some(found);
}

#[cfg(test)]
mod tests {
    use super::look_at;
    use crate::analysis::measures::Verdict;
    use crate::library::Library;

    #[test]
    fn the_shares_and_measures_that_an_author_sees_are_taken_from_plays() {
        let scenario = &Library::open(&[]).entries[0].scenario;
        let analysis = look_at(scenario, &|_| true);
        assert!(analysis.watched > 0 && analysis.choices.iter().any(|choice| choice.taken > Some(0.0)));
        assert!(analysis.measures.iter().all(|measure| measure.verdict != Verdict::NotKnown));
    }
}
