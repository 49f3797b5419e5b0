//! Each paper that can be wanted, with its usual name and the record it is about.

use ::papers::Paper;
use ::papers::model::{AgendaPack, MinutesPaper, MinutesStyle, Written};
use chrono::NaiveDate;
use domain::issue::IssuedPaper;
use domain::meeting::{Meeting, MeetingStatus};
use domain::publishing::unmarked;
use store::Reader;
use uuid::Uuid;

use super::kept_pages::KeptPages;
use super::{
    action_list, agenda_pack, case_study, case_summary, minutes, minutes_status, name_key, public_agenda,
    referral_form, register, year_report,
};
use crate::failure::Failure;
use crate::issues::Frozen;
use crate::meetings::kept;
use crate::wire::everything::*;

/// What a paper says, gathered from the record.
pub struct Gathered {
    pub paper: Paper,
    /// The file name that it usually gets.
    pub file_name: String,
    /// The record it is about, for the audit; absent when it is about none.
    pub about: Option<Uuid>,
}

/// Gathers a paper as it is on `today`.
pub fn gathered(reader: &Reader<'_>, wanted: &WantedPaper, today: NaiveDate) -> Result<Gathered, Failure> {
    gathered_keeping(reader, wanted, today, &mut KeptPages::default())
}

/// Gathers a paper as it is on `today`, of which some pages may be known.
pub fn gathered_keeping(
    reader: &Reader<'_>,
    wanted: &WantedPaper,
    today: NaiveDate,
    pages: &mut KeptPages,
) -> Result<Gathered, Failure> {
    match wanted {
        WantedPaper::Agenda { meeting } => {
            let meeting = kept(reader, *meeting)?;
            Ok(of_meeting("agenda", &meeting, Paper::Agenda(issued_agenda(reader, &meeting, pages)?)))
        }
        WantedPaper::Minutes { meeting } => {
            let meeting = kept(reader, *meeting)?;
            Ok(of_meeting("minutes", &meeting, Paper::Minutes(whole_minutes(reader, &meeting)?)))
        }
        WantedPaper::FormalMinutes { meeting } => {
            let meeting = kept(reader, *meeting)?;
            let minutes = MinutesPaper { style: MinutesStyle::Formal, ..whole_minutes(reader, &meeting)? };
            Ok(of_meeting("formal minutes", &meeting, Paper::Minutes(minutes)))
        }
        WantedPaper::PublicAgenda { meeting } => {
            let meeting = kept(reader, *meeting)?;
            let agenda = Paper::Agenda(public_agenda::gathered(reader, &meeting)?);
            Ok(of_meeting("agenda Part 1", &meeting, agenda))
        }
        WantedPaper::NameKey { meeting } => {
            let meeting = kept(reader, *meeting)?;
            let key = name_key::gathered(reader, &meeting, |_| true)?;
            Ok(of_meeting("key to names", &meeting, Paper::NameKey(key)))
        }
        WantedPaper::ActionList { agency } => {
            let list = action_list::gathered(reader, *agency, today)?;
            let about = agency.map(|agency| agency.0);
            let file_name = format!("{} {today}.pdf", list.scope);
            Ok(Gathered { paper: Paper::ActionList(list), file_name, about })
        }
        WantedPaper::Register { closed } => {
            let register = register::gathered(reader, *closed, today)?;
            let file_name = format!("Case register {today}.pdf");
            Ok(Gathered { paper: Paper::Register(register), file_name, about: None })
        }
        WantedPaper::YearReport { from, to, published } => {
            let report = year_report::gathered(reader, *from, *to, *published)?;
            let file_name = format!("{} {from} to {to}.pdf", report.title);
            Ok(Gathered { paper: Paper::YearReport(report), file_name, about: None })
        }
        WantedPaper::CaseStudy { reference } => {
            let (case, study) = case_study::gathered(reader, reference, today)?;
            // Because the file is to leave the hub, its name does not tell which case it was.
            let file_name = format!("Case study {today}.pdf");
            Ok(Gathered { paper: Paper::CaseStudy(study), file_name, about: Some(case.0) })
        }
        WantedPaper::DisclosureLog { from, to } => {
            let sheet = crate::access::disclosure_sheet(reader, (*from, *to), today)?;
            let file_name = format!("{} {from} to {to}.pdf", sheet.title);
            Ok(Gathered { paper: Paper::Sheet(sheet), file_name, about: None })
        }
        WantedPaper::AccessLog { person } => {
            let sheet = crate::access::access_sheet(reader, *person, today)?;
            // Without a name: file names stand in lists of files that others see.
            let file_name = format!("{} {today}.pdf", sheet.title);
            Ok(Gathered { paper: Paper::Sheet(sheet), file_name, about: Some(person.0) })
        }
        WantedPaper::Referral { referral } => {
            let referral = referral.map(|id| crate::referrals::kept(reader, id)).transpose()?;
            let file_name = match &referral {
                Some(referral) => format!("Referral {}.pdf", referral.number),
                None => "Referral form.pdf".to_owned(),
            };
            let about = referral.as_ref().map(|referral| referral.id.0);
            let paper = Paper::ReferralForm(referral_form::gathered(reader, referral.as_ref())?);
            Ok(Gathered { paper, file_name, about })
        }
        WantedPaper::Certificate { disposal } => {
            let sheet = crate::retention::certificate(reader, *disposal)?;
            let file_name = format!("{} {}.pdf", sheet.title, sheet.date);
            Ok(Gathered { paper: Paper::Sheet(sheet), file_name, about: Some(disposal.0) })
        }
        WantedPaper::CaseSummary { reference } => {
            let (case, summary) = case_summary::gathered(reader, reference, today)?;
            let file_name = format!("Hub Tasking {reference} {today}.pdf");
            Ok(Gathered { paper: Paper::CaseSummary(summary), file_name, about: Some(case.0) })
        }
    }
}

