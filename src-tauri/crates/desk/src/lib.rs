//! The use cases of Hub Tasking: load, ask the domain, write, give a view back.

#[macro_use]
mod command_list;

pub mod commands;
pub mod contract;
pub mod desk;
pub mod failure;
pub mod wire;
mod written_since;

mod access;
mod action_rows;
mod actions;
mod agencies;
mod agenda;
mod backups;
mod cases;
mod documents;
mod door;
mod drafts;
mod history;
mod hub;
mod imports;
mod issues;
mod item_facts;
mod kept_facts;
mod kept_while;
mod known;
pub mod london;
mod matrices;
mod meetings;
mod minutes;
mod names;
mod orders;
mod papers;
mod people;
mod projector;
mod publishing;
mod referrals;
mod replies;
mod reports;
mod retention;
mod room;
pub mod sample;
mod scoring;
mod search;
mod settings;
mod today;
mod users;

pub use agencies::find_agency;
pub use backups::CopyJob;
pub use cases::{case_entry, register_entries};
pub use imports::{DryRun, dry_run};
pub use meetings::{find_meeting, meeting_entries};
pub use orders::order_entries;
pub use papers::{DrawnFile, draw_file, missing_in};
pub use people::find_person;
pub use referrals::{find_referral, referral_entries};
pub use room::blank_projector;
pub use store::KeyPolicy;
