//! What is held of one referral.

use domain::guide::{GuidePart, QUESTIONS};
use domain::referral::{AgencyCheck, CheckAnswer, Referral};
use domain::retention::{RecordRef, RecordType};
use domain::words::{long_date, table_date};

use super::Gatherer;
use super::lines::{Lines, joined};
use crate::failure::Failure;
use crate::wire::everything::*;

impl Gatherer<'_> {
    pub(super) fn referral(&self, referral: &Referral) -> Result<HeldPart, Failure> {
        let mut lines = Lines::default();
        lines.fact("Received", long_date(referral.received_on));
        lines.fact("Source", referral.source.words());
        let decided = referral.decided_on.map(|day| format!(" on {}", long_date(day))).unwrap_or_default();
        lines.fact("Status", format!("{}{decided}", referral.status.words()));
        if let Some(case) = referral.case.map(|case| self.reader.get_case(case)).transpose()?.flatten() {
            lines.fact("Became", case.reference.to_string());
        }
        let outcomes: Vec<&str> = referral.outcomes.iter().map(|each| each.words()).collect();
        lines.fact("Outcomes", outcomes.join(", "));
        self.parts(&mut lines, &referral.subjects);
        lines.fact("Referred by", self.names.agency(referral.referrer_agency));
        let of_referrer = [
            ("Referrer", &referral.referrer_name),
            ("Referrer’s address", &referral.referrer_address),
            ("Referrer’s telephone", &referral.referrer_telephone),
            ("Referrer’s e-mail", &referral.referrer_email),
            ("Contact", &referral.referrer_contact),
        ];
        for (label, text) in of_referrer.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
            lines.put(label, self.access.of_referrer(text));
        }
        let texts = [
            ("Label", &referral.title),
            ("The problem", &referral.problem),
            ("Victims", &referral.victims),
            ("Offenders", &referral.offenders),
            ("Safeguarding", &referral.safeguarding),
            ("What has been tried", &referral.tried),
            ("Place", &referral.place),
        ];
        for (label, text) in texts {
            lines.put(label, self.access.text(text));
        }
        lines.fact("Area", self.names.area(referral.area));
        self.guides(&mut lines, referral);
        lines.put("Note", self.access.text(&referral.note));
        lines.put("Tabled all the same", self.access.text(referral.gate_override.as_deref().unwrap_or("")));
        for check in self.reader.checks_of(referral.id)? {
            let label = format!("Check by {}", self.names.agency(Some(check.agency)));
            lines.put(label, self.access.text(&checked(&check)));
        }
        for order in self.reader.orders_of_referral(referral.id)? {
            self.order(&mut lines, &order)?;
        }
        for item in self.reader.items_about_referral(referral.id)? {
            self.meeting(&mut lines, &item)?;
        }
        for of in [RecordType::NotAdoptedReferral, RecordType::SettledReferral] {
            self.choices(&mut lines, RecordRef { of, record: referral.id.0 });
        }
        Ok(HeldPart { heading: format!("Referral {}", referral.number), lines: lines.0 })
    }

    /// Puts down the guides that were opened, and every answer under its question.
    fn guides(&self, lines: &mut Lines, referral: &Referral) {
        let opened: Vec<&str> = referral.guides.iter().copied().map(GuidePart::words).collect();
        lines.fact("Guides opened", opened.join("; "));
        for question in QUESTIONS {
            if let Some(answer) = referral.answers.get(question.key) {
                lines.put(question.words, self.access.text(&question.answered(answer)));
            }
        }
    }
}

fn checked(check: &AgencyCheck) -> String {
    let answer = match check.answer {
        CheckAnswer::NoReply => "no reply yet",
        CheckAnswer::Known => "known",
        CheckAnswer::NotKnown => "not known",
    };
    let on = check.replied_on.map(|day| format!("replied {}", table_date(day))).unwrap_or_default();
    joined(&[joined(&[answer, &on], ", ").as_str(), &check.note], ": ")
}
