//! A person: which records hold the person, and everything held as a file.

use chrono::NaiveDate;
use domain::ids::SubjectId;
use domain::moment::Moment;

use super::cases::SubjectView;

wire! {
    /// Asks for one person.
    pub struct GetPerson {
        /// The person.
        pub id: SubjectId,
    }

    /// A person with the records that hold the person.
    pub struct PersonView {
        /// The person; the role is that of the first record.
        pub person: SubjectView,
        /// The records, cases first.
        pub records: Vec<PersonRecord>,
        /// When everything held was taken out, the latest first.
        pub exports: Vec<PersonExport>,
    }

    /// A record that holds a person.
    pub struct PersonRecord {
        /// What it is: `case`, `referral` or `order`.
        pub kind: String,
        /// Its number, or the type of the order.
        pub reference: String,
        /// What the person is in it; empty when nobody told.
        pub role: String,
        /// What it is about.
        pub title: String,
        /// Where it stands: `open`, `closed on 4 Jun 2019`.
        pub status: String,
        /// The screen's address.
        pub address: String,
    }

    /// One export of everything held.
    pub struct PersonExport {
        /// When.
        pub at: Moment,
        /// By whom.
        pub by: String,
        /// What: `paper, other people’s data replaced`.
        pub what: String,
    }

    /// In which form everything held is taken out.
    #[derive(Copy)]
    pub enum PersonFile {
        /// A paper (PDF).
        Paper,
        /// JSON.
        Json,
    }

    /// Asks for everything held on a person.
    pub struct ExportPerson {
        /// The person.
        pub person: SubjectId,
        /// In which form.
        pub form: PersonFile,
        /// For the data protection officer: other people's data in full, and marked.
        pub full: bool,
        /// Where to save it; absent to lay it in the private folder for viewing.
        pub save_as: Option<String>,
        /// Whether characters that no bundled face has may print as boxes: who asks was told which they are.
        pub boxes_agreed: bool,
    }

    /// Everything held on one person.
    pub struct HeldOnPerson {
        /// The hub.
        pub hub: String,
        /// The day.
        pub made_on: NaiveDate,
        /// The person's name; empty when not known.
        pub name: String,
        /// True when other people's data stand in full.
        pub full: bool,
        /// How many texts speak of other people.
        pub texts_about_others: u32,
        /// What is held, in parts.
        pub parts: Vec<HeldPart>,
    }

    /// A part of what is held: the identity, one case, one referral.
    pub struct HeldPart {
        /// Its heading.
        pub heading: String,
        /// Its lines.
        pub lines: Vec<HeldLine>,
    }

    /// One thing that is held.
    pub struct HeldLine {
        /// What it is: `Outline`, `Action 45/3`.
        pub label: String,
        /// What is held.
        pub text: String,
        /// Whether it speaks of other people: their data were replaced, or are marked when in full.
        pub about_others: bool,
    }
}
