//! Where the meeting room stands: its clock and its projector.

use crate::disclosure::{Level, LevelFacts, LevelLimit};
use crate::ids::{CaseId, ItemId, MeetingId};
use crate::meeting::{RoomState, SharedScoring};
use crate::moment::Moment;

/// What the level at which an item may be shown depends on, beside the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The level chosen for the item; absent when the room's holds.
    pub own: Option<Level>,
    /// The case; absent for other items.
    pub case: Option<CaseId>,
    /// Whether somebody in it is under 18.
    pub child: bool,
    /// Whether an observer watches it.
    pub observer: bool,
}

/// Says why a scoring cannot be shared with the audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SharingError {
    /// Its item is not on the projector.
    #[error("Put the item on the projector first; a scoring shows only beside it")]
    NotProjected,
}

impl RoomState {
    /// Returns a room that was not entered yet: blank, and at initials once something is put there (a default).
    pub fn of_new_room(meeting: MeetingId) -> Self {
        Self {
            meeting,
            item: None,
            running_since: None,
            projected: None,
            blank: true,
            level: Level::Initials,
            raised: Vec::new(),
            observer_override: None,
            scoring: None,
            told: Vec::new(),
        }
    }

    /// Returns the milliseconds since the item's clock was started; 0 while paused and when a clock was moved back.
    pub fn running_ms(&self, now: Moment) -> i64 {
        self.running_since.map_or(0, |since| now.0.saturating_sub(since.0)).max(0)
    }

    /// Takes milliseconds off what the item's clock counts at present, and lets a clock that began in the future, because it
    /// was set back since, begin now; nothing happens while it is paused.
    pub fn restart_clock(&mut self, take_off_ms: i64, now: Moment) {
        self.running_since =
            self.running_since.map(|since| Moment(since.0.saturating_add(take_off_ms)).min(now));
    }

    /// Blanks the projector. What comes next is shown only once it is put there.
    pub fn blank_projector(&mut self) {
        self.projected = None;
        self.blank = true;
        self.scoring = None;
    }

    /// Puts an item on the projector. A scoring that was shared beside another item is shared no longer.
    pub fn project(&mut self, item: ItemId) {
        self.projected = Some(item);
        self.blank = false;
        self.scoring = self.scoring.take().filter(|scoring| scoring.item == item);
    }

    /// Shares a scoring with the audience; only beside its own item, and only while that is on the projector.
    pub fn share(&mut self, scoring: SharedScoring) -> Result<(), SharingError> {
        if self.blank || self.projected != Some(scoring.item) || self.item != Some(scoring.item) {
            return Err(SharingError::NotProjected);
        }
        self.scoring = Some(scoring);
        Ok(())
    }

    /// Returns the scoring that the audience may look on; absent unless its item is the one on the projector.
    pub fn shared_scoring(&self) -> Option<&SharedScoring> {
        self.scoring.as_ref().filter(|scoring| !self.blank && self.projected == Some(scoring.item))
    }

    /// Returns the level at which an item may be shown, and what lowered it; absent when nothing did.
    pub fn level_of(&self, shown: Shown) -> (Level, Option<LevelLimit>) {
        LevelFacts {
            chosen: shown.own.unwrap_or(self.level),
            child: shown.child,
            child_raised: shown.case.is_some_and(|case| self.raised.contains(&case)),
            observer: shown.observer,
            observer_overruled: self.observer_override.is_some(),
        }
        .allowed()
    }
}

