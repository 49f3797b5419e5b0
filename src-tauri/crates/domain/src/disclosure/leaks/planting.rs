//! Random cases whose every field holds a word that stands nowhere else.

use chrono::{Datelike, Days, NaiveDate};
use uuid::Uuid;

use crate::action::ActionType;
use crate::case::CaseKind;
use crate::disclosure::{ActionRecord, CaseRecord, Level, UpdateRecord};
use crate::ids::{AgencyId, SubjectId};
use crate::light::{Light, ShownLight};
use crate::redaction::Known;
use crate::referral_disclosure::ReferralRecord;
use crate::subject::{AgencyReference, Subject, SubjectRole};

/// Steele, Lea and Flood's SplitMix64: the same seed gives the same throws everywhere.
pub struct Dice(pub u64);

impl Dice {
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.throw() % end.max(1) as u64).unwrap()
    }

    fn chance(&mut self, per_cent: usize) -> bool {
        self.below(100) < per_cent
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// A planted text, and from which level on it may leave.
#[derive(Clone, Debug)]
pub struct Secret {
    pub kind: &'static str,
    pub text: String,
    /// The level from which it leaves and must be there; absent when it never does.
    pub from: Option<Level>,
    /// Whether it is looked for as written, and not without its marks.
    pub as_written: bool,
    /// In which view alone it stands; absent for both.
    view: Option<&'static str>,
    /// As it is looked for; filled in once all is planted.
    pub sought: String,
}

impl Secret {
    /// Tells whether a view says anything of it: what it may not hold is looked for in every view.
    pub fn in_view(&self, view: &str) -> bool {
        self.view.is_none_or(|only| only == view)
    }
}

/// An action with the texts that its record borrows.
struct Act {
    what: String,
    agency: String,
    officer: String,
    tags: Vec<String>,
    light: ShownLight,
    last_update: String,
}

/// A case, a referral about the same people, and all that the hub knows.
pub struct World {
    pub secrets: Vec<Secret>,
    pub known: Known,
    pub subjects: Vec<(Subject, SubjectRole)>,
    reference: String,
    title: String,
    lead_agency: String,
    lead_officer: String,
    key_issues: Vec<String>,
    orders: Vec<String>,
    actions: Vec<Act>,
    updates: Vec<(String, String, bool)>,
    key_points: Vec<String>,
    problem: String,
}

/// What a text may give away: its kind, how it is written, and whether it is looked for as written.
#[derive(Clone)]
struct Clue {
    kind: &'static str,
    text: String,
    at_full: bool,
    as_written: bool,
}

struct Planter<'a> {
    dice: &'a mut Dice,
    words: usize,
    secrets: Vec<Secret>,
    clues: Vec<Clue>,
}

const VIEWS: [&str; 2] = ["case", "referral"];

impl World {
    pub fn planted(dice: &mut Dice, day: NaiveDate) -> Self {
        let words = dice.below(1_000_000);
        let mut planter = Planter { dice, words, secrets: Vec::new(), clues: Vec::new() };
        let officers: Vec<String> = (0..2).map(|_| planter.officer()).collect();
        let subjects: Vec<(Subject, SubjectRole)> = (0..1 + planter.dice.below(2))
            .map(|_| (planter.person(day, true), SubjectRole::AtRisk))
            .collect();
        let stranger = planter.person(day, false);
        let people = subjects.iter().map(|(subject, _)| subject.clone()).chain([stranger]).collect();
        let known = Known::new(people, officers.clone());

        let case = Some("case");
        let word = |planter: &mut Planter<'_>, kind, from, view| planter.word(kind, Some(from), view);
        let reference = word(&mut planter, "the reference", Level::Reference, case);
        let lead_agency = word(&mut planter, "an agency", Level::Reference, None);
        let title = planter.text("the title", None, &VIEWS);
        let lead_officer = officers[0].clone();
        planter.secrets.push(Secret {
            kind: "an officer",
            text: lead_officer.clone(),
            from: Some(Level::Full),
            as_written: false,
            view: case,
            sought: String::new(),
        });
        let key_issues = vec![planter.text("a key issue", case, &["case"])];
        let orders = vec![planter.text("an order", case, &["case"])];
        let actions = (0..1 + planter.dice.below(2)).map(|_| planter.act(&officers)).collect();
        let updates = [true, false].map(|shown| {
            let agency = planter.word("an agency", Some(Level::Reference), case);
            let text = match shown {
                true => planter.text("an update put there", case, &["case"]),
                false => planter.word("an update not put there", None, case),
            };
            (agency, text, shown)
        });
        let key_points = vec![planter.text("a key point", case, &["case"])];
        let problem = planter.text("a problem", Some("referral"), &["referral"]);
        for secret in &mut planter.secrets {
            secret.sought = match secret.as_written {
                true => secret.text.to_lowercase(),
                false => super::squeezed(&secret.text),
            };
        }
        Self {
            secrets: planter.secrets,
            known,
            subjects,
            reference,
            title,
            lead_agency,
            lead_officer,
            key_issues,
            orders,
            actions,
            updates: updates.into(),
            key_points,
            problem,
        }
    }

