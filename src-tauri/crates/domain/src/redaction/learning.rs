//! Learning what is known of a person: every way in which it is written.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::folding::fold;
use super::{ADDRESS, REFERENCE, Redaction, TELEPHONE, What};
use crate::subject::Subject;

/// A part of a name shorter than this many letters is no name by itself.
const SHORTEST_NAME: usize = 2;
/// A telephone number shorter than this many digits is not looked for.
const SHORTEST_TELEPHONE: usize = 6;

impl Redaction {
    pub(super) fn learn(&mut self, person: &Subject) {
        let initials = match person.initials() {
            initials if initials.is_empty() => "[name]".to_owned(),
            initials => initials,
        };
        let whole =
            if person.name.split_whitespace().nth(1).is_some() { What::FullName } else { What::SingleName };
        self.add_with_variants(&person.name, &initials, whole);
        for part in person.name.split_whitespace() {
            self.add_with_variants(part, &initials, What::SingleName);
            // Each half of a double-barrelled name is one by itself.
            for half in part.split(is_hyphen).filter(|half| half.chars().count() >= SHORTEST_NAME) {
                self.add(half, &initials, What::SingleName);
            }
        }
        // An alias only as a whole: its words are often common ones, and a text without them says nothing any more.
        for alias in &person.aliases {
            let long = alias.split_whitespace().nth(1).is_some();
            self.add_with_variants(alias, &initials, if long { What::LongAlias } else { What::SingleName });
        }
        for address in &person.addresses {
            self.add(address, ADDRESS, What::Address);
            for line in address.split([',', ';', '\n', '\r']).filter(|line| line.trim().chars().count() > 4) {
                self.add(line, ADDRESS, What::Address);
            }
            self.add_postcodes(address);
        }
        for reference in &person.agency_references {
            self.add_with_variants(&reference.reference, REFERENCE, What::OwnReference);
            self.add_number(&reference.reference, REFERENCE);
        }
        for telephone in &person.telephones {
            self.add_number(telephone, TELEPHONE);
            // Two numbers in one field, or one with its extension.
            for each in telephone.split(|letter: char| letter.is_alphabetic() || ",;/&|\n".contains(letter)) {
                self.add_number(each, TELEPHONE);
            }
        }
        if let Some(birth) = person.date_of_birth {
            self.births.add(birth);
        }
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
        ways.into_iter().for_each(|way| self.numbers.add(way, replacement));
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
            self.add(&format!("{outward} {inward}"), ADDRESS, What::Address);
            self.add(&format!("{outward}{inward}"), ADDRESS, What::Address);
        }
    }

    /// Learns a phrase as written, without its marks (`ONeill`), and with spaces for them (`O Neill`).
    pub(super) fn add_with_variants(&mut self, phrase: &str, replacement: &str, what: What) {
        if phrase.chars().filter(|letter| letter.is_alphanumeric()).count() < SHORTEST_NAME {
            return;
        }
        self.add(phrase, replacement, what);
        let joined: String =
            phrase.chars().filter(|letter| letter.is_alphanumeric() || is_combining_mark(*letter)).collect();
        self.add(&joined, replacement, what);
        let spaced: String =
            phrase.chars().map(|letter| if is_mark(letter) { ' ' } else { letter }).collect();
        self.add(&spaced, replacement, what);
        let unmarked: String = phrase.chars().filter(|letter| !is_mark(*letter)).collect();
        self.add(&unmarked, replacement, what);
    }

    fn add(&mut self, phrase: &str, replacement: &str, what: What) {
        let folded = fold(phrase.trim()).into_iter().map(|each| each.letter).collect();
        self.phrases.add(folded, replacement, what);
    }
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
