//! Agencies, their officers, areas and the people a hub knows.

use domain::agency::*;
use domain::ids::*;
use domain::subject::*;

use super::*;

pub fn agency(dice: &mut Dice, id: AgencyId) -> Agency {
    Agency {
        id,
        name: dice.text(),
        short_name: dice.text(),
        field: dice.of(&[Field::Housing, Field::YoungPeople, Field::Police, Field::Fire, Field::Other]),
        presence: dice.of(&[Presence::Throughout, Presence::OwnItems]),
        pack_rule: dice.of(&[PackRule::All, PackRule::OwnItems, PackRule::SheetOnly]),
        active: dice.coin(),
    }
}

pub fn officer(dice: &mut Dice, id: OfficerId, agency: AgencyId) -> Officer {
    Officer {
        id,
        agency,
        name: dice.text(),
        post: dice.text(),
        email: dice.text(),
        telephone: dice.text(),
        attends: dice.coin(),
        active: dice.coin(),
    }
}

pub fn area(dice: &mut Dice, id: AreaId) -> Area {
    Area { id, name: dice.text() }
}

pub fn subject(dice: &mut Dice, id: SubjectId, agency: AgencyId) -> Subject {
    Subject {
        id,
        name: dice.text(),
        aliases: dice.some(Dice::text),
        date_of_birth: dice.maybe(Dice::day),
        age_as_told: dice.maybe(|dice| AgeAsTold { years: dice.below(256) as u8, on: dice.day() }),
        addresses: dice.some(Dice::text),
        telephones: dice.some(Dice::text),
        agency_references: dice.some(|dice| AgencyReference { agency, reference: dice.text() }),
    }
}

/// What a record may name.
pub struct Known {
    pub agency: AgencyId,
    pub officer: OfficerId,
    pub area: AreaId,
    pub subject: SubjectId,
    pub case: CaseId,
    pub episode: EpisodeId,
    pub meeting: MeetingId,
    pub referral: ReferralId,
    pub item: ItemId,
    pub action: ActionId,
    pub matrix: MatrixVersionId,
}

pub fn part(dice: &mut Dice, known: &Known) -> SubjectPart {
    const ROLES: [SubjectRole; 4] =
        [SubjectRole::Victim, SubjectRole::Perpetrator, SubjectRole::Both, SubjectRole::AtRisk];
    SubjectPart { subject: known.subject, role: dice.of(&ROLES) }
}
