//! Retention: what is due, holds, disposals and their certificates.

use chrono::NaiveDate;
use domain::ids::RetentionChoiceId;
pub use domain::retention::Disposal;
use domain::retention::{RecordRef, RecordType};

wire! {
    /// What has reached its review date, what is held, and what was disposed of.
    pub struct RetentionView {
        /// Records that are due, held or kept longer, and those that come up within three months; the longest due first.
        pub rows: Vec<RetentionRow>,
        /// How many are due.
        pub due: u32,
        /// How many of them something stands against.
        pub blocked: u32,
        /// How many are held.
        pub held: u32,
        /// Holds on what no rule asks about yet: an open case, a person on a live record.
        pub other_holds: Vec<OtherHold>,
        /// The rules, one for each type.
        pub rules: Vec<RetentionRule>,
        /// The disposals, the newest first.
        pub disposals: Vec<Disposal>,
        /// Backups in the hub's own folder that hold what was disposed of since.
        pub old_copies: u32,
        /// The day by which the last of them is gone; absent when there is none.
        pub old_copies_gone_by: Option<NaiveDate>,
    }

    /// One rule.
    pub struct RetentionRule {
        /// The type of record.
        pub of: RecordType,
        /// The type in words.
        pub words: String,
        /// The rule in words: `kept for 6 years after its closure`.
        pub rule: String,
        /// What a disposal does, as a sentence.
        pub effect: String,
    }

    /// A record under its rule.
    pub struct RetentionRow {
        /// The record.
        pub record: RecordRef,
        /// Its type in words.
        pub type_words: String,
        /// Its number, or what it is.
        pub reference: String,
        /// What it is about, as lists show it; empty when there is nothing to tell.
        pub title: String,
        /// From which day it is kept.
        pub since: NaiveDate,
        /// Why it is on the list: `closed on 4 Jun 2019, kept for 6 years`.
        pub why: String,
        /// The day of its review.
        pub review_on: NaiveDate,
        /// Whether that day has come.
        pub due: bool,
        /// What stands against its disposal; empty when nothing does.
        pub obstacles: Vec<String>,
        /// The holds that stand on it itself.
        pub holds: Vec<HoldLine>,
        /// Why it is kept longer than the rule; empty when it is not.
        pub kept_longer: String,
        /// The screen's address; absent for what has no screen.
        pub address: Option<String>,
    }

    /// A hold on a record that no rule asks about yet.
    pub struct OtherHold {
        /// The hold.
        pub hold: HoldLine,
        /// The record, as lists name it.
        pub reference: String,
        /// The screen's address.
        pub address: String,
    }

    /// A hold that stands.
    pub struct HoldLine {
        /// Its key.
        pub id: RetentionChoiceId,
        /// Who holds, until when and why.
        pub words: String,
    }

    /// Asks to keep a record longer.
    pub struct KeepRecord {
        /// The record.
        pub record: RecordRef,
        /// Until when.
        pub until: NaiveDate,
        /// Why.
        pub why: String,
    }

    /// Asks to hold a record.
    pub struct HoldRecord {
        /// The record.
        pub record: RecordRef,
        /// Until when; absent until somebody lifts it.
        pub until: Option<NaiveDate>,
        /// Why.
        pub why: String,
    }

    /// Asks to lift a hold.
    pub struct LiftHold {
        /// The hold.
        pub id: RetentionChoiceId,
        /// Why.
        pub why: String,
    }

    /// Approves a disposal.
    pub struct DisposeRecords {
        /// The records; each must be due and free.
        pub records: Vec<RecordRef>,
        /// Why, in the words of who approves it.
        pub reason: String,
    }
}
