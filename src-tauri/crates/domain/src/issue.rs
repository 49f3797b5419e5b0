//! Papers that go out: each version is frozen, each recipient has a numbered copy, and every copy that was sent stands in
//! the disclosure log (section 115, Crime and Disorder Act 1998).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::agency::PackRule;
use crate::ids::{AgencyId, CaseId, DisclosureId, IssueId, IssuePartId, IssuedCopyId, MeetingId, ReferralId};
use crate::moment::Moment;
use crate::words::{count, full_date, listed};

/// Which paper goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IssuedPaper {
    /// The agenda pack.
    Agenda,
    /// The minutes.
    Minutes,
}

/// A version of a paper as it went out; frozen, so that it prints the same for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Its key.
    pub id: IssueId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Which paper.
    pub paper: IssuedPaper,
    /// From 1; a later one is made only when something changed.
    pub version: u32,
    /// SHA-256 of the whole paper's model without copy numbers, in hexadecimal.
    pub digest: String,
    /// The running number of the audit's head before it was frozen.
    pub audit_serial: u32,
    /// The hash of that head, in hexadecimal.
    pub audit_hash: String,
    /// When it was frozen.
    pub at: Moment,
    /// Who froze it.
    pub by: String,
    /// What stands around its parts, as JSON of the paper's model.
    pub frame: String,
}

/// What of a version is about one case or referral, or about none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuePart {
    /// Its key.
    pub id: IssuePartId,
    /// The version.
    pub issue: IssueId,
    /// Its place in the paper, from 0.
    pub position: u32,
    /// The reference it is about; empty for what is about none.
    pub reference: String,
    /// The case; absent when it is about none.
    pub case: Option<CaseId>,
    /// The referral; absent when it is about none.
    pub referral: Option<ReferralId>,
    /// The agencies whose item it was when it was frozen.
    pub agencies: Vec<AgencyId>,
    /// The part, as JSON of the paper's model.
    pub model: String,
}

/// One recipient's copy of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IssuedCopy {
    /// Its key.
    pub id: IssuedCopyId,
    /// The version.
    pub issue: IssueId,
    /// The copy's number, from 1; a recipient keeps it when the copy is made again.
    pub number: u32,
    /// The recipient.
    pub agency: AgencyId,
    /// By which rule it was made.
    pub rule: PackRule,
    /// The references that it holds.
    pub contents: Vec<String>,
    /// The name of its file.
    pub file_name: String,
    /// Whether the file asks for a password.
    pub locked: bool,
    /// When the file was made last.
    pub made_at: Moment,
    /// When it was sent; absent until then.
    pub sent_at: Option<Moment>,
    /// Who ticked it off; absent until then.
    pub sent_by: Option<String>,
}

/// An entry of the disclosure log: who was told what, when, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Disclosure {
    /// Its key.
    pub id: DisclosureId,
    /// Its running number.
    pub serial: u32,
    /// When it was noted.
    pub at: Moment,
    /// Who disclosed.
    pub by: String,
    /// The agency that was told; absent for somebody outside the list.
    pub agency: Option<AgencyId>,
    /// To whom, in words.
    pub to: String,
    /// What, in words, without a name.
    pub what: String,
    /// The references that it held.
    pub references: Vec<String>,
    /// Why.
    pub why: String,
    /// The copy; absent for what was told otherwise.
    pub copy: Option<IssuedCopyId>,
    /// True once it was taken back as entered by mistake.
    pub withdrawn: bool,
}

/// Why a copy goes to a partner: the power that the law gives, which is not a duty.
pub const WHY: &str =
    "Section 115, Crime and Disorder Act 1998: to prevent and reduce crime and disorder in the area";

/// How a part differs from the version before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartChange {
    /// It was not there.
    Added,
    /// It said something else.
    Changed,
    /// It is there no longer.
    Dropped,
}

/// Returns what changed since a version, in the order of the newer one, dropped parts last. The part about nothing in
/// particular counts as any other.
pub fn changes<'a>(before: &'a [IssuePart], now: &'a [IssuePart]) -> Vec<(&'a str, PartChange)> {
    let old = |reference: &str| before.iter().find(|part| part.reference == reference);
    let newer = now.iter().filter_map(|part| match old(&part.reference) {
        None => Some((part.reference.as_str(), PartChange::Added)),
        Some(old) if old.model != part.model => Some((part.reference.as_str(), PartChange::Changed)),
        Some(_) => None,
    });
    let gone = before.iter().filter(|old| now.iter().all(|part| part.reference != old.reference));
    newer.chain(gone.map(|old| (old.reference.as_str(), PartChange::Dropped))).collect()
}

