//! Every word that an author may write or meet is explained, in whatever case.

use bedside::reference::{Format, Lexicon};

use crate::support;

#[test]
fn every_word_of_the_format_and_the_catalogues_is_explained() {
    let rubric = support::rubric();
    let lexicon = Lexicon::new(rubric);
    let format = Format::of_scenarios();
    let mut words: Vec<&str> = Vec::new();
    for record in &format.records {
        words.push(record.what);
        words.extend(record.fields.iter().map(|field| field.name));
    }
    for list in format.words.iter().chain(&format.shapes) {
        words.push(list.what);
        words.extend(list.entries.iter().map(|entry| entry.name));
    }
    words.extend(rubric.behaviours.iter().map(|behaviour| behaviour.id.as_str()));
    words.extend(rubric.moments.iter().map(|moment| moment.id.as_str()));
    words.extend(rubric.strategies.iter().map(|strategy| strategy.id.as_str()));
    words.extend(rubric.moods.iter().map(|mood| mood.id.as_str()));
    words.extend(["behaviours", "moments", "strategies", "moods", "Resume", "resume", "visits", "stranger"]);
    assert!(words.len() > 300, "only {} words", words.len());
    for word in words {
        for written in [word.to_owned(), word.to_lowercase(), word.to_uppercase()] {
            let found = lexicon.find(&written);
            assert!(!found.is_empty(), "nothing is known of {written}");
            for entry in found {
                assert!(!entry.title().is_empty() && entry.text().len() > 10, "{}: {}", entry.title(), entry.text());
            }
        }
    }
}