    pub fn case(&self) -> CaseRecord<'_> {
        CaseRecord {
            reference: self.reference.clone(),
            kind: CaseKind::Person,
            title: &self.title,
            lead_agency: &self.lead_agency,
            lead_officer: &self.lead_officer,
            opened: NaiveDate::default(),
            subjects: self.subjects.iter().map(|(subject, role)| (subject, *role)).collect(),
            key_issues: &self.key_issues,
            scores: crate::score::summarise(&[], false),
            orders: self.orders.clone(),
            actions: self.actions.iter().map(Act::record).collect(),
            updates: self
                .updates
                .iter()
                .map(|(agency, text, shown)| UpdateRecord { agency, text, shown: *shown })
                .collect(),
            key_points: self.key_points.iter().map(String::as_str).collect(),
        }
    }

    pub fn referral(&self) -> ReferralRecord<'_> {
        ReferralRecord {
            referrer_agency: &self.lead_agency,
            checks: "5 of 8 replied".into(),
            title: &self.title,
            problem: &self.problem,
            subjects: self.subjects.iter().map(|(subject, role)| (subject, *role)).collect(),
        }
    }
}

impl Act {
    fn record(&self) -> ActionRecord<'_> {
        ActionRecord {
            number: "45/3".into(),
            light: &self.light,
            tags: &self.tags,
            kind: ActionType::Visit,
            what: &self.what,
            agency: &self.agency,
            officer: &self.officer,
            due: None,
            due_words: "7 days late".into(),
            is_new: true,
            last_update: &self.last_update,
        }
    }
}

