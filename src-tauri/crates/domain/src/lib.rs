//! The rules of a Community Safety Hub: no input or output, no clock, no SQL; time and identifiers are passed in.

pub mod action;
pub mod action_line;
pub mod agency;
pub mod agenda;
pub mod attendance;
pub mod calendar;
pub mod case;
pub mod case_file;
pub mod case_history;
pub mod case_move;
pub mod clock_time;
pub mod combining;
pub mod deciding;
pub mod demand;
pub mod disclosure;
pub mod episode;
pub mod factor;
pub mod forum;
pub mod ids;
pub mod import;
pub mod light;
pub mod meeting;
pub mod minutes;
pub mod moment;
pub mod order;
pub mod priority;
pub mod redaction;
pub mod reference;
pub mod referral;
pub mod referral_disclosure;
pub mod rights;
pub mod room;
pub mod score;
pub mod settings;
pub mod splitting;
pub mod subject;
pub mod undoing;
pub mod words;

#[cfg(test)]
mod moving_tests;
