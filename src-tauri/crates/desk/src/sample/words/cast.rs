//! The cases of the sample in its usual size: which theme each one has, and what became of it.

use domain::action::ActionStatus;
use domain::case::ReviewRule;

use super::lines;
use crate::sample::calendar::When;

const TEXT: &str = include_str!("cast.txt");

/// How an episode was scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scoring {
    /// Never.
    Never,
    /// At the start only.
    Once,
    /// At the start and once more, with the same total.
    Same,
    /// At the start and at closure, with another total.
    Twice,
    /// At the start, at a mid-point and, once closed, at closure.
    WithMidPoint,
    /// Taken over from a register that gives one total twice.
    PublishedEqual,
    /// Taken over from a register that gives two totals and no day for the second.
    PublishedTwo,
}

/// One episode to be.
#[derive(Clone, Debug)]
pub struct Term {
    /// The day it opens.
    pub opened: When,
    /// The day it closes; absent while open.
    pub closed: Option<When>,
    /// The first total and the last.
    pub totals: (i64, i64),
    /// How it is scored.
    pub scoring: Scoring,
    /// Its actions.
    pub actions: Vec<ActionPlan>,
}

/// One action to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionPlan {
    /// Where it stands.
    pub status: ActionStatus,
    /// How many meetings ago it was raised; 0 for after the last one.
    pub raised: u32,
    /// The day it is due.
    pub due: Due,
    /// Whether something stops it.
    pub blocked: bool,
    /// Whether it was done late.
    pub late: bool,
    /// Whether the agency still has to accept it.
    pub awaits: bool,
    /// Whether the meeting set its light.
    pub light_set: bool,
}

/// When an action is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// So many days before the last meeting: overdue unless it is done.
    BeforeLast(i64),
    /// So many days after the next meeting.
    AfterNext(i64),
}

/// One case to be.
#[derive(Clone, Debug)]
pub struct CasePlan {
    /// Its number.
    pub number: u32,
    /// Its letter; absent for most.
    pub suffix: Option<char>,
    /// Whether later parts of the sample speak of it.
    pub of_cast: bool,
    /// Its theme.
    pub theme: String,
    /// The person's age today; absent when it is about nobody, or for chance to choose.
    pub age: Option<u8>,
    /// When it comes back to the meeting.
    pub review: ReviewRule,
    /// The place that its texts speak of; absent for chance to choose.
    pub place: Option<String>,
    /// Its episodes.
    pub terms: Vec<Term>,
}

/// Reads the cases in the order of their references.
pub fn cast() -> Vec<CasePlan> {
    let mut cast: Vec<CasePlan> = Vec::new();
    for (first, rest) in lines(TEXT) {
        let words: Vec<&str> = rest.split_whitespace().collect();
        match (first, words.as_slice()) {
            ("place", [number, place @ ..]) => {
                if let Some(case) = cast.iter_mut().find(|case| case.name() == *number) {
                    case.place = Some(place.join(" "));
                }
            }
            ("again", [number, opened, closed, from, to, how, actions @ ..]) => {
                let of = |case: &&mut CasePlan| case.name() == *number;
                if let (Some(case), Some(term)) =
                    (cast.iter_mut().find(of), term(opened, closed, (from, to), how, actions))
                {
                    case.terms.push(term);
                }
            }
            (reference, [theme, opened, closed, age, from, to, how, review, actions @ ..]) => {
                let number = reference.trim_end_matches(char::is_alphabetic).parse();
                let (Ok(number), Some(term)) = (number, term(opened, closed, (from, to), how, actions))
                else {
                    continue;
                };
                cast.push(CasePlan {
                    number,
                    suffix: reference.chars().next_back().filter(|letter| letter.is_alphabetic()),
                    of_cast: true,
                    theme: (*theme).to_owned(),
                    age: age.parse().ok(),
                    review: review_rule(review),
                    place: None,
                    terms: vec![term],
                });
            }
            _ => {}
        }
    }
    cast
}

impl CasePlan {
    /// Returns the number with its letter, as the other words call the case.
    pub fn name(&self) -> String {
        format!("{}{}", self.number, self.suffix.map(String::from).unwrap_or_default())
    }
}

fn review_rule(text: &str) -> ReviewRule {
    match text {
        "every" => ReviewRule::EveryMeeting,
        "fortnightly" => ReviewRule::Fortnightly,
        "request" => ReviewRule::OnRequest,
        _ => ReviewRule::Monthly,
    }
}

fn term(opened: &str, closed: &str, totals: (&str, &str), how: &str, actions: &[&str]) -> Option<Term> {
    let total = |text: &str| text.parse().unwrap_or(0);
    Some(Term {
        opened: When::read(opened, -1)?,
        closed: When::read(closed, -1),
        totals: (total(totals.0), total(totals.1)),
        scoring: match how {
            "once" => Scoring::Once,
            "same" => Scoring::Same,
            "fell" | "rose" => Scoring::Twice,
            "mid" => Scoring::WithMidPoint,
            "published" => Scoring::PublishedEqual,
            "publishedfell" => Scoring::PublishedTwo,
            _ => Scoring::Never,
        },
        actions: actions.iter().filter_map(|text| action(text)).collect(),
    })
}

/// Reads `u3-7:b`: under way, raised three meetings back, due seven days before the last meeting, blocked.
fn action(text: &str) -> Option<ActionPlan> {
    let (plan, marks) = text.split_once(':').unwrap_or((text, ""));
    let status = match plan.chars().next()? {
        'n' => ActionStatus::NotStarted,
        'u' => ActionStatus::UnderWay,
        'd' => ActionStatus::Done,
        'a' => ActionStatus::InAbeyance,
        'p' => ActionStatus::NotPossible,
        'x' => ActionStatus::NotUndertaken,
        's' => ActionStatus::Superseded,
        _ => return None,
    };
    let at = plan.find(['-', '+'])?;
    let days = plan.get(at + 1..)?.parse().ok()?;
    Some(ActionPlan {
        status,
        raised: plan.get(1..at)?.parse().ok()?,
        due: if plan[at..].starts_with('-') { Due::BeforeLast(days) } else { Due::AfterNext(days) },
        blocked: marks.contains('b'),
        late: marks.contains('l'),
        awaits: marks.contains('w'),
        light_set: marks.contains('r'),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cast_has_the_shape_of_a_published_register() {
        let cast = cast();
        assert_eq!(cast.len(), 52);
        assert_eq!(cast.iter().map(|case| case.terms.len()).sum::<usize>(), 56);
        assert_eq!(cast.iter().filter(|case| case.suffix.is_some()).count(), 1);
        let open = |case: &&CasePlan| case.terms.last().is_some_and(|term| term.closed.is_none());
        assert_eq!(cast.iter().filter(open).count(), 23);
    }

    #[test]
    fn an_action_is_read_from_a_few_signs() {
        let plan = action("u3-7:b").unwrap();
        assert_eq!((plan.status, plan.raised, plan.due), (ActionStatus::UnderWay, 3, Due::BeforeLast(7)));
        assert!(plan.blocked && !plan.late);
        assert!(action("q3-7").is_none());
    }
}
