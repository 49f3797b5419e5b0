//! Why a case or referral is on the agenda, and in which part of it.

use chrono::{NaiveDate, TimeDelta};

use crate::action::{Action, ActionStatus};
use crate::agency::Field;
use crate::case::{Case, ReviewRule};
use crate::light::{Light, LightRules};
use crate::meeting::{Depth, Group};
use crate::order::{Order, OrderDue};
use crate::priority::Priority;
use crate::referral::Referral;
use crate::words::{count, short_date};

/// An action or order that falls due within so many days of the meeting is spoken of there: the next one is too late.
const DAYS_TO_NEXT: i64 = 7;

/// Returns the part of the agenda that a case stands in: young people's items stand together, housing items first
/// (published practice); else the lead agency's field decides, then those of the agencies involved.
pub fn group_of(lead: Option<Field>, involved: &[Field], child: bool) -> Group {
    let of = |field: Field| match field {
        Field::YoungPeople => Some(Group::YoungPeople),
        Field::Housing => Some(Group::Housing),
        _ => None,
    };
    if child {
        return Group::YoungPeople;
    }
    let by_lead = lead.and_then(of);
    let by_involved = || {
        [Field::YoungPeople, Field::Housing].into_iter().find(|field| involved.contains(field)).and_then(of)
    };
    by_lead.or_else(by_involved).unwrap_or(Group::Others)
}

/// Why something is on the agenda; the most urgent first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A separate meeting was held on it and reports back.
    ReportsBack,
    /// The last meeting put it off to the next one.
    Deferred(NaiveDate),
    /// The last meeting that came to it left it without a decision.
    LeftUndecided(NaiveDate),
    /// Agencies declined actions: the chair decides who gets them.
    DeclinedActions(u32),
    /// It has actions that show Red.
    RedActions(u32),
    /// It was opened since the last meeting.
    NewCase,
    /// An action falls due.
    ActionDue(NaiveDate),
    /// An order ends or has to be reviewed.
    Order(OrderDue),
    /// An order is considered since it was spoken of last.
    OrderConsidered(String),
    /// Its review rule brings it back.
    Review(ReviewRule),
    /// It was never spoken of.
    NeverDiscussed,
}

impl Reason {
    /// Returns the reason in words, as the agenda prints it.
    pub fn words(&self) -> String {
        match self {
            Self::ReportsBack => "separate meeting reports back".to_owned(),
            Self::Deferred(on) => format!("deferred on {}", short_date(*on)),
            Self::LeftUndecided(on) => format!("left undecided on {}", short_date(*on)),
            Self::DeclinedActions(declined) => {
                count(*declined as usize, "action declined", "actions declined")
            }
            Self::RedActions(red) => count(*red as usize, "red action", "red actions"),
            Self::NewCase => "new case".to_owned(),
            Self::ActionDue(on) => format!("action due {}", short_date(*on)),
            Self::Order(due) => due.words(),
            Self::OrderConsidered(kind) => format!("{kind} considered"),
            Self::Review(ReviewRule::EveryMeeting) => "every meeting".to_owned(),
            Self::Review(rule) => format!("{} review", rule.words()),
            Self::NeverDiscussed => "not discussed yet".to_owned(),
        }
    }

    /// Returns how deep the reason goes by itself (a default).
    pub fn depth(&self) -> Depth {
        match self {
            Self::Order(_) | Self::Review(ReviewRule::EveryMeeting) | Self::NeverDiscussed => Depth::Quick,
            _ => Depth::Full,
        }
    }
}

