//! What a paper says, as plain data: filled by a use case, drawn without asking anybody anything.

mod action_list;
mod agency_sheet;
mod agenda;
mod case_study;
mod case_summary;
mod divided;
mod late_sheet;
mod minutes;
mod name_key;
mod parts;
mod referral_form;
mod register;
mod sheet;
mod written;
mod year_report;

pub use action_list::{ActionList, AgencyActions};
pub use agency_sheet::{AgencySheet, CheckAsked, ReturnSlip, SheetItem};
pub use agenda::{
    AgendaPack, Attending, CasePage, Figures, OrderRow, PreviousMinutes, ReferralPage, ReviewDue,
    RunningGroup, RunningItem, Section, Visitor, WrittenUpdate,
};
pub use case_study::{CaseStudy, StudyStep};
pub use case_summary::{CaseSummary, DecisionRow, DemandBar, EpisodeRow, HistoryRow};
pub use divided::{AgendaPart, Divided, MinutesPart, Placed};
pub use domain::clock_time::ClockTime;
pub use domain::light::Light;
pub use late_sheet::{DroppedItem, LateChange, LateSheet};
pub use minutes::{
    AttendanceRow, Correction, MinuteItem, MinutesPaper, MinutesStatus, MinutesStyle, NextMeeting, Presence,
};
pub use name_key::{NameKey, NameRow};
pub use parts::{
    Abbreviation, ActionRow, ArisingRow, Copy, Marking, ScoreLine, ScorePoint, ShownLight, Stamp,
};
pub use referral_form::{FormPart, FormQuestion, ReferralForm};
pub use register::{Register, RegisterGroup, RegisterRow};
pub use sheet::{Sheet, SheetLine, SheetPart};
pub use written::{Change, Written};
pub use year_report::{Headline, YearLine, YearReport, YearSection, YearTable};
