//! The application in its real window.

mod opening;
