//! Who owes the action: an agency or a person after `@`, and a person after the agency.

use super::Surroundings;
use super::word::{Word, folded_words};
use crate::action::ActionType;
use crate::agency::{Agency, Officer};
use crate::ids::{AgencyId, OfficerId};

/// What was understood of the owner.
#[derive(Clone, Debug, Default)]
pub(super) struct Owner {
    /// The agency; absent until understood.
    pub agency: Option<AgencyId>,
    /// The person; absent until understood.
    pub officer: Option<OfficerId>,
    /// A name that the agency's list does not hold; absent otherwise.
    pub new_officer: Option<String>,
    /// Why what stands after `@` was not understood; absent otherwise.
    pub trouble: Option<String>,
    /// The words that name the agency or, after `@`, the person; empty when there is no `@`.
    pub named: std::ops::Range<usize>,
}

/// How a name fits the words at a place: more words are better, then a whole name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    words: usize,
    whole: bool,
}

/// A new name has at most this many words.
const LONGEST_NAME: usize = 3;

/// Takes agency and person out of `words`.
pub(super) fn take(words: &mut [Word<'_>], around: Surroundings<'_>) -> Owner {
    let Some(at) = words.iter().position(|word| !word.taken && word.text.starts_with('@')) else {
        return Owner::default();
    };
    let mut owner = named_at(words, at, around);
    for word in &mut words[owner.named.clone()] {
        word.taken = true;
    }
    if let (Some(agency), None) = (owner.agency, owner.officer) {
        take_person(words, &mut owner, agency, around);
    }
    if words.iter().any(|word| !word.taken && word.text.starts_with('@') && !word.folded.is_empty()) {
        owner.trouble = Some("who: an action has one owner".to_owned());
    }
    owner
}

/// Returns who is named by the words from `at` on, which begins with `@`.
fn named_at(words: &[Word<'_>], at: usize, around: Surroundings<'_>) -> Owner {
    let agencies = best(around.agencies.iter().filter(|agency| agency.active), |agency| {
        names_of(agency).filter_map(|name| fit(words, at, name)).max()
    });
    let officers = best(around.officers.iter().filter(|officer| officer.active), |officer| {
        person_fit(words, at, &officer.name)
    });
    let named = |fit: Fit| at..at + fit.words;
    match (agencies, officers) {
        ((Some(fit), found), (other, _)) if Some(fit) >= other => match found.as_slice() {
            [only] => Owner { agency: Some(only.id), named: named(fit), ..Owner::default() },
            several => {
                let names: Vec<&str> = several.iter().map(|agency| agency.name.as_str()).collect();
                doubtful(&names, named(fit))
            }
        },
        (_, (Some(fit), found)) => match found.as_slice() {
            [only] => Owner {
                agency: Some(only.agency),
                officer: Some(only.id),
                named: named(fit),
                ..Owner::default()
            },
            several => {
                let names: Vec<&str> = several.iter().map(|officer| officer.name.as_str()).collect();
                doubtful(&names, named(fit))
            }
        },
        _ => {
            let written = words[at].text.trim_start_matches('@');
            let trouble = if written.is_empty() {
                "who".to_owned()
            } else {
                format!("who: nobody here is called “{written}”")
            };
            Owner { trouble: Some(trouble), named: at..at + 1, ..Owner::default() }
        }
    }
}

fn doubtful(names: &[&str], named: std::ops::Range<usize>) -> Owner {
    let shown = &names[..names.len().min(4)];
    let trouble = format!("who: {}", shown.join(" or "));
    Owner { trouble: Some(trouble), named, ..Owner::default() }
}

/// Takes the person who is named after the agency: one of its list, or a new name.
fn take_person(words: &mut [Word<'_>], owner: &mut Owner, agency: AgencyId, around: Surroundings<'_>) {
    let at = owner.named.end;
    let its_own = around.officers.iter().filter(|officer| officer.active && officer.agency == agency);
    let (found, officers) = best(its_own, |officer: &&Officer| {
        person_fit(words, at, &officer.name).filter(|fit| is_meant(words, at, *fit))
    });
    let length = match (found, officers.as_slice()) {
        (Some(fit), [only]) => {
            owner.officer = Some(only.id);
            fit.words
        }
        (Some(fit), several) => {
            let names: Vec<&str> = several.iter().map(|officer| officer.name.as_str()).collect();
            owner.trouble = doubtful(&names, 0..0).trouble;
            fit.words
        }
        (None, _) => {
            let length = new_name(words, at);
            let name: Vec<&str> = words[at..at + length].iter().map(|word| word.text).collect();
            let name = name.join(" ").trim_end_matches([',', ';', ':', '.']).to_owned();
            owner.new_officer = (!name.is_empty()).then_some(name);
            length
        }
    };
    for word in &mut words[at..at + length] {
        word.taken = true;
    }
}

/// Tells whether a person's name is meant: `to` is not Tomos, the `A` of `A visit` is not A Field, and PC 1377 is not
/// PC 1204.
fn is_meant(words: &[Word<'_>], at: usize, fit: Fit) -> bool {
    let capital = begins_like_a_name(words[at].text);
    if fit.whole {
        return capital || fit.words > 1;
    }
    let next = words.get(at + fit.words).filter(|next| !next.taken);
    let goes_on = next.is_some_and(|next| begins_like_a_name(next.text) || is_number(next));
    capital && !goes_on && (next.is_none() || words[at].folded.chars().count() > 1)
}

fn is_number(word: &Word<'_>) -> bool {
    !word.folded.is_empty() && word.folded.chars().all(|letter| letter.is_ascii_digit())
}

/// Returns how many words from `at` on look like the name of somebody new; 0 when none do.
///
/// A name is one to three words that begin with a capital (or a number after one, as in `PC 1204`), and does not begin
/// with what could be done. It never takes the last word of what is to be done.
fn new_name(words: &[Word<'_>], at: usize) -> usize {
    let looks = |word: &&Word<'_>| !word.taken && begins_like_a_name(word.text);
    let run = words[at..].iter().take_while(looks).count();
    let numbered = run > 0 && words.get(at + run).is_some_and(|word| !word.taken && is_number(word));
    let run = run + usize::from(numbered);
    let first_does = words.get(at).is_some_and(|word| ActionType::proposed(word.text) != ActionType::Other);
    let left = words.iter().filter(|word| !word.taken && !word.folded.is_empty()).count();
    let fits = (1..=LONGEST_NAME).contains(&run) && left > run && !first_does;
    // One word alone in the middle of a line is as likely the beginning of what is to be done.
    let alone = run == 1 && words.get(at + 1).is_some_and(|word| !word.taken);
    if fits && !alone { run } else { 0 }
}

fn begins_like_a_name(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

/// Returns the names by which an agency is known in the line.
pub(super) fn names_of(agency: &Agency) -> impl Iterator<Item = &str> {
    [agency.short_name.as_str(), agency.name.as_str()].into_iter().filter(|name| !name.trim().is_empty())
}

/// Returns the best fit among `all`, with all that fit so well.
fn best<T>(all: impl Iterator<Item = T>, fit: impl Fn(&T) -> Option<Fit>) -> (Option<Fit>, Vec<T>) {
    let mut best = None;
    let mut found = Vec::new();
    for each in all {
        let Some(its) = fit(&each) else { continue };
        if Some(its) > best {
            best = Some(its);
            found.clear();
        }
        if Some(its) == best {
            found.push(each);
        }
    }
    (best, found)
}

/// Fits a person's name: from its beginning, or by the surname alone.
fn person_fit(words: &[Word<'_>], at: usize, name: &str) -> Option<Fit> {
    let surname = name.split_whitespace().last().filter(|last| last.chars().count() > 2);
    let by_surname = surname.and_then(|surname| fit(words, at, surname)).filter(|fit| fit.whole);
    fit(words, at, name).max(by_surname)
}

/// Returns how many words from `at` on fit `name`: all of its words, or a beginning of it whose last word may be cut.
fn fit(words: &[Word<'_>], at: usize, name: &str) -> Option<Fit> {
    let name = folded_words(name);
    let mut matched = 0;
    let mut used = 0;
    for (offset, word) in words[at.min(words.len())..].iter().enumerate() {
        let new_owner = offset > 0 && word.text.starts_with('@');
        if word.taken || new_owner || matched == name.len() {
            break;
        }
        if word.folded.is_empty() {
            if offset == 0 {
                break;
            }
            continue;
        }
        if !name[matched].starts_with(&word.folded) {
            break;
        }
        let whole_word = name[matched] == word.folded;
        matched += 1;
        used = offset + 1;
        if !whole_word {
            return Some(Fit { words: used, whole: false });
        }
    }
    (matched > 0).then_some(Fit { words: used, whole: matched == name.len() })
}
