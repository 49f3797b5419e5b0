//! What is not settled when a meeting is to be concluded.

use domain::action::Action;
use domain::minutes::{OpenEnd as Unsettled, open_ends_of};

use super::Loaded;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::item_facts::ItemFacts;
use crate::meetings;
use crate::names::Names;
use crate::wire::everything::*;

pub fn get_open_ends(desk: &mut Desk, request: OfMeeting) -> Result<OpenEnds, Failure> {
    desk.read(|reader| {
        let loaded = Loaded::load_kept(desk, reader, meetings::kept(reader, request.meeting)?)?;
        let raised = reader.actions_raised_at(loaded.meeting.id)?;
        Ok(OpenEnds { ends: open_ends(&loaded, &raised, &Names::load(reader)?) })
    })
}

/// Returns what is not settled, in the order of the items.
fn open_ends(loaded: &Loaded, raised: &[Action], names: &Names) -> Vec<OpenEnd> {
    let of = |facts: &ItemFacts| -> Vec<Unsettled> {
        let case = facts.item.about.case().or(facts.referral.as_ref().and_then(|referral| referral.case));
        let own: Vec<(&Action, &str)> = raised
            .iter()
            .filter(|action| Some(action.case) == case && action.status.is_open())
            .map(|action| (action, names.short(Some(action.agency))))
            .collect();
        open_ends_of(&facts.item, &facts.heading(), loaded.decision(facts.item.id), &own)
    };
    let ends = loaded.items.iter().flat_map(of);
    ends.map(|end| OpenEnd { item: end.item, words: end.words }).collect()
}
