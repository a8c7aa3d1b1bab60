//! Who can see what one plays, and what of it leaves this computer: said alike wherever it is asked.

/// What of what somebody plays leaves this computer; `sent_to` is the address of the record store, where sending is on.
pub(super) fn what_leaves(sent_to: Option<&str>) -> String {
    sent_to.map_or_else(
        || "Nothing of what you play is sent from this computer.".to_owned(),
        |store| {
            format!(
                "What each conversation comes to is sent to {store}, under a number in place of your name, and never with your \
                 own words. Your profile switches it off."
            )
        },
    )
}

/// Who can see what is kept of somebody, a sentence or two each.
pub(super) const WHO_CAN_SEE: [&str; 3] = [
    "On this computer: whoever uses the same account. There is no password.",
    "Elsewhere: nobody, unless it is written out or sent. Whoever looks after this computer can write out what you came to for a \
     programme\u{2019}s report, under a number in place of your name; your own words go along only if they ask for them.",
    "In a programme\u{2019}s report: no figure comes from fewer than five people.",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn that_nothing_is_sent_is_said_only_where_nothing_is() {
        assert!(what_leaves(None).starts_with("Nothing"));
        let sent = what_leaves(Some("https://lrs.example.org/xapi"));
        assert!(sent.starts_with("What each conversation comes to is sent to https://lrs.example.org/xapi,"));
    }
}
