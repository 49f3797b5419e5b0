//! Part 1 of an agenda: when the meeting is and what kinds of matters it takes, and no page of any case.

use ::papers::model::{AgendaPack, Figures};
use domain::meeting::Meeting;
use domain::publishing::{exemption, leaks, published};
use domain::redaction::Redaction;
use store::Reader;

use super::gathering::issued_agenda;
use super::kept_pages::KeptPages;
use crate::failure::Failure;
use crate::item_facts::ItemFacts;
use crate::publishing::public_headline;

/// The paragraph of Schedule 12A under which the pages of cases are left out: information relating to any individual.
const PARAGRAPH: u8 = 1;

/// Gathers Part 1 of the agenda; refused where a title still says who somebody is.
pub fn gathered(reader: &Reader<'_>, meeting: &Meeting) -> Result<AgendaPack, Failure> {
    let items = crate::item_facts::all(reader, reader.items_of(meeting.id)?)?;
    let mut pack = issued_agenda(reader, meeting, &mut KeptPages::default())?;
    pack.title = format!("{}, Part 1", pack.title);
    // A paper for the public is not marked as one for partners.
    pack.marking.text = String::new();
    pack.notice = exemption(PARAGRAPH);
    pack.before_you_come = Vec::new();
    pack.foot_note = None;
    (pack.visitors, pack.cases, pack.referrals) = (Vec::new(), Vec::new(), Vec::new());
    (pack.previous_minutes, pack.matters_arising, pack.reviews_due) = (None, Vec::new(), Vec::new());
    // Because small counts of actions and orders could point to somebody, none is told.
    pack.figures = Figures::default();
    for item in pack.running_order.iter_mut().flat_map(|group| &mut group.items) {
        let of = |facts: &&ItemFacts| item.reference.is_some() && facts.reference() == item.reference;
        match items.iter().find(of) {
            Some(facts) => item.needed = public_headline(facts, meeting),
            None => {
                item.title = published(&item.title, PARAGRAPH);
                // What is needed counts orders and actions.
                item.needed = String::new();
            }
        }
        item.section = None;
    }
    refuse_names(reader, &pack)?;
    Ok(pack)
}

fn refuse_names(reader: &Reader<'_>, pack: &AgendaPack) -> Result<(), Failure> {
    let known = Redaction::of(&reader.list_subjects()?);
    let items =
        pack.running_order.iter().flat_map(|group| &group.items).filter(|item| item.reference.is_none());
    let texts: Vec<String> = items.map(|item| format!("{} {}", item.title, item.needed)).collect();
    let found = leaks(texts.iter().map(|text| (text.as_str(), text.as_str())), &known);
    found.first().map_or(Ok(()), |leak| {
        Err(Failure::refused(format!(
            "Part 1 of the agenda cannot be made: in “{}” stands “{}”, {}",
            leak.place.trim(),
            leak.words,
            leak.what.words()
        ))
        .with_hint("Change the title of that item, or put the words between [[ and ]]"))
    })
}
