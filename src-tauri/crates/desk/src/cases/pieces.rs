//! What can go from case to case, in words.

use chrono::NaiveDate;
use domain::case::Case;
use domain::case_move::Piece;
use domain::subject::age_band;
use domain::words::table_date;
use store::Reader;

use super::kept;
use crate::failure::Failure;
use crate::names::Names;

/// What people, actions, orders and links are told with.
pub(crate) struct Describing<'a, 'store> {
    reader: &'a Reader<'store>,
    names: Names,
    today: NaiveDate,
}

impl<'a, 'store> Describing<'a, 'store> {
    /// Loads the names.
    pub fn load(reader: &'a Reader<'store>, today: NaiveDate) -> Result<Self, Failure> {
        Ok(Self { reader, names: Names::load(reader)?, today })
    }

    /// Returns a piece of `case` in words, and what stands beside it; people by their initials and age band.
    pub fn piece(&self, case: &Case, piece: Piece) -> Result<(String, String), Failure> {
        let nothing = || ("not in the record any more".to_owned(), String::new());
        Ok(match piece {
            Piece::Person { subject } => {
                let Some(person) = self.reader.get_subject(subject)? else { return Ok(nothing()) };
                let part = case.subjects.iter().find(|part| part.subject == subject);
                let initials = match person.initials() {
                    initials if initials.is_empty() => "A person".to_owned(),
                    initials => initials,
                };
                let age = person.age_on(self.today).map(age_band).unwrap_or_default();
                (initials, joined(&[age, part.map(|part| part.role.words()).unwrap_or_default()]))
            }
            Piece::Action { action } => match self.reader.get_action(action)? {
                Some(action) => {
                    let due = action.due.map(|due| format!("due {}", table_date(due))).unwrap_or_default();
                    let detail = joined(&[self.names.short(Some(action.agency)), &due]);
                    (format!("{} {}", action.number, action.what), detail)
                }
                None => nothing(),
            },
            Piece::Order { order } => match self.reader.get_order(order)? {
                Some(order) => (order.kind, order.stage.words().to_owned()),
                None => nothing(),
            },
            Piece::Link { link } => {
                let links = self.reader.list_links()?;
                let Some(link) = links.into_iter().find(|each| each.id == link) else { return Ok(nothing()) };
                let other = kept(self.reader, link.other_than(case.id))?;
                (format!("X-Ref {}", other.reference), other.title)
            }
        })
    }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}