impl IssuePart {
    /// Tells whether a recipient's copy holds the part: what is about nothing in particular goes to everybody who gets
    /// pages.
    pub fn goes_to(&self, rule: PackRule, agency: AgencyId) -> bool {
        match rule {
            PackRule::All => true,
            PackRule::OwnItems => self.reference.is_empty() || self.agencies.contains(&agency),
            PackRule::SheetOnly => false,
        }
    }
}

impl IssuedPaper {
    /// Returns its name in the middle of a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Agenda => "agenda pack",
            Self::Minutes => "minutes",
        }
    }

    /// Returns the rule by which a recipient gets this paper: who gets a sheet of the agenda gets its own items of the
    /// minutes, because it owes what stands there.
    pub fn rule_of(self, rule: PackRule) -> PackRule {
        match (self, rule) {
            (Self::Minutes, PackRule::SheetOnly) => PackRule::OwnItems,
            (_, rule) => rule,
        }
    }

    /// Returns what a recipient's copy is called: `agenda pack (own items)`, `agency sheet`, `extract of the minutes`.
    pub fn copy_words(self, rule: PackRule) -> &'static str {
        match (self, self.rule_of(rule)) {
            (Self::Agenda, PackRule::All) => "agenda pack",
            (Self::Agenda, PackRule::OwnItems) => "agenda pack (own items)",
            (Self::Agenda, PackRule::SheetOnly) => "agency sheet",
            (Self::Minutes, PackRule::All) => "minutes",
            (Self::Minutes, PackRule::OwnItems | PackRule::SheetOnly) => "extract of the minutes",
        }
    }
}

/// Returns the name of a copy's file without its ending, fit for every system: `03 Youth Justice - agenda pack 2026-11-24`.
pub fn file_name(number: u32, recipient: &str, paper: IssuedPaper, date: NaiveDate) -> String {
    let fits =
        |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '&' | '\'' | '’' | '(' | ')');
    let recipient: String = recipient.chars().map(|each| if fits(each) { each } else { ' ' }).collect();
    let recipient = recipient.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{number:02} {recipient} - {} {date}", paper.words())
}

/// The text that goes with a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// The subject of a mail.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// What the text that goes with a copy tells.
#[derive(Clone, Copy, Debug)]
pub struct CoverFacts<'a> {
    /// The hub's name.
    pub hub: &'a str,
    /// The marking.
    pub marking: &'a str,
    /// Which paper.
    pub paper: IssuedPaper,
    /// The meeting's day.
    pub date: NaiveDate,
    /// When and where, such as `2.00 pm, fire station community room`; empty for minutes.
    pub when_and_where: &'a str,
    /// The recipient.
    pub recipient: &'a str,
    /// The copy's number.
    pub number: u32,
    /// By which rule it was made.
    pub rule: PackRule,
    /// The references that it holds.
    pub references: &'a [String],
    /// The recipient's times at the meeting, such as `2.10 pm to 2.40 pm`; empty when it has none.
    pub times: &'a str,
    /// Whether the file asks for a password.
    pub locked: bool,
    /// Who signs; empty when nobody is named.
    pub chair: &'a str,
}

