//! Any bytes as a letter: an e-mail, a Word document or a text, read as a referral form.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(letter) = exchange::read_letter(bytes) {
        let _ = domain::referral::form::read(&letter.text);
    }
});
