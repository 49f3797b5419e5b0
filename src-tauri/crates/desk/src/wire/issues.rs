//! Papers that go out: versions, copies, and the disclosure log.

use chrono::NaiveDate;
use domain::agency::PackRule;
use domain::ids::{AgencyId, DisclosureId, IssuedCopyId, MeetingId};
use domain::issue::{Disclosure, IssuedCopy, IssuedPaper};
use domain::moment::Moment;

use super::Named;
use super::meetings::MeetingRow;

wire! {
    /// Names a paper of a meeting that goes out.
    #[derive(Copy)]
    pub struct OfIssue {
        /// The meeting.
        pub meeting: MeetingId,
        /// Which paper.
        pub paper: IssuedPaper,
    }

    /// A paper that goes out: its versions and who gets it.
    pub struct IssueView {
        /// The meeting.
        pub meeting: MeetingRow,
        /// Which paper.
        pub paper: IssuedPaper,
        /// Its versions, the first one first; none until it is issued or approved.
        pub versions: Vec<IssueVersion>,
        /// What changed in the record since the last version, in sentences; empty when nothing did, and for minutes,
        /// where each correction is a version.
        pub changed_since: Vec<String>,
        /// Who gets a copy of the last version, by name.
        pub recipients: Vec<Recipient>,
        /// Why it cannot go out yet; absent when it can.
        pub not_yet: Option<String>,
    }

    /// A version of a paper.
    pub struct IssueVersion {
        /// From 1.
        pub version: u32,
        /// When it was frozen.
        pub at: Moment,
        /// Who froze it.
        pub by: String,
        /// The first eight digits of its digest, as the foot of every copy has them.
        pub digest: String,
        /// What it changed, in sentences; empty for the first.
        pub changes: Vec<String>,
    }

    /// Somebody who gets a copy.
    pub struct Recipient {
        /// The agency.
        pub agency: Named<AgencyId>,
        /// What it gets.
        pub rule: PackRule,
        /// What its copy is called: `agenda pack (own items)`.
        pub copy_words: String,
        /// The references that its copy holds.
        pub references: Vec<String>,
        /// The e-mail addresses of those who usually come.
        pub emails: Vec<String>,
        /// Why nothing goes to it; absent when something does.
        pub nothing: Option<String>,
        /// Its copy of this version; absent until it is made.
        pub copy: Option<IssuedCopy>,
    }

    /// Asks to make the copies of the last version.
    pub struct RunIssue {
        /// The meeting.
        pub meeting: MeetingId,
        /// Which paper.
        pub paper: IssuedPaper,
        /// The folder that the files are written into.
        pub folder: String,
        /// For whom; empty for everybody who gets one.
        pub only: Vec<AgencyId>,
        /// The password that opens the files; empty for none. It is stored nowhere.
        pub passphrase: String,
        /// Whether characters that no bundled face has may print as boxes: who asks was told which they are.
        pub boxes_agreed: bool,
    }

    /// What a run made.
    pub struct IssueRun {
        /// How many copies.
        pub copies: u32,
        /// How many pages in all.
        pub pages: u32,
        /// Where they lie.
        pub folder: String,
        /// Characters that no bundled face has, with where they stand; empty when none.
        pub missing_characters: Vec<String>,
        /// The paper as it stands now.
        pub view: IssueView,
    }

    /// Asks to tick a copy off as sent, or to take that back.
    pub struct SetCopySent {
        /// The copy.
        pub copy: IssuedCopyId,
        /// True when it was sent.
        pub sent: bool,
        /// How, such as `secure e-mail` or `by hand`.
        pub how: String,
    }

    /// The disclosure log.
    pub struct DisclosuresView {
        /// Its entries, the newest first.
        pub entries: Vec<DisclosureRow>,
        /// Why a copy goes to a partner, as the log says it when nothing else is said.
        pub why: String,
    }

    /// An entry of the log.
    pub struct DisclosureRow {
        /// The entry.
        pub disclosure: Disclosure,
        /// The day it was noted.
        pub on: NaiveDate,
    }

    /// Asks to note what was disclosed otherwise, such as by telephone.
    pub struct AddDisclosure {
        /// The agency; absent for somebody outside the list.
        pub agency: Option<AgencyId>,
        /// To whom, in words.
        pub to: String,
        /// What, without names of people.
        pub what: String,
        /// The references it was about.
        pub references: Vec<String>,
        /// Why; empty for the usual reason.
        pub why: String,
    }

    /// Names an entry of the log.
    pub struct OfDisclosure {
        /// The entry.
        pub id: DisclosureId,
    }
}
