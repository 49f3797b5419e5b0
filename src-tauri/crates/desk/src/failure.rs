//! What the chair is told when something cannot be done: one place that turns every crate's errors into words.

use serde::{Deserialize, Serialize};
use store::StoreError;
use ts_rs::TS;

/// A code exists only where the window or the command line branches on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// It was refused; the message says why.
    Refused,
    /// The hub is locked: the unlock screen comes up.
    Locked,
    /// The passphrase is wrong, or has to wait.
    WrongPassphrase,
    /// The data is damaged.
    Damaged,
    /// Something is not settled, and the person may go on all the same.
    OpenEnds,
    /// Another program holds the hub; the command line tries again for a while.
    HeldElsewhere,
    /// The person called it off.
    Cancelled,
}

/// Why something could not be done, in words for a chair in front of fifteen people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    /// What the caller branches on.
    pub code: Code,
    /// What happened, in a plain sentence.
    pub message: String,
    /// What to do about it; absent when the message says it all.
    pub hint: Option<String>,
    /// The field of the request that it is about; absent when it is about none.
    pub field: Option<String>,
}

impl Failure {
    /// Returns a refusal with its sentence.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::of(Code::Refused, message)
    }

    /// Returns a failure of a code with its sentence.
    pub fn of(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: None, field: None }
    }

    /// Adds what to do about it.
    pub fn with_hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Names the field that it is about.
    pub fn at(self, field: &str) -> Self {
        Self { field: Some(field.to_owned()), ..self }
    }
}

impl Failure {
    /// Returns the refusal of the disk, in words.
    pub fn disk(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                Self::refused("The disk is full; nothing was written").with_hint("Make room and try again")
            }
            _ => Self::refused(format!("The file could not be written ({error})")),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let code = match &error {
            StoreError::WrongPassphrase | StoreError::WrongRecoveryKey | StoreError::Wait { .. } => {
                Code::WrongPassphrase
            }
            StoreError::HeldBy(_) => Code::HeldElsewhere,
            StoreError::Damaged { .. } | StoreError::Unreadable { .. } => Code::Damaged,
            _ => Code::Refused,
        };
        let field = (code == Code::WrongPassphrase).then(|| "passphrase".to_owned());
        Self { field, ..Self::of(code, error.to_string()) }
    }
}

impl From<exchange::ReadError> for Failure {
    fn from(error: exchange::ReadError) -> Self {
        Self::refused(error.to_string())
    }
}

impl From<exchange::LetterError> for Failure {
    fn from(error: exchange::LetterError) -> Self {
        Self::refused(error.to_string())
    }
}

/// Turns errors of the domain into refusals at their field.
macro_rules! refusals {
    ($($error:path => |$each:ident| $field:expr;)*) => {$(
        impl From<$error> for Failure {
            fn from($each: $error) -> Self {
                let field: Option<&str> = $field;
                Self { field: field.map(str::to_owned), ..Self::refused($each.to_string()) }
            }
        }
    )*};
}

