//! Papers: making and saving them.

use chrono::NaiveDate;
use domain::ids::{AgencyId, DisposalId, MeetingId, ReferralId};
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
        /// The minutes of a meeting in numbered paragraphs, which run on through the municipal year.
        FormalMinutes {
            /// The meeting.
            meeting: MeetingId,
        },
        /// Part 1 of the agenda of a meeting, for publication.
        PublicAgenda {
            /// The meeting.
            meeting: MeetingId,
        },
        /// Who is meant by the initials in the papers of a meeting.
        NameKey {
            /// The meeting.
            meeting: MeetingId,
        },
        /// The open actions, agency by agency.
        ActionList {
            /// The agency that owes them; absent for all.
            agency: Option<AgencyId>,
        },
        /// The case register.
        Register {
            /// Whether closed cases stand in it too.
            closed: bool,
        },
        /// The report of a period, beside the same days a year before.
        YearReport {
            /// The first day.
            from: NaiveDate,
            /// The last day, counted too.
            to: NaiveDate,
            /// Whether it is for publication: small counts are not told.
            published: bool,
        },
        /// The case study of a closed case, in which nobody is to be recognised.
        CaseStudy {
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
