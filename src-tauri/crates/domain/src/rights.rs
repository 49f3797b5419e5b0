//! Who may do what: the four roles of a hub and the rights they hold.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a user of the hub is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Chairs the meeting.
    Chair,
    /// Stands in for the chair, with the same rights.
    Deputy,
    /// Prepares, records and prints.
    Coordinator,
    /// Looks, and takes nothing out.
    Reader,
}

/// What a use case needs of the person who asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Nobody needs to be known: the state of the hub, creating and unlocking it.
    Open,
    /// To look at the record.
    View,
    /// To write the record, prepare a meeting and run it.
    Record,
    /// To take papers, copies and files out.
    Export,
    /// To bring files in.
    Import,
    /// To back up.
    BackUp,
    /// To change the hub's settings.
    Settings,
    /// To approve minutes.
    ApproveMinutes,
    /// To table a referral that does not pass the gate.
    OverrideGate,
    /// To show more on the projector than the rules allow.
    OverrideProjector,
    /// To dispose of records.
    Dispose,
    /// To add and remove users and their keys.
    ManageUsers,
}

/// Says that a role does not hold a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} may not {}", role.words(), right.words())]
pub struct NotAllowed {
    /// The role that asked.
    pub role: Role,
    /// The right it does not hold.
    pub right: Right,
}

impl Role {
    /// Tells whether the role holds `right` (a default: hubs differ).
    pub fn holds(self, right: Right) -> bool {
        match self {
            Self::Chair | Self::Deputy => true,
            Self::Coordinator => !matches!(
                right,
                Right::ApproveMinutes
                    | Right::OverrideGate
                    | Right::OverrideProjector
                    | Right::Dispose
                    | Right::ManageUsers
            ),
            Self::Reader => matches!(right, Right::Open | Right::View),
        }
    }

    /// Returns nothing when the role holds `right`, and the refusal otherwise.
    pub fn allow(self, right: Right) -> Result<(), NotAllowed> {
        if self.holds(right) { Ok(()) } else { Err(NotAllowed { role: self, right }) }
    }

    /// Returns the role's name, as a list shows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chair => "Chair",
            Self::Deputy => "Deputy chair",
            Self::Coordinator => "Coordinator",
            Self::Reader => "Reader",
        }
    }

    /// Returns what those of the role may do, in a sentence.
    pub fn may_words(self) -> &'static str {
        match self {
            Self::Chair | Self::Deputy => "May do everything, users and keys among it.",
            Self::Coordinator => {
                "May do everything except approve minutes, overrule the gate or the projector, dispose of records, and \
                 manage users."
            }
            Self::Reader => "May look at everything; changes nothing and takes nothing out.",
        }
    }

    /// Returns the role as it opens a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Chair => "The chair",
            Self::Deputy => "The deputy chair",
            Self::Coordinator => "A coordinator",
            Self::Reader => "A reader",
        }
    }
}

impl Right {
    /// Returns the right as it follows "may not".
    pub fn words(self) -> &'static str {
        match self {
            Self::Open => "open the hub",
            Self::View => "see the record",
            Self::Record => "change the record",
            Self::Export => "print or export",
            Self::Import => "import",
            Self::BackUp => "make a backup",
            Self::Settings => "change the settings",
            Self::ApproveMinutes => "approve minutes",
            Self::OverrideGate => "table a referral that does not pass the gate",
            Self::OverrideProjector => "show more on the projector than the rules allow",
            Self::Dispose => "dispose of records",
            Self::ManageUsers => "manage users",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coordinator_does_everything_but_the_chairs_five() {
        for right in [Right::Record, Right::Export, Right::Import, Right::BackUp, Right::Settings] {
            assert!(Role::Coordinator.holds(right), "{right:?}");
        }
        for right in [
            Right::ApproveMinutes,
            Right::OverrideGate,
            Right::OverrideProjector,
            Right::Dispose,
            Right::ManageUsers,
        ] {
            assert!(!Role::Coordinator.holds(right), "{right:?}");
            assert!(Role::Chair.holds(right) && Role::Deputy.holds(right), "{right:?}");
        }
    }

    #[test]
    fn a_reader_views_and_takes_nothing_out() {
        assert!(Role::Reader.holds(Right::View));
        let refusal = Role::Reader.allow(Right::Export).unwrap_err();
        assert_eq!(refusal.to_string(), "A reader may not print or export");
    }
}
