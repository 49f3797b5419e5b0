//! The recovery key: shown once, kept on paper, typed back by hand.

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::error::StoreError;

/// Crockford's base 32: without I, L, O and U, which people misread.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 8;
/// Letters in a group: four of the key, and one that tells when the group was misread.
const GROUP: usize = 5;

/// A recovery key of 160 bits: eight groups of four letters with a check letter each.
pub struct RecoveryKey(SecretString);

impl RecoveryKey {
    /// Returns a new random recovery key.
    pub(crate) fn random() -> Result<Self, StoreError> {
        let mut bytes = Zeroizing::new([0; GROUPS * (GROUP - 1)]);
        getrandom::fill(bytes.as_mut()).map_err(|_| StoreError::NoRandomness)?;
        let mut text = String::with_capacity(GROUPS * (GROUP + 1));
        for (at, group) in bytes.chunks(GROUP - 1).enumerate() {
            if at > 0 {
                text.push('-');
            }
            let letters: Zeroizing<Vec<u8>> =
                Zeroizing::new(group.iter().map(|byte| LETTERS[usize::from(byte & 31)]).collect());
            text.extend(letters.iter().map(|letter| char::from(*letter)));
            text.push(check_letter(at, &letters));
        }
        Ok(Self(SecretString::from(text)))
    }

    /// Reads a recovery key as people type it: small letters, blanks or dashes anywhere, O for 0, I or L for 1.
    ///
    /// The error says which group was misread, from 1; 0 when letters are missing or too many.
    pub fn read(typed: &str) -> Result<Self, MisreadGroup> {
        let mut letters = Zeroizing::new(Vec::with_capacity(GROUPS * GROUP));
        for letter in typed.chars().filter(|letter| letter.is_alphanumeric()) {
            letters.push(match letter.to_ascii_uppercase() {
                'O' => b'0',
                'I' | 'L' => b'1',
                other => u8::try_from(other).unwrap_or(b'?'),
            });
        }
        if letters.len() != GROUPS * GROUP {
            return Err(MisreadGroup(0));
        }
        let mut text = String::with_capacity(GROUPS * (GROUP + 1));
        for (at, group) in letters.chunks(GROUP).enumerate() {
            let (key, check) = group.split_at(GROUP - 1);
            let known = key.iter().all(|letter| LETTERS.contains(letter));
            if !known || check_letter(at, key) != char::from(check[0]) {
                return Err(MisreadGroup(at + 1));
            }
            if at > 0 {
                text.push('-');
            }
            text.extend(group.iter().map(|letter| char::from(*letter)));
        }
        Ok(Self(SecretString::from(text)))
    }

    /// Returns the key as it is shown and printed: `7KQ2M-...`.
    pub fn shown(&self) -> &str {
        self.0.expose_secret()
    }
}

/// Says that a typed recovery key was misread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", misread(*.0))]
pub struct MisreadGroup(pub usize);

fn misread(group: usize) -> String {
    match group {
        0 => format!(
            "A recovery key has {GROUPS} groups of {GROUP} letters and digits; some are missing or too many"
        ),
        group => format!("Group {group} of the recovery key was misread; compare it with the paper"),
    }
}

/// Returns the letter that tells whether the group at place `at` was misread.
///
/// The letters are summed with odd weights, so that one misread letter always changes the sum modulo 32.
fn check_letter(at: usize, letters: &[u8]) -> char {
    let value = |letter: &u8| LETTERS.iter().position(|each| each == letter).unwrap_or(0);
    let weighted = letters.iter().enumerate().map(|(place, letter)| (2 * place + 1) * value(letter));
    char::from(LETTERS[(weighted.sum::<usize>() + at) % LETTERS.len()])
}
