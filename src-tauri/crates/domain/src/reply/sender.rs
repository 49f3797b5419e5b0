//! Who sent an e-mail: known by the addresses and names of the agencies' people.

use crate::action_line::folded;
use crate::agency::Officer;
use crate::ids::{AgencyId, OfficerId};

/// Who sent an e-mail, as far as the hub knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The agency.
    pub agency: AgencyId,
    /// The officer; absent where only the agency is known, by the end of the address.
    pub officer: Option<OfficerId>,
}

/// Returns the sender with this address and name; absent when nobody of the hub's list has them, or two agencies do.
pub fn sender(address: &str, name: &str, officers: &[&Officer]) -> Option<Sender> {
    let address = address.trim().to_lowercase();
    let own = |officer: &Officer| officer.email.trim().to_lowercase();
    let of = |officer: &Officer| Sender { agency: officer.agency, officer: Some(officer.id) };
    if let Some(officer) = officers.iter().find(|officer| !address.is_empty() && own(officer) == address) {
        return Some(of(officer));
    }
    let called = folded(name);
    let namesakes: Vec<_> = officers.iter().filter(|officer| folded(&officer.name) == called).collect();
    if let ([only], false) = (namesakes.as_slice(), called.is_empty()) {
        return Some(of(only));
    }
    let (_, domain) = address.split_once('@').filter(|(_, domain)| !domain.is_empty())?;
    let ends = |officer: &&&Officer| own(officer).split_once('@').is_some_and(|(_, own)| own == domain);
    let mut agencies: Vec<AgencyId> = Vec::new();
    for officer in officers.iter().filter(ends) {
        if !agencies.contains(&officer.agency) {
            agencies.push(officer.agency);
        }
    }
    match agencies.as_slice() {
        [agency] => Some(Sender { agency: *agency, officer: None }),
        _ => None,
    }
}

/// Returns name and address of `Jo Field <jo@probation.example>`; a text without brackets is the one or the other.
pub fn name_and_address(from: &str) -> (&str, &str) {
    let marks = |letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'' | '<' | '>' | '[' | ']');
    if let Some((name, rest)) = from.split_once(['<', '[']) {
        let address = rest.split(['>', ']']).next().unwrap_or_default();
        return (name.trim_matches(marks), address.trim_start_matches("mailto:").trim_matches(marks));
    }
    let bare = from.trim_matches(marks);
    if bare.contains('@') { ("", bare) } else { (bare, "") }
}
