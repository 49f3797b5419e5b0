//! The names behind the keys: agencies, officers, areas, looked up once for a view.

use std::collections::HashMap;

use domain::agency::{Agency, Area, Officer};
use domain::ids::{AgencyId, AreaId, OfficerId};
use store::Reader;

use crate::failure::Failure;
use crate::wire::Named;

/// The names of a hub.
pub struct Names {
    /// Agencies by key.
    pub agencies: HashMap<AgencyId, Agency>,
    /// Officers by key.
    pub officers: HashMap<OfficerId, Officer>,
    /// Areas by key.
    pub areas: HashMap<AreaId, Area>,
}

impl Names {
    /// Loads all names; agencies and officers are few even in a large hub.
    pub fn load(reader: &Reader<'_>) -> Result<Self, Failure> {
        Ok(Self {
            agencies: reader.list_agencies()?.into_iter().map(|each| (each.id, each)).collect(),
            officers: reader.list_officers()?.into_iter().map(|each| (each.id, each)).collect(),
            areas: reader.list_areas()?.into_iter().map(|each| (each.id, each)).collect(),
        })
    }

    /// Returns an agency's full name; empty when absent.
    pub fn agency(&self, id: Option<AgencyId>) -> &str {
        id.and_then(|id| self.agencies.get(&id)).map_or("", |agency| &agency.name)
    }

    /// Returns an agency's short name; empty when absent.
    pub fn short(&self, id: Option<AgencyId>) -> &str {
        id.and_then(|id| self.agencies.get(&id)).map_or("", |agency| &agency.short_name)
    }

    /// Returns an officer's name; empty when absent.
    pub fn officer(&self, id: Option<OfficerId>) -> &str {
        id.and_then(|id| self.officers.get(&id)).map_or("", |officer| &officer.name)
    }

    /// Returns an area's name; empty when absent.
    pub fn area(&self, id: Option<AreaId>) -> &str {
        id.and_then(|id| self.areas.get(&id)).map_or("", |area| &area.name)
    }

    /// Returns an agency with its short name, for cells.
    pub fn named_agency(&self, id: AgencyId) -> Named<AgencyId> {
        Named { id, name: self.short(Some(id)).to_owned() }
    }

    /// Returns an officer with the name, for cells; absent when absent.
    pub fn named_officer(&self, id: Option<OfficerId>) -> Option<Named<OfficerId>> {
        id.map(|id| Named { id, name: self.officer(Some(id)).to_owned() })
    }
}
