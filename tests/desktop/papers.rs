//! Agenda pack and minutes are made from the application, and their text is what the record says.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use acceptance::{Application, Display, Key, Outcome, eventually, sample_hub_of_today, sample_meetings};
use serde_json::Value;

/// Waits for the paper in the hub's own folder, where it lies for the viewer.
fn made(data: &Path, kind: &str) -> Outcome<PathBuf> {
    eventually(&format!("the paper of the {kind}"), || {
        let files = fs::read_dir(data.join("papers")).ok()?.flatten().map(|entry| entry.path());
        let mut papers = files.filter(|file| file.extension().is_some_and(|extension| extension == "pdf"));
        papers.find(|file| file.to_string_lossy().contains(kind))
    })
}

fn pages_of(paper: &Path) -> Outcome<Vec<String>> {
    let output = Command::new("pdftotext").arg("-layout").arg(paper).arg("-").output()?;
    let text = String::from_utf8(output.stdout)?;
    Ok(text.split('\u{c}').filter(|page| !page.trim().is_empty()).map(str::to_owned).collect())
}

fn assert_furniture(pages: &[String]) {
    for (at, page) in pages.iter().enumerate() {
        let (lines, number) = (page.lines().collect::<Vec<_>>(), format!("{} of {}", at + 1, pages.len()));
        assert!(page.contains(&number), "page {number} says so: {page}");
        let marked = lines.iter().filter(|line| line.contains("OFFICIAL-SENSITIVE")).count();
        assert!(marked >= 2, "page {number} is marked top and bottom: {page}");
        assert!(page.contains("SAMPLE"), "page {number} says that it is invented: {page}");
    }
}

fn assert_names_the_cases(pages: &[String], meeting: &Value) {
    let text = pages.concat();
    let references: Vec<&str> =
        meeting["items"].as_array().into_iter().flatten().filter_map(|it| it["reference"].as_str()).collect();
    assert!(references.len() > 3, "the meeting has cases: {meeting}");
    for reference in references {
        assert!(text.contains(reference), "{reference} is in the paper");
    }
}

/// Waits until the first page is drawn, so that some of it is ink, and photographs it.
async fn looked_at(application: &Application, kind: &str) -> Outcome<()> {
    application.shows("For printing").await?;
    let inked = "(() => {
        const page = document.querySelector('section[aria-label=\"Pages of the paper\"] canvas')
        if (!page?.dataset.drawn || page.width < 500) return false
        const dots = page.getContext('2d').getImageData(0, 0, page.width, page.height).data
        const dark = dots.filter((part, at) => at % 4 === 0 && part < 128).length
        return dark > page.width
    })()";
    application.comes_true("the picture of the first page", inked).await?;
    application.photograph(&format!("preview-{kind}")).await
}

#[tokio::test]
async fn a_copy_for_the_printer_holds_two_pages_on_a_side_and_leaves_with_the_lock() -> Outcome<()> {
    let (display, data) = (Display::start()?, sample_hub_of_today()?);
    let meetings = sample_meetings(data.path())?;
    let ahead = meetings.iter().find(|it| it["status"] == "planned").expect("the sample has a meeting ahead");
    let application = Application::open(&display, data.path()).await?;
    application.unlock("sample").await?;
    let address = format!("/meetings/{}/agenda", ahead["id"].as_str().unwrap_or_default());
    application.visit(&address, "Not on the agenda").await?;
    application.click("Preview pack").await?;
    looked_at(&application, "before-printing").await?;
    application.press(Key::End).await?;
    application.press("g").await?;
    application.choose("Double-sided").await?;
    application.choose("Two pages on a sheet").await?;
    application
        .comes_true("how much paper it takes", "/sheets? of paper/.test(document.body.textContent)")
        .await?;
    application.photograph("preview-last-page-grey").await?;
    application.press(Key::Control + "p").await?;
    let copy = made(data.path(), "to print")?;
    let told = Command::new("pdfinfo").arg(&copy).output()?;
    let told = String::from_utf8(told.stdout)?;
    assert!(told.contains("841.89 x 595.276 pts (A4)"), "two pages lie beside each other: {told}");
    application.press(Key::Control + "l").await?;
    application.shows("Unlock the sample hub").await?;
    assert!(!copy.exists(), "nothing that was opened stays behind the lock");
    application.close().await
}

#[tokio::test]
async fn agenda_and_minutes_are_made_and_say_what_the_record_says() -> Outcome<()> {
    let display = Display::start()?;
    let data = sample_hub_of_today()?;
    let meetings = sample_meetings(data.path())?;
    let meeting = |wanted: fn(&str) -> bool| {
        meetings
            .iter()
            .find(|it| it["status"].as_str().is_some_and(wanted))
            .expect("the sample has such a meeting")
    };
    let (ahead, past) = (meeting(|it| it == "planned"), meeting(|it| it == "approved" || it == "confirmed"));
    let application = Application::open(&display, data.path()).await?;
    application.unlock("sample").await?;
    let address = |meeting: &Value, part: &str| {
        format!("/meetings/{}/{part}", meeting["id"].as_str().unwrap_or_default())
    };

    application.visit(&address(ahead, "agenda"), "Not on the agenda").await?;
    application.click("Preview pack").await?;
    looked_at(&application, "agenda").await?;
    application.click("Open in the viewer").await?;
    let agenda = pages_of(&made(data.path(), "agenda")?)?;
    assert_furniture(&agenda);
    assert_names_the_cases(&agenda, ahead);

    application.visit(&address(past, "minutes"), "The meeting commenced at").await?;
    application.click("Preview minutes").await?;
    looked_at(&application, "minutes").await?;
    application.click("Open in the viewer").await?;
    let minutes = pages_of(&made(data.path(), "minutes")?)?;
    assert_furniture(&minutes);
    assert_names_the_cases(&minutes, past);
    application.press(Key::Escape).await?;
    application.shows("The meeting commenced at").await?;
    let listed = "document.querySelector('article table td:nth-child(2)')?.textContent";
    let action: String =
        application.page().execute(format!("return {listed}"), Vec::new()).await?.convert()?;
    let words: Vec<&str> = action.split_whitespace().take(3).collect();
    assert!(minutes.concat().contains(&words.join(" ")), "an action of the screen is on paper too: {action}");
    application.close().await
}
