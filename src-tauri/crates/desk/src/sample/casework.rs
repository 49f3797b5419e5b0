//! The sample's demand, other forums, and what moved when its cases were split and combined.

use chrono::{Days, NaiveDate};
use domain::action::Action;
use domain::case::LinkKind;
use domain::case_move::{CaseMove, MoveKind, Moved};
use domain::demand::{Counted, DemandCount};
use domain::forum::ForumLink;
use domain::ids::{CaseId, CaseMoveId, DemandCountId, ForumLinkId};

use super::maker::Maker;
use crate::failure::Failure;

/// The meeting, counted back, that split and combined the sample's cases.
const MOVED_AT: u32 = 2;
/// How many days one count of the sample takes.
const COUNTED_DAYS: u64 = 28;

/// Calls in four weeks: two counts before the case was opened, then those while it is open.
const DEMAND: [(&str, Counted, &str, [u32; 7]); 3] = [
    ("21", Counted::Calls, "Police, STORM", [31, 34, 29, 24, 17, 12, 9]),
    ("45", Counted::Incidents, "Police, missing reports", [4, 5, 3, 2, 2, 1, 1]),
    ("34", Counted::Calls, "Housing, contact centre", [11, 9, 12, 8, 6, 6, 4]),
];

/// Case, forum, days after the opening, and days until it ended.
const FORUMS: [(&str, &str, u64, Option<u64>); 5] = [
    ("45", "Missing and exploited group", 7, None),
    ("23", "Child protection", 14, Some(60)),
    ("10", "MAPPA", 0, None),
    ("51", "MARAC", 10, None),
    ("17", "TAI", 21, None),
];

impl Maker<'_, '_> {
    /// Makes counts, forums and moves of the cases that this sample holds.
    pub fn make_casework(&mut self) -> Result<(), Failure> {
        for (case, counted, source, numbers) in DEMAND {
            if let Some((case, opened)) = self.opened(case)? {
                self.make_demand(case, opened, counted, source, &numbers)?;
            }
        }
        for (case, forum, after, lasted) in FORUMS {
            let Some((case, opened)) = self.opened(case)? else { continue };
            let since = opened + Days::new(after);
            if since > self.made.calendar.today {
                continue;
            }
            let until = lasted.map(|days| since + Days::new(days));
            let until = until.filter(|until| *until <= self.made.calendar.today);
            let (id, forum) = (ForumLinkId::new(&mut **self.ids), forum.to_owned());
            self.writer.put_forum(&ForumLink { id, case, forum, since: Some(since), until })?;
        }
        self.move_between("26", "26a", MoveKind::Split)?;
        self.move_between("44", "21", MoveKind::Combined)
    }

    /// Returns a case of the cast with the day its latest episode was opened.
    fn opened(&self, case: &str) -> Result<Option<(CaseId, NaiveDate)>, Failure> {
        let Some(case) = self.made.cases.get(case).map(|case| case.id) else { return Ok(None) };
        let opened = self.writer.episodes_of(case)?.last().map(|episode| episode.opened);
        Ok(opened.map(|opened| (case, opened)))
    }

    fn make_demand(
        &mut self,
        case: CaseId,
        opened: NaiveDate,
        counted: Counted,
        source: &str,
        numbers: &[u32],
    ) -> Result<(), Failure> {
        let mut first_day = opened - Days::new(2 * COUNTED_DAYS);
        for number in numbers.iter().copied() {
            let last_day = first_day + Days::new(COUNTED_DAYS - 1);
            if last_day > self.made.calendar.today {
                break;
            }
            let (id, source) = (DemandCountId::new(&mut **self.ids), source.to_owned());
            let count = DemandCount { id, case, counted, first_day, last_day, number, source };
            self.writer.put_demand(&count)?;
            first_day = last_day + Days::new(1);
        }
        Ok(())
    }

    /// Records what went along when a case of the cast was split or combined: the people of the new case left the first
    /// one, the open actions of the signpost went to the survivor.
    fn move_between(&mut self, from: &str, to: &str, kind: MoveKind) -> Result<(), Failure> {
        let (Some(from), Some(to)) =
            (self.made.cases.get(from).map(|case| case.id), self.made.cases.get(to).map(|case| case.id))
        else {
            return Ok(());
        };
        let links = self.writer.list_links()?;
        let wanted = match kind {
            MoveKind::Split => (LinkKind::SplitFrom, to, from),
            MoveKind::Combined => (LinkKind::CombinedInto, from, to),
        };
        let Some(link) = links.into_iter().find(|link| (link.kind, link.from, link.to) == wanted) else {
            return Ok(());
        };
        let (mut moved, mut closed) = (Vec::new(), None);
        match kind {
            MoveKind::Split => {
                let people = self.writer.get_case(to)?.map(|case| case.subjects).unwrap_or_default();
                moved.extend((0..).zip(people).map(|(at, part)| Moved::Person { part, at }));
            }
            MoveKind::Combined => {
                closed = self.writer.episodes_of(from)?.last().map(|episode| episode.id);
                for action in self.writer.actions_of(from)?.into_iter().filter(|each| each.status.is_open()) {
                    moved.push(Moved::Action { action: action.id });
                    self.writer.put_action(&Action { case: to, ..action })?;
                }
            }
        }
        let id = CaseMoveId::new(&mut **self.ids);
        let on = link.on.unwrap_or(self.made.calendar.before);
        let meeting = self.made.meetings.get(&MOVED_AT).copied();
        let link = link.id;
        self.writer.add_move(&CaseMove {
            id,
            kind,
            link,
            from,
            to,
            on,
            meeting,
            closed,
            moved,
            undone: false,
        })?;
        Ok(())
    }
}
