//! What the items of a meeting are about, kept while nobody changes it: the room asks for all of it at every key.

use std::cell::RefCell;
use std::collections::HashMap;

use domain::meeting::{About, Item};
use store::Reader;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::item_facts::ItemFacts;

/// The kinds of records that [`ItemFacts`] holds beside the item, as the audit names them, and disposal, which takes them.
const KINDS: &[&str] =
    &["case_record", "subject", "episode", "action", "light_setting", "referral", "disposal"];

/// What the items that were asked for last are about, and how often that had changed by then.
#[derive(Default)]
pub struct KeptFacts(RefCell<(u64, HashMap<About, ItemFacts>)>);

impl Desk {
    /// Returns what every item of `items` is about, as [`crate::item_facts::all`] does.
    pub fn facts(&self, reader: &Reader<'_>, items: Vec<Item>) -> Result<Vec<ItemFacts>, Failure> {
        let hub = self.hub()?;
        let changes = hub.store.changes_of(KINDS);
        let mut kept = hub.facts.0.borrow_mut();
        if kept.0 != changes {
            *kept = (changes, HashMap::new());
        }
        let mut all = Vec::with_capacity(items.len());
        for item in items {
            let facts = match kept.1.get(&item.about) {
                Some(kept) => ItemFacts { item, ..kept.clone() },
                None => {
                    let facts = ItemFacts::load(reader, item)?;
                    kept.1.insert(facts.item.about, facts.clone());
                    facts
                }
            };
            all.push(facts);
        }
        // Because the next meeting speaks of other things, only what was asked for now stays.
        if kept.1.len() > all.len() {
            kept.1.retain(|about, _| all.iter().any(|facts| facts.item.about == *about));
        }
        Ok(all)
    }
}
