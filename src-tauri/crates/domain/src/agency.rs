//! Partner agencies and their people.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{AgencyId, AreaId, OfficerId};

/// How an agency takes part in the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// There from beginning to end.
    Throughout,
    /// Comes for its own items.
    OwnItems,
}

/// What a recipient gets on Friday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PackRule {
    /// The whole pack.
    All,
    /// Only the agency's own items.
    OwnItems,
    /// Only the agency's sheet.
    SheetOnly,
}

/// The field an agency works in; the meeting groups its items by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Housing: its items come first.
    Housing,
    /// Young people's services: their items stand together.
    YoungPeople,
    /// Police.
    Police,
    /// The council's own services.
    Council,
    /// Health, mental health, substance misuse.
    Health,
    /// Probation.
    Probation,
    /// Fire and rescue.
    Fire,
    /// The voluntary sector.
    Voluntary,
    /// Anything else.
    Other,
}

/// A partner agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Agency {
    /// Its key.
    pub id: AgencyId,
    /// Its name as the hub writes it.
    pub name: String,
    /// A short form for columns and for `@` in the action line; the name itself when there is none.
    pub short_name: String,
    /// The field it works in.
    pub field: Field,
    /// How it takes part in the meeting.
    pub presence: Presence,
    /// What it gets on Friday.
    pub pack_rule: PackRule,
    /// False once it no longer takes part; its past actions stay.
    pub active: bool,
}

/// A person who works for an agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Officer {
    /// Its key.
    pub id: OfficerId,
    /// The agency.
    pub agency: AgencyId,
    /// The name as it is written in actions and minutes.
    pub name: String,
    /// The post; empty when not known.
    pub post: String,
    /// The e-mail address; empty when not known.
    pub email: String,
    /// The telephone number; empty when not known.
    pub telephone: String,
    /// Whether this person usually comes to the meeting.
    pub attends: bool,
    /// False once the person has left.
    pub active: bool,
}

/// A ward or locality of the hub's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Area {
    /// Its key.
    pub id: AreaId,
    /// Its name.
    pub name: String,
}
