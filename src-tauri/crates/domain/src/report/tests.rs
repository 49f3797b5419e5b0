//! Whatever the record holds, the parts of every table add up to its whole, and every figure is made of rows.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

use super::*;
use crate::case::CaseKind;
use crate::clock_time::ClockTime;
use crate::episode::{Closure, ClosureReason};
use crate::factor::Factor;
use crate::ids::*;
use crate::meeting::{About, Depth, Group, MeetingKind, MeetingStatus, Outcome};
use crate::moment::Moment;
use crate::order::{OrderOn, OrderOutcome, OrderStage};
use crate::reference::{CaseReference, ReferralNumber};
use crate::referral::{ReferralOutcome, ReferralStatus, Source};
use crate::score::{Points, ScoreStage};

/// A record with everything that a report counts.
#[derive(Clone, Debug, Default)]
struct Hub {
    cases: Vec<Case>,
    areas: Vec<Area>,
    episodes: Vec<Episode>,
    scores: Vec<Score>,
    referrals: Vec<Referral>,
    orders: Vec<Order>,
    meetings: Vec<Meeting>,
    items: Vec<Item>,
    decisions: Vec<Decision>,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn after(days: u64) -> NaiveDate {
    day("2026-01-01").checked_add_days(Days::new(days)).unwrap()
}

fn year() -> Period {
    Period::municipal_year_of(day("2026-06-01")).unwrap()
}

impl Hub {
    fn report(&self, period: Period) -> Report {
        let Self { cases, areas, episodes, scores, referrals, orders, meetings, items, decisions } = self;
        report(
            &Records {
                cases,
                areas,
                episodes,
                scores,
                matrices: &Matrices::of(Vec::new()),
                referrals,
                orders,
                order_events: &[],
                order_types: &[],
                order_offers: &[],
                meetings,
                items,
                decisions,
            },
            period,
        )
    }

    fn case(&mut self, kind: CaseKind) -> CaseId {
        let id = CaseId(Uuid::from_u128(self.cases.len() as u128 + 1));
        let reference = CaseReference::new("CSH", self.cases.len() as u32 + 1);
        self.cases.push(Case::new(id, reference, kind));
        id
    }

    fn episode(&mut self, case: CaseId, opened: NaiveDate, closed: Option<NaiveDate>) -> EpisodeId {
        let id = EpisodeId(Uuid::from_u128(self.episodes.len() as u128 + 1));
        let serial = self.episodes.iter().filter(|episode| episode.case == case).count() as u32 + 1;
        let closed = closed.map(|on| Closure {
            on,
            reason: ClosureReason::Closed,
            no_score_because: None,
            summary: String::new(),
            check: Default::default(),
        });
        self.episodes.push(Episode { serial, closed, ..Episode::first(id, case, opened) });
        id
    }

    fn score(&mut self, episode: EpisodeId, stage: ScoreStage, on: Option<NaiveDate>, total: i32) {
        let serial = self.scores.iter().filter(|score| score.episode == episode).count() as u32 + 1;
        self.scores.push(Score {
            id: ScoreId(Uuid::from_u128(self.scores.len() as u128 + 1)),
            episode,
            serial,
            stage,
            on,
            total: Points::whole(total),
            matrix: "total only".into(),
            route: None,
            reason: String::new(),
            scorer: String::new(),
            answers: None,
        });
    }

    fn referral(
        &mut self,
        received: NaiveDate,
        status: ReferralStatus,
        decided: Option<NaiveDate>,
        outcomes: &[ReferralOutcome],
    ) -> ReferralId {
        let id = ReferralId(Uuid::from_u128(self.referrals.len() as u128 + 1));
        let number = ReferralNumber(self.referrals.len() as u32 + 1);
        let received = Referral::received(id, number, received);
        self.referrals.push(Referral {
            status,
            decided_on: decided,
            outcomes: outcomes.to_vec(),
            ..received
        });
        id
    }

