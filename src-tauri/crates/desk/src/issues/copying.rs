//! The copy of one recipient: its own items, and of everything else no reference and no name.

use std::collections::BTreeMap;

use ::papers::Paper;
use ::papers::model::{AgendaPack, Copy, Written};
use ::papers::style::Style;
use domain::agency::{Agency, PackRule};
use domain::agenda::Visit;
use domain::ids::{CaseId, ReferralId};
use domain::issue::{IssuePart, IssuedPaper};
use domain::meeting::Meeting;
use domain::publishing::unmarked;
use domain::redaction::{ForeignReferences, Redaction};
use domain::subject::{Subject, SubjectPart};
use store::Reader;

use super::Frozen;
use super::late::late_sheet;
use super::sheet::{Owed, sheet};
use crate::failure::Failure;
use crate::{london, papers};

/// What the hub knows and a partner's copy must not tell, loaded once for all copies of a run.
pub struct Outsiders {
    people: Redaction,
    references: Vec<String>,
}

impl Outsiders {
    /// Loads everybody the hub knows, and every reference.
    pub fn load(reader: &Reader<'_>) -> Result<Self, Failure> {
        let cases = reader.list_references()?.into_iter().map(|(_, reference)| reference.to_string());
        let referrals = reader.list_referrals()?.into_iter().map(|referral| referral.number.to_string());
        Ok(Self {
            people: Redaction::of(&reader.list_subjects()?),
            references: cases.chain(referrals).collect(),
        })
    }
}

/// Makes copies of one version.
pub struct Copying<'a, 'store> {
    /// The record.
    pub reader: &'a Reader<'store>,
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The version.
    pub frozen: &'a Frozen,
    /// The version before, for those who have it; absent for the first, and for minutes.
    pub before: Option<&'a Frozen>,
    /// What a partner's copy must not tell.
    pub outsiders: &'a Outsiders,
}

impl Copying<'_, '_> {
    /// Returns a recipient's paper; with `late` what changed since the version before, instead of the whole.
    pub fn paper(
        &self,
        agency: &Agency,
        visit: Option<Visit>,
        late: bool,
        copy: Copy,
    ) -> Result<Paper, Failure> {
        let rule = self.frozen.issue.paper.rule_of(agency.pack_rule);
        match (self.frozen.issue.paper, rule, self.before.filter(|_| late)) {
            (IssuedPaper::Minutes, ..) => self.minutes(agency, rule, copy),
            (IssuedPaper::Agenda, _, Some(before)) => {
                let was = self.pack(before, agency, rule, None)?;
                let now = self.pack(self.frozen, agency, rule, Some(copy))?;
                let pages = self.pages_of_pack(agency, rule)?;
                Ok(Paper::LateSheet(late_sheet((before, was), (self.frozen, now), &pages)))
            }
            (IssuedPaper::Agenda, PackRule::SheetOnly, None) => self.sheet(agency, visit, copy),
            (IssuedPaper::Agenda, _, None) => {
                Ok(Paper::Agenda(self.pack(self.frozen, agency, rule, Some(copy))?))
            }
        }
    }

    /// Returns where each reference stands in the pack that a recipient had first; nowhere for who had a sheet.
    fn pages_of_pack(&self, agency: &Agency, rule: PackRule) -> Result<BTreeMap<String, u32>, Failure> {
        let first = Frozen::first(self.reader, self.meeting.id, IssuedPaper::Agenda)?;
        let Some(first) = first.filter(|_| rule != PackRule::SheetOnly) else { return Ok(BTreeMap::new()) };
        let copy = Copy { number: Some(1), of: None, recipient: agency.name.clone() };
        let pack = self.pack(&first, agency, rule, Some(copy))?;
        ::papers::pages_of(&pack, &Style::default()).map_err(papers::refused)
    }

    fn minutes(&self, agency: &Agency, rule: PackRule, copy: Copy) -> Result<Paper, Failure> {
        let holds = |part: &IssuePart| part.goes_to(rule, agency.id);
        let mut minutes = self.frozen.minutes(holds)?;
        minutes.copy = Some(copy);
        minutes.change_texts(&mut |text| *text = unmarked(text));
        minutes.status = papers::minutes_status(self.reader, self.meeting)?;
        if rule != PackRule::All {
            minutes.extract_of = Some(agency.name.clone());
            self.silence(&mut minutes, &self.frozen.references(holds))?;
        }
        Ok(Paper::Minutes(minutes))
    }

