//! Measures the memory that loaded conversations take, counted by the allocator.

use bedside_benches::bedside_play;
use bedside_benches::conversation::Conversation;
use bedside_benches::counting::Counting;
use bedside_benches::measured::{Memory, keep_memory};
use bedside_benches::{SIZES, YARN_MOST, ink, plain_ron, yarn};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let rubric = bedside_play::rubric();
    let mut all = Vec::new();
    for size in SIZES {
        let conversation = Conversation::of(size);
        let text = bedside_play::text(&conversation);
        all.push(measure("bedside", size, text.len(), || bedside_play::load(&text, &rubric)));
        all.push(measure("ron", size, text.len(), || plain_ron::read(&text)));
        let json = ink::json(&conversation);
        all.push(measure("bladeink", size, json.len(), || ink::load(&json)));
        if size <= YARN_MOST {
            let compilation = yarn::compile(&conversation);
            all.push(measure("yarnspinner", size, text.len(), || yarn::load(&compilation)));
        }
    }
    keep_memory(&all);
    for one in all {
        println!("{one:?}");
    }
}

fn measure<T>(player: &str, decisions: usize, text: usize, load: impl FnOnce() -> T) -> Memory {
    let before = Counting::begin();
    let loaded = load();
    let (kept, peak) = Counting::since(before);
    drop(loaded);
    Memory { player: player.to_owned(), decisions, text, kept, peak }
}
