//! The scene of the journeys: a hub with agencies, people, cases and a referral, and its meeting of 24 November 2026.

use chrono::NaiveDate;
use desk::commands;
use desk::wire::everything::*;
use domain::agency::{Field, PackRule, Presence};
use domain::case::{CaseKind, ReviewRule};
use domain::closing::{ActionEnding, ClosingAnswers, EndedAction};
use domain::ids::{AgencyId, CaseId, ItemId, MeetingId, OfficerId, ReferralId};
use domain::meeting::{About, AttendanceMode};
use domain::reference::CaseReference;
use domain::referral::Source;
use domain::rights::Role;
use domain::score::Points;
use domain::subject::SubjectRole;

use crate::support::Place;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A hub whose cases are opened on 1 October, with one action that is a week late.
pub struct Scene {
    pub place: Place,
    pub housing: AgencyId,
    pub bell: OfficerId,
    /// DEMO.1: Tomos Rhys, 16, led by the police, every meeting.
    pub child: CaseId,
    /// DEMO.2: a property led by housing, every meeting, with the late action.
    pub flat: CaseId,
    /// DEMO.3: a person on request; nothing is due.
    pub quiet: CaseId,
    pub referral: ReferralId,
}

pub fn subject(name: &str, born: &str) -> NewSubject {
    let fields = SubjectFields {
        name: name.into(),
        aliases: vec!["Tiny".into()],
        date_of_birth: Some(day(born)),
        age: None,
        addresses: vec!["7 Mill Lane".into()],
        telephones: Vec::new(),
        agency_references: Vec::new(),
    };
    NewSubject { fields, role: SubjectRole::AtRisk }
}

impl Scene {
    pub fn new() -> Self {
        Self::of(Role::Chair)
    }

    pub fn of(role: Role) -> Self {
        let mut place = Place::with_hub_of(role);
        let housing =
            agency(&mut place, "Northbridge Housing", "Housing", Field::Housing, Presence::OwnItems);
        let police = agency(&mut place, "Northbridge Police", "Police", Field::Police, Presence::Throughout);
        let bell = officer(&mut place, housing, "J Bell");
        let kind = |kind, lead, rule| (kind, lead, rule);
        let child = case(
            &mut place,
            kind(CaseKind::Person, police, ReviewRule::EveryMeeting),
            vec![subject("Tomos Rhys", "2010-03-04")],
        );
        let flat = case(&mut place, kind(CaseKind::Property, housing, ReviewRule::EveryMeeting), Vec::new());
        let quiet = case(
            &mut place,
            kind(CaseKind::Person, police, ReviewRule::OnRequest),
            vec![subject("Ines Vale", "1980-01-02")],
        );
        let action = AddAction {
            case: flat,
            meeting: None,
            what: "Board up the back door at 7 Mill Lane".into(),
            kind: None,
            agency: housing,
            officer: Some(bell),
            new_officer: None,
            due: Some(day("2026-11-24")),
        };
        commands::add_action(&mut place.desk, action).unwrap();
        let referral = tabled(&mut place, housing);
        Self { place, housing, bell, child, flat, quiet, referral }
    }

    pub fn meeting_on(&mut self, date: &str) -> MeetingId {
        let plan = AddMeeting {
            date: day(date),
            starts: "14:00".parse().unwrap(),
            minutes: 120,
            room: "Fire station community room".into(),
            chair: "R Hale".into(),
        };
        commands::add_meeting(&mut self.place.desk, plan).unwrap().id
    }

    /// A meeting today with its proposed agenda.
    pub fn proposed(&mut self) -> MeetingId {
        let meeting = self.meeting_on("2026-11-24");
        commands::propose_agenda(&mut self.place.desk, OfMeeting { meeting }).unwrap();
        meeting
    }

    /// A meeting today that has begun.
    pub fn begun(&mut self) -> MeetingId {
        let meeting = self.proposed();
        commands::begin_meeting(&mut self.place.desk, OfMeeting { meeting }).unwrap();
        meeting
    }

    pub fn room(&mut self, meeting: MeetingId) -> RoomView {
        commands::get_room(&mut self.place.desk, OfMeeting { meeting }).unwrap()
    }

    /// The item about something.
    pub fn item(&mut self, meeting: MeetingId, about: About) -> ItemId {
        let agenda = commands::get_agenda(&mut self.place.desk, OfMeeting { meeting }).unwrap();
        let mut items = agenda.groups.into_iter().flat_map(|group| group.items);
        items.find(|item| item.about == about).unwrap().id
    }

    pub fn case_item(&mut self, meeting: MeetingId, case: CaseId) -> ItemId {
        self.item(meeting, About::Case { case })
    }

    pub fn referral_item(&mut self, meeting: MeetingId) -> ItemId {
        let referral = self.referral;
        self.item(meeting, About::Referral { referral })
    }

    pub fn go_to(&mut self, meeting: MeetingId, item: ItemId) -> RoomView {
        commands::go_to_item(&mut self.place.desk, GoToItem { meeting, item: Some(item) }).unwrap()
    }

