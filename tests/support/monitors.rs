//! A laptop with a projector that can be plugged in and pulled out.

use std::{ops::Deref, path::Path, process::Command};

use crate::{Display, Outcome, places};

const LAPTOP: &str = "DUMMY0";
const PROJECTOR: &str = "DUMMY1";

/// A display with a laptop screen of 1366x768 and, when plugged in, a projector of 1920x1080 to its right.
pub struct TwoMonitors(Display);

impl TwoMonitors {
    /// Starts both screens under Xorg's dummy driver, the projector plugged in.
    pub fn start() -> Outcome<Self> {
        let monitors = Self::start_unplugged()?;
        monitors.plug_projector_in()?;
        Ok(monitors)
    }

    /// Starts the laptop alone; the projector can be plugged in later.
    pub fn start_unplugged() -> Outcome<Self> {
        let log = tempfile::NamedTempFile::new()?;
        let display = Display::on(
            "Xorg",
            Command::new(server())
                .args(["-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp", "-config"])
                .arg(places::project().join("tests/support/two-monitors.conf"))
                .arg("-logfile")
                .arg(log.path()),
        )?;
        let monitors = Self(display);
        monitors.xrandr(&["--output", LAPTOP, "--mode", "1366x768", "--pos", "0x0", "--primary"])?;
        monitors.xrandr(&["--addmode", PROJECTOR, "1920x1080"])?;
        monitors.pull_projector_out()?;
        Ok(monitors)
    }

    /// Plugs the projector in, to the right of the laptop.
    pub fn plug_projector_in(&self) -> Outcome<()> {
        self.xrandr(&["--output", PROJECTOR, "--mode", "1920x1080", "--right-of", LAPTOP])?;
        self.probe()
    }

    /// Pulls the projector out.
    pub fn pull_projector_out(&self) -> Outcome<()> {
        self.xrandr(&["--output", PROJECTOR, "--off"])?;
        self.probe()
    }

    /// Lets the server look again, because an output counts as plugged in, or not, only since the last look.
    fn probe(&self) -> Outcome<()> {
        self.xrandr(&["--query"]).map(drop)
    }

    /// Returns how many screens the system sees.
    pub fn count(&self) -> Outcome<usize> {
        Ok(self.xrandr(&["--listactivemonitors"])?.lines().count().saturating_sub(1))
    }

    fn xrandr(&self, arguments: &[&str]) -> Outcome<String> {
        let output = self.0.command("xrandr").args(arguments).output()?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        Err(format!("xrandr {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim())
            .into())
    }
}

fn server() -> &'static str {
    // Because the `Xorg` of the path may be a wrapper that insists on a console; the server itself does not.
    let itself = "/usr/lib/xorg/Xorg";
    if Path::new(itself).is_file() { itself } else { "Xorg" }
}

impl Deref for TwoMonitors {
    type Target = Display;

    fn deref(&self) -> &Display {
        &self.0
    }
}
