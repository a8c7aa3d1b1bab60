//! Measures how fast conversations are played and loaded.

use std::hint::black_box;
use std::time::Duration;

use bedside_benches::arrays::Arrays;
use bedside_benches::bedside_play;
use bedside_benches::conversation::Conversation;
use bedside_benches::cpu_clock::CpuClock;
use bedside_benches::measured::folder;
use bedside_benches::{SIZES, YARN_MOST, ink, plain_ron, yarn};
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput};

fn main() {
    let mut criterion = Criterion::default()
        .with_measurement(CpuClock)
        .output_directory(&folder())
        .without_plots()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    play(&mut criterion);
    load(&mut criterion);
    criterion.final_summary();
}

fn measure<T>(group: &mut BenchmarkGroup<'_, CpuClock>, player: &str, size: usize, mut run: impl FnMut() -> T) {
    group.bench_function(BenchmarkId::new(player, size), |bencher| bencher.iter(&mut run));
}

/// A whole conversation, from the beginning to the end.
fn play(criterion: &mut Criterion<CpuClock>) {
    let rubric = bedside_play::rubric();
    let mut group = criterion.benchmark_group("play");
    for size in SIZES {
        let conversation = Conversation::of(size);
        group.throughput(Throughput::Elements(size as u64));
        let arrays = Arrays::of(&conversation);
        measure(&mut group, "arrays", size, || black_box(&arrays).play());
        let scenario = bedside_play::load(&bedside_play::text(&conversation), &rubric);
        measure(&mut group, "simulated", size, || bedside_play::simulate(black_box(&scenario)));
        measure(&mut group, "session", size, || bedside_play::play(black_box(&scenario)));
        let mut story = ink::load(&ink::json(&conversation));
        measure(&mut group, "bladeink", size, || ink::play(&mut story));
        drop(story);
        if size <= YARN_MOST {
            let mut dialogue = yarn::load(&yarn::compile(&conversation));
            measure(&mut group, "yarnspinner", size, || yarn::play(&mut dialogue));
        }
    }
    group.finish();
}

/// From text to what can be played.
fn load(criterion: &mut Criterion<CpuClock>) {
    let rubric = bedside_play::rubric();
    let mut group = criterion.benchmark_group("load");
    for size in SIZES {
        let text = bedside_play::text(&Conversation::of(size));
        group.throughput(Throughput::Bytes(text.len() as u64));
        measure(&mut group, "ron", size, || plain_ron::read(black_box(&text)));
        measure(&mut group, "bedside", size, || bedside_play::load(black_box(&text), &rubric));
    }
    group.finish();
}