refusals! {
    domain::action::ActionError => |error| match error {
        domain::action::ActionError::NothingToDo => Some("what"),
        domain::action::ActionError::DueBeforeRaised { .. } => Some("due"),
        domain::action::ActionError::DoneBeforeRaised { .. } => Some("on"),
        domain::action::ActionError::LightWithoutReason
        | domain::action::ActionError::NoReason(_)
        | domain::action::ActionError::DeclinedWithoutReason => Some("reason"),
        domain::action::ActionError::ToldByNobody => Some("told_by"),
        domain::action::ActionError::AnsweredBeforeRaised { .. }
        | domain::action::ActionError::EscalatedBeforeRaised { .. }
        | domain::action::ActionError::InFuture => Some("on"),
        domain::action::ActionError::SameOwner => Some("agency"),
        domain::action::ActionError::EscalatedToNobody => Some("to"),
        domain::action::ActionError::NotAsked | domain::action::ActionError::IsOver(_) => None,
    };
    domain::mistake::NotTakenBack => |error| match error {
        domain::mistake::NotTakenBack::RaisedElsewhere | domain::mistake::NotTakenBack::MovedOn => None,
    };
    domain::case::CaseError => |error| match error {
        domain::case::CaseError::PropertyWithoutPlace => Some("place"),
        domain::case::CaseError::CombinedWithItself(_)
        | domain::case::CaseError::CombinedInCircle { .. } => Some("into"),
        _ => None,
    };
    domain::action_template::TemplateError => |error| Some(match error {
        domain::action_template::TemplateError::Days => "days",
        _ => "what",
    });
    domain::episode::EpisodeError => |error| match error {
        domain::episode::EpisodeError::ReopenedWithoutReason => Some("reason"),
        _ => Some("on"),
    };
    domain::combining::MoveError => |error| match error {
        domain::combining::MoveError::Case(domain::case::CaseError::PropertyWithoutPlace) => Some("place"),
        domain::combining::MoveError::Case(domain::case::CaseError::CombinedWithItself(_))
        | domain::combining::MoveError::Case(domain::case::CaseError::CombinedInCircle { .. })
        | domain::combining::MoveError::IntoSignpost { .. }
        | domain::combining::MoveError::IntoClosed(_) => Some("into"),
        domain::combining::MoveError::NotALetter | domain::combining::MoveError::LetterTaken(_) => {
            Some("letter")
        }
        domain::combining::MoveError::ListChanged(_) => Some("goes"),
        _ => None,
    };
    domain::demand::DemandError => |error| Some(match error {
        domain::demand::DemandError::EndsBeforeItBegins { .. }
        | domain::demand::DemandError::InTheFuture(_) => "last_day",
        domain::demand::DemandError::CountedTwice { .. } => "first_day",
        domain::demand::DemandError::NoSource | domain::demand::DemandError::LongSource => "source",
    });
    domain::forum::ForumError => |error| Some(match error {
        domain::forum::ForumError::EndsBeforeItBegins { .. } => "until",
        domain::forum::ForumError::InTheFuture(_) => "since",
        _ => "forum",
    });
    domain::order::OrderError => |error| match error {
        domain::order::OrderError::NoKind => Some("kind"),
        domain::order::OrderError::EndedWithoutOutcome | domain::order::OrderError::OutcomeBeforeEnd => {
            Some("outcome")
        }
        domain::order::OrderError::Backwards { field, .. }
        | domain::order::OrderError::InFuture { field, .. }
        | domain::order::OrderError::NothingSaid { field, .. } => Some(field),
        domain::order::OrderError::NoReason(_) => Some("reason"),
        domain::order::OrderError::NoLookAgain => Some("review_on"),
        domain::order::OrderError::NotExpiredYet { .. }
        | domain::order::OrderError::FailedAfterExpiry { .. } => Some("outcome"),
        domain::order::OrderError::AfterItsEnd { .. } => Some("on"),
        domain::order::OrderError::NotFromHere { .. } => Some("stage"),
        domain::order::OrderError::NotInPlace { .. }
        | domain::order::OrderError::NoRestorativeJustice(_)
        | domain::order::OrderError::StaysTaken(_) => None,
    };
    domain::order::OrderTypeError => |error| match error {
        domain::order::OrderTypeError::NoName | domain::order::OrderTypeError::Known(_) => Some("name"),
        domain::order::OrderTypeError::NoSource => Some("source"),
        domain::order::OrderTypeError::Period { field, .. } => Some(field),
        domain::order::OrderTypeError::ExtendedToLess => Some("extendable_to"),
        domain::order::OrderTypeError::BeginsTooEarly(_) => Some("from"),
        domain::order::OrderTypeError::Over(_) => None,
    };
    domain::referral::ReferralError => |error| match error {
        domain::referral::ReferralError::NoProblem => Some("problem"),
        domain::referral::ReferralError::GateClosed
        | domain::referral::ReferralError::TriedTakenBack(_) => Some("tried"),
        domain::referral::ReferralError::OverrideWithoutReason => Some("override_reason"),
        domain::referral::ReferralError::NoOutcome | domain::referral::ReferralError::OutcomeTwice(_) => {
            Some("outcomes")
        }
        domain::referral::ReferralError::NoNote => Some("note"),
        domain::referral::ReferralError::DecidedInTheFuture
        | domain::referral::ReferralError::DecidedBeforeReceived { .. } => Some("on"),
        domain::referral::ReferralError::ReceivedInTheFuture
        | domain::referral::ReferralError::ReceivedAfterDecided(_) => Some("received_on"),
        domain::referral::ReferralError::ReplyInTheFuture => Some("replied_on"),
        domain::referral::ReferralError::NotAnEmailAddress(_) => Some("referrer_email"),
        domain::referral::ReferralError::AlreadyDecided { .. } => None,
    };
    domain::guide::GuideError => |_error| Some("answers");
    domain::settings::SettingsError => |error| Some(match error {
        domain::settings::SettingsError::NoHub => "hub",
        domain::settings::SettingsError::Prefix => "prefix",
        domain::settings::SettingsError::NoMarking => "marking",
        domain::settings::SettingsError::SlotLength => "slots",
        domain::settings::SettingsError::MeetingLength => "meeting_minutes",
        domain::settings::SettingsError::Bands => "bands",
        domain::settings::SettingsError::Retention => "retention",
        domain::settings::SettingsError::MidPointWeeks => "weeks",
        domain::settings::SettingsError::MidPointReviews => "reviews",
        domain::settings::SettingsError::LockMinutes => "lock_minutes",
    });
    domain::retention::RetentionError => |error| match error {
        domain::retention::RetentionError::NoReason => Some("why"),
        domain::retention::RetentionError::NotAhead | domain::retention::RetentionError::NoLonger(_) => {
            Some("until")
        }
        domain::retention::RetentionError::NothingChosen => Some("records"),
        _ => None,
    };
    domain::deciding::DecisionError => |error| match error {
        domain::deciding::DecisionError::NoWords => Some("text"),
        domain::deciding::DecisionError::NoScheme => Some("scheme"),
        _ => None,
    };
    domain::matrix::MatrixError => |error| match &error {
        domain::matrix::MatrixError::Fault(fault) => Some(fault.at.as_str()),
        _ => None,
    };
    domain::matrix::AnswerError => |_error| Some("answers");
    domain::scoring::ScoreError => |error| match &error {
        domain::scoring::ScoreError::NoReason => Some("reason"),
        domain::scoring::ScoreError::BelowNought => Some("total"),
        domain::scoring::ScoreError::BeforeOpened(_)
        | domain::scoring::ScoreError::AfterClosed(_)
        | domain::scoring::ScoreError::InFuture => Some("on"),
        domain::scoring::ScoreError::Answers(_) => Some("answers"),
        domain::scoring::ScoreError::NoRoute | domain::scoring::ScoreError::RouteDoesNotFit { .. } => {
            Some("route")
        }
        domain::scoring::ScoreError::OtherMatrix(_) => None,
    };
    domain::room::SharingError => |_error| None;
    domain::meeting::MeetingError => |_error| None;
    domain::report::NoPeriod => |_error| Some("to");
    domain::rights::NotAllowed => |_error| None;
    domain::users::NobodyManages => |_error| Some("role");
    domain::users::NameTaken => |_error| Some("name");
    domain::users::TooShort => |_error| Some("passphrase");
}

impl From<domain::closing::ClosingError> for Failure {
    fn from(error: domain::closing::ClosingError) -> Self {
        let refused = Self::refused(error.to_string());
        match error {
            domain::closing::ClosingError::NoScore => refused
                .at("no_score_because")
                .with_hint("Otherwise nobody can tell later whether it was re-scored"),
            _ => refused.at("actions"),
        }
    }
}

impl Failure {
    /// Returns the refusal of a request that cannot be read; reached only by a caller that does not hold to the contract.
    pub fn unreadable(error: serde_json::Error) -> Self {
        Self::refused(format!("The request cannot be read: {error}"))
    }
}
