//! Who plays: whoever is meant, among those who have a profile, worked out for the window and the terminal alike.

use super::database::{Database, DatabaseError, Profile};
use super::{PersonId, Timestamp};

/// Who is going to play, as it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum WhoPlays {
    /// Whoever the folder is of; where several share it, they are asked.
    #[default]
    Owner,
    /// Whoever says so, also where there is only one.
    Asked,
    /// Somebody of whom nothing is kept.
    Guest,
    /// Somebody who has a profile.
    Known(Profile),
    /// Whoever has this name or this id, or somebody new of this name.
    Named(String),
    /// Somebody new, under the name that was typed.
    New(String),
}

/// Whoever is meant, among those who have a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    One(Profile),
    /// One of these, the oldest first, and it was not said which.
    OneOf(Vec<Profile>),
    /// Nobody of them.
    Nobody,
    /// Somebody whose profile is not there any more.
    Deleted(Profile),
}

impl Meant {
    fn among(mut people: Vec<Profile>) -> Self {
        match (people.pop(), people.is_empty()) {
            (None, _) => Self::Nobody,
            (Some(only), true) => Self::One(only),
            (Some(last), false) => {
                people.push(last);
                Self::OneOf(people)
            }
        }
    }
}

impl WhoPlays {
    /// Whoever is meant among those who have a profile in a database, which stays as it is.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn known_in(&self, database: &Database) -> Result<Meant, DatabaseError> {
        let people = database.profiles()?;
        Ok(match self {
            Self::Guest | Self::New(_) => Meant::Nobody,
            Self::Owner => Meant::among(people),
            Self::Asked if people.is_empty() => Meant::Nobody,
            Self::Asked => Meant::OneOf(people),
            Self::Known(profile) => match people.into_iter().find(|known| known.id == profile.id) {
                Some(known) => Meant::One(known),
                None => Meant::Deleted(profile.clone()),
            },
            Self::Named(typed) => {
                let id = typed.parse::<PersonId>().ok();
                let (name, is_called) =
                    (Profile::name_from(typed).to_lowercase(), |known: &Profile| known.name.to_lowercase());
                Meant::among(
                    people.into_iter().filter(|known| Some(known.id) == id || is_called(known) == name).collect(),
                )
            }
        })
    }

    /// The same, and somebody new gets a profile.
    ///
    /// # Errors
    /// Where the database cannot be read or written.
    pub fn in_database(&self, database: &Database, now: Timestamp) -> Result<Meant, DatabaseError> {
        let meant = self.known_in(database)?;
        let new = self.somebody_new(now);
        match self {
            _ if meant != Meant::Nobody => return Ok(meant),
            Self::Guest | Self::Known(_) => return Ok(meant),
            Self::New(_) | Self::Named(_) => database.add_profile(&new)?,
            // Of two windows that are opened for the first time, one adds it.
            Self::Owner | Self::Asked => {
                database.add_first_profile(&new)?;
                return Self::Owner.known_in(database);
            }
        }
        Ok(Meant::One(new))
    }

    /// Whoever plays where nothing is known of anybody.
    #[must_use]
    pub fn somebody_new(&self, now: Timestamp) -> Profile {
        match self {
            Self::Known(profile) => profile.clone(),
            Self::Named(name) | Self::New(name) => Profile::new(name, now),
            Self::Owner | Self::Asked | Self::Guest => Profile::new("", now),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u8, name: &str) -> Profile {
        let made = Timestamp::from_second(number.into()).expect("a time");
        Profile { id: PersonId::of([number; 16]), name: name.to_owned(), made }
    }

    fn with(people: &[Profile]) -> Database {
        let database = Database::in_memory().expect("there is memory");
        for person in people {
            database.add_profile(person).expect("kept");
        }
        database
    }

    fn named(name: &str) -> WhoPlays {
        WhoPlays::Named(name.to_owned())
    }

    #[test]
    fn whoever_is_meant_is_found_by_name_or_id_and_nobody_is_taken_for_another() {
        let all = [person(1, ""), person(2, "Ana"), person(3, "ANA"), person(4, "Kim")];
        let database = with(&all);
        let one = |number: usize| Meant::One(all[number - 1].clone());
        let id = all[2].id.to_string();
        for (who, meant) in [
            (WhoPlays::Owner, Meant::OneOf(all.to_vec())),
            (WhoPlays::Asked, Meant::OneOf(all.to_vec())),
            (named(" kim\n"), one(4)),
            (named(""), one(1)),
            (named("ana"), Meant::OneOf(all[1..3].to_vec())),
            (named(&id), one(3)),
            (named("Sam"), Meant::Nobody),
            (WhoPlays::New("Kim".to_owned()), Meant::Nobody),
            (WhoPlays::Guest, Meant::Nobody),
            // As they are called now.
            (WhoPlays::Known(Profile { name: "Kimberley".to_owned(), ..all[3].clone() }), one(4)),
            (WhoPlays::Known(person(9, "Sam")), Meant::Deleted(person(9, "Sam"))),
        ] {
            assert_eq!(who.known_in(&database).expect("read"), meant, "{who:?}");
        }
        assert_eq!(database.profiles().expect("read"), all);
        let alone = with(&all[3..]);
        assert_eq!(WhoPlays::Owner.known_in(&alone).expect("read"), one(4), "alone, one is not asked");
        assert_eq!(WhoPlays::Asked.known_in(&alone).expect("read"), Meant::OneOf(all[3..].to_vec()));
    }

    #[test]
    fn somebody_new_gets_a_profile_once_and_a_deleted_one_is_not_made_again() {
        let now = Timestamp::from_second(9).expect("a time");
        let database = with(&[]);
        let found = |who: &WhoPlays| who.in_database(&database, now).expect("kept");
        for nobody in [WhoPlays::Guest, WhoPlays::Known(person(9, "Sam"))] {
            assert!(!matches!(found(&nobody), Meant::One(_)));
        }
        assert_eq!(database.profiles().expect("read"), [], "neither has been made");
        let Meant::One(first) = found(&WhoPlays::Asked) else { panic!("nobody else is here") };
        assert_eq!((found(&WhoPlays::Owner), first.made), (Meant::One(first.clone()), now));
        let Meant::One(ana) = found(&named("Ana")) else { panic!("she is new") };
        assert_eq!((found(&named("ANA")), ana.name.as_str()), (Meant::One(ana.clone()), "Ana"));
        let later = Timestamp::from_second(10).expect("a time");
        let new = WhoPlays::New("Ana".to_owned()).in_database(&database, later);
        let Meant::One(other) = new.expect("kept") else { panic!("she is new too") };
        assert_eq!(found(&named("ana")), Meant::OneOf(vec![ana, other]));
        assert_eq!(database.profiles().expect("read").len(), 3);
    }
}
