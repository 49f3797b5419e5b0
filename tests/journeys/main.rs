//! Whole ways through the program by its command line: no window, the real store, the real files.

mod hubs;
mod papers;
mod register;
mod reports;
