//! Papers that go out: what is frozen stays, every partner gets its own items and nothing else, and what was sent is logged.

use std::path::{Path, PathBuf};

use desk::commands;
use desk::wire::everything::*;
use domain::agency::{Field, PackRule, Presence};
use domain::case::{CaseKind, ReviewRule};
use domain::ids::{AgencyId, CaseId, MeetingId};
use domain::issue::IssuedPaper;
use domain::light::Light;

use crate::scene::{self, Scene, day};

/// A partner with a case of its own, whose every text holds words that occur nowhere else.
struct Partner {
    agency: AgencyId,
    name: String,
    rule: PackRule,
    case: CaseId,
    reference: String,
    /// Words that only this case's pages may hold.
    words: Vec<String>,
}

const PARTNERS: usize = 14;

/// Letters that make a word of a number, so that no word is part of another.
fn word(kind: &str, number: usize) -> String {
    let letters =
        ["bel", "cor", "dun", "fen", "gil", "hob", "jat", "kip", "lom", "mur", "nes", "pol", "ruk", "sif"];
    format!("{kind}{}", letters[number])
}

fn partner(scene: &mut Scene, number: usize) -> Partner {
    let place = &mut scene.place;
    let rule = [PackRule::OwnItems, PackRule::SheetOnly, PackRule::OwnItems, PackRule::All][number % 4];
    let name = format!("Partner {}", word("A", number));
    let agency = scene::agency(place, &name, &word("A", number), Field::Other, Presence::OwnItems);
    let mut kept = commands::get_agency(&mut place.desk, GetAgency { id: agency }).unwrap().agency;
    kept.pack_rule = rule;
    commands::amend_agency(&mut place.desk, AmendAgency { agency: kept }).unwrap();
    let (first, last) = (word("Zan", number), word("Quor", number));
    let person = scene::subject(&format!("{first} {last}"), "1971-02-03");
    let case = scene::case(place, (CaseKind::Person, agency, ReviewRule::EveryMeeting), vec![person]);
    let reference = reference_of(scene, case);
    Partner { agency, name, rule, case, reference, words: vec![first, last] }
}

fn reference_of(scene: &mut Scene, case: CaseId) -> String {
    let register = commands::list_cases(&mut scene.place.desk, Nothing {}).unwrap();
    register.rows.iter().find(|row| row.id == case).unwrap().reference.to_string()
}

/// Writes into a case, and names in every text the person and the reference of the case after it.
fn write_into(scene: &mut Scene, partners: &mut [Partner], number: usize) {
    let other = &partners[(number + 1) % PARTNERS];
    let aside = format!("unlike {} {} of {}", other.words[0], other.words[1], other.reference);
    let own = [word("issue", number), word("act", number), word("upd", number), word("wrote", number)];
    let amended = AmendCase {
        id: partners[number].case,
        fields: CaseFields {
            kind: CaseKind::Person,
            title: String::new(),
            outline: format!("{} {aside}", own[3]),
            key_issues: vec![own[0].clone()],
            factors: None,
            place: String::new(),
            area: None,
            source: None,
            lead_agency: Some(partners[number].agency),
            lead_officer: None,
            legal_lead: String::new(),
            involved: Vec::new(),
            review_rule: ReviewRule::EveryMeeting,
            outside_facts: Vec::new(),
        },
    };
    commands::amend_case(&mut scene.place.desk, amended).unwrap();
    let action = AddAction {
        case: partners[number].case,
        meeting: None,
        what: format!("{} {aside}", own[1]),
        kind: None,
        agency: partners[number].agency,
        officer: None,
        new_officer: None,
        due: Some(day("2026-11-27")),
    };
    let action = commands::add_action(&mut scene.place.desk, action).unwrap().row.id;
    let update = AddActionUpdate { id: action, text: format!("{} {aside}", own[2]), on: None };
    commands::add_action_update(&mut scene.place.desk, update).unwrap();
    partners[number].words.extend(own);
}

