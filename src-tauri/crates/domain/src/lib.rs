//! The rules of a Community Safety Hub: no input or output, no clock, no SQL; time and identifiers are passed in.

pub mod action;
pub mod action_line;
pub mod agency;
pub mod calendar;
pub mod case;
pub mod clock_time;
pub mod disclosure;
pub mod episode;
pub mod factor;
pub mod ids;
pub mod import;
pub mod light;
pub mod meeting;
pub mod moment;
pub mod order;
pub mod priority;
pub mod redaction;
pub mod reference;
pub mod referral;
pub mod rights;
pub mod score;
pub mod settings;
pub mod subject;
pub mod words;
