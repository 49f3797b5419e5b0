//! What was written and ticked: writing lines fall away, tick boxes become the options they stand beside.

use crate::guide::{AnswerKind, GuideQuestion};
use crate::subject::SubjectRole;

const TICKED: [char; 7] = ['☒', '☑', '✓', '✔', '✗', '✘', '■'];
const EMPTY: [char; 5] = ['☐', '□', '❏', '❑', '\u{f0a8}'];
/// What people write for `not known`.
const UNKNOWN: [&str; 8] =
    ["unknown", "not known", "don't know", "don’t know", "n/k", "nk", "not sure", "unsure"];

/// Tells whether a character is a tick box.
pub fn is_mark(letter: char) -> bool {
    TICKED.contains(&letter) || EMPTY.contains(&letter)
}

/// Tells whether a text holds tick boxes.
pub fn has_marks(text: &str) -> bool {
    text.contains(is_mark)
}

/// Returns what was written on `lines`, without the lines to write on.
pub fn written(lines: &[&str]) -> String {
    let kept: Vec<String> = lines.iter().map(|line| without_leaders(line)).collect();
    let text = kept.join("\n");
    let mut paragraphs: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        if !line.is_empty() || paragraphs.last().is_some_and(|last| !last.is_empty()) {
            paragraphs.push(line);
        }
    }
    paragraphs.join("\n").trim().to_owned()
}

/// Takes away what a form prints to write on: rows of underscores or dots.
fn without_leaders(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    let mut run: Vec<char> = Vec::new();
    for letter in line.chars() {
        if matches!(letter, '_' | '.' | '…') && run.last().is_none_or(|last| *last == letter) {
            run.push(letter);
            continue;
        }
        settle(&mut kept, &mut run);
        if matches!(letter, '_' | '.' | '…') {
            run.push(letter);
        } else {
            kept.push(if letter == '\t' { ' ' } else { letter });
        }
    }
    settle(&mut kept, &mut run);
    kept
}

fn settle(kept: &mut String, run: &mut Vec<char>) {
    if run.len() < 4 {
        kept.extend(run.iter());
    }
    run.clear();
}

/// Returns the options of `question` that `text` chooses, and what it says beside them.
pub fn chosen(question: &GuideQuestion, text: &str) -> (Vec<String>, String) {
    if question.options.is_empty() {
        return (Vec::new(), text.to_owned());
    }
    let text = boxes(text);
    if has_marks(&text) {
        return ticked(question.options, &text);
    }
    if let Some(rest) = beside_all(question.options, &text) {
        return (Vec::new(), rest);
    }
    match question.kind {
        AnswerKind::Many => {
            if let Some((named, rest)) = listed_first(question.options, &text) {
                return (named, rest);
            }
            let plain = text.to_lowercase();
            let named = |option: &&&str| holds_word(&plain, &option.to_lowercase());
            let named: Vec<String> =
                question.options.iter().filter(named).map(|each| (*each).to_owned()).collect();
            let only = named.join(" ").len() + 2 * named.len() >= text.trim().len();
            let rest = if only && !named.is_empty() { String::new() } else { text };
            (named, rest)
        }
        _ => begins_with_option(question.options, &text),
    }
}

/// Returns the options that a text lists before a colon, and what it says after it: as a filled form prints them.
fn listed_first(options: &[&str], text: &str) -> Option<(Vec<String>, String)> {
    let (listed, rest) = text.split_once(':')?;
    let named = listed.split(',').map(|each| {
        let each = each.trim();
        options.iter().find(|option| option.eq_ignore_ascii_case(each)).map(|option| (*option).to_owned())
    });
    Some((named.collect::<Option<Vec<String>>>()?, rest.trim().to_owned()))
}

/// Returns what stands beside a list of all options without a single box: copied from a paper whose boxes were drawn, it
/// chooses nothing.
fn beside_all(options: &[&str], text: &str) -> Option<String> {
    let mut rest = text.trim_start();
    for option in options {
        let begins = rest.get(..option.len()).is_some_and(|start| start.eq_ignore_ascii_case(option));
        rest = rest.get(option.len()..).filter(|_| begins)?.trim_start();
    }
    Some(rest.trim().to_owned())
}