/// Returns a level and what lowered it in words: `reference only, observer present`.
pub fn level_words(level: Level, limit: Option<LevelLimit>) -> String {
    match limit {
        None => level.words().to_owned(),
        Some(LevelLimit::Observer) => format!("{}, observer present", level.words()),
        Some(LevelLimit::Child) => format!("{}, child", level.words()),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn room() -> RoomState {
        RoomState::of_new_room(MeetingId(Uuid::nil()))
    }

    fn shown() -> Shown {
        Shown { own: None, case: Some(CaseId(Uuid::from_u128(4))), child: false, observer: false }
    }

    #[test]
    fn a_clock_moved_back_takes_no_time_away() {
        let running = RoomState { running_since: Some(Moment(5_000)), ..room() };
        assert_eq!(running.running_ms(Moment(8_000)), 3_000);
        assert_eq!(running.running_ms(Moment(1_000)), 0);
        assert_eq!(room().running_ms(Moment(8_000)), 0, "paused");
    }

    #[test]
    fn minutes_are_taken_off_the_running_clock_which_never_begins_in_the_future() {
        let mut running = RoomState { running_since: Some(Moment(5_000)), ..room() };
        running.restart_clock(2_000, Moment(9_000));
        assert_eq!(running.running_ms(Moment(9_000)), 2_000);
        running.restart_clock(0, Moment(1_000));
        assert_eq!(running.running_ms(Moment(3_000)), 2_000, "the clock was set back");
        let mut paused = room();
        paused.restart_clock(2_000, Moment(9_000));
        assert_eq!(paused.running_since, None);
    }

    #[test]
    fn an_items_own_level_goes_before_the_rooms() {
        assert_eq!(room().level_of(shown()).0, Level::Initials);
        assert_eq!(room().level_of(Shown { own: Some(Level::Full), ..shown() }).0, Level::Full);
    }

    #[test]
    fn a_child_is_raised_by_case_and_for_no_other() {
        let raised = RoomState { raised: vec![CaseId(Uuid::from_u128(4))], ..room() };
        let child = Shown { child: true, ..shown() };
        assert_eq!(raised.level_of(child), (Level::Initials, None));
        let other = Shown { case: Some(CaseId(Uuid::from_u128(5))), ..child };
        assert_eq!(raised.level_of(other), (Level::Reference, Some(LevelLimit::Child)));
        assert_eq!(
            raised.level_of(Shown { case: None, ..child }).0,
            Level::Reference,
            "a referral about a child"
        );
    }

    fn scoring(item: u128) -> SharedScoring {
        let version = crate::ids::MatrixVersionId(Uuid::nil());
        SharedScoring { item: ItemId(Uuid::from_u128(item)), version, answers: Vec::new() }
    }

    #[test]
    fn a_scoring_is_shared_only_beside_its_own_item_on_the_projector() {
        let mut at = RoomState { item: Some(ItemId(Uuid::from_u128(1))), ..room() };
        assert_eq!(at.share(scoring(1)), Err(SharingError::NotProjected), "the projector is blank");
        at.project(ItemId(Uuid::from_u128(1)));
        assert_eq!(at.share(scoring(2)), Err(SharingError::NotProjected), "another item");
        assert_eq!(at.share(scoring(1)), Ok(()));
        assert_eq!(at.shared_scoring(), Some(&scoring(1)));
    }

    #[test]
    fn blanking_and_another_item_end_the_sharing() {
        let item = ItemId(Uuid::from_u128(1));
        let mut shared = RoomState { item: Some(item), ..room() };
        shared.project(item);
        shared.share(scoring(1)).unwrap();
        let mut blanked = shared.clone();
        blanked.blank_projector();
        blanked.project(item);
        assert_eq!(blanked.shared_scoring(), None, "what comes next is shared only once it is asked for");
        let mut same = shared.clone();
        same.project(item);
        assert_eq!(same.shared_scoring(), Some(&scoring(1)));
        shared.project(ItemId(Uuid::from_u128(2)));
        assert_eq!((shared.shared_scoring(), &shared.scoring), (None, &None));
    }

    #[test]
    fn both_screens_name_the_level_and_why() {
        let (level, limit) = room().level_of(Shown { observer: true, ..shown() });
        assert_eq!(level_words(level, limit), "reference only, observer present");
    }
}
