//! Reading an e-mail that answers by action number: each answer is proposed beside the line it came from, and nothing is
//! decided here.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::attending::{self, TakesPart};
use super::body::{self, Line};
use super::numbers::{Group, find, grouped};
use super::status::{Understood, understood};
use crate::action_line::folded;
use crate::plain_text;
use crate::reference::{ActionNumber, CaseReference};

/// The most characters that are read; an answer has some hundreds.
pub const MOST_CHARACTERS: usize = 400_000;
/// The most answers that are proposed from one e-mail.
pub const MOST_ANSWERS: usize = 300;
/// The longest piece of the source that is shown beside a proposal, in characters.
const LONGEST_SOURCE: usize = 240;

/// What the hub knows, against which an e-mail is read.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    /// Every action by its number, with what is to be done.
    pub actions: BTreeMap<ActionNumber, &'a str>,
    /// The references of the cases.
    pub cases: &'a [CaseReference],
    /// The day the e-mail was sent, or today.
    pub sent: NaiveDate,
}

/// What one answer is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// An action of the hub.
    Action {
        /// Its number.
        number: ActionNumber,
        /// What the answer says of where it stands.
        understood: Understood,
    },
    /// A case of the hub.
    Case {
        /// Its reference.
        reference: CaseReference,
    },
    /// Who comes.
    Attendance(TakesPart),
}

/// An answer in an e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What it is about.
    pub about: About,
    /// Its words, without the number and without what the action says itself.
    pub text: String,
    /// The line where it stands, from 1.
    pub line: u32,
    /// How the source says it.
    pub source: String,
}

/// Something that looks like a number or reference of the hub and is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranger {
    /// As written.
    pub written: String,
    /// What is wrong with it, in a sentence.
    pub words: String,
    /// The line where it stands, from 1.
    pub line: u32,
    /// How the source says it.
    pub source: String,
}

/// An e-mail as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReplyRead {
    /// The answers, in the order of the source.
    pub answers: Vec<Answer>,
    /// Numbers and references that the hub does not know.
    pub strangers: Vec<Stranger>,
    /// Lines that answer nothing.
    pub left_over: Vec<String>,
    /// How many lines were taken as earlier messages, and not read.
    pub earlier: u32,
    /// What stands after `From:` at the head of the text; empty otherwise.
    pub from: String,
}

/// An answer whose lines are still being gathered.
struct Open {
    numbers: Vec<ActionNumber>,
    case: Option<CaseReference>,
    line: u32,
    text: Vec<String>,
    source: Vec<String>,
    /// Whether the words may be read for a status: not where one line speaks of several actions at once.
    plain: bool,
}

struct Reading<'a, 'known> {
    known: &'a Known<'known>,
    read: ReplyRead,
    open: Vec<Open>,
}

/// Reads an e-mail.
pub fn read(text: &str, known: &Known<'_>) -> ReplyRead {
    let end = text.char_indices().nth(MOST_CHARACTERS).map_or(text.len(), |(at, _)| at);
    let body = body::own(&text[..end]);
    let mut reading = Reading { known, read: ReplyRead::default(), open: Vec::new() };
    for line in &body.lines {
        reading.line(*line, true);
    }
    reading.close();
    for line in &body.after_sign_off {
        reading.line(*line, false);
    }
    reading.close();
    reading.read.earlier = u32::try_from(body.earlier).unwrap_or(u32::MAX);
    reading.read.from = body.from.to_owned();
    reading.read.answers.truncate(MOST_ANSWERS);
    reading.read
}

