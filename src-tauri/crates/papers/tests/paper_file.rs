//! A paper as a file: read back as it was written, refused in plain words, told apart by its digest.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod samples;
mod tools;

use papers::model::{Copy, Stamp};
use papers::{Paper, PaperFile, digest};
use samples::{pack, record};
use serde_json::{Value, json};

fn written() -> Value {
    serde_json::from_str(&PaperFile::of(Paper::Agenda(pack())).write().unwrap()).unwrap()
}

fn refused(file: &Value) -> String {
    PaperFile::read(&file.to_string()).unwrap_err().to_string()
}

#[test]
fn every_sample_is_read_back_as_it_was_written() {
    for (name, paper) in samples::all() {
        let file = PaperFile::of(paper);
        assert!(PaperFile::read(&file.write().unwrap()).unwrap() == file, "{name}");
    }
}

#[test]
fn what_is_no_paper_of_this_version_is_refused_in_plain_words() {
    let with = |change: &dyn Fn(&mut Value)| {
        let mut file = written();
        change(&mut file);
        refused(&file)
    };
    assert_eq!(
        with(&|file| file["version"] = json!(2)),
        "Version 2 of a paper is not known; this program knows version 1."
    );
    assert_eq!(
        with(&|file| drop(file.as_object_mut().unwrap().remove("version"))),
        "The paper does not say its version, such as \"version\": 1."
    );
    let unknown = with(&|file| file["paper"] = json!("poster"));
    assert!(unknown.starts_with("A paper “poster” is not known. These are: agenda, minutes,"), "{unknown}");
    assert_eq!(
        with(&|file| file["model"]["cases"][0]["weather"] = json!("fine")),
        "The paper “agenda” has no field “weather”."
    );
    assert_eq!(with(&|file| file["weather"] = json!("fine")), "The paper “agenda” has no field “weather”.");
    assert_eq!(
        with(&|file| drop(file["model"].as_object_mut().unwrap().remove("hub"))),
        "The paper “agenda” lacks the field “hub”."
    );
    assert!(with(&|file| file["model"]["date"] = json!("Tuesday")).contains("cannot be read"));
    assert_eq!(PaperFile::read("{\n]").unwrap_err().to_string(), "This is not JSON: line 2 cannot be read.");
    assert!(refused(&json!([1])).starts_with("This is not a paper"));
}

#[test]
fn every_copy_of_a_version_has_the_same_digest_and_no_other_version_has_it() {
    let plain = digest(&Paper::Agenda(pack()));
    assert_eq!(plain.len(), 64);
    assert!(plain.chars().all(|digit| digit.is_ascii_hexdigit() && !digit.is_ascii_uppercase()));
    let mut other = pack();
    other.copy = Some(Copy { number: Some(9), of: Some(14), recipient: "Housing".into() });
    other.marking.stamp = Some(Stamp { digest: plain.clone(), audit: Some("4711 8d2e61f0".into()) });
    assert_eq!(
        digest(&Paper::Agenda(other.clone())),
        plain,
        "neither copy nor stamp changes what was issued"
    );
    other.cases[0].why_here.push('.');
    assert_ne!(digest(&Paper::Agenda(other)), plain);
}

#[test]
fn the_stamp_stands_in_the_foot_of_every_page_and_is_not_read_out() {
    let mut paper = record();
    let whole = digest(&Paper::Minutes(paper.clone()));
    paper.marking.stamp = Some(Stamp { digest: whole.clone(), audit: Some("4711 8d2e61f0".into()) });
    let drawn = tools::minutes(&paper);
    let line = format!("Paper {} · audit 4711 8d2e61f0", &whole[..8]);
    for page in drawn.pages() {
        assert!(page.contains(&line), "{page}");
    }
    assert!(!drawn.structure().contains(&whole[..8]));
    paper.marking.stamp = None;
    assert!(!tools::minutes(&paper).text().contains(&whole[..8]));
}
