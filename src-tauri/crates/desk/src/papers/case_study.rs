//! The case study of a closed case, gathered from the record: what was done and what became of it, and nobody named.

use ::papers::model as paper;
use chrono::{Datelike, NaiveDate};
use domain::action::Action;
use domain::case::CaseKind;
use domain::ids::CaseId;
use domain::order::OrderStage;
use domain::publishing::omitted;
use domain::redaction::{ForeignReferences, Redaction, What};
use domain::reference::CaseReference;
use domain::subject::age_band;
use domain::words::{count, month, without_days};
use store::Reader;

use super::{abbreviations, parts};
use crate::cases::view_of;
use crate::failure::Failure;
use crate::names::Names;
use crate::wire::everything::*;

/// Gathers the case study of a closed case.
pub fn gathered(
    reader: &Reader<'_>,
    reference: &CaseReference,
    today: NaiveDate,
) -> Result<(CaseId, paper::CaseStudy), Failure> {
    let view = view_of(reader, reference, today)?;
    let (Some(latest), false) = (view.episodes.first(), view.open) else {
        return Err(Failure::refused("Only a closed case is told as a study: this one is open")
            .with_hint("Close it at a meeting first"));
    };
    let closed = latest.episode.closed.as_ref().map_or(today, |closure| closure.on);
    if let Some(to) = &view.signpost_to {
        return Err(Failure::refused(format!(
            "{reference} was combined with {to}: the study is told of that case"
        )));
    }
    let study = Study {
        view: &view,
        latest,
        closed,
        actions: reader.actions_of(view.case.id)?,
        names: Names::load(reader)?,
        silence: Silence::load(reader, &view)?,
    };
    let settings = reader.settings()?;
    let paper = paper::CaseStudy {
        hub: settings.hub.clone(),
        // Because a study is written for people outside, it is not marked as the record is.
        marking: paper::Marking { text: String::new(), ..parts::marking(&settings) },
        title: format!("Case study: {}", study.about()),
        headline: study.headline(),
        copy: None,
        figures: study.figures(),
        scores: paper::ScoreLine {
            points: parts::scores(latest)
                .points
                .into_iter()
                .map(|point| paper::ScorePoint { date: None, ..point })
                .collect(),
            ..parts::scores(latest)
        },
        key_issues: view.case.key_issues.clone(),
        situation: study.silence.paragraphs(&view.case.outline),
        steps: study.steps(),
        demand: study.demand(),
        outcome: latest
            .episode
            .closed
            .as_ref()
            .map(|closure| study.silence.paragraphs(&closure.summary))
            .unwrap_or_default(),
        learned: Vec::new(),
        abbreviations: abbreviations::all(reader)?,
    };
    Ok((view.case.id, paper))
}

/// What a study must not tell.
struct Silence {
    /// The people of the case: each part of their names.
    own: Redaction,
    /// Everybody else, officers and places: as a whole, because a part of a name is often a common word.
    others: Redaction,
    references: ForeignReferences,
}

impl Silence {
    fn load(reader: &Reader<'_>, view: &CaseView) -> Result<Self, Failure> {
        let cases = reader.list_cases()?;
        let own = [&view.case.place, &view.case.title].map(|text| text.trim().to_owned());
        let places = cases.iter().map(|case| case.place.trim().to_owned()).chain(own);
        let places: Vec<String> = places.filter(|place| !place.is_empty()).collect();
        let officers: Vec<String> = reader.list_officers()?.into_iter().map(|officer| officer.name).collect();
        let referrals = reader.list_referrals()?.into_iter().map(|referral| referral.number.to_string());
        let references: Vec<String> =
            cases.into_iter().map(|case| case.reference.to_string()).chain(referrals).collect();
        Ok(Self {
            own: Redaction::of(view.subjects.iter().map(|person| &person.subject)),
            others: Redaction::of(&reader.list_subjects()?).and_officers(&officers).and_places(&places),
            references: ForeignReferences::of(references.iter().map(String::as_str), &[]),
        })
    }

    fn applied(&self, text: &str) -> String {
        let own = self.own.anonymised(&omitted(text), |_| true);
        // Because a day leads to a report in the newspaper.
        without_days(&self.references.applied(&self.others.anonymised(&own, |what| what != What::SingleName)))
    }

    fn paragraphs(&self, text: &str) -> Vec<String> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| self.applied(line)).collect()
    }
}