/// A hub with fourteen partners, each with a case that names its neighbour's.
fn hub() -> (Scene, Vec<Partner>) {
    let mut scene = Scene::new();
    let mut partners: Vec<Partner> = (0..PARTNERS).map(|number| partner(&mut scene, number)).collect();
    for number in 0..PARTNERS {
        write_into(&mut scene, &mut partners, number);
    }
    (scene, partners)
}

fn run(scene: &mut Scene, meeting: MeetingId, paper: IssuedPaper, folder: &str) -> (PathBuf, IssueRun) {
    let folder = scene.place.folder.path().join(folder);
    std::fs::create_dir_all(&folder).unwrap();
    let request = RunIssue {
        meeting,
        paper,
        folder: folder.display().to_string(),
        only: Vec::new(),
        passphrase: String::new(),
        boxes_agreed: false,
    };
    let run = commands::run_issue(&mut scene.place.desk, request).unwrap();
    (folder, run)
}

fn text_of(pdf: &Path) -> String {
    // Because a word may be parted at the end of a line.
    crate::support::text_of(pdf).replace('\u{ad}', "")
}

fn copy_of<'a>(view: &'a IssueView, partner: &Partner) -> &'a Recipient {
    view.recipients.iter().find(|recipient| recipient.agency.id == partner.agency).unwrap()
}

/// Every partner's file and everything beside it holds nothing of a case that is not its own.
fn assert_kept_apart(folder: &Path, run: &IssueRun, partners: &[Partner]) {
    for partner in partners {
        let recipient = copy_of(&run.view, partner);
        let file = folder.join(&recipient.copy.as_ref().unwrap().file_name);
        let beside =
            ["txt", "eml"].map(|ending| std::fs::read_to_string(file.with_extension(ending)).unwrap());
        let text = text_of(&file) + &beside.join("\n");
        for other in partners.iter().filter(|other| other.agency != partner.agency) {
            let foreign = other.words.iter().chain([&other.reference]);
            if partner.rule == PackRule::All {
                assert!(text.contains(&other.reference), "{} gets everything", partner.name);
                continue;
            }
            for word in foreign {
                let stands = text.split(|letter: char| !letter.is_alphanumeric() && letter != '.');
                let found =
                    stands.map(|each| each.trim_matches('.')).any(|each| each.eq_ignore_ascii_case(word));
                assert!(!found, "{} reads “{word}” of {}", partner.name, other.reference);
            }
        }
        assert!(text.contains(&partner.reference), "{} finds its own case", partner.name);
    }
}

