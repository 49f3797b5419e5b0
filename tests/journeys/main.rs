//! Whole ways through the program by its command line: no window, the real store, the real files.

mod cases;
mod hubs;
mod orders;
mod papers;
mod people;
mod referrals;
mod register;
mod reports;
