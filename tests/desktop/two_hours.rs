//! A tasking meeting of two hours on two monitors, by keyboard alone: eleven items, and what does not go to plan. It runs
//! without any network, and whatever the program speaks to is written down.

use acceptance::{
    Application, Clock, Key, Outcome, TwoMonitors, again_alone, is_alone, no_way_out, sample_hub,
    sample_meetings,
};
use tempfile::TempDir;

use crate::room::Room;

mod afternoon;
mod canary;
mod keys;
mod minutes;
mod prepared;
mod story;

/// The Tuesday of the meeting; in London its clocks show the same as in UTC.
const DAY: &str = "2026-11-24";

/// The scripted meeting as far as it has come, and what its minutes will have to hold.
struct Meeting {
    room: Room,
    clock: Clock,
    monitors: TwoMonitors,
    data: TempDir,
    /// What the program spoke to, a file for each time that it was started.
    traces: TempDir,
    /// The heading of an item and how the words of its decision begin.
    decisions: Vec<(String, String)>,
    /// The heading of an item, how an action under it begins, and who owes it.
    actions: Vec<(String, String, String)>,
}

#[tokio::test]
async fn a_meeting_of_two_hours_is_run_by_keys_alone_and_its_minutes_hold_all_of_it() -> Outcome<()> {
    if !is_alone() {
        return again_alone(
            "two_hours::a_meeting_of_two_hours_is_run_by_keys_alone_and_its_minutes_hold_all_of_it",
        );
    }
    no_way_out()?;
    let mut meeting = Meeting::begin().await?;
    story::welcome(&mut meeting).await?;
    story::matters_arising(&mut meeting).await?;
    story::overrun(&mut meeting).await?;
    story::observed(&mut meeting).await?;
    afternoon::deferred(&mut meeting).await?;
    meeting = afternoon::power_cut(meeting).await?;
    afternoon::separate_meeting(&mut meeting).await?;
    afternoon::adopted(&mut meeting).await?;
    afternoon::not_adopted(&mut meeting).await?;
    afternoon::urgent(&mut meeting).await?;
    afternoon::handed_over(&mut meeting).await?;
    afternoon::closed(&mut meeting).await?;
    afternoon::last_item(&mut meeting).await?;
    afternoon::concluded(&mut meeting).await?;
    minutes::on_the_screen(&meeting).await?;
    canary::nothing_lies_in_plain(&meeting)?;
    let traces = minutes::on_paper(meeting).await?;
    crate::network::nobody_outside(traces.path())
}

impl Meeting {
    /// Prepares the agenda and begins the meeting at two o’clock.
    async fn begin() -> Outcome<Self> {
        let (monitors, data, clock) = (TwoMonitors::start()?, sample_hub(DAY)?, Clock::at(DAY, "14:00")?);
        let planned = sample_meetings(data.path())?.into_iter().find(|meeting| meeting["date"] == DAY);
        let planned = planned.ok_or("the sample plans no meeting on that day")?;
        let traces = tempfile::tempdir()?;
        let trace = traces.path().join("before the power cut");
        let application = Application::open_traced(&clock, &monitors, data.path(), &trace).await?;
        application.unlock("sample").await?;
        application.shows("Before the pack goes out").await?;
        prepared::agenda(&application, planned["id"].as_str().unwrap_or_default()).await?;
        let room = Room::begin(application).await?;
        room.projector_fills_the_second_screen().await?;
        Ok(Self { room, clock, monitors, data, traces, decisions: Vec::new(), actions: Vec::new() })
    }

    /// Pulls the plug, and is back in the room at `time`.
    async fn cut_the_power(mut self, time: &str) -> Outcome<Self> {
        let id = self.room.meeting.clone();
        self.room.application.pull_the_plug()?;
        self.clock.set(time)?;
        let trace = self.traces.path().join("after the power cut");
        let application =
            Application::open_traced(&self.clock, &self.monitors, self.data.path(), &trace).await?;
        self.room = Room::reopen(application, &id).await?;
        Ok(self)
    }

    /// Goes to the next item at `time`, which must have this heading.
    async fn go_on(&self, time: &str, heading: &str) -> Outcome<()> {
        self.clock.set(time)?;
        let room = &self.room;
        room.application.press(Key::Escape).await?;
        room.application.press(Key::PageDown).await?;
        room.until(|view| view["current"]["heading"] == heading).await?;
        let drawn = format!("document.querySelector('main header h2')?.textContent === {heading:?}");
        room.application.comes_true(heading, &drawn).await
    }

    /// Takes a picture of the console and of what the audience sees at that moment.
    async fn look(&self, name: &str) -> Outcome<()> {
        let application = &self.room.application;
        application.photograph(&format!("two-hours-{name}")).await?;
        application.turn_to("projector").await?;
        application.photograph(&format!("two-hours-{name}-projector")).await?;
        self.room.to_console().await
    }

    fn decided(&mut self, heading: &str, words: &str) {
        self.decisions.push((heading.to_owned(), words.to_owned()));
    }

    fn raised(&mut self, heading: &str, what: &str, owner: &str) {
        self.actions.push((heading.to_owned(), what.to_owned(), owner.to_owned()));
    }
}
