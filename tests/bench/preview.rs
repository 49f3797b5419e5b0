//! The preview of an agenda pack in the real window: how soon it shows what was changed of a case.

use acceptance::{Application, Display, Outcome, hub_tasking};
use serde_json::{Value, json};

use super::figures::{Figure, print_heading};
use super::{meeting, recorder};

/// How many items the pack holds.
const ITEMS: usize = 60;
/// How often something of a case is changed.
const RUNS: usize = 32;
const LIMIT: f64 = 100.0;

/// The pictures of the pages in sight, once the web view has read all of them.
const PICTURES: &str = "(() => {
    const pages = [...document.querySelectorAll('.page img')]
    return pages.every((page) => page.complete) ? pages.map((page) => page.src).join(' ') : bench.before
})()";

/// Prints how long the preview takes to show a change, from the asking for it.
pub async fn print() -> Outcome<()> {
    let place = tempfile::tempdir()?;
    let (data, times) = (place.path().join("hub"), place.path().join("times"));
    hub_tasking(&data, "", &["hub", "sample", "--cases", "3000"])?.well()?;
    let display = Display::start()?;
    let application = Application::open_timed(&display, &data, &times).await?;
    application.unlock("sample").await?;
    application.shows("Before the pack goes out").await?;
    let (meeting, agenda) = meeting::fill(&application, ITEMS).await?;
    let action = action_of(&application, &agenda).await?;
    let wanted = json!({ "paper": "agenda", "meeting": meeting }).to_string();
    let go = "location.hash = '#/preview/' + encodeURIComponent(arguments[0])";
    application.page().execute(go, vec![json!(wanted)]).await?;
    application.comes_true("the first page", "document.querySelector('.page img')?.complete").await?;
    recorder::begin(&application).await?;
    recorder::settled(&application).await?;
    let mut presses = Vec::new();
    for run in 1..=RUNS {
        recorder::watch(&application, PICTURES).await?;
        let change = "bench.keys.push({ at: performance.timeOrigin + performance.now() })
            window.__TAURI_INTERNALS__.invoke('add_action_update', { request: arguments[0] })";
        let update = json!({ "id": action, "text": format!("visit {run} was made"), "on": null });
        application.page().execute(change, vec![update]).await?;
        presses.push(recorder::settled(&application).await?);
    }
    let desk = recorder::desk(&times)?;
    let runs = presses.iter().filter_map(|noted| recorder::split(noted.key?, noted, &noted.calls, &desk));
    let figure = Figure {
        what: "update of a case, written",
        window: "preview",
        limit: LIMIT,
        is_key: false,
        runs: runs.collect(),
    };
    println!("\nthe preview of a pack of {ITEMS} items, at its first page");
    print_heading();
    figure.print();
    application.close().await
}

/// Returns the key of an action of a case on the agenda.
async fn action_of(application: &Application, agenda: &Value) -> Outcome<Value> {
    let groups = agenda["groups"].as_array().into_iter().flatten();
    let items = groups.filter_map(|group| group["items"].as_array()).flatten();
    let references: Vec<&Value> = items.map(|item| &item["reference"]).collect();
    let actions = application.ask("list_actions", json!({})).await??;
    let mut rows = actions["rows"].as_array().into_iter().flatten();
    let of_agenda = rows.find(|row| references.contains(&&row["reference"]));
    Ok(of_agenda.ok_or("no case on the agenda has an action")?["id"].clone())
}
