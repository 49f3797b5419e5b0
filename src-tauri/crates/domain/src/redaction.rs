//! Replaces what is known of people in free text: names, aliases, addresses, telephones, dates of birth.
//!
//! Whole words are found without case, accents, doubled spaces and what nobody sees; telephone numbers by their digits,
//! dates of birth however they are written.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::disclosure::Level;
use crate::subject::Subject;

mod births;
#[cfg(test)]
mod tests;

/// Everybody whom the hub knows, and whose names must not leave below full.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The people of cases and referrals.
    pub people: Vec<Subject>,
    /// The agencies' officers, by name.
    pub officers: Vec<String>,
}

impl Known {
    /// Returns what has to be replaced at `level` on `day` in texts about `subjects`, whom the hub knows too.
    ///
    /// At full a text stands as written, save for a child's date of birth, which never leaves.
    pub fn redaction<'a>(
        &'a self,
        level: Level,
        day: NaiveDate,
        subjects: impl IntoIterator<Item = &'a Subject>,
    ) -> Redaction {
        let besides = subjects.into_iter().filter(|subject| !self.people.contains(subject));
        let people = besides.chain(&self.people);
        match level {
            Level::Blank | Level::Reference => Redaction::none(),
            Level::Initials => Redaction::of(people).and_officers(&self.officers),
            Level::Full => Redaction::of_children_born(people, day),
        }
    }
}

/// What has to be replaced, ready for use on many texts.
#[derive(Clone, Debug, Default)]
pub struct Redaction {
    /// By their first letter, the longest first.
    phrases: BTreeMap<char, Vec<Phrase>>,
    numbers: Vec<Number>,
    births: Vec<NaiveDate>,
}

/// A number that is told by its digits.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Number {
    digits: Vec<char>,
    replacement: &'static str,
}

#[derive(Clone, Debug)]
struct Phrase {
    folded: Vec<char>,
    replacement: String,
}

/// One letter of a text in its folded form, with the bytes it stands for.
struct Folded {
    letter: char,
    start: usize,
    end: usize,
}

const ADDRESS: &str = "[address]";
const TELEPHONE: &str = "[telephone]";
const DATE_OF_BIRTH: &str = "[date of birth]";
const REFERENCE: &str = "[reference]";
const OFFICER: &str = "[officer]";
/// A part of a name shorter than this many letters is no name by itself.
const SHORTEST_NAME: usize = 2;
/// A telephone number shorter than this many digits is not looked for.
const SHORTEST_TELEPHONE: usize = 6;

impl Redaction {
    /// Returns a redaction that replaces nothing.
    pub fn none() -> Self {
        Self::default()
    }

