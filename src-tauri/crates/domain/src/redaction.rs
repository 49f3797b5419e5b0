//! Replaces what is known of people in free text: names, aliases, addresses, telephones, dates of birth.
//!
//! Whole words are found without case, accents and doubled spaces; telephone numbers by their digits.

use chrono::{Datelike, NaiveDate};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::subject::Subject;

/// What has to be replaced, ready for use on many texts.
#[derive(Clone, Debug, Default)]
pub struct Redaction {
    phrases: Vec<Phrase>,
    telephones: Vec<Vec<char>>,
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
        for person in people {
            redaction.learn(person);
        }
        // Longest first, because a full name must go before its parts are looked for.
        redaction
            .phrases
            .sort_by(|one, other| (other.folded.len(), &one.folded).cmp(&(one.folded.len(), &other.folded)));
        redaction.phrases.dedup_by(|one, other| one.folded == other.folded);
        redaction
    }

    /// Leaves in place what is known of `person` too, such as a family name or an address that others share.
    pub fn sparing(mut self, person: &Subject) -> Self {
        let own = Self::of([person]);
        self.phrases.retain(|phrase| own.phrases.iter().all(|kept| kept.folded != phrase.folded));
        self.telephones.retain(|digits| !own.telephones.contains(digits));
        self
    }

    fn learn(&mut self, person: &Subject) {
        let initials = match person.initials() {
            initials if initials.is_empty() => "[name]".to_owned(),
            initials => initials,
        };
        self.add(&person.name, &initials);
        for part in person.name.split_whitespace().filter(|part| part.chars().count() >= SHORTEST_NAME) {
            self.add(part, &initials);
        }
        // An alias only as a whole: its words are often common ones, and a text without them says nothing any more.
        for alias in &person.aliases {
            self.add(alias, &initials);
        }
        for address in &person.addresses {
            self.add(address, ADDRESS);
            for line in address.split(',').filter(|line| line.trim().chars().count() > 4) {
                self.add(line, ADDRESS);
            }
        }
        for reference in &person.agency_references {
            self.add(&reference.reference, REFERENCE);
        }
        for telephone in &person.telephones {
            let digits: Vec<char> = telephone.chars().filter(char::is_ascii_digit).collect();
            if digits.len() >= SHORTEST_TELEPHONE {
                self.telephones.push(digits);
            }
        }
        for written in person.date_of_birth.map(ways_to_write).unwrap_or_default() {
            self.add(&written, DATE_OF_BIRTH);
        }
    }

    fn add(&mut self, phrase: &str, replacement: &str) {
        let folded: Vec<char> = fold(phrase.trim()).into_iter().map(|each| each.letter).collect();
        if !folded.is_empty() {
            self.phrases.push(Phrase { folded, replacement: replacement.to_owned() });
        }
    }

    /// Returns `text` with everything replaced that is known.
    pub fn applied(&self, text: &str) -> String {
        if self.phrases.is_empty() && self.telephones.is_empty() {
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
        if at > 0 && text[at - 1].letter.is_alphanumeric() {
            return None;
        }
        let ends_word = |end: usize| text.get(end).is_none_or(|next| !next.letter.is_alphanumeric());
        let phrase = self.phrases.iter().find(|phrase| {
            let end = at + phrase.folded.len();
            end <= text.len()
                && ends_word(end)
                && text[at..end].iter().map(|each| each.letter).eq(phrase.folded.iter().copied())
        });
        match phrase {
            Some(phrase) => Some((phrase.folded.len(), &phrase.replacement)),
            None => self.telephone_at(text, at).map(|length| (length, TELEPHONE)),
        }
    }

    fn telephone_at(&self, text: &[Folded], at: usize) -> Option<usize> {
        self.telephones.iter().find_map(|digits| {
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
                    ' ' | '-' | '(' | ')' | '+' | '.' if length > 0 || each.letter == '(' => {}
                    _ => return None,
                }
            }
            None
        })
    }
}

