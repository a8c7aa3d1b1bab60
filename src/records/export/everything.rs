//! All that is kept of one person, for that person.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde::Serialize;

use crate::records::PersonId;
use crate::records::database::{Database, DatabaseError};
use crate::records::progress::Aims;

use super::csv::Table;
use crate::private_files::{new_file, new_folder};

use super::{Exported, json_lines};

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Everything {
    /// How many attempts, those that are not over among them.
    pub attempts: usize,
    /// How many are damaged, and left out.
    pub damaged: usize,
}

/// Who it is about.
#[derive(Serialize)]
struct AboutPerson<'a> {
    id: PersonId,
    name: &'a str,
    made: String,
    settings: Option<String>,
    aims: Aims,
}

/// Writes all that is kept of a person into a new folder, the own words included: `profile.json`; `kept.jsonl` with every
/// attempt as Bedside keeps it; and of what finished attempts came to, `attempts.jsonl`, `attempts.csv` and
/// `decisions.csv`. Only the person's own account can read them.
///
/// # Errors
/// Where there is no such profile, the folder is there already, or something cannot be read or written.
pub fn write_everything(database: &Database, person: PersonId, folder: &Path) -> Result<Everything, DatabaseError> {
    // As it is called now, and not as it was when somebody began to play.
    let profile = database.profiles()?.into_iter().find(|known| known.id == person);
    let profile = profile.ok_or(DatabaseError::NoProfile)?;
    new_folder(folder)?;
    let about = AboutPerson {
        id: person,
        name: &profile.name,
        made: profile.made.to_string(),
        settings: database.settings(person)?,
        aims: database.aims(person)?,
    };
    let mut file = new_file(&folder.join("profile.json"))?;
    serde_json::to_writer_pretty(&mut file, &about).map_err(io::Error::from)?;
    file.write_all(b"\n")?;
    let mut everything = Everything::default();
    let mut kept = BufWriter::new(new_file(&folder.join("kept.jsonl"))?);
    let mut written = Ok(());
    everything.damaged += database.attempts(person, |attempt| {
        if written.is_ok() {
            written = writeln!(kept, "{}", attempt.saved);
            everything.attempts += 1;
        }
    })?;
    written.and_then(|()| kept.flush())?;
    let mut lines = BufWriter::new(new_file(&folder.join("attempts.jsonl"))?);
    let mut tables = Vec::new();
    for (table, name) in Table::ALL.into_iter().zip(["attempts.csv", "decisions.csv"]) {
        tables.push(table.begin(BufWriter::new(new_file(&folder.join(name))?))?);
    }
    let mut written = Ok(());
    everything.damaged += database.outcomes(Some(person), |outcome| {
        if written.is_ok() {
            let rows = tables.iter_mut().try_for_each(|table| table.add(&outcome));
            written = rows.and_then(|()| json_lines::write(&[Exported::from(outcome)], &mut lines));
        }
    })?;
    written.and_then(|()| lines.flush())?;
    for table in tables {
        table.end().and_then(|mut file| file.flush())?;
    }
    Ok(everything)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use std::env;

    use super::*;
    use crate::hash::ContentHash;
    use crate::records::database::{KeptAttempt, Profile};
    use crate::records::progress::{AimChange, Aimed};
    use crate::records::samples::outcomes;
    use crate::records::{Outcome, Timestamp};

    /// The attempt that came to this, with a word of its own in it.
    fn kept(outcome: &Outcome) -> KeptAttempt {
        let hash = ContentHash::of(["a scenario"]);
        KeptAttempt {
            id: outcome.attempt,
            person: outcome.person,
            scenario: outcome.scenario.id.clone(),
            scenario_hash: hash.clone(),
            rubric_hash: hash,
            app: outcome.app.clone(),
            began: outcome.began,
            changed: outcome.ended,
            open: false,
            player: None,
            saved: format!("{{\"of\":\"{}\"}}", outcome.person),
        }
    }

    #[test]
    fn all_that_is_kept_of_somebody_is_there_and_nothing_of_anybody_else() {
        let folder = env::temp_dir().join(format!("bedside-everything-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let database = Database::in_memory().expect("there is memory");
        let all = outcomes();
        for outcome in &all {
            let profile = Profile { id: outcome.person, name: "Kim".to_owned(), made: Timestamp::UNIX_EPOCH };
            database.add_profile(&profile).expect("kept");
            database.keep_attempt(&kept(outcome)).expect("kept");
            database.keep_outcome(outcome).expect("kept");
        }
        database.keep_settings(all[0].person, "(text: 150)").expect("kept");
        let aim = AimChange::Target(Aimed::Strategy("Honesty".to_owned()), Some(85));
        database.change_aim(all[0].person, aim).expect("kept");
        let me = database.profiles().expect("read").into_iter().find(|one| one.id == all[0].person).expect("there");
        let played = all.iter().filter(|outcome| outcome.person == me.id);
        let mine = played.clone().count();
        let written = write_everything(&database, me.id, &folder).expect("written");
        assert_eq!(written, Everything { attempts: mine, damaged: 0 });
        let read = |name: &str| fs::read_to_string(folder.join(name)).expect("a file");
        assert!(read("profile.json").contains("(text: 150)") && read("profile.json").contains("Kim"));
        assert!(read("profile.json").contains("\"Honesty\": 85"));
        assert_eq!(read("kept.jsonl").matches(&me.id.to_string()).count(), mine);
        assert_eq!(read("attempts.jsonl").lines().count(), mine);
        assert!(played.map(|outcome| outcome.attempt).all(|id| read("attempts.csv").contains(&id.to_string())));
        for other in all.iter().filter(|outcome| outcome.person != me.id) {
            for name in ["profile.json", "kept.jsonl", "attempts.jsonl", "attempts.csv", "decisions.csv"] {
                let text = read(name);
                assert!(!text.contains(&other.attempt.to_string()) && !text.contains(&other.person.to_string()));
            }
        }
        write_everything(&database, me.id, &folder).expect_err("nothing is written over");
        fs::remove_dir_all(folder).expect("ours");
    }
}
