//! The application in its real window, driven as a person would.

use std::{
    fs,
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver, WindowHandle, error::WebDriverErrorInner};

use crate::{
    Clock, Display, Fault, Outcome,
    display::DRAWING,
    places,
    process::{Running, descendants, is_alive, kill, program_of},
    waiting::{HANG, eventually},
};

const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// The started application, its window and the driver that types and clicks in it.
pub struct Application {
    page: WebDriver,
    process: u32,
    _driver: Running,
    /// The program and the driver's port, where the program was not started by its driver.
    apart: Option<(Running, u16)>,
}

impl Application {
    /// Opens the application on the data folder `data` and waits for its first screen.
    pub async fn open(display: &Display, data: &Path) -> Outcome<Self> {
        Self::open_through(&places::program(), &mut display.command(places::tauri_driver()), data).await
    }

    /// Opens the application so that it takes the time from `clock`, while `strace` writes every address that it and what
    /// it starts speak to into the file `trace`.
    pub async fn open_traced(clock: &Clock, display: &Display, data: &Path, trace: &Path) -> Outcome<Self> {
        let calls = "socket,connect,bind,sendto,sendmsg,sendmmsg";
        let around = format!("exec strace -D -f -q --seccomp-bpf -e trace={calls} -o '{}'", trace.display());
        let mut driver = display.command(places::tauri_driver());
        driver.env(Clock::VARIABLE, clock.path());
        Self::open_within(&around, &mut driver, data).await
    }

    /// Opens the application while it writes how long each command takes at the desk into the file `times`, drawn as it
    /// chooses on this computer.
    pub async fn open_timed(display: &Display, data: &Path, times: &Path) -> Outcome<Self> {
        let around = format!("unset {DRAWING}; export HUB_TASKING_TIMES='{}'; exec", times.display());
        Self::open_within(&around, &mut display.command(places::tauri_driver()), data).await
    }