    /// Returns a version of the pack as far as a recipient has it.
    fn pack(
        &self,
        frozen: &Frozen,
        agency: &Agency,
        rule: PackRule,
        copy: Option<Copy>,
    ) -> Result<AgendaPack, Failure> {
        let own = |part: &IssuePart| part.agencies.contains(&agency.id);
        let holds =
            |part: &IssuePart| part.goes_to(rule, agency.id) || (rule == PackRule::SheetOnly && own(part));
        let mut pack = AgendaPack { copy, ..frozen.agenda(holds)? };
        if rule != PackRule::All {
            let own = frozen.references(holds);
            pack.visitors.retain(|visitor| visitor.agency == agency.short_name);
            for page in &mut pack.cases {
                page.cross_references.retain(|reference| own.contains(reference));
            }
            self.silence(&mut pack, &own)?;
        }
        Ok(pack)
    }

    fn sheet(&self, agency: &Agency, visit: Option<Visit>, copy: Copy) -> Result<Paper, Failure> {
        let pack = self.pack(self.frozen, agency, PackRule::SheetOnly, Some(copy))?;
        let owed = Owed::load(self.reader, agency, self.frozen, london::date(self.frozen.issue.at))?;
        let mut own: Vec<String> = pack.cases.iter().map(|page| page.reference.clone()).collect();
        own.extend(pack.referrals.iter().map(|page| page.reference.clone()));
        own.extend(owed.references.iter().cloned());
        own.extend(owed.checks.iter().map(|check| check.reference.clone()));
        let mut sheet = sheet(pack, agency, visit, owed);
        self.silence(&mut sheet, &own)?;
        Ok(Paper::AgencySheet(sheet))
    }

    /// Replaces whatever names a person or a case outside the copy's own ones.
    fn silence(&self, paper: &mut impl Written, own: &[String]) -> Result<(), Failure> {
        let mut redaction = self.outsiders.people.clone();
        let mut told = own.to_vec();
        for reference in own {
            for person in self.people_of(reference)? {
                redaction = redaction.sparing(&person);
            }
            told.extend(self.became(reference)?);
        }
        let references = self.outsiders.references.iter().map(String::as_str);
        let foreign = ForeignReferences::of(references, &told);
        paper.change_texts(&mut |text| *text = foreign.applied(&redaction.applied(text)));
        Ok(())
    }

    fn people_of(&self, reference: &str) -> Result<Vec<Subject>, Failure> {
        let (case, referral) = self.meant(reference)?;
        let mut parts: Vec<SubjectPart> = Vec::new();
        if let Some(case) = case {
            parts.extend(crate::cases::kept(self.reader, case)?.subjects);
        }
        if let Some(referral) = referral {
            parts.extend(crate::referrals::kept(self.reader, referral)?.subjects);
        }
        Ok(crate::item_facts::people(self.reader, &parts)?.into_iter().map(|(person, _)| person).collect())
    }

    /// Returns the reference of the case that a referral was adopted as: who may read of the referral has to know it.
    fn became(&self, reference: &str) -> Result<Option<String>, Failure> {
        let (_, Some(referral)) = self.meant(reference)? else { return Ok(None) };
        let Some(case) = crate::referrals::kept(self.reader, referral)?.case else { return Ok(None) };
        Ok(self.reader.get_case(case)?.map(|case| case.reference.to_string()))
    }

    /// Returns the case or referral that a reference means: by the frozen parts, or else by the record.
    fn meant(&self, reference: &str) -> Result<(Option<CaseId>, Option<ReferralId>), Failure> {
        if let Some(part) = self.frozen.parts.iter().find(|part| part.reference == reference) {
            return Ok((part.case, part.referral));
        }
        let case = match reference.parse() {
            Ok(parsed) => self.reader.find_case(&parsed)?.map(|case| case.id),
            Err(_) => None,
        };
        Ok((case, None))
    }
}
