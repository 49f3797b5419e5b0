//! What the program and what it starts speak to: the machine that they run on, and nobody else.

use std::{fs, path::Path};

use acceptance::{Outcome, eventually};

/// Fails when a trace among those in `folder` names an address outside this machine.
pub fn nobody_outside(folder: &Path) -> Outcome<()> {
    let mut traces = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let trace =
            eventually("the whole trace", || fs::read_to_string(&path).ok().filter(|it| is_whole(it)))?;
        let calls: Vec<&str> = trace.lines().filter(|call| call.contains("sa_family=AF_")).collect();
        assert!(calls.iter().any(|call| call.contains("AF_UNIX")), "the trace holds what certainly happened");
        let outside: Vec<&&str> = calls.iter().filter(|call| is_outside(call)).collect();
        assert!(outside.is_empty(), "it reached outside: {outside:#?}");
        let raw = trace.lines().find(|call| call.contains("AF_PACKET") || call.contains("SOCK_RAW, IPPROTO"));
        assert!(raw.is_none(), "it opened a socket below the addresses: {raw:?}");
        traces += 1;
    }
    assert!(traces > 0, "something was traced");
    Ok(())
}

/// Tells whether a trace goes to the end of the process that it begins with, which is the program.
fn is_whole(trace: &str) -> bool {
    let program = trace.split_whitespace().next().unwrap_or_default();
    let ends = |call: &str| {
        let mut words = call.split_whitespace();
        words.next() == Some(program) && words.next() == Some("+++")
    };
    trace.lines().any(ends)
}

/// Tells whether the system call names an address that is neither this machine nor its kernel. The driver itself
/// listens to the window on 127.0.0.1.
fn is_outside(call: &str) -> bool {
    let of_this_machine = ["AF_UNIX", "AF_NETLINK", "AF_UNSPEC", "\"127.", "\"::1\""];
    !of_this_machine.iter().any(|name| call.contains(name))
}

#[test]
fn an_address_outside_is_told_from_one_inside() {
    let outside =
        "1 connect(3, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr(\"8.8.8.8\")}, 16) = 0";
    let inside =
        "1 connect(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0";
    assert!(is_outside(outside) && !is_outside(inside));
}