/// The roles of a person as the form prints them.
pub const ROLES: [&str; 4] = ["victim", "perpetrator", "both", "at risk"];

/// Tells whether a text only lists the roles to choose from.
pub fn lists_roles(text: &str) -> bool {
    has_marks(&boxes(text)) || beside_all(&ROLES, text).is_some_and(|rest| rest.is_empty())
}

/// Turns boxes that were typed, `[x]` and `[ ]`, into the signs they stand for.
fn boxes(text: &str) -> String {
    let mut text = text.to_owned();
    for (typed, sign) in
        [("[x]", "☒"), ("[X]", "☒"), ("(x)", "☒"), ("(X)", "☒"), ("[ ]", "☐"), ("[]", "☐"), ("( )", "☐")]
    {
        text = text.replace(typed, sign);
    }
    text
}

/// Reads tick boxes; each stands before its option.
fn ticked(options: &[&str], text: &str) -> (Vec<String>, String) {
    let mut chosen: Vec<String> = Vec::new();
    let mut rest = String::new();
    let mut pieces = text.split_inclusive(is_mark);
    // What stands before the first box is no option's.
    let mut mark = match pieces.next() {
        Some(first) => {
            rest.push_str(first.trim_end_matches(is_mark));
            first.chars().last().filter(|letter| is_mark(*letter))
        }
        None => None,
    };
    for piece in pieces {
        let words = piece.trim_end_matches(is_mark);
        let body = words.trim_start();
        let beside = longest_option(options, body);
        if let Some(option) = beside {
            if mark.is_some_and(|mark| TICKED.contains(&mark)) {
                chosen.push(option.to_owned());
            }
            rest.push(' ');
            rest.push_str(body.get(option.len()..).unwrap_or_default().trim_start_matches([':', ',', ';']));
        } else {
            rest.push(' ');
            rest.push_str(words);
        }
        mark = piece.chars().last().filter(|letter| is_mark(*letter));
    }
    let lines: Vec<&str> = rest.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    (chosen, lines.join("\n"))
}

fn longest_option<'option>(options: &[&'option str], text: &str) -> Option<&'option str> {
    let begins = |option: &&&str| {
        text.get(..option.len()).is_some_and(|start| start.eq_ignore_ascii_case(option))
            && !text[option.len()..].starts_with(char::is_alphanumeric)
    };
    options.iter().filter(begins).max_by_key(|option| option.len()).copied()
}

fn begins_with_option(options: &[&str], text: &str) -> (Vec<String>, String) {
    let trimmed = text.trim_start();
    let rest = |after: &str| after.trim_start_matches([',', '.', ':', ';', '-', '–', ' ']).trim().to_owned();
    if let Some(option) = longest_option(options, trimmed) {
        return (vec![option.to_owned()], rest(&trimmed[option.len()..]));
    }
    let unknown = UNKNOWN.iter().find(|word| longest_option(&[word], trimmed).is_some());
    match (unknown, options.contains(&"not known")) {
        (Some(word), true) => (vec!["not known".to_owned()], rest(&trimmed[word.len()..])),
        _ => (Vec::new(), text.to_owned()),
    }
}

fn holds_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Returns the role that a text tells, ticked or written.
pub fn role(text: &str) -> Option<SubjectRole> {
    let text = boxes(text);
    let words = if has_marks(&text) {
        ticked(&ROLES, &text).0.join(" ")
    } else if beside_all(&ROLES, &text).is_some() {
        return None;
    } else {
        text.to_lowercase()
    };
    let holds = |word: &str| words.contains(word);
    let causes = holds("perpetrator") || holds("offender") || holds("suspect");
    let suffers = holds("victim") || holds("complainant");
    match (suffers, causes) {
        (true, true) => Some(SubjectRole::Both),
        (true, false) => Some(SubjectRole::Victim),
        (false, true) => Some(SubjectRole::Perpetrator),
        _ if holds("both") => Some(SubjectRole::Both),
        _ if holds("at risk") => Some(SubjectRole::AtRisk),
        _ => None,
    }
}
