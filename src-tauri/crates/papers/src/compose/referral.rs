//! The page of one referral.

use super::case;
use super::setter::Setter;
use crate::layout::block::Block;
use crate::model::ReferralPage;

/// Returns the blocks of a referral's page.
pub fn blocks(set: Setter<'_>, referral: &ReferralPage) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(set.title(&referral.reference, 2))];
    let lines = [referral.headline.as_str(), referral.referrer.as_str()];
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    if !lines.is_empty() {
        blocks.push(Block::Paragraph(set.subtitle(lines.join(" · "))));
    }
    blocks.extend(set.section("The problem and its effect", or_nothing(&referral.problem), 3));
    blocks.extend(set.section("What has been tried, did it work, and why", or_nothing(&referral.tried), 3));
    if let Some(reason) = &referral.override_reason {
        blocks.extend(set.section("Tabled by the chair all the same", reason, 3));
    }
    if let Some(checks) = &referral.checks {
        let mut text = format!("{checks}.");
        if !referral.checks_missing.is_empty() {
            text.push_str(&format!(" No reply yet: {}.", domain::words::listed(&referral.checks_missing)));
        }
        blocks.extend(set.section("Agency checks", &text, 3));
    }
    blocks.extend(case::notes(set, referral.note_lines));
    blocks
}

fn or_nothing(text: &str) -> &str {
    if text.is_empty() { "Nothing was written here." } else { text }
}
