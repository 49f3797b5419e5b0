//! Copies of the record that are due because the hub was opened or a meeting was concluded, made while nobody waits.

use std::time::Duration;

use desk::desk::Desk;

use crate::desk_thread::DeskThread;

/// How often it is looked whether a copy is due.
const LOOK: Duration = Duration::from_secs(5);

/// Makes each copy that is due, beside the desk's thread.
pub async fn watch(desk: DeskThread) {
    let mut look = tokio::time::interval(LOOK);
    loop {
        look.tick().await;
        if !make(&desk).await {
            return;
        }
    }
}

/// Makes the copy that is due, if one is; false once the desk has ended.
pub async fn make(desk: &DeskThread) -> bool {
    let job = match desk.ask("take_copy_job", Desk::take_copy_job).await {
        Ok(Some(job)) => job,
        Ok(None) => return true,
        Err(_) => return false,
    };
    // A thread that ended without an answer has made no copy, and the next opening makes one.
    let Ok(made) = tokio::task::spawn_blocking(|| job.run()).await else { return true };
    desk.ask("copy_made", |desk| desk.copy_made(made)).await.is_ok()
}
