//! The three-part guide of a referral: what is asked about offender, victim and place, and the answers to it.
//!
//! The questions are those of the published guide. An answer is kept under the stable key of its question, so that the
//! words of a question may be mended without losing what was answered.

mod questions;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use questions::{QUESTIONS, question};

/// A part of the form that asks questions of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GuidePart {
    /// What the form itself asks about the victims; always open.
    AboutVictims,
    /// What the form itself asks about the offenders; always open.
    AboutOffenders,
    /// The guide by the principle of the offender.
    Offender,
    /// The guide by the principle of the victim, and safeguarding.
    Victim,
    /// The guide by the principle of the location.
    Location,
}

impl GuidePart {
    /// Every part, in the order of the form.
    pub const ALL: [Self; 5] =
        [Self::AboutVictims, Self::AboutOffenders, Self::Offender, Self::Victim, Self::Location];

    /// The three guides, in their order.
    pub const GUIDES: [Self; 3] = [Self::Offender, Self::Victim, Self::Location];

    /// Returns the heading of the part.
    pub fn words(self) -> &'static str {
        match self {
            Self::AboutVictims => "The victims",
            Self::AboutOffenders => "The offenders",
            Self::Offender => "Guide: offender",
            Self::Victim => "Guide: victim and safeguarding",
            Self::Location => "Guide: location",
        }
    }

    /// Tells whether the part is opened only where the referral is about it.
    pub fn is_guide(self) -> bool {
        Self::GUIDES.contains(&self)
    }

    /// Returns the questions of the part, in their order.
    pub fn questions(self) -> impl Iterator<Item = &'static GuideQuestion> {
        QUESTIONS.iter().filter(move |question| question.part == self)
    }
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    /// In a few sentences.
    Text,
    /// In a few words.
    Line,
    /// With a day.
    Date,
    /// With one of the options, and words beside it where there is something to add.
    One,
    /// With any of the options, and words beside them.
    Many,
}

/// A question of the form or of a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct GuideQuestion {
    /// Its key; never changes.
    pub key: &'static str,
    /// The part it stands in.
    pub part: GuidePart,
    /// The question.
    pub words: &'static str,
    /// What the answer should not leave out; empty when the question says it all.
    pub hint: &'static str,
    /// How it is answered.
    pub kind: AnswerKind,
    /// What can be chosen; empty where nothing is.
    pub options: &'static [&'static str],
}

/// The answer to one question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GuideAnswer {
    /// What was chosen, in the order of the options.
    #[serde(default)]
    pub chosen: Vec<String>,
    /// What was written: sentences, a few words, or a day as `YYYY-MM-DD`.
    #[serde(default)]
    pub text: String,
}

impl GuideAnswer {
    /// Tells whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty() && self.text.trim().is_empty()
    }
}

/// The answers of a referral, by the key of the question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct GuideAnswers(pub BTreeMap<String, GuideAnswer>);

