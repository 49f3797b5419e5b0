//! The labels of the form: as we print them, and as other forms put it.

use super::{OwnField, PersonField};
use crate::guide::{GuidePart, QUESTIONS};
use crate::likeness::plain;
use crate::subject::SubjectRole;

/// A part of a form, by which a label such as `Name` is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Who refers.
    Referrer,
    /// The problem, and what was done about it.
    Problem,
    /// A person it is about; with the role that the heading tells.
    People(Option<SubjectRole>),
    /// Questions of a part.
    Part(GuidePart),
}

/// Where what stands under a label belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A field of the form.
    Own(OwnField),
    /// The question with this key.
    Answer(&'static str),
    /// A person's field.
    Person(PersonField),
}

impl Target {
    /// Returns the section it stands in, coming from `now`.
    pub fn section(self, now: Section) -> Section {
        match self {
            Self::Own(
                OwnField::ReceivedOn
                | OwnField::ReferrerName
                | OwnField::ReferrerAgency
                | OwnField::ReferrerAddress
                | OwnField::ReferrerTelephone
                | OwnField::ReferrerEmail,
            ) => Section::Referrer,
            Self::Own(_) => Section::Problem,
            Self::Answer(key) => {
                crate::guide::question(key).map_or(now, |question| Section::Part(question.part))
            }
            Self::Person(_) if matches!(now, Section::People(_)) => now,
            Self::Person(_) => Section::People(None),
        }
    }
}

/// A field of the form with the words of its label and of the hint under it.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The field.
    pub target: Target,
    /// The label, as screen and paper show it.
    pub label: &'static str,
    /// What stands under the label; empty when nothing does.
    pub hint: &'static str,
    /// What other forms call it.
    pub others: &'static [&'static str],
}

const fn own(
    field: OwnField,
    label: &'static str,
    hint: &'static str,
    others: &'static [&'static str],
) -> Asked {
    Asked { target: Target::Own(field), label, hint, others }
}

