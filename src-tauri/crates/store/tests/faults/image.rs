//! A disk as the power left it: what was flushed is there, and of the rest what chance kept.
//!
//! Names (created, renamed, removed) become durable in their order, as a journalling file system keeps them, and are surely
//! so once their folder is flushed. Bytes that were not flushed are kept, dropped or torn at sectors, each write for itself,
//! so that a later one may be there without an earlier one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::dice::Dice;
use crate::trace::Event;

const SECTOR: usize = 512;

#[derive(Clone)]
enum Change {
    Bytes { at: usize, bytes: Vec<u8> },
    Length(usize),
}

/// A file, or a folder with its names.
#[derive(Clone, Default)]
struct Node {
    /// Absent for a folder.
    file: Option<File>,
    names: BTreeMap<String, usize>,
}

#[derive(Clone, Default)]
struct File {
    flushed: Vec<u8>,
    /// What every program sees while the power is on.
    seen: Vec<u8>,
    pending: Vec<Change>,
}

#[derive(Clone)]
enum Naming {
    Put { folder: usize, name: String, node: usize },
    Take { folder: usize, name: String },
    Move { from: (usize, String), to: (usize, String) },
}

/// The disk; the node 0 is the hub's folder.
pub struct Disk {
    root: PathBuf,
    nodes: Vec<Node>,
    /// The names as they were at the beginning, by folder.
    before: Vec<(usize, String, usize)>,
    naming: Vec<Naming>,
    /// So many of them are surely durable.
    named: usize,
}

impl Disk {
    /// The disk with what lies in `folder`, all of it flushed; events name it by `root`.
    pub fn with(folder: &Path, root: &Path) -> Self {
        let mut disk = Self {
            root: root.to_owned(),
            nodes: vec![Node::default()],
            before: Vec::new(),
            naming: Vec::new(),
            named: 0,
        };
        disk.load(0, folder);
        disk
    }

