//! The one thread that works at the desk: commands of every window wait in one line, and nothing is written by two.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use desk::desk::Desk;
use tokio::sync::{mpsc, oneshot};

use crate::times::Times;

/// One command that waits for the desk.
struct Job {
    command: &'static str,
    work: Box<dyn FnOnce(&mut Desk) + Send>,
}

/// The way to the desk's thread; clones lead to the same one.
#[derive(Clone)]
pub struct DeskThread {
    jobs: mpsc::UnboundedSender<Job>,
}

/// Says that the desk's thread has ended, which happens only when the program ends or a job failed beyond repair.
#[derive(Debug, thiserror::Error)]
#[error("The program has to be started again; what was saved is safe")]
pub struct DeskGone;

impl DeskThread {
    /// Starts the thread that works at `desk` until the last way to it is dropped.
    ///
    /// `called_off` is taken back before each job: a call that came too late for one task must not stop the next.
    pub fn start(mut desk: Desk, called_off: Arc<AtomicBool>) -> Self {
        let (jobs, mut waiting) = mpsc::unbounded_channel::<Job>();
        let mut times = Times::asked_for();
        std::thread::spawn(move || {
            while let Some(Job { command, work }) = waiting.blocking_recv() {
                called_off.store(false, Ordering::Relaxed);
                match &mut times {
                    None => work(&mut desk),
                    Some(times) => times.of(command, || work(&mut desk)),
                }
            }
        });
        Self { jobs }
    }

    /// Does the `work` of a command at the desk and returns what comes of it.
    pub async fn ask<T: Send + 'static>(
        &self,
        command: &'static str,
        work: impl FnOnce(&mut Desk) -> T + Send + 'static,
    ) -> Result<T, DeskGone> {
        let (answer, answered) = oneshot::channel();
        let work = Box::new(move |desk: &mut Desk| {
            // A window that was closed meanwhile waits for no answer.
            let _ = answer.send(work(desk));
        });
        self.jobs.send(Job { command, work }).map_err(|_| DeskGone)?;
        answered.await.map_err(|_| DeskGone)
    }
}
