//! What an answer says of where the action stands. In doubt it says nothing, and the words stay as they are.

use chrono::NaiveDate;

use super::clause::{Sentence, deferred, denies, sentences, tempers};
use super::day;
use crate::action::ActionStatus;

/// What was understood of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    /// Where the action stands; absent when the answer does not say it plainly.
    pub status: Option<ActionStatus>,
    /// What stops it; absent when nothing is said to.
    pub blocked: Option<String>,
    /// Since when it is done; absent when no day is told, or it is not done.
    pub on: Option<NaiveDate>,
}

/// What one place in an answer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Says(ActionStatus),
    /// It is not finished, whatever else it may be.
    NotFinished,
}

/// Reads an answer that was sent on `sent`.
pub fn understood(text: &str, sent: NaiveDate) -> Understood {
    let mut signs: Vec<Sign> = Vec::new();
    for sentence in sentences(text) {
        let before = signs.len();
        read(&sentence, &mut signs);
        if sentence.asks {
            signs.truncate(before);
            signs.push(Sign::NotFinished);
        }
    }
    let mut told: Vec<ActionStatus> = Vec::new();
    for sign in &signs {
        if let Sign::Says(status) = sign
            && !told.contains(status)
        {
            told.push(*status);
        }
    }
    let unfinished = signs.contains(&Sign::NotFinished);
    let blocked = blocked(text);
    let status = match told.as_slice() {
        [ActionStatus::Done] if unfinished || blocked.is_some() => None,
        [only] => Some(*only),
        _ => None,
    };
    let finished = told.contains(&ActionStatus::Done);
    let blocked = blocked.filter(|_| !finished && status.is_none_or(ActionStatus::is_open));
    let on = if status == Some(ActionStatus::Done) { day::told(text, sent) } else { None };
    Understood { status, blocked, on }
}

fn read(sentence: &Sentence, signs: &mut Vec<Sign>) {
    let mut denied = false;
    for clause in &sentence.clauses {
        let words: Vec<&str> = clause.iter().map(String::as_str).collect();
        let before = signs.len();
        for at in 0..words.len() {
            signs.extend(sign(&words, at));
        }
        if denied {
            // Because `not, as we had hoped, done` is no completion.
            signs.truncate(before);
            signs.push(Sign::NotFinished);
        }
        denied = denied || words.last().is_some_and(|word| denies(word));
    }
}

/// Returns what the words at `at` say, in the light of those around them.
fn sign(words: &[&str], at: usize) -> Option<Sign> {
    use ActionStatus::*;
    let begins = |phrase: &[&str]| words[at..].starts_with(phrase);
    let (before, word) = (&words[..at], words[at]);
    let denied = before.iter().any(|word| denies(word));
    let deferred = deferred(before);
    let tempered = words.iter().any(|word| tempers(word));
    let plainly = |status| match denied || deferred {
        true => Some(Sign::NotFinished),
        false => Some(Sign::Says(status)),
    };
    let last = before.last().copied().unwrap_or_default();
    match word {
        "done" | "completed" | "complete" | "finished" | "actioned" => finished(words, at, denied, deferred),
        "carried" if begins(&["carried", "out"]) => finished(words, at, denied, deferred),
        "undertaken" if denied && !tempered && !deferred => Some(Sign::Says(NotUndertaken)),
        "undertaken" if denied => Some(Sign::NotFinished),
        "undertaken" => finished(words, at, denied, deferred),
        "started" | "begun" | "began" | "commenced" => started(words, at, denied, deferred),
        "start" | "begin" | "commence" => {
            let still = before.ends_with(&["yet", "to"]) || before.ends_with(&["still", "to"]);
            let did_not = denied && last != "to" && !deferred;
            (still || did_not).then_some(Sign::Says(NotStarted))
        }
        "unstarted" => Some(Sign::Says(NotStarted)),
        "underway" | "ongoing" | "progressing" => goes_on(before, denied, deferred),
        "under" if begins(&["under", "way"]) => goes_on(before, denied, deferred),
        "on" if begins(&["on", "going"]) => goes_on(before, denied, deferred),
        "in" if begins(&["in", "progress"]) || begins(&["in", "hand"]) => goes_on(before, denied, deferred),
        "in" if begins(&["in", "abeyance"]) => plainly(InAbeyance),
        "on" if begins(&["on", "hold"]) => plainly(InAbeyance),
        "paused" | "parked" => plainly(InAbeyance),
        "superseded" => plainly(Superseded),
        "impossible" | "possible" | "feasible" => {
            let refused = (word == "impossible") != denied;
            let certain = refused && !tempered && !deferred;
            certain.then_some(Sign::Says(NotPossible))
        }
        "be" if before.iter().any(|word| ["cannot", "can't", "cant"].contains(word)) => {
            let whole = begins(&["be", "done"]) || begins(&["be", "completed"]);
            (whole && !tempered).then_some(Sign::Says(NotPossible))
        }
        _ => None,
    }
}

