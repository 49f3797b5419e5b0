//! Sentences that say who comes: apologies, a substitute, dialling in.

use super::clause::{denies, sentences};
use crate::meeting::AttendanceMode;

/// How the sender says that the agency takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakesPart {
    /// How: apologies, coming or dialling in.
    pub mode: AttendanceMode,
    /// Who comes instead of the sender, as written; empty when the sender speaks of themselves.
    pub substitute: String,
}

/// What an apology that is not about the meeting is for.
const OTHER_APOLOGIES: [&str; 9] =
    ["delay", "late", "lateness", "short", "confusion", "inconvenience", "error", "mistake", "slow"];

/// Returns what a line says of who comes; absent when it says nothing of it.
pub(super) fn said(line: &str) -> Option<TakesPart> {
    substitute(line).or_else(|| {
        sentences(line).iter().filter(|sentence| !sentence.asks).find_map(|sentence| {
            let words: Vec<&str> = sentence.clauses.iter().flatten().map(String::as_str).collect();
            mode(&words).map(|mode| TakesPart { mode, substitute: String::new() })
        })
    })
}

fn mode(words: &[&str]) -> Option<AttendanceMode> {
    let says = |phrase: &[&str]| words.windows(phrase.len()).any(|window| window == phrase);
    let one = |word: &str| words.contains(&word);
    let own = words.len() <= 40
        && (one("i") || one("we") || one("i'm") || one("i'll") || one("we'll") || one("my"));
    let apology = one("apologies") || one("apologise") || one("apology");
    let other = words.iter().any(|word| OTHER_APOLOGIES.contains(word));
    if apology && !other {
        let of_meeting = words.len() == 1
            || one("meeting")
            || one("attend")
            || one("attending")
            || says(&["my", "apologies"])
            || says(&["our", "apologies"])
            || says(&["apologies", "from"])
            || words.iter().any(|word| crate::action_line::day_of_week(word).is_some());
        return of_meeting.then_some(AttendanceMode::Apologies);
    }
    let comes = ["attend", "attending", "come", "coming", "join", "joining"].into_iter().any(one)
        || says(&["make", "it"])
        || says(&["be", "there"])
        || says(&["be", "at", "the", "meeting"]);
    let dials = says(&["dial", "in"])
        || says(&["dialling", "in"])
        || says(&["dialing", "in"])
        || says(&["join", "by", "phone"])
        || says(&["join", "by", "telephone"])
        || says(&["join", "on", "teams"])
        || says(&["join", "via", "teams"])
        || says(&["join", "remotely"]);
    // Because `she did not attend the appointment` speaks of a case, only the sender's own coming counts.
    let of_others =
        ["she", "he", "they", "appointment", "school", "court", "visit", "who"].into_iter().any(one);
    if !own && !words.first().is_some_and(|word| denies(word)) || of_others {
        return None;
    }
    let denied = words.iter().any(|word| denies(word));
    let to_come =
        one("will") || one("i'll") || one("we'll") || one("attending") || one("coming") || one("i'm");
    match () {
        () if denied && comes => Some(AttendanceMode::Apologies),
        () if dials && !denied => Some(AttendanceMode::DiallingIn),
        () if comes && to_come && !denied => Some(AttendanceMode::Coming),
        () => None,
    }
}

/// Reads `Sam Poole will attend in my place`: the name stands before, with capital letters.
fn substitute(line: &str) -> Option<TakesPart> {
    let lower = line.to_lowercase().replace('’', "'");
    let instead = [
        "in my place",
        "instead of me",
        "on my behalf",
        "in my absence",
        "to represent us",
        "as my substitute",
    ];
    if !instead.iter().any(|words| lower.contains(words)) {
        return None;
    }
    const VERBS: [&str; 7] = ["will", "is", "can", "to", "comes", "attends", "has"];
    let words: Vec<&str> = line.split_whitespace().collect();
    let at = words.iter().position(|word| VERBS.contains(word))?;
    let capital = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
    let name: Vec<&str> = words[..at].iter().rev().take_while(capital).take(4).copied().collect();
    let name: Vec<&str> = name.into_iter().rev().collect();
    let name = name.join(" ");
    let name = name.trim_matches(|letter: char| !letter.is_alphanumeric());
    let pronoun = ["i", "we", "i'm", "who", "apologies", "sorry", "hi", "hello"]
        .contains(&name.to_lowercase().as_str());
    if name.is_empty() || pronoun {
        return None;
    }
    Some(TakesPart { mode: AttendanceMode::Coming, substitute: name.to_owned() })
}