/// What decides whether a case is on the agenda.
#[derive(Clone, Copy, Debug)]
pub struct CaseFacts<'a> {
    /// The case.
    pub case: &'a Case,
    /// The day its open episode was opened.
    pub opened: NaiveDate,
    /// The day of the meeting.
    pub meeting: NaiveDate,
    /// The day of the last meeting held before it; absent before the first.
    pub previous: Option<NaiveDate>,
    /// The last meeting that came to it; absent when none did.
    pub discussed: Option<NaiveDate>,
    /// The day of the last meeting that had it on its agenda and left it without a decision; absent when none did.
    pub left_undecided: Option<NaiveDate>,
    /// The day of that meeting, when it put the case off to the next one; absent otherwise.
    pub deferred: Option<NaiveDate>,
    /// Whether that meeting asked for a separate one, and the day it reports back where it was named.
    pub separate_meeting: Option<Option<NaiveDate>>,
    /// Its actions.
    pub actions: &'a [Action],
    /// Its orders.
    pub orders: &'a [Order],
    /// Its priority; absent when never scored.
    pub priority: Option<Priority>,
    /// The day on which lights are read.
    pub today: NaiveDate,
    /// How lights are read.
    pub lights: LightRules,
}

impl CaseFacts<'_> {
    /// Returns every reason to have the case on the agenda, the most urgent first; none when nothing is due.
    pub fn reasons(&self) -> Vec<Reason> {
        let reasons = [
            self.reports_back().then_some(Reason::ReportsBack),
            self.deferred.map(Reason::Deferred),
            self.left_undecided.map(Reason::LeftUndecided),
            Some(self.declined()).filter(|declined| *declined > 0).map(Reason::DeclinedActions),
            Some(self.red()).filter(|red| *red > 0).map(Reason::RedActions),
            self.is_new().then_some(Reason::NewCase),
            self.action_due().map(Reason::ActionDue),
            self.order_due().map(Reason::Order),
            self.order_considered().map(Reason::OrderConsidered),
            self.review_due().then_some(Reason::Review(self.case.review_rule)),
            (self.discussed.is_none() && !self.is_new()).then_some(Reason::NeverDiscussed),
        ]
        .into_iter()
        .flatten();
        reasons.collect()
    }

    fn reports_back(&self) -> bool {
        self.separate_meeting.is_some_and(|on| on.is_none_or(|on| on <= self.meeting))
    }

    /// Returns how many actions show Red: an action not undertaken does so until the meeting replaces it.
    fn red(&self) -> u32 {
        let red = |action: &&Action| action.shown_light(self.today, self.lights).light == Light::Red;
        self.actions.iter().filter(red).count() as u32
    }

    /// Returns how many actions were declined and have nobody yet.
    fn declined(&self) -> u32 {
        self.actions.iter().filter(|action| action.is_declined()).count() as u32
    }

    fn is_new(&self) -> bool {
        let since = self.previous.unwrap_or_else(|| days_after(self.meeting, -(DAYS_TO_NEXT)));
        self.opened > since && self.discussed.is_none_or(|on| on < self.opened)
    }

    fn action_due(&self) -> Option<NaiveDate> {
        let until = days_after(self.meeting, DAYS_TO_NEXT);
        let waits = |action: &&Action| {
            matches!(action.status, ActionStatus::NotStarted | ActionStatus::UnderWay)
                && action.shown_light(self.today, self.lights).light != Light::Red
        };
        self.actions.iter().filter(waits).filter_map(|action| action.due).filter(|due| *due <= until).min()
    }

    fn order_due(&self) -> Option<OrderDue> {
        self.orders.iter().filter_map(|order| OrderDue::at_meeting(order, self.meeting)).min()
    }

    fn order_considered(&self) -> Option<String> {
        let since = |order: &&Order| {
            order.stage.is_pending()
                && order.considered_on.is_some_and(|on| self.discussed.is_none_or(|spoken| on > spoken))
        };
        self.orders.iter().find(since).map(|order| order.kind.clone())
    }

    fn review_due(&self) -> bool {
        match (self.case.review_rule.days(), self.discussed) {
            (Some(days), Some(on)) => days_after(on, days) <= self.meeting,
            _ => false,
        }
    }

    /// Returns how urgent the case is; more is more urgent.
    pub(super) fn urgency(&self, reasons: &[Reason]) -> (u8, Option<Priority>, u32) {
        let rank = match reasons.first() {
            Some(Reason::ReportsBack) => 11,
            Some(Reason::Deferred(_)) => 10,
            Some(Reason::LeftUndecided(_)) => 9,
            Some(Reason::DeclinedActions(_)) => 8,
            Some(Reason::RedActions(_)) => 7,
            Some(Reason::NewCase) => 6,
            Some(Reason::ActionDue(_)) => 5,
            Some(Reason::Order(_)) => 4,
            Some(Reason::OrderConsidered(_)) => 3,
            Some(Reason::Review(_)) => 2,
            Some(Reason::NeverDiscussed) => 1,
            None => 0,
        };
        (rank, self.priority, self.red())
    }
}