/// A closed case on its way to paper.
struct Study<'a> {
    view: &'a CaseView,
    latest: &'a EpisodeView,
    closed: NaiveDate,
    actions: Vec<Action>,
    names: Names,
    silence: Silence,
}

impl Study<'_> {
    /// Returns the age of the person when the case was opened; absent for other kinds, and where it is not known.
    fn age(&self) -> Option<u8> {
        let person = self.view.subjects.first().filter(|_| self.view.case.kind == CaseKind::Person);
        let known = person.and_then(|person| person.subject.age_on(self.latest.episode.opened));
        known.or(self.latest.episode.age_as_published.filter(|_| self.view.case.kind == CaseKind::Person))
    }

    fn about(&self) -> &'static str {
        match (self.view.case.kind, self.age()) {
            (CaseKind::Person, Some(years)) if years < 18 => "a young person",
            (CaseKind::Person, Some(_)) => "an adult",
            (CaseKind::Person, None) => "a person",
            (CaseKind::Property, _) => "a property",
            (CaseKind::Topic, _) => "a problem of many people",
        }
    }

    fn months(&self) -> u16 {
        months_between(self.latest.episode.opened, self.closed)
    }

    fn headline(&self) -> String {
        let kind = self.view.case.kind.words();
        let kind = self.age().map_or_else(|| kind.to_owned(), |years| format!("{kind}, {}", age_band(years)));
        let how = self.latest.episode.closed.as_ref().map_or("closed", |closure| closure.reason.words());
        let after = match self.months() {
            0 => "within a month".to_owned(),
            months => format!("after {}", count(usize::from(months), "month", "months")),
        };
        format!("{kind} · {how} in {} {after}", month_and_year(self.closed))
    }

    fn figures(&self) -> Vec<(String, String)> {
        let done = self.done().count();
        let agencies = self.view.involved.len() + usize::from(!self.view.lead_agency.is_empty());
        let figure = |number: usize, one: &str, many: &str| {
            (number.to_string(), if number == 1 { one } else { many }.to_owned())
        };
        let figures = [
            figure(usize::from(self.months()), "month in the hub", "months in the hub"),
            figure(agencies, "agency", "agencies"),
            figure(done, "action done", "actions done"),
        ];
        figures.into_iter().filter(|(number, _)| number != "0").collect()
    }

    fn done(&self) -> impl Iterator<Item = (NaiveDate, &Action)> {
        let from = self.latest.episode.opened;
        let of_episode = self.actions.iter().filter(move |action| action.raised_on >= from);
        of_episode.filter_map(|action| action.done_on.map(|on| (on, action)))
    }

    /// Returns what was done, the first first: actions, and orders that came into place.
    fn steps(&self) -> Vec<paper::StudyStep> {
        let actions = self.done().map(|(on, action)| {
            let who = self.names.short(Some(action.agency)).to_owned();
            (on, who, self.silence.applied(&action.what))
        });
        let orders =
            self.view.orders.iter().filter(|row| row.order.stage != OrderStage::Refused).filter_map(|row| {
                let on = row.order.in_place_on.filter(|on| *on >= self.latest.episode.opened)?;
                Some((on, String::new(), row.order.kind.clone()))
            });
        let mut steps: Vec<(NaiveDate, String, String)> = actions.chain(orders).collect();
        steps.sort();
        let step = |(on, who, what): (NaiveDate, String, String)| paper::StudyStep {
            month: month_and_year(on),
            months_in: months_between(self.latest.episode.opened, on),
            who,
            what,
        };
        steps.into_iter().map(step).collect()
    }

    fn demand(&self) -> Vec<paper::DemandBar> {
        let bars = self.view.demand.iter().map(|line| paper::DemandBar {
            phase: line.phase.words().to_owned(),
            // Without the days, which would tell when.
            words: count(
                line.count.number as usize,
                line.count.counted.words(1),
                line.count.counted.words(2),
            ),
            source: String::new(),
            per_four_weeks_in_tenths: line.per_four_weeks_in_tenths,
        });
        bars.collect()
    }
}

fn month_and_year(day: NaiveDate) -> String {
    format!("{} {}", month(day), day.year())
}

/// Returns the whole months from one day to another; 0 where the other one is not later.
fn months_between(from: NaiveDate, to: NaiveDate) -> u16 {
    let months = (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32;
    u16::try_from(months - i32::from(to.day() < from.day())).unwrap_or(0)
}
