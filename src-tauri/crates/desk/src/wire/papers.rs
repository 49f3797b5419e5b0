//! Papers: making and saving them.

use chrono::NaiveDate;
use domain::ids::{AgencyId, DisposalId, MeetingId, ReferralId, SubjectId};
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
        /// The disclosure log of a period.
        DisclosureLog {
            /// The first day.
            from: NaiveDate,
            /// The last day, counted too.
            to: NaiveDate,
        },
        /// Who saw what of a person.
        AccessLog {
            /// The person.
            person: SubjectId,
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

    /// Asks for pictures of pages, to look at before anything is saved, opened or printed.
    pub struct PreviewPaper {
        /// Which paper.
        pub wanted: WantedPaper,
        /// The pages to draw, counted from 1; those that the paper does not have are left out.
        pub pages: Vec<u32>,
        /// The keys of pictures that the window has: they are not sent again.
        pub known: Vec<String>,
        /// The keys of glyphs whose outlines the window has: those are not sent again.
        pub outlined: Vec<u32>,
        /// How it is to be printed: what that takes is answered, and the pictures stay as they are.
        pub choices: PrintChoices,
        /// Whether somebody opens it, which the audit holds; not while they go on looking at it.
        pub opening: bool,
    }

    /// Asks for a copy of a paper for the printer.
    pub struct PrintPaper {
        /// Which paper.
        pub wanted: WantedPaper,
        /// How it is to be printed.
        pub choices: PrintChoices,
        /// Where to save it; absent to lay it in the private folder for viewing.
        pub save_as: Option<String>,
    }

    /// How a paper is to be printed.
    #[derive(Default)]
    pub struct PrintChoices {
        /// Which pages; absent for all.
        pub pages: Option<PageRange>,
        /// On which sides of a sheet.
        pub sides: PrintSides,
        /// Whether two pages stand beside each other on each side.
        pub two_up: bool,
    }

    /// Pages one after the other.
    pub struct PageRange {
        /// The first, counted from 1.
        pub first: u32,
        /// The last.
        pub last: u32,
    }

    /// On which sides of a sheet a paper is printed.
    #[derive(Copy, Default)]
    pub enum PrintSides {
        /// On the front only.
        #[default]
        Single,
        /// On both.
        Double,
        /// On both, and each part of the paper, such as a case, begins on a front.
        DoublePartsInFront,
    }

    /// A paper to look at.
    pub struct PaperPreview {
        /// Its title.
        pub title: String,
        /// The file name that it usually gets.
        pub file_name: String,
        /// How many pages it has.
        pub pages: u32,
        /// The parts that begin on a page of their own, in order.
        pub parts: Vec<PaperPart>,
        /// The pages asked for.
        pub pictures: Vec<PagePicture>,
        /// The outlines of glyphs that stand in the pictures and that the window does not have.
        pub outlines: Vec<GlyphOutline>,
        /// Characters that no bundled face has, in the order of the pages; empty when none.
        pub missing: Vec<MissingInPaper>,
        /// How many sides are printed with the choices made.
        pub sides: u32,
        /// How many sheets of paper that takes.
        pub sheets: u32,
    }

    /// A part of a paper.
    pub struct PaperPart {
        /// Its name, such as a case's reference.
        pub name: String,
        /// The page it begins on, counted from 1.
        pub page: u32,
    }

    /// The picture of a page.
    pub struct PagePicture {
        /// The page, counted from 1.
        pub page: u32,
        /// The number that is printed on it.
        pub number: String,
        /// What the picture is known by: another one has another key.
        pub key: String,
        /// What is drawn on the page, the lowest first, in points from the top left corner of an A4 page; absent when the
        /// window has it.
        pub marks: Option<Vec<PageMark>>,
    }

    /// Something drawn on a page.
    #[serde(tag = "mark")]
    pub enum PageMark {
        /// Glyphs of one size and colour on one baseline.
        Line {
            /// The colour, as style sheets tell it.
            ink: String,
            /// The points of one unit of the glyphs' face.
            scale: f32,
            /// The left end, which the places of the glyphs are told from.
            left: f32,
            /// The height of the baseline.
            baseline: f32,
            /// In turn the key of a glyph and its place, in units of its face.
            glyphs: Vec<i32>,
        },
        /// A filled shape.
        Filled {
            /// The colour, as style sheets tell it.
            ink: String,
            /// Its outline as the steps of an SVG path.
            path: String,
        },
        /// A line through points.
        Stroked {
            /// The colour, as style sheets tell it.
            ink: String,
            /// How thick it is.
            thickness: f32,
            /// Its way as the steps of an SVG path.
            path: String,
        },
    }

    /// The outline of a glyph.
    pub struct GlyphOutline {
        /// What the glyph is known by.
        pub glyph: u32,
        /// The steps of an SVG path from the glyph's origin, upwards, in units of its face; empty for a space.
        pub steps: String,
    }

    /// A character that no bundled face has; it prints as a box.
    pub struct MissingInPaper {
        /// The page it stands on, counted from 1.
        pub page: u32,
        /// The item it stands in.
        pub place: String,
        /// The character.
        pub character: String,
        /// The word it stands in.
        pub word: String,
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
