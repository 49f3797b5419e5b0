//! A paper as a file of plain data: what `paper render` reads, what an issued version is kept as, and its digest.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::Paper;
use crate::model::{Copy, Marking};

/// The version of the models that this program reads and writes.
const VERSION: u64 = 1;

/// A paper with the version of its model, as JSON: `{"version": 1, "paper": "agenda", "model": {…}}`.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperFile {
    /// The version of the model: 1.
    pub version: u64,
    /// The paper.
    pub paper: Paper,
}

/// Why a file is no paper that this program can draw, as a plain sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotAPaper(String);

impl PaperFile {
    /// Returns the file of a paper.
    pub fn of(paper: Paper) -> Self {
        Self { version: VERSION, paper }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it is no JSON, of another version, of a paper that is not known, or has a field too many or too few.
    pub fn read(text: &str) -> Result<Self, NotAPaper> {
        let told = |sentence: String| NotAPaper(sentence);
        let value: Value = serde_json::from_str(text)
            .map_err(|error| told(format!("This is not JSON: line {} cannot be read.", error.line())))?;
        let Value::Object(mut fields) = value else {
            return Err(told(
                "This is not a paper: a paper names “version”, “paper” and “model”.".to_owned(),
            ));
        };
        match fields.remove("version") {
            Some(version) if version.as_u64() == Some(VERSION) => {}
            Some(version) => {
                let sentence =
                    format!("Version {version} of a paper is not known; this program knows version 1.");
                return Err(told(sentence));
            }
            None => {
                return Err(told("The paper does not say its version, such as \"version\": 1.".to_owned()));
            }
        }
        let kind = fields.get("paper").and_then(Value::as_str).unwrap_or_default().to_owned();
        if let Some(other) = fields.keys().find(|field| !["paper", "model"].contains(&field.as_str())) {
            return Err(told(format!("The paper “{kind}” has no field “{other}”.")));
        }
        let paper =
            serde_json::from_value(Value::Object(fields)).map_err(|error| told(plain(&error, &kind)))?;
        Ok(Self { version: VERSION, paper })
    }

    /// Writes the file, for people and programs to read.
    ///
    /// # Errors
    /// Never for a paper that was read or gathered: every model is plain data.
    pub fn write(&self) -> Result<String, NotAPaper> {
        let failed = |error: serde_json::Error| NotAPaper(format!("The paper cannot be written: {error}."));
        let mut value = serde_json::to_value(&self.paper).map_err(failed)?;
        if let Value::Object(fields) = &mut value {
            fields.insert("version".to_owned(), self.version.into());
        }
        serde_json::to_string_pretty(&value).map_err(failed)
    }
}

/// Returns the reader's complaint as a sentence for somebody who wrote the file by hand.
fn plain(error: &serde_json::Error, kind: &str) -> String {
    let said = error.to_string();
    let named = said.split('`').nth(1).unwrap_or_default();
    if said.starts_with("unknown variant") && named == kind {
        let known: Vec<&str> = said.split('`').skip(3).step_by(2).collect();
        return format!("A paper “{kind}” is not known. These are: {}.", domain::words::listed(&known));
    }
    for (begins, sentence) in [
        ("unknown field", "has no field"),
        ("missing field", "lacks the field"),
        ("duplicate field", "has twice the field"),
    ] {
        if said.starts_with(begins) {
            return format!("The paper “{kind}” {sentence} “{named}”.");
        }
    }
    format!("The model of the paper “{kind}” cannot be read: {said}.")
}

/// Returns the SHA-256 of a paper's model as 64 hexadecimal digits.
///
/// Whose copy it is and the stamp itself are left out, so that every copy of a version says the same.
pub fn digest(paper: &Paper) -> String {
    let mut plain = paper.clone();
    plain.marking_mut().stamp = None;
    if let Some(copy) = plain.copy_mut() {
        *copy = None;
    }
    let mut hash = Sha256::new();
    // Plain data can always be written; the bytes go straight into the hash and are kept nowhere.
    let _ = serde_json::to_writer(&mut Hashing(&mut hash), &plain);
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

struct Hashing<'a>(&'a mut Sha256);

impl std::io::Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Paper {
    /// Returns what stands on every page.
    pub fn marking_mut(&mut self) -> &mut Marking {
        match self {
            Self::Agenda(paper) => &mut paper.marking,
            Self::Minutes(paper) => &mut paper.marking,
            Self::ReferralForm(paper) => &mut paper.marking,
            Self::Sheet(paper) => &mut paper.marking,
            Self::CaseSummary(paper) => &mut paper.marking,
            Self::AgencySheet(paper) => &mut paper.marking,
            Self::LateSheet(paper) => &mut paper.marking,
            Self::ActionList(paper) => &mut paper.marking,
            Self::Register(paper) => &mut paper.marking,
            Self::YearReport(paper) => &mut paper.marking,
            Self::CaseStudy(paper) => &mut paper.marking,
            Self::NameKey(paper) => &mut paper.marking,
        }
    }

    /// Returns where the paper says whose copy it is; absent for a paper that is not handed out in copies.
    pub fn copy_mut(&mut self) -> Option<&mut Option<Copy>> {
        match self {
            Self::Agenda(paper) => Some(&mut paper.copy),
            Self::Minutes(paper) => Some(&mut paper.copy),
            Self::CaseSummary(paper) => Some(&mut paper.copy),
            Self::AgencySheet(paper) => Some(&mut paper.copy),
            Self::LateSheet(paper) => Some(&mut paper.copy),
            Self::ActionList(paper) => Some(&mut paper.copy),
            Self::Register(paper) => Some(&mut paper.copy),
            Self::YearReport(paper) => Some(&mut paper.copy),
            Self::CaseStudy(paper) => Some(&mut paper.copy),
            Self::NameKey(paper) => Some(&mut paper.copy),
            Self::ReferralForm(_) | Self::Sheet(_) => None,
        }
    }
}
