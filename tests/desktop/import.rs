//! The coordinator brings in the register that she keeps now, from the application itself.

use std::fs;

use acceptance::{Application, Display, Outcome, hub_tasking, places};

const PASSPHRASE: &str = "marmalade on a tuesday";

#[tokio::test]
async fn a_pasted_register_is_shown_first_and_then_written() -> Outcome<()> {
    let display = Display::start()?;
    let data = tempfile::tempdir()?;
    hub_tasking(data.path(), PASSPHRASE, &["hub", "create"])?.well()?;
    let application = Application::open(&display, data.path()).await?;
    application.unlock(PASSPHRASE).await?;
    application.click("Import register").await?;
    application.shows("Import: case register").await?;
    let sheet = fs::read_to_string(places::fixture("harrogate-case-register.tsv"))?;
    application.paste_into("Or paste it", &sheet).await?;
    application.click("Read what is pasted").await?;

    application.shows("56 rows make 52 cases with 56 episodes").await?;
    application.shows("56 new").await?;
    application.shows("CSH.20").await?;
    let before = application.ask("list_cases", serde_json::json!({})).await??;
    assert_eq!(before["rows"].as_array().map(Vec::len), Some(0), "nothing is written before it is confirmed");
    application.click("Write 56 new rows").await?;
    application.shows("A backup was made first").await?;

    application.click("Open the register").await?;
    application.click("All 52").await?;
    application.shows("CSH.51").await?;
    assert_eq!(application.accessibility_faults().await?, Vec::<String>::new(), "everybody can read it");
    application.photograph("imported-register").await?;
    application.close().await
}
