//! Today: the first screen.

use chrono::NaiveDate;
use domain::agenda::Advice;

use super::meetings::MeetingRow;
use super::referrals::ReferralRow;

wire! {
    /// What today is about.
    pub struct TodayView {
        /// Today.
        pub today: NaiveDate,
        /// The next meeting; absent when none is planned.
        pub next: Option<MeetingRow>,
        /// Where no meeting is planned: the day the rules propose.
        pub proposed: NaiveDate,
        /// Whether there is need to meet, in a sentence.
        pub need: String,
        /// What to do with the next meeting; absent when none is planned or it runs.
        pub advice: Option<Advice>,
        /// How many agencies replied to its agenda, with the way to their replies; absent while nobody is asked.
        pub replies: Option<TodayLine>,
        /// What stands between now and the pack.
        pub before_pack: Vec<TodayLine>,
        /// Late actions by agency, most first.
        pub late: Vec<LateLine>,
        /// Actions that an agency declined, then those that await acceptance, the oldest first.
        pub acceptance: Vec<TodayLine>,
        /// Ends, reviews, appeals and looks at orders that come up within twelve weeks; the screen shows four, eight or twelve.
        pub coming: Vec<TodayLine>,
        /// Open cases that lack their mid-point score.
        pub without_mid_point: Vec<TodayLine>,
        /// Referrals in triage.
        pub triage: Vec<ReferralRow>,
        /// What else should be known: bank holidays beyond the table, no backup for a week; sentences.
        pub remarks: Vec<String>,
        /// Records that reached their review date; absent when none has.
        pub review_due: Option<TodayLine>,
        /// What the rail shows beside its entries.
        pub counts: RailCounts,
    }

    /// How many of each stand open.
    #[derive(Copy)]
    pub struct RailCounts {
        /// Open cases.
        pub cases: u32,
        /// Referrals in triage.
        pub referrals: u32,
        /// Open actions.
        pub actions: u32,
        /// Orders in place or on the way.
        pub orders: u32,
    }

    /// A line that leads somewhere.
    pub struct TodayLine {
        /// What it says.
        pub words: String,
        /// When; absent when no day belongs to it.
        pub on: Option<NaiveDate>,
        /// The screen's address.
        pub address: String,
    }

    /// What an agency owes late.
    pub struct LateLine {
        /// The agency.
        pub agency: String,
        /// How many are late.
        pub late: u32,
        /// Days the latest is late.
        pub worst_days: u32,
        /// The screen's address.
        pub address: String,
    }
}
