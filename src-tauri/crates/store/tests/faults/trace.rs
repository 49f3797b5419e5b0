//! What a process does to the files of a folder, as `strace` sees it: the order of writes, flushes and names.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::story::Story;
use crate::victim;

/// One thing that was done; only what succeeded.
#[derive(Clone, Debug)]
pub enum Event {
    Created {
        path: PathBuf,
        emptied: bool,
    },
    Written {
        path: PathBuf,
        at: usize,
        bytes: Vec<u8>,
    },
    Copied {
        from: PathBuf,
        to: PathBuf,
        at: usize,
        length: usize,
    },
    Resized {
        path: PathBuf,
        length: usize,
    },
    Flushed {
        path: PathBuf,
    },
    Renamed {
        from: PathBuf,
        to: PathBuf,
    },
    Removed {
        path: PathBuf,
    },
    MadeFolder {
        path: PathBuf,
    },
    /// A step was acknowledged.
    Said(usize),
}

const CALLS: &str = "trace=openat,?open,?creat,pwrite64,write,?writev,fsync,fdatasync,ftruncate,?rename,?renameat,?renameat2,\
                     ?unlink,unlinkat,?rmdir,?mkdir,mkdirat,copy_file_range,sendfile";

/// Returns the command that tells a story under `strace`, with these arguments for it.
fn traced(story: Story, folder: &Path, log: &Path, arguments: &[String]) -> Output {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "--signal=none", "-o"]).arg(log).args(arguments);
    command.arg(std::env::current_exe().unwrap());
    victim::itself(story, folder, &mut command);
    command.output().expect("strace is installed")
}

/// What a story did.
pub struct Recorded {
    /// What succeeded, in its order.
    pub events: Vec<Event>,
    /// How often each call was made on what lies in the folder, those that failed among them.
    pub calls: BTreeMap<String, usize>,
}

