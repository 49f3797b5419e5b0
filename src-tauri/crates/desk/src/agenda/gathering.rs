//! What decides about an agenda: open cases, tabled referrals, orders that fall due, what was left open.

use chrono::NaiveDate;
use domain::action::Action;
use domain::agency::Field;
use domain::agenda::{CaseFacts, ReferralFacts, Wanted};
use domain::deciding;
use domain::episode::Episode;
use domain::ids::AgencyId;
use domain::light::LightRules;
use domain::meeting::{Item, Meeting, Outcome};
use domain::minutes::{arising, previous_of};
use domain::order::{Order, OrderDue};
use domain::priority::Priority;
use domain::referral::{Referral, ReferralStatus};
use store::Reader;

use crate::failure::Failure;
use crate::item_facts;
use crate::names::Names;

/// Everything that decides about the agenda of one meeting.
pub struct Gathered {
    /// The open cases.
    pub cases: Vec<OpenCase>,
    /// The tabled referrals with the name of who refers.
    pub referrals: Vec<(Referral, String)>,
    /// The day of the last meeting held before, and its actions that are still owed; absent before the first.
    pub arising: Option<(NaiveDate, u32)>,
    /// Orders and reviews that fall due.
    pub orders_due: u32,
    previous: Option<NaiveDate>,
    meeting: NaiveDate,
    today: NaiveDate,
    lights: LightRules,
}

/// An open case.
pub struct OpenCase {
    /// The case with its episode and actions.
    pub facts: item_facts::CaseFacts,
    orders: Vec<Order>,
    priority: Option<Priority>,
    discussed: Option<NaiveDate>,
    left_undecided: Option<NaiveDate>,
    deferred: Option<NaiveDate>,
    separate_meeting: Option<Option<NaiveDate>>,
    lead: Option<Field>,
    involved: Vec<Field>,
    child: bool,
    /// What the case is in a few words.
    pub words: String,
}

impl Gathered {
    /// Gathers what decides about the agenda of `meeting` on `today`.
    pub fn load(
        reader: &Reader<'_>,
        names: &Names,
        meeting: &Meeting,
        today: NaiveDate,
    ) -> Result<Self, Failure> {
        let settings = reader.settings()?;
        let matrices = crate::matrices::load(reader)?;
        let meetings = reader.list_meetings()?;
        let previous = previous_of(meeting, &meetings);
        let owed = previous.map(|each| reader.actions_raised_at(each.id)).transpose()?.unwrap_or_default();
        let mut cases = Vec::new();
        for episode in reader.list_episodes()?.into_iter().filter(Episode::is_open) {
            let mut case = OpenCase::load(reader, names, episode, meeting, &meetings)?;
            let latest = reader.scores_of(case.facts.case.id)?;
            let latest = latest.iter().filter(|score| score.episode == case.facts.episode.id);
            case.priority = matrices.priority(latest.max_by_key(|score| score.serial), settings.bands);
            cases.push(case);
        }
        let tabled = |referral: &Referral| referral.status == ReferralStatus::Tabled;
        let referrer = |referral: Referral| {
            let agency = names.short(referral.referrer_agency);
            let referrer = if agency.is_empty() { referral.referrer_name.clone() } else { agency.to_owned() };
            (referral, referrer)
        };
        Ok(Self {
            cases,
            referrals: reader.list_referrals()?.into_iter().filter(tabled).map(referrer).collect(),
            arising: previous.map(|each| (each.date, arising(each, &owed, meeting.date).len() as u32)),
            orders_due: orders_due(reader, meeting.date)?.len() as u32,
            previous: previous.map(|each| each.date),
            meeting: meeting.date,
            today,
            lights: settings.lights,
        })
    }

    /// Returns an open case as the proposal asks for it.
    pub fn wanted<'a>(&'a self, case: &'a OpenCase) -> Wanted<'a> {
        let facts = CaseFacts {
            case: &case.facts.case,
            opened: case.facts.episode.opened,
            meeting: self.meeting,
            previous: self.previous,
            discussed: case.discussed,
            left_undecided: case.left_undecided,
            deferred: case.deferred,
            separate_meeting: case.separate_meeting,
            actions: &case.facts.actions,
            orders: &case.orders,
            priority: case.priority,
            today: self.today,
            lights: self.lights,
        };
        Wanted { facts, lead: case.lead, involved: case.involved.clone(), child: case.child }
    }

