//! Papers: making and saving them.

use domain::ids::{DisposalId, MeetingId, ReferralId};
use domain::reference::CaseReference;

wire! {
    /// Which paper, and of what.
    #[serde(tag = "paper")]
    pub enum WantedPaper {
        /// The agenda pack of a meeting.
        Agenda {
            /// The meeting.
            meeting: MeetingId,
        },
        /// The minutes of a meeting.
        Minutes {
            /// The meeting.
            meeting: MeetingId,
        },
        /// The referral form.
        Referral {
            /// The referral it is filled in with; absent for a blank form.
            referral: Option<ReferralId>,
        },
        /// The certificate of a disposal.
        Certificate {
            /// The disposal.
            disposal: DisposalId,
        },
        /// The summary of a case.
        CaseSummary {
            /// The case.
            reference: CaseReference,
        },
    }

    /// Asks for a paper.
    pub struct MakePaper {
        /// Which paper.
        pub wanted: WantedPaper,
        /// Where to save it; absent to lay it in the private folder for viewing.
        pub save_as: Option<String>,
    }

    /// A paper that was made.
    pub struct PaperMade {
        /// Where it lies.
        pub path: String,
        /// Its file name.
        pub file_name: String,
        /// How many pages.
        pub pages: u32,
        /// Its size in KiB.
        pub kib: u64,
        /// Characters that no bundled face has, with where they stand; empty when none.
        pub missing_characters: Vec<String>,
    }
}
