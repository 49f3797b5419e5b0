//! The sheet of one agency: its own items as they were frozen, and what it owes now.

use ::papers::model as paper;
use chrono::NaiveDate;
use domain::agency::Agency;
use domain::agenda::Visit;
use domain::referral::CheckAnswer;
use domain::words::count;
use store::Reader;

use super::Frozen;
use crate::action_rows::RowMaker;
use crate::failure::Failure;
use crate::papers;

/// What the hub's record adds to a frozen pack for the sheet of one agency.
pub struct Owed {
    /// Its open actions, on the agenda or not, by number.
    pub actions: Vec<paper::ActionRow>,
    /// The references of the cases that these are on.
    pub references: Vec<String>,
    /// The checks that it has not answered.
    pub checks: Vec<paper::CheckAsked>,
}

impl Owed {
    /// Loads what an agency owes; lights are read on `day`.
    pub fn load(
        reader: &Reader<'_>,
        agency: &Agency,
        frozen: &Frozen,
        day: NaiveDate,
    ) -> Result<Self, Failure> {
        let rows = RowMaker::load(reader, day)?;
        let mut open = rows.all(reader, |action| action.status.is_open() && action.agency == agency.id)?;
        open.sort_by_key(|row| row.number);
        let mut checks = Vec::new();
        for referral in frozen.parts.iter().filter_map(|part| part.referral) {
            let referral = crate::referrals::kept(reader, referral)?;
            let asked = reader.checks_of(referral.id)?.into_iter();
            let asked =
                asked.filter(|check| check.agency == agency.id && check.answer == CheckAnswer::NoReply);
            checks.extend(asked.map(|_| paper::CheckAsked {
                reference: referral.number.to_string(),
                headline: referral.title.clone(),
                about: referral.place.clone(),
                asked: None,
            }));
        }
        let mut references: Vec<String> = open.iter().map(|row| row.reference.to_string()).collect();
        references.dedup();
        Ok(Self { actions: open.iter().map(papers::action_row).collect(), references, checks })
    }
}

/// Puts the sheet together from the pack's parts that are the agency's own.
pub fn sheet(
    pack: paper::AgendaPack,
    agency: &Agency,
    visit: Option<Visit>,
    owed: Owed,
) -> paper::AgencySheet {
    let items = pack.running_order.iter().flat_map(|group| &group.items);
    let items = items.filter(|item| item.reference.is_some()).map(|item| sheet_item(&pack, item, agency));
    paper::AgencySheet {
        items: items.collect(),
        agency: agency.name.clone(),
        attending: match visit {
            Some(Visit::Between { arrives, leaves }) => {
                Some(paper::Attending::Between { arrive: arrives, leave: leaves })
            }
            Some(Visit::Throughout) => Some(paper::Attending::Throughout),
            Some(Visit::Written) => Some(paper::Attending::WrittenUpdate),
            Some(Visit::NoItem) | None => None,
        },
        actions: owed.actions,
        checks: owed.checks,
        slip: Some(paper::ReturnSlip::default()),
        hub: pack.hub,
        marking: pack.marking,
        title: pack.title,
        date: pack.date,
        starts: pack.starts,
        ends: pack.ends,
        place: pack.place,
        status: pack.status,
        copy: pack.copy,
        abbreviations: pack.abbreviations,
    }
}

fn sheet_item(pack: &paper::AgendaPack, item: &paper::RunningItem, agency: &Agency) -> paper::SheetItem {
    let case = pack.cases.iter().find(|page| Some(&page.reference) == item.reference.as_ref());
    let referral = pack.referrals.iter().find(|page| Some(&page.reference) == item.reference.as_ref());
    let headline = case.map(|page| page.headline.clone()).or(referral.map(|page| page.referrer.clone()));
    let own = case.map_or(0, |page| page.actions.iter().filter(|row| row.agency == agency.name).count());
    paper::SheetItem {
        starts: item.starts,
        minutes: item.minutes,
        reference: item.reference.clone(),
        headline: headline.unwrap_or_default(),
        needed: item.needed.clone(),
        role: if own == 0 { String::new() } else { count(own, "action of yours", "actions of yours") },
    }
}
