//! Agenda and minutes are made by the command line, and their text is what the record says.

use std::{fs, path::Path, process::Command};

use acceptance::{Outcome, hub_tasking, sample_hub};

const TODAY: &str = "2026-11-18";

fn meeting_with(data: &Path, statuses: &[&str]) -> Outcome<serde_json::Value> {
    let meetings = hub_tasking(data, "sample", &["meeting", "list", "--json", "--today", TODAY])?.json()?;
    let wanted = |meeting: &&serde_json::Value| statuses.iter().any(|status| meeting["status"] == *status);
    let found = meetings.as_array().and_then(|all| all.iter().find(wanted)).cloned();
    found.ok_or_else(|| format!("no meeting is {statuses:?}: {meetings}").into())
}

fn paper(data: &Path, kind: &str, meeting: &serde_json::Value, file: &Path) -> Outcome<()> {
    let id = meeting["id"].as_str().unwrap_or_default();
    let out = file.display().to_string();
    let arguments = ["paper", kind, "--meeting", id, "--out", &out, "--today", TODAY];
    hub_tasking(data, "sample", &arguments)?.well().map(drop)
}

fn text_of(file: &Path) -> Outcome<String> {
    let output = Command::new("pdftotext").arg("-layout").arg(file).arg("-").output()?;
    Ok(String::from_utf8(output.stdout)?)
}

#[test]
fn an_agenda_holds_every_item_marked_on_every_page() -> Outcome<()> {
    let data = sample_hub(TODAY)?;
    let meeting = meeting_with(data.path(), &["planned", "issued"])?;
    let file = data.path().join("agenda.pdf");
    paper(data.path(), "agenda", &meeting, &file)?;
    let text = text_of(&file)?;
    for item in meeting["items"].as_array().into_iter().flatten() {
        if let Some(reference) = item["reference"].as_str() {
            assert!(text.contains(reference), "{reference} is on the agenda");
        }
    }
    for (at, page) in text.split('\u{c}').filter(|page| !page.trim().is_empty()).enumerate() {
        assert!(page.contains("SAMPLE"), "page {} carries the sample's marking", at + 1);
    }
    let checked = Command::new("qpdf").arg("--check").arg(&file).output()?;
    assert!(checked.status.success(), "it is a sound PDF: {}", String::from_utf8_lossy(&checked.stdout));
    Ok(())
}

#[test]
fn minutes_of_a_past_meeting_are_made() -> Outcome<()> {
    let data = sample_hub(TODAY)?;
    let meeting = meeting_with(data.path(), &["concluded", "approved", "confirmed"])?;
    let file = data.path().join("minutes.pdf");
    paper(data.path(), "minutes", &meeting, &file)?;
    let text = text_of(&file)?;
    assert!(text.to_lowercase().contains("minutes"), "it says what it is");
    assert!(text.contains("DEMO."), "it names the cases discussed");
    Ok(())
}

#[test]
fn every_other_paper_is_made_and_says_what_it_is() -> Outcome<()> {
    let data = sample_hub(TODAY)?;
    let at = |statuses: &[&str]| -> Outcome<String> {
        Ok(meeting_with(data.path(), statuses)?["id"].as_str().unwrap_or_default().to_owned())
    };
    let (ahead, over) = (at(&["planned", "issued"])?, at(&["approved", "confirmed"])?);
    let file = data.path().join("paper.pdf");
    let out = file.display().to_string();
    for (arguments, says) in [
        (vec!["agenda", "--part-1", "--meeting", &ahead], "Part 1"),
        (vec!["minutes", "--formal", "--meeting", &over], "APOLOGIES FOR ABSENCE"),
        (vec!["name-key", "--meeting", &over], "Key to names"),
        (vec!["actions"], "All open actions"),
        (vec!["actions", "--agency", "police"], "Open actions of"),
        (vec!["register", "--closed"], "Open and closed cases"),
        (vec!["report", "--from", "2026-04-01", "--to", "2027-03-31"], "new cases"),
        (
            vec!["report", "--from", "2026-04-01", "--to", "2027-03-31", "--published"],
            "Report for publication",
        ),
        (vec!["study", "DEMO.3"], "Case study"),
        (vec!["disclosures", "--from", "2026-04-01", "--to", "2027-03-31"], "Disclosure log"),
        (vec!["access", "DEMO.45"], "Who saw what of one person"),
    ] {
        let all = [&["paper"], &arguments[..], &["--out", &out, "--today", TODAY]].concat();
        hub_tasking(data.path(), "sample", &all)?.well()?;
        let text = text_of(&file)?;
        assert!(text.contains(says), "{arguments:?} says {says}: {text}");
    }
    Ok(())
}

