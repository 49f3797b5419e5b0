//! Cases: the register, one case, and the work on it.

mod closing;
mod facts;
mod links;
mod people;
mod register;
mod view;

pub use closing::{close_case, reopen_case};
pub use facts::{add_case, amend_case};
pub use links::{link_cases, unlink_cases};
pub use people::{add_case_subject, amend_case_subject, remove_case_subject, subject_view, with_new_subject};
pub use register::{list_cases, register_entries};
pub use view::get_case;

pub(crate) use closing::close_episode;
pub(crate) use view::{episode_view, link_views};

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
