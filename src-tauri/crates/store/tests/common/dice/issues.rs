//! Papers that went out, and the disclosure log.

use domain::agency::PackRule;
use domain::ids::*;
use domain::issue::*;

use super::*;

pub fn issue(dice: &mut Dice, id: IssueId, known: &Known) -> Issue {
    Issue {
        id,
        meeting: known.meeting,
        paper: dice.of(&[IssuedPaper::Agenda, IssuedPaper::Minutes]),
        version: 1 + dice.below(9) as u32,
        digest: dice.text(),
        audit_serial: dice.number(),
        audit_hash: dice.text(),
        at: dice.moment(),
        by: dice.text(),
        frame: dice.text(),
    }
}

pub fn issue_part(dice: &mut Dice, id: IssuePartId, issue: IssueId, known: &Known) -> IssuePart {
    IssuePart {
        id,
        issue,
        position: dice.number(),
        reference: dice.text(),
        case: dice.maybe(|_| known.case),
        referral: dice.maybe(|_| known.referral),
        agencies: dice.some(|_| known.agency),
        model: dice.text(),
    }
}

pub fn issued_copy(dice: &mut Dice, id: IssuedCopyId, issue: IssueId, known: &Known) -> IssuedCopy {
    IssuedCopy {
        id,
        issue,
        number: 1,
        agency: known.agency,
        rule: dice.of(&[PackRule::All, PackRule::OwnItems, PackRule::SheetOnly]),
        contents: dice.some(Dice::text),
        file_name: dice.text(),
        locked: dice.coin(),
        made_at: dice.moment(),
        sent_at: dice.maybe(Dice::moment),
        sent_by: dice.maybe(Dice::text),
    }
}

pub fn disclosure(dice: &mut Dice, id: DisclosureId, copy: IssuedCopyId, known: &Known) -> Disclosure {
    Disclosure {
        id,
        serial: 1,
        at: dice.moment(),
        by: dice.text(),
        agency: dice.maybe(|_| known.agency),
        to: dice.text(),
        what: dice.text(),
        references: dice.some(Dice::text),
        why: dice.text(),
        copy: dice.maybe(|_| copy),
        withdrawn: dice.coin(),
    }
}