#[test]
fn fourteen_partners_get_their_own_items_and_nothing_else_of_agenda_and_minutes() {
    let (mut scene, partners) = hub();
    let meeting = scene.proposed();
    commands::issue_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let (folder, made) = run(&mut scene, meeting, IssuedPaper::Agenda, "packs");
    assert_kept_apart(&folder, &made, &partners);
    let own = copy_of(&made.view, &partners[0]);
    assert_eq!((own.references.len(), own.nothing.clone()), (1, None));

    commands::begin_meeting(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    for (number, partner) in partners.iter().enumerate() {
        let item = scene.case_item(meeting, partner.case);
        scene.go_to(meeting, item);
        let other = &partners[(number + 1) % PARTNERS];
        let text = format!("{}, and {} of {} as well", word("key", number), other.words[1], other.reference);
        commands::add_key_point(&mut scene.place.desk, AddKeyPoint { item, text }).unwrap();
        scene.decide(item, DecisionChoice::Continue).unwrap();
    }
    scene.conclude(meeting);
    let not_yet =
        commands::get_issue(&mut scene.place.desk, OfIssue { meeting, paper: IssuedPaper::Minutes });
    assert!(not_yet.unwrap().not_yet.unwrap().starts_with("The minutes go out once the chair"));
    commands::approve_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let (folder, made) = run(&mut scene, meeting, IssuedPaper::Minutes, "minutes");
    assert_kept_apart(&folder, &made, &partners);
    let extract = text_of(&folder.join(&copy_of(&made.view, &partners[1]).copy.as_ref().unwrap().file_name));
    assert!(
        extract.contains(&word("key", 1)),
        "who gets a sheet of the agenda gets its items of the minutes"
    );
}

#[test]
fn what_the_program_says_in_its_own_words_names_nobody_who_is_called_so() {
    let mut scene = Scene::new();
    let mut kept =
        commands::get_agency(&mut scene.place.desk, GetAgency { id: scene.housing }).unwrap().agency;
    let other = scene::agency(&mut scene.place, "Probation", "Probation", Field::Other, Presence::OwnItems);
    let mut called = scene::subject("May Case", "1985-02-03");
    called.fields.aliases = vec!["Red".into()];
    scene::case(&mut scene.place, (CaseKind::Person, other, ReviewRule::EveryMeeting), vec![called]);
    let (late, text) = (scene.late_action().id, "On 12 May the door was red, said Red".to_owned());
    commands::add_action_update(&mut scene.place.desk, AddActionUpdate { id: late, text, on: None }).unwrap();
    let red = SetLight { id: late, light: Light::Red, reason: "the door stands open".into() };
    commands::set_light(&mut scene.place.desk, red).unwrap();
    let meeting = scene.proposed();
    for (rule, folder) in [(PackRule::OwnItems, "pack"), (PackRule::SheetOnly, "sheet")] {
        kept.pack_rule = rule;
        commands::amend_agency(&mut scene.place.desk, AmendAgency { agency: kept.clone() }).unwrap();
        commands::issue_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
        let (folder, made) = run(&mut scene, meeting, IssuedPaper::Agenda, folder);
        let own = made.view.recipients.iter().find(|each| each.agency.id == scene.housing).unwrap();
        let text = text_of(&folder.join(&own.copy.as_ref().unwrap().file_name)).replace('\n', " ");
        for said in ["Full: 1 red action, not discussed yet", "On 12 May the door was M.C., said M.C."] {
            assert!(text.contains(said), "“{said}” is not in the {rule:?} copy: {text}");
        }
    }
}

#[test]
fn who_reads_of_a_referral_reads_as_which_case_it_was_adopted() {
    let mut scene = Scene::new();
    let housing = GetAgency { id: scene.housing };
    let mut kept = commands::get_agency(&mut scene.place.desk, housing).unwrap().agency;
    kept.pack_rule = PackRule::OwnItems;
    commands::amend_agency(&mut scene.place.desk, AmendAgency { agency: kept }).unwrap();
    let police = scene.case(1).case.lead_agency;
    let meeting = scene.begun();
    let item = scene.referral_item(meeting);
    scene.go_to(meeting, item);
    scene.decide(item, DecisionChoice::Adopt { kind: CaseKind::Person, lead_agency: police }).unwrap();
    scene.conclude(meeting);
    commands::approve_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let (folder, made) = run(&mut scene, meeting, IssuedPaper::Minutes, "minutes");
    let own = made.view.recipients.iter().find(|each| each.agency.id == scene.housing).unwrap();
    let text = text_of(&folder.join(&own.copy.as_ref().unwrap().file_name));
    assert!(text.contains("Adopted as CSH.4"), "{text}");
}

#[test]
fn what_was_issued_prints_the_same_for_ever_and_a_change_is_a_new_version() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let of = OfIssue { meeting, paper: IssuedPaper::Agenda };
    commands::issue_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let pack = |scene: &mut Scene| {
        let path = scene.place.folder.path().join("pack.pdf");
        let request =
            MakePaper { wanted: WantedPaper::Agenda { meeting }, save_as: Some(path.display().to_string()) };
        commands::make_paper(&mut scene.place.desk, request).unwrap();
        std::fs::read(path).unwrap()
    };
    let friday = pack(&mut scene);
    commands::issue_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let view = commands::get_issue(&mut scene.place.desk, of).unwrap();
    assert_eq!((view.versions.len(), view.changed_since.len()), (1, 0), "nothing changed");

    let late = scene.late_action().id;
    let update = AddActionUpdate { id: late, text: "The glazier comes on Monday".into(), on: None };
    commands::add_action_update(&mut scene.place.desk, update).unwrap();
    let view = commands::get_issue(&mut scene.place.desk, of).unwrap();
    assert_eq!(view.changed_since, ["CSH.2 changed"]);
    assert!(pack(&mut scene) == friday, "the pack that went out does not change");
    commands::issue_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let view = commands::get_issue(&mut scene.place.desk, of).unwrap();
    assert_eq!(view.versions.len(), 2);
    assert_eq!(view.versions[1].changes, ["CSH.2 changed"]);
    assert_ne!(view.versions[0].digest, view.versions[1].digest);
    assert!(pack(&mut scene) == friday, "its page numbers never change");
}