    /// A meeting on `date` with one item, and what was decided under it.
    fn item(&mut self, date: NaiveDate, about: About, spent_ms: i64, decided: Option<Outcome>) {
        let meeting = MeetingId(Uuid::from_u128(self.meetings.len() as u128 + 1));
        self.meetings.push(Meeting {
            id: meeting,
            number: self.meetings.len() as u32 + 1,
            kind: MeetingKind::Tasking,
            date,
            starts: ClockTime::from_minutes(840),
            minutes: 120,
            room: String::new(),
            chair: String::new(),
            status: MeetingStatus::Concluded,
            cancelled_because: String::new(),
            issued_at: None,
            began_at: Some(Moment(0)),
            concluded_at: None,
            declaration_read_at: None,
            approved_by: None,
            approved_at: None,
            confirmed_by: None,
            confirmed_at: None,
            confirmed_in: None,
            presences: Vec::new(),
            order_before: Vec::new(),
        });
        let item = ItemId(Uuid::from_u128(self.items.len() as u128 + 1));
        self.items.push(Item {
            id: item,
            meeting,
            position: 1,
            about,
            group: Group::Others,
            title: String::new(),
            depth: Depth::Full,
            minutes: 10,
            why: String::new(),
            began_at: Some(Moment(0)),
            left_at: None,
            spent_ms,
            level: None,
            fixed_at: None,
            pinned: false,
            needs: Vec::new(),
        });
        self.decisions.extend(decided.map(|outcome| Decision {
            id: DecisionId(Uuid::from_u128(self.items.len() as u128)),
            item,
            serial: 1,
            outcome,
            text: String::new(),
            withdrawn: false,
            at: Moment(0),
        }));
    }
}

fn words(report: &Report, path: [&str; 4]) -> String {
    let [section, table, line, column] = path;
    report.figure(section, table, line, column).unwrap_or_else(|| panic!("no figure at {path:?}")).words()
}

#[test]
fn a_case_that_comes_back_is_no_new_case() {
    let mut hub = Hub::default();
    let case = hub.case(CaseKind::Person);
    hub.episode(case, day("2025-06-01"), Some(day("2026-02-01")));
    hub.episode(case, day("2026-07-01"), None);
    let old = hub.case(CaseKind::Topic);
    hub.episode(old, day("2026-01-01"), Some(day("2026-05-01")));
    let report = hub.report(year());
    let whole = |column| words(&report, ["cases", "by_kind", "all", column]);
    let columns = ["open_at_start", "new", "reopened", "closed", "open_at_end"].map(whole);
    assert_eq!(columns, ["1", "0", "1", "1", "1"]);
    assert_eq!(
        report.sections[0].notes[0],
        "1 open at start + 0 new + 1 re-opened − 1 closed = 1 open at end."
    );
}

#[test]
fn unchanged_not_rescored_and_unknown_are_told_apart_and_only_rescored_ones_have_a_mean() {
    let mut hub = Hub::default();
    let mut scored = |totals: &[(ScoreStage, i32)], equal: bool| {
        let case = hub.case(CaseKind::Person);
        let episode = hub.episode(case, day("2026-05-01"), Some(day("2026-08-01")));
        for (stage, total) in totals {
            hub.score(episode, *stage, Some(day("2026-05-02")), *total);
        }
        hub.episodes.last_mut().unwrap().equal_scores_as_published = equal;
    };
    use ScoreStage::{Closure, Start};
    scored(&[(Start, 60), (Closure, 20)], false);
    scored(&[(Start, 40), (Closure, 40)], false);
    scored(&[(Start, 30), (Closure, 35)], false);
    scored(&[(Start, 50)], false);
    scored(&[(Start, 50)], true);
    scored(&[], false);
    let report = hub.report(year());
    for line in ["went_down", "unchanged", "went_up", "not_rescored", "unknown", "unscored"] {
        assert_eq!(words(&report, ["scores", "change", line, "closed"]), "1", "{line}");
    }
    assert_eq!(words(&report, ["scores", "points", "all", "rescored"]), "3");
    assert_eq!(words(&report, ["scores", "points", "all", "mean"]), "−11.67", "(−40 + 0 + 5) / 3");
    assert_eq!(words(&report, ["scores", "points", "all", "median"]), "0");
    assert_eq!(words(&report, ["scores", "points", "open_at_end", "mean"]), "–", "nobody to measure");
}

#[test]
fn totals_of_different_matrices_are_counted_apart_and_in_no_mean() {
    let mut hub = Hub::default();
    for totals in [[60, 20], [50, 50]] {
        let case = hub.case(CaseKind::Person);
        let episode = hub.episode(case, day("2026-05-01"), Some(day("2026-08-01")));
        hub.score(episode, ScoreStage::Start, Some(day("2026-05-02")), totals[0]);
        hub.score(episode, ScoreStage::Closure, Some(day("2026-08-01")), totals[1]);
    }
    hub.scores[0].matrix = crate::score::AS_PUBLISHED.into();
    let report = hub.report(year());
    let apart = report.figure("scores", "change", "not_comparable", "closed").unwrap();
    assert_eq!(apart.rows, [Row::Episode(hub.episodes[0].id)], "it opens to the case");
    assert_eq!(words(&report, ["scores", "change", "went_down", "closed"]), "0");
    assert_eq!(words(&report, ["scores", "change", "unchanged", "closed"]), "1", "of one matrix");
    assert_eq!(words(&report, ["scores", "points", "all", "rescored"]), "1");
    assert_eq!(words(&report, ["scores", "points", "all", "mean"]), "0");
}

#[test]
fn a_score_after_the_period_does_not_change_its_report() {
    let mut hub = Hub::default();
    let case = hub.case(CaseKind::Person);
    let episode = hub.episode(case, day("2026-05-01"), None);
    hub.score(episode, ScoreStage::Start, Some(day("2026-05-01")), 60);
    let before = hub.report(year());
    hub.score(episode, ScoreStage::MidPoint, Some(day("2027-04-01")), 10);
    assert_eq!(hub.report(year()), before);
}

#[test]
fn forty_five_outcomes_of_forty_four_referrals_are_explained() {
    use ReferralOutcome::{AbcIssued, Mediation, MoreWorkByReferrer, NoFurtherAction};
    let mut hub = Hub::default();
    let decided = Some(day("2026-09-01"));
    let mut add = |times: usize, outcomes: &[ReferralOutcome]| {
        for _ in 0..times {
            hub.referral(day("2026-08-01"), ReferralStatus::NotAdopted, decided, outcomes);
        }
    };
    add(13, &[AbcIssued]);
    add(1, &[AbcIssued, Mediation]);
    add(2, &[Mediation]);
    add(11, &[MoreWorkByReferrer]);
    add(17, &[NoFurtherAction]);
    let report = hub.report(year());
    let main = |line| words(&report, ["referrals", "main_outcomes", line, "referrals"]);
    assert_eq!(
        ["abc_issued", "mediation", "more_work_by_referrer", "no_further_action"].map(main),
        ["14", "2", "11", "17"]
    );
    assert_eq!(words(&report, ["referrals", "all_outcomes", "mediation", "referrals"]), "3");
    assert_eq!(words(&report, ["referrals", "decided", "not_adopted", "referrals"]), "44");
    assert_eq!(
        report.sections[1].notes[1],
        "44 referrals were not adopted with 45 outcomes: 1 referral has more than one outcome, and the main one is counted once."
    );
}

#[test]
fn time_on_referrals_later_not_adopted_is_told_apart() {
    let mut hub = Hub::default();
    let refused = hub.referral(
        day("2026-05-01"),
        ReferralStatus::NotAdopted,
        Some(day("2026-05-12")),
        &[ReferralOutcome::NoFurtherAction],
    );
    let adopted = hub.referral(day("2026-05-01"), ReferralStatus::Adopted, Some(day("2026-05-12")), &[]);
    let minute = 60_000;
    hub.item(day("2026-05-05"), About::Referral { referral: refused }, 7 * minute, None);
    hub.item(day("2026-05-12"), About::Referral { referral: refused }, 4 * minute + 20_000, None);
    hub.item(day("2026-05-12"), About::Referral { referral: adopted }, 9 * minute, None);
    hub.item(day("2025-05-12"), About::Referral { referral: refused }, 9 * minute, None);
    let report = hub.report(year());
    let spent = |line| words(&report, ["referrals", "time_spent", line, "minutes"]);
    assert_eq!(["not_adopted", "adopted", "all"].map(spent), ["11", "9", "20"]);
}

#[test]
fn two_separate_meetings_on_one_case_are_two_meetings_on_one_case() {
    let mut hub = Hub::default();
    let case = hub.case(CaseKind::Topic);
    let separate = || Some(Outcome::SeparateMeeting { reports_back: None });
    hub.item(day("2026-05-05"), About::Case { case }, 0, separate());
    hub.item(day("2026-06-02"), About::Case { case }, 0, separate());
    hub.item(day("2026-06-09"), About::Case { case }, 0, separate());
    hub.decisions.last_mut().unwrap().withdrawn = true;
    let report = hub.report(year());
    let number = |line| words(&report, ["separate_meetings", "decided", line, "number"]);
    assert_eq!((number("meetings"), number("cases")), ("2".into(), "1".into()));
}

#[test]
fn time_to_close_has_a_median_and_its_range_opens_to_the_cases_that_make_it() {
    let mut hub = Hub::default();
    for closed in ["2026-05-11", "2026-05-21", "2026-06-10"] {
        let case = hub.case(CaseKind::Property);
        hub.episode(case, day("2026-05-01"), Some(day(closed)));
    }
    let report = hub.report(year());
    let days = |column| words(&report, ["time_to_close", "days", "all", column]);
    assert_eq!(["median", "shortest", "longest"].map(days), ["20", "10", "40"]);
    let longest = report.figure("time_to_close", "days", "property", "longest").unwrap();
    assert_eq!(longest.rows, [Row::Episode(hub.episodes[2].id)]);
}

#[test]
fn an_empty_hub_has_a_report_of_noughts_and_dashes() {
    let report = Hub::default().report(year());
    assert_eq!(words(&report, ["cases", "by_kind", "all", "open_at_end"]), "0");
    assert_eq!(words(&report, ["time_to_close", "days", "all", "median"]), "–");
}

const STATUSES: [ReferralStatus; 6] = [
    ReferralStatus::InTriage,
    ReferralStatus::Returned,
    ReferralStatus::Signposted,
    ReferralStatus::Tabled,
    ReferralStatus::Adopted,
    ReferralStatus::NotAdopted,
];
const STAGES: [OrderStage; 6] = [
    OrderStage::Considered,
    OrderStage::InPlace,
    OrderStage::Continued,
    OrderStage::OnHold,
    OrderStage::Refused,
    OrderStage::Ended,
];
const OUTCOMES: [OrderOutcome; 3] = [OrderOutcome::Positive, OrderOutcome::Expired, OrderOutcome::Abandoned];

prop_compose! {
    /// A spell of a case: when it opened, how long it ran and whether it ended, and its totals.
    fn spell()(opened in 0..500u64, days in 0..300u64, over in any::<bool>(), totals in prop::collection::vec((0..4usize, 0..60i32), 0..4), equal in any::<bool>())
        -> (u64, Option<u64>, Vec<(usize, i32)>, bool) {
        (opened, over.then_some(days), totals, equal)
    }
}

prop_compose! {
    fn hub()(
        cases in prop::collection::vec((0..3usize, 0..4usize, 0..5usize, prop::collection::vec(0..11usize, 0..3), spell(), prop::option::of(spell())), 0..12),
        referrals in prop::collection::vec((0..500u64, 0..6usize, 0..60u64, 1..4usize), 0..20),
        orders in prop::collection::vec((0..4usize, 0..6usize, prop::option::of(0..500u64), 0..200u64), 0..20),
        items in prop::collection::vec((0..500u64, 0..20usize, 0..2_000_000i64), 0..12),
    ) -> Hub {
        let mut hub = Hub::default();
        for number in 0..3u128 {
            hub.areas.push(Area { id: AreaId(Uuid::from_u128(number + 1)), name: format!("Area {number}") });
        }
        for (kind, area, source, factors, first, second) in cases {
            let case = hub.case([CaseKind::Person, CaseKind::Property, CaseKind::Topic][kind]);
            let kept = hub.cases.last_mut().unwrap();
            kept.area = hub.areas.get(area).map(|area| area.id);
            kept.source = Source::ALL.get(source).copied();
            kept.factors = factors.into_iter().map(|factor| Factor::ALL[factor]).collect();
            let ended = first.0 + first.1.unwrap_or(20);
            for (at, (opened, days, totals, equal)) in [Some(first), second].into_iter().flatten().enumerate() {
                // The second spell begins when the first has ended.
                let opened = if at == 0 { opened } else { ended + opened % 50 };
                let closed = if at == 0 && hub.episodes.len() % 2 == 0 { Some(days.unwrap_or(20)) } else { days };
                let episode = hub.episode(case, after(opened), closed.map(|days| after(opened + days)));
                hub.episodes.last_mut().unwrap().equal_scores_as_published = equal;
                for (stage, total) in totals {
                    let stage = [ScoreStage::Start, ScoreStage::MidPoint, ScoreStage::Closure, ScoreStage::AsPublished][stage];
                    hub.score(episode, stage, (stage != ScoreStage::AsPublished).then(|| after(opened + 1)), total);
                }
            }
        }
        for (received, status, days, outcomes) in referrals {
            let status = STATUSES[status];
            let decided = !matches!(status, ReferralStatus::InTriage | ReferralStatus::Tabled);
            let outcomes = if status == ReferralStatus::NotAdopted { &ReferralOutcome::ALL[..outcomes] } else { &[] };
            hub.referral(after(received), status, decided.then(|| after(received + days)), outcomes);
        }
        for (kind, stage, began, days) in orders {
            let (stage, id) = (STAGES[stage], OrderId(Uuid::from_u128(hub.orders.len() as u128 + 1)));
            let ended = stage == OrderStage::Ended;
            hub.orders.push(Order {
                in_place_on: began.filter(|_| ended || stage.is_in_place()).map(after),
                ended_on: began.filter(|_| ended).map(|began| after(began + days)),
                outcome: ended.then(|| OUTCOMES[days as usize % 3]),
                ..Order::as_published(id, ["ABC", "abc", "CBO", "RJ"][kind], OrderOn::Alone, stage)
            });
        }
        for (date, about, spent) in items {
            let about = match (hub.referrals.get(about).map(|each| each.id), hub.cases.get(about).map(|each| each.id)) {
                (Some(referral), _) if about % 2 == 0 => About::Referral { referral },
                (_, Some(case)) => About::Case { case },
                _ => About::Welcome,
            };
            let decided = matches!(about, About::Case { .. }).then_some(Outcome::SeparateMeeting { reports_back: None });
            hub.item(after(date), about, spent, decided);
        }
        hub
    }
}

proptest! {
    #[test]
    fn the_parts_of_every_table_add_up_to_its_whole(hub in hub(), from in 0..500u64, days in 0..400u64) {
        let period = Period::between(after(from), after(from + days)).unwrap();
        let report = hub.report(period);
        for table in report.sections.iter().flat_map(|section| &section.tables) {
            let lines = table.lines.iter().chain(&table.whole);
            for line in lines {
                prop_assert_eq!(line.figures.len(), table.columns.len(), "{} has a figure in each column", table.named.key);
            }
            let Some(whole) = &table.whole else { continue };
            for (column, whole) in whole.figures.iter().enumerate().filter(|(_, whole)| whole.value == Value::Count) {
                let parts = table.lines.iter().map(|line| &line.figures[column].rows);
                let counted: usize = parts.clone().map(Vec::len).sum();
                let together: BTreeSet<Row> = parts.flatten().copied().collect();
                let name = format!("{} / {}", table.named.key, table.columns[column].key);
                prop_assert_eq!(&together.into_iter().collect::<Vec<_>>(), &whole.rows, "{}", &name);
                if table.parts == Parts::AddUp {
                    prop_assert_eq!(counted, whole.rows.len(), "{}", &name);
                }
            }
        }
        let count = |path: [&str; 4]| {
            let [section, table, line, column] = path;
            report.figure(section, table, line, column).unwrap().rows.len()
        };
        let cases = |column| count(["cases", "by_kind", "all", column]);
        prop_assert_eq!(
            cases("open_at_start") + cases("new") + cases("reopened") - cases("closed"),
            cases("open_at_end")
        );
        prop_assert_eq!(cases("closed"), count(["time_to_close", "days", "all", "closed"]));
        prop_assert_eq!(cases("closed"), count(["scores", "change", "all", "closed"]));
        prop_assert_eq!(cases("open_at_end"), count(["scores", "change", "all", "open_at_end"]));
        prop_assert_eq!(
            ["went_down", "unchanged", "went_up"].map(|line| count(["scores", "change", line, "all"])).iter().sum::<usize>(),
            count(["scores", "points", "all", "rescored"])
        );
        prop_assert_eq!(
            count(["referrals", "decided", "not_adopted", "referrals"]),
            count(["referrals", "main_outcomes", "all", "referrals"])
        );
        let minutes = |line| report.figure("referrals", "time_spent", line, "minutes").unwrap().number().unwrap();
        prop_assert_eq!(minutes("adopted") + minutes("not_adopted") + minutes("others"), minutes("all"));
        let orders = |column| count(["orders", "by_type", "all", column]);
        prop_assert_eq!(orders("ended"), count(["orders", "by_outcome", "all", "ended"]));
    }

    #[test]
    fn one_period_ends_where_the_next_begins(hub in hub(), from in 0..400u64, days in 0..200u64, more in 1..200u64) {
        let between = |from, to| Period::between(after(from), after(to)).unwrap();
        let (first, next) = (hub.report(between(from, from + days)), hub.report(between(from + days + 1, from + days + more)));
        for (section, table, end, start) in [
            ("cases", "by_kind", "open_at_end", "open_at_start"),
            ("cases", "by_area", "open_at_end", "open_at_start"),
            ("orders", "by_type", "in_place_at_end", "in_place_at_start"),
        ] {
            let end = first.figure(section, table, "all", end).unwrap();
            prop_assert_eq!(&end.rows, &next.figure(section, table, "all", start).unwrap().rows, "{}", table);
        }
    }
}
