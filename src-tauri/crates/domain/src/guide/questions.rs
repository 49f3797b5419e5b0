//! The questions of the form and of its three guides, as published; their order is the order on screen and paper.

use super::AnswerKind::{Date, Line, Many, One, Text};
use super::GuidePart::{AboutOffenders, AboutVictims, Location, Offender, Victim};
use super::{AnswerKind, GuidePart, GuideQuestion};

const YES_NO: &[&str] = &["yes", "no", "not known"];
const DISPOSALS: &[&str] = &["fixed penalty", "ABC", "PND", "caution", "reprimand"];
const ROLES: &[&str] = &["victim", "perpetrator", "both", "not known"];
const IMPACTS: &[&str] = &["graffiti", "damage", "intimidation", "no-go area"];
const SERVICES: &[&str] = &["YJS", "Probation", "Prevention"];
const HOURS: &[&str] = &["full time", "set hours", "not at school", "not known"];

const fn asked(
    key: &'static str,
    part: GuidePart,
    kind: AnswerKind,
    options: &'static [&'static str],
    words: &'static str,
    hint: &'static str,
) -> GuideQuestion {
    GuideQuestion { key, part, words, hint, kind, options }
}

/// Every question, part by part.
#[rustfmt::skip]
pub const QUESTIONS: &[GuideQuestion] = &[
    asked("about_victims.tenure", AboutVictims, Line, &[], "Tenure of the victims", "Owner, private or social tenant, landlord"),
    asked("about_victims.mental_health", AboutVictims, One, YES_NO, "Mental health issues of a victim?", ""),
    asked("about_victims.repeat", AboutVictims, One, YES_NO, "Repeat victim?", ""),

    asked("about_offenders.tenure", AboutOffenders, Line, &[], "Tenure of the offenders", "Owner, private or social tenant, landlord"),
    asked("about_offenders.probation", AboutOffenders, One, YES_NO, "Known to Probation?", ""),
    asked("about_offenders.youth_justice", AboutOffenders, One, YES_NO, "Known to youth justice (YJS)?", ""),
    asked("about_offenders.mental_health", AboutOffenders, One, YES_NO, "Mental health issues of an offender?", ""),
    asked("about_offenders.alcohol_drugs", AboutOffenders, One, YES_NO, "Alcohol or drugs?", ""),

    asked("offender.history", Offender, Text, &[], "Offending history", "What, how often, since when"),
    asked("offender.tenancy_breaches", Offender, One, YES_NO, "Breaches of tenancy?", "Which, and what was done about them"),
    asked("offender.disposals", Offender, Many, DISPOSALS, "Disposals used", "When, and any others"),
    asked("offender.disposals_worked", Offender, One, YES_NO, "Did the disposals work?", "Why, or why not"),
    asked("offender.housing", Offender, Text, &[], "Housing of the offender", "Where and with whom; at risk of losing it?"),

    asked("victim.history", Victim, Text, &[], "History of the person", ""),
    asked("victim.role", Victim, One, ROLES, "Victim or perpetrator?", "What the person suffers or does"),
    asked("victim.risks", Victim, Text, &[], "Risks to or from the person", ""),
    asked("victim.agencies_involved", Victim, Text, &[], "Agencies involved", "Who, and since when"),
    asked("victim.agencies_not_involved", Victim, Text, &[], "Agencies not involved that should be", ""),
    asked("victim.referrals_made", Victim, Text, &[], "Referrals made", "To whom, and when"),
    asked("victim.tried", Victim, Text, &[], "What has been tried for the person", "What worked, what failed, and why"),
    asked("victim.engaged", Victim, One, YES_NO, "Did the person engage?", ""),
    asked("victim.tenure", Victim, Line, &[], "Tenure of the person", ""),
    asked("victim.vra_done", Victim, One, YES_NO, "Vulnerability risk assessment (VRA) done?", "By whom; earlier ones"),
    asked("victim.vra_score", Victim, Line, &[], "VRA score", ""),
    asked("victim.vra_date", Victim, Date, &[], "Date of the VRA", ""),

    asked("location.happening", Location, Text, &[], "What is happening at the place", ""),
    asked("location.how_long", Location, Line, &[], "For how long", ""),
    asked("location.seasonal", Location, One, YES_NO, "Seasonal?", "Which time of the year"),
    asked("location.repeat", Location, One, YES_NO, "Repeat location?", ""),
    asked("location.victim", Location, Text, &[], "Who or what is the victim", ""),
    asked("location.impact", Location, Many, IMPACTS, "Impact on the place", "How people change what they do"),
    asked("location.who", Location, Text, &[], "Who is doing it", ""),
    asked("location.on_abc", Location, One, YES_NO, "Is any of them on an ABC?", ""),
    asked("location.known_to", Location, Many, SERVICES, "Any of them known to", ""),
    asked("location.school", Location, Line, &[], "Which school or PRU", ""),
    asked("location.school_hours", Location, One, HOURS, "At school full time or set hours?", ""),
    asked("location.done", Location, Text, &[], "Done so far at the place", ""),
    asked("location.owner", Location, Line, &[], "Who owns the place", ""),
    asked("location.cctv", Location, One, YES_NO, "CCTV?", "What it covers"),
    asked("location.pspo_arz", Location, One, YES_NO, "Inside a PSPO or ARZ?", "Which"),
    asked("location.involved", Location, Text, &[], "Who has been involved", ""),
    asked("location.psps", Location, One, YES_NO, "Any PSPs in place?", "Which"),
];

/// Returns the question with a key; absent when the guide has none.
pub fn question(key: &str) -> Option<&'static GuideQuestion> {
    QUESTIONS.iter().find(|question| question.key == key)
}
