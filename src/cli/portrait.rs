//! `bedside portrait`: draws the people of scenarios into image files.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use glam::Vec2;

use crate::library::visible;
use crate::picture::face::{Expression, Mood, PortraitState, SceneMood, expression};
use crate::picture::portrait::portrait;
use crate::picture::shapes::{Colour, Picture};
use crate::scenario::{Looks, Scenario};

use super::canvas::{Canvas, Framing};
use super::contact_sheet::ContactSheet;
use super::failure::{Failure, unwritable};
use super::portrait_arguments::PortraitArguments;
use super::{looks_sheets, places, scenarios};

/// The background of portraits.
const WALL: Colour = Colour::hex(0xE6_E0_D5);
/// The part of a person's picture that is in view, in the picture's units: upper left corner, width and height.
const CORNER: Vec2 = Vec2::new(-225.0, 205.0);
const WIDE: f32 = 450.0;
const HIGH: f32 = 600.0;

/// A person to be drawn.
struct Subject {
    /// Their name and their scenario, a line each.
    label: String,
    looks: Looks,
    age: u8,
}

/// What everyone on a sheet shows.
struct Column {
    name: &'static str,
    expression: Expression,
}

/// The people on one sheet.
struct Group {
    /// The name of the sheet's file, without `.png`.
    name: String,
    subjects: Vec<Subject>,
}

/// Writes sheets of portraits, and prints the names of the files.
///
/// # Errors
/// If there is no such scenario, or a file cannot be written.
pub(super) fn run(arguments: &PortraitArguments, folders: &[PathBuf], out: &mut dyn Write) -> Result<(), Failure> {
    let groups = groups(arguments, folders)?;
    fs::create_dir_all(&arguments.out).map_err(|error| unwritable(&arguments.out, error))?;
    let width = u32::from(arguments.size);
    for group in groups {
        let columns = columns(arguments);
        let sheet = ContactSheet {
            columns: columns.iter().map(|column| column.name.to_owned()).collect(),
            rows: group.subjects.iter().map(|subject| subject.label.clone()).collect(),
            ..blank(arguments)
        };
        let picture = |row: usize, column: usize| {
            let (subject, column): (&Subject, &Column) = (group.subjects.get(row)?, columns.get(column)?);
            person(&subject.looks, subject.age, column.expression, width)
        };
        write_sheet(arguments, &group.name, &sheet, &picture, out)?;
    }
    let sheets_of_looks = if arguments.looks { looks_sheets::all() } else { Vec::new() };
    for looks_sheet in sheets_of_looks {
        let sheet = ContactSheet { columns: looks_sheet.columns(), rows: looks_sheets::rows(), ..blank(arguments) };
        let picture = |row: usize, column: usize| {
            let (looks, age) = looks_sheet.looks_at(row, column)?;
            person(&looks, age, PortraitState::Calm.expression(), width)
        };
        write_sheet(arguments, looks_sheet.name, &sheet, &picture, out)?;
    }
    if arguments.places {
        let sheet = places::sheet(width * 2, !arguments.unlabelled);
        write_sheet(arguments, "places", &sheet, &|row, column| places::picture(row, column, width * 2), out)?;
    }
    Ok(())
}

/// The states or moods to draw people in.
fn columns(arguments: &PortraitArguments) -> Vec<Column> {
    if arguments.moods {
        let shown = |mood: SceneMood| expression(&Mood { scene_mood: Some(mood), ..Mood::default() });
        return SceneMood::ALL.map(|mood| Column { name: mood.id(), expression: shown(mood) }).into();
    }
    let states = arguments.state.map_or_else(|| PortraitState::ALL.to_vec(), |state| vec![state.into()]);
    states.into_iter().map(|state| Column { name: state.name(), expression: state.expression() }).collect()
}

/// Draws a sheet, writes it to a file and prints the file's name.
fn write_sheet(
    arguments: &PortraitArguments,
    name: &str,
    sheet: &ContactSheet,
    picture: &(impl Fn(usize, usize) -> Option<Canvas> + Sync),
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let path = arguments.out.join(format!("{name}.png"));
    let drawn = sheet.draw(picture).and_then(|canvas| canvas.save_png(&path));
    drawn.map_err(|error| unwritable(&path, error))?;
    Ok(writeln!(out, "{}", visible(&path.display().to_string()))?)
}

/// An empty sheet for people.
fn blank(arguments: &PortraitArguments) -> ContactSheet {
    let width = u32::from(arguments.size);
    let labelled = !arguments.unlabelled;
    ContactSheet { width, height: width * 4 / 3, columns: Vec::new(), rows: Vec::new(), labelled }
}

/// The people to draw, by sheet.
fn groups(arguments: &PortraitArguments, folders: &[PathBuf]) -> Result<Vec<Group>, Failure> {
    let mut groups = Vec::new();
    if let Some(word) = &arguments.scenario {
        let scenario = scenarios::scenario(word, folders)?;
        groups.push(Group { name: scenario.id.clone(), subjects: subjects(&scenario) });
    }
    if arguments.all {
        let library = scenarios::open(folders);
        scenarios::expect_some(&library)?;
        let subjects = library.entries.iter().flat_map(|entry| subjects(&entry.scenario)).collect();
        groups.push(Group { name: "all".to_owned(), subjects });
    }
    Ok(groups)
}