const fn person(field: PersonField, label: &'static str, others: &'static [&'static str]) -> Asked {
    Asked { target: Target::Person(field), label, hint: "", others }
}

/// The fields of the form that are no questions of a guide, in their order.
#[rustfmt::skip]
pub const ORDINARY: &[Asked] = &[
    own(OwnField::ReceivedOn, "Date of the referral", "", &["Date", "Referral date", "Date referred", "Date sent", "Date received", "Date completed"]),
    own(OwnField::ReferrerName, "Name of the referrer", "", &["Name", "Referred by", "Your name", "Referring officer", "Contact name", "Officer", "From"]),
    own(OwnField::ReferrerAgency, "Agency", "", &["Referring agency", "Organisation", "Organization", "Referrer agency", "Service", "Department", "Team", "Company"]),
    own(OwnField::ReferrerAddress, "Address of the referrer", "", &["Address", "Office address", "Work address", "Agency address"]),
    own(OwnField::ReferrerTelephone, "Telephone of the referrer", "", &["Telephone", "Phone", "Tel", "Telephone number", "Contact number", "Phone number", "Mobile", "Tel no"]),
    own(OwnField::ReferrerEmail, "E-mail of the referrer", "", &["E-mail", "Email", "Email address", "E mail address", "Referrer email"]),
    own(OwnField::Title, "Short title", "No names: it shows in lists", &["Title", "Subject", "About"]),
    own(OwnField::Problem, "The problem and its effect on people or the neighbourhood", "What is happening, how long, how often",
        &["The problem and its effect", "The problem", "Problem", "Description of the problem", "Reason for referral", "Details of the incident", "What is the problem",
          "Nature of the problem", "Describe the problem", "Details of the problem and its effect on individuals or the neighbourhood", "Issue", "Concerns"]),
    own(OwnField::Place, "Place", "", &["Location of the problem", "Location of incident", "Where does it happen", "Address of the problem", "Property address"]),
    own(OwnField::Area, "Ward or locality", "", &["Ward", "Locality", "Area"]),
    own(OwnField::Victims, "Who the victims are", "Tenure, mental health, repeat victim?", &["Who are the victims", "Victims", "Complainants"]),
    own(OwnField::Offenders, "What is known of the offenders", "Tenure, known to Probation or YJS, mental health, alcohol, drugs",
        &["Offenders", "Who are the offenders", "Perpetrators", "Who are the perpetrators", "What is known about the offenders", "Information known about the offenders"]),
    own(OwnField::Safeguarding, "Safeguarding issues", "", &["Safeguarding", "Are there any safeguarding issues", "Safeguarding concerns", "Are there safeguarding concerns"]),
    own(OwnField::Tried, "What has been tried, did it work, and why", "Without this the referral cannot come to a meeting",
        &["What has been tried", "What has been tried so far", "What has been tried did it work", "Actions taken", "Action taken so far", "What have you done so far", "What have you done so far, did it work and why", "What has been done so far and did it work", "What has your agency done",
          "Interventions tried", "What have you tried, did it work and why", "Action taken to date", "What work has been done", "Steps taken"]),
    person(PersonField::Name, "Name of the person", &["Name", "Full name", "Person", "Name of victim", "Name of perpetrator", "Name of offender", "Name of subject", "Subject name"]),
    person(PersonField::Aliases, "Also known as", &["Alias", "Aliases", "AKA", "Other names", "Nickname"]),
    person(PersonField::DateOfBirth, "Date of birth", &["DOB", "D o b", "Born", "Birth date"]),
    person(PersonField::Age, "Or age in years", &["Age", "Age in years"]),
    person(PersonField::Address, "Address of the person", &["Address", "Home address", "Lives at", "Current address"]),
    person(PersonField::Telephone, "Telephone of the person", &["Telephone", "Phone", "Telephone number", "Mobile", "Phone number", "Contact number"]),
    person(PersonField::Role, "In this matter", &["Role", "Victim or perpetrator", "Role of the person"]),
];

/// Headings of sections, ours and those of other forms.
#[rustfmt::skip]
pub const SECTIONS: &[(Section, &[&str])] = &[
    (Section::Referrer, &["Who refers", "Referrer", "Referrer details", "Details of referrer", "Your details", "Referring agency details"]),
    (Section::Problem, &["The problem in short", "Problem details", "What was done so far"]),
    (Section::People(None), &["People it is about", "People", "Person details", "Details of the person", "Subject details", "Persons involved", "Personal details"]),
    (Section::People(Some(SubjectRole::Victim)), &["Victim details", "Complainant details"]),
    (Section::People(Some(SubjectRole::Perpetrator)), &["Offender details", "Perpetrator details", "Suspect details"]),
    (Section::Part(GuidePart::AboutVictims), &["The victims in detail"]),
    (Section::Part(GuidePart::AboutOffenders), &["The offenders in detail"]),
    (Section::Part(GuidePart::Offender), &["Guide: offender", "Offender guide", "Offender"]),
    (Section::Part(GuidePart::Victim), &["Guide: victim and safeguarding", "Victim and safeguarding", "Victim guide", "Victim"]),
    (Section::Part(GuidePart::Location), &["Guide: location", "Location guide", "Location"]),
];

/// Returns the label of a field.
pub fn label(target: Target) -> &'static str {
    if let Target::Answer(key) = target {
        return crate::guide::question(key).map_or("", |question| question.words);
    }
    ORDINARY.iter().find(|asked| asked.target == target).map_or("", |asked| asked.label)
}

/// Tells whether a line is what every page of a paper repeats, or a hint that stands under a label: no answer.
pub fn is_furniture(line: &str) -> bool {
    let words = plain(line);
    let parts: Vec<&str> = words.iter().map(String::as_str).collect();
    if matches!(parts.as_slice(), ["page", number, "of", ..] if number.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return true;
    }
    if line.contains("OFFICIAL") && words.len() <= 12 {
        return true;
    }
    let hints = QUESTIONS.iter().map(|question| question.hint).chain(ORDINARY.iter().map(|asked| asked.hint));
    !words.is_empty() && hints.filter(|hint| !hint.is_empty()).any(|hint| plain(hint) == words)
}
