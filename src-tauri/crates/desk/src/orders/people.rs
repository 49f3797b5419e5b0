//! Whom an order may be about.

use chrono::NaiveDate;
use domain::ids::SubjectId;
use domain::order::{Order, OrderOn};
use domain::subject::{Subject, SubjectPart};
use store::Reader;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn list_order_people(desk: &mut Desk, request: OrderPeople) -> Result<OrderPeopleView, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let people = match &request.on {
            OrderTarget::Case { reference } => {
                of_parts(reader, &crate::cases::found(reader, reference)?.subjects)?
            }
            OrderTarget::Referral { referral } => {
                of_parts(reader, &crate::referrals::kept(reader, *referral)?.subjects)?
            }
            OrderTarget::Place { .. } | OrderTarget::Alone => {
                let mut people = reader.list_subjects()?;
                people.retain(|subject| !subject.name.is_empty());
                people.sort_by_key(|subject| subject.name.to_lowercase());
                people
            }
        };
        Ok(OrderPeopleView { people: people.iter().map(|subject| named(subject, Some(today))).collect() })
    })
}

fn of_parts(reader: &Reader<'_>, parts: &[SubjectPart]) -> Result<Vec<Subject>, Failure> {
    let people = crate::item_facts::people(reader, parts)?;
    Ok(people.into_iter().map(|(subject, _)| subject).collect())
}

/// Returns a person by name with the age on a day, as far as both are known.
pub fn named(subject: &Subject, on: Option<NaiveDate>) -> Named<SubjectId> {
    let name = if subject.name.is_empty() { "a person without a name" } else { subject.name.as_str() };
    let name = match on.and_then(|on| subject.age_on(on)) {
        Some(age) => format!("{name}, {age}"),
        None => name.to_owned(),
    };
    Named { id: subject.id, name }
}

/// Tells whether a person is under 18 on `day`; absent when there is none, or the age is not known.
pub fn under_18(
    reader: &Reader<'_>,
    subject: Option<SubjectId>,
    day: NaiveDate,
) -> Result<Option<bool>, Failure> {
    let Some(id) = subject else { return Ok(None) };
    let known =
        reader.get_subject(id)?.and_then(|subject| subject.age_on(day).map(|_| subject.is_child_on(day)));
    Ok(known)
}

/// Refuses a person who is not in the record, or not one of the case or referral that the order is on.
pub fn check_subject(reader: &Reader<'_>, order: &Order) -> Result<(), Failure> {
    let Some(id) = order.subject else { return Ok(()) };
    let among = match order.on {
        OrderOn::Case { case, .. } => Some(crate::cases::kept(reader, case)?.subjects),
        OrderOn::Referral { referral } => Some(crate::referrals::kept(reader, referral)?.subjects),
        OrderOn::Place { .. } | OrderOn::Alone => None,
    };
    let known = match among {
        Some(parts) => parts.iter().any(|part| part.subject == id),
        None => reader.get_subject(id)?.is_some(),
    };
    if known { Ok(()) } else { Err(Failure::refused("Choose one of the people it is about").at("subject")) }
}