impl Planter<'_> {
    /// Makes up a word that no other holds: only its beginning has a q.
    fn fresh(&mut self) -> String {
        const FIRST: [&str; 16] =
            ["b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z"];
        const THEN: [&str; 8] = ["a", "e", "i", "o", "u", "éa", "ñu", "ŷo"];
        self.words += 1;
        let mut rest = self.words;
        let mut word = String::from("Q");
        for _ in 0..4 {
            word.push_str(FIRST[rest % 16]);
            word.push_str(THEN[rest / 16 % 8]);
            rest /= 128;
        }
        word.push('x');
        word
    }

    fn word(&mut self, kind: &'static str, from: Option<Level>, view: Option<&'static str>) -> String {
        let text = self.fresh();
        self.secrets.push(Secret {
            kind,
            text: text.clone(),
            from,
            as_written: false,
            view,
            sought: String::new(),
        });
        text
    }

    fn officer(&mut self) -> String {
        let name = format!("PC {} {}", self.fresh(), self.fresh());
        self.clue("an officer in a text", &name, true, false);
        name
    }

    fn clue(&mut self, kind: &'static str, text: &str, at_full: bool, as_written: bool) {
        self.clues.push(Clue { kind, text: text.to_owned(), at_full, as_written });
    }

    /// A text of a field: its own word, and between others what gives somebody away.
    fn text(&mut self, kind: &'static str, view: Option<&'static str>, views: &[&'static str]) -> String {
        let from = if kind == "the title" { None } else { Some(Level::Initials) };
        let own = self.fresh();
        for each in views {
            // A case's title is a text of full alone, a referral's of initials.
            let from = from.or(Some(if *each == "case" { Level::Full } else { Level::Initials }));
            let secret = Secret {
                kind,
                text: own.clone(),
                from,
                as_written: false,
                view: Some(each),
                sought: String::new(),
            };
            self.secrets.push(secret);
        }
        let mut text = own;
        for _ in 0..1 + self.dice.below(3) {
            let clue = self.dice.one(&self.clues).clone();
            let written = if clue.as_written { clue.text.clone() } else { self.disguised(&clue) };
            let (before, after) =
                self.dice.one(&[(" ", " "), (": ", "; "), ("\n", "\n"), (" (", ") "), (", ", "’s ")]);
            text = format!("{text}{before}{written}{after}went");
            let from = clue.at_full.then_some(Level::Full);
            // Told by its digits without the nought, which is not dialled from abroad.
            let text_of_clue = match clue.kind {
                "a telephone" => clue.text[1..].to_owned(),
                _ => clue.text,
            };
            self.secrets.push(Secret {
                kind: clue.kind,
                text: text_of_clue,
                from,
                as_written: clue.as_written,
                view,
                sought: String::new(),
            });
            if view.is_none() {
                break;
            }
        }
        text
    }

    /// Writes a clue as somebody in a hurry does, or a paper from which it was copied.
    fn disguised(&mut self, clue: &Clue) -> String {
        let text = clue.text.clone();
        if clue.kind.contains("telephone") {
            return match self.dice.below(5) {
                0 => text.replace(' ', ""),
                1 => text.replace(' ', "-"),
                2 => format!("+44 (0){}", &text[1..]),
                3 => format!("0044{}", text[1..].replace(' ', "")),
                _ => text.replace(' ', "\u{a0}"),
            };
        }
        let text = match self.dice.below(6) {
            0 => text.to_lowercase(),
            1 => text.to_uppercase(),
            2 => {
                use unicode_normalization::UnicodeNormalization;
                text.nfd().collect()
            }
            3 => {
                use unicode_normalization::UnicodeNormalization;
                text.nfd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter)).collect()
            }
            4 => {
                let at = text.char_indices().nth(2).map_or(0, |(at, _)| at);
                let unseen = self.dice.one(&["\u{ad}", "\u{200b}", "\u{2060}"]);
                format!("{}{unseen}{}", &text[..at], &text[at..])
            }
            _ => text,
        };
        match self.dice.below(6) {
            0 => text.replace(' ', "\n"),
            1 => text.replace(' ', "   "),
            2 => text.replace('-', "-\n"),
            3 if clue.kind.contains("name") => text.replace(['-', '’'], " "),
            4 if clue.kind.contains("name") => {
                format!("{}{}", text.replace([' ', '-', '’'], ""), self.dice.below(100))
            }
            _ => text,
        }
    }

    fn person(&mut self, day: NaiveDate, in_case: bool) -> Subject {
        let (first, last) = (self.fresh(), self.fresh());
        let name = match self.dice.below(3) {
            0 => format!("{first} {last}"),
            1 => format!("{first} {last}-{}", self.fresh()),
            _ => format!("{first} O’{last}"),
        };
        let alias = format!("{} {}", self.fresh(), self.fresh());
        let road = self.fresh();
        let line = format!("{} {road} Road", 1 + self.dice.below(200));
        let town = self.fresh();
        let address = format!("{line}{}{town}", self.dice.one(&[", ", "\n", "; "]));
        let (area, number) = (self.dice.below(1_000), self.dice.below(1_000_000));
        let telephone = format!("07{area:03} {number:06}");
        let reference = format!("{}-{}", self.fresh(), self.dice.below(100));
        let child = self.dice.chance(40);
        let age = if child { self.dice.below(17) } else { 19 + self.dice.below(60) };
        let born = day - Days::new(age as u64 * 366 + self.dice.below(300) as u64);

        if in_case {
            let from = Some(Level::Full);
            for view in VIEWS {
                self.secrets.push(Secret {
                    kind: "a name",
                    text: name.clone(),
                    from,
                    as_written: false,
                    view: Some(view),
                    sought: String::new(),
                });
            }
        }
        for (kind, text) in [
            ("a name in a text", name.as_str()),
            ("an alias", &alias),
            ("an address", &line),
            ("a telephone", &telephone),
            ("an agency's number", &reference),
        ] {
            self.clue(kind, text, true, false);
        }
        let whose = if child { "a child's date of birth" } else { "a date of birth" };
        let written = self.written(born);
        self.clue(whose, &written, !child, true);
        Subject {
            name,
            aliases: vec![alias],
            date_of_birth: Some(born),
            addresses: vec![address],
            telephones: vec![telephone],
            agency_references: vec![AgencyReference { agency: AgencyId(Uuid::nil()), reference }],
            ..Subject::unknown(SubjectId(Uuid::from_u128(self.words as u128)))
        }
    }

    fn written(&mut self, date: NaiveDate) -> String {
        let (day, month, year) = (date.day(), date.month(), date.year());
        let name = crate::words::month(date);
        match self.dice.below(8) {
            0 => format!("{day}/{month}/{year}"),
            1 => format!("{day:02}/{month:02}/{year}"),
            2 => format!("{day}.{month:02}.{year}"),
            3 => format!("{day} {name} {year}"),
            4 => format!("{day}th of {name} {year}"),
            5 => format!("{} {day}, {year}", &name[..3]),
            6 => date.to_string(),
            _ => format!("{day:02}-{}-{year}", name[..3].to_uppercase()),
        }
    }

    fn act(&mut self, officers: &[String]) -> Act {
        let case = Some("case");
        let officer = self.dice.one(officers).clone();
        let kind = "an officer";
        self.secrets.push(Secret {
            kind,
            text: officer.clone(),
            from: Some(Level::Full),
            as_written: false,
            view: case,
            sought: String::new(),
        });
        let reason = Some(self.text("a reason", case, &["case"]));
        Act {
            what: self.text("an action", case, &["case"]),
            agency: self.word("an agency", Some(Level::Reference), case),
            officer,
            tags: vec![self.word("a tag", Some(Level::Reference), case)],
            light: ShownLight { light: Light::Amber, suggested: Light::Red, reason },
            last_update: self.text("what was said", case, &["case"]),
        }
    }
}
