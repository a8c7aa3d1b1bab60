//! The page as HTML.

use std::num::NonZero;

use bedside::analysis::marks;
use bedside::debrief::debrief;
use bedside::debrief::page::Page;
use bedside::print::{Appendix, write_html};

use super::{Written, page, played, sample};
use crate::support::{answered, shipped_as};

/// The page with its appendix folded away.
fn folded(page: &Page) -> String {
    write_html(page, Appendix::Folded)
}

/// Elements without an end tag.
const VOID: [&str; 1] = ["meta"];

/// A tag as it was found: its name, its attributes, and whether it ends an element.
struct Tag<'a> {
    name: &'a str,
    rest: &'a str,
    ends: bool,
}

/// Every tag of a page, and its text without them. A `<` that begins no tag is a mistake.
fn tags(html: &str) -> (Vec<Tag<'_>>, String) {
    let (mut found, mut text) = (Vec::new(), String::new());
    let mut rest = html.strip_prefix("<!DOCTYPE html>\n").expect("the page says that it is HTML");
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let inside = &rest[at + 1..];
        let end = inside.find('>').expect("a tag ends");
        let (tag, ends) = inside[..end].strip_prefix('/').map_or((&inside[..end], false), |tag| (tag, true));
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        assert!(!name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()), "<{tag}>");
        found.push(Tag { name, rest: &tag[name.len()..], ends });
        rest = &inside[end + 1..];
    }
    text.push_str(rest);
    (found, text)
}

/// Checks that the page is one tree of elements and refers to nothing outside it.
fn well_formed(html: &str) -> Vec<Tag<'_>> {
    let (found, _) = tags(html);
    let mut open = Vec::new();
    for tag in &found {
        if tag.ends {
            assert_eq!(open.pop(), Some(tag.name), "</{}> ends what was begun last", tag.name);
        } else if !VOID.contains(&tag.name) && !tag.rest.ends_with('/') {
            open.push(tag.name);
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    for unwanted in ["script", "link", "img", "iframe", "object", "embed", "form", "a", "base"] {
        assert!(found.iter().all(|tag| tag.name != unwanted), "<{unwanted}>");
    }
    // Apostrophes in texts are not escaped, so no attribute may be quoted with them.
    let outside = |tag: &Tag<'_>| tag.rest.split('"').step_by(2).any(|outside| outside.contains('\''));
    assert!(!found.iter().any(outside), "attributes stand between double quotes");
    let asks = |tag: &&Tag<'_>| [" src=", " href=", " on", "url("].iter().any(|ask| tag.rest.contains(ask));
    assert!(!found.iter().filter(|tag| tag.name != "meta").any(|tag| asks(&tag)), "nothing is fetched or run");
    found
}

fn of<'a, 'b>(found: &'b [Tag<'a>], name: &str) -> Vec<&'b Tag<'a>> {
    found.iter().filter(|tag| tag.name == name && !tag.ends).collect()
}

#[test]
fn the_page_stands_by_itself_and_has_an_order_of_headings() {
    let (scenario, debrief) = sample();
    let html = folded(&page(&scenario, &debrief));
    let found = well_formed(&html);
    assert_eq!(of(&found, "h1").len(), 1);
    let levels: Vec<u8> =
        found.iter().filter(|tag| !tag.ends).filter_map(|tag| tag.name.strip_prefix('h')?.parse().ok()).collect();
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "no level is left out: {levels:?}");
    assert!(html.contains("<html lang=\"en-GB\">") && html.contains("<title>Debrief: Two hours in</title>"));
    for asked in ["prefers-color-scheme: dark", "@media print"] {
        assert!(html.contains(asked), "{asked}");
    }
    assert!(!html.contains("//"), "no address stands on the page");
}

