//! Part 1 of the minutes: what a council may publish, refused while it still says who somebody is.

use ::papers::Paper;
use ::papers::model::{MinuteItem, MinutesPaper, Written};
use domain::case::CaseKind;
use domain::meeting::{Meeting, MeetingStatus};
use domain::publishing::{Leak, exemption, leaks, published};
use domain::redaction::Redaction;
use serde::Serialize;
use store::Reader;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::item_facts::{ItemFacts, case_words};
use crate::meetings::kept;
use crate::papers;
use crate::wire::everything::*;

/// What the audit holds of a publication: who confirmed that what looks like a name is none.
#[derive(Serialize)]
struct Publication<'a> {
    paragraph: u8,
    confirmed: &'a [Leak],
    file_name: &'a str,
    pages: u32,
}

pub fn check_publication(desk: &mut Desk, request: OfPublication) -> Result<PublicationCheck, Failure> {
    desk.read(|reader| {
        let meeting = kept(reader, request.meeting)?;
        let leaks = found(reader, &part_one(reader, &meeting, request.paragraph)?)?;
        let (refused, doubtful) = leaks.into_iter().partition(|leak| leak.what.is_refused());
        Ok(PublicationCheck {
            refused: rows(refused),
            doubtful: rows(doubtful),
            statement: exemption(request.paragraph),
        })
    })
}

fn rows(leaks: Vec<Leak>) -> Vec<LeakRow> {
    leaks.into_iter().map(|leak| LeakRow { what_words: leak.what.words().to_owned(), leak }).collect()
}

pub fn publish_minutes(desk: &mut Desk, request: PublishMinutes) -> Result<PaperMade, Failure> {
    let (meeting, minutes) = desk.read(|reader| {
        let meeting = kept(reader, request.meeting)?;
        let minutes = part_one(reader, &meeting, request.paragraph)?;
        let open = found(reader, &minutes)?;
        if let Some(leak) = open.iter().find(|leak| leak.what.is_refused()) {
            return Err(Failure::refused(format!(
                "Part 1 cannot be made: in {} stands “{}”, {}",
                leak.place,
                leak.words,
                leak.what.words()
            ))
            .with_hint(
                "Correct the minutes there, or put it between [[ and ]] so that Part 1 leaves it out",
            ));
        }
        if let Some(leak) = open.iter().find(|leak| !request.confirmed.contains(leak)) {
            return Err(Failure::refused(format!(
                "Somebody has to look at “{}” in {} first: it may be a name",
                leak.words, leak.place
            )));
        }
        Ok((meeting, minutes))
    })?;
    let usual = format!("Hub Tasking {} minutes Part 1 {}.pdf", meeting.number, meeting.date);
    let made = papers::drawn(desk.listener().as_ref(), &Paper::Minutes(minutes))?;
    papers::agreed(made.missing.iter(), request.boxes_agreed)?;
    papers::saved_and_noted(desk, &made, request.save_as.as_deref(), &usual, |desk, made| {
        let publication = Publication {
            paragraph: request.paragraph,
            confirmed: &request.confirmed,
            file_name: &made.file_name,
            pages: made.pages,
        };
        desk.write(&["history"], |writer, _| Ok(writer.note("print", Some(meeting.id.0), &publication)?))
    })
}

/// Returns the minutes as they are published: no headline that says more than the kind and the age band, no corrections,
/// and what is marked replaced.
fn part_one(reader: &Reader<'_>, meeting: &Meeting, paragraph: u8) -> Result<MinutesPaper, Failure> {
    if !matches!(meeting.status, MeetingStatus::Approved | MeetingStatus::Confirmed) {
        return Err(Failure::refused("Only approved minutes are published"));
    }
    if !(1..=7).contains(&paragraph) {
        return Err(Failure::refused("Schedule 12A has paragraphs 1 to 7").at("paragraph"));
    }
    let items = crate::item_facts::all(reader, reader.items_of(meeting.id)?)?;
    let mut minutes = papers::issued_minutes(reader, meeting)?;
    minutes.title = format!("{}, Part 1", minutes.title);
    minutes.notice = exemption(paragraph);
    // A paper for the public is not marked as one for partners.
    minutes.marking.text = String::new();
    minutes.corrections = Vec::new();
    for item in &mut minutes.items {
        let of = |facts: &&ItemFacts| item.reference.is_some() && facts.reference() == item.reference;
        if let Some(facts) = items.iter().find(of) {
            item.headline = public_headline(facts, meeting);
        }
    }
    minutes.change_texts(&mut |text| *text = published(text, paragraph));
    Ok(minutes)
}

/// Returns what is told of a case or referral in public: its kind, and the age band of a person.
pub fn public_headline(facts: &ItemFacts, meeting: &Meeting) -> String {
    match &facts.case {
        Some(of_case) if of_case.case.kind == CaseKind::Person => {
            case_words(of_case, &facts.subjects, meeting.date)
        }
        Some(of_case) => of_case.case.kind.words().to_owned(),
        None => "Referral".to_owned(),
    }
}

/// Returns what the minutes still say of anybody whom the hub knows, place by place.
fn found(reader: &Reader<'_>, minutes: &MinutesPaper) -> Result<Vec<Leak>, Failure> {
    let known = Redaction::of(&reader.list_subjects()?);
    let mut texts: Vec<(String, String)> = Vec::new();
    let mut gather = |place: &str, part: MinutesPaper| {
        let mut part = part;
        part.change_texts(&mut |text| texts.push((place.to_owned(), text.clone())));
    };
    let only =
        |items: Vec<MinuteItem>| MinutesPaper { items, matters_arising: Vec::new(), ..minutes.clone() };
    gather("matters arising", MinutesPaper { items: Vec::new(), ..minutes.clone() });
    for item in &minutes.items {
        let place = item.reference.clone().unwrap_or_else(|| item.headline.clone());
        gather(&place, only(vec![item.clone()]));
    }
    Ok(leaks(texts.iter().map(|(place, text)| (place.as_str(), text.as_str())), &known))
}
