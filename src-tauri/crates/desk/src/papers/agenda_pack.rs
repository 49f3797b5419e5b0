//! The agenda pack, gathered from the record.

use ::papers::model as paper;
use chrono::NaiveDate;
use domain::action::{Action, ActionStatus};
use domain::agenda::{Slot, Visit};
use domain::calendar::agenda_day;
use domain::case::CaseLink;
use domain::light::Light;
use domain::meeting::{About, Depth, Group, Meeting};
use domain::minutes::previous_of;
use domain::order::{Order, OrderDue};
use domain::referral::{CheckAnswer, Referral};
use domain::words::{capital, full_date, listed, table_date};
use store::Reader;

use super::kept_pages::{GoesBy, KeptPages};
use super::{abbreviations, parts};
use crate::action_rows::RowMaker;
use crate::cases::{episode_view, link_views};
use crate::failure::Failure;
use crate::item_facts::{CaseFacts, ItemFacts, slots};
use crate::london;
use crate::names::Names;
use crate::orders::OrderPlaces;
use crate::room::{Loaded, heading_line, last_decided};

/// Ruled lines for notes under a case or referral.
const NOTE_LINES: u8 = 6;

const BEFORE_YOU_COME: [&str; 3] = [
    "Come for your own items; times are kept, and you are told when yours moves.",
    "You cannot come? Send apologies, a substitute or a written update, or dial in.",
    "Bring what became of your actions; what was not undertaken is asked about.",
];

struct Gathering<'a, 'store> {
    reader: &'a Reader<'store>,
    loaded: Loaded,
    rows: RowMaker,
    day: NaiveDate,
    previous: Option<Meeting>,
    links: Vec<CaseLink>,
    places: OrderPlaces,
}

/// Gathers the agenda pack of a meeting. Lights and lateness are read on the day on which the agenda went out, or is to
/// go out, so that the same record prints the same paper.
pub fn gathered(reader: &Reader<'_>, meeting: Meeting) -> Result<paper::AgendaPack, Failure> {
    gathered_keeping(reader, meeting, &mut KeptPages::default())
}

/// Gathers the agenda pack of a meeting, of which some pages may be known.
pub fn gathered_keeping(
    reader: &Reader<'_>,
    meeting: Meeting,
    kept: &mut KeptPages,
) -> Result<paper::AgendaPack, Failure> {
    let day = meeting.issued_at.map_or_else(|| agenda_day(meeting.date), london::date);
    let meetings = reader.list_meetings()?;
    let previous = previous_of(&meeting, &meetings).cloned();
    let rows = RowMaker::load(reader, day)?;
    kept.catch_up(reader, GoesBy { meeting: meeting.clone(), day, previous: previous.clone() })?;
    let items = kept.facts(reader, reader.items_of(meeting.id)?)?;
    let (loaded, links) = (Loaded::with(reader, meeting, items)?, reader.list_links()?);
    let cases = loaded.items.iter().filter_map(|facts| Some(&facts.case.as_ref()?.case));
    let places = OrderPlaces::of_cases(reader, cases)?;
    Gathering { reader, loaded, rows, day, previous, links, places }.pack(kept)
}

impl Gathering<'_, '_> {
    fn pack(&self, kept: &mut KeptPages) -> Result<paper::AgendaPack, Failure> {
        let settings = self.reader.settings()?;
        let meeting = &self.loaded.meeting;
        let cases = self.cases(kept)?;
        let referrals = self.referrals()?;
        let reviews_due = self.reviews_due()?;
        let issued = meeting.issued_at.map(london::date);
        Ok(paper::AgendaPack {
            hub: settings.hub.clone(),
            marking: parts::marking(&settings),
            title: parts::TITLE.to_owned(),
            date: meeting.date,
            starts: meeting.starts,
            ends: meeting.ends(),
            place: meeting.room.clone(),
            status: match issued {
                Some(day) => format!("version 1 · issued {}", full_date(day)),
                None => "DRAFT".to_owned(),
            },
            foot_note: issued.map(|_| "Version 1, as issued; later papers come on a late sheet".to_owned()),
            copy: None,
            figures: self.figures(&cases, &referrals, &reviews_due),
            running_order: self.running_order(),
            visitors: self.visitors()?,
            notice: String::new(),
            before_you_come: BEFORE_YOU_COME.map(str::to_owned).into(),
            previous_minutes: self.previous_minutes()?,
            matters_arising: parts::arising(self.reader, &self.rows, meeting)?,
            cases,
            referrals,
            reviews_due,
            abbreviations: abbreviations::all(self.reader)?,
        })
    }

