//! The window opens, on one monitor and on two, and outlives a pulled plug.

use acceptance::{Application, Display, Outcome, TwoMonitors};

#[tokio::test]
async fn the_application_opens_its_window() -> Outcome<()> {
    let display = Display::start()?;
    let data = tempfile::tempdir()?;
    let application = Application::open(&display, data.path()).await?;
    assert!(application.page().title().await?.contains("Hub Tasking"), "the window shows the built pages");
    assert_eq!(application.accessibility_faults().await?, Vec::<String>::new(), "everybody can use it");
    let language = application.page().execute("return navigator.language", Vec::new()).await?;
    assert_eq!(language.json(), "en-GB", "date fields have the day first");
    application.photograph("opening").await?;
    application.close().await
}

#[tokio::test]
async fn the_application_opens_again_after_its_plug_was_pulled() -> Outcome<()> {
    let display = Display::start()?;
    let data = tempfile::tempdir()?;
    let first = Application::open(&display, data.path()).await?;
    let killed = first.process();
    first.pull_the_plug()?;
    let second = Application::open(&display, data.path()).await?;
    assert_ne!(second.process(), killed, "it is a new process");
    second.close().await
}

#[tokio::test]
async fn a_projector_can_be_plugged_in_and_pulled_out() -> Outcome<()> {
    let monitors = TwoMonitors::start_unplugged()?;
    assert_eq!(monitors.count()?, 1, "only the laptop at first");
    let data = tempfile::tempdir()?;
    let application = Application::open(&monitors, data.path()).await?;
    monitors.plug_projector_in()?;
    assert_eq!(monitors.count()?, 2, "the projector is a screen of its own");
    monitors.pull_projector_out()?;
    assert_eq!(monitors.count()?, 1, "and it is gone when pulled out");
    application.close().await
}

#[tokio::test]
async fn the_accessibility_check_notices_a_button_without_a_name() -> Outcome<()> {
    let display = Display::start()?;
    let data = tempfile::tempdir()?;
    let application = Application::open(&display, data.path()).await?;
    let planted = "document.body.append(document.createElement('button'));";
    application.page().execute(planted, Vec::new()).await?;
    let faults = application.accessibility_faults().await?;
    assert!(faults.iter().any(|fault| fault.contains("Buttons must have")), "it says so: {faults:?}");
    application.close().await
}
