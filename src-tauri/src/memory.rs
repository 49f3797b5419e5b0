//! Where the program takes its memory from, and what it leaves behind.

use mimalloc::MiMalloc;

/// Gives out memory, because that of the C library took half of the time that the desk worked at a key of the room.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

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
