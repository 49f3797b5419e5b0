//! What leaves the program: one function from a record, an audience and a level to a view.
//!
//! The levels are a default of ours; nothing is published about them. The projector goes through [`disclosed`], and so
//! will every paper that leaves names out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::ActionType;
use crate::case::CaseKind;
use crate::light::{Light, ShownLight};
use crate::redaction::Known;
use crate::score::ScoreSummary;
use crate::subject::{Subject, SubjectRole, age_band};

/// How much of a case leaves the program; each level holds the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Nothing.
    Blank,
    /// The reference and what its actions are in neutral words.
    Reference,
    /// With initials, age band, key issues, scores, orders, and texts in which known names are replaced.
    Initials,
    /// With names and texts as written.
    Full,
}

impl Level {
    /// Returns the level as both screens name it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Reference => "reference only",
            Self::Initials => "initials",
            Self::Full => "full",
        }
    }
}

/// What decides about the level at which an item may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelFacts {
    /// The level chosen for the item, or else for the meeting.
    pub chosen: Level,
    /// Whether somebody in the case is under 18.
    pub child: bool,
    /// Whether the chair raised the case of a child in this meeting.
    pub child_raised: bool,
    /// Whether an observer is in the room.
    pub observer: bool,
    /// Whether the chair overruled the observer's limit, with a reason.
    pub observer_overruled: bool,
}

/// Why a level is lower than the chosen one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LevelLimit {
    /// An observer is in the room.
    Observer,
    /// Somebody in the case is under 18.
    Child,
}

impl LevelFacts {
    /// Returns the level that may be shown, and what lowered it; absent when nothing did.
    pub fn allowed(self) -> (Level, Option<LevelLimit>) {
        if self.chosen <= Level::Reference {
            return (self.chosen, None);
        }
        match self {
            Self { observer: true, observer_overruled: false, .. } => {
                (Level::Reference, Some(LevelLimit::Observer))
            }
            Self { child: true, child_raised: false, .. } => (Level::Reference, Some(LevelLimit::Child)),
            Self { chosen, .. } => (chosen, None),
        }
    }
}

/// All that could be shown of a case; what is not in here cannot leave.
#[derive(Clone, Debug)]
pub struct CaseRecord<'a> {
    /// The reference as written.
    pub reference: String,
    /// What it is about.
    pub kind: CaseKind,
    /// Its short label.
    pub title: &'a str,
    /// The lead agency's name; empty until agreed.
    pub lead_agency: &'a str,
    /// The lead officer's name; empty until named.
    pub lead_officer: &'a str,
    /// The day the episode was opened.
    pub opened: NaiveDate,
    /// The people it is about.
    pub subjects: Vec<(&'a Subject, SubjectRole)>,
    /// The key issues.
    pub key_issues: &'a [String],
    /// The scores.
    pub scores: ScoreSummary,
    /// Orders in words, such as `CBO considered`.
    pub orders: Vec<String>,
    /// The actions.
    pub actions: Vec<ActionRecord<'a>>,
    /// Written updates.
    pub updates: Vec<UpdateRecord<'a>>,
    /// Key points that were put on the projector.
    pub key_points: Vec<&'a str>,
}

/// All that could be shown of an action.
#[derive(Clone, Debug)]
pub struct ActionRecord<'a> {
    /// Its number as written.
    pub number: String,
    /// Its light.
    pub light: &'a ShownLight,
    /// Neutral words beside it, such as `awaits acceptance`.
    pub tags: &'a [String],
    /// Its neutral word.
    pub kind: ActionType,
    /// What is to be done.
    pub what: &'a str,
    /// The agency's name.
    pub agency: &'a str,
    /// The officer's name; empty until named.
    pub officer: &'a str,
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// The words beside the due date, such as `7 days late`.
    pub due_words: String,
    /// True until the next meeting.
    pub is_new: bool,
    /// The last entry of its log; empty when there is none.
    pub last_update: &'a str,
}

/// All that could be shown of a written update.
#[derive(Clone, Debug)]
pub struct UpdateRecord<'a> {
    /// The agency's name.
    pub agency: &'a str,
    /// What it says.
    pub text: &'a str,
    /// Whether it was put on the projector.
    pub shown: bool,
}

/// What leaves the program of a case at a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisclosedCase {
    /// The reference.
    pub reference: String,
    /// What it is about.
    pub kind: CaseKind,
    /// The lead agency; empty until agreed.
    pub lead_agency: String,
    /// The lead officer; only at full.
    pub lead_officer: Option<String>,
    /// The short label; only at full.
    pub title: Option<String>,
    /// The day the episode was opened; from initials.
    pub opened: Option<NaiveDate>,
    /// The people: initials and age band, or names; empty below initials.
    pub people: Vec<String>,
    /// The key issues; empty below initials.
    pub key_issues: Vec<String>,
    /// The scores; from initials.
    pub scores: Option<ScoreSummary>,
    /// The orders; empty below initials.
    pub orders: Vec<String>,
    /// The actions.
    pub actions: Vec<DisclosedAction>,
    /// The written updates.
    pub updates: Vec<DisclosedUpdate>,
    /// The key points that were put on the projector; empty below initials.
    pub key_points: Vec<String>,
}