/// Returns the agenda pack as it was issued first, because its page numbers never change; a draft until then.
pub fn issued_agenda(
    reader: &Reader<'_>,
    meeting: &Meeting,
    pages: &mut KeptPages,
) -> Result<AgendaPack, Failure> {
    let frozen = match meeting.status {
        MeetingStatus::Planned => None,
        _ => Frozen::first(reader, meeting.id, IssuedPaper::Agenda)?,
    };
    match frozen {
        Some(frozen) => frozen.agenda(|_| true),
        None => agenda_pack::gathered_keeping(reader, meeting.clone(), pages),
    }
}

/// Returns the minutes as they were approved, or corrected last; as drafted until then. What is marked as exempt stands in
/// them as it was written.
pub(crate) fn issued_minutes(reader: &Reader<'_>, meeting: &Meeting) -> Result<MinutesPaper, Failure> {
    match Frozen::last(reader, meeting.id, IssuedPaper::Minutes)? {
        Some(frozen) => {
            let status = minutes_status(reader, meeting)?;
            Ok(MinutesPaper { status, ..frozen.minutes(|_| true)? })
        }
        None => minutes(reader, meeting.clone()),
    }
}

/// Returns the minutes for those who may see everything: what is marked as exempt without its marks.
fn whole_minutes(reader: &Reader<'_>, meeting: &Meeting) -> Result<MinutesPaper, Failure> {
    let mut minutes = issued_minutes(reader, meeting)?;
    minutes.change_texts(&mut |text| *text = unmarked(text));
    Ok(minutes)
}

fn of_meeting(name: &str, meeting: &Meeting, paper: Paper) -> Gathered {
    let file_name = format!("Hub Tasking {} {name} {}.pdf", meeting.number, meeting.date);
    Gathered { paper, file_name, about: Some(meeting.id.0) }
}
