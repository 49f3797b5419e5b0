//! What the projector receives: only what was put there, at its level, and nothing of the next item.

use domain::disclosure::{ActionRecord, CaseRecord, DisclosedCase, Level, UpdateRecord, disclosed};
use domain::ids::CaseId;
use domain::meeting::{About, MeetingStatus, RoomState};
use domain::minutes::standing_points;
use domain::order::OrderOn;
use domain::redaction::Known;
use domain::reference::CaseReference;
use domain::referral::{CheckAnswer, Referral};
use domain::referral_disclosure::{ReferralRecord, disclosed_referral};
use domain::room::Shown;
use domain::scoring_disclosure::{DisclosedScoring, disclosed_scoring};
use domain::settings::Settings;
use domain::words::{count, long_date};
use store::Reader;

use crate::action_rows::RowMaker;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::item_facts::{CaseFacts, ItemFacts, people, slots};
use crate::room::Loaded;
use crate::wire::everything::*;

pub fn get_projector(desk: &mut Desk, _request: Nothing) -> Result<ProjectorView, Failure> {
    if desk.opened().is_none() {
        return Ok(blank(String::new()));
    }
    let (today, known) = (desk.today(), desk.known()?);
    let withheld = desk.withholds_projector();
    desk.read(|reader| {
        let Some(state) = reader.running_room()?.filter(|state| !withheld && !state.blank) else {
            return Ok(blank(reader.settings()?.shown_marking()));
        };
        let loaded = Loaded::load_kept(desk, reader, crate::meetings::kept(reader, state.meeting)?)?;
        view(reader, &RowMaker::load_kept(desk, reader, today)?, &known, &loaded, &state)
    })
}

fn blank(marking: String) -> ProjectorView {
    ProjectorView { marking, foot: String::new(), level_words: Level::Blank.words().to_owned(), shown: None }
}

/// Returns what the projector receives while the room stands as `state` says; lights are read on the day of `rows`, as on
/// the console.
pub fn view(
    reader: &Reader<'_>,
    rows: &RowMaker,
    known: &Known,
    loaded: &Loaded,
    state: &RoomState,
) -> Result<ProjectorView, Failure> {
    let settings = reader.settings()?;
    let marking = settings.shown_marking();
    let shown = state.projected.filter(|_| !state.blank).and_then(|item| loaded.facts(item));
    let running = loaded.meeting.status == MeetingStatus::Running;
    let Some(facts) = shown.filter(|_| running) else { return Ok(blank(marking)) };
    let (level, limit) = loaded.level_of(state, facts);
    if level == Level::Blank {
        return Ok(blank(marking));
    }
    let sample = if settings.sample { " · SAMPLE" } else { "" };
    Ok(ProjectorView {
        marking,
        foot: format!("Hub Tasking · {}{sample}", long_date(loaded.meeting.date)),
        level_words: domain::room::level_words(level, limit),
        shown: Some(Projecting { reader, rows, known, loaded, state, facts, level }.item(&settings)?),
    })
}

/// What is being put on the projector.
struct Projecting<'a, 'store> {
    reader: &'a Reader<'store>,
    rows: &'a RowMaker,
    /// Everybody the hub knows, whose names are replaced below full wherever they stand.
    known: &'a Known,
    loaded: &'a Loaded,
    state: &'a RoomState,
    facts: &'a ItemFacts,
    level: Level,
}

impl Projecting<'_, '_> {
    fn item(&self, settings: &Settings) -> Result<ProjectedItem, Failure> {
        let Self { loaded, facts, .. } = *self;
        let slots = slots(&loaded.meeting, &loaded.items);
        let place = loaded.items.iter().position(|each| each.item.id == facts.item.id).unwrap_or(0);
        let starts = slots.get(place).map_or(loaded.meeting.starts, |slot| slot.starts);
        let length = count(facts.item.minutes as usize, "minute", "minutes");
        let case = match &facts.case {
            Some(of_case) => self.case(of_case)?,
            None => None,
        };
        Ok(ProjectedItem {
            position_words: format!("item {} of {}", place + 1, loaded.items.len()),
            time_words: format!("{}, {length}", starts.words()),
            heading: self.heading(),
            line: match (&facts.case, &facts.referral) {
                (Some(of_case), _) => of_case.case.kind.words().to_owned(),
                (None, Some(_)) => "Referral".to_owned(),
                (None, None) => String::new(),
            },
            lines: self.lines(settings)?,
            scoring: self.scoring()?,
            case,
        })
    }

    /// Returns the heading: a reference, or the title as far as the level lets it out.
    fn heading(&self) -> String {
        let Self { known, facts, level, .. } = *self;
        match facts.reference() {
            Some(reference) => reference,
            None if level >= Level::Initials => {
                known.redaction(level, self.loaded.meeting.date, []).applied(&facts.heading())
            }
            None => facts.item.about.words().to_owned(),
        }
    }

