//! How sending to a record store stands, in words.

use crate::records::record_store::{Hindrance, Sending};

/// What is said of what was ordered and is not done yet.
const WHILE_OPEN: &str = "It is tried again every few seconds, as long as this window is open.";

/// What there is to say while it is switched on; `delivered` is the date on which the store last took something.
pub(super) fn lines(sending: &Sending, delivered: Option<&str>) -> Vec<String> {
    let outbox = &sending.outbox;
    if let Some(Hindrance::Records(why)) = &sending.hindrance {
        return vec![match sending.ordered {
            Some(true) => format!("Not switched on yet: {why}. {WHILE_OPEN}"),
            Some(false) => format!("Not switched off yet: {why}. {WHILE_OPEN}"),
            None => format!("What waits to be sent cannot be looked at now: {why}."),
        }];
    }
    let waiting = match (outbox.waiting, delivered) {
        (0, None) => "Nothing is waiting.".to_owned(),
        (0, Some(date)) => format!("All that is over has been sent, the last of it on {date}."),
        (1, _) => "One conversation waits to be sent.".to_owned(),
        (waiting, _) => format!("{waiting} conversations wait to be sent."),
    };
    let mut lines = vec![waiting];
    match &sending.hindrance {
        Some(Hindrance::Later(why)) => {
            lines
                .push(format!("The store takes nothing now: {why}. It is tried again by itself, and nothing is lost."));
        }
        Some(Hindrance::Stopped(why)) => lines.push(format!("Nothing more is sent: {why}.")),
        Some(Hindrance::Password | Hindrance::Records(_)) | None => {}
    }
    if let Some(last) = outbox.refusals.first() {
        let refused =
            if outbox.refused == 1 { "one statement".to_owned() } else { format!("{} statements", outbox.refused) };
        lines.push(format!(
            "The store refuses {refused}; they are kept. Its reason: {}.",
            last.reason.trim_end_matches('.')
        ));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::database::{Outbox, Refused};

    #[test]
    fn each_state_is_told_and_a_hindrance_says_whether_somebody_has_to_act() {
        let at = |waiting, refused: u32, hindrance| {
            let refusal = Refused { id: String::new(), reason: "status 400: no.".to_owned() };
            let refusals = vec![refusal; usize::try_from(refused).expect("few")];
            Sending {
                outbox: Outbox { waiting, refused, refusals, ..Outbox::default() },
                hindrance,
                ..Sending::default()
            }
        };
        assert_eq!(lines(&at(0, 0, None), None), ["Nothing is waiting."]);
        assert_eq!(
            lines(&at(0, 0, None), Some("3 May 2026")),
            ["All that is over has been sent, the last of it on 3 May 2026."]
        );
        let later = Some(Hindrance::Later("it did not answer in time".to_owned()));
        assert_eq!(
            lines(&at(1, 0, later), None),
            [
                "One conversation waits to be sent.",
                "The store takes nothing now: it did not answer in time. It is tried again by itself, and nothing is lost."
            ]
        );
        for (ordered, told) in [
            (Some(true), "Not switched on yet: another program is using the file. It is tried again"),
            (Some(false), "Not switched off yet: another program is using the file. It is tried again"),
            (None, "What waits to be sent cannot be looked at now: another program is using the file."),
        ] {
            let hindrance = Some(Hindrance::Records("another program is using the file".to_owned()));
            let lines = lines(&Sending { ordered, ..at(1, 0, hindrance) }, None);
            assert!(lines.len() == 1 && lines[0].starts_with(told), "{lines:?}");
        }
        let stopped = Some(Hindrance::Stopped("the record store does not allow this user to do that".to_owned()));
        let told = lines(&at(2, 2, stopped), None);
        assert_eq!(told[1], "Nothing more is sent: the record store does not allow this user to do that.");
        assert_eq!(told[2], "The store refuses 2 statements; they are kept. Its reason: status 400: no.");
        assert_eq!(lines(&at(3, 0, Some(Hindrance::Password)), None), ["3 conversations wait to be sent."]);
    }
}
