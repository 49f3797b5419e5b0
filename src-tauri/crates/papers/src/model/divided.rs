//! A paper taken apart by what it is about, and put together again: from the parts of some cases and referrals comes the
//! copy of a partner, and a part that is disposed of leaves the rest as it was.

use serde::{Deserialize, Serialize};

use super::{
    AgendaPack, ArisingRow, CasePage, Correction, Figures, Light, MinuteItem, MinutesPaper, ReferralPage,
    ReviewDue, RunningGroup, RunningItem,
};

/// A row with its place in the list of the whole paper.
pub type Placed<Row> = (usize, Row);

/// Parts, each with the reference it is about.
pub type ByReference<Part> = Vec<(String, Part)>;

/// A paper that consists of a frame and of parts about one case or referral each.
pub trait Divided: Sized {
    /// What of it is about one thing.
    type Part: Clone + Default + PartialEq;

    /// Takes the paper apart: the frame without rows, what is about nothing in particular, and a part for each reference
    /// in the order in which the paper comes to them.
    fn divided(self) -> (Self, Self::Part, ByReference<Self::Part>);

    /// Puts parts into a frame, every row at its place; figures count what is there.
    fn joined(self, parts: Vec<Self::Part>) -> Self;
}

/// What of an agenda pack is about one case or referral, or about none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AgendaPart {
    /// Its lines in the running order, each with the label of its group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub running: Vec<Placed<(Option<String>, RunningItem)>>,
    /// What the last meeting decided of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Placed<(String, String)>>,
    /// What arose from the minutes before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arising: Vec<Placed<ArisingRow>>,
    /// Its page, for a case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<Placed<CasePage>>,
    /// Its page, for a referral.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub referrals: Vec<Placed<ReferralPage>>,
    /// Its orders that end, and its reviews.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<Placed<ReviewDue>>,
}

/// What of minutes is about one case or referral, or about none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MinutesPart {
    /// Its items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Placed<MinuteItem>>,
    /// What arose from the minutes before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arising: Vec<Placed<ArisingRow>>,
    /// What was corrected after approval.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Placed<Correction>>,
}

/// Parts by reference, in the order in which they were first asked for.
struct Parts<Part>(Vec<(String, Part)>);

impl<Part: Default> Parts<Part> {
    fn of(&mut self, reference: &str) -> &mut Part {
        let at = self.0.iter().position(|(each, _)| each == reference).unwrap_or_else(|| {
            self.0.push((reference.to_owned(), Part::default()));
            self.0.len() - 1
        });
        &mut self.0[at].1
    }
}

/// Deals the rows of a list out to the parts they belong to, each with its place.
fn deal<Part: Default, Row>(
    rows: Vec<Row>,
    parts: &mut Parts<Part>,
    general: &mut Part,
    reference: impl Fn(&Row) -> Option<String>,
    list: impl Fn(&mut Part) -> &mut Vec<Placed<Row>>,
) {
    for (place, row) in rows.into_iter().enumerate() {
        let part = match reference(&row) {
            Some(reference) => parts.of(&reference),
            None => &mut *general,
        };
        list(part).push((place, row));
    }
}

/// Returns the rows of all parts in the order of the whole paper.
fn gathered<Row>(rows: impl Iterator<Item = Placed<Row>>) -> Vec<Row> {
    let mut rows: Vec<Placed<Row>> = rows.collect();
    rows.sort_by_key(|(place, _)| *place);
    rows.into_iter().map(|(_, row)| row).collect()
}

impl Divided for AgendaPack {
    type Part = AgendaPart;

