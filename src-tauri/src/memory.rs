//! What the memory of the program leaves behind.

/// Keeps the system from writing the memory of a program that crashed to the disk; the processes behind the pages inherit it.
#[cfg(unix)]
pub fn never_dumped() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // A system that refuses to lower a limit is none that this program runs on, and a person loses nothing by it.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

/// Does nothing: whether Windows keeps the memory of programs that crashed, the council decides for all of them.
#[cfg(not(unix))]
pub fn never_dumped() {}
