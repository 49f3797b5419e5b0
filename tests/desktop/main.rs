//! The application in its real window.

mod agenda;
mod first_run;
mod import;
mod network;
mod opening;
mod papers;
mod projector;
