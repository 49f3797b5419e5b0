//! Hubs from before there were matrices, and what the database itself refuses about versions and answers.

use domain::ids::{CaseId, EpisodeId, MatrixVersionId, ScoreId};
use domain::matrix::{FactorAnswer, MatrixKind, MatrixVersion};
use domain::score::{Points, Score, ScoreAnswers, ScoreStage};
use rusqlite::Connection;

use super::*;
use crate::migration::{apply, migrate};
use crate::reader::Reader;

const FIRST: &str = include_str!("../migrations/0001_record.sql");

#[test]
fn scores_of_an_older_hub_keep_their_totals_and_have_no_answers() {
    let mut connection = Connection::open_in_memory().unwrap();
    apply(&mut connection, &[FIRST]).unwrap();
    connection
        .execute_batch(
            "PRAGMA foreign_keys = OFF; INSERT INTO score VALUES (x'00000000000000000000000000000001', x'00000000000000000000000000000002', \
             1, 'start', '2026-10-06', 5250, 'total only', 'over_threshold', '', 'A Field', 0)",
        )
        .unwrap();
    migrate(&mut connection).unwrap();
    let scores = Reader { connection: &connection }.list_scores().unwrap();
    assert_eq!(scores.len(), 1);
    assert_eq!((scores[0].total, scores[0].matrix.as_str()), (Points::hundredths(5250), "total only"));
    assert_eq!(scores[0].answers, None);
    assert!(Reader { connection: &connection }.list_matrix_versions().unwrap().is_empty());
}

/// Returns a hub with one case scored by the shipped person matrix.
fn scored() -> (Store, TempDir) {
    let (mut store, folder) = hub();
    let version = MatrixVersion::shipped(MatrixKind::Person);
    let id = Uuid::from_u128;
    let case = domain::case::Case::new(
        CaseId(id(50)),
        domain::reference::CaseReference::new("CSH", 1),
        domain::case::CaseKind::Person,
    );
    let day = "2026-10-06".parse().unwrap();
    let chosen = vec![FactorAnswer { factor: "frequency".into(), option: "daily".into() }];
    let score = Score {
        id: ScoreId(id(52)),
        episode: EpisodeId(id(51)),
        serial: 1,
        stage: ScoreStage::Start,
        on: Some(day),
        total: Points::hundredths(1025),
        matrix: version.words(),
        answers: Some(ScoreAnswers { version: version.id, chosen }),
        route: None,
        reason: String::new(),
        scorer: "A Field".into(),
    };
    store
        .write(&Author::of(CHAIR), NOW, |writer| -> Result<(), StoreError> {
            writer.put_case(&case)?;
            writer.put_episode(&domain::episode::Episode::first(EpisodeId(id(51)), case.id, day))?;
            writer.add_matrix_version(&version)?;
            writer.add_score(&score)?;
            assert_eq!(writer.scores_of(case.id)?, [score]);
            assert_eq!((writer.scores_made_with(version.id)?, writer.cases_scored_with(version.id)?), (1, 1));
            Ok(())
        })
        .unwrap();
    (store, folder)
}

#[test]
fn the_database_itself_refuses_to_alter_a_version_or_the_answers_of_a_score() {
    let (store, _folder) = scored();
    for sql in [
        "UPDATE matrix_version SET definition = replace(definition, '10', '1')",
        "UPDATE matrix_version SET removed = 1",
        "DELETE FROM matrix_version",
        "UPDATE score SET answers = '[]'",
        "UPDATE score SET matrix_version = NULL",
        "UPDATE score SET total = 5",
    ] {
        let refused = store.connection.execute_batch(sql).unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{sql}: {refused}");
    }
}

#[test]
fn a_version_once_written_is_refused_with_another_definition() {
    let (mut store, _folder) = scored();
    let mut other = MatrixVersion::shipped(MatrixKind::Person);
    other.matrix.threshold = Points::whole(1);
    let refused = store.write(&Author::of(CHAIR), NOW, |writer| writer.add_matrix_version(&other));
    assert!(matches!(refused, Err(StoreError::AppendOnly { table: "matrix_version" })), "{refused:?}");
    let second = MatrixVersion { id: MatrixVersionId(Uuid::from_u128(60)), number: 2, ..other };
    let twice = MatrixVersion { id: MatrixVersionId(Uuid::from_u128(61)), ..second.clone() };
    store.write(&Author::of(CHAIR), NOW, |writer| writer.add_matrix_version(&second)).unwrap();
    let refused = store.write(&Author::of(CHAIR), NOW, |writer| writer.add_matrix_version(&twice));
    assert!(refused.is_err(), "each number once a kind");
    let kept = store.read(|reader| reader.list_matrix_versions()).unwrap();
    assert_eq!(kept, [MatrixVersion::shipped(MatrixKind::Person), second]);
}