    pub fn decide(
        &mut self,
        item: ItemId,
        choice: DecisionChoice,
    ) -> Result<RoomView, desk::failure::Failure> {
        commands::decide(&mut self.place.desk, Decide { item, choice, text: String::new() })
    }

    pub fn show(&mut self, meeting: MeetingId, item: ItemId) -> RoomView {
        commands::show_on_projector(&mut self.place.desk, ShowOnProjector { meeting, item: Some(item) })
            .unwrap()
    }

    pub fn projector(&mut self) -> ProjectorView {
        commands::get_projector(&mut self.place.desk, Nothing {}).unwrap()
    }

    pub fn attend(&mut self, meeting: MeetingId, name: &str, mode: AttendanceMode) -> RoomView {
        let request = AddAttendance {
            meeting,
            agency: None,
            officer: None,
            name: name.into(),
            mode,
            substitute_for: String::new(),
            from_item: None,
            to_item: None,
        };
        commands::add_attendance(&mut self.place.desk, request).unwrap()
    }

    pub fn case(&mut self, number: u32) -> CaseView {
        let reference = CaseReference::new("CSH", number);
        commands::get_case(&mut self.place.desk, GetCase { reference }).unwrap()
    }

    /// The answers to the checklist of a closure that let every open action of a case go.
    pub fn superseding(&mut self, number: u32) -> ClosingAnswers {
        let open = self.case(number).actions.into_iter().filter(|row| row.status.is_open());
        let ended = |row: ActionRow| EndedAction {
            action: row.id,
            ending: ActionEnding::Superseded,
            reason: String::new(),
        };
        ClosingAnswers { actions: open.map(ended).collect(), ..ClosingAnswers::default() }
    }

    /// The late action of DEMO.2.
    pub fn late_action(&mut self) -> ActionRow {
        self.case(2).actions.remove(0)
    }

    pub fn referral(&mut self) -> ReferralView {
        let id = self.referral;
        commands::get_referral(&mut self.place.desk, GetReferral { id }).unwrap()
    }

    /// What is not settled.
    pub fn open_ends(&mut self, meeting: MeetingId) -> Vec<OpenEnd> {
        commands::get_open_ends(&mut self.place.desk, OfMeeting { meeting }).unwrap().ends
    }

    pub fn conclude(&mut self, meeting: MeetingId) {
        let request = ConcludeMeeting { meeting, with_open_ends: true };
        commands::conclude_meeting(&mut self.place.desk, request).unwrap();
    }
}

pub fn agency(place: &mut Place, name: &str, short_name: &str, field: Field, presence: Presence) -> AgencyId {
    let (name, short_name) = (name.into(), short_name.into());
    let request = AddAgency { name, short_name, field, presence, pack_rule: PackRule::All };
    commands::add_agency(&mut place.desk, request).unwrap().agency.id
}

pub fn officer(place: &mut Place, agency: AgencyId, name: &str) -> OfficerId {
    let request = AddOfficer {
        agency,
        name: name.into(),
        post: String::new(),
        email: String::new(),
        telephone: String::new(),
        attends: true,
    };
    commands::add_officer(&mut place.desk, request).unwrap().officers[0].id
}

pub fn case(
    place: &mut Place,
    (kind, lead, review_rule): (CaseKind, AgencyId, ReviewRule),
    subjects: Vec<NewSubject>,
) -> CaseId {
    let fields = CaseFields {
        kind,
        title: String::new(),
        outline: "Calls from three neighbours".into(),
        key_issues: vec!["ASB".into()],
        factors: None,
        place: if kind == CaseKind::Property { "7 Mill Lane".into() } else { String::new() },
        area: None,
        source: None,
        lead_agency: Some(lead),
        lead_officer: None,
        legal_lead: String::new(),
        involved: Vec::new(),
        review_rule,
        outside_facts: Vec::new(),
    };
    let opened = day("2026-10-01");
    let request = AddCase { fields, opened, subjects, initial_score: Some(Points::whole(80)) };
    commands::add_case(&mut place.desk, request).unwrap().case.id
}

pub fn tabled(place: &mut Place, agency: AgencyId) -> ReferralId {
    let form = ReferralForm {
        source: Source::Partner,
        received_on: day("2026-11-20"),
        referrer_name: "A Field".into(),
        referrer_agency: Some(agency),
        referrer_address: String::new(),
        referrer_telephone: String::new(),
        referrer_email: String::new(),
        referrer_contact: String::new(),
        title: "Noise, Canal Street".into(),
        problem: "Noise at night, three households".into(),
        victims: String::new(),
        offenders: String::new(),
        safeguarding: String::new(),
        tried: "Two letters; no change".into(),
        place: "Canal Street".into(),
        area: None,
        guides: Vec::new(),
        answers: Default::default(),
        kept_subjects: Vec::new(),
        new_subjects: vec![subject("Petra Lund", "1991-05-06")],
    };
    let id = commands::add_referral(&mut place.desk, form).unwrap().referral.id;
    commands::table_referral(&mut place.desk, TableReferral { id, override_reason: None }).unwrap();
    id
}
