//! What stands beside the cases: referrals, meetings that were held, and what agencies sent in writing.

use std::collections::BTreeMap;

use domain::guide::{GuideAnswer, GuideAnswers, GuidePart};
use domain::meeting::Depth;
use domain::referral::{ReferralOutcome, ReferralStatus};

use super::{cells, lines, word};
use crate::sample::calendar::When;

/// A referral to be.
#[derive(Clone, Debug)]
pub struct ReferralWords {
    /// Its number.
    pub number: u32,
    /// Where it stands.
    pub status: ReferralStatus,
    /// The agency that refers.
    pub referrer: &'static str,
    /// The day it was received.
    pub received: When,
    /// The day it was decided; absent until then.
    pub decided: Option<When>,
    /// Its title.
    pub title: &'static str,
    /// The outcomes, the main one first.
    pub outcomes: Vec<ReferralOutcome>,
    /// The guides that were opened.
    pub guides: Vec<GuidePart>,
    /// What was answered: `answer <key> | <chosen, chosen> | <text>`.
    pub answers: GuideAnswers,
    /// Its texts by the name of the field.
    pub texts: BTreeMap<&'static str, &'static str>,
}

/// Reads the referrals.
pub fn referrals() -> Vec<ReferralWords> {
    let mut referrals: Vec<ReferralWords> = Vec::new();
    for (key, rest) in lines(include_str!("referrals.txt")) {
        match (key, cells(rest).as_slice(), referrals.last_mut()) {
            ("referral", [number, status, referrer, received, decided, title], _) => {
                let (Ok(number), Some(received)) = (number.parse(), When::read(received, -1)) else {
                    continue;
                };
                referrals.push(ReferralWords {
                    number,
                    status: word(status).unwrap_or(ReferralStatus::InTriage),
                    referrer,
                    received,
                    decided: When::read(decided, -1),
                    title,
                    outcomes: Vec::new(),
                    guides: Vec::new(),
                    answers: GuideAnswers::default(),
                    texts: BTreeMap::new(),
                });
            }
            ("outcomes", _, Some(referral)) => {
                referral.outcomes = rest.split_whitespace().filter_map(word).collect();
            }
            ("guides", _, Some(referral)) => {
                referral.guides = rest.split_whitespace().filter_map(word).collect();
            }
            ("answer", [key, chosen, text], Some(referral)) => {
                let chosen =
                    chosen.split(',').map(str::trim).filter(|each| !each.is_empty()).map(str::to_owned);
                let answer = GuideAnswer { chosen: chosen.collect(), text: (*text).to_owned() };
                referral.answers.0.insert((*key).to_owned(), answer);
            }
            (field, _, Some(referral)) => {
                referral.texts.insert(field, rest);
            }
            _ => {}
        }
    }
    referrals
}

/// A meeting that was held.
#[derive(Clone, Debug)]
pub struct MeetingWords {
    /// How many meetings ago.
    pub back: u32,
    /// The room.
    pub room: &'static str,
    /// Its items in their order.
    pub items: Vec<ItemWords>,
}

/// An item of a meeting that was held.
#[derive(Clone, Debug)]
pub struct ItemWords {
    /// `welcome`, `arising`, `orders`, a case's number or a referral's.
    pub about: &'static str,
    /// How deep it went.
    pub depth: Depth,
    /// What was decided, in a word; empty when nothing was.
    pub decision: &'static str,
    /// The words of the decision; empty for chance to choose.
    pub words: &'static str,
    /// Key points that only this item has.
    pub points: Vec<&'static str>,
    /// What the minutes say instead since they were corrected; absent when they were not.
    pub corrected: Option<&'static str>,
}

/// Reads the meetings, the oldest first.
pub fn meetings() -> Vec<MeetingWords> {
    let mut meetings: Vec<MeetingWords> = Vec::new();
    for (key, rest) in lines(include_str!("meetings.txt")) {
        match (key, cells(rest).as_slice(), meetings.last_mut()) {
            ("meeting", [back, room], _) => {
                meetings.push(MeetingWords { back: back.parse().unwrap_or(1), room, items: Vec::new() });
            }
            ("item", [about, depth, decision, words], Some(meeting)) => meeting.items.push(ItemWords {
                about,
                depth: word(depth).unwrap_or(Depth::Quick),
                decision: decision.trim_matches('-'),
                words,
                points: Vec::new(),
                corrected: None,
            }),
            ("corrected", _, Some(meeting)) => {
                meeting.items.last_mut().into_iter().for_each(|item| item.corrected = Some(rest));
            }
            ("point", _, Some(meeting)) => {
                meeting.items.last_mut().into_iter().for_each(|item| item.points.push(rest));
            }
            _ => {}
        }
    }
    meetings
}

/// Reads what agencies sent in writing for the next meeting: a case's number, the agency, the text.
pub fn written_updates() -> Vec<(&'static str, &'static str, &'static str)> {
    let read = |line: &'static str| match cells(line).as_slice() {
        [case, agency, text] => Some((*case, *agency, *text)),
        _ => None,
    };
    include_str!("updates.txt").lines().filter_map(read).collect()
}
