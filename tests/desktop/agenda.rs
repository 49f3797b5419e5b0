//! The coordinator builds Tuesday's agenda: adds, lengthens, moves, takes off, issues.

use acceptance::{Application, Display, Key, Outcome, sample_hub_of_today, sample_meetings};
use serde_json::{Value, json};

fn items(agenda: &Value) -> Vec<Value> {
    let groups = agenda["groups"].as_array().into_iter().flatten();
    groups.flat_map(|group| group["items"].as_array().cloned().unwrap_or_default()).collect()
}

fn item(agenda: &Value, reference: &str) -> Option<Value> {
    items(agenda).into_iter().find(|item| item["reference"] == reference)
}

#[tokio::test]
async fn a_case_is_added_lengthened_moved_and_taken_off_and_the_agenda_is_issued() -> Outcome<()> {
    let display = Display::start()?;
    let data = sample_hub_of_today()?;
    let planned = sample_meetings(data.path())?.into_iter().find(|meeting| meeting["status"] == "planned");
    let meeting = json!({ "meeting": planned.expect("the sample plans the next meeting")["id"] });
    let application = Application::open(&display, data.path()).await?;
    application.unlock("sample").await?;
    application.click("Meetings").await?;
    application.click("Open the agenda").await?;
    application.shows("Not on the agenda").await?;
    let before = application.ask("get_agenda", meeting.clone()).await??;
    let added =
        before["not_on_it"].as_array().into_iter().flatten().find(|it| it["about"]["about"] == "case");
    let added = added.and_then(|it| it["reference"].as_str()).expect("a case is not on it").to_owned();

    application.click("Add an item…").await?;
    application.type_into("Find", &added).await?;
    application.click(&format!("Add {added}")).await?;
    application.until("get_agenda", meeting.clone(), |agenda| item(agenda, &added).is_some()).await?;
    application.click_in_dialog("Done").await?;

    let minutes = application.field(&format!("Minutes of {added}")).await?;
    minutes.clear().await?;
    minutes.send_keys("23" + Key::Enter).await?;
    let lengthened = |agenda: &Value| item(agenda, &added).is_some_and(|item| item["minutes"] == 23);
    let longer = application.until("get_agenda", meeting.clone(), lengthened).await?;
    let order = items(&longer);
    let place = order.windows(2).position(|pair| pair.iter().all(|it| it["about"]["about"] == "case"));
    let moved = &order[place.expect("two cases follow each other") + 1];
    let (name, place) = (moved["reference"].as_str().unwrap_or_default(), moved["position"].as_u64());
    application.click(&format!("Move {name} up")).await?;
    let higher = place.map(|place| place - 1).unwrap_or_default();
    application.says(&format!("{name} is now item {higher} of {}", order.len())).await?;
    assert_eq!(application.focus().await?, format!("Move {name} up"), "the focus stays on what was pressed");
    let agenda = application.ask("get_agenda", meeting.clone()).await??;
    assert_eq!(item(&agenda, name).map(|it| it["position"].as_u64()), Some(Some(higher)), "it is on disk");

    application.click(&format!("Take {added} off the agenda")).await?;
    application.until("get_agenda", meeting.clone(), |agenda| item(agenda, &added).is_none()).await?;
    application.photograph("agenda-built").await?;
    application.click("Issue agenda").await?;
    application.click_in_dialog("Issue agenda").await?;
    application.shows("Take back to change").await?;
    let issued = application.ask("get_agenda", meeting).await??;
    assert_eq!(issued["meeting"]["status"], "issued");
    application.close().await
}
