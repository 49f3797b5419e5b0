//! Reviews of cases, and which cases wait for their mid-point score.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::case::Case;
use domain::episode::Episode;
use domain::ids::{CaseId, MeetingId};
use domain::meeting::{Item, Meeting};
use domain::mid_point::{MidPointMissed, is_review};
use domain::score::Score;
use store::Reader;

use crate::failure::Failure;

/// Returns the days on which meetings reviewed the cases that `items` are about.
pub(crate) fn reviews(
    reader: &Reader<'_>,
    items: Vec<Item>,
) -> Result<HashMap<CaseId, Vec<NaiveDate>>, Failure> {
    let meetings: HashMap<MeetingId, Meeting> =
        reader.list_meetings()?.into_iter().map(|meeting| (meeting.id, meeting)).collect();
    let mut reviews: HashMap<CaseId, Vec<NaiveDate>> = HashMap::new();
    for item in items {
        let meeting = meetings.get(&item.meeting).filter(|meeting| is_review(meeting, &item));
        if let (Some(meeting), Some(case)) = (meeting, item.about.case()) {
            reviews.entry(case).or_default().push(meeting.date);
        }
    }
    Ok(reviews)
}

/// Returns how long the mid-point score of a case is waited for, in words; absent while it is not.
pub(crate) fn mid_point_words(
    reader: &Reader<'_>,
    case: &Case,
    episode: &Episode,
    scores: &[Score],
    today: NaiveDate,
) -> Result<Option<String>, Failure> {
    let rule = reader.settings()?.mid_point();
    let reviews = reviews(reader, reader.items_about_case(case.id)?)?;
    let reviewed = reviews.get(&case.id).map(Vec::as_slice).unwrap_or_default();
    Ok(rule.missed(episode, scores, reviewed, today).map(MidPointMissed::words))
}
