//! The referrals as the command line lists them.

use domain::ids::ReferralId;
use domain::reference::ReferralNumber;
use domain::referral::{CheckCounts, ReferralOutcome, ReferralStatus, Source};
use serde::Serialize;

use super::rows;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::names::Names;

/// A referral as `referral list --json` prints it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReferralEntry {
    /// Its number, such as `R.61`.
    pub number: String,
    /// Where it stands.
    pub status: ReferralStatus,
    /// Where it came from.
    pub source: Source,
    /// The day it was received.
    pub received: chrono::NaiveDate,
    /// The agency that refers; absent when it is none of the hub's.
    pub referrer_agency: Option<String>,
    /// Its short label.
    pub title: String,
    /// The outcome that is counted; absent unless not adopted.
    pub main_outcome: Option<ReferralOutcome>,
    /// Outcomes beside the main one.
    pub further_outcomes: Vec<ReferralOutcome>,
    /// The day it was decided, returned or signposted; absent until then.
    pub decided: Option<chrono::NaiveDate>,
    /// The case it became; absent otherwise.
    pub case: Option<String>,
    /// How far the checks have come.
    pub checks: CheckCounts,
    /// The minutes that meetings spent on it.
    pub minutes_spent: u32,
}

/// Returns all referrals by number, the oldest first.
pub fn referral_entries(desk: &mut Desk) -> Result<Vec<ReferralEntry>, Failure> {
    desk.read(|reader| {
        let names = Names::load(reader)?;
        let mut rows = rows(reader, |_| true)?;
        rows.sort_by_key(|row| row.number);
        let referrals = reader.list_referrals()?;
        let entry = |row: crate::wire::referrals::ReferralRow| {
            let referral = referrals.iter().find(|referral| referral.id == row.id);
            let agency = names.agency(referral.and_then(|referral| referral.referrer_agency));
            ReferralEntry {
                number: row.number.to_string(),
                status: row.status,
                source: row.source,
                received: row.received_on,
                referrer_agency: (!agency.is_empty()).then(|| agency.to_owned()),
                title: row.title,
                main_outcome: row.outcomes.first().copied(),
                further_outcomes: row.outcomes.get(1..).unwrap_or_default().to_vec(),
                decided: row.decided_on,
                case: row.case.map(|case| case.to_string()),
                checks: row.checks,
                minutes_spent: row.minutes_spent,
            }
        };
        Ok(rows.into_iter().map(entry).collect())
    })
}

/// Returns the referral that a person names: `R.61`, or its number alone.
pub fn find_referral(desk: &Desk, named: &str) -> Result<ReferralId, Failure> {
    let unknown = || Failure::refused(format!("There is no referral “{}”", named.trim()));
    let digits = named.trim().trim_start_matches(['R', 'r']).trim_start_matches('.');
    let number: u32 = digits.parse().map_err(|_| unknown())?;
    desk.read(|reader| {
        let found = reader.find_referral(ReferralNumber(number))?;
        found.map(|referral| referral.id).ok_or_else(unknown)
    })
}