    fn case(&self, of_case: &CaseFacts) -> Result<Option<DisclosedCase>, Failure> {
        let Self { reader, rows, known, loaded, facts, .. } = *self;
        let case = &of_case.case;
        let scores = reader.scores_of(case.id)?;
        let actions = rows.rows_of(reader, &case.reference, reader.actions_of(case.id)?)?;
        let orders = reader.orders_of(case.id)?;
        let names = rows.names();
        let officer = |row: &ActionRow| row.officer.as_ref().map_or(String::new(), |each| each.name.clone());
        let officers: Vec<String> = actions.iter().map(officer).collect();
        let updates = loaded.updates.iter().filter(|update| update.case == case.id);
        let points = standing_points(facts.item.id, &loaded.key_points);
        let record = CaseRecord {
            reference: case.reference.to_string(),
            kind: case.kind,
            title: &case.title,
            lead_agency: names.short(case.lead_agency),
            lead_officer: names.officer(case.lead_officer),
            opened: of_case.episode.opened,
            subjects: facts.subjects.iter().map(|(subject, role)| (subject, *role)).collect(),
            key_issues: &case.key_issues,
            scores: crate::cases::episode_view(of_case.episode.clone(), &scores, rows.today()).summary,
            orders: orders.iter().filter_map(crate::orders::in_few_words).collect(),
            actions: actions
                .iter()
                .zip(&officers)
                .map(|(row, officer)| action_record(row, officer))
                .collect(),
            updates: updates
                .map(|update| UpdateRecord {
                    agency: names.short(Some(update.agency)),
                    text: &update.text,
                    shown: update.shown,
                })
                .collect(),
            key_points: points.filter(|point| point.shown).map(|point| point.text.as_str()).collect(),
        };
        Ok(disclosed(&record, self.level, loaded.meeting.date, known))
    }

    /// Returns the scoring that is shared beside the item; answers that fit no version show nothing.
    fn scoring(&self) -> Result<Option<DisclosedScoring>, Failure> {
        let Some(shared) = self.state.shared_scoring() else { return Ok(None) };
        let matrices = crate::matrices::load(self.reader)?;
        let version = matrices.get(shared.version);
        let shown = version.map(|version| {
            disclosed_scoring(version, &shared.answers, self.level, self.loaded.meeting.date, self.known)
        });
        Ok(shown.and_then(|shown| shown.unwrap_or_default()))
    }

    /// Returns the lines of an item about no case.
    fn lines(&self, settings: &Settings) -> Result<Vec<String>, Failure> {
        match (self.facts.item.about, &self.facts.referral) {
            (About::Welcome, _) => Ok(vec![settings.declaration.clone()]),
            (About::MattersArising, _) => self.arising(),
            (About::OrdersDue, _) => self.orders_due(),
            (_, Some(referral)) => self.referral(referral),
            _ => Ok(Vec::new()),
        }
    }

    /// Returns matters arising at the level of a reference, whatever the item's: they are about many cases.
    fn arising(&self) -> Result<Vec<String>, Failure> {
        let mut lines = Vec::new();
        for action in crate::agenda::matters_arising(self.reader, &self.loaded.meeting)? {
            let reference = crate::cases::kept(self.reader, action.case)?.reference;
            let row = self.rows.row(action, reference, None);
            let parts = [
                format!("{} {}", row.number, row.reference),
                row.light.light.word().to_owned(),
                row.kind.words().to_owned(),
                row.agency.name,
                row.due_words,
            ];
            let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            lines.push(parts.join(" · "));
        }
        Ok(lines)
    }

    /// Returns the orders that fall due, each as far as the level of its own case lets it out.
    fn orders_due(&self) -> Result<Vec<String>, Failure> {
        let due = crate::agenda::orders_due(self.reader, self.loaded.meeting.date)?;
        let mut lines = vec![count(due.len(), "order or review is due", "orders and reviews are due")];
        for (due, order) in due {
            match order.on {
                OrderOn::Case { case, .. } => {
                    let (reference, level) = self.level_of_case(case)?;
                    lines.push(match level {
                        Level::Initials | Level::Full => format!("{reference} · {}", due.words()),
                        Level::Blank | Level::Reference => reference.to_string(),
                    });
                }
                _ if self.level >= Level::Initials => lines.push(due.words()),
                _ => {}
            }
        }
        Ok(lines)
    }

    fn level_of_case(&self, id: CaseId) -> Result<(CaseReference, Level), Failure> {
        let case = crate::cases::kept(self.reader, id)?;
        let subjects = people(self.reader, &case.subjects)?;
        let reference = case.reference.clone();
        let child = CaseFacts::load(self.reader, case)?.is_about_child(&subjects, self.loaded.meeting.date);
        let observer = self.loaded.is_observed(self.facts);
        let shown = Shown { own: Some(self.level), case: Some(id), child, observer };
        Ok((reference, self.state.level_of(shown).0))
    }

    fn referral(&self, referral: &Referral) -> Result<Vec<String>, Failure> {
        let names = self.rows.names();
        let record = ReferralRecord {
            referrer_agency: names.short(referral.referrer_agency),
            checks: checks_words(self.reader, referral)?,
            title: &referral.title,
            problem: &referral.problem,
            subjects: self.facts.subjects.iter().map(|(subject, role)| (subject, *role)).collect(),
        };
        Ok(disclosed_referral(&record, self.level, self.loaded.meeting.date, self.known))
    }
}

fn action_record<'a>(row: &'a ActionRow, officer: &'a str) -> ActionRecord<'a> {
    ActionRecord {
        number: row.number.to_string(),
        light: &row.light,
        tags: &row.tags,
        kind: row.kind,
        what: &row.what,
        agency: &row.agency.name,
        officer,
        due: row.due,
        due_words: row.due_words.clone(),
        is_new: row.is_new,
        last_update: row.last_update.as_ref().map_or("", |update| &update.text),
    }
}

/// Returns how far the agencies' checks have come: `5 of 8 replied`; empty when none were asked.
pub fn checks_words(reader: &Reader<'_>, referral: &Referral) -> Result<String, Failure> {
    let checks = reader.checks_of(referral.id)?;
    let replied = checks.iter().filter(|check| check.answer != CheckAnswer::NoReply).count();
    Ok(if checks.is_empty() { String::new() } else { format!("{replied} of {} replied", checks.len()) })
}
