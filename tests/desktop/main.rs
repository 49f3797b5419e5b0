//! The application in its real window.

mod agenda;
mod every_screen;
mod first_run;
mod import;
mod kills;
mod life_of_a_case;
mod markup;
mod meeting;
mod network;
mod opening;
mod papers;
mod projector;
mod room;
mod two_hours;
