//! Settings, areas and the directory that pickers choose from.

use domain::agency::Area;
use domain::calendar;
use domain::forum::FORUMS;
use domain::ids::AreaId;
use domain::settings::Settings;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn get_settings(desk: &mut Desk, _request: Nothing) -> Result<SettingsView, Failure> {
    let (settings, mut areas) = desk.read(|reader| Ok((reader.settings()?, reader.list_areas()?)))?;
    areas.sort_by_key(|area| area.name.to_lowercase());
    Ok(SettingsView {
        defaults: Settings::of_new_hub(&settings.hub),
        settings,
        areas,
        holidays_source: calendar::SOURCE.to_owned(),
        holidays_last_year: calendar::LAST_YEAR,
        folder: desk.folder().display().to_string(),
        backups: crate::backups::backups(desk)?,
    })
}

pub fn amend_settings(desk: &mut Desk, request: AmendSettings) -> Result<SettingsView, Failure> {
    desk.write(&["settings", "hub", "case", "action", "meeting", "room"], |writer, _| {
        let Settings { sample, copied_elsewhere, .. } = writer.settings()?;
        let settings = Settings { sample, copied_elsewhere, ..request.settings }.checked()?;
        writer.put_settings(&settings)?;
        Ok(())
    })?;
    get_settings(desk, Nothing {})
}

pub fn add_area(desk: &mut Desk, request: AddArea) -> Result<SettingsView, Failure> {
    let name = request.name.trim().to_owned();
    if name.is_empty() {
        return Err(Failure::refused("Give the area a name").at("name"));
    }
    desk.write(&["settings"], |writer, ids| {
        let same = |area: &Area| area.name.to_lowercase() == name.to_lowercase();
        if writer.list_areas()?.iter().any(same) {
            return Err(Failure::refused(format!("“{name}” is in the list already")).at("name"));
        }
        writer.put_area(&Area { id: AreaId::new(&mut **ids), name })?;
        Ok(())
    })?;
    get_settings(desk, Nothing {})
}

pub fn amend_area(desk: &mut Desk, request: AmendArea) -> Result<SettingsView, Failure> {
    let name = request.name.trim().to_owned();
    if name.is_empty() {
        return Err(Failure::refused("Give the area a name").at("name"));
    }
    desk.write(&["settings", "case", "referral", "room"], |writer, _| {
        let areas = writer.list_areas()?;
        let same = |area: &&Area| area.id != request.id && area.name.to_lowercase() == name.to_lowercase();
        if areas.iter().any(|area| same(&area)) {
            return Err(Failure::refused(format!("“{name}” is in the list already")).at("name"));
        }
        if !areas.iter().any(|area| area.id == request.id) {
            return Err(Failure::refused("That area is not in the list any more").at("name"));
        }
        writer.put_area(&Area { id: request.id, name })?;
        Ok(())
    })?;
    get_settings(desk, Nothing {})
}

pub fn get_directory(desk: &mut Desk, _request: Nothing) -> Result<Directory, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let mut agencies: Vec<_> = reader.list_agencies()?.into_iter().filter(|each| each.active).collect();
        let mut officers: Vec<_> = reader.list_officers()?.into_iter().filter(|each| each.active).collect();
        let mut areas = reader.list_areas()?;
        agencies.sort_by_key(|agency| agency.name.to_lowercase());
        officers.sort_by_key(|officer| officer.name.to_lowercase());
        areas.sort_by_key(|area| area.name.to_lowercase());
        let mut order_types = reader.list_order_types()?;
        order_types.retain(|row| row.holds_on(today));
        let named = |(name, words): &(&str, &str)| ((*name).to_owned(), (*words).to_owned());
        let forums = FORUMS.iter().map(named).collect();
        Ok(Directory { agencies, officers, areas, order_types, forums })
    })
}
