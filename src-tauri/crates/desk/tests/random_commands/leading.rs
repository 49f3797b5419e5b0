//! Requests that chance alone seldom makes: what leads a referral to the gate, and over it both ways.

use domain::ids::MeetingId;
use domain::meeting::{About, Item, MeetingStatus};
use domain::referral::{Referral, ReferralStatus};
use serde_json::{Value, json};
use store::Reader;

use crate::hub::Hub;

/// The meeting that runs, with its items; absent while none does.
fn running(reader: &Reader<'_>) -> Option<(MeetingId, Vec<Item>)> {
    let mut meetings = reader.list_meetings().unwrap().into_iter();
    let running = meetings.find(|meeting| meeting.status == MeetingStatus::Running)?;
    Some((running.id, reader.items_of(running.id).unwrap()))
}

fn waits(referral: &Referral) -> bool {
    referral.status == ReferralStatus::Tabled
}

/// Returns a request that leads the walk where nothing would be learnt about what follows if chance never came there; absent
/// where the hub has nothing that this command would lead.
pub fn leading(hub: &Hub, command: &str) -> Option<Value> {
    match command {
        "begin_meeting" => hub.read(|reader| Ok(next_meeting(reader))),
        "add_item" => hub.read(|reader| Ok(brought_up(reader))),
        "decide" => {
            let (item, adopts) = hub.read(|reader| Ok(at_the_gate(reader).zip(Some(adopts_next(reader)))))?;
            let choice = match adopts {
                true => json!({ "decided": "adopt", "kind": "person", "lead_agency": null }),
                false => json!({
                    "decided": "not_adopt", "main_outcome": "mediation", "further_outcomes": ["signposted"],
                }),
            };
            Some(json!({ "item": item.id, "choice": choice, "text": "" }))
        }
        _ => None,
    }
}

/// Tells whether the next referral is adopted: as many are as are not.
fn adopts_next(reader: &Reader<'_>) -> bool {
    let referrals = reader.list_referrals().unwrap();
    let number = |status| referrals.iter().filter(|referral| referral.status == status).count();
    number(ReferralStatus::Adopted) <= number(ReferralStatus::NotAdopted)
}

/// Begins the meeting that comes next, because a gate opens in a running one only.
fn next_meeting(reader: &Reader<'_>) -> Option<Value> {
    if running(reader).is_some() {
        return None;
    }
    let meetings = reader.list_meetings().unwrap().into_iter();
    let next = meetings.filter(|meeting| meeting.status.is_ahead()).min_by_key(|meeting| meeting.date)?;
    Some(json!({ "meeting": next.id }))
}

/// Brings a tabled referral before the running meeting.
fn brought_up(reader: &Reader<'_>) -> Option<Value> {
    let (meeting, items) = running(reader)?;
    let there = |referral: &Referral| items.iter().any(|item| item.about.referral() == Some(referral.id));
    let referrals = reader.list_referrals().unwrap();
    let referral = referrals.into_iter().find(|referral| waits(referral) && !there(referral))?;
    let about = About::Referral { referral: referral.id };
    Some(json!({
        "meeting": meeting, "about": about, "group": null, "title": "", "depth": null, "minutes": null, "fixed_at": null,
    }))
}

/// Returns an item of the running meeting at which a referral waits to be adopted or not.
fn at_the_gate(reader: &Reader<'_>) -> Option<Item> {
    let (_, items) = running(reader)?;
    items.into_iter().find(|item| {
        let referral = item.about.referral().and_then(|id| reader.get_referral(id).unwrap());
        referral.is_some_and(|referral| waits(&referral))
    })
}