/// Returns the text that goes with a copy. It names references only, because a mail is read on many screens.
pub fn cover(facts: &CoverFacts<'_>) -> Cover {
    let day = full_date(facts.date);
    let paper = facts.paper.copy_words(facts.rule);
    let mut lines = vec![format!("{},", facts.recipient), String::new()];
    lines.push(match facts.paper {
        IssuedPaper::Agenda => {
            let place = if facts.when_and_where.is_empty() { "" } else { ", " };
            format!("The Hub Tasking meeting is on {day}{place}{}.", facts.when_and_where)
        }
        IssuedPaper::Minutes => format!("Here is what the Hub Tasking meeting of {day} agreed."),
    });
    lines.push(format!("Attached: {paper}, copy {}.", facts.number));
    match (facts.paper, facts.references) {
        (_, []) => lines.push("No item of this meeting is yours.".to_owned()),
        (_, references) => {
            let items = count(references.len(), "item", "items");
            lines.push(format!("It holds {items}: {}.", listed(references)));
        }
    }
    if !facts.times.is_empty() {
        lines.push(format!("You are expected {}.", facts.times));
    }
    if facts.paper == IssuedPaper::Agenda {
        lines.push(String::new());
        lines.push(
            "You cannot come? Send a written update, a substitute or apologies, or ask to dial in. Answer by the numbers of \
             your actions, such as “45/3 done”."
                .to_owned(),
        );
    }
    if facts.locked {
        lines.push("The file asks for a password, which comes to you by another way.".to_owned());
    }
    lines.push(String::new());
    lines.push(format!("{}: for the recipient named above and nobody else.", facts.marking));
    lines.push(String::new());
    if !facts.chair.is_empty() {
        lines.push(format!("{}, chair", facts.chair));
    }
    lines.push(facts.hub.to_owned());
    Cover {
        subject: format!("{}: {} for {day}", facts.marking, facts.paper.words())
            .trim_start_matches(": ")
            .to_owned(),
        text: lines.join("\n") + "\n",
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn part(reference: &str, model: &str, agencies: &[u128]) -> IssuePart {
        IssuePart {
            id: IssuePartId(Uuid::nil()),
            issue: IssueId(Uuid::nil()),
            position: 0,
            reference: reference.into(),
            case: None,
            referral: None,
            agencies: agencies.iter().map(|number| AgencyId(Uuid::from_u128(*number))).collect(),
            model: model.into(),
        }
    }

    #[test]
    fn a_later_version_tells_what_was_added_changed_and_dropped_and_nothing_else() {
        let before = [part("", "front", &[]), part("CSH.1", "a", &[]), part("CSH.2", "b", &[])];
        assert_eq!(changes(&before, &before), []);
        let now = [part("", "front", &[]), part("CSH.2", "B", &[]), part("CSH.3", "c", &[])];
        let told = changes(&before, &now);
        assert_eq!(
            told,
            [("CSH.2", PartChange::Changed), ("CSH.3", PartChange::Added), ("CSH.1", PartChange::Dropped)]
        );
    }

    #[test]
    fn a_copy_holds_what_its_rule_gives() {
        let (housing, police) = (AgencyId(Uuid::from_u128(1)), AgencyId(Uuid::from_u128(2)));
        let (front, own, other) = (part("", "", &[]), part("CSH.1", "", &[1]), part("CSH.2", "", &[2]));
        let goes = |part: &IssuePart, rule| part.goes_to(rule, housing);
        assert!(goes(&front, PackRule::OwnItems) && goes(&own, PackRule::OwnItems));
        assert!(!goes(&other, PackRule::OwnItems) && other.goes_to(PackRule::OwnItems, police));
        assert!(goes(&other, PackRule::All));
        assert!(!goes(&own, PackRule::SheetOnly) && !goes(&front, PackRule::SheetOnly));
    }

    #[test]
    fn a_file_is_named_for_its_recipient_without_a_letter_that_a_system_refuses() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let named = |recipient| file_name(3, recipient, IssuedPaper::Agenda, date);
        assert_eq!(named("Youth Justice"), "03 Youth Justice - agenda pack 2026-11-24");
        assert_eq!(named("Children’s"), "03 Children’s - agenda pack 2026-11-24");
        assert_eq!(named("A/B: Tŷ \"Glas\"  Ltd."), "03 A B Tŷ Glas Ltd - agenda pack 2026-11-24");
    }

    #[test]
    fn the_cover_names_times_and_references_and_never_a_subject() {
        let references = ["CSH.2".to_owned(), "R.1".to_owned()];
        let facts = CoverFacts {
            hub: "Northbridge Hub",
            marking: "OFFICIAL-SENSITIVE",
            paper: IssuedPaper::Agenda,
            date: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
            when_and_where: "2.00 pm, fire station",
            recipient: "Housing",
            number: 3,
            rule: PackRule::OwnItems,
            references: &references,
            times: "from 2.04 pm to 2.30 pm",
            locked: true,
            chair: "R Hale",
        };
        let told = cover(&facts);
        assert_eq!(told.subject, "OFFICIAL-SENSITIVE: agenda pack for Tuesday 24 November 2026");
        for words in ["2.00 pm, fire station", "copy 3", "2 items: CSH.2 and R.1", "from 2.04 pm", "password"]
        {
            assert!(told.text.contains(words), "{words} in {}", told.text);
        }
        let sheet = cover(&CoverFacts { references: &[], locked: false, ..facts });
        assert!(sheet.text.contains("No item of this meeting is yours.") && !sheet.text.contains("password"));
    }
}
