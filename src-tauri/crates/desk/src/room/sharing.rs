//! Letting the audience look on while a case is scored.

use domain::meeting::SharedScoring;

use super::{Room, change};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::matrices;
use crate::wire::everything::*;

pub fn share_scoring(desk: &mut Desk, request: ShareScoring) -> Result<RoomView, Failure> {
    change(desk, request.meeting, |room| {
        let ShareScoring { item, version, answers, .. } = request;
        room.item(item)?;
        let all = matrices::load(room.writer)?;
        matrices::kept(&all, version)?.matrix.reckon(&answers)?;
        room.share(SharedScoring { item, version, answers })
    })
}

pub fn unshare_scoring(desk: &mut Desk, request: OfMeeting) -> Result<RoomView, Failure> {
    change(desk, request.meeting, |room| {
        room.state.scoring = None;
        room.keep_state()
    })
}

impl Room<'_, '_> {
    /// Shares a scoring, or its next answer; the audit notes the projection when the sharing begins, and each answer as the
    /// state of the room.
    fn share(&mut self, scoring: SharedScoring) -> Result<(), Failure> {
        let began = self.state.scoring.is_none();
        self.state.share(scoring)?;
        if began { self.keep_shown() } else { self.keep_state() }
    }
}
