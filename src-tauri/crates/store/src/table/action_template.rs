//! Usual actions, as far as a hub changed or added them.

use domain::action_template::{ActionTemplate, listed};
use domain::ids::ActionTemplateId;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    ActionTemplate in "action_template", found by |_| None, key id,
    { id, position, what, kind, days, agency, retired }
}

impl Reader<'_> {
    /// Returns the hub's usual actions in their order, those that were shipped and never changed among them.
    pub fn list_action_templates(&self) -> Result<Vec<ActionTemplate>, StoreError> {
        Ok(listed(self.list("WHERE removed = 0", [])?))
    }

    /// Returns a usual action that the hub stored; absent when it is one that was shipped, or none.
    pub fn get_action_template(&self, id: ActionTemplateId) -> Result<Option<ActionTemplate>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds or amends a usual action; returns whether anything changed.
    pub fn put_action_template(&mut self, template: &ActionTemplate) -> Result<bool, StoreError> {
        self.put(template)
    }
}
