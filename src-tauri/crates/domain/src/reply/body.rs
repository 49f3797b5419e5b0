//! The sender's own words in an e-mail: without what was quoted, the earlier messages, signatures and disclaimers.

use crate::action_line::folded;

/// A line of the sender's own; empty lines stay, because they part one answer from the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'text> {
    /// Its number in the text, from 1.
    pub number: u32,
    /// Its words, without white space around.
    pub text: &'text str,
}

/// What was read of an e-mail.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Body<'text> {
    /// The sender's own lines.
    pub lines: Vec<Line<'text>>,
    /// Lines after a sign-off: an answer may still stand among them.
    pub after_sign_off: Vec<Line<'text>>,
    /// How many lines were taken as earlier messages, and not read.
    pub earlier: usize,
    /// What stands after `From:` where the text begins with the head of an e-mail; empty otherwise.
    pub from: &'text str,
}

const SIGN_OFFS: [&str; 16] = [
    "thanks",
    "manythanks",
    "thankyou",
    "thankyouverymuch",
    "regards",
    "kindregards",
    "kindestregards",
    "bestregards",
    "warmregards",
    "manythanksandkindregards",
    "bestwishes",
    "allthebest",
    "cheers",
    "yourssincerely",
    "yoursfaithfully",
    "sincerely",
];

/// What a disclaimer says, and no answer does.
const DISCLAIMERS: [&str; 12] = [
    "this email and any",
    "this e-mail and any",
    "this message and any",
    "this email is intended",
    "this e-mail is intended",
    "this message is intended",
    "intended recipient",
    "email originated from outside",
    "originated from outside of the organi",
    "consider the environment",
    "scanned for viruses",
    "do not click links",
];

const HEADS: [&str; 7] = ["from:", "sent:", "date:", "to:", "cc:", "subject:", "importance:"];

/// Returns the sender's own lines.
pub(super) fn own(text: &str) -> Body<'_> {
    let lines: Vec<&str> = text.lines().map(trimmed).collect();
    let mut body = Body::default();
    let mut at = 0;
    let (mut wrote, mut disclaimer, mut signed_off) = (false, false, false);
    while let Some(line) = lines.get(at).copied() {
        let rest = || lines[at..].iter().filter(|line| !line.is_empty()).count();
        let own = body.lines.iter().any(|line| !line.text.is_empty());
        let lower = line.to_lowercase();
        if line.is_empty() {
            disclaimer = false;
        } else if line.starts_with(['>', '|']) {
            wrote = false;
            at += 1;
            continue;
        } else if wrote || lower.contains("original message") && own {
            // Because some programs leave what is answered unmarked below the line that says who wrote it.
            body.earlier = rest();
            break;
        }
        if is_head(&lines[at..]) {
            if own {
                body.earlier = rest();
                break;
            }
            let head = lines[at..].iter().take_while(|line| is_head_line(line));
            let from = head.clone().find_map(|line| after(line, "from:"));
            body.from = from.unwrap_or(body.from);
            at += head.count();
            continue;
        }
        if line == "--" {
            break;
        }
        disclaimer = disclaimer || DISCLAIMERS.iter().any(|words| lower.contains(words));
        let furniture = lower.contains("forwarded message")
            || lower.contains("original message")
            || line.chars().all(|letter| ['_', '-', '=', '*', '~'].contains(&letter));
        if says_who_wrote(&lines[at..]) {
            wrote = true;
            at += if lower.ends_with("wrote:") { 1 } else { 2 };
            continue;
        }
        signed_off = signed_off || SIGN_OFFS.contains(&folded(line).as_str());
        let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let kept = Line { number, text: if disclaimer || furniture { "" } else { line } };
        if signed_off {
            body.after_sign_off.push(kept)
        } else {
            body.lines.push(kept)
        }
        at += 1;
    }
    body
}

fn trimmed(line: &str) -> &str {
    line.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}'))
}

fn after<'line>(line: &'line str, head: &str) -> Option<&'line str> {
    let beginning = line.get(..head.len())?;
    beginning.eq_ignore_ascii_case(head).then(|| line[head.len()..].trim())
}

fn is_head_line(line: &str) -> bool {
    HEADS.iter().any(|head| after(line, head).is_some())
}

/// Tells whether the head of an e-mail begins here: `From:` with another line of a head close by.
fn is_head(lines: &[&str]) -> bool {
    let begins = lines.first().is_some_and(|line| after(line, "from:").is_some());
    begins && lines.get(1).is_some_and(|line| is_head_line(line))
}

/// Tells whether a line, or it and the next, says `On Tuesday 24 November, A Marsh wrote:`.
fn says_who_wrote(lines: &[&str]) -> bool {
    let [first, rest @ ..] = lines else { return false };
    let lower = first.to_lowercase();
    let ends = |line: &str| line.to_lowercase().ends_with("wrote:");
    lower.starts_with("on ")
        && (ends(first) || (first.contains(['@', '<', ',']) && rest.first().is_some_and(|next| ends(next))))
}
