//! The application in its real window.

mod first_run;
mod network;
mod opening;