#[test]
fn a_late_sheet_names_the_page_of_the_pack_that_went_out() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    commands::issue_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let copy = |folder: &Path, run: &IssueRun| {
        let row =
            run.view.recipients.iter().find(|row| row.copy.as_ref().is_some_and(|copy| copy.number == 1));
        text_of(&folder.join(&row.unwrap().copy.as_ref().unwrap().file_name))
    };
    let (folder, made) = run(&mut scene, meeting, IssuedPaper::Agenda, "friday");
    let pack = copy(&folder, &made);
    let late = scene.late_action().id;
    let update = AddActionUpdate { id: late, text: "The glazier comes on Monday".into(), on: None };
    commands::add_action_update(&mut scene.place.desk, update).unwrap();
    commands::issue_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let (folder, made) = run(&mut scene, meeting, IssuedPaper::Agenda, "monday");
    let sheet = copy(&folder, &made);
    let row = sheet
        .lines()
        .find(|line| line.contains("CSH.2") && line.starts_with(|each: char| each.is_ascii_digit()));
    let page: usize = row.unwrap_or_else(|| panic!("{sheet}")).split(' ').next().unwrap().parse().unwrap();
    let there = pack.split('\u{c}').nth(page - 1).unwrap();
    assert!(there.contains("CSH.2") && there.contains("Board up the back door"), "page {page}: {there}");
}

#[test]
fn a_copy_with_a_character_of_no_typeface_goes_out_once_somebody_agreed_to_its_box() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let late = scene.late_action().id;
    let update = AddActionUpdate { id: late, text: "Runes on the door: ᚠᚢᚦ".into(), on: None };
    commands::add_action_update(&mut scene.place.desk, update).unwrap();
    commands::issue_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let folder = scene.place.folder.path().join("runes");
    std::fs::create_dir_all(&folder).unwrap();
    let mut request = RunIssue {
        meeting,
        paper: IssuedPaper::Agenda,
        folder: folder.display().to_string(),
        only: Vec::new(),
        passphrase: String::new(),
        boxes_agreed: false,
    };
    let told = commands::run_issue(&mut scene.place.desk, request.clone()).unwrap_err();
    assert_eq!(told.code, desk::failure::Code::OpenEnds);
    assert!(told.message.contains("“ᚠ”"), "{told}");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0, "nothing was written");
    request.boxes_agreed = true;
    let made = commands::run_issue(&mut scene.place.desk, request).unwrap();
    assert!(!made.missing_characters.is_empty() && made.copies > 0);
}

