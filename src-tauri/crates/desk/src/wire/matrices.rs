//! Scoring matrices and scoring factor by factor.

use chrono::NaiveDate;
use domain::case::CaseKind;
use domain::ids::{CaseId, ItemId, MatrixVersionId, MeetingId, ScoreId};
use domain::matrix::{FactorAnswer, Matrix, MatrixFault, MatrixKind, MatrixVersion};
use domain::reference::CaseReference;
use domain::score::{Points, Score, ScoreRoute, ScoreStage};

pub use domain::matrix::Reckoning;

wire! {
    /// Both matrices with their versions.
    pub struct MatricesView {
        /// The person matrix, then the location matrix.
        pub matrices: Vec<MatrixView>,
    }

    /// One of the two matrices.
    pub struct MatrixView {
        /// Which.
        pub kind: MatrixKind,
        /// Its name: `Person matrix`.
        pub name: String,
        /// Its versions, the one in force first.
        pub versions: Vec<MatrixVersionView>,
    }

    /// A version with what hangs on it.
    pub struct MatrixVersionView {
        /// The version.
        pub version: MatrixVersion,
        /// `Version 2`.
        pub name: String,
        /// `Default – not the county’s matrix`; empty for one that the hub saved.
        pub label: String,
        /// Whether new scores are made with it.
        pub in_force: bool,
        /// How many scores were made with it.
        pub scores: u32,
        /// How many cases have such scores.
        pub cases: u32,
        /// The lowest total that answers can make.
        pub lowest: Points,
        /// The highest.
        pub highest: Points,
    }

    /// Asks what is wrong with a draft, and what saving it does.
    pub struct CheckMatrix {
        /// Which matrix.
        pub kind: MatrixKind,
        /// The draft.
        pub matrix: Matrix,
    }

    /// What a draft comes to.
    pub struct MatrixCheck {
        /// What keeps it from being saved; nothing when it is whole.
        pub faults: Vec<MatrixFault>,
        /// The lowest total that answers can make.
        pub lowest: Points,
        /// The highest.
        pub highest: Points,
        /// What saving it does, in sentences.
        pub effect: String,
    }

    /// Asks to save a draft as the next version.
    pub struct AddMatrixVersion {
        /// Which matrix.
        pub kind: MatrixKind,
        /// The number of the version in force when the draft was begun.
        pub begun_from: u32,
        /// The draft; factors and options without a key are new.
        pub matrix: Matrix,
    }

    /// Asks what answers come to so far.
    pub struct ReckonScore {
        /// The matrix, saved or a draft.
        pub matrix: Matrix,
        /// The answers so far.
        pub answers: Vec<FactorAnswer>,
    }

    /// Asks for what a case is scored with.
    pub struct GetScoring {
        /// The case.
        pub case: CaseId,
    }

    /// What a case is scored with, and how it was scored before.
    pub struct ScoringView {
        /// The case.
        pub case: CaseId,
        /// Its reference.
        pub reference: CaseReference,
        /// What it is about.
        pub kind: CaseKind,
        /// The version in force.
        pub version: MatrixVersionView,
        /// The answers given before; absent when it was never scored factor by factor.
        pub previous: Option<PreviousAnswers>,
        /// The scores of the open or latest episode, in their order.
        pub scores: Vec<Score>,
        /// The stage that is likely meant.
        pub stage: ScoreStage,
        /// The day the episode was opened: no score is dated before.
        pub opened: NaiveDate,
        /// The day it was closed: no score is dated after; absent while open.
        pub closed: Option<NaiveDate>,
        /// How long the mid-point score is waited for, in words; absent while it is not.
        pub mid_point: Option<String>,
    }

    /// Answers given before.
    pub struct PreviousAnswers {
        /// The score that they made.
        pub score: Score,
        /// Whether it is one of an earlier episode.
        pub earlier_episode: bool,
        /// Whether it was made with another version: some answers may have no counterpart.
        pub other_version: bool,
        /// The answers.
        pub answers: Vec<FactorAnswer>,
    }

    /// Asks to score a case factor by factor.
    pub struct ScoreCase {
        /// The case.
        pub case: CaseId,
        /// The version that was answered.
        pub version: MatrixVersionId,
        /// An answer to each of its factors.
        pub answers: Vec<FactorAnswer>,
        /// When in the case's life.
        pub stage: ScoreStage,
        /// The day.
        pub on: NaiveDate,
        /// The route; needed at the start, unless the hub leaves none below the threshold.
        pub route: Option<ScoreRoute>,
        /// The reason for the second and third route, or a remark.
        pub reason: String,
    }

    /// Asks how a score came about.
    pub struct GetAnswers {
        /// The case.
        pub case: CaseId,
        /// The score.
        pub score: ScoreId,
    }

    /// How a score came about, factor by factor.
    pub struct AnswersView {
        /// The score.
        pub score: Score,
        /// A line for each factor, in the order of asking.
        pub answers: Vec<AnsweredFactor>,
    }

    /// What was answered to a factor.
    pub struct AnsweredFactor {
        /// The factor's title in the version that was answered.
        pub title: String,
        /// The answer.
        pub answer: String,
        /// What it added to the total.
        pub weight: Points,
    }

    /// Asks to let the audience look on while an item's case is scored.
    pub struct ShareScoring {
        /// The meeting.
        pub meeting: MeetingId,
        /// The item; it must be on the projector.
        pub item: ItemId,
        /// The version that is being answered.
        pub version: MatrixVersionId,
        /// The answers so far.
        pub answers: Vec<FactorAnswer>,
    }
}
