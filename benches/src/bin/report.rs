//! Writes docs/benchmarks.md from what has been measured, so that nothing in it is typed by hand.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use bedside_benches::machine::machine;
use bedside_benches::measured::{Memory, Roads, median, memory, roads};
use bedside_benches::{SIZES, YARN_MOST};

fn main() {
    let page = page();
    print!("{page}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/benchmarks.md");
    fs::write(path, page).expect("the page can be written");
}

fn page() -> String {
    let mut page = String::from(
        "# Benchmarks\n\nMade by `benches/run`; nothing here is typed by hand. The measurements are made in one run, on one \
         thread; times are medians of that thread's time on a processor, so that what else the machine does counts less.\n\n",
    );
    let _ = writeln!(page, "**Machine**: {}\n", machine());
    page += "**The conversation** is generated: decisions one after the other, each with a line of the patient's and four \
             options; each option has two effects, and one option in five a guard on agitation. Every player takes the \
             same places of what it offers. `session` is all that a trainee has: what is said, the offer in the order \
             drawn, the reasons of each turn and the transcript. `simulated` is play whose words nobody reads. `arrays` \
             is the same choices as a bare loop over arrays, without words, reasons, stages or a memory: the limit.\n\n";
    play(&mut page);
    load(&mut page);
    kept(&mut page, &memory());
    all_roads(&mut page, &roads());
    page
}

fn play(page: &mut String) {
    page.push_str("## Playing\n\nMillion choices a second, and the ratios that count.\n\n");
    table(
        page,
        &[
            "decisions",
            "session",
            "simulated",
            "arrays",
            "bladeink",
            "yarnspinner",
            "session ÷ bladeink",
            "session ÷ yarnspinner",
            "simulated ÷ arrays",
        ],
    );
    for size in SIZES {
        let time = |player| median("play", player, size);
        #[expect(clippy::cast_precision_loss, reason = "sizes are small")]
        let rate = |player| time(player).map(|time| size as f64 / time * 1e3);
        let ratio = |one, other| Some(time(other)? / time(one)?);
        row(
            page,
            &[
                size.to_string(),
                number(rate("session"), 2),
                number(rate("simulated"), 2),
                number(rate("arrays"), 2),
                number(rate("bladeink"), 3),
                number(rate("yarnspinner"), 3),
                number(ratio("session", "bladeink"), 1),
                number(ratio("session", "yarnspinner"), 1),
                number(ratio("simulated", "arrays"), 2),
            ],
        );
    }
    let _ = writeln!(
        page,
        "\nTargets: session ÷ bladeink at least 20, simulated ÷ arrays at least 0.25. `yarnspinner` is given at most \
         {YARN_MOST} decisions: compiling more takes gigabytes of memory.\n"
    );
}

fn load(page: &mut String) {
    page.push_str("## Loading\n\nFrom text to what can be played, in milliseconds: `ron` is plain deserialisation of the same text into structs, Bedside finds all mistakes and resolves all names as well.\n\n");
    table(page, &["decisions", "bedside", "ron", "bedside ÷ ron", "µs a decision"]);
    for size in SIZES {
        let time = |player| median("load", player, size);
        #[expect(clippy::cast_precision_loss, reason = "sizes are small")]
        let each = time("bedside").map(|time| time / 1e3 / size as f64);
        row(
            page,
            &[
                size.to_string(),
                number(time("bedside").map(|time| time / 1e6), 2),
                number(time("ron").map(|time| time / 1e6), 2),
                number(time("bedside").zip(time("ron")).map(|(one, other)| one / other), 2),
                number(each, 1),
            ],
        );
    }
    page.push_str("\nTargets: bedside ÷ ron at most 2 up to 2,000 decisions, at most 3 at 20,000.\n\n");
}

fn kept(page: &mut String, memory: &[Memory]) {
    page.push_str("## Memory\n\nBytes asked of the allocator, without the text: what stays once it is loaded, and the most while loading. `bladeink` loads compiled JSON, and its ratio is to that; `yarnspinner` loads what is compiled already.\n\n");
    table(page, &["player", "decisions", "text, kB", "kept, kB", "kept ÷ text", "most while loading ÷ text"]);
    for one in memory {
        #[expect(clippy::cast_precision_loss, reason = "sizes are small")]
        let (text, kept, peak) = (one.text as f64, one.kept as f64, one.peak as f64);
        row(
            page,
            &[
                one.player.clone(),
                one.decisions.to_string(),
                number(Some(text / 1e3), 0),
                number(Some(kept / 1e3), 0),
                number(Some(kept / text), 2),
                number(Some(peak / text), 2),
            ],
        );
    }
    page.push_str("\nTarget: a loaded scenario of Bedside keeps at most 3 × its text.\n");
}

fn all_roads(page: &mut String, roads: &[Roads]) {
    let cores = roads.first().map_or(1, |one| one.cores);
    let _ = writeln!(
        page,
        "\n## All roads\n\nEverything that `bedside analyse` says of the scenarios that ship, and of made-up ones of four \
         options a decision: proofs, bounds, ranges of feelings, strategies and simulated trainees. Seconds by the clock, \
         once each, on one thread and on {cores}; bytes are the most that the allocator held.\n"
    );
    table(
        page,
        &["scenario", "states", "s on one", &format!("s on {cores}"), "million states a second", "bytes a state"],
    );
    for one in roads {
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
        let (states, peak) = (one.states as f64, one.peak as f64);
        row(
            page,
            &[
                one.name.clone(),
                one.states.to_string(),
                number(Some(one.on_one), 2),
                number(Some(one.on_all), 2),
                number(Some(states / one.on_all / 1e6), 2),
                number(Some(peak / states), 0),
            ],
        );
    }
    page.push_str(
        "\nTargets, on two cores: a scenario that ships within 0.5 s where no condition sees understanding, else 3 s; ten \
         million states within 3 s and 1 GB.\n",
    );
}

fn table(page: &mut String, heads: &[&str]) {
    let _ = writeln!(page, "| {} |\n|{}", heads.join(" | "), "--:|".repeat(heads.len()));
}

fn row(page: &mut String, cells: &[String]) {
    let _ = writeln!(page, "| {} |", cells.join(" | "));
}

fn number(value: Option<f64>, digits: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.digits$}"))
}
