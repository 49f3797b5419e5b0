//! A display of a test's own: an X server, a session bus and a window manager.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use tempfile::TempDir;

use crate::{Outcome, alone, process::Running, waiting::eventually};

/// The variable that says whether the processor alone draws the pages; the program decides unless it is set.
pub(crate) const DRAWING: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// A screen that nobody sees, with its own home folder; everything on it ends with it.
pub struct Display {
    address: String,
    bus: String,
    home: TempDir,
    // Because fields are dropped in this order: the server must outlive its clients.
    _window_manager: Option<Running>,
    _bus: Running,
    _server: Running,
}

impl Display {
    /// Starts one full-HD screen under Xvfb.
    pub fn start() -> Outcome<Self> {
        Self::of_size(1920, 1080)
    }

    /// Starts one screen of this size, in pixels, under Xvfb.
    pub fn of_size(width: u32, height: u32) -> Outcome<Self> {
        let screen = format!("{width}x{height}x24");
        Self::on("Xvfb", Command::new("Xvfb").args(["-screen", "0", &screen, "-nolisten", "tcp", "-noreset"]))
    }

    /// Starts the X server, which picks a free display number itself and says which.
    pub(crate) fn on(name: &'static str, server: &mut Command) -> Outcome<Self> {
        server.args(alone::display_number());
        let (server, number) =
            Running::start_and_hear(name, server.args(["-displayfd", "1"]).stderr(Stdio::null()))?;
        let home = tempfile::tempdir()?;
        fs::create_dir(home.path().join("temporary"))?;
        let (bus, bus_address) = Running::start_and_hear(
            "dbus-daemon",
            Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
                .env("XDG_RUNTIME_DIR", home.path())
                .stderr(Stdio::null()),
        )?;
        let mut display = Self {
            address: format!(":{}", number.trim()),
            bus: bus_address,
            home,
            _window_manager: None,
            _bus: bus,
            _server: server,
        };
        eventually("the display to answer", || display.answers("xdpyinfo", &[], "").then_some(()))?;
        let manager =
            Running::start("openbox", display.command("openbox").arg("--sm-disable").stderr(Stdio::null()))?;
        display._window_manager = Some(manager);
        eventually("the window manager", || {
            display.answers("xprop", &["-root", "_NET_SUPPORTING_WM_CHECK"], "window id").then_some(())
        })?;
        Ok(display)
    }

    /// Returns the folder that holds whatever the programs on this display keep, in their home and for a while.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Returns a command that runs on this display, away from the developer's own folders.
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let home = self.home.path();
        let mut command = Command::new(program.as_ref());
        command
            .env("DISPLAY", &self.address)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("HOME", home)
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_RUNTIME_DIR", home)
            .env("TMPDIR", home.join("temporary"))
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env("MESA_SHADER_CACHE_DISABLE", "true")
            // Because a driver's screenshot of a page that the processor draws alone may never come.
            .env(DRAWING, "0")
            .env("LANG", "C.UTF-8")
            .env("TZ", "Europe/London")
            .env_remove("WAYLAND_DISPLAY");
        command
    }

    fn answers(&self, program: &str, arguments: &[&str], wanted: &str) -> bool {
        self.command(program).args(arguments).output().is_ok_and(|output| {
            output.status.success() && String::from_utf8_lossy(&output.stdout).contains(wanted)
        })
    }
}
