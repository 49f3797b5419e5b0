//! What must be there after so many steps, told from the steps alone and from nothing that the program says.

use std::collections::BTreeMap;

use desk::commands;
use desk::desk::Desk;
use desk::wire::everything::*;
use domain::ids::{ItemId, MeetingId};
use domain::light::Light;

use crate::script::Step;

/// What a meeting has come to.
#[derive(Default)]
pub struct Expected {
    begun: bool,
    concluded: bool,
    declared: bool,
    current: Option<ItemId>,
    shown: Option<ItemId>,
    paused: bool,
    people: Vec<String>,
    drafts: BTreeMap<String, String>,
    points: BTreeMap<ItemId, Vec<String>>,
    actions: Vec<NewAction>,
    updates: Vec<String>,
    decisions: BTreeMap<ItemId, String>,
}

struct NewAction {
    under: Option<ItemId>,
    what: String,
    /// Set by the meeting; absent while the facts decide, and once the status has changed.
    light: Option<Light>,
}

impl Expected {
    pub fn after(steps: &[Step]) -> Self {
        let mut expected = Self::default();
        steps.iter().for_each(|step| expected.learn(step));
        expected
    }

    fn learn(&mut self, step: &Step) {
        match step {
            Step::Begin => self.begun = true,
            Step::Attend { name, .. } => self.people.push(name.clone()),
            Step::Declare => self.declared = true,
            Step::GoTo(item) => {
                (self.current, self.shown, self.paused) = (Some(*item), None, false);
            }
            Step::Show(item) => self.shown = *item,
            Step::Pause(paused) => self.paused = *paused,
            Step::Draft { key, text } if text.is_empty() => drop(self.drafts.remove(key)),
            Step::Draft { key, text } => drop(self.drafts.insert(key.clone(), text.clone())),
            Step::Point(text) => self.points_here().push(text.clone()),
            Step::TakeBackPoint => drop(self.points_here().pop()),
            Step::Action { what, .. } => {
                self.actions.push(NewAction { under: self.current, what: what.clone(), light: None });
            }
            Step::SetLight(light) => {
                if let Some(last) = self.actions.last_mut() {
                    last.light = Some(*light);
                }
            }
            Step::Update { text, .. } => self.updates.push(text.clone()),
            Step::Decide { item, text, .. } => drop(self.decisions.insert(*item, text.clone())),
            Step::TakeBack(item) => drop(self.decisions.remove(item)),
            Step::Conclude => {
                self.concluded = true;
                (self.current, self.shown) = (None, None);
            }
            Step::Level(_) | Step::Raise(_) | Step::ShowPoint | Step::ShowUpdate | Step::UnderWay => {}
        }
    }

    fn points_here(&mut self) -> &mut Vec<String> {
        self.points.entry(self.current.expect("the script goes to an item first")).or_default()
    }

    /// Asserts that all of it is there.
    pub fn assert_in(&self, desk: &mut Desk, meeting: MeetingId) {
        let drafts = commands::list_drafts(desk, DraftsUnder { prefix: String::new() }).unwrap().drafts;
        let drafts: BTreeMap<String, String> = drafts.into_iter().map(|line| (line.key, line.text)).collect();
        assert_eq!(drafts, self.drafts, "what was typed");
        if !self.begun {
            return;
        }
        let room = commands::get_room(desk, OfMeeting { meeting }).unwrap();
        if self.current.is_some() || self.concluded {
            assert_eq!(room.current.as_ref().map(|current| current.id), self.current, "where the room was");
        }
        let shown = if room.projector.blank { None } else { room.projector.item };
        assert_eq!(shown, self.shown, "what the projector showed");
        let running = room.items.iter().find(|item| Some(item.id) == self.current);
        if let Some(item) = running {
            assert_eq!(item.running_since.is_none(), self.paused, "whether the clock ran");
        }
        assert_eq!(room.declaration_read_at.is_some(), self.declared, "the declaration");
        let mut people: Vec<&str> =
            room.attendance.entries.iter().map(|line| line.entry.name.as_str()).collect();
        let mut expected: Vec<&str> = self.people.iter().map(String::as_str).collect();
        people.sort_unstable();
        expected.sort_unstable();
        assert_eq!(people, expected, "who was there");
        if let Some(case) = room.current.and_then(|current| current.case) {
            let here: Vec<&String> = case.updates.iter().map(|update| &update.text).collect();
            let known = here.iter().all(|text| self.updates.contains(text));
            assert!(known, "{here:?} beside {:?}", self.updates);
        }
        self.assert_in_minutes(&commands::get_minutes(desk, OfMeeting { meeting }).unwrap());
    }

    fn assert_in_minutes(&self, minutes: &MinutesView) {
        assert_eq!(minutes.concluded_at.is_some(), self.concluded);
        for item in &minutes.items {
            let points = self.points.get(&item.id).cloned().unwrap_or_default();
            let lines: Vec<&str> = item.text.split('\n').filter(|line| !line.is_empty()).collect();
            assert_eq!(lines, points, "the points of {}", item.heading);
            match self.decisions.get(&item.id) {
                Some(text) => assert!(item.decision.contains(text), "{} lacks {text}", item.decision),
                None => assert_eq!(item.decision, "", "{} is not decided", item.heading),
            }
            let under: Vec<&NewAction> =
                self.actions.iter().filter(|action| action.under == Some(item.id)).collect();
            let held: Vec<&str> = item.new_actions.iter().map(|row| row.what.as_str()).collect();
            let expected: Vec<&str> = under.iter().map(|action| action.what.as_str()).collect();
            assert_eq!(held, expected, "the actions of {}", item.heading);
            for (row, action) in item.new_actions.iter().zip(under) {
                // A closure ends the action, and with it what was set.
                if let Some(light) = action.light.filter(|_| row.status.is_open()) {
                    assert_eq!(row.light.light, light, "the light of {}", row.what);
                }
            }
        }
    }
}
