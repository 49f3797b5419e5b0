//! What a paper says, as plain data: filled by a use case, drawn without asking anybody anything.

mod agenda;
mod case_summary;
mod minutes;
mod parts;
mod referral_form;
mod sheet;

pub use agenda::{
    AgendaPack, Attending, CasePage, Figures, OrderRow, PreviousMinutes, ReferralPage, ReviewDue,
    RunningGroup, RunningItem, Section, Visitor, WrittenUpdate,
};
pub use case_summary::{CaseSummary, DecisionRow, DemandBar, EpisodeRow, HistoryRow};
pub use domain::clock_time::ClockTime;
pub use domain::light::Light;
pub use minutes::{
    AttendanceRow, Correction, MinuteItem, MinutesPaper, MinutesStatus, NextMeeting, Presence,
};
pub use parts::{Abbreviation, ActionRow, ArisingRow, Copy, Marking, ScoreLine, ScorePoint, ShownLight};
pub use referral_form::{FormPart, FormQuestion, ReferralForm};
pub use sheet::{Sheet, SheetLine, SheetPart};