/// What leaves the program of an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisclosedAction {
    /// Its number.
    pub number: String,
    /// Its light.
    pub light: Light,
    /// `set Amber, facts say Red` where the meeting set another light than the facts suggest, from initials with its
    /// reason; absent otherwise.
    pub disagreement: Option<String>,
    /// Neutral words beside it, such as `awaits acceptance`.
    pub tags: Vec<String>,
    /// What is to be done, or below initials its neutral word.
    pub words: String,
    /// The agency.
    pub agency: String,
    /// The officer; only at full.
    pub officer: Option<String>,
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// The words beside the due date.
    pub due_words: String,
    /// True until the next meeting.
    pub is_new: bool,
    /// The last entry of its log; from initials.
    pub last_update: Option<String>,
}

/// What leaves the program of a written update.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisclosedUpdate {
    /// The agency.
    pub agency: String,
    /// What it says; absent below initials, and until it is put on the projector.
    pub text: Option<String>,
}

/// Returns what leaves the program of `record` at `level` on `day`; nothing when blank.
pub fn disclosed(
    record: &CaseRecord<'_>,
    level: Level,
    day: NaiveDate,
    known: &Known,
) -> Option<DisclosedCase> {
    if level == Level::Blank {
        return None;
    }
    let detail = level >= Level::Initials;
    let full = level == Level::Full;
    let redaction = known.redaction(level, day, record.subjects.iter().map(|(subject, _)| *subject));
    let text = |text: &str| redaction.applied(text);
    let list = |texts: &[String]| -> Vec<String> { texts.iter().map(|each| text(each)).collect() };
    Some(DisclosedCase {
        reference: record.reference.clone(),
        kind: record.kind,
        lead_agency: record.lead_agency.to_owned(),
        lead_officer: full.then(|| record.lead_officer.to_owned()),
        title: full.then(|| text(record.title)),
        opened: detail.then_some(record.opened),
        people: record.subjects.iter().filter(|_| detail).map(|each| person(each, full, day)).collect(),
        key_issues: if detail { list(record.key_issues) } else { Vec::new() },
        scores: detail.then_some(record.scores),
        orders: if detail { list(&record.orders) } else { Vec::new() },
        actions: record
            .actions
            .iter()
            .map(|action| DisclosedAction {
                number: action.number.clone(),
                light: action.light.light,
                disagreement: match detail {
                    // Because somebody may be called Red, only what the meeting wrote is looked through for names.
                    true => ShownLight {
                        reason: action.light.reason.as_deref().map(&text),
                        ..action.light.clone()
                    }
                    .disagreement_with_reason(),
                    false => action.light.disagreement(),
                },
                tags: action.tags.to_vec(),
                words: if detail { text(action.what) } else { action.kind.words().to_owned() },
                agency: action.agency.to_owned(),
                officer: full.then(|| action.officer.to_owned()),
                due: action.due,
                due_words: action.due_words.clone(),
                is_new: action.is_new,
                last_update: (detail && !action.last_update.is_empty()).then(|| text(action.last_update)),
            })
            .collect(),
        updates: record
            .updates
            .iter()
            .map(|update| DisclosedUpdate {
                agency: update.agency.to_owned(),
                text: (detail && update.shown).then(|| text(update.text)),
            })
            .collect(),
        key_points: record.key_points.iter().filter(|_| detail).map(|point| text(point)).collect(),
    })
}