    /// Returns a redaction of all that is known of `people`.
    pub fn of<'a>(people: impl IntoIterator<Item = &'a Subject>) -> Self {
        let mut redaction = Self::default();
        people.into_iter().for_each(|person| redaction.learn(person));
        redaction.put_in_order();
        redaction
    }

    /// Returns a redaction of the dates of birth of those among `people` who are children on `day`.
    pub fn of_children_born<'a>(people: impl IntoIterator<Item = &'a Subject>, day: NaiveDate) -> Self {
        let children = people.into_iter().filter(|person| person.is_child_on(day));
        Self { births: children.filter_map(|child| child.date_of_birth).collect(), ..Self::default() }
    }

    /// Replaces officers' names too, as a whole: a part of one is often a rank or a common word.
    pub fn and_officers(mut self, officers: &[String]) -> Self {
        officers.iter().for_each(|officer| self.add_with_variants(officer, OFFICER));
        self.put_in_order();
        self
    }

    fn put_in_order(&mut self) {
        for phrases in self.phrases.values_mut() {
            // Longest first, because a full name must go before its parts are looked for.
            phrases.sort_by(|one, other| {
                (other.folded.len(), &one.folded).cmp(&(one.folded.len(), &other.folded))
            });
            phrases.dedup_by(|one, other| one.folded == other.folded);
        }
    }

    /// Leaves in place what is known of `person` too, such as a family name or an address that others share.
    pub fn sparing(mut self, person: &Subject) -> Self {
        let own = Self::of([person]);
        for (first, phrases) in &mut self.phrases {
            let kept = own.phrases.get(first).map_or(&[][..], Vec::as_slice);
            phrases.retain(|phrase| kept.iter().all(|kept| kept.folded != phrase.folded));
        }
        self.numbers.retain(|number| !own.numbers.contains(number));
        self.births.retain(|birth| !own.births.contains(birth));
        self
    }

    fn learn(&mut self, person: &Subject) {
        let initials = match person.initials() {
            initials if initials.is_empty() => "[name]".to_owned(),
            initials => initials,
        };
        self.add_with_variants(&person.name, &initials);
        for part in person.name.split_whitespace() {
            self.add_with_variants(part, &initials);
            // Each half of a double-barrelled name is one by itself.
            for half in part.split(is_hyphen).filter(|half| half.chars().count() >= SHORTEST_NAME) {
                self.add(half, &initials);
            }
        }
        // An alias only as a whole: its words are often common ones, and a text without them says nothing any more.
        for alias in &person.aliases {
            self.add_with_variants(alias, &initials);
        }
        for address in &person.addresses {
            self.add(address, ADDRESS);
            for line in address.split([',', ';', '\n', '\r']).filter(|line| line.trim().chars().count() > 4) {
                self.add(line, ADDRESS);
            }
            self.add_postcodes(address);
        }
        for reference in &person.agency_references {
            self.add_with_variants(&reference.reference, REFERENCE);
            self.add_number(&reference.reference, REFERENCE);
        }
        for telephone in &person.telephones {
            self.add_number(telephone, TELEPHONE);
            // Two numbers in one field, or one with its extension.
            for each in telephone.split(|letter: char| letter.is_alphabetic() || ",;/&|\n".contains(letter)) {
                self.add_number(each, TELEPHONE);
            }
        }
        self.births.extend(person.date_of_birth);
    }

    /// Learns a number by its digits, and a telephone both as dialled at home and from abroad.
    fn add_number(&mut self, text: &str, replacement: &'static str) {
        let plain: String = text.nfkc().filter(char::is_ascii_digit).collect();
        let lettered = replacement == REFERENCE && text.chars().any(char::is_alphabetic);
        if plain.len() < SHORTEST_TELEPHONE || lettered {
            return;
        }
        let mut ways = vec![plain.clone()];
        let national = ["00440", "0044", "440", "44", "0"].iter().find_map(|lead| plain.strip_prefix(lead));
        if let Some(rest) = national.filter(|rest| replacement == TELEPHONE && rest.len() >= 9) {
            ways.extend(["0", "44", "440", "0044", "00440"].map(|lead| format!("{lead}{rest}")));
        }
        for way in ways {
            let number = Number { digits: way.chars().collect(), replacement };
            if !self.numbers.contains(&number) {
                self.numbers.push(number);
            }
        }
    }

    /// Learns the postcodes in an address, with and without their space: they say where somebody lives by themselves.
    fn add_postcodes(&mut self, address: &str) {
        let words: Vec<&str> = address.split(|letter: char| !letter.is_alphanumeric()).collect();
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        let (mut joined, mut apart) = (Vec::new(), Vec::new());
        apart.extend(words.windows(2).filter(|pair| is_outward(pair[0]) && is_inward(pair[1])));
        // Because a postcode has Latin letters only, a word of another script is not cut within a letter.
        let splits = words.iter().filter_map(|word| word.split_at_checked(word.len().checked_sub(3)?));
        joined.extend(splits.filter(|(outward, inward)| is_outward(outward) && is_inward(inward)));
        let pairs = apart.into_iter().map(|pair| (pair[0], pair[1])).chain(joined);
        for (outward, inward) in pairs {
            self.add(&format!("{outward} {inward}"), ADDRESS);
            self.add(&format!("{outward}{inward}"), ADDRESS);
        }
    }

    /// Learns a phrase as written, without its marks (`ONeill`), and with spaces for them (`O Neill`).
    fn add_with_variants(&mut self, phrase: &str, replacement: &str) {
        if phrase.chars().filter(|letter| letter.is_alphanumeric()).count() < SHORTEST_NAME {
            return;
        }
        self.add(phrase, replacement);
        let joined: String =
            phrase.chars().filter(|letter| letter.is_alphanumeric() || is_combining_mark(*letter)).collect();
        self.add(&joined, replacement);
        let spaced: String =
            phrase.chars().map(|letter| if is_mark(letter) { ' ' } else { letter }).collect();
        self.add(&spaced, replacement);
        let unmarked: String = phrase.chars().filter(|letter| !is_mark(*letter)).collect();
        self.add(&unmarked, replacement);
    }

    fn add(&mut self, phrase: &str, replacement: &str) {
        let folded: Vec<char> = fold(phrase.trim()).into_iter().map(|each| each.letter).collect();
        if let Some(first) = folded.first() {
            let phrases = self.phrases.entry(*first).or_default();
            phrases.push(Phrase { folded, replacement: replacement.to_owned() });
        }
    }

    /// Returns `text` with everything replaced that is known.
    pub fn applied(&self, text: &str) -> String {
        if self.phrases.is_empty() && self.numbers.is_empty() && self.births.is_empty() {
            return text.to_owned();
        }
        let folded = fold(text);
        let mut out = String::with_capacity(text.len());
        let (mut at, mut copied) = (0, 0);
        while at < folded.len() {
            match self.match_at(&folded, at) {
                Some((length, replacement)) => {
                    out.push_str(&text[copied..folded[at].start]);
                    out.push_str(replacement);
                    copied = folded[at + length - 1].end;
                    at += length;
                }
                None => at += 1,
            }
        }
        out.push_str(&text[copied..]);
        out
    }

    fn match_at(&self, text: &[Folded], at: usize) -> Option<(usize, &str)> {
        let first = text[at].letter;
        if at > 0 && goes_on(text[at - 1].letter, first) {
            return None;
        }
        let ends_word =
            |end: usize| text.get(end).is_none_or(|next| !goes_on(text[end - 1].letter, next.letter));
        let phrase = self.phrases.get(&first).into_iter().flatten().find(|phrase| {
            let end = at + phrase.folded.len();
            end <= text.len()
                && ends_word(end)
                && text[at..end].iter().map(|each| each.letter).eq(phrase.folded.iter().copied())
        });
        if let Some(phrase) = phrase {
            return Some((phrase.folded.len(), &phrase.replacement));
        }
        let birth = births::birth_at(text, at, &self.births).map(|length| (length, DATE_OF_BIRTH));
        birth.or_else(|| self.number_at(text, at))
    }

    fn number_at(&self, text: &[Folded], at: usize) -> Option<(usize, &str)> {
        if !(text[at].letter.is_ascii_digit() || matches!(text[at].letter, '(' | '+')) {
            return None;
        }
        let found =
            self.numbers.iter().filter_map(|number| Some((digits_at(text, at, &number.digits)?, number)));
        found.max_by_key(|(length, _)| *length).map(|(length, number)| (length, number.replacement))
    }
}

