//! Who came to the sample's meetings, and how.

use domain::ids::AttendanceId;
use domain::meeting::{Attendance, AttendanceMode, Meeting};
use domain::moment::Moment;

use super::maker::Maker;
use crate::failure::Failure;

/// Who comes how: the agency, which of its people, the mode.
const CAME: [(&str, usize, AttendanceMode); 14] = [
    ("community", 0, AttendanceMode::InRoom),
    ("community", 2, AttendanceMode::InRoom),
    ("police", 0, AttendanceMode::InRoom),
    ("police", 1, AttendanceMode::InRoom),
    ("housing", 0, AttendanceMode::InRoom),
    ("youth_justice", 0, AttendanceMode::InRoom),
    ("prevention", 0, AttendanceMode::InRoom),
    ("childrens", 0, AttendanceMode::DialledIn),
    ("probation", 0, AttendanceMode::Apologies),
    ("probation", 1, AttendanceMode::InRoom),
    ("mental_health", 0, AttendanceMode::Written),
    ("environment", 0, AttendanceMode::InRoom),
    ("adult_care", 0, AttendanceMode::InRoom),
    ("fire", 0, AttendanceMode::Apologies),
];

impl Maker<'_, '_> {
    /// Makes the attendance of a meeting of so many items; the last one had an observer.
    pub fn make_attendance(&mut self, meeting: &Meeting, back: u32, items: u32) -> Result<(), Failure> {
        let began = meeting.began_at.unwrap_or(Moment(0));
        let mut serial = 0;
        for (key, which, mode) in CAME {
            let Some(partner) = self.made.agencies.get(key).cloned() else { continue };
            let Some((officer, name, _)) = partner.officers.get(which) else { continue };
            let substituted = (key == "probation" && which == 1).then(|| partner.officers.first()).flatten();
            serial += 1;
            let entry = Attendance {
                officer: Some(*officer),
                agency: Some(partner.id),
                substitute_for: substituted.map(|(_, name, _)| name.clone()).unwrap_or_default(),
                from_item: (mode == AttendanceMode::DialledIn).then_some(5.min(items)),
                to_item: (mode == AttendanceMode::DialledIn).then_some(8.min(items)),
                ..self.entry(meeting, serial, name, mode, began)
            };
            self.writer.add_attendance(&entry)?;
        }
        if back == 1 {
            let observer =
                self.entry(meeting, serial + 1, "Councillor H Threlfall", AttendanceMode::Observer, began);
            self.writer.add_attendance(&observer)?;
        }
        Ok(())
    }

    fn entry(
        &mut self,
        meeting: &Meeting,
        serial: u32,
        name: &str,
        mode: AttendanceMode,
        at: Moment,
    ) -> Attendance {
        Attendance {
            id: AttendanceId::new(&mut **self.ids),
            meeting: meeting.id,
            serial,
            agency: None,
            officer: None,
            name: name.to_owned(),
            mode,
            substitute_for: String::new(),
            from_item: None,
            to_item: None,
            heard_declaration: mode.hears(),
            at,
            withdrawn: false,
        }
    }
}
