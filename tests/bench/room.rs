//! The keys of the meeting room in the real window: console and projector on two monitors, a meeting of 85 items, a hub
//! of 5,000 cases.

use std::{fs, path::Path};

use acceptance::{Application, Key, Outcome, TwoMonitors, hub_tasking};
use thirtyfour::{WindowHandle, prelude::TypingData};

use super::CASES;
use super::figures::{Figure, print_heading, print_pace};
use super::meeting::{self, ITEMS};
use super::recorder::{self, Noted};

/// How often the room is opened, and at how many cases every key is pressed.
const RUNS: usize = 32;

/// A thing done by one key, and what tells in the console that it was done.
struct Step {
    what: &'static str,
    /// How long it may take, in milliseconds.
    limit: f64,
    /// An expression of the page.
    watched: &'static str,
    /// Whether the audience sees it too.
    on_projector: bool,
}

const PROJECTOR_BOX: &str = "document.querySelector('section[aria-label=Projector] > p')?.textContent";
const AUDIENCE: &str =
    "[...document.querySelectorAll('.sheet > :not(footer)')].map((part) => part.textContent).join(' ')";

const OPEN: Step = Step {
    what: "room open",
    limit: 1000.0,
    watched: "document.querySelectorAll('nav[aria-label=\"Running order\"] li').length > 0",
    on_projector: false,
};
const SHOW: Step =
    Step { what: "put on the projector, Alt+P", limit: 50.0, watched: PROJECTOR_BOX, on_projector: true };
const BLANK: Step = Step { what: "blank, Ctrl+B", limit: 100.0, ..SHOW };
const LETTER: Step = Step {
    what: "a letter in a field",
    limit: 50.0,
    watched: "document.activeElement.value",
    on_projector: false,
};
const KEY_POINT: Step = Step {
    what: "key point, Enter",
    watched: "document.querySelectorAll('section[aria-label=\"Key points noted\"] li').length",
    ..LETTER
};
const ACTION_LINE: Step = Step {
    what: "action line, Alt+A",
    watched: "document.activeElement.getAttribute('role') === 'combobox'",
    ..LETTER
};
const ACTION: Step = Step {
    what: "action, Enter",
    watched: "document.querySelectorAll('main [data-light]').length",
    on_projector: true,
    ..LETTER
};
const DECISION: Step = Step {
    what: "decision, Enter",
    watched: "document.querySelector('.ways [aria-pressed=true]')?.textContent",
    ..LETTER
};
const LIGHT: Step = Step {
    what: "light, Enter",
    watched: "[...document.querySelectorAll('main [data-light]')].map((light) => light.ariaLabel).join(' ')",
    on_projector: true,
    ..LETTER
};
const ATTENDANCE: Step = Step {
    what: "attendance mark, R",
    watched: "document.querySelectorAll('dialog .entry').length",
    ..LETTER
};
const NEXT: Step = Step {
    what: "next item, Page Down",
    limit: 100.0,
    watched: "document.querySelector('main h2')?.textContent",
    on_projector: true,
};
const STEPS: [&Step; 11] =
    [&OPEN, &NEXT, &BLANK, &SHOW, &KEY_POINT, &ACTION, &DECISION, &LIGHT, &ATTENDANCE, &ACTION_LINE, &LETTER];

/// One press of a key.
struct Press {
    what: &'static str,
    key: f64,
    console: Noted,
    projector: Option<Noted>,
}

/// The room with both its windows.
struct Room {
    application: Application,
    console: WindowHandle,
    projector: WindowHandle,
    presses: Vec<Press>,
}

/// Prints how long the keys of the room take.
pub async fn print() -> Outcome<()> {
    let place = tempfile::tempdir()?;
    let (data, times) = (place.path().join("hub"), place.path().join("times"));
    hub_tasking(&data, "", &["hub", "sample", "--cases", CASES])?.well()?;
    let monitors = TwoMonitors::start()?;
    let application = Application::open_timed(&monitors, &data, &times).await?;
    application.unlock("sample").await?;
    application.shows("Before the pack goes out").await?;
    let meeting = meeting::begin(&application).await?;
    let mut room = Room::enter(application, &meeting).await?;
    println!(
        "\nthe meeting room with {ITEMS} items in a hub of {CASES} cases; load before: {}",
        fs::read_to_string("/proc/loadavg")?.trim()
    );
    println!("drawn in software, on Xorg’s dummy driver: {}", recorder::renderer(&room.application).await?);
    room.open_again_and_again(&meeting).await?;
    room.walk().await?;
    print_heading();
    for figure in figures(&room.presses, &times)? {
        figure.print();
    }
    print_pace(&room.presses.iter().map(|press| press.console.work).collect::<Vec<_>>());
    room.application.close().await
}

fn figures(presses: &[Press], times: &Path) -> Outcome<Vec<Figure>> {
    let desk = recorder::desk(times)?;
    let mut figures = Vec::new();
    for step in STEPS {
        let of_step: Vec<&Press> = presses.iter().filter(|press| press.what == step.what).collect();
        let seen_by = |window: &'static str, shown: fn(&Press) -> Option<&Noted>| {
            let runs = of_step.iter().filter_map(|press| {
                let projector = press.projector.iter().flat_map(|noted| &noted.calls);
                let asked: Vec<_> = press.console.calls.iter().chain(projector).copied().collect();
                recorder::split(press.key, shown(press)?, &asked, &desk)
            });
            let (what, limit) = (step.what, step.limit);
            Figure { what, window, limit, is_key: what != OPEN.what, runs: runs.collect() }
        };
        figures.push(seen_by("console", |press| Some(&press.console)));
        if step.on_projector {
            figures.push(seen_by("projector", |press| press.projector.as_ref()));
        }
    }
    Ok(figures)
}

