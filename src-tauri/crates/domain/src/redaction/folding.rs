//! Folding a text for comparison.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One letter of a text in its folded form, with the bytes it stands for.
pub struct Folded {
    pub letter: char,
    pub start: usize,
    pub end: usize,
}

/// Folds a text for comparison: no case, no accents, one space for any run of white space, one form of apostrophe, nothing
/// that is not seen, and a word that a line's end breaks in one piece.
pub fn fold(text: &str) -> Vec<Folded> {
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
