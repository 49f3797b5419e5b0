//! Orders and interventions.

use chrono::NaiveDate;
use domain::ids::{
    MeetingId, OrderBreachId, OrderEventId, OrderId, OrderOfferId, OrderReviewId, OrderTypeId, ReferralId,
    SubjectId,
};
use domain::order::{
    DueKind, OfferAnswer, Order, OrderBreach, OrderCategory, OrderDates, OrderEventKind, OrderFigures,
    OrderOffer, OrderOutcome, OrderReview, OrderStage, OrderStep, OrderType, OrderTypeFields, ProposedDates,
};
use domain::reference::{CaseReference, ReferralNumber};

use super::Named;

pub use domain::order::OrderPeriod;

wire! {
    /// All orders with their figures.
    pub struct OrdersView {
        /// In place now.
        pub in_place: u32,
        /// Considered, prepared, applied for or on hold.
        pub pending: u32,
        /// In place or pending, and due to be looked at within four weeks.
        pub due_soon: u32,
        /// What falls due within twelve weeks, or should have been seen to; soonest first.
        pub coming: Vec<OrderDueLine>,
        /// One row an order: what is due first on top, ended ones last.
        pub rows: Vec<OrderRow>,
    }

    /// Something of an order that falls due.
    pub struct OrderDueLine {
        /// The order.
        pub order: OrderId,
        /// Its type.
        pub kind: String,
        /// What it is on, in words.
        pub on_words: String,
        /// True when it is on nothing.
        pub alone: bool,
        /// What falls due.
        pub what: DueKind,
        /// When.
        pub on: NaiveDate,
    }

    /// An order in a list.
    pub struct OrderRow {
        /// The order.
        pub order: Order,
        /// What its type stands for; empty when the hub's list does not tell.
        pub stands_for: String,
        /// What its type is meant to do; absent when it is not in the hub's list.
        pub category: Option<OrderCategory>,
        /// What it is on, in words: a reference, a place, `stands alone`.
        pub on_words: String,
        /// The case's reference; absent when on none.
        pub reference: Option<CaseReference>,
        /// When somebody has to look at it next; absent when not known.
        pub due_on: Option<NaiveDate>,
        /// How often it was broken.
        pub breaches: u32,
    }

    /// Asks for one order.
    pub struct GetOrder {
        /// The order.
        pub id: OrderId,
    }

    /// One order, whole.
    pub struct OrderView {
        /// The order as in lists.
        pub row: OrderRow,
        /// The row of the list of types that holds for it; absent when its type is not in the list.
        pub order_type: Option<OrderType>,
        /// What its dates would be by that row; empty before it is in place and when its day is not known.
        pub computed: ProposedDates,
        /// What stands beside every computed date.
        pub advice: String,
        /// The person it is about, by name or as far as known; absent when it is about none.
        pub subject: Option<Named<SubjectId>>,
        /// Its steps, the latest first, those that were taken back among them.
        pub steps: Vec<OrderStepLine>,
        /// Its breaches, the latest first.
        pub breaches: Vec<OrderBreach>,
        /// Its reviews, the latest first.
        pub reviews: Vec<OrderReview>,
        /// Its offers and the answers, in their order.
        pub offers: Vec<OrderOfferLine>,
        /// The stages it may move to.
        pub next_stages: Vec<OrderStage>,
        /// What the last step did, so that taking it back can be asked for by name; absent when it cannot be taken back.
        pub last_step: Option<String>,
        /// Whether offers of restorative justice belong to it.
        pub takes_offers: bool,
    }

    /// A step of an order.
    pub struct OrderStepLine {
        /// The step.
        pub id: OrderEventId,
        /// What it did: `Put in place`, `Dates put right`.
        pub words: String,
        /// What kind of step it was.
        pub kind: OrderEventKind,
        /// Where the order stood after it.
        pub stage: OrderStage,
        /// The day; absent when a register did not tell.
        pub on: Option<NaiveDate>,
        /// Why, or what was varied; empty when nothing was given.
        pub reason: String,
        /// What it achieved; present exactly when the step ended it.
        pub outcome: Option<OrderOutcome>,
        /// The last day after it; absent when none.
        pub expires_on: Option<NaiveDate>,
        /// The day to look again after it; absent when none.
        pub review_on: Option<NaiveDate>,
        /// Who recorded it; empty when the program found it.
        pub by: String,
        /// The meeting it was recorded in; absent outside one.
        pub meeting: Option<OrderMeeting>,
        /// True when it was taken back.
        pub taken_back: bool,
    }

    /// A meeting that a step was recorded in.
    pub struct OrderMeeting {
        /// The meeting.
        pub id: MeetingId,
        /// Its day.
        pub date: NaiveDate,
    }

    /// An offer, and whether it is the latest word of that person.
    pub struct OrderOfferLine {
        /// The offer or answer.
        pub offer: OrderOffer,
        /// True when no later one took its place.
        pub stands: bool,
    }

    /// Asks for a new order.
    pub struct AddOrder {
        /// Its type.
        pub kind: String,
        /// What it is on; for a case its open or latest episode is taken.
        pub on: OrderTarget,
        /// The person it is about; absent when it is about none.
        pub subject: Option<SubjectId>,
        /// Where it stands: on the way, or in place. Everything else is a step of an order that is there.
        pub stage: OrderStage,
        /// Since when it stands there.
        pub since: NaiveDate,
        /// Since when it was considered, where that was earlier; absent when not known.
        pub considered_on: Option<NaiveDate>,
        /// The last day on which it holds; absent when open-ended, and before it is in place.
        pub expires_on: Option<NaiveDate>,
        /// When to review it or to look at it again; absent when nobody has to.
        pub review_on: Option<NaiveDate>,
        /// The last day for an appeal; absent when there is none.
        pub appeal_ends_on: Option<NaiveDate>,
        /// What it forbids and asks for.
        pub conditions: Vec<String>,
        /// Remarks.
        pub note: String,
    }

    /// What a new order is on.
    #[serde(tag = "on")]
    pub enum OrderTarget {
        /// A case.
        Case {
            /// Its reference.
            reference: CaseReference,
        },
        /// A referral that is not adopted.
        Referral {
            /// The referral.
            referral: ReferralId,
        },
        /// A place.
        Place {
            /// Which place.
            place: String,
        },
        /// Nothing.
        Alone,
    }

    /// Asks to change what an order says, apart from where it stands.
    pub struct AmendOrder {
        /// The order.
        pub id: OrderId,
        /// The person it is about.
        pub subject: Option<SubjectId>,
        /// What it forbids and asks for.
        pub conditions: Vec<String>,
        /// Remarks.
        pub note: String,
        /// Its dates, put right where they were wrong or not known.
        pub dates: OrderDates,
    }

    /// Asks to move an order to another stage.
    pub struct MoveOrder {
        /// The order.
        pub id: OrderId,
        /// The move.
        pub step: OrderStep,
    }

    /// Asks to take the last step of an order back.
    pub struct TakeBackOrderStep {
        /// The order.
        pub id: OrderId,
        /// Why; may be empty.
        pub reason: String,
    }

    /// What is left after a step was taken back.
    pub struct OrderStepTakenBack {
        /// The order; absent when the step was its first, so that the order is gone.
        pub order: Option<OrderView>,
    }

    /// Asks to record a breach, or to change one.
    pub struct SetOrderBreach {
        /// The order.
        pub order: OrderId,
        /// The breach that is changed; absent for a new one.
        pub id: Option<OrderBreachId>,
        /// When.
        pub on: NaiveDate,
        /// What happened.
        pub what: String,
        /// What was done about it.
        pub done: String,
    }

    /// Asks to record a review, or to change one.
    pub struct SetOrderReview {
        /// The order.
        pub order: OrderId,
        /// The review that is changed; absent for a new one.
        pub id: Option<OrderReviewId>,
        /// When.
        pub on: NaiveDate,
        /// What came of it.
        pub what: String,
        /// When it is reviewed next; absent when it is not.
        pub next_on: Option<NaiveDate>,
    }

    /// Asks to record an offer of restorative justice, or an answer to one.
    pub struct AddOrderOffer {
        /// The order.
        pub order: OrderId,
        /// When.
        pub on: NaiveDate,
        /// To whom.
        pub to_whom: String,
        /// How it stands.
        pub answer: OfferAnswer,
        /// What was said.
        pub note: String,
    }

    /// Asks to take back what was recorded beside an order by mistake.
    #[serde(tag = "entry")]
    pub enum RemoveOrderEntry {
        /// A breach.
        Breach {
            /// Which.
            id: OrderBreachId,
        },
        /// A review.
        Review {
            /// Which.
            id: OrderReviewId,
        },
        /// An offer or answer.
        Offer {
            /// Which.
            id: OrderOfferId,
        },
    }

    /// Asks whom an order may be about.
    pub struct OrderPeople {
        /// What it is on.
        pub on: OrderTarget,
    }

    /// Whom an order may be about: those of the case or referral, or else everybody known by name.
    pub struct OrderPeopleView {
        /// The people.
        pub people: Vec<Named<SubjectId>>,
    }

    /// Asks what the dates of an order would be.
    pub struct ProposeOrderDates {
        /// Its type.
        pub kind: String,
        /// The day it comes into place, or is continued.
        pub on: NaiveDate,
        /// The person it is about; absent when it is about none.
        pub subject: Option<SubjectId>,
        /// The order that is continued or varied; absent for one that comes into place.
        pub continues: Option<OrderId>,
    }

    /// What the dates of an order would be.
    pub struct ProposedOrderDates {
        /// The dates, and how each came about.
        pub dates: ProposedDates,
        /// Where the periods come from; empty when the type is not in the list.
        pub source: String,
        /// True for a row that came with the program.
        pub is_default: bool,
        /// What stands beside every computed date.
        pub advice: String,
    }

    /// What happened to orders within a period.
    pub struct OrderFiguresView {
        /// The period.
        pub period: OrderPeriod,
        /// The figures, each as the orders that it counts.
        pub figures: OrderFigures,
        /// The rows of every order that a figure counts.
        pub rows: Vec<OrderRow>,
    }

    /// The list of types of orders and interventions.
    pub struct OrderTypesView {
        /// The rows: those that hold first, by name; then those that are over.
        pub rows: Vec<OrderTypeRow>,
        /// What stands beside every period.
        pub advice: String,
    }

    /// A row of the list of types.
    pub struct OrderTypeRow {
        /// The row.
        pub row: OrderType,
        /// False once another row took its place, or the type is no longer used.
        pub holds: bool,
        /// How many orders it holds for.
        pub orders: u32,
    }

    /// Asks for a new type.
    pub struct AddOrderType {
        /// What it says.
        pub fields: OrderTypeFields,
        /// The first day on which it holds; absent when it held always.
        pub from: Option<NaiveDate>,
    }

    /// Asks to change a type from a day on.
    pub struct AmendOrderType {
        /// The row that holds now.
        pub id: OrderTypeId,
        /// What it says from then on.
        pub fields: OrderTypeFields,
        /// The first day of the change.
        pub from: NaiveDate,
    }

    /// Asks to take a type off the list from a day on.
    pub struct EndOrderType {
        /// The row that holds now.
        pub id: OrderTypeId,
        /// The first day on which it does not hold any more.
        pub from: NaiveDate,
    }

    /// An order as the command line lists it.
    pub struct OrderEntry {
        /// Its key.
        pub id: OrderId,
        /// Its type.
        #[serde(rename = "type")]
        pub kind: String,
        /// What its type stands for; empty when the hub's list does not tell.
        pub stands_for: String,
        /// What its type is meant to do; absent when it is not in the hub's list.
        pub category: Option<OrderCategory>,
        /// `case`, `referral`, `place` or `alone`.
        pub on: String,
        /// The case it is on; absent when on none.
        pub reference: Option<CaseReference>,
        /// The referral it is on; absent when on none.
        pub number: Option<ReferralNumber>,
        /// The place it is on; absent when on none.
        pub place: Option<String>,
        /// Where it stands.
        pub stage: OrderStage,
        /// Since when it is considered; absent when not known.
        pub considered: Option<NaiveDate>,
        /// Since when it is in place; absent before, and when not known.
        pub in_place: Option<NaiveDate>,
        /// Its last day; absent when open-ended or not known.
        pub expires: Option<NaiveDate>,
        /// When to look at it again; absent when nobody has to.
        pub review: Option<NaiveDate>,
        /// The last day for an appeal; absent when there is none.
        pub appeal_ends: Option<NaiveDate>,
        /// When it ended, was refused or was given up; absent until then.
        pub ended: Option<NaiveDate>,
        /// What it achieved; present exactly when ended.
        pub outcome: Option<OrderOutcome>,
        /// Why it stands where it stands; empty when nothing was given.
        pub reason: String,
        /// What it forbids and asks for.
        pub conditions: Vec<String>,
        /// Its breaches, the earliest first.
        pub breaches: Vec<OrderEntryBreach>,
        /// Its reviews, the earliest first.
        pub reviews: Vec<OrderEntryReview>,
        /// Its offers and answers, in their order.
        pub offers: Vec<OrderEntryOffer>,
        /// Its steps that stand, the first one first.
        pub history: Vec<OrderEntryStep>,
        /// Remarks.
        pub note: String,
    }

    /// A breach as the command line lists it.
    #[allow(missing_docs)]
    pub struct OrderEntryBreach {
        pub on: NaiveDate,
        pub what: String,
        pub done: String,
    }

    /// A review as the command line lists it.
    #[allow(missing_docs)]
    pub struct OrderEntryReview {
        pub on: NaiveDate,
        pub what: String,
        pub next: Option<NaiveDate>,
    }

    /// An offer or answer as the command line lists it.
    #[allow(missing_docs)]
    pub struct OrderEntryOffer {
        pub on: NaiveDate,
        pub to_whom: String,
        pub answer: OfferAnswer,
        pub note: String,
    }

    /// A step as the command line lists it.
    #[allow(missing_docs)]
    pub struct OrderEntryStep {
        pub stage: OrderStage,
        pub on: Option<NaiveDate>,
        pub reason: String,
        pub by: String,
        pub meeting: Option<NaiveDate>,
    }
}