impl Room {
    /// Comes to the room, where the projector's window opens on the second screen, and begins to take notes in both.
    async fn enter(application: Application, meeting: &str) -> Outcome<Self> {
        application.visit(&format!("/room/{meeting}"), "no decision needed").await?;
        application.turn_to("projector").await?;
        application
            .comes_true("the projector’s window to fill the second screen", "innerWidth === 1920")
            .await?;
        recorder::begin(&application).await?;
        let projector = application.page().window().await?;
        application.turn_to("Meeting room").await?;
        recorder::begin(&application).await?;
        let console = application.page().window().await?;
        Ok(Self { application, console, projector, presses: Vec::new() })
    }

    /// Opens the room from the screen of meetings.
    async fn open_again_and_again(&mut self, meeting: &str) -> Outcome<()> {
        for _ in 0..RUNS {
            self.application.visit("/meetings", "Plan a meeting").await?;
            self.focus(&format!("main a[href$=\"/room/{meeting}\"]")).await?;
            self.press(&OPEN, Key::Enter).await?;
        }
        Ok(())
    }

    /// Goes through the agenda, and presses every key at each case.
    async fn walk(&mut self) -> Outcome<()> {
        let mut cases = 0;
        while cases < RUNS {
            let about_case =
                "return document.querySelector('.ways button')?.textContent.trim() === 'Continue'";
            if self.application.page().execute(about_case, Vec::new()).await?.convert()? {
                self.at_a_case().await?;
                cases += 1;
            }
            self.press(&NEXT, Key::PageDown).await?;
        }
        Ok(())
    }

    async fn at_a_case(&mut self) -> Outcome<()> {
        self.press(&SHOW, Key::Alt + "p").await?;
        self.press(&BLANK, Key::Control + "b").await?;
        self.press(&SHOW, Key::Alt + "p").await?;
        self.application.press(Key::Alt + "k").await?;
        self.press(&LETTER, "A").await?;
        self.application.press("ttendance better since the taxi was arranged").await?;
        self.press(&KEY_POINT, Key::Enter).await?;
        self.press(&ACTION_LINE, Key::Alt + "a").await?;
        self.application.press("home visit with the school @Housing J Bell by Fri").await?;
        self.application
            .comes_true("the line to be understood", "/Due .*Friday/.test(document.body.textContent)")
            .await?;
        self.press(&ACTION, Key::Enter).await?;
        self.application.press(Key::Escape).await?;
        self.application.press(Key::Alt + "d").await?;
        self.press(&DECISION, Key::Enter).await?;
        self.set_light().await?;
        self.mark_somebody().await
    }

    /// Gives the first action another light than the one it has.
    async fn set_light(&mut self) -> Outcome<()> {
        self.application.press("l").await?;
        self.application.press(Key::Enter).await?;
        self.application.shows("Where it stands").await?;
        self.application
            .page()
            .execute(
                "document.querySelector('dialog input[type=radio]:not(:checked, [value=suggested])').click()",
                Vec::new(),
            )
            .await?;
        self.application.field("Reason").await?.focus().await?;
        self.application.press("the school has not answered").await?;
        self.press(&LIGHT, Key::Enter).await?;
        self.application.no_longer_shows("Where it stands").await
    }

    /// Marks the first person of the list present; the last rounds find everybody marked.
    async fn mark_somebody(&mut self) -> Outcome<()> {
        self.application.press("p").await?;
        self.application.shows("Somebody else").await?;
        let unmarked = "return document.querySelector('dialog [data-row]') !== null";
        if self.application.page().execute(unmarked, Vec::new()).await?.json() == true {
            self.focus("dialog [data-row]").await?;
            self.press(&ATTENDANCE, "r").await?;
        }
        self.application.press(Key::Escape).await?;
        self.application.no_longer_shows("Somebody else").await
    }

    async fn focus(&self, selector: &str) -> Outcome<()> {
        self.application.find(selector).await?.focus().await.map_err(Into::into)
    }

    /// Presses a key, waits until both windows rest, and keeps what they noted.
    async fn press(&mut self, step: &Step, keys: impl Into<TypingData>) -> Outcome<()> {
        if step.on_projector {
            self.turn(&self.projector).await?;
            recorder::watch(&self.application, AUDIENCE).await?;
            self.turn(&self.console).await?;
        }
        recorder::watch(&self.application, step.watched).await?;
        self.application.press(keys).await?;
        let console = recorder::settled(&self.application).await?;
        let mut projector = None;
        if step.on_projector {
            self.turn(&self.projector).await?;
            projector = Some(recorder::settled(&self.application).await?);
            self.turn(&self.console).await?;
        }
        let key = console.key.ok_or_else(|| format!("the page heard no key for “{}”", step.what))?;
        self.presses.push(Press { what: step.what, key, console, projector });
        Ok(())
    }

    async fn turn(&self, window: &WindowHandle) -> Outcome<()> {
        Ok(self.application.page().switch_to_window(window.clone()).await?)
    }
}