/// The patient of a scenario, and the persons whose looks it gives.
fn subjects(scenario: &Scenario) -> Vec<Subject> {
    let patient = &scenario.patient;
    let subject = |name: &str, looks: &Looks, age: u8| Subject {
        label: format!("{}\n{}", visible(name), scenario.id),
        looks: looks.clone(),
        age,
    };
    let mut subjects = vec![subject(&patient.called, &patient.looks, patient.age)];
    let people = scenario.people.iter();
    subjects.extend(
        people.filter_map(|person| person.looks.as_ref().map(|looks| subject(&person.name, looks, person.age))),
    );
    subjects
}

/// A portrait of this width in pixels.
fn person(looks: &Looks, age: u8, expression: Expression, width: u32) -> Option<Canvas> {
    framed(&portrait(looks, age, expression), width)
}

#[expect(clippy::cast_precision_loss, reason = "a picture is some hundred pixels wide")]
fn framed(picture: &Picture, width: u32) -> Option<Canvas> {
    let scale = width as f32 / WIDE;
    debug_assert!((WIDE * 4.0 - HIGH * 3.0).abs() < 0.1, "a picture is three wide and four high");
    let mut canvas = Canvas::new(width, width * 4 / 3, WALL)?;
    canvas.paint(picture, Framing { corner: CORNER, scale });
    Some(canvas)
}

#[cfg(test)]
mod tests {
    use crate::library::Library;
    use crate::picture::face::Body;

    use super::*;

    /// The width of the pictures to compare.
    const WIDE: u32 = 240;

    /// The pixels of the face, from the forehead to the chin.
    fn face(canvas: &Canvas) -> Vec<[u8; 3]> {
        let pixels: Vec<[u8; 3]> = canvas.data().chunks(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        let across = WIDE as usize;
        let (rows, columns) = (across / 6..across * 3 / 4, across / 3..across * 2 / 3);
        rows.flat_map(|row| pixels[row * across..][columns.clone()].to_vec()).collect()
    }

    /// The face in a state, with the head upright and the hands down: only what the face itself shows.
    fn face_alone(subject: &Subject, state: PortraitState) -> Vec<[u8; 3]> {
        let shown = state.expression();
        let body = shown.body;
        let body = Body {
            gaze_x: body.gaze_x,
            gaze_y: body.gaze_y,
            flush: body.flush,
            pallor: body.pallor,
            tears: body.tears,
            one_brow: body.one_brow,
            ..Body::REST
        };
        let canvas = person(&subject.looks, subject.age, Expression { body, ..shown }, WIDE);
        canvas.map(|canvas| face(&canvas)).unwrap_or_default()
    }

    /// How many pixels in a thousand differ by at least `step` in one of their channels.
    fn changed(here: &[[u8; 3]], there: &[[u8; 3]], step: u8) -> usize {
        let differ = |(here, there): &(&[u8; 3], &[u8; 3])| {
            here.iter().zip(there.iter()).any(|(here, there)| here.abs_diff(*there) >= step)
        };
        here.iter().zip(there).filter(differ).count() * 1000 / here.len()
    }

    fn shipped() -> Vec<Subject> {
        let library = Library::open(&[]);
        library.entries.iter().flat_map(|entry| subjects(&entry.scenario)).collect()
    }

    #[test]
    fn any_two_states_of_everyone_shipped_look_different_in_the_face() {
        /// The least change of a channel that can be seen, of 255, and how many pixels in a thousand have to change so.
        const STEP: u8 = 20;
        const SHARE: usize = 35;
        for subject in shipped() {
            let faces = PortraitState::ALL.map(|state| (state.name(), face_alone(&subject, state)));
            for (at, (one, here)) in faces.iter().enumerate() {
                assert!(!here.is_empty());
                for (other, there) in &faces[at + 1..] {
                    let share = changed(here, there, STEP);
                    assert!(share >= SHARE, "{}: {one} and {other} differ in {share} of 1000 pixels", subject.label);
                }
            }
        }
    }

    #[test]
    fn any_two_states_of_everyone_shipped_look_different_in_the_smallest_picture() {
        /// The width of a picture 120 pixels high.
        const SMALL: u32 = 90;
        /// The least change of a channel that can be seen, of 255, and how many pixels in a thousand have to change so.
        const STEP: u8 = 40;
        const SHARE: usize = 30;
        for subject in shipped() {
            let pictures = PortraitState::ALL.map(|state| {
                let canvas = person(&subject.looks, subject.age, state.expression(), SMALL).unwrap();
                let pixels: Vec<_> = canvas.data().chunks(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
                (state.name(), pixels)
            });
            for (at, (one, here)) in pictures.iter().enumerate() {
                for (other, there) in &pictures[at + 1..] {
                    let share = changed(here, there, STEP);
                    assert!(share >= SHARE, "{}: {one} and {other} differ in {share} of 1000 pixels", subject.label);
                }
            }
        }
    }

    #[test]
    fn nobody_shipped_looks_like_another() {
        let calm: Vec<_> =
            shipped().iter().map(|subject| (subject.label.clone(), face_alone(subject, PortraitState::Calm))).collect();
        for (at, (one, here)) in calm.iter().enumerate() {
            for (other, there) in &calm[at + 1..] {
                assert!(here != there, "{one} has the face of {other}");
            }
        }
    }
}
