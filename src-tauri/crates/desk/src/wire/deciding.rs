//! What a meeting decides.

use chrono::NaiveDate;
use domain::case::CaseKind;
use domain::case_move::Piece;
use domain::closing::ClosingAnswers;
use domain::ids::{AgencyId, ItemId};
use domain::referral::ReferralOutcome;
use domain::score::Points;

use super::casework::SplitFields;

wire! {
    /// Asks to record a decision.
    pub struct Decide {
        /// The item.
        pub item: ItemId,
        /// What was decided.
        pub choice: DecisionChoice,
        /// In the meeting's words; may be empty except for `other`.
        pub text: String,
    }

    /// What the meeting can decide.
    #[serde(tag = "decided")]
    pub enum DecisionChoice {
        /// The case goes on.
        Continue,
        /// The case is closed on the meeting's date.
        Close {
            /// The closing score; absent when not scored.
            score: Option<Points>,
            /// Why not; needed exactly without a score.
            no_score_because: Option<String>,
            /// What was answered to the checklist.
            answers: ClosingAnswers,
        },
        /// The case is handed over.
        HandOver {
            /// To which scheme.
            scheme: String,
            /// The closing score; absent when the scheme scores it by its own rules.
            score: Option<Points>,
            /// What was answered to the checklist.
            answers: ClosingAnswers,
        },
        /// A part of the case goes on as a case of its own, opened on the meeting's date.
        Split {
            /// The part.
            split: SplitFields,
        },
        /// The case goes on in another one and closes on the meeting's date.
        Combine {
            /// The reference of the other case, as typed.
            into: String,
            /// What goes along; all else stays.
            goes: Vec<Piece>,
        },
        /// A separate meeting is held.
        SeparateMeeting {
            /// When it reports back; absent until known.
            reports_back: Option<NaiveDate>,
        },
        /// The referral is adopted as a new case.
        Adopt {
            /// What the case is about.
            kind: CaseKind,
            /// The lead agency; absent until agreed.
            lead_agency: Option<AgencyId>,
        },
        /// The referral is not adopted.
        NotAdopt {
            /// The main outcome, the one that is counted.
            main_outcome: ReferralOutcome,
            /// Any further ones.
            further_outcomes: Vec<ReferralOutcome>,
        },
        /// More information is asked for.
        MoreInformation {
            /// By when; absent until known.
            by: Option<NaiveDate>,
        },
        /// Put off to the next meeting; the words say why.
        Defer,
        /// Noted.
        Noted,
        /// Anything else, in words.
        Other,
    }
}
