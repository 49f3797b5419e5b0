//! What a referral lacks, and the text with which it goes back to the referrer.

use super::{Referral, ReferralStatus};
use crate::guide::GuidePart;
use crate::words::{long_date, table_date};

/// The question without whose answer nothing is tabled.
const TRIED: &str = "What has been tried, did it work, and why?";

impl Referral {
    /// Returns what keeps the referral from being tabled, in sentences for the referrer; empty when nothing does.
    pub fn missing(&self) -> Vec<String> {
        match self.status {
            ReferralStatus::InTriage | ReferralStatus::Returned if !self.passes_gate() => {
                vec![TRIED.to_owned()]
            }
            _ => Vec::new(),
        }
    }

    /// Returns what the form leaves open and a meeting would ask for, what keeps it from being tabled first.
    pub fn wanting(&self) -> Vec<String> {
        let mut wanting = Vec::new();
        if !self.passes_gate() {
            wanting.push(TRIED.to_owned());
        }
        let empty = |text: &str| text.trim().is_empty();
        if empty(&self.victims) {
            wanting.push("Who are the victims, and how are they affected?".to_owned());
        }
        if empty(&self.offenders) && !self.answers.answers_part(GuidePart::AboutOffenders) {
            wanting.push("What is known of the offenders?".to_owned());
        }
        if empty(&self.safeguarding) {
            wanting.push("Are there safeguarding issues? If there are none, say so.".to_owned());
        }
        if self.guides.contains(&GuidePart::Location) && empty(&self.place) {
            wanting.push("Which place is it about?".to_owned());
        }
        for part in &self.guides {
            if !self.answers.answers_part(*part) {
                wanting.push(format!("{}: none of its questions is answered.", part.words()));
            }
        }
        let reachable = [&self.referrer_telephone, &self.referrer_email, &self.referrer_contact];
        if reachable.into_iter().all(|way| empty(way)) {
            wanting.push("How can we reach you: telephone or e-mail?".to_owned());
        }
        wanting
    }

    /// Returns the text with which the referral goes back, ready to be copied into an e-mail and changed before: what is
    /// missing, item by item. `hub` signs it.
    pub fn return_text(&self, hub: &str) -> String {
        let name = self.referrer_name.trim();
        let mut lines =
            vec![if name.is_empty() { "Dear colleague,".to_owned() } else { format!("Dear {name},") }];
        // No title: it may hold an address, and the text leaves by e-mail.
        lines.push(format!(
            "\nThank you for referral {}, which we received on {}.",
            self.number,
            long_date(self.received_on)
        ));
        let wanting = self.wanting();
        lines.push(match (self.passes_gate(), wanting.is_empty()) {
            (false, _) => {
                "It cannot come before the Hub Tasking meeting yet. Please let us have:\n".to_owned()
            }
            (true, false) => {
                "Before it comes before the Hub Tasking meeting, please let us have:\n".to_owned()
            }
            (true, true) => {
                "Before it comes before the Hub Tasking meeting, please let us have:\n\n– ".to_owned()
            }
        });
        lines.extend(wanting.into_iter().map(|item| format!("– {item}")));
        lines.push(
            "\nSend only what is missing: the rest of your form is kept, and the referral goes on from there."
                .to_owned(),
        );
        lines.push(format!("\n{}", hub.trim()));
        lines.join("\n")
    }

    /// Returns the short line that names the referral where it may be one about the same people: `R.56, not adopted
    /// 24 Nov 2026`.
    pub fn mention(&self) -> String {
        let decided = self.decided_on.map(|day| format!(" {}", table_date(day))).unwrap_or_default();
        format!("{}, {}{decided}", self.number, self.status.words())
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::ReferralId;
    use crate::reference::ReferralNumber;

    fn referral() -> Referral {
        Referral {
            problem: "Noise at night".into(),
            referrer_name: "A Field".into(),
            title: "Noise, 7 Mill Lane".into(),
            victims: "Three households".into(),
            offenders: "The tenant".into(),
            safeguarding: "None".into(),
            referrer_email: "a.field@homes.example".into(),
            ..Referral::received(ReferralId(Uuid::nil()), ReferralNumber(61), "2026-11-12".parse().unwrap())
        }
    }

    #[test]
    fn the_text_names_what_is_missing_and_no_address() {
        let text = referral().return_text("Northbridge Community Safety Hub");
        assert!(
            text.starts_with(
                "Dear A Field,\n\nThank you for referral R.61, which we received on 12 November 2026."
            ),
            "{text}"
        );
        assert!(text.contains("\n– What has been tried, did it work, and why?\n"), "{text}");
        assert!(text.ends_with("Northbridge Community Safety Hub"), "{text}");
        assert!(!text.contains("Mill Lane"), "an e-mail is no place for it: {text}");
    }

    #[test]
    fn everything_that_a_meeting_would_ask_for_is_named() {
        let bare = Referral {
            victims: String::new(),
            safeguarding: " ".into(),
            referrer_email: String::new(),
            guides: vec![GuidePart::Location],
            ..referral()
        };
        let wanting = bare.wanting();
        assert_eq!(wanting.len(), 6, "{wanting:?}");
        assert_eq!(wanting[0], TRIED, "what keeps it off the table comes first");
        assert!(wanting.iter().any(|item| item.starts_with("Guide: location")), "{wanting:?}");
        let whole = Referral { tried: "Two letters; no change".into(), ..referral() };
        assert_eq!(whole.wanting(), Vec::<String>::new());
        assert!(whole.return_text("Hub").contains("\n– \n"), "a line waits for what is missing");
    }
}
