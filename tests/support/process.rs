//! Processes that a test starts, and how they end.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::mpsc,
};

use crate::{
    Outcome,
    waiting::{HANG, eventually},
};

/// A started process that is stopped, with everything it started, when dropped.
pub struct Running {
    child: Child,
    name: &'static str,
}

impl Running {
    /// Starts `command`; its complaints go to the test's standard error.
    pub fn start(name: &'static str, command: &mut Command) -> Outcome<Self> {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .map_err(|error| format!("{name} could not be started: {error}"))?;
        Ok(Self { child, name })
    }

    /// Starts `command` and waits for the first line that it prints, such as its address.
    pub fn start_and_hear(name: &'static str, command: &mut Command) -> Outcome<(Self, String)> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{name} could not be started: {error}"))?;
        let output = child.stdout.take();
        let running = Self { child, name };
        let (sender, heard) = mpsc::channel();
        std::thread::spawn(move || {
            // Because a full pipe would stop the process, its output is read to the end.
            for line in output.into_iter().flat_map(|output| BufReader::new(output).lines()) {
                let Ok(line) = line else { return };
                let _ = sender.send(line);
            }
        });
        let line = heard.recv_timeout(HANG).map_err(|_| format!("{name} ended or said nothing"))?;
        Ok((running, line))
    }

    /// Returns the process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits until something answers on the port of this machine; fails when the process has ended by itself.
    pub fn answers(&mut self, port: u16) -> Outcome<()> {
        eventually(&format!("{} to answer", self.name), || {
            let ended = self.still_runs().err();
            let answers = std::net::TcpStream::connect(("127.0.0.1", port)).is_ok();
            ended.map(Err).or(answers.then_some(Ok(())))
        })?
    }

    /// Fails when the process has ended by itself.
    fn still_runs(&mut self) -> Outcome<()> {
        match self.child.try_wait()? {
            Some(status) => Err(format!("{} ended by itself: {status}", self.name).into()),
            None => Ok(()),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let mut doomed = descendants(self.id());
        doomed.push(self.id());
        kill(&doomed);
        let _ = self.child.wait();
        let _ = eventually("what it started to end", || {
            doomed.iter().all(|process| !is_alive(*process)).then_some(())
        });
    }
}

/// Sends SIGKILL to each process.
pub fn kill(processes: &[u32]) {
    let ids: Vec<String> = processes.iter().map(u32::to_string).collect();
    let _ = Command::new("sh")
        .arg("-c")
        .arg(format!("kill -KILL {}", ids.join(" ")))
        .stderr(Stdio::null())
        .status();
}

/// Tells whether the process still runs; one that has ended and awaits its parent does not.
pub fn is_alive(process: u32) -> bool {
    state_and_parent(process).is_some_and(|(state, _)| state != "Z" && state != "X")
}

/// Returns the program file that the process runs, or nothing when it is gone.
pub fn program_of(process: u32) -> Option<PathBuf> {
    fs::read_link(format!("/proc/{process}/exe")).ok()
}

/// Returns the ids of every process below `ancestor`, nearest first.
pub fn descendants(ancestor: u32) -> Vec<u32> {
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    let family: Vec<(u32, u32)> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|process| Some((process, state_and_parent(process)?.1)))
        .collect();
    let mut found = vec![ancestor];
    let mut next = 0;
    while let Some(&parent) = found.get(next) {
        found.extend(
            family.iter().filter(|(_, its_parent)| *its_parent == parent).map(|(process, _)| process),
        );
        next += 1;
    }
    found.split_off(1)
}

fn state_and_parent(process: u32) -> Option<(String, u32)> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // Because a program's name may hold spaces and brackets, the fields start after the last bracket.
    let mut fields = line.rsplit_once(')')?.1.split_whitespace();
    Some((fields.next()?.to_owned(), fields.next()?.parse().ok()?))
}
