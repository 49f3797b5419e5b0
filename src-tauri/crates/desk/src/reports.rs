//! The report of a period, with the rows behind every figure.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::case::Case;
use domain::episode::Episode;
use domain::ids::{CaseId, EpisodeId};
use domain::matrix::Matrices;
use domain::meeting::{About, Item, Meeting};
use domain::report::{self, Figure, Line, Period, Records, Report, Row, Section, Table};
use domain::score::{Score, summarise};
use domain::words::{capital, table_date};
use store::Reader;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::orders::OrderPlaces;
use crate::wire::everything::*;

/// The figures to begin with: their words, and section, table, line and column of each.
pub(crate) const HEADLINES: [(&str, [&str; 4]); 7] = [
    ("cases open at the end", ["cases", "by_kind", "all", "open_at_end"]),
    ("new cases", ["cases", "by_kind", "all", "new"]),
    ("cases closed", ["cases", "by_kind", "all", "closed"]),
    ("days to close, median", ["time_to_close", "days", "all", "median"]),
    ("referrals received", ["referrals", "received", "all", "referrals"]),
    ("referrals adopted", ["referrals", "decided", "adopted", "referrals"]),
    ("orders issued", ["orders", "by_type", "all", "issued"]),
];

pub fn get_report(desk: &mut Desk, request: GetReport) -> Result<ReportView, Failure> {
    let period = Period::between(request.from, request.to)?;
    desk.read(|reader| {
        let loaded = Loaded::load(reader, period)?;
        let report = report::report(&loaded.records(), period);
        let names = Naming::of(&loaded, OrderPlaces::load(reader)?, period);
        Ok(view(&report, &names, reader.settings()?.hub))
    })
}

/// Returns the report of a period, without the names of its rows.
pub(crate) fn counted(reader: &Reader<'_>, period: Period) -> Result<Report, Failure> {
    Ok(report::report(&Loaded::load(reader, period)?.records(), period))
}

/// All records that a report is made of.
struct Loaded {
    cases: Vec<Case>,
    areas: Vec<domain::agency::Area>,
    episodes: Vec<Episode>,
    scores: Vec<Score>,
    matrices: Matrices,
    referrals: Vec<domain::referral::Referral>,
    orders: Vec<domain::order::Order>,
    order_events: Vec<domain::order::OrderEvent>,
    order_types: Vec<domain::order::OrderType>,
    order_offers: Vec<domain::order::OrderOffer>,
    meetings: Vec<Meeting>,
    items: Vec<Item>,
    decisions: Vec<domain::meeting::Decision>,
}

impl Loaded {
    fn load(reader: &Reader<'_>, period: Period) -> Result<Self, Failure> {
        let meetings = reader.list_meetings()?;
        let mut decisions = Vec::new();
        // Because decisions are many, and those of other meetings are in no figure.
        for meeting in meetings.iter().filter(|meeting| period.holds(meeting.date)) {
            decisions.extend(reader.decisions_of(meeting.id)?);
        }
        Ok(Self {
            // What was disposed of is counted on.
            cases: reader.counted_cases()?,
            areas: reader.list_areas()?,
            episodes: reader.counted_episodes()?,
            scores: reader.counted_scores()?,
            matrices: Matrices::of(reader.list_matrix_versions()?),
            referrals: reader.list_referrals()?,
            orders: reader.counted_orders()?,
            order_events: reader.list_order_events()?,
            order_types: reader.list_order_types()?,
            order_offers: reader.list_order_offers()?,
            items: reader.list_items()?,
            meetings,
            decisions,
        })
    }

    fn records(&self) -> Records<'_> {
        Records {
            cases: &self.cases,
            areas: &self.areas,
            episodes: &self.episodes,
            scores: &self.scores,
            matrices: &self.matrices,
            referrals: &self.referrals,
            orders: &self.orders,
            order_events: &self.order_events,
            order_types: &self.order_types,
            order_offers: &self.order_offers,
            meetings: &self.meetings,
            items: &self.items,
            decisions: &self.decisions,
        }
    }
}

/// The rows of the record by their keys, with what they are called.
struct Naming<'a> {
    loaded: &'a Loaded,
    places: OrderPlaces,
    period: Period,
    cases: HashMap<CaseId, &'a Case>,
    scores: HashMap<EpisodeId, Vec<Score>>,
    rows: BTreeMap<Row, usize>,
}

