//! The sample's cases with their episodes.

use domain::case::{Case, CaseKind, CaseLink, LinkKind};
use domain::closing::ClosureCheck;
use domain::episode::{Closure, ClosureReason, Episode};
use domain::factor::factors_of;
use domain::ids::{CaseId, CaseLinkId, EpisodeId};
use domain::reference::{CaseReference, ReferralNumber};
use domain::referral::Source;
use domain::subject::SubjectPart;

use super::SCHEME;
use super::maker::{MadeCase, Maker};
use super::words::{CasePlan, Scoring, Slots, Term};
use crate::failure::Failure;

/// How an episode ended, told beside its dates.
struct Ending {
    reason: ClosureReason,
    no_score_because: Option<String>,
}

impl Maker<'_, '_> {
    /// Makes a case with its people, episodes, scores and actions.
    pub fn make_case(&mut self, plan: &CasePlan) -> Result<(), Failure> {
        let Some(theme_at) = self.made.themes.iter().position(|theme| theme.key == plan.theme) else {
            return Ok(());
        };
        let theme = self.made.themes[theme_at].clone();
        let place = self.made.names.place(&mut self.made.chance);
        let mut slots = Slots {
            place: plan.place.clone().unwrap_or(place),
            address: self.made.names.address(&mut self.made.chance),
            ..Slots::default()
        };
        let mut subjects = Vec::new();
        if let Some((from, to)) = theme.ages {
            let age = match plan.age {
                Some(age) => age,
                None => self.made.chance.between(from.into(), to.into()) as u8,
            };
            let person = self.make_person(age)?;
            slots.name = person.name;
            subjects.push(SubjectPart { subject: person.id, role: theme.role });
            if theme.kind == CaseKind::Person {
                slots.address =
                    person.addresses.first().cloned().unwrap_or_default().replace(", Northbridge", "");
            }
        }
        let made = &mut *self.made;
        let issues = made.chance.below(theme.issues.len());
        let key_issues = theme.issues.get(issues).cloned().unwrap_or_default();
        let outline = slots.fill(made.chance.text(&theme.outlines));
        let lead_officer = made.officer(&theme.lead).map(|(id, _)| id);
        let case = Case {
            id: CaseId::new(&mut **self.ids),
            reference: CaseReference { suffix: plan.suffix, ..made.reference(plan) },
            kind: theme.kind,
            title: slots.title(&theme.title),
            outline,
            factors: factors_of(&key_issues),
            key_issues,
            place: if theme.kind == CaseKind::Property { slots.address.clone() } else { String::new() },
            area: made.area(),
            source: Some(self.source()),
            lead_agency: self.made.agency(&theme.lead),
            lead_officer,
            legal_lead: legal_lead(&theme.actions),
            involved: theme.involved.iter().filter_map(|key| self.made.agency(key)).collect(),
            subjects: subjects.clone(),
            review_rule: plan.review,
            outside_facts: Vec::new(),
            referral: None,
        }
        .checked(false)?;
        self.writer.put_case(&case)?;
        let mut episodes = Vec::new();
        for term in &plan.terms {
            let episode = self.make_episode(&case, &episodes, term, plan)?;
            self.make_actions(case.id, &theme, term, &slots)?;
            episodes.push(episode);
        }
        let episodes: Vec<EpisodeId> = episodes.iter().map(|episode| episode.id).collect();
        let known = MadeCase { id: case.id, episodes, theme: theme_at, slots, subjects };
        if plan.of_cast {
            self.made.cases.insert(plan.name(), known);
        }
        Ok(())
    }

    fn source(&mut self) -> Source {
        match self.made.chance.below(10) {
            0..=5 => Source::Partner,
            6..=7 => Source::OwnReview,
            8 => Source::DailyManagementMeeting,
            _ => Source::OtherForum,
        }
    }

