//! The use cases of Hub Tasking: load, ask the domain, write, give a view back.

#[macro_use]
mod command_list;

pub mod commands;
pub mod contract;
pub mod desk;
pub mod failure;
pub mod wire;

mod actions;
mod agencies;
mod agenda;
mod cases;
mod drafts;
mod history;
mod hub;
mod imports;
mod meetings;
mod minutes;
mod orders;
mod papers;
mod projector;
mod referrals;
mod room;
mod search;
mod settings;
mod today;
