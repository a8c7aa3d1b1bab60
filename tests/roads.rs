//! All roads at once: exact, and the same as play.

use bedside::analysis::{Chance, Limits, Roads, what_if};
use bedside::session::{Luck, Session};
use std::time::Instant;

use crate::fixtures::scenario;

#[test]
fn probe() {
    let scenario = scenario(include_str!("../scenarios/too-many-pills.ron"));
    for chance in [Chance::Seed(Luck::from_seed(7)), Chance::Any] {
        let t = Instant::now();
        let roads = Roads::explore(&scenario, chance, Limits::default());
        eprintln!("{:?} explore", t.elapsed());
        let roads = match roads {
            Ok(r) => r,
            Err(e) => {
                eprintln!("{e}");
                continue;
            }
        };
        let t = Instant::now();
        let b = roads.bounds().unwrap();
        eprintln!(
            "{:?} bounds {:?}",
            t.elapsed(),
            [&b.empathy, &b.clarity, &b.de_escalation].map(|b| b.as_ref().map(|b| (
                b.worst,
                b.best,
                b.best_road.steps.len()
            )))
        );
        if let Chance::Seed(luck) = chance {
            let mut s = Session::begin(scenario.clone(), luck);
            while !s.is_over() {
                let c = s.on_stage().offer[0];
                s.choose(c, None).unwrap();
            }
            let t = Instant::now();
            let w = what_if(&s, &roads).unwrap();
            eprintln!("{:?} what-if {}", t.elapsed(), w.len());
            let t = Instant::now();
            let mut best = bedside::analysis::BestRoads::new(&roads);
            let r = best.from(&bedside::session::State::begin(&scenario)).unwrap();
            eprintln!("{:?} best from start: {} choices, {} states", t.elapsed(), r.len(), best.states());
        }
    }
}