#[test]
fn the_appendix_is_folded_away_and_printed_only_where_asked_for() {
    let (scenario, debrief) = sample();
    let page = page(&scenario, &debrief);
    let [folded, printed] = [Appendix::Folded, Appendix::Printed].map(|appendix| write_html(&page, appendix));
    for (html, open) in [(&folded, 0), (&printed, 1)] {
        let found = well_formed(html);
        let parts = of(&found, "details");
        assert!(parts.len() > 3, "{}", parts.len());
        assert_eq!(parts.iter().filter(|part| part.rest.contains("open")).count(), open * parts.len());
        assert_eq!(of(&found, "summary").len(), parts.len(), "each has its name");
        let (two_sides, appendix) = html.split_once("<details").expect("an appendix");
        for full in ["<table>", "Source: "] {
            assert!(!two_sides.contains(full) && appendix.contains(full), "{full}: {two_sides}");
        }
    }
    assert!(folded.contains("details:not([open]) { display: none; }"), "what is folded is not printed");
    assert_eq!(folded, printed.replace("<details open>", "<details>"), "nothing else differs");
}

#[test]
fn tables_and_pictures_say_what_they_show() {
    let (scenario, debrief) = sample();
    let html = folded(&page(&scenario, &debrief));
    let found = well_formed(&html);
    let tables = of(&found, "table").len();
    assert!(tables >= 3, "turns, survey and moments");
    assert_eq!(of(&found, "caption").len(), tables);
    assert!(of(&found, "th").iter().all(|head| head.rest.contains("scope=\"")));
    let pictures = of(&found, "svg");
    assert_eq!(pictures.len(), 4, "the arc and three scales");
    for picture in pictures {
        for refers in ["aria-labelledby=\"", "aria-describedby=\""] {
            let id = picture.rest.split(refers).nth(1).and_then(|rest| rest.split('"').next()).expect("an id");
            assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id} is there once");
        }
    }
    assert!(html.contains("Agitation began at ") && html.contains(">Where it turned<"), "the arc is told in words");
}

#[test]
fn everything_of_the_debrief_is_on_the_page() {
    let (scenario, debrief) = sample();
    let written = Written::saying("Breathe first");
    let html = folded(&written.page(&scenario, &debrief));
    let text = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;");
    let has = |what: &str| assert!(html.contains(&text(what)), "{what}");
    has(&debrief.ending.as_ref().expect("an ending").thought);
    for (_, score) in debrief.scores.exercised() {
        has(&format!("{score} of 100."));
    }
    has("Your own rating: 55 (in part).");
    has("The diamond on a scale is your own rating.");
    assert!(!debrief.turning_points.is_empty() && !debrief.moments.is_empty());
    for point in &debrief.turning_points {
        let turn = &debrief.turns[point.turn];
        turn.cue.as_deref().into_iter().for_each(has);
        turn.say.as_deref().into_iter().for_each(has);
        for behaviour in &turn.behaviours {
            has(behaviour.source.trim_end_matches('.'));
        }
        if let Some(better) = &point.better {
            better.say.as_deref().into_iter().for_each(has);
        }
    }
    debrief.moments.iter().filter_map(|one| one.cue.as_ref()).for_each(|cue| has(cue));
    debrief.objectives.iter().for_each(|one| has(&one.text));
    debrief.survey.iter().filter(|one| one.answer.is_some()).for_each(|one| has(&one.text));
    for label in ["Next time I will \u{2026}", "What went well:", "What I would change:", "In your own words, first:"] {
        has(label);
    }
    has("This was another try, from turn 2.");
}

#[test]
fn what_came_back_stands_once_beside_what_was_done() {
    let (scenario, session, turns) = answered();
    let debrief = debrief(&scenario, session.transcript()).expect("it fits");
    let html = folded(&page(&scenario, &debrief));
    well_formed(&html);
    let appendix = html.split_once("<details").expect("an appendix").1;
    let table = appendix.split("<table>").nth(1).and_then(|rest| rest.split("</table>").next()).expect("the turns");
    let rows: Vec<&str> = table.split("<tr>").skip(3).collect();
    assert_eq!(rows.len(), turns.len());
    for (row, (done, replies)) in rows.iter().zip(turns) {
        let mut rest = row.split_once(done).unwrap_or_else(|| panic!("{done}: {row}")).1;
        rest = rest.split_once("<td>").expect("a cell of its own").1;
        let cell = rest.split("</td>").next().unwrap_or_default();
        let mut after = cell;
        for reply in replies {
            after = after.split_once(reply).unwrap_or_else(|| panic!("{reply}: {cell}")).1;
            assert_eq!(appendix.matches(reply).count(), 1, "{reply}");
        }
    }
    assert!(rows[0].contains("Mary: \u{201c}John, please.\u{201d}"), "who is not the patient is named");
}

