//! Papers as PDF: a model is laid out, drawn and finished into bytes, with no file, no clock and no network.

mod compose;
mod draw;
mod error;
mod finish;
mod layout;
mod layout_text;
mod light_shape;
mod missing;
pub mod model;
mod paper_file;
mod pictures;
mod printing;
pub mod style;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

pub use error::PaperError;
pub use finish::lock;
use layout::{Frame, block::Block};
pub use layout_text::layout_text;
pub use missing::MissingCharacter;
use model::{
    ActionList, AgencySheet, AgendaPack, CaseStudy, CaseSummary, LateSheet, MinutesPaper, NameKey,
    ReferralForm, Register, Section, Sheet, YearReport,
};
pub use paper_file::{NotAPaper, PaperFile, digest};
pub use pictures::{Drawn, GlyphKey, Pictures, glyph_outline};
use printing::Flip;
pub use printing::{Printing, Sheets, Sides, sheets};
use serde::{Deserialize, Serialize};
use style::Style;

/// How far a paper has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Parts are being put on pages.
    LayingOut {
        /// Parts done.
        done: usize,
        /// Parts in all.
        of: usize,
    },
    /// Pages are being drawn.
    Drawing {
        /// Pages done.
        done: usize,
        /// Pages in all.
        of: usize,
    },
    /// The file is being put together.
    Finishing,
}

/// Hears how far a paper has come, and stops it by answering [`ControlFlow::Break`].
pub type Watch<'caller> = dyn FnMut(Step) -> ControlFlow<()> + 'caller;

/// A paper of one of the kinds that a hub prints; as JSON it names its kind beside its model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "paper", content = "model", rename_all = "snake_case", deny_unknown_fields)]
pub enum Paper {
    /// The agenda pack of a meeting.
    Agenda(AgendaPack),
    /// The minutes of a meeting.
    Minutes(MinutesPaper),
    /// The referral form, blank or filled.
    ReferralForm(ReferralForm),
    /// A sheet of labelled lines, such as a certificate.
    Sheet(Sheet),
    /// The summary of a case.
    CaseSummary(CaseSummary),
    /// The sheet of one agency.
    AgencySheet(AgencySheet),
    /// What changed after the pack went out.
    LateSheet(LateSheet),
    /// The actions by agency.
    ActionList(ActionList),
    /// The case register.
    Register(Register),
    /// The report of a year.
    YearReport(YearReport),
    /// The case study of a closed case.
    CaseStudy(CaseStudy),
    /// The key to the names of another paper.
    NameKey(NameKey),
}

/// Returns the characters of a paper that no bundled face has, without drawing it: they can be named before it is printed.
///
/// # Errors
/// When a bundled face is damaged.
pub fn missing_characters(paper: &Paper, style: &Style) -> Result<Vec<MissingCharacter>, PaperError> {
    let composed = composed(paper, style);
    let go_on = &mut |_| ControlFlow::Continue(());
    Ok(missing::find(&layout::lay_out(&composed.blocks, &composed.frame, style, go_on)?))
}

/// Returns on which page of a pack each case and referral begins, by reference, the first page being 1.
///
/// # Errors
/// When a bundled face is damaged.
pub fn pages_of(pack: &AgendaPack, style: &Style) -> Result<BTreeMap<String, u32>, PaperError> {
    let composed = compose::agenda(pack, style);
    let go_on = &mut |_| ControlFlow::Continue(());
    let laid = layout::lay_out(&composed.blocks, &composed.frame, style, go_on)?;
    let cases = pack.cases.iter().map(|case| (&case.reference, Section::Case(case.reference.clone())));
    let referrals =
        pack.referrals.iter().map(|one| (&one.reference, Section::Referral(one.reference.clone())));
    let page = |(reference, section): (&String, Section)| {
        let (page, _) = laid.anchors.get(&compose::target_of(&section))?;
        Some((reference.clone(), u32::try_from(page + 1).unwrap_or(u32::MAX)))
    };
    Ok(cases.chain(referrals).filter_map(page).collect())
}

