//! Journeys of trust: who may open the hub, what lies in its copies, and who saw what.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a step of a journey that fails ends the test where it failed"
)]

mod access;
mod copies;
mod locking;
#[allow(dead_code, reason = "the scene is that of the meetings, of which these journeys use a part")]
#[path = "../meeting/scene.rs"]
mod scene;
#[path = "../support/mod.rs"]
mod support;
mod users;

use desk::commands;
use desk::failure::Failure;
use desk::wire::everything::*;
use support::Place;

fn unlock(place: &mut Place, passphrase: &str) -> Result<HubStatus, Failure> {
    commands::unlock(&mut place.desk, Unlock { passphrase: passphrase.into(), user: None })
}

fn lock(place: &mut Place) {
    commands::lock(&mut place.desk, Nothing {}).unwrap();
}

#[test]
fn the_documents_that_a_council_asks_for_come_with_the_program() {
    let mut place = Place::with_hub();
    for (document, begins) in [(Document::ImpactAssessment, "{\\rtf1"), (Document::Security, "# ")] {
        let path = place.folder.path().join("document");
        let request = SaveDocument { document, save_as: path.display().to_string() };
        commands::save_document(&mut place.desk, request).unwrap();
        assert!(std::fs::read_to_string(&path).unwrap().starts_with(begins));
    }
    let nowhere = SaveDocument { document: Document::Security, save_as: " ".into() };
    assert_eq!(
        commands::save_document(&mut place.desk, nowhere).unwrap_err().field.as_deref(),
        Some("save_as")
    );
}
