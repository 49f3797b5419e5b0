//! The preview of an agenda pack in the real window: how soon it shows what was changed of a case.

use acceptance::{Application, Display, Key, Outcome, hub_tasking};
use serde_json::{Value, json};

use super::figures::{Figure, print_heading, print_pace};
use super::{meeting, recorder};

/// How many items the pack holds.
const ITEMS: usize = 60;
/// How often something of a case is changed.
const RUNS: usize = 32;
const LIMIT: f64 = 100.0;

/// What is drawn of the pages in sight.
const PICTURES: &str =
    "[...document.querySelectorAll('.page canvas')].map((page) => page.dataset.drawn).join(' ')";

/// Prints how long the preview takes to show a change, from the asking for it.
pub async fn print() -> Outcome<()> {
    let place = tempfile::tempdir()?;
    let (data, times) = (place.path().join("hub"), place.path().join("times"));
    hub_tasking(&data, "", &["hub", "sample", "--cases", "3000"])?.well()?;
    let display = Display::start()?;
    let application = Application::open_timed(&display, &data, &times).await?;
    application.unlock("sample").await?;
    application.shows("Before the pack goes out").await?;
    let (meeting, _) = meeting::fill(&application, ITEMS).await?;
    let wanted = json!({ "paper": "agenda", "meeting": meeting });
    let (page, action) = shown_action(&application, &wanted).await?;
    let go = "location.hash = '#/preview/' + encodeURIComponent(arguments[0])";
    application.page().execute(go, vec![json!(wanted.to_string())]).await?;
    application.comes_true("the first page", "document.querySelector('.page canvas')?.dataset.drawn").await?;
    for _ in 1..page {
        application.press(Key::Right).await?;
    }
    let in_sight =
        format!("document.querySelector('.page canvas[aria-label^=\"Page {page} of\"]')?.dataset.drawn");
    application.comes_true("the page of the case", &in_sight).await?;
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
    println!("\nthe preview of a pack of {ITEMS} items, at the page of the case");
    print_heading();
    figure.print();
    print_pace(&presses.iter().map(|noted| noted.work).collect::<Vec<_>>());
    application.close().await
}

/// Returns the first page of the pack that shows an open action, and the key of that.
async fn shown_action(application: &Application, wanted: &Value) -> Outcome<(u64, Value)> {
    let choices = json!({ "pages": null, "sides": "single", "two_up": false });
    let ask = json!({ "wanted": wanted, "pages": [], "known": [], "outlined": [], "choices": choices, "opening": false });
    let paper = application.ask("preview_paper", ask).await??;
    let actions = application.ask("list_actions", json!({})).await??;
    let rows = actions["rows"].as_array().ok_or("the actions are no list")?;
    let is_of = |row: &Value, part: &Value| row["reference"] == part["name"] && row["days_late"] != 0;
    let found = paper["parts"].as_array().into_iter().flatten().find_map(|part| {
        let row = rows.iter().find(|row| is_of(row, part))?;
        Some((part["page"].as_u64()?, row["id"].clone()))
    });
    found.ok_or_else(|| "no case of the pack has an action that is late".into())
}