    fn load(&mut self, of: usize, folder: &Path) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = entry.file_name().to_string_lossy().into_owned();
            let node = self.nodes.len();
            self.nodes.push(Node::default());
            if entry.file_type().unwrap().is_dir() {
                self.load(node, &entry.path());
            } else {
                let bytes = std::fs::read(entry.path()).unwrap();
                let file = File { flushed: bytes.clone(), seen: bytes, pending: Vec::new() };
                self.nodes[node].file = Some(file);
            }
            self.nodes[of].names.insert(name.clone(), node);
            self.before.push((of, name, node));
        }
    }

    /// Returns the folder and the name of a path below the hub's folder; nothing for any other.
    fn place(&self, path: &Path) -> Option<(usize, String)> {
        let below = path.strip_prefix(&self.root).ok()?;
        let mut names: Vec<String> =
            below.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        let last = names.pop()?;
        let mut folder = 0;
        for name in names {
            folder = *self.nodes[folder].names.get(&name)?;
        }
        Some((folder, last))
    }

    fn node(&self, path: &Path) -> Option<usize> {
        if path == self.root {
            return Some(0);
        }
        let (folder, name) = self.place(path)?;
        self.nodes[folder].names.get(&name).copied()
    }

    fn file(&mut self, path: &Path) -> Option<&mut File> {
        // SQLite keeps its index of the log in memory that is shared, and makes it anew.
        if path.to_string_lossy().ends_with("-shm") {
            return None;
        }
        let node = self.node(path)?;
        self.nodes[node].file.as_mut()
    }

    fn name(&mut self, naming: Naming) {
        match &naming {
            Naming::Put { folder, name, node } => drop(self.nodes[*folder].names.insert(name.clone(), *node)),
            Naming::Take { folder, name } => drop(self.nodes[*folder].names.remove(name)),
            Naming::Move { from, to } => {
                if let Some(node) = self.nodes[from.0].names.remove(&from.1) {
                    self.nodes[to.0].names.insert(to.1.clone(), node);
                }
            }
        }
        self.naming.push(naming);
    }

    fn make(&mut self, path: &Path, file: Option<File>) {
        if let Some((folder, name)) = self.place(path) {
            let node = self.nodes.len();
            self.nodes.push(Node { file, names: BTreeMap::new() });
            self.name(Naming::Put { folder, name, node });
        }
    }

    /// Does what a process did.
    pub fn take(&mut self, event: &Event) {
        match event {
            Event::Created { path, .. } if self.node(path).is_none() => {
                // What was only looked at exists, or the call would have failed; what lies elsewhere has no place here.
                self.make(path, Some(File::default()));
            }
            Event::Created { path, emptied: true } => self.change(path, Change::Length(0)),
            Event::Created { .. } | Event::Said(_) => {}
            Event::Written { path, at, bytes } => {
                self.change(path, Change::Bytes { at: *at, bytes: bytes.clone() });
            }
            Event::Copied { from, to, at, length } => {
                let seen = self.file(from).map(|file| file.seen[*at..*at + *length].to_vec());
                if let Some(bytes) = seen {
                    self.change(to, Change::Bytes { at: *at, bytes });
                }
            }
            Event::Resized { path, length } => self.change(path, Change::Length(*length)),
            Event::Flushed { path } => self.flush(path),
            Event::Renamed { from, to } => {
                if let (Some(from), Some(to)) = (self.place(from), self.place(to)) {
                    self.name(Naming::Move { from, to });
                }
            }
            Event::Removed { path } => {
                if let Some((folder, name)) = self.place(path) {
                    self.name(Naming::Take { folder, name });
                }
            }
            Event::MadeFolder { path } => self.make(path, None),
        }
    }

    fn change(&mut self, path: &Path, change: Change) {
        if let Some(file) = self.file(path) {
            apply(&mut file.seen, &change);
            file.pending.push(change);
        }
    }

    fn flush(&mut self, path: &Path) {
        let Some(node) = self.node(path) else { return };
        if let Some(file) = &mut self.nodes[node].file {
            file.flushed = file.seen.clone();
            file.pending.clear();
            return;
        }
        let touches = |naming: &Naming| match naming {
            Naming::Put { folder, .. } | Naming::Take { folder, .. } => *folder == node,
            Naming::Move { from, to } => from.0 == node || to.0 == node,
        };
        let last = self.naming.iter().rposition(touches).map_or(0, |at| at + 1);
        self.named = self.named.max(last);
    }

    /// Cuts the power, and lays what is left into `folder`.
    pub fn cut(&self, folder: &Path, dice: &mut Dice) {
        let kept = self.named + dice.below((self.naming.len() - self.named) as u64 + 1) as usize;
        let mut names: Vec<BTreeMap<String, usize>> = vec![BTreeMap::new(); self.nodes.len()];
        for (of, name, node) in &self.before {
            names[*of].insert(name.clone(), *node);
        }
        for naming in &self.naming[..kept] {
            match naming {
                Naming::Put { folder, name, node } => drop(names[*folder].insert(name.clone(), *node)),
                Naming::Take { folder, name } => drop(names[*folder].remove(name)),
                Naming::Move { from, to } => {
                    if let Some(node) = names[from.0].remove(&from.1) {
                        names[to.0].insert(to.1.clone(), node);
                    }
                }
            }
        }
        self.lay(0, &names, folder, dice);
    }

    fn lay(&self, of: usize, names: &[BTreeMap<String, usize>], folder: &Path, dice: &mut Dice) {
        for (name, node) in &names[of] {
            let path = folder.join(name);
            match &self.nodes[*node].file {
                Some(_) if name.ends_with("-shm") => {}
                Some(file) => std::fs::write(path, file.left(dice)).unwrap(),
                None => {
                    std::fs::create_dir(&path).unwrap();
                    self.lay(*node, names, &path, dice);
                }
            }
        }
    }
}

impl File {
    /// Returns what the power left of the file.
    fn left(&self, dice: &mut Dice) -> Vec<u8> {
        let mut left = self.flushed.clone();
        // All, none, all up to one, or each for itself.
        let (how, up_to) = (dice.below(4), dice.below(self.pending.len() as u64 + 1) as usize);
        for (number, change) in self.pending.iter().enumerate() {
            match (how, change) {
                (0, _) => apply(&mut left, change),
                (1, _) => {}
                (2, _) if number < up_to => apply(&mut left, change),
                (2, Change::Bytes { .. }) if number == up_to => tear(&mut left, change, dice),
                (2, _) => {}
                _ => match dice.below(3) {
                    0 => apply(&mut left, change),
                    1 => tear(&mut left, change, dice),
                    _ => {}
                },
            }
        }
        left
    }
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Bytes { at, bytes: new } => {
            let end = at + new.len();
            if bytes.len() < end {
                bytes.resize(end, 0);
            }
            bytes[*at..end].copy_from_slice(new);
        }
        Change::Length(length) => bytes.resize(*length, 0),
    }
}

/// Keeps some sectors of a write and drops the others.
fn tear(left: &mut Vec<u8>, change: &Change, dice: &mut Dice) {
    let Change::Bytes { at, bytes } = change else { return };
    let mut from = 0;
    while from < bytes.len() {
        // To the end of the sector in which it begins.
        let to = (from + SECTOR - (at + from) % SECTOR).min(bytes.len());
        if dice.coin() {
            apply(left, &Change::Bytes { at: at + from, bytes: bytes[from..to].to_vec() });
        }
        from = to;
    }
}