    fn divided(mut self) -> (Self, AgendaPart, ByReference<AgendaPart>) {
        // Because figures count what is there, they are counted when it is put together.
        self.figures = Figures::default();
        let (mut general, mut parts) = (AgendaPart::default(), Parts(Vec::new()));
        let groups = std::mem::take(&mut self.running_order).into_iter();
        let lines = groups
            .flat_map(|group| group.items.into_iter().map(move |item| (group.label.clone(), item)))
            .collect();
        deal(lines, &mut parts, &mut general, |(_, item)| item.reference.clone(), |part| &mut part.running);
        let about: Vec<String> = parts.0.iter().map(|(reference, _)| reference.clone()).collect();
        // Because a row that names no case of this agenda may still name one: it is nobody's, unless it is about it.
        let known = |reference: &str| about.iter().find(|each| *each == reference).cloned();
        let cases = std::mem::take(&mut self.cases);
        deal(cases, &mut parts, &mut general, |page| Some(page.reference.clone()), |part| &mut part.cases);
        let referrals = std::mem::take(&mut self.referrals);
        deal(
            referrals,
            &mut parts,
            &mut general,
            |page| Some(page.reference.clone()),
            |part| &mut part.referrals,
        );
        if let Some(previous) = &mut self.previous_minutes {
            let decisions = std::mem::take(&mut previous.decisions);
            deal(decisions, &mut parts, &mut general, |(of, _)| Some(of.clone()), |part| &mut part.decisions);
        }
        let arising = std::mem::take(&mut self.matters_arising);
        deal(arising, &mut parts, &mut general, |row| row.reference.clone(), |part| &mut part.arising);
        let reviews = std::mem::take(&mut self.reviews_due);
        deal(reviews, &mut parts, &mut general, |row| known(&row.reference), |part| &mut part.reviews);
        (self, general, parts.0)
    }

    fn joined(mut self, parts: Vec<AgendaPart>) -> Self {
        let lines = gathered(parts.iter().flat_map(|part| part.running.clone()));
        self.running_order = Vec::new();
        for (label, item) in lines {
            match self.running_order.last_mut().filter(|group| group.label == label) {
                Some(group) => group.items.push(item),
                None => self.running_order.push(RunningGroup { label, items: vec![item] }),
            }
        }
        self.cases = gathered(parts.iter().flat_map(|part| part.cases.clone()));
        self.referrals = gathered(parts.iter().flat_map(|part| part.referrals.clone()));
        self.matters_arising = gathered(parts.iter().flat_map(|part| part.arising.clone()));
        self.reviews_due = gathered(parts.iter().flat_map(|part| part.reviews.clone()));
        if let Some(previous) = &mut self.previous_minutes {
            previous.decisions = gathered(parts.iter().flat_map(|part| part.decisions.clone()));
        }
        self.count();
        self
    }
}

impl AgendaPack {
    /// Counts what the pack holds.
    fn count(&mut self) {
        let lines = || self.running_order.iter().flat_map(|group| &group.items);
        let shows = |light: Light| {
            let actions = self.cases.iter().flat_map(|case| &case.actions);
            actions.filter(|action| action.light.as_ref().is_some_and(|shown| shown.light == light)).count()
                as u32
        };
        self.figures = Figures {
            items: lines().count() as u32,
            minutes: lines().map(|item| u32::from(item.minutes)).sum(),
            red: shows(Light::Red),
            amber: shows(Light::Amber),
            new_referrals: self.referrals.len() as u32,
            reviews_due: self.reviews_due.len() as u32,
        };
    }
}

impl Divided for MinutesPaper {
    type Part = MinutesPart;

    fn divided(mut self) -> (Self, MinutesPart, ByReference<MinutesPart>) {
        let (mut general, mut parts) = (MinutesPart::default(), Parts(Vec::new()));
        let items = std::mem::take(&mut self.items);
        deal(items, &mut parts, &mut general, |item| item.reference.clone(), |part| &mut part.items);
        let about: Vec<String> = parts.0.iter().map(|(reference, _)| reference.clone()).collect();
        let arising = std::mem::take(&mut self.matters_arising);
        deal(arising, &mut parts, &mut general, |row| row.reference.clone(), |part| &mut part.arising);
        let corrections = std::mem::take(&mut self.corrections);
        let of = |row: &Correction| about.iter().find(|each| **each == row.place).cloned();
        deal(corrections, &mut parts, &mut general, of, |part| &mut part.corrections);
        (self, general, parts.0)
    }

    fn joined(mut self, parts: Vec<MinutesPart>) -> Self {
        self.items = gathered(parts.iter().flat_map(|part| part.items.clone()));
        self.matters_arising = gathered(parts.iter().flat_map(|part| part.arising.clone()));
        self.corrections = gathered(parts.iter().flat_map(|part| part.corrections.clone()));
        self
    }
}