    /// Opens the application by a line of the shell that ends where the program's name comes.
    async fn open_within(around: &str, driver: &mut Command, data: &Path) -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let launcher = folder.path().join("launcher");
        let script = format!("#!/bin/sh\n{around} '{}' \"$@\"\n", places::program().display());
        fs::write(&launcher, script)?;
        fs::set_permissions(&launcher, fs::Permissions::from_mode(0o755))?;
        Self::open_through(&launcher, driver, data).await
    }

    async fn open_through(launcher: &Path, driver: &mut Command, data: &Path) -> Outcome<Self> {
        let program = places::program();
        if !program.is_file() {
            return Err(format!("{} is not built: run `make test`", program.display()).into());
        }
        let [port, native_port] = free_ports()?;
        let mut driver = Running::start(
            "tauri-driver",
            driver
                .args(["--port", &port.to_string(), "--native-port", &native_port.to_string()])
                .stderr(Stdio::inherit()),
        )?;
        for answering in [port, native_port] {
            driver.answers(answering)?;
        }
        let mut wanted = Capabilities::new();
        wanted.set("tauri:options", json!({ "application": launcher, "args": ["--data", data] }))?;
        let page = session(port, wanted).await?;
        let process = descendants(driver.id())
            .into_iter()
            .find(|process| program_of(*process).is_some_and(|found| found == program))
            .ok_or("the driver opened a session, but the application does not run")?;
        let application = Self { page, process, _driver: driver, apart: None };
        application.find("#app *").await?;
        Ok(application)
    }

    /// Opens the application on its own, with a driver that can come back to it: a driver's session ends with the process
    /// behind any page, and a program that a driver started ends with the session.
    pub async fn open_apart(display: &Display, data: &Path) -> Outcome<Self> {
        let [port, inspector] = free_ports()?;
        let mut program = Running::start(
            "the program",
            display
                .command(places::program())
                .arg("--data")
                .arg(data)
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .env("WEBKIT_INSPECTOR_SERVER", format!("127.0.0.1:{inspector}")),
        )?;
        program.answers(inspector)?;
        let target = format!("--target=127.0.0.1:{inspector}");
        let mut driver = Running::start(
            "WebKitWebDriver",
            display.command("WebKitWebDriver").args([
                &format!("--port={port}"),
                &target,
                "--replace-on-new-session",
            ]),
        )?;
        driver.answers(port)?;
        let page = session(port, Capabilities::new()).await?;
        let process = program.id();
        let application = Self { page, process, _driver: driver, apart: Some((program, port)) };
        application.find("#app *").await?;
        Ok(application)
    }

    /// Returns the page of the window that has the driver's attention.
    pub fn page(&self) -> &WebDriver {
        &self.page
    }

    /// Returns the application's process id.
    pub fn process(&self) -> u32 {
        self.process
    }

    /// Gives the attention to the window whose title contains `title`, once there is one.
    pub async fn turn_to(&self, title: &str) -> Outcome<()> {
        let started = std::time::Instant::now();
        while started.elapsed() < HANG {
            for window in self.page.windows().await? {
                if self.title_of(window).await?.is_some_and(|found| found.contains(title)) {
                    return Ok(());
                }
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
        Err(self.describe_failure(&format!("no window with “{title}” in its title")).await?)
    }

    /// Gives the attention to a window and returns its title; `None` when the window has just gone, because the program
    /// closes the projector's window by itself.
    async fn title_of(&self, window: WindowHandle) -> Outcome<Option<String>> {
        let title = match self.page.switch_to_window(window).await {
            Ok(()) => self.page.title().await,
            Err(gone) => Err(gone),
        };
        match title {
            Ok(title) => Ok(Some(title)),
            Err(fault) if matches!(fault.as_inner(), WebDriverErrorInner::NoSuchWindow(_)) => Ok(None),
            Err(fault) => Err(fault.into()),
        }
    }

    /// Saves a picture of the window as `target/screenshots/<name>.png`.
    pub async fn photograph(&self, name: &str) -> Outcome<()> {
        // Because a picture shows the last frame drawn, which may be from before the last key.
        let drawn = "const done = arguments[arguments.length - 1]; setTimeout(done, 500);
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)));";
        self.page.execute_async(drawn, Vec::new()).await?;
        let folder = places::screenshots();
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("{name}.png")), self.page.screenshot_as_png().await?)?;
        Ok(())
    }

    /// Returns what axe-core finds on the page that is serious or critical, one sentence each.
    pub async fn accessibility_faults(&self) -> Outcome<Vec<String>> {
        let axe = fs::read_to_string(places::project().join("ui/node_modules/axe-core/axe.min.js"))?;
        self.page.execute(axe, Vec::new()).await?;
        let run = "const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then((found) => done(found.violations
              .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
              .map((fault) => `${fault.impact}: ${fault.help}: ` + fault.nodes.map((node) => node.html).join(' '))
            ), (error) => done([String(error)]));";
        Ok(self.page.execute_async(run, Vec::new()).await?.convert()?)
    }

    /// Takes a picture under the test's own name, and returns the fault with what the page holds.
    pub async fn describe_failure(&self, what: &str) -> Outcome<Fault> {
        let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
        self.photograph(&format!("failed-{test}")).await?;
        Ok(format!("{what} on {}:\n{}", self.page.current_url().await?, self.page.source().await?).into())
    }

    /// Returns the processes behind the pages of its windows, the youngest last.
    pub fn page_processes(&self) -> Vec<u32> {
        let shows_a_page = |process: &u32| {
            is_alive(*process)
                && program_of(*process).is_some_and(|found| found.ends_with("WebKitWebProcess"))
        };
        let mut found: Vec<u32> = descendants(self.process).into_iter().filter(shows_a_page).collect();
        found.sort_unstable();
        found
    }

    /// Kills the process behind a page (SIGKILL), and returns when another has taken its place and the driver is back.
    pub async fn kill_page(&mut self, process: u32) -> Outcome<()> {
        let Some((_, port)) = &self.apart else {
            return Err("the program would end with its driver’s session".into());
        };
        let before = self.page_processes().len();
        kill(&[process]);
        eventually("the killed page to be opened again", || {
            let now = self.page_processes();
            (now.len() == before && !now.contains(&process)).then_some(())
        })?;
        self.page = session(*port, Capabilities::new()).await?;
        Ok(())
    }

    /// Kills the application as a pulled plug would (SIGKILL), and returns when it is gone.
    pub fn pull_the_plug(self) -> Outcome<()> {
        kill(&[self.process]);
        eventually("the killed application to be gone", || (!is_alive(self.process)).then_some(()))
    }

    /// Closes the application as its user would, and returns when it is gone.
    pub async fn close(self) -> Outcome<()> {
        for window in self.page.windows().await? {
            if self.title_of(window).await?.is_some() {
                self.page.close_window().await?;
            }
        }
        eventually("the closed application to be gone", || (!is_alive(self.process)).then_some(()))
    }
}

async fn session(port: u16, wanted: Capabilities) -> Outcome<WebDriver> {
    let opened = tokio::time::timeout(HANG, WebDriver::new(format!("http://127.0.0.1:{port}"), wanted)).await;
    let page = opened.map_err(|_| "the driver hung while it opened the window")??;
    // Because the last copy's drop would ask a driver that may be gone, one copy is never dropped.
    std::mem::forget(page.clone());
    Ok(page)
}

fn free_ports() -> Outcome<[u16; 2]> {
    let listeners = [TcpListener::bind(("127.0.0.1", 0))?, TcpListener::bind(("127.0.0.1", 0))?];
    Ok([listeners[0].local_addr()?.port(), listeners[1].local_addr()?.port()])
}