/// Tells a story on the hub in `folder`, and returns what it did.
pub fn recorded(story: Story, folder: &Path) -> Recorded {
    let log = tempfile::NamedTempFile::new().unwrap();
    let arguments = ["-y", "-xx", "-s", "16777216", "-e", CALLS].map(str::to_owned);
    let output = traced(story, folder, log.path(), &arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let text = std::fs::read_to_string(log.path()).unwrap();
    let mut reading = Reading { root: folder.display().to_string(), ..Reading::default() };
    text.lines().for_each(|line| reading.line(line));
    Recorded { events: reading.events, calls: reading.calls }
}

/// Tells a story while the call with the name `call`, the `number`th on one of `paths`, fails with `error`. Returns what the
/// process said, and whether the call was made at all.
pub fn refused(
    story: Story,
    folder: &Path,
    (call, error, number): (&str, &str, usize),
    paths: &[PathBuf],
) -> (victim::Said, bool) {
    let log = tempfile::NamedTempFile::new().unwrap();
    let mut arguments: Vec<String> = vec![
        "-s".into(),
        "0".into(),
        "-e".into(),
        format!("trace={call}"),
        "-e".into(),
        format!("inject={call}:error={error}:when={number}"),
    ];
    for path in paths {
        arguments.extend(["-P".to_owned(), path.display().to_string()]);
    }
    let output = traced(story, folder, log.path(), &arguments);
    let made = std::fs::read_to_string(log.path()).unwrap().contains("(INJECTED)");
    (victim::Said::of_output(&output), made)
}

#[derive(Default)]
struct Reading {
    root: String,
    calls: BTreeMap<String, usize>,
    events: Vec<Event>,
    /// Where each open file is read and written next.
    offsets: BTreeMap<String, usize>,
}

impl Reading {
    fn line(&mut self, line: &str) {
        // The number of the process stands first.
        let Some((call, rest)) = line.split_once(' ').and_then(|(_, call)| call.trim_start().split_once('('))
        else {
            return;
        };
        let Some((inside, result)) = rest.rsplit_once(") = ").or_else(|| rest.rsplit_once(" = ")) else {
            assert!(!line.contains("unfinished"), "two threads at once cannot be told apart: {line:.200}");
            return;
        };
        let names_it = |argument: &str| {
            argument.len() < 4096 && String::from_utf8_lossy(&unescaped(argument)).contains(&self.root)
        };
        if inside.split(", ").any(names_it) {
            *self.calls.entry(call.to_owned()).or_default() += 1;
        }
        if result.starts_with('-') || result.starts_with('?') {
            return;
        }
        let inside = inside.trim_end().trim_end_matches(')');
        let arguments: Vec<&str> = inside.split(", ").collect();
        let done = result.split([' ', '<']).next().and_then(|number| number.parse().ok()).unwrap_or(0);
        match call {
            "openat" | "open" => self.opened(inside, result),
            "write" if arguments[0].starts_with("1<") => {
                let text = String::from_utf8_lossy(&bytes(arguments[1])).into_owned();
                let said =
                    text.trim().strip_prefix(victim::ACKNOWLEDGED).and_then(|number| number.parse().ok());
                self.events.extend(said.map(Event::Said));
            }
            "write" => {
                let (path, at) = (path_of(arguments[0]), self.moved(arguments[0], done));
                self.events.push(Event::Written { path, at, bytes: bytes(arguments[1]) });
            }
            "pwrite64" => {
                let at = arguments[3].parse().unwrap();
                self.events.push(Event::Written {
                    path: path_of(arguments[0]),
                    at,
                    bytes: bytes(arguments[1]),
                });
            }
            "copy_file_range" if done > 0 => {
                self.moved(arguments[0], done);
                let at = self.moved(arguments[2], done);
                let (from, to) = (path_of(arguments[0]), path_of(arguments[2]));
                self.events.push(Event::Copied { from, to, at, length: done });
            }
            "copy_file_range" => {}
            "ftruncate" => {
                let length = arguments[1].parse().unwrap();
                self.events.push(Event::Resized { path: path_of(arguments[0]), length });
            }
            "fsync" | "fdatasync" => self.events.push(Event::Flushed { path: path_of(arguments[0]) }),
            "rename" => {
                self.events.push(Event::Renamed { from: quoted(arguments[0]), to: quoted(arguments[1]) });
            }
            "renameat" | "renameat2" => {
                let (from, to) = (within(arguments[0], arguments[1]), within(arguments[2], arguments[3]));
                self.events.push(Event::Renamed { from, to });
            }
            "unlink" | "rmdir" => self.events.push(Event::Removed { path: quoted(arguments[0]) }),
            "unlinkat" => self.events.push(Event::Removed { path: within(arguments[0], arguments[1]) }),
            "mkdir" => self.events.push(Event::MadeFolder { path: quoted(arguments[0]) }),
            "mkdirat" => self.events.push(Event::MadeFolder { path: within(arguments[0], arguments[1]) }),
            other => panic!("nobody says what {other} does: {line:.200}"),
        }
    }

    fn opened(&mut self, inside: &str, result: &str) {
        let (number, path) = (result.split('<').next().unwrap_or_default(), path_of(result));
        self.offsets.insert(number.to_owned(), 0);
        if inside.contains("O_CREAT") || inside.contains("O_TRUNC") {
            self.events.push(Event::Created { path, emptied: inside.contains("O_TRUNC") });
        } else {
            // A name that is looked at counts for those that may be refused.
            self.events.push(Event::Created { path, emptied: false });
        }
    }

    /// Moves on an open file by what was read or written, and returns where that was.
    fn moved(&mut self, argument: &str, by: usize) -> usize {
        let number = argument.split('<').next().unwrap_or_default().to_owned();
        let offset = self.offsets.entry(number).or_default();
        let at = *offset;
        *offset += by;
        at
    }
}

/// Returns the bytes of a quoted argument, each of which is written as `\xNN`.
fn bytes(argument: &str) -> Vec<u8> {
    let inside = argument.trim_start_matches('"').trim_end_matches('"');
    assert!(!argument.ends_with("..."), "the whole of it is recorded");
    unescaped(inside)
}

fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4);
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        match (first, after) {
            (b'\\', [b'x', high, low, ..]) => {
                let digits = [*high, *low];
                let digits = std::str::from_utf8(&digits).unwrap();
                bytes.push(u8::from_str_radix(digits, 16).unwrap());
                rest = &after[3..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    bytes
}

fn path(text: &str) -> PathBuf {
    PathBuf::from(String::from_utf8(unescaped(text)).unwrap())
}

fn quoted(argument: &str) -> PathBuf {
    path(argument.trim_matches('"'))
}

/// Returns the path of an open file: `5</folder/file>`.
fn path_of(argument: &str) -> PathBuf {
    let inside = argument.split_once('<').map_or("", |(_, inside)| inside);
    path(inside.rsplit_once('>').map_or(inside, |(inside, _)| inside))
}

fn within(folder: &str, name: &str) -> PathBuf {
    path_of(folder).join(quoted(name))
}
