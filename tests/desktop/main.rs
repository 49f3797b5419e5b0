//! The application in its real window.

mod network;
mod opening;
