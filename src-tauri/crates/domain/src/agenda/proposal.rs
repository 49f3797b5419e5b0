//! The proposed agenda: what is due, in its parts, fitted into the room's time.

use std::cmp::Reverse;

use super::reason::{CaseFacts, Reason, ReferralFacts, group_of};
use crate::agency::Field;
use crate::ids::ReferralId;
use crate::meeting::{About, Depth, Group};
use crate::reference::CaseReference;
use crate::settings::SlotLengths;
use crate::words::short_date;

/// At most so many reasons are printed; more would not be read.
const MOST_REASONS: usize = 2;

/// How long a break is (a default).
const BREAK_MINUTES: u32 = 10;

/// An open case with what decides about its place.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// What decides whether it is due.
    pub facts: CaseFacts<'a>,
    /// The field of its lead agency; absent until agreed.
    pub lead: Option<Field>,
    /// The fields of the agencies involved.
    pub involved: Vec<Field>,
    /// Whether somebody in it is under 18.
    pub child: bool,
}

/// What frames the agenda.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// How long the room is ours, in minutes.
    pub room_minutes: u32,
    /// Minutes of the items that stand already and are not to be changed.
    pub taken_minutes: u32,
    /// The day of the last meeting and its open actions; absent before the first meeting.
    pub arising: Option<(chrono::NaiveDate, u32)>,
    /// Orders and reviews that fall due.
    pub orders_due: u32,
    /// How long items take.
    pub slots: SlotLengths,
}

/// A proposed item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// What it is about.
    pub about: About,
    /// The part it stands in.
    pub group: Group,
    /// Why it is on the agenda.
    pub why: String,
    /// How deep it goes.
    pub depth: Depth,
    /// How long it is given, in minutes.
    pub minutes: u32,
}

impl Wanted<'_> {
    /// Returns the part of the agenda it stands in.
    pub fn group(&self) -> Group {
        group_of(self.lead, &self.involved, self.child)
    }

    /// Returns the item that the case would be, and whether something is due.
    pub fn candidate(&self, slots: &SlotLengths) -> (Proposed, bool) {
        let reasons = self.facts.reasons();
        let depth =
            reasons.iter().map(Reason::depth).min_by_key(|depth| depth.rank()).unwrap_or(Depth::Quick);
        let about = About::Case { case: self.facts.case.id };
        let why = match reasons.as_slice() {
            [] => "nothing due".to_owned(),
            some => some.iter().take(MOST_REASONS).map(Reason::words).collect::<Vec<_>>().join(", "),
        };
        let minutes = usual_minutes(about, depth, slots);
        (Proposed { about, group: self.group(), why, depth, minutes }, !reasons.is_empty())
    }
}

impl Depth {
    /// Returns the place of the depth, the deepest first.
    fn rank(self) -> u8 {
        match self {
            Self::Full => 0,
            Self::Quick => 1,
            Self::Noted => 2,
        }
    }
}

/// Returns the minutes that the hub gives an item of this kind and depth.
pub fn usual_minutes(about: About, depth: Depth, slots: &SlotLengths) -> u32 {
    match (about, depth) {
        (About::Welcome, _) => slots.opening,
        (About::MattersArising, _) => slots.matters_arising,
        (About::Break, _) => BREAK_MINUTES,
        (About::Referral { .. }, Depth::Full) => slots.referral,
        (About::OrdersDue, _) | (_, Depth::Quick) => slots.quick,
        (_, Depth::Full) => slots.full,
        (_, Depth::Noted) => slots.noted,
    }
}

/// Proposes an agenda: welcome, matters arising, then housing, young people, referrals, others, orders due.
///
/// What does not fit the room's time is made shorter, the least urgent first: full discussions become quick updates,
/// and these are noted. Nothing that is due is left out; what still does not fit is told by [`super::overflow`].
/// The order within a part is a first one that a planner of slots may change.
pub fn proposal(fixed: &Fixed, cases: &[Wanted<'_>], referrals: &[ReferralFacts<'_>]) -> Vec<Proposed> {
    let slots = &fixed.slots;
    let mut due: Vec<(&Wanted<'_>, Proposed)> = cases
        .iter()
        .filter_map(|wanted| {
            let (item, is_due) = wanted.candidate(slots);
            is_due.then_some((wanted, item))
        })
        .collect();
    due.sort_by_key(|(wanted, _)| urgency(wanted));
    let mut around = framing(fixed);
    around.extend(referrals.iter().map(|facts| tabled(facts, slots)));
    let spoken: u32 = around.iter().map(|item| item.minutes).sum();
    let room = fixed.room_minutes.saturating_sub(fixed.taken_minutes + spoken);
    fit(&mut due, room, slots);
    let mut items: Vec<(Placing<'_>, Proposed)> = around
        .into_iter()
        .map(|item| {
            (Placing { group: item.group, last: item.about == About::OrdersDue, ..Placing::none() }, item)
        })
        .chain(due.into_iter().map(|(wanted, item)| {
            let (rank, priority, red) = wanted.facts.urgency(&wanted.facts.reasons());
            let urgency = Reverse((rank, priority.map(|priority| priority as u8), red));
            let reference = Some(&wanted.facts.case.reference);
            (Placing { group: item.group, last: false, depth: item.depth.rank(), urgency, reference }, item)
        }))
        .collect();
    items.sort_by(|(one, _), (other, _)| one.cmp(other));
    items.into_iter().map(|(_, item)| item).collect()
}

/// Where an item stands: by part, then the deeper and more urgent first; orders due close the meeting.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Placing<'a> {
    group: Group,
    last: bool,
    depth: u8,
    urgency: Reverse<(u8, Option<u8>, u32)>,
    reference: Option<&'a CaseReference>,
}

impl Placing<'_> {
    fn none() -> Self {
        Self { group: Group::Opening, last: false, depth: 0, urgency: Reverse((0, None, 0)), reference: None }
    }
}

