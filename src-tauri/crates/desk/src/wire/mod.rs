//! What crosses the wire: one file of requests and views for each noun; `contract.ts` is generated from these types.

/// Derives for every type that crosses the wire, in one place.
macro_rules! wire {
    ($($item:item)*) => {$(
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(rename_all = "snake_case")]
        $item
    )*};
}

pub mod access;
pub mod actions;
pub mod agencies;
pub mod agenda;
pub mod backups;
pub mod cases;
pub mod casework;
pub mod deciding;
pub mod documents;
pub mod drafts;
pub mod history;
pub mod hub;
pub mod imports;
pub mod issues;
pub mod matrices;
pub mod meetings;
pub mod minutes;
pub mod orders;
pub mod papers;
pub mod people;
pub mod publishing;
pub mod referrals;
pub mod replies;
pub mod reports;
pub mod retention;
pub mod room;
pub mod search;
pub mod settings;
pub mod today;
pub mod users;

wire! {
    /// Nothing to ask, or nothing to answer.
    pub struct Nothing {}

    /// A record's key with its name, for pickers and cells.
    pub struct Named<Id> {
        /// Its key.
        pub id: Id,
        /// Its name.
        pub name: String,
    }
}

/// Every request and view at once, for the one list of commands.
pub mod everything {
    pub use super::access::*;
    pub use super::actions::*;
    pub use super::agencies::*;
    pub use super::agenda::*;
    pub use super::backups::*;
    pub use super::cases::*;
    pub use super::casework::*;
    pub use super::deciding::*;
    pub use super::documents::*;
    pub use super::drafts::*;
    pub use super::history::*;
    pub use super::hub::*;
    pub use super::imports::*;
    pub use super::issues::*;
    pub use super::matrices::*;
    pub use super::meetings::*;
    pub use super::minutes::*;
    pub use super::orders::*;
    pub use super::papers::*;
    pub use super::people::*;
    pub use super::publishing::*;
    pub use super::referrals::*;
    pub use super::replies::*;
    pub use super::reports::*;
    pub use super::retention::*;
    pub use super::room::*;
    pub use super::search::*;
    pub use super::settings::*;
    pub use super::today::*;
    pub use super::users::*;
    pub use super::{Named, Nothing};
}