#[test]
fn a_copy_keeps_its_number_and_a_tick_writes_the_disclosure_log() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let too_early = RunIssue {
        meeting,
        paper: IssuedPaper::Agenda,
        folder: scene.place.folder.path().display().to_string(),
        only: Vec::new(),
        passphrase: String::new(),
        boxes_agreed: false,
    };
    let refused = commands::run_issue(&mut scene.place.desk, too_early.clone()).unwrap_err();
    assert_eq!(refused.message, "Issue the agenda first: what goes out is frozen as version 1");
    commands::issue_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let nowhere = RunIssue { folder: "/nowhere/at/all".into(), ..too_early };
    assert_eq!(
        commands::run_issue(&mut scene.place.desk, nowhere).unwrap_err().field.as_deref(),
        Some("folder")
    );

    let (_, first) = run(&mut scene, meeting, IssuedPaper::Agenda, "first");
    let numbers = |view: &IssueView| -> Vec<_> {
        view.recipients.iter().map(|each| each.copy.as_ref().map(|copy| copy.number)).collect()
    };
    assert_eq!(numbers(&first.view), [Some(1), Some(2)]);
    let (_, second) = run(&mut scene, meeting, IssuedPaper::Agenda, "second");
    assert_eq!(numbers(&second.view), numbers(&first.view));
    assert_eq!(second.view.versions.len(), 1);

    let copy = second.view.recipients[0].copy.as_ref().unwrap().id;
    let tick = |scene: &mut Scene, sent| {
        let request = SetCopySent { copy, sent, how: "secure e-mail".into() };
        commands::set_copy_sent(&mut scene.place.desk, request).unwrap()
    };
    let log =
        |scene: &mut Scene| commands::list_disclosures(&mut scene.place.desk, Nothing {}).unwrap().entries;
    let view = tick(&mut scene, true);
    assert!(view.recipients[0].copy.as_ref().unwrap().sent_at.is_some());
    tick(&mut scene, true);
    let entries = log(&mut scene);
    assert_eq!(entries.len(), 1, "ticked twice is sent once");
    let entry = &entries[0].disclosure;
    assert_eq!(entry.to, "Northbridge Housing");
    assert_eq!(entry.what, "agenda pack of Tuesday 24 November 2026, version 1, copy 1, secure e-mail");
    assert!(entry.references.contains(&"CSH.2".to_owned()) && entry.why.starts_with("Section 115"));
    tick(&mut scene, false);
    assert!(log(&mut scene)[0].disclosure.withdrawn, "the log keeps what was taken back");
    tick(&mut scene, true);
    assert_eq!(log(&mut scene).len(), 2);
    let entry = log(&mut scene)[0].disclosure.id;
    let refused =
        commands::withdraw_disclosure(&mut scene.place.desk, OfDisclosure { id: entry }).unwrap_err();
    assert!(refused.message.starts_with("This entry was made by ticking a copy off"));
}

#[test]
fn what_is_told_by_telephone_is_noted_by_hand() {
    let mut scene = Scene::new();
    let noted = |scene: &mut Scene, agency, to: &str, what: &str| {
        let request = AddDisclosure {
            agency,
            to: to.into(),
            what: what.into(),
            references: vec!["CSH.1".into()],
            why: String::new(),
        };
        commands::add_disclosure(&mut scene.place.desk, request)
    };
    assert_eq!(noted(&mut scene, None, " ", "that it is overdue").unwrap_err().field.as_deref(), Some("to"));
    assert_eq!(noted(&mut scene, None, "Dr A Shah", " ").unwrap_err().field.as_deref(), Some("what"));
    let housing = scene.housing;
    let log = noted(&mut scene, Some(housing), "", "that an action is overdue").unwrap();
    let entry = &log.entries[0].disclosure;
    assert_eq!((entry.to.as_str(), entry.serial), ("Northbridge Housing", 1));
    assert!(entry.why.starts_with("Section 115"));
    let log = commands::withdraw_disclosure(&mut scene.place.desk, OfDisclosure { id: entry.id }).unwrap();
    assert!(log.entries[0].disclosure.withdrawn);
}

#[test]
fn a_correction_after_approval_is_a_version_of_the_minutes() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, item);
    scene.decide(item, DecisionChoice::Continue).unwrap();
    scene.conclude(meeting);
    commands::approve_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let of = OfIssue { meeting, paper: IssuedPaper::Minutes };
    assert_eq!(commands::get_issue(&mut scene.place.desk, of).unwrap().versions.len(), 1);
    let correction = CorrectMinutes { meeting, item: Some(item), text: "The door was forced.".into() };
    commands::correct_minutes(&mut scene.place.desk, correction).unwrap();
    let view = commands::get_issue(&mut scene.place.desk, of).unwrap();
    assert_eq!(view.versions.len(), 2);
    assert_eq!(view.versions[1].changes, ["CSH.2 changed"]);
    commands::confirm_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    assert_eq!(
        commands::get_issue(&mut scene.place.desk, of).unwrap().versions.len(),
        2,
        "the words are the same"
    );
}
