//! Cases, episodes, scores and links.

use domain::action::ActionStatus;
use domain::case::*;
use domain::case_move::*;
use domain::closing::*;
use domain::demand::*;
use domain::episode::*;
use domain::factor::Factor;
use domain::forum::ForumLink;
use domain::ids::*;
use domain::matrix::*;
use domain::reference::*;
use domain::referral::*;
use domain::score::*;

use super::*;

pub fn case(dice: &mut Dice, id: CaseId, number: u32, known: &Known) -> Case {
    let suffix = dice.maybe(|dice| dice.of(&['a', 'b', 'z']));
    Case {
        id,
        reference: CaseReference { prefix: dice.of(&["CSH", "DEMO"]).into(), number, suffix },
        kind: dice.of(&[CaseKind::Person, CaseKind::Property, CaseKind::Topic]),
        title: dice.text(),
        outline: dice.text(),
        key_issues: dice.some(Dice::text),
        factors: dice
            .some(|dice| dice.of(&[Factor::Alcohol, Factor::FlyTipping, Factor::AntiSocialBehaviour])),
        place: dice.text(),
        area: dice.maybe(|_| known.area),
        source: dice
            .maybe(|dice| dice.of(&[Source::Partner, Source::OwnReview, Source::DailyManagementMeeting])),
        lead_agency: dice.maybe(|_| known.agency),
        lead_officer: dice.maybe(|_| known.officer),
        legal_lead: dice.text(),
        involved: dice.some(|_| known.agency),
        subjects: dice.some(|dice| part(dice, known)),
        review_rule: dice.of(&[ReviewRule::EveryMeeting, ReviewRule::Monthly, ReviewRule::WhenActionDue]),
        outside_facts: dice.some(Dice::text),
        referral: dice.maybe(|dice| ReferralNumber(dice.number())),
    }
}

pub fn episode(dice: &mut Dice, id: EpisodeId, serial: u32, known: &Known) -> Episode {
    const REASONS: [ClosureReason; 3] =
        [ClosureReason::Closed, ClosureReason::Combined, ClosureReason::HandedOver];
    Episode {
        id,
        case: known.case,
        serial,
        opened: dice.day(),
        closed: dice.maybe(|dice| Closure {
            on: dice.day(),
            reason: dice.of(&REASONS),
            no_score_because: dice.maybe(Dice::text),
            summary: dice.text(),
            check: check(dice, known),
        }),
        age_as_published: dice.maybe(|dice| dice.below(120) as u8),
        equal_scores_as_published: dice.coin(),
        reopened_because: dice.maybe(Dice::text),
        handed_to: dice.maybe(Dice::text),
        notes: dice.some(Dice::text),
    }
}

fn check(dice: &mut Dice, known: &Known) -> ClosureCheck {
    const ENDINGS: [ActionEnding; 3] =
        [ActionEnding::Done, ActionEnding::Superseded, ActionEnding::StaysOpen];
    ClosureCheck {
        actions: dice.some(|dice| SettledAction {
            action: known.action,
            number: ActionNumber { meeting: dice.number(), serial: dice.number() },
            what: dice.text(),
            ending: dice.of(&ENDINGS),
            reason: dice.text(),
            was: dice.of(&ActionStatus::ALL),
            light_was: None,
        }),
        orders: dice.some(|dice| OrderLeft {
            order: OrderId(dice.uuid()),
            words: dice.text(),
            watched_by: dice.text(),
        }),
        told: dice.some(Dice::text),
        told_besides: dice.text(),
        score: dice.maybe(|dice| ScoreId(dice.uuid())),
    }
}

pub fn score(dice: &mut Dice, id: ScoreId, serial: u32, known: &Known) -> Score {
    const STAGES: [ScoreStage; 4] =
        [ScoreStage::Start, ScoreStage::MidPoint, ScoreStage::Closure, ScoreStage::AsPublished];
    Score {
        id,
        episode: known.episode,
        serial,
        stage: dice.of(&STAGES),
        on: dice.maybe(Dice::day),
        total: Points::hundredths(dice.below(2_000_000) as i32 - 1_000_000),
        matrix: dice.text(),
        answers: dice.maybe(|dice| ScoreAnswers { version: known.matrix, chosen: answers(dice) }),
        route: dice.maybe(|dice| dice.of(&[ScoreRoute::OverThreshold, ScoreRoute::ProfessionalJudgement])),
        reason: dice.text(),
        scorer: dice.text(),
    }
}

pub fn answers(dice: &mut Dice) -> Vec<FactorAnswer> {
    dice.some(|dice| FactorAnswer { factor: dice.text(), option: dice.text() })
}

pub fn matrix_version(dice: &mut Dice, id: MatrixVersionId, number: u32) -> MatrixVersion {
    use domain::priority::Priority;
    let points = |dice: &mut Dice| Points::hundredths(dice.below(2_000_000) as i32 - 1_000_000);
    let option =
        |dice: &mut Dice| MatrixOption { key: dice.text(), words: dice.text(), weight: points(dice) };
    let factor = |dice: &mut Dice| MatrixFactor {
        key: dice.text(),
        title: dice.text(),
        guide: dice.text(),
        options: dice.some(option),
    };
    let band = |dice: &mut Dice| MatrixBand {
        name: dice.text(),
        from: points(dice),
        priority: dice.of(&[Priority::Low, Priority::Medium, Priority::High]),
    };
    MatrixVersion {
        id,
        kind: dice.of(&MatrixKind::ALL),
        number,
        matrix: Matrix {
            factors: dice.some(factor),
            bands: dice.some(band),
            threshold: points(dice),
            routes: dice.some(|dice| dice.of(&[ScoreRoute::OverThreshold, ScoreRoute::PotentialEscalation])),
        },
        made_on: dice.maybe(Dice::day),
        made_by: dice.text(),
    }
}

pub fn link(dice: &mut Dice, id: CaseLinkId, to: CaseId, known: &Known) -> CaseLink {
    let kind = dice.of(&[LinkKind::CrossReference, LinkKind::SplitFrom, LinkKind::CombinedInto]);
    CaseLink { id, kind, from: known.case, to, on: dice.maybe(Dice::day) }
}

pub fn demand(dice: &mut Dice, id: DemandCountId, known: &Known) -> DemandCount {
    let first_day = dice.day();
    DemandCount {
        id,
        case: known.case,
        counted: dice.of(&[Counted::Calls, Counted::Incidents]),
        first_day,
        last_day: first_day + chrono::Days::new(dice.below(400)),
        number: dice.number(),
        source: dice.text(),
    }
}

pub fn forum(dice: &mut Dice, id: ForumLinkId, known: &Known) -> ForumLink {
    let (since, until) = (dice.maybe(Dice::day), dice.maybe(Dice::day));
    ForumLink { id, case: known.case, forum: dice.text(), since, until }
}

pub fn case_move(dice: &mut Dice, id: CaseMoveId, link: CaseLinkId, to: CaseId, known: &Known) -> CaseMove {
    CaseMove {
        id,
        kind: dice.of(&[MoveKind::Split, MoveKind::Combined]),
        link,
        from: known.case,
        to,
        on: dice.day(),
        meeting: dice.maybe(|_| known.meeting),
        closed: dice.maybe(|_| known.episode),
        moved: dice.some(|dice| match dice.below(4) {
            0 => Moved::Person { part: part(dice, known), at: dice.number() },
            1 => Moved::Action { action: known.action },
            2 => Moved::Order { order: OrderId(dice.uuid()), episode: known.episode },
            _ => Moved::Link { link },
        }),
        undone: false,
    }
}
