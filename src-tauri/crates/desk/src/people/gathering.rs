//! Gathering everything held on one person.

use ::papers::model::{Marking, Sheet, SheetLine, SheetPart};
use chrono::NaiveDate;
use domain::case::Case;
use domain::ids::{CaseId, ItemId};
use domain::meeting::Item;
use domain::order::Order;
use domain::referral::Referral;
use domain::subject::{Subject, SubjectPart};
use domain::subject_access::{HeldText, SubjectAccess};
use domain::words::{capital, count, long_date, table_date};
use store::Reader;

use crate::failure::Failure;
use crate::names::Names;
use crate::wire::everything::*;

/// Returns where a case stands: `open since 8 Jan 2019`, `closed on 4 Jun 2019`.
pub fn case_status(reader: &Reader<'_>, case: CaseId) -> Result<String, Failure> {
    let last = reader.episodes_of(case)?.into_iter().max_by_key(|episode| episode.serial);
    Ok(match last {
        Some(episode) => match episode.closed {
            Some(closure) => format!("closed on {}", table_date(closure.on)),
            None => format!("open since {}", table_date(episode.opened)),
        },
        None => String::new(),
    })
}

struct Gatherer<'a> {
    reader: &'a Reader<'a>,
    names: Names,
    person: &'a Subject,
    known: Vec<Subject>,
    access: SubjectAccess,
}

/// Lines as they are put down, empty ones left out.
#[derive(Default)]
struct Lines(Vec<HeldLine>);

impl Lines {
    fn put(&mut self, label: impl Into<String>, held: HeldText) {
        if !held.text.trim().is_empty() {
            let (label, text) = (label.into(), held.text);
            self.0.push(HeldLine { label, text, about_others: held.about_others });
        }
    }

    /// Puts down what speaks of nobody else by its nature: dates, numbers, stages.
    fn fact(&mut self, label: impl Into<String>, text: impl Into<String>) {
        self.put(label, HeldText { text: text.into(), about_others: false });
    }
}

/// Returns everything held on `person`.
pub fn held(
    reader: &Reader<'_>,
    person: &Subject,
    full: bool,
    today: NaiveDate,
) -> Result<HeldOnPerson, Failure> {
    let known = reader.list_subjects()?;
    let access = SubjectAccess::of(person, &known, full);
    let gatherer = Gatherer { reader, names: Names::load(reader)?, person, known, access };
    let mut parts = vec![gatherer.identity()];
    for case in reader.cases_about(person.id)? {
        parts.push(gatherer.case(&case)?);
    }
    for referral in reader.referrals_about(person.id)? {
        parts.push(gatherer.referral(&referral)?);
    }
    let alone = gatherer.other_orders()?;
    if !alone.lines.is_empty() {
        parts.push(alone);
    }
    let about_others = parts.iter().flat_map(|part| &part.lines).filter(|line| line.about_others).count();
    Ok(HeldOnPerson {
        hub: reader.settings()?.hub,
        made_on: today,
        name: person.name.clone(),
        full,
        texts_about_others: u32::try_from(about_others).unwrap_or(u32::MAX),
        parts,
    })
}