impl<'a> Naming<'a> {
    fn of(loaded: &'a Loaded, places: OrderPlaces, period: Period) -> Self {
        let mut scores: HashMap<EpisodeId, Vec<Score>> = HashMap::new();
        for score in loaded.scores.iter().filter(|score| score.on.is_none_or(|on| on <= period.to)) {
            scores.entry(score.episode).or_default().push(score.clone());
        }
        let mut rows = BTreeMap::new();
        rows.extend(loaded.episodes.iter().enumerate().map(|(at, each)| (Row::Episode(each.id), at)));
        rows.extend(loaded.referrals.iter().enumerate().map(|(at, each)| (Row::Referral(each.id), at)));
        rows.extend(loaded.orders.iter().enumerate().map(|(at, each)| (Row::Order(each.id), at)));
        rows.extend(loaded.items.iter().enumerate().map(|(at, each)| (Row::Item(each.id), at)));
        let cases = loaded.cases.iter().map(|case| (case.id, case)).collect();
        Self { loaded, places, period, cases, scores, rows }
    }

    /// Returns what a row is called within the report.
    fn id(&self, row: Row) -> String {
        let name = match row {
            Row::Episode(_) => self.episode(row).map(|(case, episode)| episode_name(case, episode)),
            Row::Referral(_) => {
                self.at(row).and_then(|at| self.loaded.referrals.get(at)).map(|each| each.number.to_string())
            }
            Row::Order(id) => Some(format!("order {id}")),
            Row::Item(id) => Some(format!("item {id}")),
        };
        name.unwrap_or_default()
    }

    fn at(&self, row: Row) -> Option<usize> {
        self.rows.get(&row).copied()
    }

    fn episode(&self, row: Row) -> Option<(&'a Case, &'a Episode)> {
        let episode = self.loaded.episodes.get(self.at(row)?)?;
        Some((self.cases.get(&episode.case)?, episode))
    }

    /// Returns a row with its words; absent for one that the record does not hold, which no figure names.
    fn row(&self, row: Row) -> Option<ReportRow> {
        let (reference, words, detail, address) = match row {
            Row::Episode(_) => {
                let (case, episode) = self.episode(row)?;
                let name = if case.title.is_empty() { &case.place } else { &case.title };
                let about = if name.is_empty() { case.key_issues.join(", ") } else { name.clone() };
                let words =
                    format!("{}{}{about}", case.kind.words(), if about.is_empty() { "" } else { " · " });
                let address = format!("/cases/{}", case.reference);
                (episode_name(case, episode), words, self.episode_detail(episode), address)
            }
            Row::Referral(id) => {
                let referral = self.loaded.referrals.get(self.at(row)?)?;
                let mut detail = format!("received {}", table_date(referral.received_on));
                detail.push_str(&format!("; {}", referral.status.words()));
                if let Some(day) = referral.decided_on {
                    detail.push_str(&format!(" {}", table_date(day)));
                }
                let outcomes: Vec<&str> = referral.outcomes.iter().map(|outcome| outcome.words()).collect();
                if !outcomes.is_empty() {
                    detail.push_str(&format!(": {}", outcomes.join(", ")));
                }
                let address = format!("/referrals/{id}");
                (referral.number.to_string(), referral.title.clone(), detail, address)
            }
            Row::Order(_) => {
                let order = self.loaded.orders.get(self.at(row)?)?;
                let shown = self.places.row(order.clone());
                let mut detail = vec![order.stage.words().to_owned()];
                let mut dated = |words: &str, day: Option<NaiveDate>| {
                    detail.extend(day.map(|day| format!("{words} {}", table_date(day))));
                };
                dated("in place", order.in_place_on);
                dated("over", order.ended_on);
                detail.extend(order.outcome.map(|outcome| outcome.words().to_owned()));
                let address = shown
                    .reference
                    .map_or_else(|| "/orders?show=all".to_owned(), |reference| format!("/cases/{reference}"));
                (order.kind.clone(), shown.on_words, detail.join("; "), address)
            }
            Row::Item(_) => {
                let item = self.loaded.items.get(self.at(row)?)?;
                let meeting = self.loaded.meetings.iter().find(|meeting| meeting.id == item.meeting)?;
                let (reference, words) = self.item_about(item);
                let spent = report::minutes_spent(item);
                let detail = format!("meeting of {}; {spent} min", table_date(meeting.date));
                (reference, words, detail, format!("/meetings/{}/minutes", meeting.id))
            }
        };
        Some(ReportRow { id: self.id(row), reference, words, detail, address })
    }

