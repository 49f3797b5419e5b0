//! What leaves the program of a referral: the levels of [`crate::disclosure`], for a record that is no case yet.

use chrono::NaiveDate;

use crate::disclosure::Level;
use crate::redaction::Known;
use crate::subject::{Subject, SubjectRole, age_band};

/// All that could be shown of a referral; what is not in here cannot leave.
#[derive(Clone, Debug)]
pub struct ReferralRecord<'a> {
    /// The agency that refers; empty when it is none of the hub's.
    pub referrer_agency: &'a str,
    /// How far the agencies' checks have come, such as `5 of 8 replied`; empty when none were asked.
    pub checks: String,
    /// Its short label.
    pub title: &'a str,
    /// The problem and its effect.
    pub problem: &'a str,
    /// The people it is about.
    pub subjects: Vec<(&'a Subject, SubjectRole)>,
}

/// Returns the lines that leave the program of `record` at `level` on `day`; none when blank.
pub fn disclosed_referral(
    record: &ReferralRecord<'_>,
    level: Level,
    day: NaiveDate,
    known: &Known,
) -> Vec<String> {
    if level == Level::Blank {
        return Vec::new();
    }
    let mut lines = Vec::new();
    if !record.referrer_agency.is_empty() {
        lines.push(format!("Referred by {}", record.referrer_agency));
    }
    if !record.checks.is_empty() {
        lines.push(format!("Agency checks: {}", record.checks));
    }
    if level >= Level::Initials {
        let full = level == Level::Full;
        let redaction = known.redaction(level, day, record.subjects.iter().map(|(subject, _)| *subject));
        lines.extend(record.subjects.iter().map(|each| person(each, full, day)));
        lines.extend([record.title, record.problem].map(|text| redaction.applied(text)));
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

fn person((subject, role): &(&Subject, SubjectRole), full: bool, day: NaiveDate) -> String {
    let name = if full { subject.name.clone() } else { subject.initials() };
    let age = subject.age_on(day).map(age_band).unwrap_or_default();
    let parts = [name.as_str(), age, role.words()];
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::SubjectId;

    fn at(level: Level) -> String {
        let subject = Subject {
            name: "Tomos Rhys".into(),
            addresses: vec!["7 Mill Lane".into()],
            date_of_birth: "1990-03-04".parse().ok(),
            ..Subject::unknown(SubjectId(Uuid::nil()))
        };
        let record = ReferralRecord {
            referrer_agency: "Environmental Protection",
            checks: "5 of 8 replied".into(),
            title: "Noise, 7 Mill Lane",
            problem: "Tomos plays music at night",
            subjects: vec![(&subject, SubjectRole::Perpetrator)],
        };
        disclosed_referral(&record, level, "2026-11-24".parse().unwrap(), &Known::default()).join("\n")
    }

    #[test]
    fn below_initials_a_referral_is_who_refers_and_how_many_replied() {
        assert_eq!(at(Level::Blank), "");
        assert_eq!(
            at(Level::Reference),
            "Referred by Environmental Protection\nAgency checks: 5 of 8 replied"
        );
    }

    #[test]
    fn at_initials_known_names_and_addresses_are_replaced() {
        let shown = at(Level::Initials);
        assert!(shown.contains("T.R., 35–44, perpetrator") && shown.contains("music at night"), "{shown}");
        assert!(!shown.contains("Tomos") && !shown.contains("Mill Lane"), "{shown}");
        assert!(at(Level::Full).contains("Tomos Rhys"));
    }
}