impl Gatherer<'_> {
    fn identity(&self) -> HeldPart {
        let (person, mut lines) = (self.person, Lines::default());
        lines.fact("Name", &person.name);
        lines.fact("Also known as", person.aliases.join(", "));
        lines.fact("Date of birth", person.date_of_birth.map(long_date).unwrap_or_default());
        if let Some(told) = person.age_as_told {
            lines.fact("Age as told", format!("{} on {}", told.years, long_date(told.on)));
        }
        lines.fact("Addresses", person.addresses.join("\n"));
        lines.fact("Telephones", person.telephones.join(", "));
        for each in &person.agency_references {
            lines.fact(format!("Reference of {}", self.names.agency(Some(each.agency))), &each.reference);
        }
        HeldPart { heading: "The person".into(), lines: lines.0 }
    }

    fn parts(&self, lines: &mut Lines, parts: &[SubjectPart]) {
        for part in parts {
            let role = capital(part.role.words());
            let label = if role.is_empty() { "Person".to_owned() } else { role };
            if part.subject == self.person.id {
                lines.fact(label, "this person");
            } else if let Some(other) = self.known.iter().find(|each| each.id == part.subject) {
                lines.put(label, self.access.name_of_other(other));
            }
        }
    }

    fn case(&self, case: &Case) -> Result<HeldPart, Failure> {
        let mut lines = Lines::default();
        lines.fact("Kind", case.kind.words());
        self.parts(&mut lines, &case.subjects);
        lines.put("Label", self.access.text(&case.title));
        lines.put("Outline", self.access.text(&case.outline));
        lines.put("Key issues", self.access.text(&case.key_issues.join(", ")));
        lines.put("Place", self.access.text(&case.place));
        lines.fact("Area", self.names.area(case.area));
        lines.put("Outside facts", self.access.text(&case.outside_facts.join("\n")));
        lines.fact("Lead agency", self.names.agency(case.lead_agency));
        let involved: Vec<&str> = case.involved.iter().map(|id| self.names.agency(Some(*id))).collect();
        lines.fact("Other agencies", involved.join(", "));
        for episode in self.reader.episodes_of(case.id)? {
            let until = episode.closed.as_ref().map(|closure| format!(", closed {}", table_date(closure.on)));
            let dates = format!("opened {}{}", table_date(episode.opened), until.unwrap_or_default());
            lines.fact(format!("Episode {}", episode.serial), dates);
            lines.put("Notes", self.access.text(&episode.notes.join("\n")));
            if let Some(closure) = &episode.closed {
                lines.put("Closing summary", self.access.text(&closure.summary));
                lines.put(
                    "No closing score",
                    self.access.text(closure.no_score_because.as_deref().unwrap_or("")),
                );
            }
        }
        for score in self.reader.scores_of(case.id)? {
            let day = score.on.map(|day| format!(", {}", table_date(day))).unwrap_or_default();
            let reason = if score.reason.is_empty() { String::new() } else { format!(": {}", score.reason) };
            lines.put("Score", self.access.text(&format!("{}{day}{reason}", score.total)));
        }
        self.actions(&mut lines, case.id)?;
        for order in self.reader.orders_of(case.id)? {
            self.order(&mut lines, &order);
        }
        for item in self.reader.items_about_case(case.id)? {
            self.meeting(&mut lines, &item)?;
            for update in self.reader.written_updates_of(item.meeting)? {
                if update.case == case.id {
                    let label = format!("Written update of {}", self.names.agency(Some(update.agency)));
                    lines.put(label, self.access.text(&update.text));
                }
            }
        }
        Ok(HeldPart { heading: format!("Case {}", case.reference), lines: lines.0 })
    }

    fn actions(&self, lines: &mut Lines, case: CaseId) -> Result<(), Failure> {
        for action in self.reader.actions_of(case)? {
            let agency = self.names.agency(Some(action.agency));
            let due = action.due.map(|due| format!(", due {}", table_date(due))).unwrap_or_default();
            let text = format!("{} ({agency}{due}, {})", action.what, action.status.words());
            lines.put(format!("Action {}", action.number), self.access.text(&text));
            lines.put("Blocked because", self.access.text(action.blocked.as_deref().unwrap_or("")));
            for update in self.reader.updates_of(action.id)? {
                lines.put(format!("Update of {}", table_date(update.on)), self.access.text(&update.text));
            }
        }
        Ok(())
    }

    fn order(&self, lines: &mut Lines, order: &Order) {
        let days =
            [("in place", order.in_place_on), ("expires", order.expires_on), ("ended", order.ended_on)];
        let days =
            days.iter().filter_map(|(words, day)| day.map(|day| format!(", {words} {}", table_date(day))));
        let outcome = order.outcome.map(|outcome| format!(", {}", outcome.words())).unwrap_or_default();
        let whose = match order.subject {
            Some(subject) if subject != self.person.id => ", on another person",
            _ => "",
        };
        let text = format!("{}{}{outcome}{whose}", order.stage.words(), days.collect::<String>());
        lines.put(&order.kind, HeldText { text, about_others: !whose.is_empty() });
        lines.put(format!("Notes on {}", order.kind), self.access.text(&order.note));
    }

    fn meeting(&self, lines: &mut Lines, item: &Item) -> Result<(), Failure> {
        let Some(meeting) = self.reader.get_meeting(item.meeting)? else { return Ok(()) };
        let on = table_date(meeting.date);
        lines.put(format!("Agenda of {on}"), self.access.text(&item.why));
        for point in self.points(item.id)? {
            lines.put(format!("Key point, {on}"), self.access.text(&point));
        }
        for decision in self.reader.decisions_of_item(item.id)?.into_iter().filter(|each| !each.withdrawn) {
            lines.put(format!("Decision, {on}"), self.access.text(&decision.outcome.words(&decision.text)));
        }
        Ok(())
    }

    fn points(&self, item: ItemId) -> Result<Vec<String>, Failure> {
        let points = self.reader.key_points_of_item(item)?.into_iter();
        Ok(points.filter(|point| !point.withdrawn).map(|point| point.text).collect())
    }

    fn referral(&self, referral: &Referral) -> Result<HeldPart, Failure> {
        let mut lines = Lines::default();
        lines.fact("Received", long_date(referral.received_on));
        let decided = referral.decided_on.map(|day| format!(" on {}", long_date(day))).unwrap_or_default();
        lines.fact("Status", format!("{}{decided}", referral.status.words()));
        lines.fact(
            "Outcomes",
            referral.outcomes.iter().map(|each| each.words()).collect::<Vec<_>>().join(", "),
        );
        self.parts(&mut lines, &referral.subjects);
        lines.fact("Referred by", self.names.agency(referral.referrer_agency));
        for (label, text) in [("Referrer", &referral.referrer_name), ("Contact", &referral.referrer_contact)]
        {
            if !text.trim().is_empty() {
                lines.put(label, self.access.of_referrer(text));
            }
        }
        let texts = [
            ("Label", &referral.title),
            ("The problem", &referral.problem),
            ("Victims", &referral.victims),
            ("Offenders", &referral.offenders),
            ("Safeguarding", &referral.safeguarding),
            ("What has been tried", &referral.tried),
            ("Place", &referral.place),
            ("Note", &referral.note),
        ];
        for (label, text) in texts {
            lines.put(label, self.access.text(text));
        }
        lines.put("Tabled all the same", self.access.text(referral.gate_override.as_deref().unwrap_or("")));
        for check in self.reader.checks_of(referral.id)?.into_iter().filter(|check| !check.note.is_empty()) {
            let label = format!("Check by {}", self.names.agency(Some(check.agency)));
            lines.put(label, self.access.text(&check.note));
        }
        for order in self.reader.orders_of_referral(referral.id)? {
            self.order(&mut lines, &order);
        }
        for item in self.reader.items_about_referral(referral.id)? {
            self.meeting(&mut lines, &item)?;
        }
        Ok(HeldPart { heading: format!("Referral {}", referral.number), lines: lines.0 })
    }

    /// Returns the orders on the person that belong to none of the person's cases and referrals.
    fn other_orders(&self) -> Result<HeldPart, Failure> {
        use domain::order::OrderOn;
        let cases: Vec<CaseId> =
            self.reader.cases_about(self.person.id)?.iter().map(|case| case.id).collect();
        let referrals: Vec<_> =
            self.reader.referrals_about(self.person.id)?.iter().map(|each| each.id).collect();
        let mut lines = Lines::default();
        for order in self.reader.list_orders()?.iter().filter(|order| order.subject == Some(self.person.id)) {
            let told = match &order.on {
                OrderOn::Case { case, .. } => cases.contains(case),
                OrderOn::Referral { referral } => referrals.contains(referral),
                _ => false,
            };
            if !told {
                self.order(&mut lines, order);
            }
        }
        Ok(HeldPart { heading: "Other orders".into(), lines: lines.0 })
    }
}

