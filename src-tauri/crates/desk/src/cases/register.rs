//! The register: every case with its open or latest episode.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::case::{Case, CaseKind, CaseLink, LinkKind};
use domain::episode::Episode;
use domain::ids::{CaseId, EpisodeId};
use domain::matrix::Matrices;
use domain::mid_point::MidPointMissed;
use domain::order::{Order, OrderOn};
use domain::reference::CaseReference;
use domain::score::{Score, summarise};
use domain::settings::Settings;
use domain::subject::Subject;
use store::Reader;

use crate::action_rows::{RowMaker, strip};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::orders::in_few_words;
use crate::scoring::reviews;
use crate::wire::everything::*;

/// Everything that rows of the register are made of, loaded at once: thousands of cases, a handful of queries.
struct Ledger {
    settings: Settings,
    matrices: Matrices,
    reviews: HashMap<CaseId, Vec<NaiveDate>>,
    episodes: HashMap<CaseId, Vec<Episode>>,
    scores: HashMap<EpisodeId, Vec<Score>>,
    actions: HashMap<CaseId, Vec<ActionRow>>,
    orders: HashMap<CaseId, Vec<Order>>,
    subjects: HashMap<domain::ids::SubjectId, Subject>,
    links: Vec<CaseLink>,
    references: HashMap<CaseId, CaseReference>,
    rows: RowMaker,
    today: NaiveDate,
}

impl Ledger {
    fn load(reader: &Reader<'_>, cases: &[Case], today: NaiveDate) -> Result<Self, Failure> {
        let rows = RowMaker::load(reader, today)?;
        let mut ledger = Self {
            settings: reader.settings()?,
            matrices: crate::matrices::load(reader)?,
            reviews: reviews(reader, reader.list_items()?)?,
            episodes: HashMap::new(),
            scores: HashMap::new(),
            actions: HashMap::new(),
            orders: HashMap::new(),
            subjects: reader.list_subjects()?.into_iter().map(|each| (each.id, each)).collect(),
            links: reader.list_links()?,
            references: cases.iter().map(|case| (case.id, case.reference.clone())).collect(),
            today,
            rows,
        };
        for episode in reader.list_episodes()? {
            ledger.episodes.entry(episode.case).or_default().push(episode);
        }
        for score in reader.list_scores()? {
            ledger.scores.entry(score.episode).or_default().push(score);
        }
        for order in reader.list_orders()? {
            if let OrderOn::Case { case, .. } = order.on {
                ledger.orders.entry(case).or_default().push(order);
            }
        }
        for row in ledger.rows.all(reader, |_| true)? {
            ledger.actions.entry(row.case).or_default().push(row);
        }
        for episodes in ledger.episodes.values_mut() {
            episodes.sort_by_key(|episode| episode.serial);
        }
        for scores in ledger.scores.values_mut() {
            scores.sort_by_key(|score| score.serial);
        }
        Ok(ledger)
    }

    fn row(&self, case: Case) -> Option<RegisterRow> {
        let episode = self.episodes.get(&case.id)?.last()?;
        let scores = self.scores.get(&episode.id).map(Vec::as_slice).unwrap_or_default();
        let actions = self.actions.get(&case.id).map(Vec::as_slice).unwrap_or_default();
        let orders = self.orders.get(&case.id).map(Vec::as_slice).unwrap_or_default();
        let names = self.rows.names();
        let days_open = u32::try_from(episode.days_open(self.today)).unwrap_or(0);
        let mid_point = self.mid_point(episode, scores);
        Some(RegisterRow {
            id: case.id,
            kind: case.kind,
            age: self.age(&case, episode),
            factors: case.factors.clone(),
            priority: self.matrices.priority(scores.last(), self.settings.bands),
            totals: scores.iter().map(|score| score.total).collect(),
            scores: summarise(scores, episode.equal_scores_as_published),
            scored_on: scores.last().and_then(|score| score.on),
            opened: episode.opened,
            closed: episode.closed.as_ref().map(|closure| closure.on),
            closed_because: episode.closed.as_ref().map(|closure| closure.reason),
            episode: episode.serial,
            days_open,
            lead: names.short(case.lead_agency).to_owned(),
            area: names.area(case.area).to_owned(),
            lights: strip(actions),
            late_actions: actions.iter().filter(|row| row.status.is_open() && row.days_late > 0).count()
                as u32,
            orders: orders.iter().filter_map(in_few_words).collect(),
            lacks_mid_point: mid_point.is_some(),
            mid_point,
            combined_into: self.combined_into(case.id),
            handed_to: episode.handed_to.clone(),
            title: if case.title.is_empty() { case.place } else { case.title },
            reference: case.reference,
            key_issues: case.key_issues,
        })
    }

    /// The age of a person: a band below 18, because the years of a child are nobody's business on a list.
    fn age(&self, case: &Case, episode: &Episode) -> String {
        if case.kind != CaseKind::Person {
            return String::new();
        }
        let known = case.subjects.iter().filter_map(|part| self.subjects.get(&part.subject));
        let age = known.filter_map(|subject| subject.age_on(self.today)).next().or(episode.age_as_published);
        match age {
            Some(years) if years < 18 => domain::subject::age_band(years).to_owned(),
            Some(years) => years.to_string(),
            None => String::new(),
        }
    }