    /// Returns a tabled referral as the proposal asks for it.
    pub fn tabled<'a>(&self, (referral, referrer): &'a (Referral, String)) -> ReferralFacts<'a> {
        ReferralFacts { referral, referrer }
    }
}

impl OpenCase {
    fn load(
        reader: &Reader<'_>,
        names: &Names,
        episode: Episode,
        meeting: &Meeting,
        meetings: &[Meeting],
    ) -> Result<Self, Failure> {
        let case = crate::cases::kept(reader, episode.case)?;
        let subjects = item_facts::people(reader, &case.subjects)?;
        let field = |agency: AgencyId| names.agencies.get(&agency).map(|agency| agency.field);
        let (lead, involved) =
            (case.lead_agency.and_then(field), case.involved.iter().filter_map(|id| field(*id)).collect());
        let (orders, actions) = (reader.orders_of(case.id)?, reader.actions_of(case.id)?);
        let facts = item_facts::CaseFacts { case, episode, actions };
        let mut open = Self {
            child: facts.is_about_child(&subjects, meeting.date),
            words: item_facts::case_words(&facts, &subjects, meeting.date),
            facts,
            orders,
            priority: None,
            discussed: None,
            left_undecided: None,
            deferred: None,
            separate_meeting: None,
            lead,
            involved,
        };
        open.look_back(reader, meeting, meetings)?;
        Ok(open)
    }

    /// Finds when the case was spoken of last, and what that left open.
    fn look_back(
        &mut self,
        reader: &Reader<'_>,
        meeting: &Meeting,
        meetings: &[Meeting],
    ) -> Result<(), Failure> {
        let held = |item: &Item| {
            let of = meetings.iter().find(|each| each.id == item.meeting)?;
            (of.is_over() && of.id != meeting.id && of.date <= meeting.date).then_some((of.date, of.number))
        };
        let mut items: Vec<((NaiveDate, u32), Item)> = reader
            .items_about_case(self.facts.case.id)?
            .into_iter()
            .filter_map(|item| held(&item).map(|when| (when, item)))
            .collect();
        items.sort_by_key(|(when, _)| *when);
        let last = items.len();
        for (at, ((date, _), item)) in items.iter().enumerate() {
            let decisions = reader.decisions_of_item(item.id)?;
            let decision = deciding::standing(&decisions);
            let put_off = decision.is_some_and(|decision| decision.outcome == Outcome::Defer);
            if !put_off && (item.began_at.is_some() || decision.is_some() || !item.asks_decision()) {
                self.discussed = Some(*date);
            }
            if at + 1 == last {
                self.left_undecided = (item.asks_decision() && decision.is_none()).then_some(*date);
                self.deferred = put_off.then_some(*date);
                self.separate_meeting = decision.and_then(|decision| match decision.outcome {
                    Outcome::SeparateMeeting { reports_back } => Some(reports_back),
                    _ => None,
                });
            }
        }
        Ok(())
    }
}

/// Returns the orders that end or have to be reviewed in the four weeks after `day`, or should have been, soonest first.
pub fn orders_due(reader: &Reader<'_>, day: NaiveDate) -> Result<Vec<(OrderDue, Order)>, Failure> {
    let mut due: Vec<(OrderDue, Order)> = reader
        .list_orders()?
        .into_iter()
        .filter_map(|order| OrderDue::at_meeting(&order, day).map(|due| (due, order)))
        .collect();
    due.sort_by(|(one, first), (other, second)| one.cmp(other).then(first.id.cmp(&second.id)));
    Ok(due)
}

/// Returns the actions of the last meeting before `meeting` that are still owed.
pub fn matters_arising(reader: &Reader<'_>, meeting: &Meeting) -> Result<Vec<Action>, Failure> {
    let meetings = reader.list_meetings()?;
    let Some(previous) = previous_of(meeting, &meetings) else { return Ok(Vec::new()) };
    let raised = reader.actions_raised_at(previous.id)?;
    Ok(arising(previous, &raised, meeting.date).into_iter().cloned().collect())
}