/// Returns what is held as a paper.
pub fn sheet(held: &HeldOnPerson, marking: Marking) -> Sheet {
    let line = |line: &HeldLine| SheetLine {
        label: line.label.clone(),
        text: line.text.clone(),
        remark: match (line.about_others, held.full) {
            (false, _) => String::new(),
            (true, false) => "Other people’s data replaced".to_owned(),
            (true, true) => "Speaks of another person".to_owned(),
        },
    };
    let part = |part: &HeldPart| SheetPart {
        heading: part.heading.clone(),
        lines: part.lines.iter().map(line).collect(),
    };
    let whose = if held.name.is_empty() { "a person without a name" } else { held.name.as_str() };
    let about = count(held.texts_about_others as usize, "entry speaks", "entries speak");
    let opening = match held.full {
        true => format!(
            "For the data protection officer, not to be handed over: {about} of other people, whose data stand here in full \
             and are marked. Decide of each whether it goes out."
        ),
        false => format!(
            "{} of other people: the names, addresses, telephones and dates of birth that the hub knows of them were \
             replaced. What it does not know as theirs was not: read this paper before it is handed over.",
            about
        ),
    };
    Sheet {
        hub: held.hub.clone(),
        marking,
        title: "Everything held on one person".to_owned(),
        subtitle: format!("{whose} · {} · {}", held.hub, long_date(held.made_on)),
        date: held.made_on,
        opening: vec![opening],
        parts: held.parts.iter().map(part).collect(),
        closing: vec![
            "Held in the hub’s record on that day. Partners keep the detail in their own systems; the audit of who saw what \
             is not part of this copy."
                .to_owned(),
        ],
        signed: Vec::new(),
    }
}