/// Folds a text for comparison: no case, no accents, one space for any run of white space, one form of apostrophe.
fn fold(text: &str) -> Vec<Folded> {
    let mut folded: Vec<Folded> = Vec::with_capacity(text.len());
    for (start, original) in text.char_indices() {
        let end = start + original.len_utf8();
        if original.is_whitespace() {
            match folded.last_mut() {
                Some(last) if last.letter == ' ' => last.end = end,
                _ => folded.push(Folded { letter: ' ', start, end }),
            }
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

fn ways_to_write(date: NaiveDate) -> Vec<String> {
    let (day, month, year) = (date.day(), date.month(), date.year());
    let name = crate::words::month(date);
    let short_year = year.rem_euclid(100);
    let mut ways =
        vec![date.to_string(), format!("{day} {name} {year}"), format!("{day} {} {year}", &name[..3])];
    for separator in ["/", ".", "-"] {
        for (day, month) in
            [(format!("{day}"), format!("{month}")), (format!("{day:02}"), format!("{month:02}"))]
        {
            ways.push(format!("{day}{separator}{month}{separator}{year}"));
            ways.push(format!("{day}{separator}{month}{separator}{short_year:02}"));
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::SubjectId;

    fn named(name: &str) -> Subject {
        Subject { name: name.into(), ..Subject::unknown(SubjectId(Uuid::nil())) }
    }

    fn replaced(person: &Subject, text: &str) -> String {
        Redaction::of([person]).applied(text)
    }

    #[test]
    fn names_are_found_without_case_and_accents() {
        let person = named("Siân Llŷr");
        assert_eq!(replaced(&person, "sian  llyr and SIÂN"), "S.L. and S.L.");
        let decomposed = "Sia\u{302}n called";
        assert_eq!(replaced(&person, decomposed), "S.L. called");
    }

    #[test]
    fn only_whole_words_are_names() {
        assert_eq!(replaced(&named("Rob Hart"), "The robbery at Hartwell"), "The robbery at Hartwell");
        assert_eq!(replaced(&named("Rob Hart"), "Rob's flat"), "R.H.'s flat");
    }

    #[test]
    fn telephones_are_found_by_their_digits() {
        let person = Subject { telephones: vec!["07700 900123".into()], ..named("A B") };
        assert_eq!(replaced(&person, "ring 07700-900 123 now"), "ring [telephone] now");
        assert_eq!(replaced(&person, "ring 07700 900124 now"), "ring 07700 900124 now");
    }

    #[test]
    fn a_date_of_birth_is_found_in_every_way_people_write_it() {
        let person = Subject { date_of_birth: "2010-03-04".parse().ok(), ..named("A B") };
        for written in ["4/3/2010", "04.03.10", "4 March 2010", "2010-03-04"] {
            assert_eq!(replaced(&person, &format!("born {written}.")), "born [date of birth].", "{written}");
        }
    }

    #[test]
    fn an_alias_is_replaced_as_a_whole_and_leaves_common_words_alone() {
        let person = Subject { aliases: vec!["Fire Bug".into()], ..named("Zed Jory") };
        assert_eq!(replaced(&person, "the fire bug and a fire engine"), "the Z.J. and a fire engine");
    }

    #[test]
    fn a_line_of_an_address_is_enough() {
        let person = Subject { addresses: vec!["7 Mill Lane, Northbridge".into()], ..named("A B") };
        assert_eq!(replaced(&person, "visit 7 MILL LANE first"), "visit [address] first");
    }

    #[test]
    fn what_a_spared_person_shares_with_others_stays() {
        let home = vec!["7 Mill Lane, Northbridge".to_owned()];
        let person = Subject { addresses: home.clone(), ..named("Tomos Rhys") };
        let mother = Subject { addresses: home, ..named("Carys Rhys") };
        let redaction = Redaction::of([&mother]).sparing(&person);
        assert_eq!(
            redaction.applied("Carys and Tomos Rhys, 7 Mill Lane"),
            "C.R. and Tomos Rhys, 7 Mill Lane"
        );
    }
}
