//! The sample's retention: rules short enough that something is due, one hold, and one case kept longer.

use domain::ids::RetentionChoiceId;
use domain::retention::{KeepFor, RecordRef, RecordType, RetentionChoice, RetentionRules};

use super::CHAIR;
use super::calendar::When;
use super::maker::Maker;
use crate::failure::Failure;

/// Returns the rules of every sample hub: its register is hardly more than a year old.
pub fn rules() -> RetentionRules {
    RetentionRules {
        closed_case: KeepFor::months(10),
        not_adopted_referral: KeepFor::months(1),
        settled_referral: KeepFor::months(1),
        ..RetentionRules::default()
    }
}

impl Maker<'_, '_> {
    /// Holds one old case and keeps another longer, where they are in this sample.
    pub fn make_choices(&mut self) -> Result<(), Failure> {
        let chosen_on = self.made.calendar.day(When::Meeting(2));
        let by = (CHAIR, chosen_on);
        if let Some(case) = self.made.cases.get("5") {
            let record = RecordRef { of: RecordType::ClosedCase, record: case.id.0 };
            let id = RetentionChoiceId::new(&mut **self.ids);
            let why = "Complaint to the council, not answered yet";
            self.writer.put_retention_choice(&RetentionChoice::hold(id, record, None, why, by)?)?;
        }
        if let Some(case) = self.made.cases.get("8") {
            let record = RecordRef { of: RecordType::ClosedCase, record: case.id.0 };
            let id = RetentionChoiceId::new(&mut **self.ids);
            let (until, now) = (self.made.calendar.day(When::FromNext(75)), chosen_on);
            let why = "Evidence for the hearing in the new year";
            self.writer.put_retention_choice(&RetentionChoice::keep(id, record, (until, now), why, by)?)?;
        }
        Ok(())
    }
}