impl Reading<'_, '_> {
    /// Reads a line; below the sign-off only one that begins with a number or reference.
    fn line(&mut self, line: Line<'_>, above: bool) {
        let text = line.text;
        if text.is_empty() {
            if self.open.iter().any(|open| !open.text.is_empty()) {
                self.close();
            }
            return;
        }
        let found = find(text, &|number| self.known.actions.contains_key(&number));
        let groups = grouped(text, &found);
        let at_head = groups.first().is_some_and(|group| is_bare(&text[..group.start]));
        if !above && !at_head {
            return;
        }
        if !groups.is_empty() {
            self.close();
            self.numbered(line, &groups);
        } else if let Some((reference, rest)) = self.case_at(text) {
            self.close();
            self.case(line, reference, rest);
        } else if let Some(said) = attending::said(text) {
            self.close();
            self.answer(About::Attendance(said), text.to_owned(), line.number, text);
        } else if self.open.is_empty() {
            self.read.left_over.push(shortened(text));
        } else {
            for open in &mut self.open {
                open.text.push(text.to_owned());
                open.source.push(text.to_owned());
            }
        }
    }

    fn numbered(&mut self, line: Line<'_>, groups: &[Group]) {
        let text = line.text;
        let prefix = &text[..groups[0].start];
        if !is_bare(prefix)
            && let Some(said) = attending::said(prefix)
        {
            self.answer(About::Attendance(said), prefix.trim().to_owned(), line.number, text);
        }
        let ends = groups.iter().skip(1).map(|next| next.start).chain([text.len()]);
        let own: Vec<&str> =
            groups.iter().zip(ends).map(|(group, end)| between(&text[group.end..end])).collect();
        // Because `45/3 done but not 45/4` says of one what it denies of the other, such a line is left to a person.
        let tangled = groups.len() > 1 && own.iter().any(|own| own.is_empty() || ends_denying(own));
        for (at, (group, own)) in groups.iter().zip(own).enumerate() {
            let whole = tangled || own.is_empty() || (at == 0 && !is_bare(prefix));
            let words =
                if whole && !(is_bare(prefix) && own.is_empty()) { without(text, group) } else { own.into() };
            let (known, strange): (Vec<ActionNumber>, Vec<ActionNumber>) =
                group.numbers.iter().copied().partition(|number| self.known.actions.contains_key(number));
            for number in strange {
                self.read.strangers.push(Stranger {
                    written: number.to_string(),
                    words: format!("{number} is no action of this hub"),
                    line: line.number,
                    source: shortened(text),
                });
            }
            // Numbers of one line that each have their own words end with the line, all but the last.
            if at + 1 < groups.len() || tangled {
                self.close();
            }
            if !known.is_empty() {
                let text = if words.is_empty() { Vec::new() } else { vec![words] };
                let source = vec![line.text.to_owned()];
                let open =
                    Open { numbers: known, case: None, line: line.number, text, source, plain: !tangled };
                self.open.push(open);
                if at + 1 < groups.len() || tangled {
                    self.close();
                }
            }
        }
    }

    fn case(&mut self, line: Line<'_>, reference: CaseReference, rest: &str) {
        if !self.known.cases.contains(&reference) {
            let words = format!("{reference} is no case of this hub");
            let (written, source) = (reference.to_string(), shortened(line.text));
            self.read.strangers.push(Stranger { written, words, line: line.number, source });
            return;
        }
        let text = if rest.is_empty() { Vec::new() } else { vec![rest.to_owned()] };
        let source = vec![line.text.to_owned()];
        let open =
            Open { numbers: Vec::new(), case: Some(reference), line: line.number, text, source, plain: true };
        self.open.push(open);
    }