/// Returns how many numbered paragraphs minutes take in the formal style: the next ones begin after them.
pub fn formal_paragraphs(minutes: &MinutesPaper) -> u32 {
    compose::paragraphs(minutes)
}

/// A paper that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadePaper {
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// The characters that no bundled face has; each prints as a box.
    pub missing: Vec<MissingCharacter>,
}

/// Makes a paper; the same paper and style give the same bytes. Tells `watch` how far it has come.
///
/// # Errors
/// [`PaperError::Stopped`] when `watch` asked for it; otherwise when a bundled face is damaged or the writer complains.
pub fn make(paper: &Paper, style: &Style, watch: &mut Watch<'_>) -> Result<MadePaper, PaperError> {
    let composed = composed(paper, style);
    let laid = layout::lay_out(&composed.blocks, &composed.frame, style, watch)?;
    let drawn = draw::draw(&laid, watch)?;
    layout::go_on(watch(Step::Finishing))?;
    let bytes = finish::finish(drawn, &laid, &composed.title, None)?;
    Ok(MadePaper { bytes, pages: laid.pages.len(), missing: missing::find(&laid) })
}

/// Makes a copy of a paper for the printer: some of its pages, blank ones so that parts begin on a front, two on a side.
/// Without any wish it is the ordinary file, as [`make`] makes it.
///
/// The pages keep the numbers that are printed on them; [`MadePaper::pages`] counts the sides to print, and
/// [`MadePaper::missing`] tells of the pages that were asked for. A copy with two pages on a side is not tagged.
///
/// # Errors
/// As [`make`]; and [`PaperError::NoSuchPages`] when the pages asked for are not pages of the paper.
pub fn make_to_print(
    paper: &Paper,
    style: &Style,
    printing: Printing,
    watch: &mut Watch<'_>,
) -> Result<MadePaper, PaperError> {
    if printing.is_ordinary() {
        return make(paper, style, watch);
    }
    let composed = composed(paper, style);
    let laid = layout::lay_out(&composed.blocks, &composed.frame, style, watch)?;
    let sheets = sheets(laid.pages.len(), &pictures::parts(&laid), printing)?;
    let mut missing = missing::find(&laid);
    missing.retain(|each| sheets.places.contains(&Some(each.page - 1)));
    let laid = printing::cut(laid, &sheets.places);
    let drawn = draw::draw(&laid, watch)?;
    layout::go_on(watch(Step::Finishing))?;
    let flip = |edge| (printing.sides != Sides::Single).then_some(edge);
    let bytes = match printing.two_up {
        true => finish::finish_two_up(drawn, &composed.title, flip(Flip::Short))?,
        false => finish::finish(drawn, &laid, &composed.title, flip(Flip::Long))?,
    };
    Ok(MadePaper { bytes, pages: sheets.sides, missing })
}

fn composed<'paper>(paper: &'paper Paper, style: &Style) -> Composed<'paper> {
    match paper {
        Paper::Agenda(pack) => compose::agenda(pack, style),
        Paper::Minutes(minutes) => compose::minutes(minutes, style),
        Paper::ReferralForm(form) => compose::referral_form(form, style),
        Paper::Sheet(sheet) => compose::sheet(sheet, style),
        Paper::CaseSummary(summary) => compose::case_summary(summary, style),
        Paper::AgencySheet(sheet) => compose::agency_sheet(sheet, style),
        Paper::LateSheet(sheet) => compose::late_sheet(sheet, style),
        Paper::ActionList(list) => compose::action_list(list, style),
        Paper::Register(register) => compose::register(register, style),
        Paper::YearReport(report) => compose::year_report(report, style),
        Paper::CaseStudy(study) => compose::case_study(study, style),
        Paper::NameKey(key) => compose::name_key(key, style),
    }
}

/// A paper in blocks, with what stands on every page.
struct Composed<'paper> {
    title: String,
    blocks: Vec<Block>,
    frame: Frame<'paper>,
}
