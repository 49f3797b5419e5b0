//! Spelling: names, addresses and telephone numbers in a form in which they can be compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most letters of a name that are compared; nobody's is longer, and what is pasted may be.
const LONGEST_NAME: usize = 80;
/// A telephone number shorter than this many digits says nothing.
const SHORTEST_TELEPHONE: usize = 9;

/// Abbreviations in addresses, each with the word it stands for; `st` stands for saint and street alike.
const ABBREVIATIONS: [(&str, &str); 17] = [
    ("street", "st"),
    ("saint", "st"),
    ("road", "rd"),
    ("avenue", "ave"),
    ("av", "ave"),
    ("lane", "ln"),
    ("close", "cl"),
    ("court", "ct"),
    ("drive", "dr"),
    ("gardens", "gdns"),
    ("square", "sq"),
    ("terrace", "terr"),
    ("crescent", "cres"),
    ("place", "pl"),
    ("house", "hse"),
    ("apartment", "flat"),
    ("number", "no"),
];

/// A name in plain letters.
pub struct Likely {
    /// All letters in their order, without spaces.
    joined: Vec<char>,
    /// The words, sorted.
    sorted: Vec<String>,
}

impl Likely {
    /// Folds a name.
    pub fn of(name: &str) -> Self {
        let mut sorted = plain_words(name);
        let joined = sorted.iter().flat_map(|word| word.chars()).take(LONGEST_NAME).collect();
        sorted.sort();
        Self { joined, sorted }
    }

    /// Tells whether there is no letter.
    pub fn is_empty(&self) -> bool {
        self.joined.is_empty()
    }

    /// Tells whether two names are the same, in whatever order their parts stand.
    pub fn same(&self, other: &Self) -> bool {
        self.joined == other.joined || self.sorted == other.sorted
    }
}

/// Returns the words of a text in small plain letters; apostrophes join, all other punctuation parts.
pub fn plain_words(text: &str) -> Vec<String> {
    let plain: String = text
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter) && !matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`'))
        .flat_map(char::to_lowercase)
        .flat_map(spelled)
        .map(|letter| if letter.is_alphanumeric() { letter } else { ' ' })
        .collect();
    plain.split_whitespace().map(str::to_owned).collect()
}

fn spelled(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'ł' => ('l', None),
        'ø' => ('o', None),
        'đ' | 'ð' => ('d', None),
        'ı' => ('i', None),
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'þ' => ('t', Some('h')),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

/// Tells whether two names are spelled nearly the same: a letter or two apart, or with a name between.
pub fn names_alike(one: &Likely, other: &Likely) -> bool {
    let (short, long) = if one.joined.len() <= other.joined.len() { (one, other) } else { (other, one) };
    if near(&short.joined, &long.joined) {
        return true;
    }
    // Because a middle name, or two parts the other way round, is the commonest difference of all.
    let (few, many) = if one.sorted.len() <= other.sorted.len() { (one, other) } else { (other, one) };
    few.sorted.len() >= 2
        && few.sorted.iter().all(|word| {
            let word: Vec<char> = word.chars().collect();
            many.sorted.iter().any(|other| near(&word, &other.chars().collect::<Vec<_>>()))
        })
}

/// How many slips of the pen a name of so many letters may hold.
fn slips(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=8 => 1,
        _ => 2,
    }
}

fn near(one: &[char], other: &[char]) -> bool {
    let allowed = slips(one.len().min(other.len()));
    one.len().abs_diff(other.len()) <= allowed && distance(one, other) <= allowed
}

/// Returns how many letters have to be changed, added, left out or swapped to make one text of the other.
fn distance(one: &[char], other: &[char]) -> usize {
    let width = other.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut now = vec![row + 1; width];
        for (column, against) in other.iter().enumerate() {
            let change = last[column] + usize::from(letter != against);
            let mut least = change.min(last[column + 1] + 1).min(now[column] + 1);
            let swapped = row > 0 && column > 0 && *letter == other[column - 1] && one[row - 1] == *against;
            if swapped {
                least = least.min(before[column - 1] + 1);
            }
            now[column + 1] = least;
        }
        before = std::mem::replace(&mut last, now);
    }
    last[width - 1]
}

/// Returns the words of an address with its abbreviations made one; absent when it is less than a word and a number.
pub fn address_words(address: &str) -> Option<Vec<String>> {
    let words: Vec<String> = plain_words(address)
        .into_iter()
        .map(|word| {
            let short = ABBREVIATIONS.iter().find(|(long, _)| *long == word);
            short.map_or(word, |(_, short)| (*short).to_owned())
        })
        .filter(|word| word != "no" && word != "the")
        .collect();
    (words.len() >= 2).then_some(words)
}

/// Returns the digits of a telephone number as it is dialled inside the country; absent when they are too few.
pub fn digits(number: &str) -> Option<String> {
    let mut digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if number.trim_start().starts_with('+') || digits.starts_with("00") {
        let abroad = digits.trim_start_matches('0').to_owned();
        digits = match abroad.strip_prefix("44") {
            Some(inland) => format!("0{}", inland.trim_start_matches('0')),
            None => abroad,
        };
    }
    (digits.len() >= SHORTEST_TELEPHONE).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(one: &str, other: &str) -> usize {
        distance(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>())
    }

    #[test]
    fn letters_changed_added_left_out_and_swapped_count_one_each() {
        assert_eq!(apart("reece", "reece"), 0);
        assert_eq!(apart("reece", "reese"), 1);
        assert_eq!(apart("reece", "rece"), 1);
        assert_eq!(apart("brian", "brain"), 1);
        assert_eq!(apart("", "abc"), 3);
        assert_eq!(apart("kitten", "sitting"), 3);
    }

    #[test]
    fn a_text_of_any_length_is_compared_quickly_and_without_harm() {
        let long = "x".repeat(10_000);
        assert!(names_alike(&Likely::of(&long), &Likely::of(&long)));
        assert!(!names_alike(&Likely::of(&long), &Likely::of("Tomos Rhys")));
        assert!(plain_words("\u{202e}\0🏚️ \u{301}").is_empty());
    }
}