#[test]
fn the_same_meeting_makes_the_same_bytes() -> Outcome<()> {
    let made = || -> Outcome<Vec<u8>> {
        let data = sample_hub(TODAY)?;
        let file = data.path().join("agenda.pdf");
        paper(data.path(), "agenda", &meeting_with(data.path(), &["planned", "issued"])?, &file)?;
        Ok(fs::read(file)?)
    };
    assert_eq!(made()?, made()?, "same arguments, same paper");
    Ok(())
}

#[test]
fn some_pages_are_printed_two_on_a_side_and_for_both_sides() -> Outcome<()> {
    let data = sample_hub(TODAY)?;
    let meeting = meeting_with(data.path(), &["planned", "issued"])?;
    let (id, file) = (meeting["id"].as_str().unwrap_or_default(), data.path().join("print.pdf"));
    let out = file.display().to_string();
    let print = |more: &[&str]| -> Outcome<_> {
        let arguments = ["paper", "agenda", "--meeting", id, "--out", &out, "--today", TODAY];
        hub_tasking(data.path(), "sample", &[&arguments, more].concat())
    };
    print(&["--pages", "2-4"])?.well()?;
    let some = text_of(&file)?;
    assert!(
        some.contains("Page 2 of") && some.contains("Page 4 of") && !some.contains("Page 1 of"),
        "{some}"
    );
    print(&["--two-up", "--double-sided"])?.well()?;
    let told = String::from_utf8(Command::new("pdfinfo").arg(&file).output()?.stdout)?;
    assert!(told.contains("841.89 x 595.276 pts (A4)"), "the sheet lies on its side: {told}");
    fs::remove_file(&file)?;
    for (pages, why) in [("4-2", "does not come after the last"), ("2-9999", "The paper has")] {
        let refused = print(&["--pages", pages])?;
        assert!(refused.code != Some(0) && refused.complained.contains(why), "{}", refused.complained);
        assert!(!file.exists(), "nothing is written for pages that are not there");
    }
    Ok(())
}

#[test]
fn a_paper_is_drawn_from_a_file_without_a_hub_or_a_passphrase() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let hub = folder.path().join("no-hub-here");
    let (model, out) = (folder.path().join("model.json"), folder.path().join("sheet.pdf"));
    let sheet = serde_json::json!({
        "version": 1, "paper": "sheet", "model": {
            "hub": "Northbridge Community Safety Hub", "marking": { "text": "OFFICIAL-SENSITIVE" },
            "title": "Room plan", "subtitle": "Fire station", "date": "2026-11-24",
            "opening": ["Asked 李 twice."], "parts": [], "closing": [],
        },
    });
    let render = || -> Outcome<_> {
        let (model, out) = (model.display().to_string(), out.display().to_string());
        hub_tasking(&hub, "", &["paper", "render", &model, "--out", &out])
    };
    fs::write(&model, sheet.to_string())?;
    let said = render()?;
    assert_eq!(said.code, Some(0), "{}", said.complained);
    assert!(said.complained.contains("“李” in “李”, page 1"), "boxes are named: {}", said.complained);
    assert!(text_of(&out)?.contains("Room plan"));
    let nowhere = folder.path().join("nowhere/sheet.pdf").display().to_string();
    let unwritten =
        hub_tasking(&hub, "", &["paper", "render", &model.display().to_string(), "--out", &nowhere])?;
    assert_eq!(unwritten.code, Some(1));
    assert!(
        unwritten.complained.contains("No typeface has “李”"),
        "said before writing: {}",
        unwritten.complained
    );
    assert!(!hub.exists(), "no hub was made");
    fs::remove_file(&out)?;
    fs::write(&model, sheet.to_string().replace("\"version\":1", "\"version\":2"))?;
    let refused = render()?;
    assert_eq!(refused.code, Some(1));
    assert!(refused.complained.contains("Version 2 of a paper is not known"), "{}", refused.complained);
    assert!(!out.exists(), "nothing is written for a file that is no paper");
    Ok(())
}
