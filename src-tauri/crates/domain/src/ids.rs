//! Identifiers: one newtype over a UUIDv7 for each noun, so that a case's id cannot be handed in where an action's is meant.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Gives out identifiers; passed in, because the domain never asks the system for time or chance.
pub trait IdSource {
    /// Returns an identifier that was never given out before and sorts after the earlier ones.
    fn next_id(&mut self) -> Uuid;
}

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl $name {
            /// Takes the next identifier from `source`.
            pub fn new(source: &mut dyn IdSource) -> Self {
                Self(source.next_id())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }
    )*};
}

identifiers! {
    /// Identifies a user of this hub: somebody with a passphrase.
    UserId,
    /// Identifies a partner agency.
    AgencyId,
    /// Identifies a person who works for an agency.
    OfficerId,
    /// Identifies an area: a ward or locality of the hub's list.
    AreaId,
    /// Identifies a person the hub knows.
    SubjectId,
    /// Identifies a case.
    CaseId,
    /// Identifies one episode of a case.
    EpisodeId,
    /// Identifies one scoring of an episode.
    ScoreId,
    /// Identifies a version of a scoring matrix.
    MatrixVersionId,
    /// Identifies an action.
    ActionId,
    /// Identifies an entry in an action's log.
    ActionUpdateId,
    /// Identifies a usual action of the hub's list.
    ActionTemplateId,
    /// Identifies one setting of a light by a meeting.
    LightSettingId,
    /// Identifies an order or intervention.
    OrderId,
    /// Identifies a row of the list of types of orders.
    OrderTypeId,
    /// Identifies one step of an order.
    OrderEventId,
    /// Identifies a breach of an order.
    OrderBreachId,
    /// Identifies a review of an order.
    OrderReviewId,
    /// Identifies an offer of restorative justice, or an answer to one.
    OrderOfferId,
    /// Identifies a referral.
    ReferralId,
    /// Identifies one agency's answer to a referral check.
    AgencyCheckId,
    /// Identifies a link between two cases.
    CaseLinkId,
    /// Identifies a splitting or combining of cases.
    CaseMoveId,
    /// Identifies a count of calls or incidents.
    DemandCountId,
    /// Identifies a case's link to another forum.
    ForumLinkId,
    /// Identifies a meeting.
    MeetingId,
    /// Identifies an item of a meeting's agenda.
    ItemId,
    /// Identifies one attendance entry.
    AttendanceId,
    /// Identifies a key point noted under an item.
    KeyPointId,
    /// Identifies a decision taken under an item.
    DecisionId,
    /// Identifies an update that an agency sent in writing.
    WrittenUpdateId,
    /// Identifies a revision of a meeting's minutes.
    MinutesRevisionId,
    /// Identifies a version of a paper that went out.
    IssueId,
    /// Identifies what of such a version is about one case or referral.
    IssuePartId,
    /// Identifies the copy of one recipient.
    IssuedCopyId,
    /// Identifies an entry of the disclosure log.
    DisclosureId,
    /// Identifies a choice to keep or hold a record.
    RetentionChoiceId,
    /// Identifies a disposal.
    DisposalId,
}
