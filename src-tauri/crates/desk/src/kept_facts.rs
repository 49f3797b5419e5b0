//! The items of a meeting and what they are about, kept while nobody changes them: the room asks for all of
//! it at every key.

use std::cell::RefCell;
use std::collections::HashMap;

use domain::ids::{ActionId, CaseId, EpisodeId, ItemId, MeetingId, ReferralId, SubjectId};
use domain::meeting::{About, Item};
use store::Reader;
use uuid::Uuid;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::item_facts::ItemFacts;
use crate::written_since::{Written, WrittenUntil};

/// The meeting that was asked for last, what its items are about, and how far the audit had come by then.
#[derive(Default)]
pub struct KeptFacts(RefCell<Kept>);

#[derive(Default)]
struct Kept {
    until: WrittenUntil,
    /// The items of the meeting, in their order; absent while they have to be read.
    items: Option<(MeetingId, Vec<Item>)>,
    facts: HashMap<About, ItemFacts>,
}

impl Kept {
    /// Forgets what the audit says has changed since.
    fn catch_up(&mut self, reader: &Reader<'_>) -> Result<(), Failure> {
        let (written, until) = self.until.since(reader)?;
        match written {
            Written::TooMuch => {
                self.items = None;
                self.facts.clear();
            }
            Written::Rows(_) if self.items.is_none() && self.facts.is_empty() => {}
            Written::Rows(rows) => {
                for (kind, key) in rows {
                    self.forget(reader, &kind, key)?;
                }
            }
        }
        self.until = until;
        Ok(())
    }

    /// Forgets what a written row is part of. The kinds are those of which [`ItemFacts`] holds something.
    fn forget(&mut self, reader: &Reader<'_>, kind: &str, key: Uuid) -> Result<(), Failure> {
        let case = match kind {
            "item" => return self.renew(reader, ItemId(key)),
            "case_record" => Some(CaseId(key)),
            "action" => {
                // Because an action may have gone to another case, and then the one that it left is not written.
                self.facts.retain(|_, facts| !facts.has_action(ActionId(key)));
                reader.get_action(ActionId(key))?.map(|action| action.case)
            }
            "episode" => reader.get_episode(EpisodeId(key))?.map(|episode| episode.case),
            "subject" => {
                let holds =
                    |facts: &ItemFacts| facts.subjects.iter().any(|(each, _)| each.id == SubjectId(key));
                self.facts.retain(|_, facts| !holds(facts));
                return Ok(());
            }
            "referral" => {
                self.facts.remove(&About::Referral { referral: ReferralId(key) });
                return Ok(());
            }
            "disposal" => {
                self.items = None;
                None
            }
            _ => return Ok(()),
        };
        match case {
            Some(case) => {
                self.facts.remove(&About::Case { case });
                let became =
                    |facts: &ItemFacts| facts.referral.as_ref().is_some_and(|each| each.case == Some(case));
                self.facts.retain(|_, facts| !became(facts));
            }
            // What was taken back does not say any more where it belonged.
            None => self.facts.clear(),
        }
        Ok(())
    }

    /// Reads an item anew; all of them where it is not in the place where it was.
    fn renew(&mut self, reader: &Reader<'_>, id: ItemId) -> Result<(), Failure> {
        let Some((meeting, items)) = &mut self.items else { return Ok(()) };
        let now = reader.get_item(id)?.filter(|item| item.meeting == *meeting);
        match (items.iter_mut().find(|item| item.id == id), now) {
            (Some(before), Some(now)) if before.position == now.position => *before = now,
            // An item of another meeting.
            (None, None) => {}
            _ => self.items = None,
        }
        Ok(())
    }
}

impl Desk {
    /// Returns what every item of a meeting is about, in their order, as [`crate::item_facts::all`] does.
    pub fn facts(&self, reader: &Reader<'_>, meeting: MeetingId) -> Result<Vec<ItemFacts>, Failure> {
        let mut kept = self.hub()?.facts.0.borrow_mut();
        kept.catch_up(reader)?;
        let known = kept.items.take().filter(|(of, _)| *of == meeting);
        let items = known.map_or_else(|| reader.items_of(meeting), |(_, items)| Ok(items))?;
        let mut all = Vec::with_capacity(items.len());
        for item in items.iter().cloned() {
            let facts = match kept.facts.get(&item.about) {
                Some(kept) => ItemFacts { item, ..kept.clone() },
                None => {
                    let facts = ItemFacts::load(reader, item)?;
                    kept.facts.insert(facts.item.about, facts.clone());
                    facts
                }
            };
            all.push(facts);
        }
        kept.items = Some((meeting, items));
        // Because the next meeting speaks of other things, only what was asked for now stays.
        if kept.facts.len() > all.len() {
            kept.facts.retain(|about, _| all.iter().any(|facts| facts.item.about == *about));
        }
        Ok(all)
    }
}