fn person((subject, role): &(&Subject, SubjectRole), full: bool, day: NaiveDate) -> String {
    let name = if full { subject.name.clone() } else { subject.initials() };
    let age = subject.age_on(day).map(age_band).unwrap_or_default();
    let parts = [name.as_str(), age, role.words()];
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod leaks;

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::SubjectId;

    fn facts(chosen: Level) -> LevelFacts {
        LevelFacts { chosen, child: false, child_raised: false, observer: false, observer_overruled: false }
    }

    #[test]
    fn a_child_stays_a_reference_until_the_chair_raises_it() {
        let child = LevelFacts { child: true, ..facts(Level::Full) };
        assert_eq!(child.allowed(), (Level::Reference, Some(LevelLimit::Child)));
        assert_eq!(LevelFacts { child_raised: true, ..child }.allowed(), (Level::Full, None));
    }

    #[test]
    fn an_observer_forces_references_even_for_a_raised_child() {
        let watched =
            LevelFacts { observer: true, child: true, child_raised: true, ..facts(Level::Initials) };
        assert_eq!(watched.allowed(), (Level::Reference, Some(LevelLimit::Observer)));
        let overruled = LevelFacts { observer_overruled: true, ..watched };
        assert_eq!(overruled.allowed(), (Level::Initials, None));
    }

    #[test]
    fn nothing_raises_a_level_above_the_chosen_one() {
        assert_eq!(facts(Level::Blank).allowed(), (Level::Blank, None));
        let overruled = LevelFacts { observer: true, observer_overruled: true, ..facts(Level::Reference) };
        assert_eq!(overruled.allowed(), (Level::Reference, None));
    }

    fn subject() -> Subject {
        Subject {
            name: "Tomos Rhys".into(),
            aliases: vec!["Tiny".into(), "Red".into()],
            date_of_birth: "2010-03-04".parse().ok(),
            addresses: vec!["7 Mill Lane".into()],
            telephones: vec!["07700 900123".into()],
            ..Subject::unknown(SubjectId(Uuid::nil()))
        }
    }

    fn at(level: Level) -> Option<String> {
        let subject = subject();
        let issues = ["Missing".to_owned()];
        let tags = ["awaits acceptance".to_owned()];
        let reason = Some("Tomos is away".to_owned());
        let set = ShownLight { light: Light::Amber, suggested: Light::Red, reason };
        let record = CaseRecord {
            reference: "DEMO.45".into(),
            kind: CaseKind::Person,
            title: "the Rhys family",
            lead_agency: "Police",
            lead_officer: "PC 1204",
            opened: "2026-10-06".parse().unwrap(),
            subjects: vec![(&subject, SubjectRole::AtRisk)],
            key_issues: &issues,
            scores: crate::score::summarise(&[], false),
            orders: vec!["CBO considered".into()],
            actions: vec![ActionRecord {
                number: "45/3".into(),
                light: &set,
                tags: &tags,
                kind: ActionType::Visit,
                what: "See Tomos and Tiny at 7 Mill Lane, call 07700900123 (born 4/3/2010)",
                agency: "Prevention",
                officer: "A Field",
                due: None,
                due_words: String::new(),
                is_new: false,
                last_update: "Rhys was out",
            }],
            updates: vec![UpdateRecord { agency: "Health", text: "Seen twice", shown: false }],
            key_points: vec!["Tomos is better"],
        };
        let day = "2026-11-24".parse().unwrap();
        disclosed(&record, level, day, &Known::default()).map(|case| serde_json::to_string(&case).unwrap())
    }

    #[test]
    fn a_blank_projector_shows_nothing() {
        assert_eq!(at(Level::Blank), None);
    }

    #[test]
    fn below_initials_an_action_is_its_neutral_word() {
        let shown = at(Level::Reference).unwrap();
        assert!(shown.contains("\"Visit\"") && shown.contains("Prevention"));
        for hidden in ["Tomos", "Missing", "CBO", "A Field", "PC 1204", "T.R.", "Rhys", "Seen", "better"] {
            assert!(!shown.contains(hidden), "{hidden} in {shown}");
        }
    }

    #[test]
    fn at_initials_known_names_are_replaced_wherever_they_stand() {
        let shown = at(Level::Initials).unwrap();
        assert!(shown.contains("T.R., 16–17, at risk") && shown.contains("CBO considered"));
        for hidden in ["Tomos", "Tiny", "Rhys", "Mill Lane", "900123", "2010", "A Field", "PC 1204"] {
            assert!(!shown.contains(hidden), "{hidden} in {shown}");
        }
    }

    #[test]
    fn a_light_that_disagrees_says_so_at_every_level_and_why_only_from_initials() {
        let words = "set Amber, facts say Red";
        let [reference, initials, full] =
            [Level::Reference, Level::Initials, Level::Full].map(|level| at(level).unwrap());
        assert!(reference.contains(&format!("{words}\"")), "the reason stays off: {reference}");
        assert!(initials.contains(&format!("{words}: ")) && !initials.contains("Tomos"), "{initials}");
        assert!(full.contains(&format!("{words}: Tomos is away")), "{full}");
        assert!(reference.contains("awaits acceptance"), "a neutral word shows at every level");
    }

    #[test]
    fn a_written_update_shows_its_text_only_once_it_is_put_there() {
        let shown = at(Level::Full).unwrap();
        assert!(shown.contains("Tomos Rhys") && shown.contains("A Field"));
        assert!(!shown.contains("Seen twice"));
        assert!(!shown.contains("2010-03-04"), "a child's date of birth never shows as a field");
    }
}
