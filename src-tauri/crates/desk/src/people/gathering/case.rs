//! What is held of one case.

use domain::acceptance::Acceptance;
use domain::action::Action;
use domain::case::Case;
use domain::ids::CaseId;
use domain::retention::{RecordRef, RecordType};
use domain::score::Score;
use domain::words::{capital, table_date};

use super::Gatherer;
use super::lines::{Lines, joined};
use crate::cases::link_views;
use crate::failure::Failure;
use crate::london;
use crate::wire::everything::*;

impl Gatherer<'_> {
    pub(super) fn case(&self, case: &Case) -> Result<HeldPart, Failure> {
        let mut lines = Lines::default();
        self.outline(&mut lines, case);
        let links = self.reader.list_links()?;
        for link in link_views(self.reader, case.id, &links)? {
            let on = links.iter().find(|each| each.id == link.id).and_then(|each| each.on);
            let on = on.map(|on| format!(", {}", table_date(on))).unwrap_or_default();
            lines.fact(link.words, format!("{}{on}", link.reference));
        }
        for link in self.reader.forums_of(case.id)? {
            lines.fact("Link to another forum", joined(&[link.forum.as_str(), &link.when_words()], ", "));
        }
        for count in self.reader.demand_of(case.id)? {
            let (number, what) = (count.number, count.counted.words(count.number));
            let text = format!("{number} {what}, {} ({})", count.days_words(), count.source);
            lines.put("Demand", self.access.text(&text));
        }
        self.episodes(&mut lines, case.id)?;
        for score in self.reader.scores_of(case.id)? {
            self.score(&mut lines, &score);
        }
        for action in self.reader.actions_of(case.id)? {
            self.action(&mut lines, &action)?;
        }
        for order in self.reader.orders_of(case.id)? {
            self.order(&mut lines, &order)?;
        }
        for item in self.reader.items_about_case(case.id)? {
            self.meeting(&mut lines, &item)?;
            for update in self.reader.written_updates_of(item.meeting)? {
                if update.case == case.id {
                    let received = table_date(london::date(update.at));
                    let agency = self.names.agency(Some(update.agency));
                    lines.put(
                        format!("Written update of {agency}, {received}"),
                        self.access.text(&update.text),
                    );
                }
            }
        }
        self.choices(&mut lines, RecordRef { of: RecordType::ClosedCase, record: case.id.0 });
        Ok(HeldPart { heading: format!("Case {}", case.reference), lines: lines.0 })
    }

    fn outline(&self, lines: &mut Lines, case: &Case) {
        lines.fact("Kind", case.kind.words());
        self.parts(lines, &case.subjects);
        lines.put("Label", self.access.text(&case.title));
        lines.put("Outline", self.access.text(&case.outline));
        lines.put("Key issues", self.access.text(&case.key_issues.join(", ")));
        let factors: Vec<&str> = case.factors.iter().map(|factor| factor.words()).collect();
        lines.fact("Counted under", factors.join(", "));
        lines.put("Place", self.access.text(&case.place));
        lines.fact("Area", self.names.area(case.area));
        lines.fact("Source", case.source.map(|source| source.words()).unwrap_or_default());
        lines.fact("Began as", case.referral.map(|number| number.to_string()).unwrap_or_default());
        lines.put("Outside facts", self.access.text(&case.outside_facts.join("\n")));
        lines.fact("Lead agency", self.names.agency(case.lead_agency));
        lines.fact("Lead officer", self.names.officer(case.lead_officer));
        lines.put("Legal lead", self.access.text(&case.legal_lead));
        let involved: Vec<&str> = case.involved.iter().map(|id| self.names.agency(Some(*id))).collect();
        lines.fact("Other agencies", involved.join(", "));
        lines.fact("Reviewed", case.review_rule.words());
    }

    fn episodes(&self, lines: &mut Lines, case: CaseId) -> Result<(), Failure> {
        for episode in self.reader.episodes_of(case)? {
            let until = episode
                .closed
                .as_ref()
                .map(|closure| format!(", {} {}", closure.reason.words(), table_date(closure.on)));
            let dates = format!("opened {}{}", table_date(episode.opened), until.unwrap_or_default());
            lines.fact(format!("Episode {}", episode.serial), dates);
            lines.put(
                "Re-opened because",
                self.access.text(episode.reopened_because.as_deref().unwrap_or("")),
            );
            lines.put("Handed over to", self.access.text(episode.handed_to.as_deref().unwrap_or("")));
            if let Some(age) = episode.age_as_published {
                lines.fact("Age in the register", age.to_string());
            }
            if episode.equal_scores_as_published {
                lines.fact("Scores in the register", "the same number at the start and since");
            }
            lines.put("Notes", self.access.text(&episode.notes.join("\n")));
            if let Some(closure) = &episode.closed {
                lines.put("Closing summary", self.access.text(&closure.summary));
                lines.put("Settled with the closure", self.access.text(&closure.check.lines().join("\n")));
                lines.put(
                    "No closing score",
                    self.access.text(closure.no_score_because.as_deref().unwrap_or("")),
                );
            }
        }
        Ok(())
    }

    fn score(&self, lines: &mut Lines, score: &Score) {
        let day = score.on.map(|day| format!(", {}", table_date(day))).unwrap_or_default();
        let scorer = match score.scorer.trim() {
            "" => String::new(),
            scorer => format!("scored by {scorer}"),
        };
        let route = score.route.map(|route| route.words()).unwrap_or_default();
        let total = score.total.to_string();
        let told = joined(&[total.as_str(), &score.matrix, route, &score.reason, &scorer], "; ");
        lines.put(format!("Score: {}{day}", score.stage.words().to_lowercase()), self.access.text(&told));
        let Some(answers) = &score.answers else { return };
        let version = self.matrices.get(answers.version);
        let answered = answers.chosen.iter().map(|answer| {
            let factor = version.and_then(|version| version.matrix.factor(&answer.factor));
            let option = factor.and_then(|factor| factor.option(&answer.option));
            let factor = factor.map_or(answer.factor.as_str(), |factor| &factor.title);
            format!("{factor}: {}", option.map_or(answer.option.as_str(), |option| &option.words))
        });
        lines.fact("What the score is made of", answered.collect::<Vec<_>>().join("\n"));
    }

    fn action(&self, lines: &mut Lines, action: &Action) -> Result<(), Failure> {
        let day = |words: &str, day: Option<_>| day.map(|day| format!("{words} {}", table_date(day)));
        let told = [
            self.names.agency(Some(action.agency)).to_owned(),
            self.names.officer(action.officer).to_owned(),
            action.kind.words().to_lowercase(),
            day("raised", Some(action.raised_on)).unwrap_or_default(),
            day("due", action.due).unwrap_or_default(),
            match action.done_on {
                Some(done) => format!("{} {}", action.status.words(), table_date(done)),
                None => action.status.words().to_owned(),
            },
        ];
        let text = format!("{} ({})", action.what, joined(&told, ", "));
        lines.put(format!("Action {}", action.number), self.access.text(&text));
        lines.put("Blocked because", self.access.text(action.blocked.as_deref().unwrap_or("")));
        let acceptance = match &action.acceptance {
            Acceptance::NotAsked => String::new(),
            Acceptance::Awaited => "awaited".to_owned(),
            Acceptance::Accepted { on, told_by } => {
                format!("accepted {}, told by {told_by}", table_date(*on))
            }
            Acceptance::Declined { on, told_by, reason } => {
                format!("declined {}, told by {told_by}: {reason}", table_date(*on))
            }
        };
        lines.put("Accepted by the agency", self.access.text(&acceptance));
        if let Some(escalated) = &action.escalated {
            let text = format!("{}, {}: {}", escalated.to, table_date(escalated.on), escalated.reason);
            lines.put("Escalated to", self.access.text(&text));
        }
        for setting in self.reader.light_settings_of(action.id)? {
            let label = format!("Light set {}", table_date(london::date(setting.at)));
            let text = joined(&[setting.light.word(), &setting.reason], ": ");
            lines.put(label, self.access.text(&text));
        }
        for update in self.reader.updates_of(action.id)? {
            let kind = match update.kind.words() {
                "" => "Update".to_owned(),
                kind => capital(kind),
            };
            let by = if update.by.is_empty() { String::new() } else { format!(" ({})", update.by) };
            let label = format!("{kind}, {}", table_date(update.on));
            lines.put(label, self.access.text(&format!("{}{by}", update.text)));
        }
        Ok(())
    }
}
