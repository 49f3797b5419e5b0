//! The pages of cases in an agenda pack, kept while nobody changes what they say: after each change the pack that is looked
//! at is gathered anew, and most of its cases are as they were. The facts of a room's items are kept by the same audit, in
//! `kept_facts`; what stands here besides, such as orders and scores, clears all pages when it is written.

use std::collections::HashMap;

use ::papers::model::CasePage;
use chrono::NaiveDate;
use domain::ids::{ActionId, ActionUpdateId, CaseId};
use domain::meeting::{About, Item, Meeting};
use store::Reader;
use uuid::Uuid;

use crate::access::VIEW;
use crate::failure::Failure;
use crate::item_facts::ItemFacts;
use crate::written_since::{Written, WrittenUntil};

/// The pages of one pack, and how far the audit had come when they were gathered.
#[derive(Default)]
pub struct KeptPages {
    until: WrittenUntil,
    of: Option<GoesBy>,
    pages: HashMap<CaseId, KeptPage>,
}

/// What all pages of a pack go by: the meeting, the day of its lights, and the meeting before.
#[derive(PartialEq)]
pub struct GoesBy {
    pub meeting: Meeting,
    pub day: NaiveDate,
    pub previous: Option<Meeting>,
}

struct KeptPage {
    facts: ItemFacts,
    page: CasePage,
}

impl KeptPages {
    /// Forgets what another pack said, and what was written since.
    pub fn catch_up(&mut self, reader: &Reader<'_>, of: GoesBy) -> Result<(), Failure> {
        let (written, until) = self.until.since(reader)?;
        if self.of.as_ref() != Some(&of) {
            self.pages.clear();
            self.of = Some(of);
        }
        match written {
            Written::TooMuch => self.pages.clear(),
            Written::Rows(_) if self.pages.is_empty() => {}
            Written::Rows(rows) => {
                for (kind, key) in rows {
                    self.forget(reader, &kind, key)?;
                }
            }
        }
        self.until = until;
        Ok(())
    }

    /// Forgets what a written row is part of: all pages where that is not plain.
    fn forget(&mut self, reader: &Reader<'_>, kind: &str, key: Uuid) -> Result<(), Failure> {
        match kind {
            VIEW => {}
            // Other pages say no more of a case than its reference, which stays for as long as the case does.
            "case_record" => drop(self.pages.remove(&CaseId(key))),
            "action" => self.forget_action(reader, ActionId(key))?,
            "action_update" => match reader.get_action_update(ActionUpdateId(key))? {
                Some(update) => self.forget_action(reader, update.action)?,
                None => self.pages.clear(),
            },
            _ => self.pages.clear(),
        }
        Ok(())
    }

    fn forget_action(&mut self, reader: &Reader<'_>, id: ActionId) -> Result<(), Failure> {
        // Because an action may have gone to another case, and then the one that it left is not written.
        self.pages.retain(|_, kept| !kept.facts.has_action(id));
        match reader.get_action(id)? {
            Some(action) => drop(self.pages.remove(&action.case)),
            None => self.pages.clear(),
        }
        Ok(())
    }

    /// Returns what every item is about, kept or loaded.
    pub fn facts(&self, reader: &Reader<'_>, items: Vec<Item>) -> Result<Vec<ItemFacts>, Failure> {
        let facts = |item: Item| match self.of_item(&item) {
            Some(kept) => Ok(ItemFacts { item, ..kept.facts.clone() }),
            None => ItemFacts::load(reader, item),
        };
        items.into_iter().map(facts).collect()
    }

    /// Returns the page of an item; absent when it has to be gathered.
    pub fn page(&self, item: &Item) -> Option<CasePage> {
        self.of_item(item).filter(|kept| kept.facts.item == *item).map(|kept| kept.page.clone())
    }

    /// Keeps the page of a case.
    pub fn keep(&mut self, case: CaseId, facts: &ItemFacts, page: &CasePage) {
        self.pages.insert(case, KeptPage { facts: facts.clone(), page: page.clone() });
    }

    fn of_item(&self, item: &Item) -> Option<&KeptPage> {
        match item.about {
            About::Case { case } => self.pages.get(&case),
            _ => None,
        }
    }
}