    fn names(&self) -> &Names {
        self.rows.names()
    }

    fn figures(
        &self,
        cases: &[paper::CasePage],
        referrals: &[paper::ReferralPage],
        reviews: &[paper::ReviewDue],
    ) -> paper::Figures {
        let shows = |light: Light| {
            let actions = cases.iter().flat_map(|case| &case.actions);
            actions.filter(|action| action.light.as_ref().is_some_and(|shown| shown.light == light)).count()
        };
        paper::Figures {
            items: self.loaded.items.len() as u32,
            minutes: self.loaded.items.iter().map(|facts| facts.item.minutes).sum(),
            red: shows(Light::Red) as u32,
            amber: shows(Light::Amber) as u32,
            new_referrals: referrals.len() as u32,
            reviews_due: reviews.len() as u32,
        }
    }

    fn running_order(&self) -> Vec<paper::RunningGroup> {
        let mut groups: Vec<(Group, paper::RunningGroup)> = Vec::new();
        for (facts, slot) in self.loaded.items.iter().zip(slots(&self.loaded.meeting, &self.loaded.items)) {
            let group = facts.item.group;
            if groups.last().is_none_or(|(last, _)| *last != group) {
                let label = (group != Group::Opening).then(|| group.words().to_owned());
                groups.push((group, paper::RunningGroup { label, items: Vec::new() }));
            }
            if let Some((_, last)) = groups.last_mut() {
                last.items.push(running_item(facts, slot));
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    fn visitors(&self) -> Result<Vec<paper::Visitor>, Failure> {
        let visits =
            crate::agenda::visits(self.reader, self.names(), &self.loaded.meeting, &self.loaded.items)?;
        let visitor = |visiting: crate::agenda::Visiting| {
            let attending = match visiting.visit {
                Visit::Between { arrives, leaves } => {
                    paper::Attending::Between { arrive: arrives, leave: leaves }
                }
                Visit::Throughout => paper::Attending::Throughout,
                Visit::Written => paper::Attending::WrittenUpdate,
                Visit::NoItem => return None,
            };
            Some(paper::Visitor { agency: visiting.agency.short_name, attending })
        };
        Ok(visits.into_iter().filter_map(visitor).collect())
    }

    fn previous_minutes(&self) -> Result<Option<paper::PreviousMinutes>, Failure> {
        let Some(previous) = &self.previous else { return Ok(None) };
        let loaded = Loaded::load(self.reader, previous.clone())?;
        let decided = loaded.items.iter().filter_map(|facts| Some((facts.heading(), loaded.decided(facts)?)));
        Ok(Some(paper::PreviousMinutes {
            date: previous.date,
            status: previous.status.words().to_owned(),
            decisions: decided.collect(),
        }))
    }

    fn cases(&self, kept: &mut KeptPages) -> Result<Vec<paper::CasePage>, Failure> {
        let with_case = self.loaded.items.iter().filter_map(|facts| Some((facts, facts.case.as_ref()?)));
        let page = |(facts, of_case): (&ItemFacts, &std::sync::Arc<CaseFacts>)| {
            if let Some(page) = kept.page(&facts.item) {
                return Ok(page);
            }
            let page = self.case_page(facts, of_case)?;
            kept.keep(of_case.case.id, facts, &page);
            Ok(page)
        };
        with_case.map(page).collect()
    }

    fn case_page(&self, facts: &ItemFacts, of_case: &CaseFacts) -> Result<paper::CasePage, Failure> {
        let case = &of_case.case;
        let reader = self.reader;
        let episode = episode_view(of_case.episode.clone(), &reader.scores_of(case.id)?, self.day);
        let links = link_views(reader, case.id, &self.links)?;
        let orders = reader.orders_of(case.id)?;
        let named = |wanted: fn(&Order) -> bool| -> Vec<String> {
            orders.iter().filter(|order| wanted(order)).map(|order| order.kind.clone()).collect()
        };
        let decided = last_decided(reader, &self.loaded.meeting, case.id)?;
        let updates = self.loaded.updates.iter().filter(|update| update.case == case.id);
        Ok(paper::CasePage {
            reference: case.reference.to_string(),
            headline: heading_line(facts, self.names(), self.loaded.meeting.date),
            outline: case.outline.clone(),
            key_issues: case.key_issues.clone(),
            cross_references: links.iter().map(|link| link.reference.to_string()).collect(),
            orders_in_place: named(|order| order.stage.is_in_place()),
            orders_considered: named(|order| order.stage.is_pending()),
            scores: parts::scores(&episode),
            why_here: capital(&facts.item.why),
            actions: self.actions(of_case)?,
            orders: orders
                .iter()
                .filter(|order| order.is_live())
                .map(|order| order_row(reader, &self.places.row(order.clone())))
                .collect::<Result<_, _>>()?,
            last_decided: (!decided.is_empty()).then_some(decided),
            written_updates: updates
                .map(|update| paper::WrittenUpdate {
                    agency: self.names().agency(Some(update.agency)).to_owned(),
                    date: Some(london::date(update.at)),
                    text: update.text.clone(),
                })
                .collect(),
            note_lines: NOTE_LINES,
        })
    }

    /// Returns the actions that a meeting speaks of: those that are owed or red, and those done since the last one.
    fn actions(&self, of_case: &CaseFacts) -> Result<Vec<paper::ActionRow>, Failure> {
        let since = self.previous.as_ref().map(|previous| previous.date);
        let spoken_of = |action: &Action| {
            action.status.is_open()
                || action.status == ActionStatus::NotUndertaken
                || action.done_on.is_some_and(|done| since.is_none_or(|since| done >= since))
        };
        let spoken_of = of_case.actions.iter().filter(|action| spoken_of(action)).cloned().collect();
        let rows = self.rows.rows_of(self.reader, &of_case.case.reference, spoken_of)?;
        Ok(rows.iter().map(parts::action).collect())
    }

    fn referrals(&self) -> Result<Vec<paper::ReferralPage>, Failure> {
        let all = self.loaded.items.iter().filter_map(|facts| Some((facts, facts.referral.as_ref()?)));
        all.map(|(facts, referral)| self.referral_page(facts, referral)).collect()
    }

    fn referral_page(&self, facts: &ItemFacts, referral: &Referral) -> Result<paper::ReferralPage, Failure> {
        let checks = crate::projector::checks_words(self.reader, referral)?;
        let missing = self.reader.checks_of(referral.id)?.into_iter();
        let missing = missing.filter(|check| check.answer == CheckAnswer::NoReply);
        let agency = self.names().agency(referral.referrer_agency);
        let referrer = if agency.is_empty() { referral.referrer_name.as_str() } else { agency };
        Ok(paper::ReferralPage {
            reference: referral.number.to_string(),
            referrer: format!("{referrer}, {}", table_date(referral.received_on))
                .trim_start_matches([',', ' '])
                .to_owned(),
            headline: heading_line(facts, self.names(), self.loaded.meeting.date),
            problem: referral.problem.clone(),
            tried: referral.tried.clone(),
            override_reason: referral.gate_override.clone(),
            checks: (!checks.is_empty()).then_some(checks),
            checks_missing: missing.map(|check| self.names().short(Some(check.agency)).to_owned()).collect(),
            note_lines: NOTE_LINES,
        })
    }

    fn reviews_due(&self) -> Result<Vec<paper::ReviewDue>, Failure> {
        let mut reviews = Vec::new();
        let today = self.loaded.meeting.date;
        let mut all: Vec<(OrderDue, Order)> = Vec::new();
        for order in self.reader.list_orders()? {
            let due = OrderDue::all_at_meeting(&order, today);
            all.extend(due.into_iter().map(|due| (due, order.clone())));
        }
        all.sort_by(|(one, first), (other, second)| one.cmp(other).then(first.id.cmp(&second.id)));
        let places = OrderPlaces::of_orders(self.reader, all.iter().map(|(_, order)| order))?;
        for (due, order) in all {
            let reviewed = self.reader.reviews_of_order(order.id)?.iter().map(|review| review.on).max();
            let lead = match order.on {
                domain::order::OrderOn::Case { case, .. } => {
                    crate::cases::kept(self.reader, case)?.lead_agency
                }
                _ => None,
            };
            let what = due.why(&order, reviewed, today);
            let row = places.row(order);
            reviews.push(paper::ReviewDue {
                reference: row.on_words,
                order: row.order.kind,
                what,
                date: Some(due.on),
                lead: self.names().short(lead).to_owned(),
            });
        }
        Ok(reviews)
    }
}

/// Returns an order as a row with its dates, its conditions, and when it was broken.
pub(super) fn order_row(
    reader: &Reader<'_>,
    row: &crate::wire::orders::OrderRow,
) -> Result<paper::OrderRow, Failure> {
    let order = &row.order;
    let next = OrderDue::of(order).map(|due| format!("{} {}", due.what.words(), table_date(due.on)));
    let mut broken: Vec<NaiveDate> = reader.breaches_of_order(order.id)?.iter().map(|each| each.on).collect();
    broken.sort_unstable();
    let broken: Vec<String> = broken.into_iter().map(table_date).collect();
    Ok(paper::OrderRow {
        name: if row.stands_for.is_empty() { order.kind.clone() } else { capital(&row.stands_for) },
        stage: order.stage.words().to_owned(),
        from: order.in_place_on.or(order.considered_on),
        to: order.expires_on,
        next: next.unwrap_or_default(),
        conditions: order.conditions.clone(),
        breached: if broken.is_empty() { String::new() } else { format!("breached on {}", listed(&broken)) },
    })
}

fn running_item(facts: &ItemFacts, slot: Slot) -> paper::RunningItem {
    let item = &facts.item;
    let depth = match item.depth {
        Depth::Full => "Full",
        Depth::Quick => "Quick",
        Depth::Noted => "Noted",
    };
    let needed = match (item.about, item.why.trim(), item.title.trim()) {
        (About::Case { .. }, "", "") => depth.to_owned(),
        (About::Case { .. }, "", title) => format!("{depth}: {title}"),
        (About::Case { .. }, why, "") => format!("{depth}: {why}"),
        (About::Case { .. }, why, title) => format!("{depth}: {title} ({why})"),
        (_, why, _) => capital(why),
    };
    let section = match (item.about, facts.reference()) {
        (About::MattersArising, _) => Some(paper::Section::MattersArising),
        (About::OrdersDue, _) => Some(paper::Section::ReviewsDue),
        (About::Case { .. }, Some(reference)) => Some(paper::Section::Case(reference)),
        (About::Referral { .. }, Some(reference)) => Some(paper::Section::Referral(reference)),
        _ => None,
    };
    paper::RunningItem {
        starts: slot.starts,
        minutes: u16::try_from(item.minutes).unwrap_or(u16::MAX),
        reference: facts.reference(),
        title: facts.heading(),
        needed,
        section,
    }
}
