//! What is kept of a text that somebody typed or pasted: everything that can be read, and nothing that cannot.
//!
//! Control characters come along from terminals, PDF files and old programs. They show nothing, break papers and
//! spreadsheets, and can hide what a line says. Line ends of every kind become one; tabs stay. Letters of every script,
//! combining marks, emoji and the marks of right-to-left writing are text and stay as they are.

use std::borrow::Cow;

/// The most letters of a name or a title, because it stands in cells of tables, on buttons and in the foot of a page: one of a
/// hundred thousand letters, pasted by mistake, would make three thousand pages of a report.
pub const NAME_LETTERS: usize = 200;

/// Tells whether a text is short enough for a name or a title.
pub fn fits_as_name(text: &str) -> bool {
    text.trim().chars().nth(NAME_LETTERS).is_none()
}

/// Tells whether a character is kept as it is.
fn is_kept(character: char) -> bool {
    matches!(character, '\n' | '\t') || !(character.is_control() || is_line_end(character))
}

/// Tells whether a character ends a line: a carriage return, the next line of old terminals, Unicode's two separators.
fn is_line_end(character: char) -> bool {
    matches!(character, '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Returns `text` without control characters, and with `\n` for every kind of line end.
pub fn readable(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_kept) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            // Because Windows writes two characters for one line end.
            '\r' if characters.peek() == Some(&'\n') => {}
            _ if is_line_end(character) => kept.push('\n'),
            _ if is_kept(character) => kept.push(character),
            _ => {}
        }
    }
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_cannot_be_read_goes_and_lines_stay_lines() {
        assert_eq!(readable("Noise\u{0} at\u{1b} night\u{7f}"), "Noise at night");
        assert_eq!(readable("one\r\ntwo\rthree\u{2028}four\tfive"), "one\ntwo\nthree\nfour\tfive");
    }

    #[test]
    fn a_name_has_two_hundred_letters_at_most_of_whatever_script() {
        for letter in ["x", "ẅ", "ש"] {
            assert!(fits_as_name(&format!(" {} ", letter.repeat(NAME_LETTERS))), "{letter}");
            assert!(!fits_as_name(&letter.repeat(NAME_LETTERS + 1)), "{letter}");
        }
    }

    #[test]
    fn every_script_and_emoji_is_text() {
        for text in
            ["أحمد الخطيب", "\u{200f}שלום\u{200e}", "Zoe\u{308} Ångström", "👩🏽‍🚒 fire", "\u{2067}mixed\u{2069}"]
        {
            assert!(matches!(readable(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_twice_keeps_what_reading_once_kept(text in any::<String>()) {
            let once = readable(&text).into_owned();
            prop_assert!(once.chars().all(|each| !each.is_control() || matches!(each, '\n' | '\t')));
            prop_assert_eq!(readable(&once), once.as_str());
        }
    }
}