    /// Returns the reference that a line begins with, and what follows it.
    fn case_at<'text>(&self, text: &'text str) -> Option<(CaseReference, &'text str)> {
        let start = text.find(|letter: char| letter.is_alphanumeric())?;
        let mut rest = &text[start..];
        for word in ["case", "re", "ref"] {
            let after = rest
                .get(word.len()..)
                .filter(|_| rest.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word)));
            if let Some(after) = after.filter(|after| after.starts_with([' ', ':', '.'])) {
                rest = after.trim_start_matches([' ', ':', '.']);
            }
        }
        let prefix: String = rest.chars().take_while(char::is_ascii_alphabetic).collect();
        let ours = self.known.cases.iter().any(|case| case.prefix.eq_ignore_ascii_case(&prefix));
        let digits = rest[prefix.len()..].trim_start_matches(['.', ' ', '-', '/']);
        let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
        if !ours || prefix.is_empty() || end == 0 {
            return None;
        }
        let letters = digits[end..].chars().take_while(|letter| letter.is_alphanumeric()).count();
        let suffix = if letters == 1 && digits[end..].starts_with(|letter: char| letter.is_ascii_alphabetic())
        {
            1
        } else {
            0
        };
        if letters > suffix {
            return None;
        }
        let after = &digits[end + suffix..];
        let reference = rest[..rest.len() - after.len()].parse().ok()?;
        Some((reference, between(after)))
    }

    fn close(&mut self) {
        for open in std::mem::take(&mut self.open) {
            let source = open.source.join("\n");
            let text = open.text.join(" ");
            if let Some(reference) = open.case
                && !text.trim().is_empty()
            {
                let about = About::Case { reference };
                self.answer(about, text.trim().to_owned(), open.line, &source);
                continue;
            }
            for number in open.numbers {
                let what = self.known.actions.get(&number).copied().unwrap_or_default();
                let text = without_title(&text, what);
                let understood =
                    if open.plain { understood(&text, self.known.sent) } else { Understood::default() };
                self.answer(About::Action { number, understood }, text, open.line, &source);
            }
        }
    }

    fn answer(&mut self, about: About, text: String, line: u32, source: &str) {
        self.read.answers.push(Answer {
            about,
            text: plain_text::readable(&text).into_owned(),
            line,
            source: shortened(source),
        });
    }
}

/// Tells whether nothing but marks and words like `action` stands in a text.
fn is_bare(text: &str) -> bool {
    const WORDS: [&str; 9] = ["action", "actions", "re", "ref", "no", "nos", "number", "numbers", "update"];
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.into_iter().all(|word| WORDS.contains(&word.to_lowercase().as_str()))
}

/// Returns what stands between two numbers, without the marks and joints at its ends.
fn between(text: &str) -> &str {
    let marks = |letter: char| {
        letter.is_whitespace()
            || matches!(
                letter,
                ':' | '-' | '–' | '—' | ',' | ';' | '=' | '>' | '→' | '|' | '*' | '•' | ')' | '(' | '.'
            )
    };
    let mut text = text
        .trim_start_matches(marks)
        .trim_end_matches(|letter: char| marks(letter) && letter != '.' && letter != ')');
    for joint in [" and", " but", " while", " whereas", " also"] {
        text = text.strip_suffix(joint).unwrap_or(text).trim_end_matches([' ', ',', ';']);
    }
    let joint_only = ["and", "but", "or", "while", "whereas", "also"].contains(&text.to_lowercase().as_str());
    if joint_only { "" } else { text }
}

fn ends_denying(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let last = last.trim_matches(|letter: char| !letter.is_alphanumeric());
    super::clause::denies(last) || ["for", "on", "re", "in", "with", "of", "about"].contains(&last)
}

/// Returns a line without the numbers of a group, for a line that speaks around them.
fn without(line: &str, group: &Group) -> String {
    let (before, after) = (line[..group.start].trim(), between(&line[group.end..]));
    match (is_bare(before), after.is_empty()) {
        (true, _) => after.to_owned(),
        (false, true) => before.trim_end_matches([':', '-', '–', '—', ',']).trim().to_owned(),
        (false, false) => line.trim().to_owned(),
    }
}

/// Returns an answer without the words of the action itself, which a filled sheet repeats before it.
fn without_title(text: &str, what: &str) -> String {
    let text = text.trim();
    let title = folded(what);
    if title.is_empty() || !folded(text).starts_with(&title) {
        return text.to_owned();
    }
    // The folded letters of the title are counted off; what stands after the last of them is the answer.
    let mut left = title.chars().count();
    for (at, letter) in text.char_indices() {
        let counts = folded(&letter.to_string()).chars().count();
        if counts >= left && counts > 0 {
            return between(&text[at + letter.len_utf8()..]).to_owned();
        }
        left = left.saturating_sub(counts);
    }
    String::new()
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_SOURCE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