    fn mid_point(&self, episode: &Episode, scores: &[Score]) -> Option<String> {
        let reviewed = self.reviews.get(&episode.case).map(Vec::as_slice).unwrap_or_default();
        let missed = self.settings.mid_point().missed(episode, scores, reviewed, self.today);
        missed.map(MidPointMissed::words)
    }

    fn combined_into(&self, case: CaseId) -> Option<CaseReference> {
        let link = self.links.iter().find(|link| link.kind == LinkKind::CombinedInto && link.from == case)?;
        self.references.get(&link.to).cloned()
    }
}

pub fn list_cases(desk: &mut Desk, _request: Nothing) -> Result<RegisterView, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let cases = reader.list_cases()?;
        let ledger = Ledger::load(reader, &cases, today)?;
        let mut rows: Vec<RegisterRow> = cases.into_iter().filter_map(|case| ledger.row(case)).collect();
        rows.sort_by(|one, other| one.reference.cmp(&other.reference));
        Ok(RegisterView { figures: figures(&rows, &ledger), rows })
    })
}

fn figures(rows: &[RegisterRow], ledger: &Ledger) -> RegisterFigures {
    let open: Vec<&RegisterRow> = rows.iter().filter(|row| row.closed.is_none()).collect();
    let mut days: Vec<u32> = open.iter().map(|row| row.days_open).collect();
    days.sort_unstable();
    let count = |wanted: &dyn Fn(&RegisterRow) -> bool| open.iter().filter(|row| wanted(row)).count() as u32;
    let open_actions = open.iter().filter_map(|row| ledger.actions.get(&row.id)).flatten();
    RegisterFigures {
        open: open.len() as u32,
        closed: (rows.len() - open.len()) as u32,
        high_priority: count(&|row| row.priority == Some(domain::priority::Priority::High)),
        open_actions: open_actions.filter(|action| action.status.is_open()).count() as u32,
        late_actions: open.iter().map(|row| row.late_actions).sum(),
        median_days_open: days.get(days.len() / 2).copied(),
        without_mid_point: count(&|row| row.lacks_mid_point),
    }
}

/// Returns the register as `register list --json` prints it.
pub fn register_entries(desk: &Desk) -> Result<Vec<RegisterEntry>, Failure> {
    let today = desk.today();
    desk.read(|reader| entries(reader, today))
}

/// Returns every case with all its episodes, by reference.
pub fn entries(reader: &Reader<'_>, today: NaiveDate) -> Result<Vec<RegisterEntry>, Failure> {
    let mut cases = reader.list_cases()?;
    cases.sort_by(|one, other| one.reference.cmp(&other.reference));
    let ledger = Ledger::load(reader, &cases, today)?;
    Ok(cases.into_iter().map(|case| entry(case, &ledger)).collect())
}

fn entry(case: Case, ledger: &Ledger) -> RegisterEntry {
    let referred: BTreeSet<CaseReference> = ledger
        .links
        .iter()
        .filter_map(|link| match (link.from == case.id, link.to == case.id) {
            (true, false) => ledger.references.get(&link.to),
            (false, true) => ledger.references.get(&link.from),
            _ => None,
        })
        .cloned()
        .collect();
    let split = |link: &&CaseLink| link.kind == LinkKind::SplitFrom && link.from == case.id;
    let split_from = ledger.links.iter().find(split).and_then(|link| ledger.references.get(&link.to));
    let episodes = ledger.episodes.get(&case.id).map(Vec::as_slice).unwrap_or_default();
    RegisterEntry {
        kind: case.kind,
        cross_references: referred.into_iter().collect(),
        split_from: split_from.cloned(),
        combined_into: ledger.combined_into(case.id),
        handed_to: episodes.last().and_then(|episode| episode.handed_to.clone()),
        episodes: episodes.iter().map(|episode| episode_entry(&case, episode, ledger)).collect(),
        reference: case.reference,
        key_issues: case.key_issues,
    }
}

fn episode_entry(case: &Case, episode: &Episode, ledger: &Ledger) -> RegisterEpisode {
    let scores = ledger.scores.get(&episode.id).map(Vec::as_slice).unwrap_or_default();
    let summary = summarise(scores, episode.equal_scores_as_published);
    let orders = ledger.orders.get(&case.id).map(Vec::as_slice).unwrap_or_default();
    let named = |in_place: bool| -> Vec<String> {
        let here = |order: &&Order| matches!(order.on, OrderOn::Case { episode: on, .. } if on == episode.id);
        let wanted = |order: &&Order| order.was_in_place() == in_place;
        orders.iter().filter(here).filter(wanted).map(|order| order.kind.clone()).collect()
    };
    let known = case.subjects.iter().filter_map(|part| ledger.subjects.get(&part.subject));
    RegisterEpisode {
        opened: episode.opened,
        closed: episode.closed.as_ref().map(|closure| closure.on),
        age: episode.age_as_published.or_else(|| known.filter_map(|each| each.age_on(episode.opened)).next()),
        initial_score: summary.initial,
        current_score: summary.current,
        score_state: summary.state,
        orders_in_place: named(true),
        orders_considered: named(false),
        notes: episode.notes.clone(),
    }
}
