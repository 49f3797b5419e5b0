//! The window speaks to nobody outside this machine.

use std::fs;

use acceptance::{Application, Display, Outcome, eventually};

#[tokio::test]
async fn the_window_speaks_to_nobody_outside_this_machine() -> Outcome<()> {
    let display = Display::start()?;
    let folder = tempfile::tempdir()?;
    let trace = folder.path().join("trace");
    let application = Application::open_traced(&display, folder.path(), &trace).await?;
    let process = application.process().to_string();
    application.close().await?;
    let trace = eventually("the whole trace", || {
        fs::read_to_string(&trace)
            .ok()
            .filter(|calls| calls.lines().any(|call| tells_the_end_of(&process, call)))
    })?;
    let calls: Vec<&str> = trace.lines().filter(|call| call.contains("sa_family=AF_")).collect();
    assert!(calls.iter().any(|call| call.contains("AF_UNIX")), "the trace holds what certainly happened");
    let outside: Vec<&&str> = calls.iter().filter(|call| is_outside(call)).collect();
    assert!(outside.is_empty(), "it reached outside: {outside:#?}");
    Ok(())
}

fn tells_the_end_of(process: &str, call: &str) -> bool {
    let mut words = call.split_whitespace();
    words.next() == Some(process) && words.next() == Some("+++")
}

/// Tells whether the system call names an address that is neither this machine nor its kernel. The driver itself
/// listens to the window on 127.0.0.1.
fn is_outside(call: &str) -> bool {
    let of_this_machine = ["AF_UNIX", "AF_NETLINK", "AF_UNSPEC", "\"127.", "\"::1\""];
    !of_this_machine.iter().any(|name| call.contains(name))
}
