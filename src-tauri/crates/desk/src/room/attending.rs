//! Who is there.

use domain::agency::Officer;
use domain::agenda::Visit;
use domain::attendance::{headcount, same_person, standing, substitute_of};
use domain::ids::{AgencyId, AttendanceId, MeetingId};
use domain::meeting::{Attendance, AttendanceMode, Meeting, MeetingStatus};
use store::Writer;

use super::{Loaded, get_room};
use crate::agenda::{Visiting, Visitors};
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::item_facts::ItemFacts;
use crate::meetings::{chair_of, kept};
use crate::names::Names;
use crate::wire::everything::*;

/// Changes who is there in the name of the meeting's chair; possible until the minutes are approved.
fn change(
    desk: &mut Desk,
    meeting: MeetingId,
    work: impl FnOnce(&mut Writer<'_>, &mut Identifiers, Meeting) -> Result<(), Failure>,
) -> Result<RoomView, Failure> {
    let chair = chair_of(desk, Some(meeting))?;
    desk.write_in_name_of(chair.as_deref(), &["room", "meeting"], |writer, ids| {
        let kept = kept(writer, meeting)?;
        if !kept.status.is_ahead() && kept.status != MeetingStatus::Concluded {
            return Err(Failure::refused(format!(
                "The meeting is {}; its attendance stands",
                kept.status.words()
            )));
        }
        work(writer, ids, kept)
    })?;
    get_room(desk, OfMeeting { meeting })
}

pub fn add_attendance(desk: &mut Desk, request: AddAttendance) -> Result<RoomView, Failure> {
    let at = desk.now();
    if let (Some(from), Some(to)) = (request.from_item, request.to_item)
        && from > to
    {
        return Err(Failure::refused("The last item comes before the first").at("to_item"));
    }
    change(desk, request.meeting, |writer, ids, meeting| {
        let names = Names::load(writer)?;
        let name = name_of(&request, &names)?;
        let officer = request.officer.and_then(|id| names.officers.get(&id));
        let agency = request.agency.or(officer.map(|officer| officer.agency));
        // Because the room expects people by their agency, who comes for none would be nowhere in sight.
        if agency.is_none() && request.mode.is_announced() {
            return Err(Failure::refused("Say which agency they come for").at("agency"));
        }
        let entries = writer.attendance_of(meeting.id)?;
        let mut entry = Attendance {
            id: AttendanceId::new(&mut **ids),
            meeting: meeting.id,
            serial: next_serial(&entries),
            agency,
            officer: request.officer,
            name,
            mode: request.mode,
            substitute_for: request.substitute_for.trim().to_owned(),
            from_item: request.from_item,
            to_item: request.to_item,
            heard_declaration: false,
            at,
            withdrawn: false,
        };
        // Who heard the declaration heard it, also when the entry is made anew because somebody leaves.
        let before = standing(&entries).into_iter().find(|before| same_person(before, &entry));
        entry.heard_declaration = entry.mode.hears() && before.is_some_and(|before| before.heard_declaration);
        writer.add_attendance(&entry)?;
        Ok(())
    })
}

fn next_serial(entries: &[Attendance]) -> u32 {
    entries.iter().map(|entry| entry.serial).max().unwrap_or(0) + 1
}

fn name_of(request: &AddAttendance, names: &Names) -> Result<String, Failure> {
    let written = match request.mode {
        AttendanceMode::Observer | AttendanceMode::InRoom | AttendanceMode::DialledIn => "",
        _ => names.agency(request.agency),
    };
    let named = [request.name.trim(), names.officer(request.officer), written]
        .into_iter()
        .find(|name| !name.is_empty());
    named.map(str::to_owned).ok_or_else(|| Failure::refused("Give the person’s name").at("name"))
}

pub fn withdraw_attendance(desk: &mut Desk, request: WithdrawAttendance) -> Result<RoomView, Failure> {
    let meeting = desk.read(|reader| {
        for meeting in reader.list_meetings()? {
            if reader.attendance_of(meeting.id)?.iter().any(|entry| entry.id == request.id) {
                return Ok(meeting.id);
            }
        }
        Err(Failure::refused("That entry is not in the record"))
    })?;
    change(desk, meeting, |writer, _, _| {
        writer.withdraw_attendance(request.id, true)?;
        Ok(())
    })
}

/// Notes that the declaration was read: all who are there have heard it. Read again, it is for those who came since.
pub fn read_declaration(desk: &mut Desk, request: OfMeeting) -> Result<RoomView, Failure> {
    let at = desk.now();
    change(desk, request.meeting, |writer, ids, mut meeting| {
        if meeting.status != MeetingStatus::Running {
            return Err(Failure::refused("The declaration is read once the meeting runs"));
        }
        let position = match writer.room_state(meeting.id)?.and_then(|state| state.item) {
            Some(item) => writer.get_item(item)?.map(|item| item.position),
            None => None,
        };
        meeting.declaration_read_at = meeting.declaration_read_at.or(Some(at));
        writer.put_meeting(&meeting)?;
        let entries = writer.attendance_of(meeting.id)?;
        let hearers = standing(&entries).into_iter().filter(|entry| entry.is_there_at(position));
        for (serial, entry) in (next_serial(&entries)..).zip(hearers.filter(|entry| !entry.heard_declaration))
        {
            let id = AttendanceId::new(&mut **ids);
            writer.add_attendance(&Attendance {
                id,
                serial,
                heard_declaration: true,
                at,
                ..entry.clone()
            })?;
        }
        Ok(())
    })
}

/// Returns the entries that stand, by agency and name; who was only announced is expected, and not entered yet.
pub fn attendance_lines(entries: &[Attendance], names: &Names) -> Vec<AttendanceLine> {
    let mut lines: Vec<AttendanceLine> = standing(entries)
        .into_iter()
        .filter(|entry| !entry.mode.is_announced())
        .map(|entry| AttendanceLine { entry: entry.clone(), agency: names.agency(entry.agency).to_owned() })
        .collect();
    lines.sort_by_key(|line| {
        (line.agency.is_empty(), line.agency.to_lowercase(), line.entry.name.to_lowercase())
    });
    lines
}

/// Returns who is there and who is expected.
pub(super) fn attendance(names: &Names, loaded: &Loaded, visitors: &Visitors) -> RoomAttendance {
    let entries = &loaded.attendance;
    let count = headcount(&standing(entries));
    RoomAttendance {
        in_room: count.in_room,
        dialled_in: count.dialled_in,
        written: count.written,
        observers: count.observers,
        apologies: count.apologies,
        entries: attendance_lines(entries, names),
        expected: expected(names, loaded, visitors),
    }
}

/// Returns the agencies with items and those that come throughout, with their people who usually come and those who were
/// announced, as long as nobody saw them there.
fn expected(names: &Names, loaded: &Loaded, visitors: &Visitors) -> Vec<ExpectedLine> {
    let standing = standing(&loaded.attendance);
    let items: Vec<&ItemFacts> = loaded.items.iter().collect();
    let mut expected = Vec::new();
    for Visiting { agency, visit, .. } in visitors.visiting(&loaded.meeting, &items) {
        let mut of_agency = standing.iter().filter(|entry| entry.agency == Some(agency.id)).peekable();
        let line = |officer, name: &str, announced: Option<&Attendance>| ExpectedLine {
            agency: agency.id,
            agency_name: agency.name.clone(),
            officer,
            name: name.to_owned(),
            words: visit.words(),
            announced: announced.cloned(),
        };
        let any = of_agency.peek().is_some();
        let announced = of_agency.filter(|entry| entry.mode.is_announced());
        expected.extend(announced.map(|entry| line(entry.officer, &entry.name, Some(entry))));
        if visit == Visit::NoItem {
            continue;
        }
        let usual = usual_people(names, agency.id);
        if usual.is_empty() && !any {
            expected.push(line(None, "", None));
        }
        let missing = usual.into_iter().filter(|officer| {
            entry_of(&standing, officer).is_none()
                && substitute_of(&standing, agency.id, &officer.name).is_none()
        });
        expected.extend(missing.map(|officer| line(Some(officer.id), &officer.name, None)));
    }
    expected
}

/// Returns the people of an agency who usually come, by name.
pub fn usual_people(names: &Names, agency: AgencyId) -> Vec<&Officer> {
    let usual = |officer: &&Officer| officer.agency == agency && officer.active && officer.attends;
    let mut usual: Vec<_> = names.officers.values().filter(usual).collect();
    usual.sort_by_key(|officer| officer.name.to_lowercase());
    usual
}

/// Returns the entry of an officer, also one that was made by hand under the same name.
pub fn entry_of<'a>(standing: &[&'a Attendance], officer: &Officer) -> Option<&'a Attendance> {
    let by_name = |entry: &&Attendance| {
        entry.agency == Some(officer.agency) && entry.name.eq_ignore_ascii_case(&officer.name)
    };
    let by_key = |entry: &&Attendance| entry.officer == Some(officer.id);
    standing.iter().copied().find(|entry| by_key(entry) || by_name(entry))
}
