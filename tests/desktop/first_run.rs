//! A coordinator sets up a hub, and opens it again with her passphrase.

use acceptance::{Application, Display, Outcome};

const PASSPHRASE: &str = "marmalade on a tuesday";

#[tokio::test]
async fn a_hub_is_created_locked_and_opened_again() -> Outcome<()> {
    let display = Display::start()?;
    let data = tempfile::tempdir()?;
    let first = Application::open(&display, data.path()).await?;
    first.type_into("Hub’s name", "Westmarch Community Safety Hub").await?;
    first.type_into("Your name", "Siân O’Leary").await?;
    first.choose("Chair").await?;
    first.type_into("Passphrase", PASSPHRASE).await?;
    first.type_into("Passphrase again", PASSPHRASE).await?;
    first.photograph("first-run").await?;
    first.click("Create the hub").await?;
    first.shows("Keep the recovery key").await?;
    first.photograph("recovery-key").await?;
    first.choose("I have kept it").await?;
    first.click("Go on").await?;
    first.shows("Westmarch Community Safety Hub").await?;
    first.pull_the_plug()?;

    let second = Application::open(&display, data.path()).await?;
    second.shows("Unlock the hub").await?;
    second.type_into("Passphrase", "not this one").await?;
    second.click("Unlock").await?;
    second.find("[aria-invalid=true]").await?;
    second.photograph("wrong-passphrase").await?;
    second.type_into("Passphrase", PASSPHRASE).await?;
    second.click("Unlock").await?;
    second.shows("Westmarch Community Safety Hub").await?;
    second.photograph("today-empty").await?;
    assert_eq!(
        second.accessibility_faults().await?,
        Vec::<String>::new(),
        "everybody can use the first screen"
    );
    second.close().await
}
