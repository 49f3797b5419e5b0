//! What was typed in the meeting lies nowhere in plain: not in the data folder, not in what the web view keeps, not in a
//! temporary folder.

use std::{fs, path::Path};

use acceptance::{Outcome, eventually};

use super::{Meeting, story};

/// Looks, while the program still runs, for what was typed and for who is in the record, in every file that it could have
/// written.
pub fn nothing_lies_in_plain(meeting: &Meeting) -> Outcome<()> {
    let typed = meeting.actions.iter().map(|(_, what, _)| what.as_str());
    let mut canaries: Vec<&str> = vec![story::LONG_NAME, story::OBSERVER, story::DIALS_IN];
    canaries.extend(typed.filter(|what| what.len() > 12));
    assert!(canaries.len() > 5, "enough was typed to look for: {canaries:?}");
    // The search finds what is there.
    let planted = meeting.traces.path().join("planted");
    fs::write(&planted, format!("around {} and around", story::OBSERVER))?;
    assert!(found_in(&planted, &canaries)?.is_some(), "a planted word is found");
    fs::remove_file(&planted)?;

    let mut looked_at = 0;
    // Because concluding makes a copy: it is looked at once it is whole.
    eventually("the copy of the record", || {
        let copies = fs::read_dir(meeting.data.path().join("backups")).ok()?;
        let names: Vec<String> =
            copies.flatten().map(|copy| copy.file_name().to_string_lossy().into_owned()).collect();
        (!names.is_empty() && names.iter().all(|name| !name.starts_with("unfinished"))).then_some(())
    })?;
    for folder in [meeting.data.path(), meeting.monitors.home()] {
        each_file(folder, &mut |file| {
            looked_at += 1;
            match found_in(file, &canaries)? {
                None => Ok(()),
                Some(word) => Err(format!("“{word}” lies in plain in {}", file.display()).into()),
            }
        })?;
    }
    assert!(looked_at > 3, "the program has written files");
    Ok(())
}

/// Returns the first of the words that a file holds, in either way of writing letters that programs use.
fn found_in<'a>(file: &Path, words: &[&'a str]) -> Outcome<Option<&'a str>> {
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        // What was temporary may be gone by now.
        Err(gone) if gone.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(refusal) => return Err(refusal.into()),
    };
    let holds = |wanted: &[u8]| bytes.windows(wanted.len()).any(|here| here == wanted);
    let wide = |word: &str| word.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    Ok(words.iter().copied().find(|word| holds(word.as_bytes()) || holds(&wide(word))))
}

fn each_file(folder: &Path, look: &mut impl FnMut(&Path) -> Outcome<()>) -> Outcome<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        // A copy of the record is being given its name: it is looked at under the next one, or by the check of copies.
        Err(gone) if gone.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(refusal) => return Err(refusal.into()),
    };
    for entry in entries {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            each_file(&entry.path(), look)?;
        } else if kind.is_file() {
            look(&entry.path())?;
        }
    }
    Ok(())
}