#[test]
fn each_scale_has_its_marks_in_words_and_as_shapes() {
    let (scenario, mut debrief) = sample();
    let marks = marks(&scenario, NonZero::<usize>::MIN).expect("it can be played");
    let bare = folded(&page(&scenario, &debrief));
    debrief.marks = Some(marks);
    let html = folded(&page(&scenario, &debrief));
    well_formed(&html);
    for (dimension, score) in debrief.scores.exercised() {
        let picture = html.split("<svg").find(|svg| svg.contains(&format!("{} on a scale", dimension.label())));
        let picture = picture.and_then(|svg| svg.split("</svg>").next()).expect("its scale");
        for (of, mark) in marks.each() {
            let value = mark.get(dimension).expect("plays exercise it");
            assert!(picture.contains(&format!(">{} {value}</text>", of.word())), "{picture}");
        }
        assert_eq!(picture.matches("<polygon").count(), 4, "{picture}");
        assert!(html.contains(&format!("{score} of 100.")));
    }
    assert!(html.contains("For comparison: ") && !bare.contains("For comparison"));
    assert!(html.contains(" % of the other weights.") && html.contains("other reasonable weights"));
}

#[test]
fn the_page_says_what_was_composed_and_nothing_else() {
    let (scenario, debrief) = sample();
    let composed = Written::saying("Breathe first").page(&scenario, &debrief);
    let html = folded(&composed);
    let body = html.split_once("</style>").expect("a style sheet").1;
    let composed = format!("{composed:?}").replace("\\\"", "\"");
    let ends = |word: &&str| word.trim_end_matches(['\u{201d}', '"', ')']).ends_with(['.', '!', '?', '\u{2026}', ':']);
    let mut held = 0;
    for text in body.split('<').filter_map(|piece| Some(piece.split_once('>')?.1)) {
        let text = text.replace("&quot;", "\"").replace("&amp;", "&");
        let words: Vec<&str> = text.split_whitespace().collect();
        for words in words.split_inclusive(ends).flat_map(|sentence| sentence.windows(3)) {
            // The page itself adds a colon after a label and a full stop after a score.
            let words = words.join(" ");
            let words = words.trim_end_matches(['.', ':']);
            assert!(composed.contains(words), "\u{201c}{words}\u{201d} was not composed");
            held += 1;
        }
    }
    assert!(held > 500, "{held} times three words");
}

#[test]
fn hostile_texts_stay_texts() {
    let (scenario, debrief) = sample();
    let hostile = "</title><script>alert(1)</script>\" onload='x' & <b>\u{0}\u{1b}[2J\u{202e}\u{2028}]]>-->\nline two";
    let written = Written::saying(hostile);
    let html = folded(&written.page(&scenario, &debrief));
    well_formed(&html);
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload='x' &amp; &lt;b&gt;"));
    let obeyed = |c: char| (c.is_control() && c != '\n') || ('\u{2028}'..='\u{202e}').contains(&c);
    assert!(!html.chars().any(obeyed), "no control and no mark of direction is left");
}

#[test]
fn the_same_debrief_gives_the_same_page() {
    let (scenario, debrief) = sample();
    let html = || folded(&page(&scenario, &played(&scenario, 40)));
    assert_eq!(html(), html());
    let shorter = played(&scenario, 3);
    assert_ne!(html(), folded(&page(&scenario, &shorter)));
    assert_ne!(debrief.turns.len(), shorter.turns.len());
}

#[test]
fn a_conversation_that_was_left_at_once_has_a_page_too() {
    for id in ["two-hours-in", "too-many-pills", "let-me-out"] {
        let scenario = shipped_as(id);
        for turns in [0, 1, 40] {
            let html = folded(&page(&scenario, &played(&scenario, turns)));
            well_formed(&html);
            assert_eq!(html.contains("No turn was played"), turns == 0, "{id}, {turns} turns");
        }
    }
}