/// Returns what orders cases by urgency, the least urgent first.
fn urgency<'a>(wanted: &Wanted<'a>) -> impl Ord + use<'a> {
    (wanted.facts.urgency(&wanted.facts.reasons()), Reverse(&wanted.facts.case.reference))
}

/// Lowers the depth of `due`, which begins with the least urgent, until its minutes fit `room` or nothing can be lowered.
///
/// To make a discussion a quick update costs half of what it costs to leave an update out of the talk: so the most
/// urgent keep their discussion, a middle part is heard quickly, and the rest is noted.
fn fit(due: &mut [(&Wanted<'_>, Proposed)], room: u32, slots: &SlotLengths) {
    while due.iter().map(|(_, item)| item.minutes).sum::<u32>() > room {
        let price = |(place, (_, item)): (usize, &(&Wanted<'_>, Proposed))| match item.depth {
            Depth::Full => Some(((place + 1), place)),
            Depth::Quick => Some(((place + 1) * 2, place)),
            Depth::Noted => None,
        };
        let Some((_, cheapest)) = due.iter().enumerate().filter_map(price).min() else { return };
        let item = &mut due[cheapest].1;
        item.depth = if item.depth == Depth::Full { Depth::Quick } else { Depth::Noted };
        item.minutes = usual_minutes(item.about, item.depth, slots);
    }
}

/// Returns the items that open and close the meeting.
fn framing(fixed: &Fixed) -> Vec<Proposed> {
    let item = |about, group, depth, why| {
        let minutes = usual_minutes(about, depth, &fixed.slots);
        Proposed { about, group, why, depth, minutes }
    };
    let arising = fixed.arising.map(|(on, open)| {
        let why = format!("{open} from {}", short_date(on));
        item(About::MattersArising, Group::Opening, Depth::Quick, why)
    });
    let orders = (fixed.orders_due > 0)
        .then(|| item(About::OrdersDue, Group::Others, Depth::Noted, format!("{}, noted", fixed.orders_due)));
    let welcome = item(About::Welcome, Group::Opening, Depth::Quick, String::new());
    std::iter::once(welcome).chain(arising).chain(orders).collect()
}

fn tabled(facts: &ReferralFacts<'_>, slots: &SlotLengths) -> Proposed {
    let referral: ReferralId = facts.referral.id;
    let about = About::Referral { referral };
    let minutes = usual_minutes(about, Depth::Full, slots);
    Proposed { about, group: Group::Referrals, why: facts.why(), depth: Depth::Full, minutes }
}

impl ReferralFacts<'_> {
    /// Returns the item that the referral would be.
    pub fn candidate(&self, slots: &SlotLengths) -> Proposed {
        tabled(self, slots)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use chrono::NaiveDate;
    use uuid::Uuid;

    use super::*;
    use crate::action::{Action, ActionStatus, ActionType};
    use crate::case::{Case, CaseKind, ReviewRule};
    use crate::ids::{ActionId, AgencyId, CaseId};
    use crate::light::LightRules;
    use crate::reference::ActionNumber;
    use crate::settings::Settings;

    pub(crate) fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    pub(crate) fn case(number: u32, review_rule: ReviewRule) -> Case {
        let id = CaseId(Uuid::from_u128(number.into()));
        Case { review_rule, ..Case::new(id, CaseReference::new("DEMO", number), CaseKind::Person) }
    }

    pub(crate) fn action(serial: u32, due: &str) -> Action {
        Action {
            id: ActionId(Uuid::from_u128(serial.into())),
            number: ActionNumber { meeting: 45, serial },
            case: CaseId(Uuid::nil()),
            raised_at: None,
            raised_on: day("2026-10-01"),
            what: "Visit".into(),
            kind: ActionType::Visit,
            agency: AgencyId(Uuid::nil()),
            officer: None,
            due: Some(day(due)),
            status: ActionStatus::NotStarted,
            done_on: None,
            blocked: None,
            acceptance: crate::acceptance::Acceptance::NotAsked,
            escalated: None,
            light_set: None,
        }
    }

    /// A case opened in September and spoken of on 10 November, a fortnight before the meeting.
    pub fn facts<'a>(case: &'a Case, actions: &'a [Action]) -> CaseFacts<'a> {
        CaseFacts {
            case,
            opened: day("2026-09-01"),
            meeting: day("2026-11-24"),
            previous: Some(day("2026-11-17")),
            discussed: Some(day("2026-11-10")),
            left_undecided: None,
            deferred: None,
            separate_meeting: None,
            actions,
            orders: &[],
            priority: None,
            today: day("2026-11-20"),
            lights: LightRules::default(),
        }
    }

    fn wanted<'a>(case: &'a Case, actions: &'a [Action], lead: Option<Field>) -> Wanted<'a> {
        let facts = facts(case, actions);
        Wanted { facts, lead, involved: Vec::new(), child: false }
    }

    fn fixed() -> Fixed {
        let slots = Settings::of_new_hub("Northbridge").slots;
        let arising = Some((day("2026-11-17"), 2));
        Fixed { room_minutes: 120, taken_minutes: 0, arising, orders_due: 3, slots }
    }

    fn total(items: &[Proposed]) -> u32 {
        items.iter().map(|item| item.minutes).sum()
    }

    #[test]
    fn the_parts_stand_in_their_order_and_orders_due_close_the_meeting() {
        let cases = [case(1, ReviewRule::Fortnightly), case(2, ReviewRule::Fortnightly)];
        let young = Wanted { child: true, ..wanted(&cases[0], &[], None) };
        let items = proposal(&fixed(), &[young, wanted(&cases[1], &[], Some(Field::Housing))], &[]);
        let order: Vec<About> = items.iter().map(|item| item.about).collect();
        let of = |case: &Case| About::Case { case: case.id };
        let wanted = [About::Welcome, About::MattersArising, of(&cases[1]), of(&cases[0]), About::OrdersDue];
        assert_eq!(order, wanted);
        assert_eq!(items[1].why, "2 from 17 Nov");
    }

    #[test]
    fn a_case_with_nothing_due_is_a_candidate_and_not_proposed() {
        let case = case(1, ReviewRule::OnRequest);
        let idle = wanted(&case, &[], None);
        assert!(!idle.candidate(&fixed().slots).1);
        assert_eq!(idle.candidate(&fixed().slots).0.why, "nothing due");
        assert_eq!(total(&proposal(&fixed(), &[idle], &[])), 4 + 4 + 5);
    }

    #[test]
    fn what_does_not_fit_is_made_shorter_and_the_urgent_keep_their_discussion() {
        let red = [action(1, "2026-11-01")];
        for number in [25u32, 85] {
            let cases: Vec<Case> = (1..=number).map(|each| case(each, ReviewRule::Fortnightly)).collect();
            let all: Vec<Wanted<'_>> = cases
                .iter()
                .map(|case| wanted(case, if case.reference.number <= 3 { &red } else { &[] }, None))
                .collect();
            let items = proposal(&fixed(), &all, &[]);
            assert_eq!(items.len(), 3 + number as usize, "nothing that is due is left out");
            assert!(total(&items) <= 120, "{number} cases take {} minutes", total(&items));
            let depth = |number: u32| {
                let id = CaseId(Uuid::from_u128(number.into()));
                items.iter().find(|item| item.about == About::Case { case: id }).map(|item| item.depth.rank())
            };
            assert!(depth(1) < depth(number), "the red one goes deeper than the last review");
        }
    }

    #[test]
    fn items_that_stand_already_leave_less_room_for_the_rest() {
        let cases: Vec<Case> = (1..=4).map(|each| case(each, ReviewRule::Fortnightly)).collect();
        let all: Vec<Wanted<'_>> = cases.iter().map(|case| wanted(case, &[], None)).collect();
        let free = proposal(&fixed(), &all, &[]);
        let tight = proposal(&Fixed { taken_minutes: 80, ..fixed() }, &all, &[]);
        assert_eq!(total(&free), 4 + 4 + 5 + 4 * 12);
        assert!(total(&tight) <= 40, "{}", total(&tight));
    }

    #[test]
    fn a_new_hub_without_an_earlier_meeting_has_no_matters_arising() {
        let first = Fixed { arising: None, orders_due: 0, ..fixed() };
        assert_eq!(proposal(&first, &[], &[]).len(), 1);
    }
}