/// Returns how many letters at `at` write `digits`, with what people put between them.
fn digits_at(text: &[Folded], at: usize, digits: &[char]) -> Option<usize> {
    let mut wanted = digits.iter();
    for (length, each) in text[at..].iter().enumerate() {
        match each.letter {
            letter if letter.is_ascii_digit() => {
                if wanted.next() != Some(&letter) {
                    return None;
                }
                if wanted.as_slice().is_empty() {
                    return Some(length + 1);
                }
            }
            ' ' | '-' | '(' | ')' | '+' | '.' | '/' | '_' => {}
            _ => return None,
        }
    }
    None
}

/// Tells whether a word or a number goes on from one letter to the next.
fn goes_on(one: char, next: char) -> bool {
    one.is_alphabetic() && next.is_alphabetic() || one.is_numeric() && next.is_numeric()
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '–' | '—' | '‐' | '‑')
}

fn is_mark(letter: char) -> bool {
    is_hyphen(letter) || matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`' | '.')
}

/// Tells whether a word is the first half of a postcode, such as `NB1` or `W1A`.
fn is_outward(word: &str) -> bool {
    let letters = word.chars().take_while(char::is_ascii_alphabetic).count();
    let rest = word.get(letters..).unwrap_or_default();
    (1..=2).contains(&letters)
        && (1..=2).contains(&rest.len())
        && rest.starts_with(|letter: char| letter.is_ascii_digit())
        && rest.chars().all(|letter| letter.is_ascii_alphanumeric())
}

/// Tells whether a word is the second half of a postcode, such as `2CD`.
fn is_inward(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(letters[..], [digit, one, two] if digit.is_ascii_digit() && one.is_ascii_alphabetic() && two.is_ascii_alphabetic())
}

/// Folds a text for comparison: no case, no accents, one space for any run of white space, one form of apostrophe, nothing
/// that is not seen, and a word that a line's end breaks in one piece.
fn fold(text: &str) -> Vec<Folded> {
    let mut folded: Vec<Folded> = Vec::with_capacity(text.len());
    for (start, original) in text.char_indices() {
        let end = start + original.len_utf8();
        if is_unseen(original) {
            if let Some(last) = folded.last_mut() {
                last.end = end;
            }
            continue;
        }
        if original.is_whitespace() {
            if matches!(original, '\n' | '\r') && ends_in_broken_word(&folded) {
                folded.pop();
                if let Some(last) = folded.last_mut() {
                    last.end = end;
                }
                continue;
            }
            match folded.last_mut() {
                Some(last) if last.letter == ' ' => last.end = end,
                _ => folded.push(Folded { letter: ' ', start, end }),
            }
            continue;
        }
        if original.is_ascii() {
            // Most letters need no tables.
            let plain = if original == '`' { '\'' } else { original.to_ascii_lowercase() };
            folded.push(Folded { letter: plain, start, end });
            continue;
        }
        let plain = std::iter::once(original).nfkd().filter(|letter| !is_combining_mark(*letter));
        let before = folded.len();
        folded.extend(plain.flat_map(plain_letters).map(|letter| Folded { letter, start, end }));
        if folded.len() == before
            && let Some(last) = folded.last_mut()
        {
            // A combining mark belongs to the letter before it, and is replaced together with it.
            last.end = end;
        }
    }
    folded
}

/// Tells whether a text ends in a hyphen that may break a word.
fn ends_in_broken_word(folded: &[Folded]) -> bool {
    matches!(folded, [.., before, hyphen] if hyphen.letter == '-' && before.letter.is_alphabetic())
}

/// Tells whether a character shows nothing by itself: soft hyphens, joiners, marks of direction.
fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

fn plain_letters(letter: char) -> impl Iterator<Item = char> {
    let single = match letter {
        '’' | '‘' | 'ʼ' | '`' => '\'',
        '–' | '—' | '‐' | '‑' => '-',
        'ł' | 'Ł' => 'l',
        'ø' | 'Ø' => 'o',
        'đ' | 'Đ' | 'ð' | 'Ð' => 'd',
        'ı' => 'i',
        other => other,
    };
    single.to_lowercase()
}
