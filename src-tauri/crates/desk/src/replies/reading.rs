//! Reading an e-mail that answers by action number: proposals that somebody looks at; nothing is written here.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use domain::action::Action;
use domain::agency::Officer;
use domain::ids::{AgencyId, MeetingId};
use domain::meeting::About as OnAgenda;
use domain::reference::{ActionNumber, CaseReference};
use domain::reply::{self, About, Answer, Known, Sender, TakesPart, cautions, name_and_address};
use exchange::{Letter, LetterKind};
use store::Reader;

use crate::action_rows::RowMaker;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::meetings;
use crate::names::Names;
use crate::wire::everything::*;

pub fn read_reply(desk: &mut Desk, request: ReadReply) -> Result<ReplyLetter, Failure> {
    let (meeting, letter) = match &request {
        ReadReply::Text { meeting, text } => {
            (*meeting, exchange::read_letter(text.as_bytes()).map_err(|error| refused(error, "text"))?)
        }
        ReadReply::File { meeting, path } => {
            (*meeting, exchange::read_letter_file(Path::new(path)).map_err(|error| refused(error, "path"))?)
        }
    };
    let today = desk.today();
    desk.read(|reader| Laid::load(reader, meeting, today)?.answer(reader, &letter))
}

fn refused(error: exchange::LetterError, field: &str) -> Failure {
    Failure::from(error).at(field)
}

/// What an e-mail is laid beside.
struct Laid {
    today: NaiveDate,
    rows: RowMaker,
    actions: BTreeMap<ActionNumber, Action>,
    cases: Vec<domain::case::Case>,
    /// The cases of the agenda.
    on_agenda: Vec<domain::ids::CaseId>,
}

impl Laid {
    fn load(reader: &Reader<'_>, meeting: MeetingId, today: NaiveDate) -> Result<Self, Failure> {
        meetings::kept(reader, meeting)?;
        let case_of = |about: OnAgenda| match about {
            OnAgenda::Case { case } => Some(case),
            _ => None,
        };
        Ok(Self {
            today,
            rows: RowMaker::load(reader, today)?,
            actions: reader.list_actions()?.into_iter().map(|action| (action.number, action)).collect(),
            cases: reader.list_cases()?,
            on_agenda: reader.items_of(meeting)?.iter().filter_map(|item| case_of(item.about)).collect(),
        })
    }

    fn names(&self) -> &Names {
        self.rows.names()
    }

    fn answer(&self, reader: &Reader<'_>, letter: &Letter) -> Result<ReplyLetter, Failure> {
        let sent = letter.sent_on.parse::<NaiveDate>().unwrap_or(self.today).min(self.today);
        let references: Vec<CaseReference> = self.cases.iter().map(|case| case.reference.clone()).collect();
        let actions = self.actions.iter().map(|(number, action)| (*number, action.what.as_str())).collect();
        let read = reply::read(&letter.text, &Known { actions, cases: &references, sent });
        let (name, address) = match letter.from_address.is_empty() && letter.from_name.is_empty() {
            true => name_and_address(&read.from),
            false => (letter.from_name.as_str(), letter.from_address.as_str()),
        };
        let officers: Vec<&Officer> =
            self.names().officers.values().filter(|officer| officer.active).collect();
        let sender = reply::sender(address, name, &officers);
        let mut proposals = Vec::with_capacity(read.answers.len());
        for answer in read.answers {
            proposals.extend(self.proposal(reader, answer, sender, name, sent)?);
        }
        let kind = match letter.kind {
            LetterKind::Text => "a text",
            LetterKind::Word => "a Word document",
            LetterKind::Email => "an e-mail",
        };
        let stranger =
            |each: reply::Stranger| ReplyStranger { words: each.words, line: each.line, source: each.source };
        Ok(ReplyLetter {
            kind: kind.to_owned(),
            told_by: self.told_by(sender, name, address),
            agency: sender.map(|sender| sender.agency),
            officer: sender.and_then(|sender| sender.officer),
            proposals,
            strangers: read.strangers.into_iter().map(stranger).collect(),
            left_over: read.left_over,
            earlier: read.earlier,
            unread: letter.unread.clone(),
        })
    }

    fn told_by(&self, sender: Option<Sender>, name: &str, address: &str) -> String {
        let agency = self.names().short(sender.map(|sender| sender.agency));
        let officer = self.names().officer(sender.and_then(|sender| sender.officer));
        let person = [officer, name, address].into_iter().find(|each| !each.trim().is_empty());
        let parts = [person.unwrap_or_default().trim(), agency];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn proposal(
        &self,
        reader: &Reader<'_>,
        answer: Answer,
        sender: Option<Sender>,
        name: &str,
        sent: NaiveDate,
    ) -> Result<Option<ReplyProposal>, Failure> {
        let agency = sender.map(|sender| sender.agency);
        let (reply, cautions) = match answer.about {
            About::Action { number, understood } => {
                let Some(action) = self.actions.get(&number) else { return Ok(None) };
                let on = understood.on.unwrap_or(sent).max(action.raised_on).min(self.today);
                let row = Box::new(self.row(reader, action)?);
                let named = |agency: AgencyId| self.names().short(Some(agency)).to_owned();
                let reply =
                    ProposedReply::Action { row, status: understood.status, blocked: understood.blocked, on };
                (reply, cautions(action, agency, &named))
            }
            About::Case { reference } => {
                let Some(case) = self.cases.iter().find(|case| case.reference == reference) else {
                    return Ok(None);
                };
                let off = format!("{reference} is not on this agenda");
                let cautions = (!self.on_agenda.contains(&case.id)).then_some(off);
                (ProposedReply::Case { case: case.id, reference }, cautions.into_iter().collect())
            }
            About::Attendance(said) => (self.attendance(said, sender, name), Vec::new()),
        };
        let Answer { text, line, source, .. } = answer;
        Ok(Some(ReplyProposal { reply, text, line, source, cautions }))
    }

    fn row(&self, reader: &Reader<'_>, action: &Action) -> Result<ActionRow, Failure> {
        let case = crate::cases::kept(reader, action.case)?;
        let last = reader.updates_of(action.id)?.into_iter().rfind(|update| update.kind.is_told());
        Ok(self.rows.row(action.clone(), case.reference, last))
    }

    /// Returns who comes: the sender, or whom the sender names instead.
    fn attendance(&self, said: TakesPart, sender: Option<Sender>, name: &str) -> ProposedReply {
        let officer = sender.and_then(|sender| sender.officer);
        let own = match self.names().officer(officer) {
            "" => name,
            listed => listed,
        };
        match said.substitute.is_empty() {
            true => ProposedReply::Attendance {
                mode: said.mode,
                officer,
                name: own.to_owned(),
                substitute_for: String::new(),
            },
            false => ProposedReply::Attendance {
                mode: said.mode,
                officer: None,
                name: said.substitute,
                substitute_for: own.to_owned(),
            },
        }
    }
}
