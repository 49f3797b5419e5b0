//! Cases: the register, one case, and the work on it.

mod checklist;
mod closing;
mod demand;
mod entry;
mod events;
mod facts;
mod forums;
mod links;
mod moving;
mod people;
mod pieces;
mod register;
mod view;

pub use checklist::get_closure_checklist;
pub use closing::{close_case, reopen_case};
pub use demand::{add_demand_count, amend_demand_count, remove_demand_count};
pub use entry::case_entry;
pub use facts::{add_case, amend_case};
pub use forums::{add_forum_link, amend_forum_link, remove_forum_link};
pub use links::{link_cases, unlink_cases};
pub use moving::{combine_cases, preview_move, split_case, undo_case_move, undo_hand_over};
pub use people::{
    add_case_subject, add_known_case_subject, amend_case_subject, filled, known_part, remove_case_subject,
    subject_view, with_new_subject,
};
pub use register::{entries, list_cases, register_entries};
pub use view::get_case;

pub(crate) use checklist::unsettle;
pub(crate) use closing::close_episode;
pub(crate) use moving::{Occasion, bring_back, combine_into, split_off, take_back_closure};
pub(crate) use view::{episode_view, link_views, view_of};

use domain::case::{Case, CaseError, survivor_of};
use domain::episode::Episode;
use domain::ids::CaseId;
use domain::reference::CaseReference;
use store::{Reader, Writer};

use crate::failure::Failure;

/// Returns the case of a reference, or says that there is none.
pub fn found(reader: &Reader<'_>, reference: &CaseReference) -> Result<Case, Failure> {
    reader.find_case(reference)?.ok_or_else(|| {
        Failure::refused(format!("There is no case {reference}")).with_hint("Look it up in the register")
    })
}

/// Returns the case of a key, or says that there is none.
pub fn kept(reader: &Reader<'_>, id: CaseId) -> Result<Case, Failure> {
    reader.get_case(id)?.ok_or_else(|| Failure::refused("That case is not in the record"))
}

/// Returns the case, unless it is a signpost: work goes on in the case it was combined with.
pub fn editable(writer: &Writer<'_>, id: CaseId) -> Result<Case, Failure> {
    let case = kept(writer, id)?;
    let survivor = survivor_of(id, &writer.list_links()?);
    if survivor != id {
        let to = kept(writer, survivor)?.reference;
        return Err(CaseError::IsSignpost { from: case.reference, to }.into());
    }
    Ok(case)
}

/// Returns the open episode of a case, or else its latest one.
pub fn latest_episode(reader: &Reader<'_>, case: CaseId) -> Result<Episode, Failure> {
    let latest =
        reader.episodes_of(case)?.into_iter().max_by_key(|episode| (episode.is_open(), episode.serial));
    latest.ok_or_else(|| Failure::refused("That case has no episode; check the hub in the settings"))
}