    fn make_episode(
        &mut self,
        case: &Case,
        earlier: &[Episode],
        term: &Term,
        plan: &CasePlan,
    ) -> Result<Episode, Failure> {
        let id = EpisodeId::new(&mut **self.ids);
        let opened = self.made.calendar.day(term.opened);
        let mut episode = match earlier {
            [] => Episode::first(id, case.id, opened),
            earlier => Episode::reopening(id, earlier, opened)?,
        };
        let published = matches!(term.scoring, Scoring::PublishedEqual | Scoring::PublishedTwo);
        episode.equal_scores_as_published = term.scoring == Scoring::PublishedEqual;
        if let Some(closed) = term.closed {
            let on = self.made.calendar.day(closed);
            let ending = ending(plan, term, published);
            if ending.reason == ClosureReason::HandedOver {
                episode.handed_to = Some(SCHEME.to_owned());
            }
            let no_score_because = ending.no_score_because;
            let (summary, check) = (String::new(), ClosureCheck::default());
            episode.close(Closure { on, reason: ending.reason, no_score_because, summary, check })?;
        }
        self.writer.put_episode(&episode)?;
        self.make_scores(case, &episode, term)?;
        Ok(episode)
    }

    /// Links cases of the cast that belong together, and gives those that began as a referral its number.
    pub fn link_cases(&mut self) -> Result<(), Failure> {
        let links = [
            (LinkKind::CrossReference, "45", "21"),
            (LinkKind::CrossReference, "17", "31"),
            (LinkKind::CrossReference, "9", "50"),
            (LinkKind::CrossReference, "30", "43"),
            (LinkKind::CrossReference, "51", "46"),
            (LinkKind::CrossReference, "8", "16"),
            (LinkKind::SplitFrom, "26a", "26"),
            (LinkKind::CombinedInto, "44", "21"),
        ];
        for (kind, from, to) in links {
            let (Some(from), Some(to)) = (self.made.cases.get(from), self.made.cases.get(to)) else {
                continue;
            };
            let on = (kind != LinkKind::CrossReference).then_some(self.made.calendar.before);
            let link = CaseLink { id: CaseLinkId::new(&mut **self.ids), kind, from: from.id, to: to.id, on };
            self.writer.put_link(&link)?;
        }
        let facts = [
            ("10", "On licence until the spring; curfew from nine at night"),
            ("23", "Moved out of the area by the placing authority"),
            ("34", "Civil claim by two of the shops pending"),
            ("4", "Patient in hospital since the case was closed"),
        ];
        for (case, fact) in facts {
            let Some(made) = self.made.cases.get(case) else { continue };
            let Some(mut case) = self.writer.get_case(made.id)? else { continue };
            case.outside_facts.push(fact.to_owned());
            self.writer.put_case(&case)?;
        }
        Ok(())
    }

    /// Writes the number of the referral that the case began as.
    pub fn began_as(&mut self, case: CaseId, number: ReferralNumber) -> Result<(), Failure> {
        if let Some(mut case) = self.writer.get_case(case)? {
            case.referral = Some(number);
            self.writer.put_case(&case)?;
        }
        Ok(())
    }
}

/// Returns how an episode ended: two of the cast were combined or handed over, all others closed.
fn ending(plan: &CasePlan, term: &Term, published: bool) -> Ending {
    let because = |text: &str| Some(text.to_owned());
    match (plan.name().as_str(), term.scoring) {
        ("44", Scoring::Never) if plan.of_cast => Ending {
            reason: ClosureReason::Combined,
            no_score_because: because("Combined; scored with the other case"),
        },
        (_, Scoring::Once) => Ending {
            reason: ClosureReason::HandedOver,
            no_score_because: because("Handed over; the scheme scores by its own matrix"),
        },
        (_, Scoring::Never) if !published => Ending {
            reason: ClosureReason::Closed,
            no_score_because: because("Resolved before it was scored"),
        },
        _ => Ending { reason: ClosureReason::Closed, no_score_because: None },
    }
}

/// Returns the legal lead of a case that has a file with the lawyers.
fn legal_lead(actions: &[super::words::ActionWords]) -> String {
    let with_legal = actions.iter().any(|action| action.what.contains("file to legal"));
    if with_legal { "V Aldridge".to_owned() } else { String::new() }
}