/// Says why an answer cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GuideError {
    /// The guide has no such question.
    #[error("The guide has no question “{0}”")]
    NoSuchQuestion(String),
    /// What was chosen is not among the options.
    #[error("{question}: “{chosen}” cannot be chosen")]
    NoSuchOption {
        /// The question.
        question: &'static str,
        /// What was chosen.
        chosen: String,
    },
    /// One answer is asked for, and several were given.
    #[error("{0}: choose one answer")]
    MoreThanOne(&'static str),
    /// It is no day.
    #[error("{0}: “{1}” is not a date")]
    NoDate(&'static str, String),
    /// The day lies in the future.
    #[error("{0}: the day lies in the future")]
    InTheFuture(&'static str),
}

impl GuideAnswers {
    /// Returns the answer to a question; absent when there is none.
    pub fn get(&self, key: &str) -> Option<&GuideAnswer> {
        self.0.get(key).filter(|answer| !answer.is_empty())
    }

    /// Tells whether a part has any answer.
    pub fn answers_part(&self, part: GuidePart) -> bool {
        part.questions().any(|question| self.get(question.key).is_some())
    }

    /// Checks what was answered by `today`, and returns it without empty answers and with the options in their order.
    pub fn checked(self, today: NaiveDate) -> Result<Self, GuideError> {
        let mut checked = BTreeMap::new();
        for (key, answer) in self.0 {
            let found = question(&key).ok_or_else(|| GuideError::NoSuchQuestion(key.clone()))?;
            let answer = found.checked(answer, today)?;
            if !answer.is_empty() {
                checked.insert(key, answer);
            }
        }
        Ok(Self(checked))
    }

    /// Returns every text that was written, for searching.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(|answer| answer.text.as_str()).filter(|text| !text.trim().is_empty())
    }
}

impl GuideQuestion {
    fn checked(&self, answer: GuideAnswer, today: NaiveDate) -> Result<GuideAnswer, GuideError> {
        if let Some(odd) = answer.chosen.iter().find(|chosen| !self.options.contains(&chosen.as_str())) {
            return Err(GuideError::NoSuchOption { question: self.words, chosen: odd.clone() });
        }
        let chosen: Vec<String> = self
            .options
            .iter()
            .filter(|option| answer.chosen.iter().any(|chosen| chosen == *option))
            .map(|option| (*option).to_owned())
            .collect();
        if self.kind == AnswerKind::One && chosen.len() > 1 {
            return Err(GuideError::MoreThanOne(self.words));
        }
        let text = answer.text.trim().to_owned();
        if self.kind == AnswerKind::Date && !text.is_empty() {
            let day: NaiveDate =
                text.parse().map_err(|_| GuideError::NoDate(self.words, text.chars().take(40).collect()))?;
            if day > today {
                return Err(GuideError::InTheFuture(self.words));
            }
        }
        Ok(GuideAnswer { chosen, text })
    }

    /// Returns an answer to this question in words: what was chosen, then what was written.
    pub fn answered(&self, answer: &GuideAnswer) -> String {
        let chosen = answer.chosen.join(", ");
        let text = answer.text.trim();
        let text = match (self.kind, text.parse::<NaiveDate>()) {
            (AnswerKind::Date, Ok(day)) => crate::words::long_date(day),
            _ => text.to_owned(),
        };
        match (chosen.is_empty(), text.is_empty()) {
            (false, false) => format!("{}: {text}", crate::words::capital(&chosen)),
            (false, true) => crate::words::capital(&chosen),
            _ => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn today() -> NaiveDate {
        "2026-11-24".parse().unwrap()
    }

    fn answer(key: &str, chosen: &[&str], text: &str) -> GuideAnswers {
        let chosen = chosen.iter().map(|each| (*each).to_owned()).collect();
        GuideAnswers(BTreeMap::from([(key.to_owned(), GuideAnswer { chosen, text: text.to_owned() })]))
    }

    #[test]
    fn every_question_has_its_own_key_and_a_part_that_its_key_names() {
        let keys: BTreeSet<_> = QUESTIONS.iter().map(|question| question.key).collect();
        assert_eq!(keys.len(), QUESTIONS.len(), "a key answers one question");
        for asked in QUESTIONS {
            let part = serde_json::to_value(asked.part).unwrap();
            assert!(asked.key.starts_with(part.as_str().unwrap()), "{} stands in {part}", asked.key);
            let chooses = matches!(asked.kind, AnswerKind::One | AnswerKind::Many);
            assert_eq!(
                chooses,
                !asked.options.is_empty(),
                "{} has options exactly when they are asked for",
                asked.key
            );
        }
    }

    #[test]
    fn every_point_of_the_published_guide_is_asked() {
        for (part, points) in [
            (GuidePart::Offender, &["offending", "tenancy", "disposals", "work", "housing"][..]),
            (
                GuidePart::Victim,
                &[
                    "history",
                    "perpetrator",
                    "risk",
                    "involved",
                    "not involved",
                    "referrals",
                    "tried",
                    "engage",
                    "tenure",
                    "vra",
                ][..],
            ),
            (
                GuidePart::Location,
                &[
                    "happening",
                    "how long",
                    "season",
                    "repeat",
                    "victim",
                    "impact",
                    "doing it",
                    "abc",
                    "known to",
                    "school",
                    "done so far",
                    "owns",
                    "cctv",
                    "pspo",
                    "been involved",
                    "psps",
                ][..],
            ),
        ] {
            let asked: String =
                part.questions().map(|each| format!("{} {}\n", each.words, each.hint)).collect();
            for point in points {
                assert!(asked.to_lowercase().contains(point), "{part:?} asks about {point}:\n{asked}");
            }
        }
    }

    #[test]
    fn an_answer_is_kept_without_what_is_empty() {
        let kept = answer("victim.vra_done", &["yes"], "  by the ward ").checked(today()).unwrap();
        assert_eq!(kept.get("victim.vra_done").unwrap().text, "by the ward");
        assert_eq!(answer("victim.history", &[], "  ").checked(today()).unwrap(), GuideAnswers::default());
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_question() {
        let refused = |answers: GuideAnswers| answers.checked(today()).unwrap_err();
        assert!(matches!(refused(answer("victim.shoe_size", &[], "9")), GuideError::NoSuchQuestion(_)));
        assert!(matches!(
            refused(answer("victim.vra_done", &["maybe"], "")),
            GuideError::NoSuchOption { .. }
        ));
        assert!(matches!(refused(answer("victim.vra_done", &["yes", "no"], "")), GuideError::MoreThanOne(_)));
        assert!(matches!(refused(answer("victim.vra_date", &[], "31 June")), GuideError::NoDate(..)));
        assert!(matches!(refused(answer("victim.vra_date", &[], "2026-11-25")), GuideError::InTheFuture(_)));
    }

    #[test]
    fn an_answer_reads_as_a_sentence() {
        let said = |key: &str, chosen: &[&str], text: &str| {
            question(key).unwrap().answered(&answer(key, chosen, text).0[key])
        };
        assert_eq!(said("victim.vra_done", &["yes"], "by the ward"), "Yes: by the ward");
        assert_eq!(said("location.impact", &["graffiti", "damage"], ""), "Graffiti, damage");
        assert_eq!(said("victim.vra_date", &[], "2026-10-06"), "6 October 2026");
    }
}