/// Reads a word that says that something is finished.
fn finished(words: &[&str], at: usize, denied: bool, deferred: bool) -> Option<Sign> {
    let (before, after) = (&words[..at], &words[at + 1..]);
    let last = before.last().copied().unwrap_or_default();
    let next = after.first().copied().unwrap_or_default();
    let partly = ["partially", "partly", "part", "half", "nearly", "almost", "mostly", "largely"];
    if denied || deferred {
        return Some(Sign::NotFinished);
    }
    if partly.contains(&last) || (last.ends_with('%') && last != "100%") {
        return Some(Sign::Says(ActionStatus::UnderWay));
    }
    let to_come = after.iter().any(|word| ["yet", "tomorrow", "soon", "later", "next"].contains(word));
    let by_a_day =
        next == "by" && after.get(1).is_some_and(|word| tempers(word) || *word == "the" || *word == "end");
    let little = ["nothing", "no", "none", "little", "what", "some", "so"].contains(&next);
    if to_come || by_a_day || little {
        return Some(Sign::NotFinished);
    }
    // Because `complete the form` names what is to be done, the bare word counts only where it says how things are.
    let names_work = words[at] == "complete"
        && !(["is", "now", "all", "fully", "action", "are", "100%", "was"].contains(&last)
            || next.is_empty());
    (!names_work).then_some(Sign::Says(ActionStatus::Done))
}

fn started(words: &[&str], at: usize, denied: bool, deferred: bool) -> Option<Sign> {
    let again = words.get(at + 1) == Some(&"again");
    let still = words[..at].windows(2).any(|pair| matches!(pair, ["yet" | "still", "to"]));
    let denied = denied || still;
    match (denied, deferred) {
        _ if again => None,
        (true, _) => Some(Sign::Says(ActionStatus::NotStarted)),
        (false, true) => Some(Sign::NotFinished),
        (false, false) => Some(Sign::Says(ActionStatus::UnderWay)),
    }
}

/// Reads a word that says that something goes on; noise and other troubles go on without anybody's doing.
fn goes_on(before: &[&str], denied: bool, deferred: bool) -> Option<Sign> {
    const TROUBLES: [&str; 14] = [
        "problem",
        "problems",
        "issue",
        "issues",
        "noise",
        "asb",
        "behaviour",
        "complaint",
        "complaints",
        "concern",
        "concerns",
        "calls",
        "incidents",
        "drinking",
    ];
    if before.iter().any(|word| TROUBLES.contains(word)) {
        return None;
    }
    match (denied, deferred) {
        (true, _) => Some(Sign::Says(ActionStatus::NotStarted)),
        (false, true) => Some(Sign::NotFinished),
        (false, false) => Some(Sign::Says(ActionStatus::UnderWay)),
    }
}

/// Returns what is said to stop the action: what follows `blocked` up to the end of the sentence.
fn blocked(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    for (at, word) in lower.match_indices("blocked") {
        let starts = lower[..at].chars().next_back().is_none_or(|letter| !letter.is_alphanumeric());
        let end = at + word.len();
        let rest = &text[end..];
        let before: Vec<&str> = lower[..at].split_whitespace().collect();
        let denied = before.iter().rev().take(3).any(|word| denies(word) || *word == "longer");
        let stop = rest.find(['.', '\n', ';']).unwrap_or(rest.len());
        let told = rest[..stop].trim();
        let marks = |letter: char| matches!(letter, ':' | '-' | '–' | '—' | ',') || letter.is_whitespace();
        let bare = told.trim_start_matches(marks);
        let opened = told.len() != bare.len();
        let mut words = bare.splitn(2, char::is_whitespace);
        let first = words.next().unwrap_or_default().to_ascii_lowercase();
        let because =
            ["because", "as", "by", "since", "due", "until", "pending", "awaiting"].contains(&first.as_str());
        let reason = match first.as_str() {
            "because" | "as" | "since" | "by" => words.next().unwrap_or_default().trim(),
            _ => bare,
        };
        if starts && !denied && (because || opened) && !reason.is_empty() {
            return Some(reason.to_owned());
        }
    }
    None
}
