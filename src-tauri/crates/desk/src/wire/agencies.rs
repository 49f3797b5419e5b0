//! Agencies and their people.

use domain::agency::{Agency, Field, Officer, PackRule, Presence};
use domain::ids::AgencyId;

use super::actions::ActionRow;

wire! {
    /// The agencies with what they owe.
    pub struct AgenciesView {
        /// One row an agency, by name.
        pub rows: Vec<AgencyRow>,
    }

    /// An agency in the list.
    pub struct AgencyRow {
        /// The agency.
        pub agency: Agency,
        /// Its people who come to the meeting, as names.
        pub people: Vec<String>,
        /// Open actions it owes.
        pub open_actions: u32,
        /// Those that are late.
        pub late_actions: u32,
        /// Open cases it leads.
        pub leads: u32,
    }

    /// Asks for one agency.
    pub struct GetAgency {
        /// The agency.
        pub id: AgencyId,
    }

    /// An agency with its people and actions.
    pub struct AgencyView {
        /// The agency.
        pub agency: Agency,
        /// Its people, active ones first.
        pub officers: Vec<Officer>,
        /// Its actions: open ones first, then by due date.
        pub actions: Vec<ActionRow>,
    }

    /// Asks for a new agency.
    pub struct AddAgency {
        /// Its name.
        pub name: String,
        /// A short form; empty to use the name.
        pub short_name: String,
        /// The field it works in.
        pub field: Field,
        /// How it takes part.
        pub presence: Presence,
        /// What it gets on Friday.
        pub pack_rule: PackRule,
    }

    /// Asks to change an agency.
    pub struct AmendAgency {
        /// The agency as it is to be.
        pub agency: Agency,
    }

    /// Asks for a new person at an agency.
    pub struct AddOfficer {
        /// The agency.
        pub agency: AgencyId,
        /// The name.
        pub name: String,
        /// The post; may be empty.
        pub post: String,
        /// The e-mail address; may be empty.
        pub email: String,
        /// The telephone number; may be empty.
        pub telephone: String,
        /// Whether the person usually comes to the meeting.
        pub attends: bool,
    }

    /// Asks to change a person at an agency.
    pub struct AmendOfficer {
        /// The person as they are to be.
        pub officer: Officer,
    }
}
