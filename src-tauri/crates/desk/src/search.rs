//! Search over everything the hub holds.

use domain::action::Action;
use domain::case::Case;
use domain::ids::{ActionId, AgencyId, CaseId, MeetingId, OfficerId, OrderId, ReferralId, SubjectId};
use domain::words;
use store::{Hit, Reader};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

const MOST_HITS: u32 = 30;

pub fn search(desk: &mut Desk, request: Search) -> Result<SearchView, Failure> {
    desk.read(|reader| {
        let mut hits = Vec::new();
        for hit in reader.search(&request.text, MOST_HITS)? {
            hits.extend(shown(reader, hit)?);
        }
        Ok(SearchView { hits })
    })
}

/// Returns a hit with the address of its screen; absent when the record behind it has no screen of its own.
fn shown(reader: &Reader<'_>, hit: Hit) -> Result<Option<SearchHit>, Failure> {
    let found = |kind: &str, detail: String, address: String| {
        Some(SearchHit { kind: kind.to_owned(), title: hit.title.clone(), detail, address })
    };
    Ok(match hit.kind.as_str() {
        "case_record" => {
            reader.get_case(CaseId(hit.id))?.and_then(|case| found("case", outline(&case), address_of(&case)))
        }
        "subject" => case_of_subject(reader, SubjectId(hit.id))?
            .and_then(|case| found("person", case.reference.to_string(), address_of(&case)))
            .or_else(|| found("person", "on no case".to_owned(), format!("/people/{}", SubjectId(hit.id)))),
        "action" => match reader.get_action(ActionId(hit.id))? {
            Some(Action { case, number, .. }) => reader.get_case(case)?.and_then(|case| {
                found("action", format!("{number} · {}", case.reference), address_of(&case))
            }),
            None => None,
        },
        "referral" => reader.get_referral(ReferralId(hit.id))?.and_then(|referral| {
            let detail = format!("{} · {}", referral.number, referral.status.words());
            found("referral", detail, format!("/referrals/{}", referral.id))
        }),
        "meeting" => reader.get_meeting(MeetingId(hit.id))?.and_then(|meeting| {
            let detail = format!("{} · {}", words::full_date(meeting.date), meeting.status.words());
            let part = if meeting.status.is_ahead() { "agenda" } else { "minutes" };
            found("meeting", detail, format!("/meetings/{}/{part}", meeting.id))
        }),
        "agency" => found("agency", String::new(), format!("/agencies/{}", AgencyId(hit.id))),
        "officer" => {
            let officers = reader.list_officers()?;
            let officer = officers.into_iter().find(|officer| officer.id == OfficerId(hit.id));
            officer.and_then(|each| found("officer", each.post, format!("/agencies/{}", each.agency)))
        }
        "order_record" => reader.get_order(OrderId(hit.id))?.and_then(|order| {
            found("order", order.stage.words().to_owned(), format!("/orders/{}", order.id))
        }),
        _ => None,
    })
}

fn address_of(case: &Case) -> String {
    format!("/cases/{}", case.reference)
}

fn outline(case: &Case) -> String {
    let beside = if case.key_issues.is_empty() { case.title.clone() } else { case.key_issues.join(", ") };
    format!("{} · {beside}", case.kind.words())
}

fn case_of_subject(reader: &Reader<'_>, subject: SubjectId) -> Result<Option<Case>, Failure> {
    let holds = |case: &Case| case.subjects.iter().any(|part| part.subject == subject);
    Ok(reader.list_cases()?.into_iter().find(holds))
}
