//! Reading a finished paper with other people's tools: poppler and qpdf.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::ops::ControlFlow;
use std::process::{Command, Output};

use papers::MadePaper;
use papers::model::{AgendaPack, CaseSummary, MinutesPaper, ReferralForm, Sheet};
use papers::style::Style;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// A paper in a file of its own, gone when dropped.
pub struct Paper {
    folder: TempDir,
    /// The bytes of the file.
    pub bytes: Vec<u8>,
}

/// Draws an agenda pack.
pub fn agenda(pack: &AgendaPack) -> Paper {
    Paper::of(made(&papers::Paper::Agenda(pack.clone())).bytes)
}

/// Draws minutes.
pub fn minutes(paper: &MinutesPaper) -> Paper {
    Paper::of(made(&papers::Paper::Minutes(paper.clone())).bytes)
}

/// Draws a referral form.
pub fn referral_form(form: &ReferralForm) -> Paper {
    Paper::of(made(&papers::Paper::ReferralForm(form.clone())).bytes)
}

/// Draws the summary of a case.
pub fn case_summary(paper: &CaseSummary) -> Paper {
    Paper::of(made(&papers::Paper::CaseSummary(paper.clone())).bytes)
}

/// Makes any paper, whole.
pub fn made(paper: &papers::Paper) -> MadePaper {
    papers::make(paper, &Style::default(), &mut |_| ControlFlow::Continue(())).unwrap()
}

/// Draws any paper.
pub fn drawn(paper: &papers::Paper) -> Paper {
    Paper::of(made(paper).bytes)
}

/// Returns the first sixteen digits of a digest.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Draws a sheet.
pub fn sheet(paper: &Sheet) -> Paper {
    Paper::of(made(&papers::Paper::Sheet(paper.clone())).bytes)
}

impl Paper {
    /// Writes the bytes of a paper.
    pub fn of(bytes: Vec<u8>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("paper.pdf"), &bytes).unwrap();
        Self { folder, bytes }
    }

    fn run(&self, tool: &str, before: &[&str], after: &[&str]) -> Output {
        let file = self.folder.path().join("paper.pdf");
        let output = Command::new(tool).args(before).arg(file).args(after).output();
        output
            .unwrap_or_else(|error| panic!("{tool} cannot be run ({error}): install poppler-utils and qpdf"))
    }

    /// Returns what a tool says, and fails when it complains.
    pub fn told(&self, tool: &str, before: &[&str], after: &[&str]) -> String {
        let output = self.run(tool, before, after);
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && complaint.is_empty(), "{tool}: {complaint}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Returns the text of each page, in the order it was written.
    pub fn pages(&self) -> Vec<String> {
        let text = self.told("pdftotext", &["-raw"], &["-"]);
        let text: String = text.chars().filter(|&character| !is_direction_mark(character)).collect();
        text.trim_end_matches('\u{C}').split('\u{C}').map(str::to_owned).collect()
    }

    /// Returns the whole text in one line, words parted by one space.
    pub fn text(&self) -> String {
        self.pages()
            .join(" ")
            .split([' ', '\n'])
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Returns the structure with its text, as a screen reader meets it.
    pub fn structure(&self) -> String {
        self.told("pdfinfo", &["-enc", "UTF-8", "-struct-text"], &[])
    }

    /// Returns the file with all objects and streams readable.
    pub fn unpacked(&self) -> String {
        let output = self.run("qpdf", &["--qdf", "--object-streams=disable"], &["-"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

/// Tells whether a character is one that pdftotext adds around text that runs backwards.
fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
