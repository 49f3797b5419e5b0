//! What a hub can set for itself; every value here is a default that hubs change.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clock_time::ClockTime;
use crate::light::LightRules;
use crate::mid_point::MidPointRule;
use crate::priority::PriorityBands;
use crate::retention::RetentionRules;

/// The day of the week, as on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// Returns the days from Monday, 0 to 6.
    pub fn days_from_monday(self) -> u32 {
        self as u32
    }
}

/// How long the items of an agenda take, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SlotLengths {
    /// A full discussion.
    pub full: u32,
    /// A quick update.
    pub quick: u32,
    /// An item that is only noted.
    pub noted: u32,
    /// A new referral.
    pub referral: u32,
    /// Welcome, declaration and apologies.
    pub opening: u32,
    /// Matters arising.
    pub matters_arising: u32,
}

/// A hub's settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// The hub's name.
    pub hub: String,
    /// True for a sample hub; SAMPLE stands in the marking.
    pub sample: bool,
    /// The prefix of case references, without the dot.
    pub prefix: String,
    /// The marking at the top and bottom of every page and projection.
    pub marking: String,
    /// Rooms the meeting is held in; the first is proposed.
    pub rooms: Vec<String>,
    /// The day of the meeting.
    pub meeting_day: Weekday,
    /// When the meeting begins.
    pub meeting_starts: ClockTime,
    /// How long the room is ours, in minutes.
    pub meeting_minutes: u32,
    /// When on the Friday before the agenda freezes.
    pub agenda_freezes: ClockTime,
    /// The confidentiality declaration that is read at the start.
    pub declaration: String,
    /// Lengths of items.
    pub slots: SlotLengths,
    /// How lights are read.
    pub lights: LightRules,
    /// Where the bands of priority begin.
    pub bands: PriorityBands,
    /// Weeks after which an open case without a mid-point score is named.
    pub mid_point_weeks: u32,
    /// Reviews since the start score after which the same is done; 0 when reviews are not counted.
    #[serde(default = "usual_mid_point_reviews")]
    pub mid_point_reviews: u32,
    /// Single letters as keys in the meeting room when no field has the focus.
    pub single_letter_keys: bool,
    /// For how long records are kept.
    #[serde(default)]
    pub retention: RetentionRules,
    /// When the hub locks of itself.
    #[serde(default)]
    pub lock: LockRules,
    /// Where the last copy outside the hub's own folder was made; absent before the first. The desk alone sets it.
    #[serde(default)]
    pub copied_elsewhere: Option<CopiedElsewhere>,
}

/// When the hub locks of itself (a default).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LockRules {
    /// Minutes without a key or a movement of the mouse; 0 when it never does.
    pub idle_minutes: u32,
    /// Whether it does so while a meeting is running, too.
    pub in_room: bool,
}

impl Default for LockRules {
    fn default() -> Self {
        Self { idle_minutes: 5, in_room: false }
    }
}

/// Days after which a copy of the record is old (a default).
const DAYS_OF_A_COPY: i64 = 7;

/// Tells whether a copy of the record made on `day` is old on `today`: another one is due.
pub fn is_copy_old(day: NaiveDate, today: NaiveDate) -> bool {
    (today - day).num_days() > DAYS_OF_A_COPY
}

/// A copy outside the hub's own folder, such as on a memory stick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopiedElsewhere {
    /// The folder.
    pub folder: String,
    /// The day.
    pub on: NaiveDate,
}

/// Returns the reviews that a hub counts until it says otherwise (a default).
fn usual_mid_point_reviews() -> u32 {
    6
}

/// Says why settings cannot be as asked, and of which field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The hub has no name.
    #[error("Give the hub a name")]
    NoHub,
    /// The prefix is no prefix.
    #[error("A prefix is one to eight letters, such as CSH")]
    Prefix,
    /// The marking is empty.
    #[error("Every page carries a marking; fill it in")]
    NoMarking,
    /// A length is out of bounds.
    #[error("An item takes between 1 and 240 minutes")]
    SlotLength,
    /// The meeting's length is out of bounds.
    #[error("A meeting takes between 15 minutes and 8 hours")]
    MeetingLength,
    /// The bands are the wrong way round.
    #[error("The high band must begin above the medium band")]
    Bands,
    /// A period of retention is out of bounds.
    #[error("Records are kept for between 1 month and 100 years")]
    Retention,
    /// The weeks to the mid-point are out of bounds.
    #[error("A mid-point comes after 1 to 104 weeks")]
    MidPointWeeks,
    /// The minutes to the lock are out of bounds.
    #[error("The hub locks after 1 to 120 minutes; 0 never")]
    LockMinutes,
    /// The reviews to the mid-point are out of bounds.
    #[error("A mid-point comes after 1 to 104 reviews; 0 counts none")]
    MidPointReviews,
}