    fn item_about(&self, item: &Item) -> (String, String) {
        match item.about {
            About::Case { case } => {
                let case = self.cases.get(&case);
                let title = case.map(|case| case.title.clone()).unwrap_or_default();
                (case.map(|case| case.reference.to_string()).unwrap_or_default(), title)
            }
            About::Referral { referral } => {
                let found = self.at(Row::Referral(referral)).and_then(|at| self.loaded.referrals.get(at));
                found.map(|each| (each.number.to_string(), each.title.clone())).unwrap_or_default()
            }
            _ => (item.title.clone(), String::new()),
        }
    }

    fn episode_detail(&self, episode: &Episode) -> String {
        let mut detail = format!("opened {}", table_date(episode.opened));
        if let Some(closure) = &episode.closed {
            let how = closure.reason.words();
            let days = episode.days_open(self.period.to);
            detail.push_str(&format!("; {how} {} after {days} days", table_date(closure.on)));
        }
        let scores = self.scores.get(&episode.id).map(Vec::as_slice).unwrap_or_default();
        let summary = summarise(scores, episode.equal_scores_as_published);
        match (summary.initial, summary.current) {
            (Some(initial), Some(current)) => detail.push_str(&format!("; score {initial} → {current}")),
            (Some(initial), None) => detail.push_str(&format!("; score {initial}, not re-scored")),
            (None, _) => {}
        }
        detail
    }
}

fn episode_name(case: &Case, episode: &Episode) -> String {
    match episode.serial {
        1 => case.reference.to_string(),
        serial => format!("{} ({serial})", case.reference),
    }
}

fn view(report: &Report, names: &Naming<'_>, hub: String) -> ReportView {
    let headline = |(words, path): (&str, [&str; 4])| {
        let [section, table, line, column] = path;
        let figure = report.figure(section, table, line, column)?;
        Some(ReportHeadline {
            words: words.to_owned(),
            section: section.to_owned(),
            table: table.to_owned(),
            line: line.to_owned(),
            column: column.to_owned(),
            figure: figure_view(figure, names),
        })
    };
    ReportView {
        from: report.period.from,
        to: report.period.to,
        period: report.period.words(),
        hub,
        headlines: HEADLINES.into_iter().filter_map(headline).collect(),
        sections: report.sections.iter().map(|section| section_view(section, names)).collect(),
        rows: every_row(report).into_iter().filter_map(|row| names.row(row)).collect(),
    }
}

fn every_row(report: &Report) -> BTreeSet<Row> {
    let tables = report.sections.iter().flat_map(|section| &section.tables);
    let lines = tables.flat_map(|table| table.lines.iter().chain(&table.whole));
    lines.flat_map(|line| &line.figures).flat_map(|figure| figure.rows.iter().copied()).collect()
}

fn section_view(section: &Section, names: &Naming<'_>) -> ReportSection {
    ReportSection {
        key: section.named.key.clone(),
        title: section.named.words.clone(),
        notes: section.notes.clone(),
        tables: section.tables.iter().map(|table| table_view(table, names)).collect(),
    }
}

fn table_view(table: &Table, names: &Naming<'_>) -> ReportTable {
    let columns = table
        .columns
        .iter()
        .map(|column| ReportColumn { key: column.key.clone(), title: column.words.clone() });
    ReportTable {
        key: table.named.key.clone(),
        title: capital(&table.named.words),
        columns: columns.collect(),
        lines: table.lines.iter().map(|line| line_view(line, names)).collect(),
        whole: table.whole.as_ref().map(|line| line_view(line, names)),
        parts: table.parts,
    }
}

fn line_view(line: &Line, names: &Naming<'_>) -> ReportLine {
    ReportLine {
        key: line.named.key.clone(),
        words: line.named.words.clone(),
        figures: line.figures.iter().map(|figure| figure_view(figure, names)).collect(),
    }
}

fn figure_view(figure: &Figure, names: &Naming<'_>) -> ReportFigure {
    ReportFigure {
        value: figure.number(),
        words: figure.words(),
        rows: figure.rows.iter().map(|row| names.id(*row)).collect(),
    }
}
