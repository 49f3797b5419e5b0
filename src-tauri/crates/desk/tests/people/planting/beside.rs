//! The referral that led to the case, its orders, and what was chosen about keeping them.

use super::*;

pub(super) fn referral(writer: &mut Writer<'_>, p: &mut Planted) -> Done {
    p.says("referral.number", "referral R.8124");
    p.says("referral.source", "another forum");
    p.says("referral.status", "status adopted");
    p.says("referral.outcomes", "ABC issued");
    p.says("referral.guides", "guide: location");
    p.says("referral.case_id", "became CSH.4021b");
    p.says("referral_subject.role", "at risk this person");
    let answer = GuideAnswer { chosen: vec!["yes".into()], text: p.text("referral.answers") };
    writer.put_referral(&Referral {
        source: Source::OtherForum,
        referrer_name: p.text("referral.referrer_name"),
        referrer_agency: Some(AGENCY),
        referrer_address: p.text("referral.referrer_address"),
        referrer_telephone: p.text("referral.referrer_telephone"),
        referrer_email: p.text("referral.referrer_email"),
        referrer_contact: p.text("referral.referrer_contact"),
        title: p.text("referral.title"),
        problem: p.text("referral.problem"),
        victims: p.text("referral.victims"),
        offenders: p.text("referral.offenders"),
        safeguarding: p.text("referral.safeguarding"),
        tried: p.text("referral.tried"),
        place: p.text("referral.place"),
        area: Some(AREA),
        subjects: vec![SubjectPart { subject: PERSON, role: SubjectRole::AtRisk }],
        guides: vec![GuidePart::Location],
        answers: GuideAnswers([("victim.vra_done".to_owned(), answer)].into()),
        status: ReferralStatus::Adopted,
        gate_override: Some(p.text("referral.gate_override")),
        decided_on: Some(p.day("referral.decided_on")),
        outcomes: vec![ReferralOutcome::AbcIssued],
        note: p.text("referral.note"),
        case: Some(CASE),
        ..Referral::received(REFERRAL, ReferralNumber(8124), p.day("referral.received_on"))
    })?;
    p.says("agency_check.answer", "known, replied");
    writer.put_check(&AgencyCheck {
        id: AgencyCheckId(id(31)),
        referral: REFERRAL,
        agency: AGENCY,
        answer: CheckAnswer::Known,
        note: p.text("agency_check.note"),
        replied_on: Some(p.day("agency_check.replied_on")),
    })?;
    Ok(())
}

pub(super) fn orders(writer: &mut Writer<'_>, p: &mut Planted) -> Done {
    p.says("order_record.stage", "ended, considered");
    p.says("order_record.outcome", "some good effect");
    let on = OrderOn::Place { place: p.text("order_record.place") };
    writer.put_order(&Order {
        subject: Some(PERSON),
        considered_on: Some(p.day("order_record.considered_on")),
        in_place_on: Some(p.day("order_record.in_place_on")),
        appeal_ends_on: Some(p.day("order_record.appeal_ends_on")),
        expires_on: Some(p.day("order_record.expires_on")),
        review_on: Some(p.day("order_record.review_on")),
        ended_on: Some(p.day("order_record.ended_on")),
        outcome: Some(OrderOutcome::SomeGoodEffect),
        reason: p.text("order_record.reason"),
        conditions: p.texts("order_record.conditions"),
        note: p.text("order_record.note"),
        ..Order::as_published(ORDER, &p.text("order_record.kind"), on, OrderStage::Ended)
    })?;
    p.says("order_event.kind", "found as applied for");
    p.says("order_event.stage", "applied for");
    p.says("order_event.outcome", "failed before expiry");
    writer.add_order_event(&OrderEvent {
        id: OrderEventId(id(71)),
        order: ORDER,
        serial: 1,
        kind: OrderEventKind::AsFound,
        stage: OrderStage::AppliedFor,
        on: Some(p.day("order_event.day")),
        reason: p.text("order_event.reason"),
        outcome: Some(OrderOutcome::FailedBeforeExpiry),
        expires_on: Some(p.day("order_event.expires_on")),
        review_on: Some(p.day("order_event.review_on")),
        by: p.text("order_event.said_by"),
        meeting: None,
        takes_back: None,
        before: None,
    })?;
    writer.put_order_breach(&OrderBreach {
        id: OrderBreachId(id(72)),
        order: ORDER,
        on: p.day("order_breach.day"),
        what: p.text("order_breach.what"),
        done: p.text("order_breach.done"),
    })?;
    writer.put_order_review(&OrderReview {
        id: OrderReviewId(id(73)),
        order: ORDER,
        on: p.day("order_review.day"),
        what: p.text("order_review.what"),
        next_on: Some(p.day("order_review.next_on")),
    })?;
    p.says("order_offer.answer", "taken up");
    writer.put_order_offer(&OrderOffer {
        id: OrderOfferId(id(74)),
        order: ORDER,
        on: p.day("order_offer.day"),
        to_whom: p.text("order_offer.to_whom"),
        answer: OfferAnswer::TakenUp,
        note: p.text("order_offer.note"),
    })?;
    let on = OrderOn::Case { case: CASE, episode: EPISODE };
    writer.put_order(&Order {
        subject: Some(OTHER),
        conditions: vec![OF_ANOTHER.to_owned()],
        ..Order::as_published(OrderId(id(75)), "ABC", on, OrderStage::InPlace)
    })?;
    Ok(())
}

pub(super) fn choices(writer: &mut Writer<'_>, p: &mut Planted) -> Done {
    p.says("retention_choice.kind", "held from disposal");
    writer.put_retention_choice(&RetentionChoice {
        id: RetentionChoiceId(id(80)),
        kind: ChoiceKind::Hold,
        of: RecordType::ClosedCase,
        record: CASE.0,
        until: Some(p.day("retention_choice.until")),
        why: p.text("retention_choice.why"),
        by: p.text("retention_choice.chosen_by"),
        on: p.day("retention_choice.chosen_on"),
        lifted_on: Some(p.day("retention_choice.lifted_on")),
        lifted_by: p.text("retention_choice.lifted_by"),
        lifted_because: p.text("retention_choice.lifted_because"),
    })?;
    Ok(())
}