impl Settings {
    /// Returns the defaults of a new hub.
    pub fn of_new_hub(hub: &str) -> Self {
        Self {
            hub: hub.to_owned(),
            sample: false,
            prefix: "CSH".to_owned(),
            marking: "OFFICIAL-SENSITIVE".to_owned(),
            rooms: Vec::new(),
            meeting_day: Weekday::Tuesday,
            meeting_starts: ClockTime::from_minutes(14 * 60),
            meeting_minutes: 120,
            agenda_freezes: ClockTime::from_minutes(16 * 60),
            declaration: "What is shared here is shared under section 115 of the Crime and Disorder Act 1998, \
                for the purpose of this meeting only, and is not to be passed on without the agreement of the \
                agency that gave it."
                .to_owned(),
            slots: SlotLengths { full: 12, quick: 5, noted: 1, referral: 10, opening: 4, matters_arising: 4 },
            lights: LightRules::default(),
            bands: PriorityBands::default(),
            mid_point_weeks: 8,
            mid_point_reviews: usual_mid_point_reviews(),
            single_letter_keys: true,
            retention: RetentionRules::default(),
            lock: LockRules::default(),
            copied_elsewhere: None,
        }
    }

    /// Checks what every hub's settings must hold.
    pub fn checked(self) -> Result<Self, SettingsError> {
        let prefix_fits = (1..=8).contains(&self.prefix.len())
            && self.prefix.chars().all(|letter| letter.is_ascii_alphabetic());
        let slots = &self.slots;
        let lengths =
            [slots.full, slots.quick, slots.noted, slots.referral, slots.opening, slots.matters_arising];
        match () {
            () if self.hub.trim().is_empty() => Err(SettingsError::NoHub),
            () if !prefix_fits => Err(SettingsError::Prefix),
            () if self.marking.trim().is_empty() => Err(SettingsError::NoMarking),
            () if !lengths.iter().all(|minutes| (1..=240).contains(minutes)) => {
                Err(SettingsError::SlotLength)
            }
            () if !(15..=480).contains(&self.meeting_minutes) => Err(SettingsError::MeetingLength),
            () if !self.bands.are_in_order() => Err(SettingsError::Bands),
            () if !self.retention.are_sensible() => Err(SettingsError::Retention),
            () if !(1..=104).contains(&self.mid_point_weeks) => Err(SettingsError::MidPointWeeks),
            () if self.mid_point_reviews > 104 => Err(SettingsError::MidPointReviews),
            () if self.lock.idle_minutes > 120 => Err(SettingsError::LockMinutes),
            // Because references are written so, however the prefix was typed.
            () => Ok(Self { prefix: self.prefix.to_ascii_uppercase(), ..self }),
        }
    }

    /// Returns when a mid-point score is asked for.
    pub fn mid_point(&self) -> MidPointRule {
        MidPointRule { weeks: self.mid_point_weeks, reviews: self.mid_point_reviews }
    }

    /// Returns the marking as it is shown: with SAMPLE for a sample hub.
    pub fn shown_marking(&self) -> String {
        if self.sample { format!("{} · SAMPLE", self.marking) } else { self.marking.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::Points;

    #[test]
    fn the_defaults_of_a_new_hub_pass_their_own_checks() {
        assert!(Settings::of_new_hub("Northbridge").checked().is_ok());
    }

    #[test]
    fn a_prefix_is_kept_in_the_letters_that_references_are_written_in() {
        let typed = Settings { prefix: "csh".to_owned(), ..Settings::of_new_hub("Northbridge") };
        assert_eq!(typed.checked().unwrap().prefix, "CSH");
    }

    #[test]
    fn each_refusal_names_its_field() {
        let with = |change: fn(&mut Settings)| {
            let mut settings = Settings::of_new_hub("Northbridge");
            change(&mut settings);
            settings.checked()
        };
        assert_eq!(with(|each| each.hub = " ".into()), Err(SettingsError::NoHub));
        assert_eq!(with(|each| each.prefix = "C.S".into()), Err(SettingsError::Prefix));
        assert_eq!(with(|each| each.slots.full = 0), Err(SettingsError::SlotLength));
        assert_eq!(with(|each| each.bands.high_from = Points::whole(10)), Err(SettingsError::Bands));
        assert_eq!(with(|each| each.retention.minutes.number = 0), Err(SettingsError::Retention));
        assert_eq!(with(|each| each.mid_point_weeks = 0), Err(SettingsError::MidPointWeeks));
        assert_eq!(with(|each| each.mid_point_reviews = 105), Err(SettingsError::MidPointReviews));
        assert_eq!(with(|each| each.lock.idle_minutes = 121), Err(SettingsError::LockMinutes));
        assert!(with(|each| each.mid_point_reviews = 0).is_ok(), "reviews need not be counted");
    }

    #[test]
    fn settings_of_an_older_hub_count_the_usual_reviews() {
        let mut old = serde_json::to_value(Settings::of_new_hub("Northbridge")).unwrap();
        old.as_object_mut().unwrap().remove("mid_point_reviews");
        let read: Settings = serde_json::from_value(old).unwrap();
        assert_eq!(read, Settings::of_new_hub("Northbridge"));
    }

    #[test]
    fn a_sample_hub_says_so_in_its_marking() {
        let sample = Settings { sample: true, ..Settings::of_new_hub("Northbridge") };
        assert_eq!(sample.shown_marking(), "OFFICIAL-SENSITIVE · SAMPLE");
    }
}