fn days_after(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_signed(TimeDelta::days(days)).unwrap_or(day)
}

/// What the agenda says of a tabled referral.
#[derive(Clone, Copy, Debug)]
pub struct ReferralFacts<'a> {
    /// The referral.
    pub referral: &'a Referral,
    /// The name of the agency that refers, or else of the person; may be empty.
    pub referrer: &'a str,
}

impl ReferralFacts<'_> {
    /// Returns why it is on the agenda: `new, Environmental Protection · gate passed`.
    pub fn why(&self) -> String {
        let gate = match &self.referral.gate_override {
            Some(reason) => format!("gate overruled: {reason}"),
            None if self.referral.passes_gate() => "gate passed".to_owned(),
            None => "gate not passed".to_owned(),
        };
        match self.referrer.trim() {
            "" => format!("new · {gate}"),
            referrer => format!("new, {referrer} · {gate}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::acceptance::Acceptance;
    use crate::action::ActionType;
    use crate::agenda::proposal::tests::{action, case, day, facts as agenda_facts};
    use crate::ids::OrderId;
    use crate::order::{OrderOn, OrderStage};

    fn facts<'a>(case: &'a Case, actions: &'a [Action], orders: &'a [Order]) -> CaseFacts<'a> {
        CaseFacts { orders, discussed: Some(day("2026-11-17")), ..agenda_facts(case, actions) }
    }

    fn words(facts: CaseFacts<'_>) -> Vec<String> {
        facts.reasons().iter().map(Reason::words).collect()
    }

    #[test]
    fn a_declined_action_brings_its_case_back_until_somebody_else_has_it() {
        let case = case(45, ReviewRule::OnRequest);
        let mut declined = action(1, "2026-12-24");
        let (on, told_by) = (day("2026-11-18"), "J Bell".to_owned());
        declined.acceptance = Acceptance::Declined { on, told_by, reason: "not our tenant".into() };
        let actions = [declined.clone(), declined];
        assert_eq!(words(facts(&case, &actions, &[]))[0], "2 actions declined");
        let given = actions.map(|action| Action { acceptance: Acceptance::NotAsked, ..action });
        assert!(!words(facts(&case, &given, &[])).iter().any(|words| words.contains("declined")));
    }

    fn order(stage: OrderStage) -> Order {
        Order::as_published(OrderId(Uuid::nil()), "CBO", OrderOn::Alone, stage)
    }

    #[test]
    fn a_review_rule_brings_a_case_back_when_its_days_are_over() {
        let fortnightly = case(1, ReviewRule::Fortnightly);
        let late = CaseFacts { discussed: Some(day("2026-11-10")), ..facts(&fortnightly, &[], &[]) };
        assert_eq!(words(late), ["fortnightly review"]);
        assert_eq!(words(facts(&fortnightly, &[], &[])), Vec::<String>::new(), "discussed a week ago");
        assert_eq!(words(facts(&case(1, ReviewRule::EveryMeeting), &[], &[])), ["every meeting"]);
        assert_eq!(words(facts(&case(1, ReviewRule::OnRequest), &[], &[])), Vec::<String>::new());
    }

    #[test]
    fn red_actions_and_those_due_before_the_next_meeting_are_told_apart() {
        let case = case(1, ReviewRule::WhenActionDue);
        let actions = [action(1, "2026-11-17"), action(2, "2026-11-27"), action(3, "2026-12-20")];
        assert_eq!(words(facts(&case, &actions, &[])), ["1 red action", "action due 27 Nov"]);
        assert_eq!(
            words(facts(&case, &actions[2..], &[])),
            Vec::<String>::new(),
            "due after the next meeting"
        );
    }

    #[test]
    fn an_order_comes_up_four_weeks_before_it_ends() {
        let case = case(1, ReviewRule::OnRequest);
        let ends = |on: &str| [Order { expires_on: on.parse().ok(), ..order(OrderStage::InPlace) }];
        assert_eq!(words(facts(&case, &[], &ends("2026-12-15"))), ["CBO ends 15 Dec"]);
        assert_eq!(words(facts(&case, &[], &ends("2026-12-23"))), Vec::<String>::new());
    }

    #[test]
    fn an_order_considered_since_the_last_discussion_is_a_reason_once() {
        let case = case(1, ReviewRule::OnRequest);
        let since = |on: &str| [Order { considered_on: on.parse().ok(), ..order(OrderStage::Considered) }];
        assert_eq!(words(facts(&case, &[], &since("2026-11-18"))), ["CBO considered"]);
        assert_eq!(words(facts(&case, &[], &since("2026-11-10"))), Vec::<String>::new());
    }

    #[test]
    fn a_case_opened_since_the_last_meeting_is_new_and_one_never_spoken_of_is_not_forgotten() {
        let case = case(1, ReviewRule::OnRequest);
        let never = CaseFacts { discussed: None, ..facts(&case, &[], &[]) };
        assert_eq!(words(never), ["not discussed yet"]);
        assert_eq!(words(CaseFacts { opened: day("2026-11-18"), ..never }), ["new case"]);
        let reopened = CaseFacts { opened: day("2026-11-18"), ..facts(&case, &[], &[]) };
        assert_eq!(words(reopened), ["new case"], "re-opened since it was last discussed");
    }

    #[test]
    fn what_the_last_meeting_left_open_comes_back_first() {
        let case = case(1, ReviewRule::EveryMeeting);
        let left = CaseFacts { left_undecided: Some(day("2026-11-17")), ..facts(&case, &[], &[]) };
        assert_eq!(words(left), ["left undecided on 17 Nov", "every meeting"]);
        let apart = CaseFacts { separate_meeting: Some(Some(day("2026-12-01"))), ..facts(&case, &[], &[]) };
        assert_eq!(words(apart), ["every meeting"], "it reports back later");
        let back = CaseFacts { separate_meeting: Some(None), ..facts(&case, &[], &[]) };
        assert_eq!(words(back)[0], "separate meeting reports back");
    }

    #[test]
    fn young_people_stand_together_and_housing_by_lead_then_by_who_is_involved() {
        assert_eq!(group_of(Some(Field::Housing), &[], true), Group::YoungPeople);
        assert_eq!(group_of(Some(Field::Housing), &[Field::YoungPeople], false), Group::Housing);
        assert_eq!(
            group_of(Some(Field::Police), &[Field::Housing, Field::YoungPeople], false),
            Group::YoungPeople
        );
        assert_eq!(group_of(Some(Field::Police), &[Field::Housing], false), Group::Housing);
        assert_eq!(group_of(None, &[Field::Health], false), Group::Others);
    }

    #[test]
    fn an_action_not_undertaken_stays_a_reason() {
        let case = case(1, ReviewRule::OnRequest);
        let failed = [Action {
            status: ActionStatus::NotUndertaken,
            kind: ActionType::Visit,
            ..action(1, "2026-12-20")
        }];
        assert_eq!(words(facts(&case, &failed, &[])), ["1 red action"]);
    }
}
