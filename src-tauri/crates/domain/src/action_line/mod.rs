//! The action line: one line of free text that says what is to be done, by whom and by when.
//!
//! `home visit @Housing J Bell by Fri` is an agency after `@` (or a person, who implies the agency), a person after the
//! agency, and a date after `by` or `in`. What is understood leaves the text; what cannot be is told, never guessed.

mod completion;
mod due;
mod owner;
#[cfg(test)]
mod tests;
mod word;

use chrono::NaiveDate;

use crate::action::ActionType;
use crate::action_template::ActionTemplate;
use crate::agency::{Agency, Officer};
use crate::ids::{AgencyId, OfficerId};
use due::Due;
pub(crate) use due::{day_of_month, day_of_week};
use owner::Owner;
use word::Word;
pub(crate) use word::folded;

/// What was understood of an action line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// What is to be done, without what was understood as agency, person and date.
    pub what: String,
    /// The proposed neutral word.
    pub kind: ActionType,
    /// The agency; absent until understood.
    pub agency: Option<AgencyId>,
    /// The person; absent until understood.
    pub officer: Option<OfficerId>,
    /// A name after the agency that its list does not hold; absent otherwise.
    pub new_officer: Option<String>,
    /// The due date; absent until understood.
    pub due: Option<NaiveDate>,
    /// What is still missing before the action can be added, in words.
    pub missing: Vec<String>,
    /// What could stand at the cursor, the likeliest first.
    pub completions: Vec<Completion>,
}

/// A way to complete the text at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// Where the replaced text begins, in UTF-16 code units.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// What stands there then.
    pub text: String,
    /// What the list shows.
    pub label: String,
}

/// What an action line is read against.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// The hub's agencies; those that no longer take part are not understood.
    pub agencies: &'a [Agency],
    /// Their people; those who have left are not understood.
    pub officers: &'a [Officer],
    /// The hub's usual actions; those that were retired are not offered.
    pub templates: &'a [ActionTemplate],
    /// Today: every date is the next such day from tomorrow on.
    pub today: NaiveDate,
    /// The day of the next meeting, for `by next meeting`; absent when none is planned.
    pub next_meeting: Option<NaiveDate>,
}

/// Reads an action line. `cursor` counts UTF-16 code units, as browsers do; past the end means the end.
pub fn understand(text: &str, cursor: u32, around: Surroundings<'_>) -> Understood {
    let mut words = word::split(text);
    let due = due::take(&mut words, around.today, around.next_meeting);
    let owner = owner::take(&mut words, around);
    let completions = completion::at(text, cursor, &words, &owner, around);
    let what = rest_of(&words);
    let missing = missing(&what, &owner, &due);
    Understood {
        kind: kind_of(&what, around.templates),
        what,
        agency: owner.agency,
        officer: owner.officer,
        new_officer: owner.new_officer,
        due: due.on,
        missing,
        completions,
    }
}

/// Returns the type of the usual action with these words, or else the one that the words propose.
fn kind_of(what: &str, templates: &[ActionTemplate]) -> ActionType {
    let words = word::folded_words(what);
    let usual = templates.iter().find(|each| !each.retired && word::folded_words(&each.what) == words);
    usual.map_or_else(|| ActionType::proposed(what), |each| each.kind)
}

/// Returns the words that nobody took, with the marks between them tidied.
fn rest_of(words: &[Word<'_>]) -> String {
    let left: Vec<&str> = words.iter().filter(|word| !word.taken).map(|word| word.text).collect();
    left.join(" ").trim_matches([' ', ',', ';', ':', '-', '–']).to_owned()
}

fn missing(what: &str, owner: &Owner, due: &Due) -> Vec<String> {
    let mut missing = Vec::new();
    if what.is_empty() {
        missing.push("what".to_owned());
    }
    match &owner.trouble {
        Some(trouble) => missing.push(trouble.clone()),
        None if owner.agency.is_none() => missing.push("who".to_owned()),
        None => {}
    }
    match &due.trouble {
        Some(trouble) => missing.push(trouble.clone()),
        None if due.on.is_none() => missing.push("by when".to_owned()),
        None => {}
    }
    missing
}
