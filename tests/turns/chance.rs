//! Chance: as often as its weights say, and the same for the same seed.

use std::collections::BTreeSet;
use std::sync::Arc;

use bedside::session::{Chance, Refusal, RoadStep, Session};

use super::{choice, scenario, scene, scene_id, take};

const FEELS: &str = "feels: (agitation: 30, trust: 40, understanding: 20)";

fn forked() -> String {
    let fork = choice("fork", "", "[(chance: [(3, \"often\"), (1, \"seldom\")])]", "");
    let other = ["b", "c", "d"].map(|id| choice(id, "", "\"hub\"", ""));
    let end = |id: &str| scene(id, &[choice("stop", "", "\"end\"", "")], "narration: [\"1\", \"2\", \"3\"]");
    format!("{}{}{}", scene("hub", &[&[fork][..], &other].concat(), ""), end("often"), end("seldom"))
}

#[test]
fn branches_are_drawn_by_weight_and_texts_and_orders_vary() {
    let scenario = scenario(FEELS, &forked());
    let (mut seldom, mut orders, mut texts) = (0, BTreeSet::new(), BTreeSet::new());
    for seed in 0..2_000 {
        let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(seed));
        orders.insert(session.current_scene().offer.clone());
        take(&mut session, "fork");
        seldom += usize::from(scene_id(&session) == "seldom");
        texts.insert(session.current_scene().arrival.narration.clone());
    }
    assert!((400..600).contains(&seldom), "{seldom} of 2000 at one in four");
    assert_eq!(orders.len(), 24);
    assert_eq!(texts.len(), 3);
}

#[test]
fn what_was_chosen_before_changes_no_draw() {
    let scenario = scenario(FEELS, &forked());
    let arrived = |seed, road: &[&str]| {
        let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(seed));
        for choice in road {
            take(&mut session, choice);
        }
        let draws = session.transcript().turns.last().map(|turn| turn.draws.clone());
        (scene_id(&session).to_owned(), session.current_scene().arrival.narration.clone(), draws)
    };
    for seed in 0..50 {
        assert_eq!(arrived(seed, &["b", "fork"]), arrived(seed, &["c", "fork"]));
        assert_eq!(arrived(seed, &["b", "c", "fork"]), arrived(seed, &["d", "b", "fork"]));
    }
}

#[test]
fn a_road_may_name_what_chance_draws_and_nothing_that_it_cannot() {
    let scenario = scenario(FEELS, &forked());
    for seed in 0..10 {
        for (index, there) in ["often", "seldom"].into_iter().enumerate() {
            let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(seed));
            let step = RoadStep { drawn: Some(there.to_owned()), ..RoadStep::choose("fork") };
            assert_eq!(session.follow(&step, None), Ok(()));
            assert_eq!(scene_id(&session), there);
            assert_eq!(session.transcript().turns[0].draws[0].drawn as usize, index);
        }
        let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(seed));
        let step = RoadStep { drawn: Some("end".to_owned()), ..RoadStep::choose("fork") };
        let possible = vec!["often".to_owned(), "seldom".to_owned()];
        assert!(matches!(session.follow(&step, None), Err(Refusal::NotAnOutcome { possible: p, .. }) if p == possible));
    }
}
