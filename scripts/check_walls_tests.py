"""Tests of check-walls on tiny crates, passed before every check: one that cannot fail would hold nothing."""

from rust_imports import Crate, circles


def imports(**files):
    """The imports of a crate, as "from > to: name"; `source_span=…` is the text of `src/source/span.rs`."""
    texts = {f"src/{name.replace('__', '/')}.rs": text for name, text in files.items()}
    return Crate(texts, "src/lib.rs").imports()


def edges(**files):
    return [
        f"{start.removeprefix('src/')} > {end.removeprefix('src/')}: {name}" for start, end, name, _ in imports(**files)
    ]


TESTS = []


def test(function):
    TESTS.append(function)
    return function


def equal(found, meant):
    if found != meant:
        raise AssertionError(f"found {found}, and meant {meant}")


@test
def an_import_leads_through_re_exports_to_the_file_that_defines(_):
    found = edges(
        lib="mod a; mod b;",
        a__mod="mod front; pub use front::Thing;",
        a__front__mod="mod deep; pub use deep::Thing;",
        a__front__deep="pub struct Thing;",
        b="use crate::a::Thing as Other;",
    )
    equal(found, ["b.rs > a/front/deep.rs: Thing"])


@test
def groups_globs_and_inline_paths_are_followed(_):
    found = edges(
        lib="mod a; mod b; mod c; mod d;",
        a="pub struct One; pub(crate) enum Two { Three } pub const fn four() {}",
        b="use crate::{a::{self, One}, c::*}; fn f() -> Five { a::four() }",
        c="pub struct Five;\nimpl Five {}",
        d="fn f() { match crate::a::Two::Three { super::a::Two::Three => {} } }",
    )
    equal(found, ["b.rs > a.rs: One", "b.rs > a.rs: four", "b.rs > c.rs: Five", "d.rs > a.rs: Two"])


@test
def what_macros_define_is_found(_):
    found = edges(
        lib="#[macro_use] mod a; mod b; mod c;",
        a="macro_rules! record { ($name:ident) => { struct $name; } } pub(crate) use record;",
        b="use crate::a::record;\nrecord! { Thing }",
        c="use super::b::Thing;",
    )
    equal(found, ["b.rs > a.rs: record", "c.rs > b.rs: Thing"])


@test
def tests_comments_strings_and_declarations_are_no_imports(_):
    found = edges(
        lib="mod a; mod b;",
        a="pub struct Thing;",
        b="""
            // use crate::a::Thing;
            /* use /* crate */ crate::a::Thing; */
            const TEXT: &str = "\\" use crate::a::Thing;";
            const RAW: &str = r#"" use crate::a::Thing;"#;
            const QUOTE: char = '"';
            fn f<'a>(x: &'a str) {}
            #[cfg(test)]
            mod tests { use crate::a::Thing; }
            #[cfg(all(test, unix))]
            use crate::a::Thing;
        """,
    )
    equal(found, [])


@test
def a_module_that_hands_on_a_name_imports_it_only_where_it_uses_it(_):
    handed_on = dict(lib="mod a;", a__b="pub struct Thing;")
    equal(edges(**handed_on, a__mod="mod b; pub use b::Thing;"), [])
    equal(edges(**handed_on, a__mod="mod b; pub use b::Thing; fn f(_: Thing) {}"), ["a/mod.rs > a/b.rs: Thing"])


@test
def a_circle_of_four_files_is_found_and_one_of_three_is_not(walls):
    three = dict(a="use crate::b::B; pub struct A;", b="use crate::c::C; pub struct B;")
    closed = imports(lib="mod a; mod b; mod c;", **three, c="use crate::a::A; pub struct C;")
    equal([len(circle) for circle in circles([edge[:2] for edge in closed])], [3])
    equal(list(walls.circles_found(closed)), [])
    four = imports(
        lib="mod a; mod b; mod c; mod d;", **three, c="use crate::d::D; pub struct C;", d="use crate::a::A; pub struct D;"
    )
    found = list(walls.circles_found(four))
    equal(len(found), 1)
    equal(found[0].splitlines()[1], "    src/a.rs -> src/b.rs: B")


@test
def an_import_against_the_flow_is_found(walls):
    knows = {"low": [], "high": ["low"]}
    files = dict(lib="mod low; mod high;")
    rightly = imports(**files, low="pub struct Low;", high="use crate::low::Low;")
    equal(list(walls.flow_found(rightly, knows, [])), [])
    wrongly = imports(**files, low="\nuse crate::high::High;", high="pub struct High;")
    equal(
        list(walls.flow_found(wrongly, knows, [])),
        ["src/low.rs:2 imports High of src/high.rs, but low is not to know high"],
    )


@test
def the_floor_knows_no_station(walls):
    found = imports(lib="mod base; mod low;", base="use crate::low::Low;", low="pub struct Low;")
    meant = ["src/base.rs:1 imports Low of src/low.rs, but base is not to know low"]
    equal(list(walls.flow_found(found, {"low": []}, ["base"])), meant)


@test
def a_table_that_is_not_that_of_the_code_is_found(walls):
    found = walls.stations_found(["src/lib.rs", "src/low/mod.rs", "src/new.rs"], {"low": [], "old": []}, [])
    equal(list(found), ["new is not in the table of stations", "old is in the table of stations, and nowhere else"])
    equal(list(walls.order_found({"low": ["high"], "high": []})), ["the table lets low know high, which is not above it"])


@test
def a_file_that_no_module_names_is_found(walls):
    texts = {
        "src/lib.rs": "mod a; #[cfg(test)] mod tests;",
        "src/a/mod.rs": "#[cfg(test)]\nmod cases;",
        "src/a/cases.rs": "",
        "src/a/lost.rs": "",
        "src/tests.rs": "mod deep;",
        "src/tests/deep.rs": "",
        "src/main.rs": "fn main() {}",
    }
    found = list(walls.unreached_found(Crate(texts, "src/lib.rs"), ["src/main.rs"]))
    equal(found, ["src/a/lost.rs is never compiled: no `mod` leads to it"])


@test
def a_command_that_the_window_makes_elsewhere_is_found(walls):
    texts = {
        "src/lib.rs": "mod app; mod cli;",
        "src/app/mod.rs": "mod program; mod voice; mod sound; #[cfg(test)] mod tests;",
        "src/app/program.rs": "use std::process::Command;",
        "src/app/voice.rs": "use std::process::{self,\nCommand};",
        "src/app/sound.rs": "fn f(c: Commands) {} // Command\n#[cfg(all(test, unix))] mod tests { fn f() { process::Command::new(\"x\"); } }",
        "src/app/tests.rs": "use std::process::Command;",
        "src/cli.rs": "use std::process::Command;",
    }
    found = [mistake.split(": ")[0] for mistake in walls.commands_found(Crate(texts, "src/lib.rs"))]
    equal(found, ["src/app/voice.rs:2 names Command"])


def run(walls):
    for function in TESTS:
        try:
            function(walls)
        except AssertionError as failure:
            raise SystemExit(f"error: check-walls fails its own test {function.__name__}: {failure}") from failure
