// Generated from the list of commands and the wire types; `make fix` writes it anew.

export type About = { "about": "welcome" } | { "about": "matters_arising" } | { "about": "case", 
/**
 * The case.
 */
case: CaseId, } | { "about": "referral", 
/**
 * The referral.
 */
referral: ReferralId, } | { "about": "orders_due" } | { "about": "break" } | { "about": "other" };
export type Acceptance = { "acceptance": "not_asked" } | { "acceptance": "awaited" } | { "acceptance": "accepted", 
/**
 * The day it answered.
 */
on: string, 
/**
 * Who told the hub.
 */
told_by: string, } | { "acceptance": "declined", 
/**
 * The day it answered.
 */
on: string, 
/**
 * Who told the hub.
 */
told_by: string, 
/**
 * Why.
 */
reason: string, };
export type AccessKind = "looked" | "changed" | "shown" | "printed" | "copied" | "exported" | "disclosed";
export type AccessRow = { 
/**
 * When.
 */
at: Moment, 
/**
 * Who did it; empty when the audit names somebody the hub does not know any more.
 */
who: string, 
/**
 * In which way it was seen.
 */
kind: AccessKind, 
/**
 * What happened, in words: `On the projector, with initials`.
 */
what: string, 
/**
 * Of which record: its reference, `The person`, or `A list of many`.
 */
of: string, };
export type AccessView = { 
/**
 * The person's name; empty when not known.
 */
person: string, 
/**
 * The records that hold the person, as they are named in the rows.
 */
records: Array<string>, 
/**
 * What happened, the latest first.
 */
rows: Array<AccessRow>, 
/**
 * What the list rests on, in a sentence: how many rows of the audit there are, and how its chain ends.
 */
source: string, };
export type ActionEnding = "done" | "superseded" | "stays_open";
export type ActionId = string;
export type ActionNumber = string;
export type ActionReplyTaken = { 
/**
 * The action as it stands now.
 */
row: ActionRow, 
/**
 * How it stood before.
 */
before: ActionStanding, };
export type ActionRow = { 
/**
 * Its key.
 */
id: ActionId, 
/**
 * Its number.
 */
number: ActionNumber, 
/**
 * The case.
 */
case: CaseId, 
/**
 * The case's reference.
 */
reference: CaseReference, 
/**
 * What is to be done.
 */
what: string, 
/**
 * The neutral word for it.
 */
kind: ActionType, 
/**
 * The agency that owes it, by its short name.
 */
agency: Named<AgencyId>, 
/**
 * The person who owes it; absent until named.
 */
officer: Named<OfficerId> | null, 
/**
 * The day it was raised.
 */
raised_on: string, 
/**
 * The meeting that raised it; absent for others.
 */
raised_at: MeetingId | null, 
/**
 * When it is due; absent until agreed.
 */
due: string | null, 
/**
 * Words beside the due date, such as `7 days late`; empty when in date.
 */
due_words: string, 
/**
 * Days late, 0 when in date.
 */
days_late: number, 
/**
 * Where it stands.
 */
status: ActionStatus, 
/**
 * What stops it; absent when nothing does.
 */
blocked: string | null, 
/**
 * Its light.
 */
light: ShownLight, 
/**
 * The last entry of its log; absent when there is none.
 */
last_update: ActionUpdate | null, 
/**
 * Whether an absent agency still has to accept it.
 */
awaits_acceptance: boolean, 
/**
 * Whether the agency declined it, and nobody else got it yet.
 */
declined: boolean, 
/**
 * What the agency answered, if it was asked.
 */
acceptance: Acceptance, 
/**
 * To whom it was escalated, while it is owed; absent when it was not.
 */
escalated: Escalation | null, 
/**
 * Neutral words beside it: `awaits acceptance`, `declined`, `escalated`.
 */
tags: Array<string>, 
/**
 * `set Amber, facts say Red: reason` where the meeting set another light; absent otherwise.
 */
disagreement: string | null, 
/**
 * True until the meeting after the one that raised it.
 */
is_new: boolean, };
export type ActionStanding = { 
/**
 * Its status.
 */
status: ActionStatus, 
/**
 * When it was finished; present exactly when done.
 */
done_on: string | null, 
/**
 * What stopped it; absent when nothing did.
 */
blocked: string | null, };
export type ActionStatus = "not_started" | "under_way" | "done" | "in_abeyance" | "not_possible" | "not_undertaken" | "superseded";
export type ActionTemplate = { 
/**
 * Its key.
 */
id: ActionTemplateId, 
/**
 * Its place in the list, from 1.
 */
position: number, 
/**
 * What is to be done.
 */
what: string, 
/**
 * The neutral word for it.
 */
kind: ActionType, 
/**
 * How many days it usually has; absent where nobody can tell.
 */
days: number | null, 
/**
 * The agency that mostly does it; absent where it depends.
 */
agency: AgencyId | null, 
/**
 * True when it is not offered any more.
 */
retired: boolean, };
export type ActionTemplateFields = { 
/**
 * What is to be done.
 */
what: string, 
/**
 * The neutral word.
 */
kind: ActionType, 
/**
 * How many days it usually has; absent where nobody can tell.
 */
days: number | null, 
/**
 * The agency that mostly does it; absent where it depends.
 */
agency: AgencyId | null, };
export type ActionTemplateId = string;
export type ActionTemplateRow = { 
/**
 * The usual action.
 */
template: ActionTemplate, 
/**
 * Its agency's short name; empty where it depends.
 */
agency: string, 
/**
 * True while it stands as it was shipped: a default of ours.
 */
shipped: boolean, 
/**
 * When an action of it that is raised today is due; absent where nobody can tell.
 */
due: string | null, };
export type ActionTemplatesView = { 
/**
 * In their order, those that were retired among them.
 */
rows: Array<ActionTemplateRow>, };
export type ActionType = "visit" | "letter" | "meeting" | "referral" | "check" | "file_to_legal" | "patrol" | "repair" | "other";
export type ActionUpdate = { 
/**
 * Its key.
 */
id: ActionUpdateId, 
/**
 * The action it tells of.
 */
action: ActionId, 
/**
 * The day it tells of.
 */
on: string, 
/**
 * What happened.
 */
text: string, 
/**
 * Who said so, as written in the log.
 */
by: string, 
/**
 * What the entry tells.
 */
kind: LogKind, 
/**
 * The meeting that was running; absent between meetings and for imported entries.
 */
meeting: MeetingId | null, };
export type ActionUpdateId = string;
export type ActionView = { 
/**
 * The action.
 */
row: ActionRow, 
/**
 * Its log, newest first.
 */
log: Array<LogLine>, 
/**
 * The lights that meetings set, newest first.
 */
lights: Array<LightLine>, };
export type ActionsView = { 
/**
 * Open actions.
 */
open: number, 
/**
 * Those that are late.
 */
late: number, 
/**
 * Actions not undertaken.
 */
not_undertaken: number, 
/**
 * Actions that an absent agency has not accepted yet.
 */
awaiting: number, 
/**
 * Actions that an agency declined and nobody else got yet.
 */
declined: number, 
/**
 * Actions that were escalated and are still owed.
 */
escalated: number, 
/**
 * One row an action: open ones first, the longest late on top.
 */
rows: Array<ActionRow>, };
export type AddAction = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The meeting that raises it; absent between meetings.
 */
meeting: MeetingId | null, 
/**
 * What is to be done.
 */
what: string, 
/**
 * The neutral word; absent to have it proposed.
 */
kind: ActionType | null, 
/**
 * The agency that owes it.
 */
agency: AgencyId, 
/**
 * The person who owes it; absent until named.
 */
officer: OfficerId | null, 
/**
 * The name of a person the agency's list does not hold yet; added to it. Absent otherwise.
 */
new_officer: string | null, 
/**
 * When it is due; absent until agreed.
 */
due: string | null, };
export type AddActionUpdate = { 
/**
 * The action.
 */
id: ActionId, 
/**
 * What happened.
 */
text: string, 
/**
 * On which day; absent means today.
 */
on: string | null, };
export type AddAgency = { 
/**
 * Its name.
 */
name: string, 
/**
 * A short form; empty to use the name.
 */
short_name: string, 
/**
 * The field it works in.
 */
field: Field, 
/**
 * How it takes part.
 */
presence: Presence, 
/**
 * What it gets on Friday.
 */
pack_rule: PackRule, };
export type AddArea = { 
/**
 * Its name.
 */
name: string, };
export type AddAttendance = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The agency; absent for observers without one.
 */
agency: AgencyId | null, 
/**
 * The officer; absent for somebody the hub does not list.
 */
officer: OfficerId | null, 
/**
 * The name; may be empty when an officer is given.
 */
name: string, 
/**
 * How the person takes part.
 */
mode: AttendanceMode, 
/**
 * Whom the person stands in for; empty otherwise.
 */
substitute_for: string, 
/**
 * The first item; absent from the beginning.
 */
from_item: number | null, 
/**
 * The last item; absent to the end.
 */
to_item: number | null, };
export type AddCase = { 
/**
 * Its facts.
 */
fields: CaseFields, 
/**
 * The day it is opened.
 */
opened: string, 
/**
 * The people it is about.
 */
subjects: Array<NewSubject>, 
/**
 * The score at the start; absent when not scored yet.
 */
initial_score: Points | null, };
export type AddCaseSubject = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The person.
 */
subject: NewSubject, };
export type AddDemandCount = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The count.
 */
fields: DemandFields, };
export type AddDisclosure = { 
/**
 * The agency; absent for somebody outside the list.
 */
agency: AgencyId | null, 
/**
 * To whom, in words.
 */
to: string, 
/**
 * What, without names of people.
 */
what: string, 
/**
 * The references it was about.
 */
references: Array<string>, 
/**
 * Why; empty for the usual reason.
 */
why: string, };
export type AddForumLink = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The link.
 */
fields: ForumFields, };
export type AddItem = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * What it is about.
 */
about: About, 
/**
 * The part it stands in; absent to have it chosen.
 */
group: Group | null, 
/**
 * What is needed; for an item about nothing else, its title.
 */
title: string, 
/**
 * How deep it goes; absent to have it chosen.
 */
depth: Depth | null, 
/**
 * How long it is given; absent for the hub's length.
 */
minutes: number | null, 
/**
 * When it has to begin; a break needs it.
 */
fixed_at: ClockTime | null, };
export type AddKeyPoint = { 
/**
 * The item.
 */
item: ItemId, 
/**
 * What was said.
 */
text: string, };
export type AddKnownCaseSubject = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The person, and what the person is in the case.
 */
part: SubjectPart, };
export type AddMatrixVersion = { 
/**
 * Which matrix.
 */
kind: MatrixKind, 
/**
 * The number of the version in force when the draft was begun.
 */
begun_from: number, 
/**
 * The draft; factors and options without a key are new.
 */
matrix: Matrix, };
export type AddMeeting = { 
/**
 * The day.
 */
date: string, 
/**
 * When it begins.
 */
starts: ClockTime, 
/**
 * How long the room is ours, in minutes.
 */
minutes: number, 
/**
 * The room; may be empty.
 */
room: string, 
/**
 * Who chairs it; may be empty.
 */
chair: string, };
export type AddOfficer = { 
/**
 * The agency.
 */
agency: AgencyId, 
/**
 * The name.
 */
name: string, 
/**
 * The post; may be empty.
 */
post: string, 
/**
 * The e-mail address; may be empty.
 */
email: string, 
/**
 * The telephone number; may be empty.
 */
telephone: string, 
/**
 * Whether the person usually comes to the meeting.
 */
attends: boolean, };
export type AddOrder = { 
/**
 * Its type.
 */
kind: string, 
/**
 * What it is on; for a case its open or latest episode is taken.
 */
on: OrderTarget, 
/**
 * The person it is about; absent when it is about none.
 */
subject: SubjectId | null, 
/**
 * Where it stands: on the way, or in place. Everything else is a step of an order that is there.
 */
stage: OrderStage, 
/**
 * Since when it stands there.
 */
since: string, 
/**
 * Since when it was considered, where that was earlier; absent when not known.
 */
considered_on: string | null, 
/**
 * The last day on which it holds; absent when open-ended, and before it is in place.
 */
expires_on: string | null, 
/**
 * When to review it or to look at it again; absent when nobody has to.
 */
review_on: string | null, 
/**
 * The last day for an appeal; absent when there is none.
 */
appeal_ends_on: string | null, 
/**
 * What it forbids and asks for.
 */
conditions: Array<string>, 
/**
 * Remarks.
 */
note: string, };
export type AddOrderOffer = { 
/**
 * The order.
 */
order: OrderId, 
/**
 * When.
 */
on: string, 
/**
 * To whom.
 */
to_whom: string, 
/**
 * How it stands.
 */
answer: OfferAnswer, 
/**
 * What was said.
 */
note: string, };
export type AddOrderType = { 
/**
 * What it says.
 */
fields: OrderTypeFields, 
/**
 * The first day on which it holds; absent when it held always.
 */
from: string | null, };
export type AddScore = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * When in its life.
 */
stage: ScoreStage, 
/**
 * The day.
 */
on: string, 
/**
 * The total.
 */
total: Points, 
/**
 * The route; absent when not asked.
 */
route: ScoreRoute | null, 
/**
 * The reason; needed for the second and third route.
 */
reason: string, };
export type AddUser = { 
/**
 * The person's name.
 */
name: string, 
/**
 * The person's role.
 */
role: Role, 
/**
 * The passphrase that the person chose.
 */
passphrase: string, };
export type AddWrittenUpdate = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The case.
 */
case: CaseId, 
/**
 * The agency.
 */
agency: AgencyId, 
/**
 * What it says.
 */
text: string, };
export type Advice = { "advice": "hold" } | { "advice": "cancel", 
/**
 * Why, as the notice gives it: `nothing is due`.
 */
because: string, } | { "advice": "move", 
/**
 * Why not on its day.
 */
because: string, 
/**
 * The next day on which it may be held.
 */
to: string, };
export type AgeAsTold = { 
/**
 * Whole years.
 */
years: number, 
/**
 * The day it was told on.
 */
on: string, };
export type AgenciesView = { 
/**
 * One row an agency, by name.
 */
rows: Array<AgencyRow>, };
export type Agency = { 
/**
 * Its key.
 */
id: AgencyId, 
/**
 * Its name as the hub writes it.
 */
name: string, 
/**
 * A short form for columns and for `@` in the action line; the name itself when there is none.
 */
short_name: string, 
/**
 * The field it works in.
 */
field: Field, 
/**
 * How it takes part in the meeting.
 */
presence: Presence, 
/**
 * What it gets on Friday.
 */
pack_rule: PackRule, 
/**
 * False once it no longer takes part; its past actions stay.
 */
active: boolean, };
export type AgencyCheck = { 
/**
 * Its key.
 */
id: AgencyCheckId, 
/**
 * The referral.
 */
referral: ReferralId, 
/**
 * The agency that was asked.
 */
agency: AgencyId, 
/**
 * What it said.
 */
answer: CheckAnswer, 
/**
 * In its words; empty when it added none.
 */
note: string, 
/**
 * The day it replied; absent until it does, and where it was not kept.
 */
replied_on: string | null, };
export type AgencyCheckId = string;
export type AgencyId = string;
export type AgencyNeed = { 
/**
 * The agency.
 */
agency: AgencyId, 
/**
 * Its short name.
 */
name: string, 
/**
 * Whether the record says so: lead, involved, owes an action, or refers.
 */
by_record: boolean, 
/**
 * Whether it has to come.
 */
needed: boolean, };
export type AgencyReference = { 
/**
 * The agency.
 */
agency: AgencyId, 
/**
 * Its number for the person.
 */
reference: string, };
export type AgencyReplies = { 
/**
 * The agency.
 */
agency: AgencyId, 
/**
 * Its name.
 */
name: string, 
/**
 * Its short name.
 */
short_name: string, 
/**
 * When it is expected, in words: `2.08 – 2.25`, `throughout`, `no item`.
 */
words: string, 
/**
 * Whether it replied.
 */
replied: boolean, 
/**
 * What is still missing, a few words each.
 */
missing: Array<string>, 
/**
 * Its people who usually come, and everybody who was entered for it.
 */
people: Array<PersonReply>, 
/**
 * Its items, with when they are.
 */
items: Array<ReplyItem>, 
/**
 * Its open actions, the longest late first.
 */
actions: Array<ActionRow>, 
/**
 * What it was asked about the referrals on the agenda.
 */
checks: Array<ReplyCheck>, 
/**
 * What it wrote for this meeting.
 */
updates: Array<ReplyUpdate>, };
export type AgencyRow = { 
/**
 * The agency.
 */
agency: Agency, 
/**
 * Its people who come to the meeting, as names.
 */
people: Array<string>, 
/**
 * Open actions it owes.
 */
open_actions: number, 
/**
 * Those that are late.
 */
late_actions: number, 
/**
 * Open cases it leads.
 */
leads: number, };
export type AgencyView = { 
/**
 * The agency.
 */
agency: Agency, 
/**
 * Its people, active ones first.
 */
officers: Array<Officer>, 
/**
 * Its actions: open ones first, then by due date.
 */
actions: Array<ActionRow>, };
export type AgendaCandidate = { 
/**
 * What it is about.
 */
about: About, 
/**
 * Its reference.
 */
reference: string, 
/**
 * What it is, in words.
 */
title: string, 
/**
 * Why it could be on the agenda, in words; `nothing due` otherwise.
 */
why: string, 
/**
 * True when something is due and the proposal would take it.
 */
due: boolean, 
/**
 * How deep it would go.
 */
depth: Depth, 
/**
 * The part it would stand in.
 */
group: Group, 
/**
 * How long it would be given.
 */
minutes: number, 
/**
 * The lights of its open actions, worst first.
 */
lights: Array<Light>, };
export type AgendaGroup = { 
/**
 * Which part.
 */
group: Group, 
/**
 * Its heading.
 */
words: string, 
/**
 * How long its items take together, in minutes.
 */
minutes: number, 
/**
 * Its items in their order.
 */
items: Array<AgendaItem>, };
export type AgendaItem = { 
/**
 * Its key.
 */
id: ItemId, 
/**
 * Its place in the running order, from 1.
 */
position: number, 
/**
 * What it is about.
 */
about: About, 
/**
 * The case's or referral's reference; absent for others.
 */
reference: string | null, 
/**
 * What the row says: the title, or for a case what it is.
 */
title: string, 
/**
 * Why it is on the agenda.
 */
why: string, 
/**
 * How deep it goes.
 */
depth: Depth, 
/**
 * When it begins.
 */
starts: ClockTime, 
/**
 * How long it is given, in minutes.
 */
minutes: number, 
/**
 * The lights of the case's open actions, worst first.
 */
lights: Array<Light>, 
/**
 * Short names of the agencies it concerns.
 */
agencies: Array<string>, 
/**
 * True when it begins or ends after the room's time.
 */
over_time: boolean, 
/**
 * Minutes that the room waits for its fixed time.
 */
idle: number, 
/**
 * Minutes by which it misses its fixed time.
 */
late: number, 
/**
 * When it has to begin; absent when it follows the item before.
 */
fixed_at: ClockTime | null, 
/**
 * Whether the user put it where it stands: the planner works around it.
 */
pinned: boolean, 
/**
 * The agencies that it concerns or that the user named for it.
 */
needs: Array<AgencyNeed>, };
export type AgendaView = { 
/**
 * The meeting.
 */
meeting: MeetingRow, 
/**
 * The day on which the agenda goes out.
 */
goes_out_on: string, 
/**
 * When on that day it freezes.
 */
freezes_at: ClockTime, 
/**
 * The runs of parts in the running order: a part may come more than once.
 */
groups: Array<AgendaGroup>, 
/**
 * How long the items take together, in minutes.
 */
planned_minutes: number, 
/**
 * When the last item ends.
 */
ends: ClockTime, 
/**
 * Minutes to spare; below nought when the items do not fit.
 */
spare_minutes: number, 
/**
 * Which items do not fit the room's time, in a sentence; absent when all do.
 */
overflow: string | null, 
/**
 * Which items miss their fixed time, a sentence each.
 */
not_kept: Array<string>, 
/**
 * Who comes when.
 */
who_comes: Array<WhoComes>, 
/**
 * Minutes that agencies wait between their own items, in sum; those there throughout do not count.
 */
waiting_minutes: number, 
/**
 * Whether the order before the planner changed it can be put back.
 */
can_take_back: boolean, 
/**
 * Open cases and tabled referrals that are not on it, with why they could be.
 */
not_on_it: Array<AgendaCandidate>, 
/**
 * Whether it can still be changed.
 */
editable: boolean, };
export type AmendAction = { 
/**
 * The action.
 */
id: ActionId, 
/**
 * What is to be done.
 */
what: string, 
/**
 * The neutral word.
 */
kind: ActionType, 
/**
 * The person of its agency who owes it; absent until named.
 */
officer: OfficerId | null, 
/**
 * When it is due; absent until agreed.
 */
due: string | null, 
/**
 * What stops it; absent when nothing does.
 */
blocked: string | null, };
export type AmendActionTemplate = { 
/**
 * The usual action.
 */
id: ActionTemplateId, 
/**
 * What it says.
 */
fields: ActionTemplateFields, 
/**
 * True to offer it no more.
 */
retired: boolean, };
export type AmendAgency = { 
/**
 * The agency as it is to be.
 */
agency: Agency, };
export type AmendArea = { 
/**
 * The area.
 */
id: AreaId, 
/**
 * Its new name.
 */
name: string, };
export type AmendCase = { 
/**
 * The case.
 */
id: CaseId, 
/**
 * Its facts as they are to be.
 */
fields: CaseFields, };
export type AmendCaseSubject = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The person.
 */
subject: SubjectId, 
/**
 * What is known, as it is to be.
 */
fields: SubjectFields, 
/**
 * What the person is in the case.
 */
role: SubjectRole, };
export type AmendDemandCount = { 
/**
 * The count.
 */
id: DemandCountId, 
/**
 * As it is to be.
 */
fields: DemandFields, };
export type AmendForumLink = { 
/**
 * The link.
 */
id: ForumLinkId, 
/**
 * As it is to be.
 */
fields: ForumFields, };
export type AmendItem = { 
/**
 * The item.
 */
item: ItemId, 
/**
 * Its title; absent to leave it.
 */
title: string | null, 
/**
 * How deep it goes.
 */
depth: Depth, 
/**
 * How long it is given, in minutes.
 */
minutes: number, 
/**
 * The part it stands in.
 */
group: Group, 
/**
 * When it has to begin; absent when it follows the item before.
 */
fixed_at: ClockTime | null, 
/**
 * Whether it stays where it stands; false lets the planner place it.
 */
pinned: boolean, 
/**
 * Where the user says otherwise than the record which agencies have to come for it.
 */
needs: Array<Need>, };
export type AmendMeeting = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * As it is to be.
 */
plan: AddMeeting, };
export type AmendOfficer = { 
/**
 * The person as they are to be.
 */
officer: Officer, };
export type AmendOrder = { 
/**
 * The order.
 */
id: OrderId, 
/**
 * The person it is about.
 */
subject: SubjectId | null, 
/**
 * What it forbids and asks for.
 */
conditions: Array<string>, 
/**
 * Remarks.
 */
note: string, 
/**
 * Its dates, put right where they were wrong or not known.
 */
dates: OrderDates, };
export type AmendOrderType = { 
/**
 * The row that holds now.
 */
id: OrderTypeId, 
/**
 * What it says from then on.
 */
fields: OrderTypeFields, 
/**
 * The first day of the change.
 */
from: string, };
export type AmendReferral = { 
/**
 * The referral.
 */
id: ReferralId, 
/**
 * The form as it is to be.
 */
form: ReferralForm, };
export type AmendReferralSubject = { 
/**
 * The referral.
 */
referral: ReferralId, 
/**
 * The person.
 */
subject: SubjectId, 
/**
 * What is known, as it is to be.
 */
fields: SubjectFields, 
/**
 * What the person is in it.
 */
role: SubjectRole, };
export type AmendSettings = { 
/**
 * All settings, changed or not; `sample` is kept as it is.
 */
settings: Settings, };
export type AmendUser = { 
/**
 * Whose.
 */
user: UserId, 
/**
 * The name.
 */
name: string, 
/**
 * The role.
 */
role: Role, };
export type AmendWrittenUpdate = { 
/**
 * The update.
 */
id: WrittenUpdateId, 
/**
 * What it says.
 */
text: string, };
export type AnswerAction = { 
/**
 * The action.
 */
id: ActionId, 
/**
 * Whether it accepts.
 */
accepts: boolean, 
/**
 * The day it answered; absent means today.
 */
on: string | null, 
/**
 * Who told the hub.
 */
told_by: string, 
/**
 * Why it declines; empty when it accepts.
 */
reason: string, };
export type AnswerKind = "text" | "line" | "date" | "one" | "many";
export type AnsweredFactor = { 
/**
 * The factor's title in the version that was answered.
 */
title: string, 
/**
 * The answer.
 */
answer: string, 
/**
 * What it added to the total.
 */
weight: Points, };
export type AnswersView = { 
/**
 * The score.
 */
score: Score, 
/**
 * A line for each factor, in the order of asking.
 */
answers: Array<AnsweredFactor>, };
export type ApplySlots = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The items in that order.
 */
order: Array<ItemId>, };
export type Area = { 
/**
 * Its key.
 */
id: AreaId, 
/**
 * Its name.
 */
name: string, };
export type AreaId = string;
export type Attendance = { 
/**
 * Its key.
 */
id: AttendanceId, 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * Its running number within the meeting, from 1; gives the order.
 */
serial: number, 
/**
 * The agency; absent for observers without one.
 */
agency: AgencyId | null, 
/**
 * The officer; absent for somebody the hub does not list.
 */
officer: OfficerId | null, 
/**
 * The name as it goes into the minutes.
 */
name: string, 
/**
 * How the person took part.
 */
mode: AttendanceMode, 
/**
 * Whom the person stands in for; empty otherwise.
 */
substitute_for: string, 
/**
 * The first item the person is there for; absent means from the beginning.
 */
from_item: number | null, 
/**
 * The last item the person is there for; absent means to the end.
 */
to_item: number | null, 
/**
 * Whether the person heard the declaration.
 */
heard_declaration: boolean, 
/**
 * When it was entered.
 */
at: Moment, 
/**
 * True when the person's entry was entered by mistake and no longer counts.
 */
withdrawn: boolean, };
export type AttendanceId = string;
export type AttendanceLine = { 
/**
 * The entry.
 */
entry: Attendance, 
/**
 * The agency's name; empty when it has none.
 */
agency: string, };
export type AttendanceMode = "in_room" | "dialled_in" | "apologies" | "written" | "observer" | "no_contact" | "coming" | "dialling_in";
export type BackUpElsewhere = { 
/**
 * The folder.
 */
folder: string, };
export type BackupMade = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * When it was made.
 */
at: Moment, 
/**
 * Its size in KiB.
 */
kib: number, 
/**
 * The cases in it.
 */
cases: number, 
/**
 * The actions in it.
 */
actions: number, 
/**
 * The meetings in it.
 */
meetings: number, };
export type BackupsView = { 
/**
 * The folder that was looked in.
 */
folder: string, 
/**
 * The copies, the newest first.
 */
backups: Array<BackupMade>, };
export type CancelMeeting = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * Why.
 */
because: string, };
export type Case = { 
/**
 * Its key.
 */
id: CaseId, 
/**
 * Its reference, kept over all its episodes.
 */
reference: CaseReference, 
/**
 * What it is about.
 */
kind: CaseKind, 
/**
 * A short label, such as `town centre`; empty for most persons. Never on the projector below "full".
 */
title: string, 
/**
 * The outline in a few sentences; empty for imported rows.
 */
outline: string, 
/**
 * Key issues in the words in which they were published.
 */
key_issues: Array<string>, 
/**
 * The reporting factors that the key issues were mapped to; editable.
 */
factors: Array<Factor>, 
/**
 * The place; empty for persons and most topics.
 */
place: string, 
/**
 * The area; absent when not known.
 */
area: AreaId | null, 
/**
 * Where it came from; absent for imported rows.
 */
source: Source | null, 
/**
 * The lead agency; absent until agreed.
 */
lead_agency: AgencyId | null, 
/**
 * The lead officer; absent until named.
 */
lead_officer: OfficerId | null, 
/**
 * The legal lead's name; empty when there is none.
 */
legal_lead: string, 
/**
 * The other agencies that are involved.
 */
involved: Array<AgencyId>, 
/**
 * The people it is about.
 */
subjects: Array<SubjectPart>, 
/**
 * When it comes back to the meeting.
 */
review_rule: ReviewRule, 
/**
 * Facts beside the case, such as `committed, secure unit`.
 */
outside_facts: Array<string>, 
/**
 * The referral it began as; absent for the hub's own and imported ones.
 */
referral: ReferralNumber | null, };
export type CaseEvent = { 
/**
 * The day; absent where the record does not tell.
 */
on: string | null, 
/**
 * What kind it is.
 */
kind: CaseEventKind, 
/**
 * What happened, in words.
 */
words: string, 
/**
 * The meeting it happened at; absent for all else.
 */
meeting: MeetingId | null, };
export type CaseEventKind = "opened" | "scored" | "moved" | "linked" | "action" | "order" | "demand" | "decided" | "closed" | "printed";
export type CaseFields = { 
/**
 * What it is about.
 */
kind: CaseKind, 
/**
 * The short label.
 */
title: string, 
/**
 * The outline.
 */
outline: string, 
/**
 * Key issues.
 */
key_issues: Array<string>, 
/**
 * The factors; absent to have them mapped from the key issues.
 */
factors: Array<Factor> | null, 
/**
 * The place.
 */
place: string, 
/**
 * The area; absent when not known.
 */
area: AreaId | null, 
/**
 * Where it came from; absent when not known.
 */
source: Source | null, 
/**
 * The lead agency; absent until agreed.
 */
lead_agency: AgencyId | null, 
/**
 * The lead officer; absent until named.
 */
lead_officer: OfficerId | null, 
/**
 * The legal lead's name.
 */
legal_lead: string, 
/**
 * The other agencies that are involved.
 */
involved: Array<AgencyId>, 
/**
 * When it comes back to the meeting.
 */
review_rule: ReviewRule, 
/**
 * Facts beside the case.
 */
outside_facts: Array<string>, };
export type CaseId = string;
export type CaseKind = "person" | "property" | "topic";
export type CaseLinkId = string;
export type CaseMoveId = string;
export type CaseReference = string;
export type CaseView = { 
/**
 * The case.
 */
case: Case, 
/**
 * Its episodes, the latest first.
 */
episodes: Array<EpisodeView>, 
/**
 * The people it is about.
 */
subjects: Array<SubjectView>, 
/**
 * Its actions: open ones first, then by due date.
 */
actions: Array<ActionRow>, 
/**
 * Its orders.
 */
orders: Array<OrderRow>, 
/**
 * Its links, both ways.
 */
links: Array<LinkView>, 
/**
 * What meetings decided, the latest first.
 */
decisions: Array<DecisionLine>, 
/**
 * The lead agency's name; empty until agreed.
 */
lead_agency: string, 
/**
 * The lead officer's name; empty until named.
 */
lead_officer: string, 
/**
 * The involved agencies' names.
 */
involved: Array<string>, 
/**
 * The area's name; empty when not known.
 */
area: string, 
/**
 * Suggested from the latest score; absent when never scored.
 */
priority: Priority | null, 
/**
 * How long the mid-point score is waited for, in words; absent while it is not.
 */
mid_point: string | null, 
/**
 * The case that work goes on in, where this one is a signpost; absent otherwise.
 */
signpost_to: CaseReference | null, 
/**
 * How it shows on the projector, in words.
 */
projector: string, 
/**
 * When it comes back to the meeting, in words.
 */
review: string, 
/**
 * True when an episode is open.
 */
open: boolean, 
/**
 * Counts of calls and incidents, by their days.
 */
demand: Array<DemandLine>, 
/**
 * Links to other forums.
 */
forums: Array<ForumLine>, 
/**
 * What was moved by splitting and combining, the latest first.
 */
moves: Array<MoveView>, 
/**
 * What happened to it, the first first.
 */
events: Array<CaseEvent>, 
/**
 * Whether its handing over can be undone now.
 */
may_undo_hand_over: boolean, };
export type ChangePassphrase = { 
/**
 * The present one.
 */
passphrase: string, 
/**
 * The one that takes its place.
 */
new_passphrase: string, };
export type CheckAnswer = "no_reply" | "known" | "not_known";
export type CheckCounts = { 
/**
 * Agencies that were asked.
 */
asked: number, 
/**
 * To whom it is known.
 */
known: number, 
/**
 * To whom it is not known.
 */
not_known: number, 
/**
 * Who did not reply yet.
 */
no_reply: number, };
export type CheckLine = { 
/**
 * The agency's name.
 */
agency: string, 
/**
 * The check.
 */
check: AgencyCheck, };
export type CheckMatrix = { 
/**
 * Which matrix.
 */
kind: MatrixKind, 
/**
 * The draft.
 */
matrix: Matrix, };
export type CheckView = { 
/**
 * True when nothing is wrong.
 */
sound: boolean, 
/**
 * Rows in the record.
 */
rows: number, 
/**
 * Rows in the audit.
 */
audit_rows: number, 
/**
 * What is wrong, in sentences.
 */
problems: Array<string>, };
export type ClockTime = string;
export type CloseCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The day.
 */
on: string, 
/**
 * The closing score; absent when it is not scored again.
 */
score: Points | null, 
/**
 * Why there is no closing score; needed exactly without one.
 */
no_score_because: string | null, 
/**
 * The scheme it is handed over to; absent when it is simply closed.
 */
hand_over_to: string | null, 
/**
 * What was answered to the checklist.
 */
answers: ClosingAnswers, };
export type ClosingAnswers = { 
/**
 * What becomes of each open action.
 */
actions: Array<EndedAction>, 
/**
 * Who watches the orders that stay.
 */
orders: Array<WatchedOrder>, 
/**
 * Who is told, from the list that was offered.
 */
told: Array<string>, 
/**
 * Who else is told, in words; may be empty.
 */
told_besides: string, 
/**
 * The summary; may be empty.
 */
summary: string, };
export type Closure = { 
/**
 * The day.
 */
on: string, 
/**
 * Why.
 */
reason: ClosureReason, 
/**
 * Why there is no closing score; absent when there is one, and for imported rows.
 */
no_score_because: string | null, 
/**
 * A summary; empty when none was written.
 */
summary: string, 
/**
 * What was settled with it; empty for imported rows.
 */
check: ClosureCheck, };
export type ClosureCheck = { 
/**
 * The actions that were open.
 */
actions: Array<SettledAction>, 
/**
 * The orders that stay.
 */
orders: Array<OrderLeft>, 
/**
 * Who is told, from the list that was offered.
 */
told: Array<string>, 
/**
 * Who else is told, in words; may be empty.
 */
told_besides: string, 
/**
 * The score that was given with the closure, for taking it back; absent when none was given with it.
 */
score: ScoreId | null, };
export type ClosureChecklist = { 
/**
 * The open actions: each has to be settled.
 */
actions: Array<ActionRow>, 
/**
 * The orders that stay.
 */
orders: Array<StayingOrder>, 
/**
 * The closing score that was given before; absent when none was.
 */
score_already: Points | null, 
/**
 * The last score of the episode; absent when it was never scored.
 */
last_score: Points | null, 
/**
 * Who may have to be told.
 */
to_tell: Array<Tell>, 
/**
 * The summary, drafted from the record.
 */
summary: string, };
export type ClosureReason = "closed" | "combined" | "handed_over";
export type Code = "refused" | "locked" | "wrong_passphrase" | "damaged" | "open_ends" | "held_elsewhere" | "cancelled";
export type ColumnChoice = { 
/**
 * The column, from 0.
 */
column: number, 
/**
 * The field's name; absent to leave the column out.
 */
field: string | null, };
export type CombineCases = { 
/**
 * The case that becomes a signpost.
 */
case: CaseId, 
/**
 * The reference of the case that it goes on in, as typed.
 */
into: string, 
/**
 * What goes along; all else stays.
 */
goes: Array<Piece>, };
export type Completion = { 
/**
 * Where the replaced text begins, in UTF-16 code units.
 */
from: number, 
/**
 * Where it ends.
 */
to: number, 
/**
 * What stands there then.
 */
text: string, 
/**
 * What the list shows.
 */
label: string, };
export type ConcernedAgency = { 
/**
 * The agency.
 */
agency: AgencyId, 
/**
 * Its name.
 */
name: string, };
export type ConcludeMeeting = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * True to conclude although something is not settled; the minutes say so.
 */
with_open_ends: boolean, };
export type ConfirmImport = { 
/**
 * What was previewed.
 */
preview: PreviewImport, 
/**
 * Rows whose changes are to be written, by their number in the file.
 */
update_rows: Array<number>, };
export type CopiedElsewhere = { 
/**
 * The folder.
 */
folder: string, 
/**
 * The day.
 */
on: string, };
export type CopyOutText = { 
/**
 * The text, several lines.
 */
text: string, };
export type CorrectMinutes = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The item; absent for the meeting as a whole.
 */
item: ItemId | null, 
/**
 * What they say now.
 */
text: string, };
export type Counted = "calls" | "incidents";
export type Counting = { 
/**
 * Whether the day on which it begins is the first of the period, as in "21 days beginning with".
 */
first_day: boolean, 
/**
 * Whether Saturdays and Sundays are left out; matters for periods in days only.
 */
without_weekends: boolean, 
/**
 * Whether bank holidays are left out; matters for periods in days only.
 */
without_bank_holidays: boolean, };
export type CreateHub = { 
/**
 * The hub's name.
 */
hub: string, 
/**
 * The person's name.
 */
person: string, 
/**
 * The person's role.
 */
role: Role, 
/**
 * The person's passphrase.
 */
passphrase: string, 
/**
 * A second holder, so that the hub opens when the first is away; absent when declined.
 */
second: SecondHolder | null, };
export type CreatedHub = { 
/**
 * The recovery key, shown this once.
 */
recovery_key: string, };
export type CurrentItem = { 
/**
 * Its key.
 */
id: ItemId, 
/**
 * Its place, from 1.
 */
position: number, 
/**
 * What it is about.
 */
about: About, 
/**
 * The heading: reference or title.
 */
heading: string, 
/**
 * The line beside the heading: `T.R., 16–17, at risk · opened 6 October 2026 · lead Police, PC 1204`.
 */
line: string, 
/**
 * The case; absent for other items.
 */
case: RoomCase | null, 
/**
 * The referral; absent for other items.
 */
referral: ReferralView | null, 
/**
 * Lines of items about neither, such as orders due or matters arising.
 */
lines: Array<string>, 
/**
 * Key points that stand, in their order.
 */
key_points: Array<RoomKeyPoint>, 
/**
 * The decision that stands; absent until decided.
 */
decision: RoomDecision | null, 
/**
 * Actions that this meeting raised under it.
 */
new_actions: Array<ActionRow>, 
/**
 * Whether it is about a child whom the chair has not raised.
 */
child_not_raised: boolean, 
/**
 * The agencies that it concerns: those for whom a text can be copied.
 */
concerned: Array<ConcernedAgency>, };
export type Decide = { 
/**
 * The item.
 */
item: ItemId, 
/**
 * What was decided.
 */
choice: DecisionChoice, 
/**
 * In the meeting's words; may be empty except for `other`.
 */
text: string, };
export type Decision = { 
/**
 * Its key.
 */
id: DecisionId, 
/**
 * The item.
 */
item: ItemId, 
/**
 * Its running number within the item, from 1.
 */
serial: number, 
/**
 * What was decided.
 */
outcome: Outcome, 
/**
 * In the meeting's words; empty when the outcome says it all.
 */
text: string, 
/**
 * True once it was taken back.
 */
withdrawn: boolean, 
/**
 * When.
 */
at: Moment, };
export type DecisionChoice = { "decided": "continue" } | { "decided": "close", 
/**
 * The closing score; absent when not scored.
 */
score: Points | null, 
/**
 * Why not; needed exactly without a score.
 */
no_score_because: string | null, 
/**
 * What was answered to the checklist.
 */
answers: ClosingAnswers, } | { "decided": "hand_over", 
/**
 * To which scheme.
 */
scheme: string, 
/**
 * The closing score; absent when the scheme scores it by its own rules.
 */
score: Points | null, 
/**
 * What was answered to the checklist.
 */
answers: ClosingAnswers, } | { "decided": "split", 
/**
 * The part.
 */
split: SplitFields, } | { "decided": "combine", 
/**
 * The reference of the other case, as typed.
 */
into: string, 
/**
 * What goes along; all else stays.
 */
goes: Array<Piece>, } | { "decided": "separate_meeting", 
/**
 * When it reports back; absent until known.
 */
reports_back: string | null, } | { "decided": "adopt", 
/**
 * What the case is about.
 */
kind: CaseKind, 
/**
 * The lead agency; absent until agreed.
 */
lead_agency: AgencyId | null, } | { "decided": "not_adopt", 
/**
 * The main outcome, the one that is counted.
 */
main_outcome: ReferralOutcome, 
/**
 * Any further ones.
 */
further_outcomes: Array<ReferralOutcome>, } | { "decided": "more_information", 
/**
 * By when; absent until known.
 */
by: string | null, } | { "decided": "defer" } | { "decided": "noted" } | { "decided": "other" };
export type DecisionId = string;
export type DecisionLine = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * Its day.
 */
date: string, 
/**
 * The decision in words; empty when none was recorded.
 */
words: string, 
/**
 * Key points.
 */
key_points: Array<string>, };
export type DemandCount = { 
/**
 * Its key.
 */
id: DemandCountId, 
/**
 * The case.
 */
case: CaseId, 
/**
 * What was counted.
 */
counted: Counted, 
/**
 * The first day of the count.
 */
first_day: string, 
/**
 * The last day of the count, which is counted.
 */
last_day: string, 
/**
 * How many.
 */
number: number, 
/**
 * Whose count it is, such as `Police, STORM`.
 */
source: string, };
export type DemandCountId = string;
export type DemandFields = { 
/**
 * What was counted.
 */
counted: Counted, 
/**
 * The first day.
 */
first_day: string, 
/**
 * The last day, counted in.
 */
last_day: string, 
/**
 * How many.
 */
number: number, 
/**
 * Whose count it is.
 */
source: string, };
export type DemandLine = { 
/**
 * The count.
 */
count: DemandCount, 
/**
 * Where it lies in the life of the case.
 */
phase: DemandPhase, 
/**
 * What was counted and when, in words: `12 calls, 1 Sep 2026 to 30 Sep 2026`.
 */
words: string, 
/**
 * Tenths of how many there were in four weeks, for comparing counts of unequal length.
 */
per_four_weeks_in_tenths: number, };
export type DemandPhase = "before" | "during" | "after";
export type Depth = "full" | "quick" | "noted";
export type Directory = { 
/**
 * The agencies that take part, by name.
 */
agencies: Array<Agency>, 
/**
 * Their people, by name.
 */
officers: Array<Officer>, 
/**
 * The areas, by name.
 */
areas: Array<Area>, 
/**
 * The types of orders and interventions that hold today, by name.
 */
order_types: Array<OrderType>, 
/**
 * Other forums that are offered: name and what it stands for.
 */
forums: Array<[string, string]>, };
export type DisclosedAction = { 
/**
 * Its number.
 */
number: string, 
/**
 * Its light.
 */
light: Light, 
/**
 * `set Amber, facts say Red` where the meeting set another light than the facts suggest, from initials with its
 * reason; absent otherwise.
 */
disagreement: string | null, 
/**
 * Neutral words beside it, such as `awaits acceptance`.
 */
tags: Array<string>, 
/**
 * What is to be done, or below initials its neutral word.
 */
words: string, 
/**
 * The agency.
 */
agency: string, 
/**
 * The officer; only at full.
 */
officer: string | null, 
/**
 * When it is due.
 */
due: string | null, 
/**
 * The words beside the due date.
 */
due_words: string, 
/**
 * True until the next meeting.
 */
is_new: boolean, 
/**
 * The last entry of its log; from initials.
 */
last_update: string | null, };
export type DisclosedCase = { 
/**
 * The reference.
 */
reference: string, 
/**
 * What it is about.
 */
kind: CaseKind, 
/**
 * The lead agency; empty until agreed.
 */
lead_agency: string, 
/**
 * The lead officer; only at full.
 */
lead_officer: string | null, 
/**
 * The short label; only at full.
 */
title: string | null, 
/**
 * The day the episode was opened; from initials.
 */
opened: string | null, 
/**
 * The people: initials and age band, or names; empty below initials.
 */
people: Array<string>, 
/**
 * The key issues; empty below initials.
 */
key_issues: Array<string>, 
/**
 * The scores; from initials.
 */
scores: ScoreSummary | null, 
/**
 * The orders; empty below initials.
 */
orders: Array<string>, 
/**
 * The actions.
 */
actions: Array<DisclosedAction>, 
/**
 * The written updates.
 */
updates: Array<DisclosedUpdate>, 
/**
 * The key points that were put on the projector; empty below initials.
 */
key_points: Array<string>, };
export type DisclosedFactor = { 
/**
 * What it is called.
 */
title: string, 
/**
 * The chosen answer; absent until answered.
 */
answer: string | null, };
export type DisclosedScoring = { 
/**
 * The matrix: `Person matrix, version 2`.
 */
matrix: string, 
/**
 * That it is a default; empty for the hub's own.
 */
label: string, 
/**
 * The factors in the order of asking.
 */
factors: Array<DisclosedFactor>, 
/**
 * How far it has come: `5 of 12 answered`.
 */
progress: string, 
/**
 * The total so far.
 */
total: Points, 
/**
 * The band that the total falls into.
 */
band: string, 
/**
 * The threshold.
 */
threshold: Points, 
/**
 * Whether the total reaches it.
 */
over_threshold: boolean, 
/**
 * The highest total of the matrix: the end of the scale.
 */
highest: Points, };
export type DisclosedUpdate = { 
/**
 * The agency.
 */
agency: string, 
/**
 * What it says; absent below initials, and until it is put on the projector.
 */
text: string | null, };
export type Disclosure = { 
/**
 * Its key.
 */
id: DisclosureId, 
/**
 * Its running number.
 */
serial: number, 
/**
 * When it was noted.
 */
at: Moment, 
/**
 * Who disclosed.
 */
by: string, 
/**
 * The agency that was told; absent for somebody outside the list.
 */
agency: AgencyId | null, 
/**
 * To whom, in words.
 */
to: string, 
/**
 * What, in words, without a name.
 */
what: string, 
/**
 * The references that it held.
 */
references: Array<string>, 
/**
 * Why.
 */
why: string, 
/**
 * The copy; absent for what was told otherwise.
 */
copy: IssuedCopyId | null, 
/**
 * True once it was taken back as entered by mistake.
 */
withdrawn: boolean, };
export type DisclosureId = string;
export type DisclosureRow = { 
/**
 * The entry.
 */
disclosure: Disclosure, 
/**
 * The day it was noted.
 */
on: string, };
export type DisclosuresView = { 
/**
 * Its entries, the newest first.
 */
entries: Array<DisclosureRow>, 
/**
 * Why a copy goes to a partner, as the log says it when nothing else is said.
 */
why: string, };
export type Disposal = { 
/**
 * Its key.
 */
id: DisposalId, 
/**
 * The number of its certificate, from 1.
 */
number: number, 
/**
 * The day.
 */
on: string, 
/**
 * Who approved it.
 */
approved_by: string, 
/**
 * Why, in the words of who approved it.
 */
reason: string, 
/**
 * The records.
 */
records: Array<DisposedRecord>, 
/**
 * What went of which table.
 */
rows: Array<RowsGone>, 
/**
 * Values in the history that were erased with their salts.
 */
values: number, 
/**
 * A hash over the keys of every row that went, by which a check verifies them.
 */
digest: string, 
/**
 * How many backups in the hub's own folder still held it on that day.
 */
copies: number, 
/**
 * The day by which the last of them is gone.
 */
copies_gone_by: string, };
export type DisposalId = string;
export type DisposeRecords = { 
/**
 * The records; each must be due and free.
 */
records: Array<RecordRef>, 
/**
 * Why, in the words of who approves it.
 */
reason: string, };
export type DisposedRecord = { 
/**
 * Its type.
 */
of: RecordType, 
/**
 * Its key.
 */
record: string, 
/**
 * Its number, such as `CSH.12` or `R.61`; for what has none what it was, without a name.
 */
reference: string, 
/**
 * From which day it was kept.
 */
since: string, 
/**
 * The day from which it could go.
 */
review_on: string, 
/**
 * The rule under which it went.
 */
rule: string, };
export type Document = "impact_assessment" | "security";
export type DocumentSaved = { 
/**
 * Where it lies.
 */
path: string, };
export type DraftLine = { 
/**
 * Where it was typed.
 */
key: string, 
/**
 * The text.
 */
text: string, 
/**
 * When it was kept.
 */
at: Moment, };
export type DraftNotice = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * Why; may be empty while it is being written.
 */
because: string, };
export type DraftsUnder = { 
/**
 * The beginning of their keys.
 */
prefix: string, };
export type DraftsView = { 
/**
 * By key.
 */
drafts: Array<DraftLine>, };
export type DueKind = "ends" | "review" | "appeal_ends" | "look_again";
export type DuplicatesView = { 
/**
 * People who are alike, the likeliest first.
 */
people: Array<KnownPerson>, 
/**
 * How many more there are.
 */
more: number, 
/**
 * Cases and referrals at the same place.
 */
places: Array<KnownRecord>, };
export type EndOrderType = { 
/**
 * The row that holds now.
 */
id: OrderTypeId, 
/**
 * The first day on which it does not hold any more.
 */
from: string, };
export type EndedAction = { 
/**
 * The action.
 */
action: ActionId, 
/**
 * What becomes of it.
 */
ending: ActionEnding, 
/**
 * Why; may be empty unless it stays open.
 */
reason: string, };
export type Episode = { 
/**
 * Its key.
 */
id: EpisodeId, 
/**
 * The case.
 */
case: CaseId, 
/**
 * Its running number within the case, from 1.
 */
serial: number, 
/**
 * The day it was opened.
 */
opened: string, 
/**
 * Its end; absent while open.
 */
closed: Closure | null, 
/**
 * The age that a register gives for it; absent for topics and cases opened here.
 */
age_as_published: number | null, 
/**
 * True when a register gives the same number as initial and as current score.
 */
equal_scores_as_published: boolean, 
/**
 * Why the case came back; absent for a first episode and for imported rows.
 */
reopened_because: string | null, 
/**
 * The scheme that the case was handed over to; absent when it was not.
 */
handed_to: string | null, 
/**
 * Remarks of a register that have no other place.
 */
notes: Array<string>, };
export type EpisodeId = string;
export type EpisodeView = { 
/**
 * The episode.
 */
episode: Episode, 
/**
 * Its scores in their order.
 */
scores: Array<Score>, 
/**
 * The scores summed up.
 */
summary: ScoreSummary, 
/**
 * Days open.
 */
days_open: number, 
/**
 * What its closure says: the summary, what was settled, who is told; empty while open.
 */
closing: Array<string>, };
export type EscalateAction = { 
/**
 * The action.
 */
id: ActionId, 
/**
 * To whom, such as `the agency’s area manager`.
 */
to: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The day; absent means today.
 */
on: string | null, };
export type Escalation = { 
/**
 * The named person or level, such as `the agency’s area manager`.
 */
to: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The day.
 */
on: string, };
export type ExpectedLine = { 
/**
 * The agency.
 */
agency: AgencyId, 
/**
 * Its name.
 */
agency_name: string, 
/**
 * The person who usually comes; absent when none is listed.
 */
officer: OfficerId | null, 
/**
 * The person's name; empty when none is listed.
 */
name: string, 
/**
 * When the agency's items are, in words.
 */
words: string, 
/**
 * What was said before the meeting of how they take part; absent while nothing was.
 */
announced: Attendance | null, };
export type ExportPerson = { 
/**
 * The person.
 */
person: SubjectId, 
/**
 * In which form.
 */
form: PersonFile, 
/**
 * For the data protection officer: other people's data in full, and marked.
 */
full: boolean, 
/**
 * Where to save it; absent to lay it in the private folder for viewing.
 */
save_as: string | null, 
/**
 * Whether characters that no bundled face has may print as boxes: who asks was told which they are.
 */
boxes_agreed: boolean, };
export type Factor = "anti_social_behaviour" | "alcohol" | "mental_health" | "drugs" | "criminal_damage" | "violence" | "repeat_caller" | "theft" | "hate" | "fly_tipping" | "exploitation";
export type FactorAnswer = { 
/**
 * The factor's key.
 */
factor: string, 
/**
 * The option's key.
 */
option: string, };
export type Failure = { 
/**
 * What the caller branches on.
 */
code: Code, 
/**
 * What happened, in a plain sentence.
 */
message: string, 
/**
 * What to do about it; absent when the message says it all.
 */
hint: string | null, 
/**
 * The field of the request that it is about; absent when it is about none.
 */
field: string | null, };
export type Field = "housing" | "young_people" | "police" | "council" | "health" | "probation" | "fire" | "voluntary" | "other";
export type FieldChoice = { 
/**
 * Its name on the wire.
 */
field: string, 
/**
 * Its name in words.
 */
words: string, 
/**
 * Whether the sheet must have it.
 */
required: boolean, };
export type FindDuplicates = { 
/**
 * The name.
 */
name: string, 
/**
 * Other names.
 */
aliases: Array<string>, 
/**
 * The date of birth.
 */
date_of_birth: string | null, 
/**
 * Addresses.
 */
addresses: Array<string>, 
/**
 * Telephone numbers.
 */
telephones: Array<string>, 
/**
 * People that are part of it already.
 */
except: Array<SubjectId>, 
/**
 * The place; empty when none is looked for.
 */
place: string, 
/**
 * The referral that is being changed itself; absent for a new one.
 */
except_referral: ReferralId | null, };
export type FormField = { "to": "own", 
/**
 * Which.
 */
field: OwnField, } | { "to": "answer", 
/**
 * Its key.
 */
key: string, } | { "to": "person", 
/**
 * Which of the people the form names, from 0.
 */
person: number, 
/**
 * What of the person.
 */
field: PersonField, };
export type ForumFields = { 
/**
 * The forum's name.
 */
forum: string, 
/**
 * Since when; absent when not known.
 */
since: string | null, 
/**
 * Until when; absent while it lasts.
 */
until: string | null, };
export type ForumLine = { 
/**
 * The link.
 */
link: ForumLink, 
/**
 * Since and until when, in words; empty when not known.
 */
when_words: string, };
export type ForumLink = { 
/**
 * Its key.
 */
id: ForumLinkId, 
/**
 * The case.
 */
case: CaseId, 
/**
 * The forum's name.
 */
forum: string, 
/**
 * Since when; absent when not known.
 */
since: string | null, 
/**
 * Until when; absent while it lasts.
 */
until: string | null, };
export type ForumLinkId = string;
export type GetAccess = { 
/**
 * The person.
 */
person: SubjectId, };
export type GetAction = { 
/**
 * The action.
 */
id: ActionId, };
export type GetAgency = { 
/**
 * The agency.
 */
id: AgencyId, };
export type GetAnswers = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The score.
 */
score: ScoreId, };
export type GetCase = { 
/**
 * Its reference.
 */
reference: CaseReference, };
export type GetClosureChecklist = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The day it is closed.
 */
on: string, 
/**
 * The closing score as far as it is given; absent otherwise.
 */
score: Points | null, 
/**
 * The scheme it is handed over to; absent when it is simply closed.
 */
hand_over_to: string | null, 
/**
 * What is said of open actions so far.
 */
actions: Array<EndedAction>, };
export type GetCopyOut = { 
/**
 * The item.
 */
item: ItemId, 
/**
 * The agency.
 */
agency: AgencyId, };
export type GetHistory = { 
/**
 * The kind of record, such as `case` or `action`.
 */
kind: string, 
/**
 * Its key.
 */
id: string, };
export type GetOrder = { 
/**
 * The order.
 */
id: OrderId, };
export type GetPerson = { 
/**
 * The person.
 */
id: SubjectId, };
export type GetReferral = { 
/**
 * The referral.
 */
id: ReferralId, };
export type GetReport = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, };
export type GetScoring = { 
/**
 * The case.
 */
case: CaseId, };
export type GlyphOutline = { 
/**
 * What the glyph is known by.
 */
glyph: number, 
/**
 * The steps of an SVG path from the glyph's origin, upwards, in units of its face; empty for a space.
 */
steps: string, };
export type GoToItem = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The item; absent to leave the last one.
 */
item: ItemId | null, };
export type Group = "opening" | "housing" | "young_people" | "referrals" | "others";
export type GuideAnswer = { 
/**
 * What was chosen, in the order of the options.
 */
chosen: Array<string>, 
/**
 * What was written: sentences, a few words, or a day as `YYYY-MM-DD`.
 */
text: string, };
export type GuideAnswers = { [key in string]: GuideAnswer };
export type GuidePart = "about_victims" | "about_offenders" | "offender" | "victim" | "location";
export type GuidePartView = { 
/**
 * The part.
 */
part: GuidePart, 
/**
 * Its heading.
 */
title: string, 
/**
 * Its questions, in their order.
 */
questions: Array<GuideQuestionView>, };
export type GuideQuestionView = { 
/**
 * Its key, under which the answer is kept.
 */
key: string, 
/**
 * The question.
 */
words: string, 
/**
 * What the answer should not leave out; empty when the question says it all.
 */
hint: string, 
/**
 * How it is answered.
 */
kind: AnswerKind, 
/**
 * What can be chosen; empty where nothing is.
 */
options: Array<string>, };
export type GuideView = { 
/**
 * The parts, in their order.
 */
parts: Array<GuidePartView>, };
export type HistoryLine = { 
/**
 * When.
 */
at: Moment, 
/**
 * Who.
 */
by: string, 
/**
 * What changed, a line each: `due: 17 Nov 2026 → 1 Dec 2026`.
 */
what: Array<string>, };
export type HistoryView = { 
/**
 * The changes.
 */
changes: Array<HistoryLine>, };
export type HoldLine = { 
/**
 * Its key.
 */
id: RetentionChoiceId, 
/**
 * Who holds, until when and why.
 */
words: string, };
export type HoldRecord = { 
/**
 * The record.
 */
record: RecordRef, 
/**
 * Until when; absent until somebody lifts it.
 */
until: string | null, 
/**
 * Why.
 */
why: string, };
export type HubRestored = { 
/**
 * The hub, open by now.
 */
status: HubStatus, 
/**
 * When the copy was made.
 */
made_at: Moment, 
/**
 * Where the files that it replaced are kept.
 */
aside: string, 
/**
 * How many disposals were carried out again.
 */
disposals: number, 
/**
 * Whether it is known which disposals there were; if not, what was disposed of since the copy is back.
 */
disposals_known: boolean, };
export type HubState = "absent" | "locked" | "open" | "refused";
export type HubStatus = { 
/**
 * What the folder holds.
 */
state: HubState, 
/**
 * Why it cannot be opened; absent otherwise.
 */
refusal: string | null, 
/**
 * The folder that holds the data.
 */
folder: string, 
/**
 * The hub's name; absent until unlocked.
 */
hub: string | null, 
/**
 * Whether it is a sample hub.
 */
sample: boolean, 
/**
 * How one's own hub stands while the sample hub is at hand; absent when one's own is at hand itself.
 */
own_hub: HubState | null, 
/**
 * The sample's passphrase, shown on its unlock screen; absent for a real hub.
 */
sample_passphrase: string | null, 
/**
 * Seconds to wait before the next passphrase is tried; 0 when none.
 */
wait_seconds: number, 
/**
 * Who opened it; absent until unlocked.
 */
user: UserView | null, 
/**
 * What that user may do; empty until unlocked.
 */
rights: Array<Right>, 
/**
 * The marking, with SAMPLE where it is one; absent until unlocked.
 */
marking: string | null, 
/**
 * Papers laid out for viewing that could not be removed, because another program holds them open.
 */
papers_left: Array<string>, 
/**
 * Whether the recovery key opened it: whoever holds that has no passphrase they know.
 */
recovered: boolean, 
/**
 * When it locks of itself; absent until unlocked.
 */
lock: LockRules | null, 
/**
 * The program's version.
 */
version: string, 
/**
 * Today as the program takes it, `YYYY-MM-DD`.
 */
today: string, };
export type ImportAnomaly = { 
/**
 * The row in the file, heading = 1; absent for the sheet as a whole.
 */
row: number | null, 
/**
 * The column's heading; `remarks` for the last column without one; absent for the row as a whole.
 */
column: string | null, 
/**
 * The reference; absent when there is none.
 */
reference: CaseReference | null, 
/**
 * What is odd, and what is done about it.
 */
message: string, };
export type ImportChange = { 
/**
 * The field in words.
 */
field: string, 
/**
 * As the record has it.
 */
old: string, 
/**
 * As the sheet has it.
 */
new: string, 
/**
 * True when it was edited here since the last import: never overwritten unless ticked.
 */
edited_here: boolean, };
export type ImportColumn = { 
/**
 * The column, from 0.
 */
column: number, 
/**
 * Its heading; empty when it has none.
 */
heading: string, 
/**
 * The field it was taken for; absent when it is left out.
 */
field: string | null, 
/**
 * A few of its values.
 */
samples: Array<string>, };
export type ImportDone = { 
/**
 * New records.
 */
added: number, 
/**
 * Records that were changed.
 */
updated: number, 
/**
 * Rows that the record had already.
 */
skipped: number, 
/**
 * In a sentence.
 */
words: string, 
/**
 * The backup that was made first.
 */
backup: string, };
export type ImportLine = { 
/**
 * The row in the file, heading = 1.
 */
row: number, 
/**
 * The reference, agency or action number it is about.
 */
title: string, 
/**
 * What it says, in words.
 */
words: string, 
/**
 * What is to happen.
 */
verdict: ImportVerdict, 
/**
 * What differs from the record; empty unless changed.
 */
changes: Array<ImportChange>, };
export type ImportPreview = { 
/**
 * The file's or sheet's name.
 */
name: string, 
/**
 * How it was read, in words: `tab-separated text, UTF-8`.
 */
read_as: string, 
/**
 * Rows of data.
 */
rows: number, 
/**
 * Cases, agencies or actions they make.
 */
records: number, 
/**
 * Episodes or people they make; 0 for actions.
 */
parts: number, 
/**
 * The columns as understood.
 */
columns: Array<ImportColumn>, 
/**
 * The fields that can be chosen for a column.
 */
fields: Array<FieldChoice>, 
/**
 * The rows as understood.
 */
lines: Array<ImportLine>, 
/**
 * Oddities, in the order of the rows.
 */
anomalies: Array<ImportAnomaly>, 
/**
 * What keeps it from being written; empty when nothing does.
 */
refusals: Array<ImportAnomaly>, 
/**
 * Rows that an earlier import brought and that are no longer in the file.
 */
gone: Array<string>, 
/**
 * Counts of rows that are new, the same and changed.
 */
new_rows: number, 
/**
 * See `new_rows`.
 */
same_rows: number, 
/**
 * See `new_rows`.
 */
changed_rows: number, };
export type ImportVerdict = "new" | "same" | "changed" | "refused";
export type IssueId = string;
export type IssueRun = { 
/**
 * How many copies.
 */
copies: number, 
/**
 * How many pages in all.
 */
pages: number, 
/**
 * Where they lie.
 */
folder: string, 
/**
 * Characters that no bundled face has, with where they stand; empty when none.
 */
missing_characters: Array<string>, 
/**
 * The paper as it stands now.
 */
view: IssueView, };
export type IssueVersion = { 
/**
 * From 1.
 */
version: number, 
/**
 * When it was frozen.
 */
at: Moment, 
/**
 * Who froze it.
 */
by: string, 
/**
 * The first eight digits of its digest, as the foot of every copy has them.
 */
digest: string, 
/**
 * What it changed, in sentences; empty for the first.
 */
changes: Array<string>, };
export type IssueView = { 
/**
 * The meeting.
 */
meeting: MeetingRow, 
/**
 * Which paper.
 */
paper: IssuedPaper, 
/**
 * Its versions, the first one first; none until it is issued or approved.
 */
versions: Array<IssueVersion>, 
/**
 * What changed in the record since the last version, in sentences; empty when nothing did, and for minutes,
 * where each correction is a version.
 */
changed_since: Array<string>, 
/**
 * Who gets a copy of the last version, by name.
 */
recipients: Array<Recipient>, 
/**
 * Why it cannot go out yet; absent when it can.
 */
not_yet: string | null, };
export type IssuedCopy = { 
/**
 * Its key.
 */
id: IssuedCopyId, 
/**
 * The version.
 */
issue: IssueId, 
/**
 * The copy's number, from 1; a recipient keeps it when the copy is made again.
 */
number: number, 
/**
 * The recipient.
 */
agency: AgencyId, 
/**
 * By which rule it was made.
 */
rule: PackRule, 
/**
 * The references that it holds.
 */
contents: Array<string>, 
/**
 * The name of its file.
 */
file_name: string, 
/**
 * Whether the file asks for a password.
 */
locked: boolean, 
/**
 * When the file was made last.
 */
made_at: Moment, 
/**
 * When it was sent; absent until then.
 */
sent_at: Moment | null, 
/**
 * Who ticked it off; absent until then.
 */
sent_by: string | null, };
export type IssuedCopyId = string;
export type IssuedPaper = "agenda" | "minutes";
export type ItemId = string;
export type KeepFor = { 
/**
 * How many.
 */
number: number, 
/**
 * Of what.
 */
unit: KeepUnit, };
export type KeepRecord = { 
/**
 * The record.
 */
record: RecordRef, 
/**
 * Until when.
 */
until: string, 
/**
 * Why.
 */
why: string, };
export type KeepUnit = "months" | "years";
export type KeyPointId = string;
export type KnownPerson = { 
/**
 * The person.
 */
person: SubjectView, 
/**
 * Why, a likeness each, the strongest first.
 */
reasons: Array<string>, 
/**
 * The cases and referrals about the person.
 */
records: Array<KnownRecord>, };
export type KnownRecord = { 
/**
 * The case; absent for a referral.
 */
case: CaseReference | null, 
/**
 * The referral; absent for a case.
 */
referral: ReferralId | null, 
/**
 * Which, and where it stands: `R.56, not adopted 24 Nov 2026`.
 */
words: string, 
/**
 * Its short label.
 */
title: string, 
/**
 * Whether it is a referral that was not adopted.
 */
not_adopted: boolean, };
export type LateLine = { 
/**
 * The agency.
 */
agency: string, 
/**
 * How many are late.
 */
late: number, 
/**
 * Days the latest is late.
 */
worst_days: number, 
/**
 * The screen's address.
 */
address: string, };
export type Leak = { 
/**
 * Where it stands: `DEMO.45, key points`.
 */
place: string, 
/**
 * What it says of a person.
 */
what: What, 
/**
 * The words, as they stand there.
 */
words: string, 
/**
 * Its number among the same words at the same place, from 1.
 */
occurrence: number, };
export type LeakRow = { 
/**
 * What and where.
 */
leak: Leak, 
/**
 * What it is, in words.
 */
what_words: string, };
export type Level = "blank" | "reference" | "initials" | "full";
export type LevelLimit = "observer" | "child";
export type LiftHold = { 
/**
 * The hold.
 */
id: RetentionChoiceId, 
/**
 * Why.
 */
why: string, };
export type Light = "red" | "amber" | "green" | "blue" | "grey";
export type LightLine = { 
/**
 * The light.
 */
light: Light, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
at: Moment, };
export type LightRules = { 
/**
 * Red when an action is not started this many days before it is due; absent switches the warning off.
 */
warn_not_started_days: number | null, 
/**
 * Blue for done, Green for on track, Amber for due within seven days.
 */
four_colours: boolean, };
export type LightSetting = { 
/**
 * Its key.
 */
id: LightSettingId, 
/**
 * The light that was set.
 */
light: Light, 
/**
 * Why.
 */
reason: string, 
/**
 * When.
 */
at: Moment, };
export type LightSettingId = string;
export type LinkCases = { 
/**
 * The case.
 */
from: CaseReference, 
/**
 * The other case.
 */
to: CaseReference, };
export type LinkKind = "cross_reference" | "split_from" | "combined_into";
export type LinkView = { 
/**
 * Its key.
 */
id: CaseLinkId, 
/**
 * Its kind.
 */
kind: LinkKind, 
/**
 * In words from this end: `X-Ref`, `Split from`, `Split off`, `Combined with`, `Combined here`.
 */
words: string, 
/**
 * The other case.
 */
reference: CaseReference, 
/**
 * Its short label; may be empty.
 */
title: string, 
/**
 * Whether it is open.
 */
open: boolean, };
export type ListBackups = { 
/**
 * The folder to look in; absent for the hub's own.
 */
folder: string | null, };
export type LockRules = { 
/**
 * Minutes without a key or a movement of the mouse; 0 when it never does.
 */
idle_minutes: number, 
/**
 * Whether it does so while a meeting is running, too.
 */
in_room: boolean, };
export type LogKind = "said" | "status" | "status_with_reason" | "due" | "owner" | "blocked" | "acceptance" | "escalation" | "wording";
export type LogLine = { 
/**
 * Its key.
 */
id: ActionUpdateId, 
/**
 * The day it tells of.
 */
on: string, 
/**
 * What it tells.
 */
kind: LogKind, 
/**
 * The kind in a word; empty for what somebody said.
 */
kind_words: string, 
/**
 * In words.
 */
text: string, 
/**
 * Who wrote it.
 */
by: string, 
/**
 * The meeting that was running; absent between meetings.
 */
meeting: Named<MeetingId> | null, };
export type MakePaper = { 
/**
 * Which paper.
 */
wanted: WantedPaper, 
/**
 * Where to save it; absent to lay it in the private folder for viewing.
 */
save_as: string | null, };
export type MatricesView = { 
/**
 * The person matrix, then the location matrix.
 */
matrices: Array<MatrixView>, };
export type Matrix = { 
/**
 * What is asked, in the order of asking.
 */
factors: Array<MatrixFactor>, 
/**
 * The bands that totals fall into, the lowest first; the first begins at nought.
 */
bands: Array<MatrixBand>, 
/**
 * Totals from here on are over the threshold of adoption.
 */
threshold: Points, 
/**
 * The routes by which a score may lead to the case.
 */
routes: Array<ScoreRoute>, };
export type MatrixBand = { 
/**
 * What it is called.
 */
name: string, 
/**
 * Totals from here on belong to it, up to the next band.
 */
from: Points, 
/**
 * The priority that it suggests.
 */
priority: Priority, };
export type MatrixCheck = { 
/**
 * What keeps it from being saved; nothing when it is whole.
 */
faults: Array<MatrixFault>, 
/**
 * The lowest total that answers can make.
 */
lowest: Points, 
/**
 * The highest.
 */
highest: Points, 
/**
 * What saving it does, in sentences.
 */
effect: string, };
export type MatrixFactor = { 
/**
 * Its key, the same in every version; empty for one that was only just added.
 */
key: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * What to think of when answering; may be empty.
 */
guide: string, 
/**
 * What can be answered, two to nine.
 */
options: Array<MatrixOption>, };
export type MatrixFault = { 
/**
 * Where it stands, places counted from 0: `threshold`, `bands.1.from`, `factors.2.options.0.weight`.
 */
at: string, 
/**
 * What is wrong, in a sentence.
 */
words: string, };
export type MatrixKind = "person" | "location";
export type MatrixOption = { 
/**
 * Its key within the factor, the same in every version; empty for one that was only just added.
 */
key: string, 
/**
 * The answer.
 */
words: string, 
/**
 * What it adds to the total; decimals are allowed, in hundredths.
 */
weight: Points, };
export type MatrixVersion = { 
/**
 * Its key.
 */
id: MatrixVersionId, 
/**
 * Which matrix.
 */
kind: MatrixKind, 
/**
 * Its running number within the kind, from 1.
 */
number: number, 
/**
 * What it asks and how it weighs.
 */
matrix: Matrix, 
/**
 * The day it was saved; absent for the one that comes with the program.
 */
made_on: string | null, 
/**
 * Who saved it; empty for the one that comes with the program.
 */
made_by: string, };
export type MatrixVersionId = string;
export type MatrixVersionView = { 
/**
 * The version.
 */
version: MatrixVersion, 
/**
 * `Version 2`.
 */
name: string, 
/**
 * `Default – not the county’s matrix`; empty for one that the hub saved.
 */
label: string, 
/**
 * Whether new scores are made with it.
 */
in_force: boolean, 
/**
 * How many scores were made with it.
 */
scores: number, 
/**
 * How many cases have such scores.
 */
cases: number, 
/**
 * The lowest total that answers can make.
 */
lowest: Points, 
/**
 * The highest.
 */
highest: Points, };
export type MatrixView = { 
/**
 * Which.
 */
kind: MatrixKind, 
/**
 * Its name: `Person matrix`.
 */
name: string, 
/**
 * Its versions, the one in force first.
 */
versions: Array<MatrixVersionView>, };
export type MeetingId = string;
export type MeetingKind = "tasking";
export type MeetingRow = { 
/**
 * Its key.
 */
id: MeetingId, 
/**
 * Its running number.
 */
number: number, 
/**
 * Its kind.
 */
kind: MeetingKind, 
/**
 * The day.
 */
date: string, 
/**
 * When it begins.
 */
starts: ClockTime, 
/**
 * How long the room is ours, in minutes.
 */
minutes: number, 
/**
 * The room; may be empty.
 */
room: string, 
/**
 * Who chairs it; may be empty.
 */
chair: string, 
/**
 * Where it stands.
 */
status: MeetingStatus, 
/**
 * Why it was cancelled; empty otherwise.
 */
cancelled_because: string, 
/**
 * How many items.
 */
items: number, 
/**
 * How long they take together, in minutes.
 */
planned_minutes: number, };
export type MeetingStatus = "planned" | "issued" | "running" | "concluded" | "approved" | "confirmed" | "cancelled";
export type MeetingsView = { 
/**
 * The day that the rules propose for the next one.
 */
proposed: string, 
/**
 * Why earlier days were passed over, and whether bank holidays are not known; sentences.
 */
remarks: Array<string>, 
/**
 * One row a meeting, the latest first.
 */
rows: Array<MeetingRow>, 
/**
 * Whether there is need for the next meeting; absent when none is planned.
 */
need: NeedView | null, };
export type MinutesItem = { 
/**
 * Its key.
 */
id: ItemId, 
/**
 * Its place, from 1.
 */
position: number, 
/**
 * The heading: reference or title.
 */
heading: string, 
/**
 * The line beside it.
 */
line: string, 
/**
 * What the minutes say: the key points as noted, or as corrected last.
 */
text: string, 
/**
 * The decision in words; empty when none was recorded.
 */
decision: string, 
/**
 * Whether a decision was asked for.
 */
asks_decision: boolean, 
/**
 * What was settled when it closed the case: the summary, actions, orders, who is told; empty otherwise.
 */
closing: Array<string>, 
/**
 * Actions that the meeting raised under it.
 */
new_actions: Array<ActionRow>, 
/**
 * Corrections, the latest last.
 */
corrections: Array<MinutesRevision>, 
/**
 * The reference of the case, or of the one that the referral became, for a link; absent otherwise.
 */
reference: string | null, };
export type MinutesRevision = { 
/**
 * Its key.
 */
id: MinutesRevisionId, 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The item; absent when it is about the meeting as a whole.
 */
item: ItemId | null, 
/**
 * Its running number within the meeting, from 1.
 */
serial: number, 
/**
 * What it replaces, as it read before; empty for an addition.
 */
before: string, 
/**
 * What the minutes say now.
 */
after: string, 
/**
 * Who corrected.
 */
by: string, 
/**
 * When.
 */
at: Moment, 
/**
 * True when the minutes were approved already, so that the correction is shown as one.
 */
after_approval: boolean, };
export type MinutesRevisionId = string;
export type MinutesView = { 
/**
 * The meeting.
 */
meeting: MeetingRow, 
/**
 * The entries of attendance that stand.
 */
attendance: Array<AttendanceLine>, 
/**
 * When the declaration was read; absent when it was not.
 */
declaration_read_at: Moment | null, 
/**
 * When the meeting began; absent until then.
 */
began_at: Moment | null, 
/**
 * When it was concluded; absent until then.
 */
concluded_at: Moment | null, 
/**
 * The items in their order.
 */
items: Array<MinutesItem>, 
/**
 * Who approved them; absent until then.
 */
approved_by: string | null, 
/**
 * When; absent until then.
 */
approved_at: Moment | null, 
/**
 * Corrections to the meeting as a whole.
 */
corrections: Array<MinutesRevision>, 
/**
 * Whether they can still be corrected.
 */
correctable: boolean, };
export type MissingInPaper = { 
/**
 * The page it stands on, counted from 1.
 */
page: number, 
/**
 * The item it stands in.
 */
place: string, 
/**
 * The character.
 */
character: string, 
/**
 * The word it stands in.
 */
word: string, };
export type Moment = number;
export type MovableRow = { 
/**
 * What it is.
 */
piece: Piece, 
/**
 * In words: `45/3 Joint visit with the school`.
 */
words: string, 
/**
 * Beside it: `Police, due 1 Dec 2026`; may be empty.
 */
detail: string, 
/**
 * Whether it goes unless somebody chooses otherwise.
 */
goes: boolean, 
/**
 * Why it has to stay; absent when it may go.
 */
stays_because: string | null, };
export type MoveActionTemplate = { 
/**
 * The usual action.
 */
id: ActionTemplateId, 
/**
 * True towards the top.
 */
up: boolean, };
export type MoveItem = { 
/**
 * The item.
 */
item: ItemId, 
/**
 * Its new place in the running order, from 1; past the end means the end. It joins the group found there.
 */
to: number, };
export type MoveKind = "split" | "combined";
export type MoveOrder = { 
/**
 * The order.
 */
id: OrderId, 
/**
 * The move.
 */
step: OrderStep, };
export type MovePreview = { 
/**
 * The day it will be dated.
 */
on: string, 
/**
 * The reference that a split without a letter gets.
 */
next_reference: CaseReference, 
/**
 * What can go, a row each.
 */
rows: Array<MovableRow>, };
export type MoveView = { 
/**
 * Its key.
 */
id: CaseMoveId, 
/**
 * What was done.
 */
kind: MoveKind, 
/**
 * The day.
 */
on: string, 
/**
 * From this end: `Split off`, `Split from`, `Combined with`, `Combined here`.
 */
words: string, 
/**
 * The other case; absent when it was split off and taken back.
 */
other: CaseReference | null, 
/**
 * What went, a line each; empty when nothing did.
 */
went: Array<string>, 
/**
 * True once it was undone.
 */
undone: boolean, 
/**
 * Whether it can be undone now.
 */
may_undo: boolean, };
export type Named<Id> = { 
/**
 * Its key.
 */
id: Id, 
/**
 * Its name.
 */
name: string, };
export type Need = { 
/**
 * The agency.
 */
agency: AgencyId, 
/**
 * Whether it is needed.
 */
needed: boolean, };
export type NeedOfMeeting = { 
/**
 * Absent when the meeting runs, is over or was called off.
 */
need: NeedView | null, };
export type NeedView = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * Whether there is need to meet, in a sentence.
 */
words: string, 
/**
 * Whether anything waits for it.
 */
needed: boolean, 
/**
 * What waits for it, the weightiest first: `3 reviews`.
 */
matters: Array<string>, 
/**
 * What to do with it.
 */
advice: Advice, };
export type NewRecoveryKey = { 
/**
 * The key, shown this once.
 */
recovery_key: string, 
/**
 * The users as they stand now.
 */
view: UsersView, };
export type NewSubject = { 
/**
 * What is known.
 */
fields: SubjectFields, 
/**
 * What the person is in it.
 */
role: SubjectRole, };
export type NoteTold = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * Each agency with the time it was told.
 */
told: Array<Told>, };
export type Nothing = Record<symbol, never>;
export type NoticeDraft = { 
/**
 * To whom it goes, a line each.
 */
to: Array<string>, 
/**
 * Its subject.
 */
subject: string, 
/**
 * Its text.
 */
text: string, };
export type OfDisclosure = { 
/**
 * The entry.
 */
id: DisclosureId, };
export type OfIssue = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * Which paper.
 */
paper: IssuedPaper, };
export type OfItem = { 
/**
 * The item.
 */
item: ItemId, };
export type OfKeyPoint = { 
/**
 * The key point.
 */
id: KeyPointId, };
export type OfMeeting = { 
/**
 * The meeting.
 */
meeting: MeetingId, };
export type OfPublication = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The paragraph of Schedule 12A under which something is left out, 1 to 7.
 */
paragraph: number, };
export type OfUser = { 
/**
 * The user.
 */
user: UserId, };
export type OfWrittenUpdate = { 
/**
 * The update.
 */
id: WrittenUpdateId, };
export type OfferAnswer = "offered" | "declined" | "taken_up" | "not_suitable";
export type Officer = { 
/**
 * Its key.
 */
id: OfficerId, 
/**
 * The agency.
 */
agency: AgencyId, 
/**
 * The name as it is written in actions and minutes.
 */
name: string, 
/**
 * The post; empty when not known.
 */
post: string, 
/**
 * The e-mail address; empty when not known.
 */
email: string, 
/**
 * The telephone number; empty when not known.
 */
telephone: string, 
/**
 * Whether this person usually comes to the meeting.
 */
attends: boolean, 
/**
 * False once the person has left.
 */
active: boolean, };
export type OfficerId = string;
export type OldKeyRow = { 
/**
 * Whose it is, in words: `Kim Reader’s former passphrase`, `a former recovery key`.
 */
words: string, 
/**
 * How many copies in the hub's own folder it opens.
 */
copies: number, };
export type OpenEnd = { 
/**
 * The item.
 */
item: ItemId, 
/**
 * What is not settled, in words.
 */
words: string, };
export type OpenEnds = { 
/**
 * Each, in the order of the items.
 */
ends: Array<OpenEnd>, };
export type Order = { 
/**
 * Its key.
 */
id: OrderId, 
/**
 * Its type as the hub names it, such as `CBO`.
 */
kind: string, 
/**
 * The row of the hub's list of types that holds for it; absent when its type is not in the list.
 */
order_type: OrderTypeId | null, 
/**
 * What it is attached to.
 */
on: OrderOn, 
/**
 * The person it is about; absent for places and imported rows.
 */
subject: SubjectId | null, 
/**
 * Where it stands.
 */
stage: OrderStage, 
/**
 * Since when it is considered; absent where a register does not tell.
 */
considered_on: string | null, 
/**
 * Since when it is in place; absent before, and where a register does not tell.
 */
in_place_on: string | null, 
/**
 * The last day on which it holds; absent when open-ended or not known.
 */
expires_on: string | null, 
/**
 * When it has to be reviewed, or before it is in place looked at again; absent when nobody has to.
 */
review_on: string | null, 
/**
 * The last day for an appeal against it; absent when there is none or it is not known.
 */
appeal_ends_on: string | null, 
/**
 * When it ended, was refused or was given up; absent until then and where a register does not tell.
 */
ended_on: string | null, 
/**
 * What it achieved; present exactly when ended.
 */
outcome: OrderOutcome | null, 
/**
 * Why it stands where it stands: on hold, refused, not progressed; empty when nothing was given.
 */
reason: string, 
/**
 * What it forbids and asks for, a text each; none when it has no conditions or they are not known.
 */
conditions: Array<string>, 
/**
 * Remarks; empty when there are none.
 */
note: string, };
export type OrderBreach = { 
/**
 * Its key.
 */
id: OrderBreachId, 
/**
 * The order.
 */
order: OrderId, 
/**
 * When.
 */
on: string, 
/**
 * What happened.
 */
what: string, 
/**
 * What was done about it; empty until something was.
 */
done: string, };
export type OrderBreachId = string;
export type OrderCategory = "enforcement" | "support" | "mediation" | "restorative_justice";
export type OrderDates = { considered_on: string | null, in_place_on: string | null, expires_on: string | null, review_on: string | null, appeal_ends_on: string | null, ended_on: string | null, };
export type OrderDueLine = { 
/**
 * The order.
 */
order: OrderId, 
/**
 * Its type.
 */
kind: string, 
/**
 * What it is on, in words.
 */
on_words: string, 
/**
 * True when it is on nothing.
 */
alone: boolean, 
/**
 * What falls due.
 */
what: DueKind, 
/**
 * When.
 */
on: string, };
export type OrderEventId = string;
export type OrderEventKind = "began" | "as_found" | "moved" | "put_right" | "taken_back";
export type OrderFigures = { 
/**
 * In place when the period began.
 */
in_place_at_start: Array<OrderId>, 
/**
 * Came into place within it.
 */
issued: Array<OrderId>, 
/**
 * Continued or varied within it.
 */
continued: Array<OrderId>, 
/**
 * Ended within it, with each outcome that occurs.
 */
ended: Array<[OrderOutcome, Array<OrderId>]>, 
/**
 * In place when the period was over.
 */
in_place_at_end: Array<OrderId>, 
/**
 * Refused or dismissed within it.
 */
refused: Array<OrderId>, 
/**
 * Given up within it.
 */
not_progressed: Array<OrderId>, 
/**
 * On hold when the period was over.
 */
on_hold: Array<OrderId>, 
/**
 * Came into place, ended or were put aside on a day that nobody told, so that no period can count them.
 */
undated: Array<OrderId>, };
export type OrderFiguresView = { 
/**
 * The period.
 */
period: OrderPeriod, 
/**
 * The figures, each as the orders that it counts.
 */
figures: OrderFigures, 
/**
 * The rows of every order that a figure counts.
 */
rows: Array<OrderRow>, };
export type OrderId = string;
export type OrderLeft = { 
/**
 * The order.
 */
order: OrderId, 
/**
 * In words: `CBO in place until 3 March 2027`.
 */
words: string, 
/**
 * Who watches it from now on; may be empty.
 */
watched_by: string, };
export type OrderMeeting = { 
/**
 * The meeting.
 */
id: MeetingId, 
/**
 * Its day.
 */
date: string, };
export type OrderOffer = { 
/**
 * Its key.
 */
id: OrderOfferId, 
/**
 * The order.
 */
order: OrderId, 
/**
 * When.
 */
on: string, 
/**
 * To whom, such as `the shopkeeper`.
 */
to_whom: string, 
/**
 * How it stands.
 */
answer: OfferAnswer, 
/**
 * What was said; empty when nothing was.
 */
note: string, };
export type OrderOfferId = string;
export type OrderOfferLine = { 
/**
 * The offer or answer.
 */
offer: OrderOffer, 
/**
 * True when no later one took its place.
 */
stands: boolean, };
export type OrderOn = { "on": "case", 
/**
 * The case.
 */
case: CaseId, 
/**
 * The episode that was open then.
 */
episode: EpisodeId, } | { "on": "referral", 
/**
 * The referral.
 */
referral: ReferralId, } | { "on": "place", 
/**
 * Which place.
 */
place: string, } | { "on": "alone" };
export type OrderOutcome = "positive" | "some_good_effect" | "failed_before_expiry" | "expired" | "abandoned";
export type OrderPeople = { 
/**
 * What it is on.
 */
on: OrderTarget, };
export type OrderPeopleView = { 
/**
 * The people.
 */
people: Array<Named<SubjectId>>, };
export type OrderPeriod = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, };
export type OrderReview = { 
/**
 * Its key.
 */
id: OrderReviewId, 
/**
 * The order.
 */
order: OrderId, 
/**
 * When.
 */
on: string, 
/**
 * What came of it.
 */
what: string, 
/**
 * When it is reviewed next; absent when it is not.
 */
next_on: string | null, };
export type OrderReviewId = string;
export type OrderRow = { 
/**
 * The order.
 */
order: Order, 
/**
 * What its type stands for; empty when the hub's list does not tell.
 */
stands_for: string, 
/**
 * What its type is meant to do; absent when it is not in the hub's list.
 */
category: OrderCategory | null, 
/**
 * What it is on, in words: a reference, a place, `stands alone`.
 */
on_words: string, 
/**
 * The case's reference; absent when on none.
 */
reference: CaseReference | null, 
/**
 * When somebody has to look at it next; absent when not known.
 */
due_on: string | null, 
/**
 * How often it was broken.
 */
breaches: number, };
export type OrderStage = "considered" | "being_prepared" | "applied_for" | "in_place" | "continued" | "on_hold" | "refused" | "not_progressed" | "ended";
export type OrderStep = { 
/**
 * Where it moves to.
 */
to: OrderStage, 
/**
 * The day.
 */
on: string, 
/**
 * Why it is on hold, refused or not progressed; what was varied; what else is to be said. May be empty where the
 * stage asks for none.
 */
reason: string, 
/**
 * The last day on which it holds from now on; for in place and continued.
 */
expires_on: string | null, 
/**
 * When to review it or to look at it again; absent when nobody has to.
 */
review_on: string | null, 
/**
 * The last day for an appeal; for in place.
 */
appeal_ends_on: string | null, 
/**
 * What it achieved; for ended.
 */
outcome: OrderOutcome | null, };
export type OrderStepLine = { 
/**
 * The step.
 */
id: OrderEventId, 
/**
 * What it did: `Put in place`, `Dates put right`.
 */
words: string, 
/**
 * What kind of step it was.
 */
kind: OrderEventKind, 
/**
 * Where the order stood after it.
 */
stage: OrderStage, 
/**
 * The day; absent when a register did not tell.
 */
on: string | null, 
/**
 * Why, or what was varied; empty when nothing was given.
 */
reason: string, 
/**
 * What it achieved; present exactly when the step ended it.
 */
outcome: OrderOutcome | null, 
/**
 * The last day after it; absent when none.
 */
expires_on: string | null, 
/**
 * The day to look again after it; absent when none.
 */
review_on: string | null, 
/**
 * Who recorded it; empty when the program found it.
 */
by: string, 
/**
 * The meeting it was recorded in; absent outside one.
 */
meeting: OrderMeeting | null, 
/**
 * True when it was taken back.
 */
taken_back: boolean, };
export type OrderStepTakenBack = { 
/**
 * The order; absent when the step was its first, so that the order is gone.
 */
order: OrderView | null, };
export type OrderTarget = { "on": "case", 
/**
 * Its reference.
 */
reference: CaseReference, } | { "on": "referral", 
/**
 * The referral.
 */
referral: ReferralId, } | { "on": "place", 
/**
 * Which place.
 */
place: string, } | { "on": "alone" };
export type OrderType = { 
/**
 * Its key.
 */
id: OrderTypeId, 
/**
 * What it says.
 */
fields: OrderTypeFields, 
/**
 * The first day on which it holds; absent when it held always.
 */
valid_from: string | null, 
/**
 * The last day on which it holds; absent while it does.
 */
valid_until: string | null, 
/**
 * True for a row that came with the program and was not changed.
 */
is_default: boolean, };
export type OrderTypeFields = { 
/**
 * Its name, such as `ABC`.
 */
name: string, 
/**
 * What it stands for, such as `acceptable behaviour contract`; empty when the name says it.
 */
stands_for: string, 
/**
 * What it is meant to do.
 */
category: OrderCategory, 
/**
 * How long it usually holds; absent when a court or the hub fixes it each time.
 */
period: Period | null, 
/**
 * Which days count, in all of its periods.
 */
counting: Counting, 
/**
 * How long an appeal is open from the day it is in place; absent when there is none.
 */
appeal: Period | null, 
/**
 * When it is reviewed first; absent when the rhythm alone says it.
 */
review_after: Period | null, 
/**
 * How often it is reviewed; absent when it is not, or only once.
 */
review_every: Period | null, 
/**
 * Whether only an order on somebody under 18 is reviewed.
 */
review_only_under_18: boolean, 
/**
 * How long it may hold in all once it is extended; absent when there is no such limit, or no extension.
 */
extendable_to: Period | null, 
/**
 * Where the periods come from.
 */
source: string, };
export type OrderTypeId = string;
export type OrderTypeRow = { 
/**
 * The row.
 */
row: OrderType, 
/**
 * False once another row took its place, or the type is no longer used.
 */
holds: boolean, 
/**
 * How many orders it holds for.
 */
orders: number, };
export type OrderTypesView = { 
/**
 * The rows: those that hold first, by name; then those that are over.
 */
rows: Array<OrderTypeRow>, 
/**
 * What stands beside every period.
 */
advice: string, };
export type OrderView = { 
/**
 * The order as in lists.
 */
row: OrderRow, 
/**
 * The row of the list of types that holds for it; absent when its type is not in the list.
 */
order_type: OrderType | null, 
/**
 * What its dates would be by that row; empty before it is in place and when its day is not known.
 */
computed: ProposedDates, 
/**
 * What stands beside every computed date.
 */
advice: string, 
/**
 * The person it is about, by name or as far as known; absent when it is about none.
 */
subject: Named<SubjectId> | null, 
/**
 * Its steps, the latest first, those that were taken back among them.
 */
steps: Array<OrderStepLine>, 
/**
 * Its breaches, the latest first.
 */
breaches: Array<OrderBreach>, 
/**
 * Its reviews, the latest first.
 */
reviews: Array<OrderReview>, 
/**
 * Its offers and the answers, in their order.
 */
offers: Array<OrderOfferLine>, 
/**
 * The stages it may move to.
 */
next_stages: Array<OrderStage>, 
/**
 * What the last step did, so that taking it back can be asked for by name; absent when it cannot be taken back.
 */
last_step: string | null, 
/**
 * Whether offers of restorative justice belong to it.
 */
takes_offers: boolean, };
export type OrdersView = { 
/**
 * In place now.
 */
in_place: number, 
/**
 * Considered, prepared, applied for or on hold.
 */
pending: number, 
/**
 * In place or pending, and due to be looked at within four weeks.
 */
due_soon: number, 
/**
 * What falls due within twelve weeks, or should have been seen to; soonest first.
 */
coming: Array<OrderDueLine>, 
/**
 * One row an order: what is due first on top, ended ones last.
 */
rows: Array<OrderRow>, };
export type OtherHold = { 
/**
 * The hold.
 */
hold: HoldLine, 
/**
 * The record, as lists name it.
 */
reference: string, 
/**
 * The screen's address.
 */
address: string, };
export type Outcome = { "decided": "continue" } | { "decided": "close", 
/**
 * Why there is no closing score; absent when there is one.
 */
no_score_because: string | null, } | { "decided": "hand_over", 
/**
 * To which scheme.
 */
scheme: string, } | { "decided": "split", 
/**
 * The new case.
 */
off: CaseReference, 
/**
 * What was moved.
 */
made: CaseMoveId, } | { "decided": "combine", 
/**
 * The case that it goes on in.
 */
into: CaseReference, 
/**
 * What was moved.
 */
made: CaseMoveId, } | { "decided": "separate_meeting", 
/**
 * When it reports back; absent until known.
 */
reports_back: string | null, } | { "decided": "adopt", 
/**
 * The case it became.
 */
case: CaseId, } | { "decided": "not_adopt", 
/**
 * The main outcome, then any further ones.
 */
outcomes: Array<ReferralOutcome>, } | { "decided": "more_information", 
/**
 * By when; absent until known.
 */
by: string | null, } | { "decided": "defer" } | { "decided": "noted" } | { "decided": "other" };
export type OutcomeSum = { 
/**
 * The outcome.
 */
outcome: ReferralOutcome, 
/**
 * How many referrals have it.
 */
referrals: number, };
export type OverruleObserver = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The chair's reason; empty ends the overruling.
 */
reason: string, };
export type OwnField = "received_on" | "referrer_name" | "referrer_agency" | "referrer_address" | "referrer_telephone" | "referrer_email" | "title" | "problem" | "place" | "area" | "victims" | "offenders" | "safeguarding" | "tried";
export type PackRule = "all" | "own_items" | "sheet_only";
export type PageMark = { "mark": "line", 
/**
 * The colour, as style sheets tell it.
 */
ink: string, 
/**
 * The points of one unit of the glyphs' face.
 */
scale: number, 
/**
 * The left end, which the places of the glyphs are told from.
 */
left: number, 
/**
 * The height of the baseline.
 */
baseline: number, 
/**
 * In turn the key of a glyph and its place, in units of its face.
 */
glyphs: Array<number>, } | { "mark": "filled", 
/**
 * The colour, as style sheets tell it.
 */
ink: string, 
/**
 * Its outline as the steps of an SVG path.
 */
path: string, } | { "mark": "stroked", 
/**
 * The colour, as style sheets tell it.
 */
ink: string, 
/**
 * How thick it is.
 */
thickness: number, 
/**
 * Its way as the steps of an SVG path.
 */
path: string, };
export type PagePicture = { 
/**
 * The page, counted from 1.
 */
page: number, 
/**
 * The number that is printed on it.
 */
number: string, 
/**
 * What the picture is known by: another one has another key.
 */
key: string, 
/**
 * What is drawn on the page, the lowest first, in points from the top left corner of an A4 page; absent when the
 * window has it.
 */
marks: Array<PageMark> | null, };
export type PageRange = { 
/**
 * The first, counted from 1.
 */
first: number, 
/**
 * The last.
 */
last: number, };
export type PaperMade = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Its file name.
 */
file_name: string, 
/**
 * How many pages.
 */
pages: number, 
/**
 * Its size in KiB.
 */
kib: number, 
/**
 * Characters that no bundled face has, with where they stand; empty when none.
 */
missing_characters: Array<string>, };
export type PaperPart = { 
/**
 * Its name, such as a case's reference.
 */
name: string, 
/**
 * The page it begins on, counted from 1.
 */
page: number, };
export type PaperPreview = { 
/**
 * Its title.
 */
title: string, 
/**
 * The file name that it usually gets.
 */
file_name: string, 
/**
 * How many pages it has.
 */
pages: number, 
/**
 * The parts that begin on a page of their own, in order.
 */
parts: Array<PaperPart>, 
/**
 * The pages asked for.
 */
pictures: Array<PagePicture>, 
/**
 * The outlines of glyphs that stand in the pictures and that the window does not have.
 */
outlines: Array<GlyphOutline>, 
/**
 * Characters that no bundled face has, in the order of the pages; empty when none.
 */
missing: Array<MissingInPaper>, 
/**
 * How many sides are printed with the choices made.
 */
sides: number, 
/**
 * How many sheets of paper that takes.
 */
sheets: number, };
export type Parts = "add_up" | "overlap" | "apart";
export type PauseClock = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * True to stop.
 */
paused: boolean, };
export type Period = { 
/**
 * How many, from 1.
 */
amount: number, 
/**
 * Of what.
 */
unit: PeriodUnit, };
export type PeriodUnit = "days" | "weeks" | "months" | "years";
export type PersonExport = { 
/**
 * When.
 */
at: Moment, 
/**
 * By whom.
 */
by: string, 
/**
 * What: `paper, other people’s data replaced`.
 */
what: string, };
export type PersonField = "name" | "aliases" | "date_of_birth" | "age" | "address" | "telephone" | "role";
export type PersonFile = "paper" | "json";
export type PersonRecord = { 
/**
 * What it is: `case`, `referral` or `order`.
 */
kind: string, 
/**
 * Its number, or the type of the order.
 */
reference: string, 
/**
 * What the person is in it; empty when nobody told.
 */
role: string, 
/**
 * What it is about.
 */
title: string, 
/**
 * Where it stands: `open`, `closed on 4 Jun 2019`.
 */
status: string, 
/**
 * The screen's address.
 */
address: string, };
export type PersonReply = { 
/**
 * The officer; absent for the agency as a whole, and for somebody who is not listed.
 */
officer: OfficerId | null, 
/**
 * The name; empty for the agency as a whole.
 */
name: string, 
/**
 * The entry that stands; absent until something was said.
 */
entry: Attendance | null, 
/**
 * The entry in words: `coming`, `dialling in, items 5 to 6`; empty without one.
 */
words: string, };
export type PersonView = { 
/**
 * The person; the role is that of the first record.
 */
person: SubjectView, 
/**
 * The records, cases first.
 */
records: Array<PersonRecord>, 
/**
 * When everything held was taken out, the latest first.
 */
exports: Array<PersonExport>, };
export type Piece = { "piece": "person", 
/**
 * The person.
 */
subject: SubjectId, } | { "piece": "action", 
/**
 * The action.
 */
action: ActionId, } | { "piece": "order", 
/**
 * The order.
 */
order: OrderId, } | { "piece": "link", 
/**
 * The link.
 */
link: CaseLinkId, };
export type PlannedItem = { 
/**
 * Its key.
 */
item: ItemId, 
/**
 * Its reference, or else its title.
 */
heading: string, 
/**
 * The part it stands in, in words.
 */
part: string, 
/**
 * Its place as it is, from 1.
 */
from: number, 
/**
 * When it begins as it is.
 */
began: ClockTime, 
/**
 * When it begins in the order proposed.
 */
starts: ClockTime, 
/**
 * Whether the user put it there.
 */
pinned: boolean, 
/**
 * When it has to begin; absent when it follows the item before.
 */
fixed_at: ClockTime | null, };
export type PlannedVisit = { 
/**
 * Its short name.
 */
agency: string, 
/**
 * As it is, in words.
 */
before: string, 
/**
 * In the order proposed, in words.
 */
after: string, 
/**
 * Minutes that it waits as it is.
 */
waiting_before: number, 
/**
 * Minutes that it waits in the order proposed.
 */
waiting_after: number, };
export type Points = number;
export type Presence = "throughout" | "own_items";
export type PreviewImport = { 
/**
 * Which kind.
 */
kind: SheetKind, 
/**
 * Where it comes from.
 */
source: SheetSource, 
/**
 * Columns mapped by hand; empty to go by headings and by what was remembered.
 */
mapping: Array<ColumnChoice>, };
export type PreviewMove = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The case that it is to go on in, as typed; absent for a split.
 */
into: string | null, };
export type PreviewPaper = { 
/**
 * Which paper.
 */
wanted: WantedPaper, 
/**
 * The pages to draw, counted from 1; those that the paper does not have are left out.
 */
pages: Array<number>, 
/**
 * The keys of pictures that the window has: they are not sent again.
 */
known: Array<string>, 
/**
 * The keys of glyphs whose outlines the window has: those are not sent again.
 */
outlined: Array<number>, 
/**
 * How it is to be printed: what that takes is answered, and the pictures stay as they are.
 */
choices: PrintChoices, 
/**
 * Whether somebody opens it, which the audit holds; not while they go on looking at it.
 */
opening: boolean, };
export type PreviousAnswers = { 
/**
 * The score that they made.
 */
score: Score, 
/**
 * Whether it is one of an earlier episode.
 */
earlier_episode: boolean, 
/**
 * Whether it was made with another version: some answers may have no counterpart.
 */
other_version: boolean, 
/**
 * The answers.
 */
answers: Array<FactorAnswer>, };
export type PrintChoices = { 
/**
 * Which pages; absent for all.
 */
pages: PageRange | null, 
/**
 * On which sides of a sheet.
 */
sides: PrintSides, 
/**
 * Whether two pages stand beside each other on each side.
 */
two_up: boolean, };
export type PrintPaper = { 
/**
 * Which paper.
 */
wanted: WantedPaper, 
/**
 * How it is to be printed.
 */
choices: PrintChoices, 
/**
 * Where to save it; absent to lay it in the private folder for viewing.
 */
save_as: string | null, };
export type PrintSides = "single" | "double" | "double_parts_in_front";
export type Priority = "low" | "medium" | "high";
export type PriorityBands = { 
/**
 * Totals from here on are high.
 */
high_from: Points, 
/**
 * Totals from here on, below high, are medium.
 */
medium_from: Points, };
export type ProjectedItem = { 
/**
 * `item 5 of 11`.
 */
position_words: string, 
/**
 * When the item is: `2.25 pm, 12 minutes`.
 */
time_words: string, 
/**
 * The heading: reference or title.
 */
heading: string, 
/**
 * A second line, such as `Person`; may be empty.
 */
line: string, 
/**
 * The case at its level; absent for other items.
 */
case: DisclosedCase | null, 
/**
 * Lines of items without a case, such as the declaration.
 */
lines: Array<string>, 
/**
 * The scoring that the audience looks on at; absent while none is shared, and below initials.
 */
scoring: DisclosedScoring | null, };
export type ProjectorState = { 
/**
 * True while it shows nothing.
 */
blank: boolean, 
/**
 * The item that was put there; absent when none was.
 */
item: ItemId | null, 
/**
 * The level chosen for the meeting.
 */
chosen: Level, 
/**
 * The level that holds for the current item.
 */
level: Level, 
/**
 * What lowers it; absent when nothing does.
 */
limit: LevelLimit | null, 
/**
 * Level and why, in words: `reference only, observer present`.
 */
words: string, 
/**
 * Whether a scoring is shared beside the item; the level may keep it back all the same.
 */
scoring: boolean, 
/**
 * The same view that the projector receives.
 */
view: ProjectorView, };
export type ProjectorView = { 
/**
 * The marking at top and bottom; empty while the hub is locked.
 */
marking: string, 
/**
 * The foot: `Hub Tasking · 24 November 2026 · SAMPLE`; empty while blank.
 */
foot: string, 
/**
 * The level in words; `blank` while blank.
 */
level_words: string, 
/**
 * What is shown; absent while blank.
 */
shown: ProjectedItem | null, };
export type Proposal = { 
/**
 * The field.
 */
field: FormField, 
/**
 * The field's label.
 */
label: string, 
/**
 * What would be written there; empty where something is only chosen.
 */
text: string, 
/**
 * What would be chosen.
 */
chosen: Array<string>, 
/**
 * The line where it stands, from 1.
 */
line: number, 
/**
 * How the source says it.
 */
source: string, };
export type ProposeOrderDates = { 
/**
 * Its type.
 */
kind: string, 
/**
 * The day it comes into place, or is continued.
 */
on: string, 
/**
 * The person it is about; absent when it is about none.
 */
subject: SubjectId | null, 
/**
 * The order that is continued or varied; absent for one that comes into place.
 */
continues: OrderId | null, };
export type ProposedDates = { 
/**
 * The last day on which it holds; absent when the type fixes none.
 */
expires_on: string | null, 
/**
 * When to review it; absent when nobody has to, or it depends on an age that is not known.
 */
review_on: string | null, 
/**
 * The last day for an appeal; absent when there is none.
 */
appeal_ends_on: string | null, 
/**
 * How each came about, a sentence each.
 */
words: Array<string>, };
export type ProposedOrderDates = { 
/**
 * The dates, and how each came about.
 */
dates: ProposedDates, 
/**
 * Where the periods come from; empty when the type is not in the list.
 */
source: string, 
/**
 * True for a row that came with the program.
 */
is_default: boolean, 
/**
 * What stands beside every computed date.
 */
advice: string, };
export type ProposedReply = { "about": "action", 
/**
 * The action as it stands now.
 */
row: ActionRow, 
/**
 * Where it would stand; absent when the answer does not say it plainly.
 */
status: ActionStatus | null, 
/**
 * What would stop it; absent when nothing is said to.
 */
blocked: string | null, 
/**
 * The day that the answer tells of.
 */
on: string, } | { "about": "case", 
/**
 * The case.
 */
case: CaseId, 
/**
 * Its reference.
 */
reference: CaseReference, } | { "about": "attendance", 
/**
 * How.
 */
mode: AttendanceMode, 
/**
 * The officer; absent for somebody the hub does not know.
 */
officer: OfficerId | null, 
/**
 * The name; may be empty.
 */
name: string, 
/**
 * Whom they stand in for; empty when they speak of themselves.
 */
substitute_for: string, };
export type PublicationCheck = { 
/**
 * What is never published; none lets the paper be made.
 */
refused: Array<LeakRow>, 
/**
 * What may be a name or a common word: a person looks at each.
 */
doubtful: Array<LeakRow>, 
/**
 * The statement that the paper makes of what it leaves out.
 */
statement: string, };
export type PublishMinutes = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The paragraph of Schedule 12A under which something is left out, 1 to 7.
 */
paragraph: number, 
/**
 * What a person looked at and found to be no name of anybody concerned.
 */
confirmed: Array<Leak>, 
/**
 * Where to save it; absent to lay it in the private folder for viewing.
 */
save_as: string | null, 
/**
 * Whether characters that no bundled face has may print as boxes: who asks was told which they are.
 */
boxes_agreed: boolean, };
export type RailCounts = { 
/**
 * Open cases.
 */
cases: number, 
/**
 * Referrals in triage.
 */
referrals: number, 
/**
 * Open actions.
 */
actions: number, 
/**
 * Orders in place or on the way.
 */
orders: number, };
export type RaiseChild = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The case.
 */
case: CaseId, };
export type ReadReferralForm = { "from": "text", 
/**
 * The text.
 */
text: string, } | { "from": "file", 
/**
 * Where it lies.
 */
path: string, };
export type ReadReply = { "from": "text", 
/**
 * The meeting that it answers.
 */
meeting: MeetingId, 
/**
 * The text.
 */
text: string, } | { "from": "file", 
/**
 * The meeting that it answers.
 */
meeting: MeetingId, 
/**
 * Where it lies.
 */
path: string, };
export type ReassignAction = { 
/**
 * The action.
 */
id: ActionId, 
/**
 * The agency that gets it.
 */
agency: AgencyId, 
/**
 * The person who gets it; absent until named.
 */
officer: OfficerId | null, 
/**
 * The name of a person the agency's list does not hold yet; added to it. Absent otherwise.
 */
new_officer: string | null, 
/**
 * Why.
 */
reason: string, };
export type Recipient = { 
/**
 * The agency.
 */
agency: Named<AgencyId>, 
/**
 * What it gets.
 */
rule: PackRule, 
/**
 * What its copy is called: `agenda pack (own items)`.
 */
copy_words: string, 
/**
 * The references that its copy holds.
 */
references: Array<string>, 
/**
 * The e-mail addresses of those who usually come.
 */
emails: Array<string>, 
/**
 * Why nothing goes to it; absent when something does.
 */
nothing: string | null, 
/**
 * Its copy of this version; absent until it is made.
 */
copy: IssuedCopy | null, };
export type ReckonScore = { 
/**
 * The matrix, saved or a draft.
 */
matrix: Matrix, 
/**
 * The answers so far.
 */
answers: Array<FactorAnswer>, };
export type Reckoning = { 
/**
 * The sum of the chosen options.
 */
total: Points, 
/**
 * How many factors are answered.
 */
answered: number, 
/**
 * How many factors there are.
 */
factors: number, 
/**
 * The band that the sum falls into; absent only for a matrix without bands.
 */
band: MatrixBand | null, 
/**
 * Whether the sum reaches the threshold.
 */
over_threshold: boolean, 
/**
 * The routes that a start score of this sum may take; empty when none is left.
 */
routes: Array<ScoreRoute>, 
/**
 * The lowest total that is possible with the answers given.
 */
lowest: Points, 
/**
 * The highest.
 */
highest: Points, };
export type RecordRef = { 
/**
 * Its type.
 */
of: RecordType, 
/**
 * Its key; nil for what has none of its own, such as the views in the audit.
 */
record: string, };
export type RecordType = "closed_case" | "not_adopted_referral" | "settled_referral" | "person" | "standalone_order" | "minutes" | "disclosures";
export type Referral = { 
/**
 * Its key.
 */
id: ReferralId, 
/**
 * Its running number; kept as history when it is adopted.
 */
number: ReferralNumber, 
/**
 * Where it came from.
 */
source: Source, 
/**
 * The day it was received.
 */
received_on: string, 
/**
 * Who refers: the person's name; empty when not given.
 */
referrer_name: string, 
/**
 * The agency that refers; absent when it is none of the hub's.
 */
referrer_agency: AgencyId | null, 
/**
 * The referrer's address; empty when not given.
 */
referrer_address: string, 
/**
 * The referrer's telephone number; empty when not given.
 */
referrer_telephone: string, 
/**
 * The referrer's e-mail address; empty when not given.
 */
referrer_email: string, 
/**
 * How to reach the referrer, as it was written before the form asked for each way by itself; empty since.
 */
referrer_contact: string, 
/**
 * A short label for lists, such as `Fly-tipping, Canal Street`.
 */
title: string, 
/**
 * The problem, and its effect on individuals or the neighbourhood.
 */
problem: string, 
/**
 * Who the victims are.
 */
victims: string, 
/**
 * What is known of the offenders.
 */
offenders: string, 
/**
 * Safeguarding issues.
 */
safeguarding: string, 
/**
 * What has been tried, whether it worked, and why; empty means that it cannot be tabled.
 */
tried: string, 
/**
 * The place; empty when it is about a person.
 */
place: string, 
/**
 * The area; absent when not known.
 */
area: AreaId | null, 
/**
 * The people it is about.
 */
subjects: Array<SubjectPart>, 
/**
 * The guides that were opened, because it is about an offender, a victim or a place.
 */
guides: Array<GuidePart>, 
/**
 * What was answered to the questions of form and guides.
 */
answers: GuideAnswers, 
/**
 * Where it stands.
 */
status: ReferralStatus, 
/**
 * Why the chair tabled it although it does not pass the gate; absent otherwise. The minutes print it.
 */
gate_override: string | null, 
/**
 * When it was returned, signposted, adopted or not adopted; absent until then.
 */
decided_on: string | null, 
/**
 * The main outcome and any further ones, the main one first; filled exactly when not adopted.
 */
outcomes: Array<ReferralOutcome>, 
/**
 * Why it was returned, where it was signposted, or what was said; empty when nothing was.
 */
note: string, 
/**
 * The case it became; present exactly when adopted.
 */
case: CaseId | null, };
export type ReferralForm = { 
/**
 * Where it came from.
 */
source: Source, 
/**
 * The day it was received.
 */
received_on: string, 
/**
 * The referrer's name.
 */
referrer_name: string, 
/**
 * The agency that refers; absent when it is none of the hub's.
 */
referrer_agency: AgencyId | null, 
/**
 * The referrer's address.
 */
referrer_address: string, 
/**
 * The referrer's telephone number.
 */
referrer_telephone: string, 
/**
 * The referrer's e-mail address.
 */
referrer_email: string, 
/**
 * How to reach the referrer, as it was written in one piece before.
 */
referrer_contact: string, 
/**
 * A short label.
 */
title: string, 
/**
 * The problem and its effect.
 */
problem: string, 
/**
 * Who the victims are.
 */
victims: string, 
/**
 * What is known of the offenders.
 */
offenders: string, 
/**
 * Safeguarding issues.
 */
safeguarding: string, 
/**
 * What was tried, whether it worked, and why.
 */
tried: string, 
/**
 * The place.
 */
place: string, 
/**
 * The area; absent when not known.
 */
area: AreaId | null, 
/**
 * The guides that are opened.
 */
guides: Array<GuidePart>, 
/**
 * What was answered.
 */
answers: GuideAnswers, 
/**
 * The people it is about whom the hub knows already; those left out are no longer part of it.
 */
kept_subjects: Array<SubjectPart>, 
/**
 * New people it is about.
 */
new_subjects: Array<NewSubject>, };
export type ReferralFormRead = { 
/**
 * What it was: `an e-mail`.
 */
kind: string, 
/**
 * What is proposed, field by field.
 */
proposals: Array<Proposal>, 
/**
 * Lines that belong under no label.
 */
left_over: Array<string>, 
/**
 * Attachments that were not read.
 */
unread: Array<string>, };
export type ReferralId = string;
export type ReferralNumber = number;
export type ReferralOutcome = "abc_issued" | "mediation" | "more_work_by_referrer" | "no_further_action" | "signposted";
export type ReferralRow = { 
/**
 * Its key.
 */
id: ReferralId, 
/**
 * Its number.
 */
number: ReferralNumber, 
/**
 * Its short label.
 */
title: string, 
/**
 * Where it came from.
 */
source: Source, 
/**
 * The day it was received.
 */
received_on: string, 
/**
 * Who refers: agency, or name where it is none of the hub's.
 */
referrer: string, 
/**
 * Where it stands.
 */
status: ReferralStatus, 
/**
 * Whether it passes the gate.
 */
passes_gate: boolean, 
/**
 * How far the agencies' checks have come.
 */
checks: CheckCounts, 
/**
 * The day it was decided; absent until then.
 */
decided_on: string | null, 
/**
 * Its outcomes, the main one first.
 */
outcomes: Array<ReferralOutcome>, 
/**
 * The minutes that meetings spent on it.
 */
minutes_spent: number, 
/**
 * The case it became; absent otherwise.
 */
case: CaseReference | null, };
export type ReferralStatus = "in_triage" | "returned" | "signposted" | "tabled" | "adopted" | "not_adopted";
export type ReferralSums = { 
/**
 * All that were received.
 */
received: number, 
/**
 * In triage.
 */
in_triage: number, 
/**
 * Returned to the referrer.
 */
returned: number, 
/**
 * Signposted; never tabled.
 */
signposted: number, 
/**
 * Tabled and not decided.
 */
undecided: number, 
/**
 * Adopted.
 */
adopted: number, 
/**
 * Not adopted.
 */
not_adopted: number, 
/**
 * The main outcomes of those not adopted, in the order of the list; outcomes that none has are left out.
 */
main: Array<OutcomeSum>, 
/**
 * The further outcomes of those not adopted, likewise.
 */
further: Array<OutcomeSum>, };
export type ReferralView = { 
/**
 * The referral.
 */
referral: Referral, 
/**
 * The agency that refers; absent when it is none of the hub's.
 */
referrer_agency: string | null, 
/**
 * The people it is about.
 */
subjects: Array<SubjectView>, 
/**
 * The checks that were asked, with the agency's name.
 */
checks: Array<CheckLine>, 
/**
 * The case it became; absent otherwise.
 */
case: CaseReference | null, 
/**
 * What keeps it from being tabled, in sentences; empty when nothing does.
 */
missing: Array<string>, 
/**
 * What a meeting would ask for and the form leaves open; what keeps it from being tabled first.
 */
wanting: Array<string>, 
/**
 * The text with which it goes back to the referrer, ready to be changed and copied.
 */
return_text: string, 
/**
 * The minutes that meetings spent on it.
 */
minutes_spent: number, };
export type ReferralsView = { 
/**
 * The figures.
 */
sums: ReferralSums, 
/**
 * All that were ever tabled: decided, or waiting for the meeting.
 */
tabled: number, 
/**
 * How the figures add up, a sentence each.
 */
explained: Array<string>, 
/**
 * The minutes that meetings spent on referrals that were not adopted later.
 */
minutes_on_not_adopted: number, 
/**
 * One row a referral, the newest number first.
 */
rows: Array<ReferralRow>, };
export type RegisterFigures = { 
/**
 * Open cases.
 */
open: number, 
/**
 * Closed cases.
 */
closed: number, 
/**
 * Open cases of high priority.
 */
high_priority: number, 
/**
 * Open actions on open cases.
 */
open_actions: number, 
/**
 * Those that are late.
 */
late_actions: number, 
/**
 * The median of the days that open cases are open; absent without any.
 */
median_days_open: number | null, 
/**
 * Open cases that lack their mid-point score.
 */
without_mid_point: number, };
export type RegisterRow = { 
/**
 * Its key.
 */
id: CaseId, 
/**
 * Its reference.
 */
reference: CaseReference, 
/**
 * What it is about.
 */
kind: CaseKind, 
/**
 * The short label, or the place of a property; may be empty.
 */
title: string, 
/**
 * Beside the kind of a person: age or age band; empty when not known.
 */
age: string, 
/**
 * Key issues as published.
 */
key_issues: Array<string>, 
/**
 * The factors they count under.
 */
factors: Array<Factor>, 
/**
 * Suggested from the latest score; absent when never scored.
 */
priority: Priority | null, 
/**
 * Totals of the episode in their order, for the trend.
 */
totals: Array<Points>, 
/**
 * The scores summed up.
 */
scores: ScoreSummary, 
/**
 * The day of the latest score; absent when not known.
 */
scored_on: string | null, 
/**
 * The day the episode was opened.
 */
opened: string, 
/**
 * The day it was closed; absent while open.
 */
closed: string | null, 
/**
 * Why it was closed; absent while open.
 */
closed_because: ClosureReason | null, 
/**
 * The episode's running number.
 */
episode: number, 
/**
 * Days open.
 */
days_open: number, 
/**
 * The lead agency's short name; empty until agreed.
 */
lead: string, 
/**
 * The area; empty when not known.
 */
area: string, 
/**
 * Lights of its actions that are open or changed since the last meeting, worst first.
 */
lights: Array<Light>, 
/**
 * Late actions.
 */
late_actions: number, 
/**
 * Orders in words: `CBO`, `CBO considered`.
 */
orders: Array<string>, 
/**
 * Whether it is open for longer than the hub allows without a mid-point score.
 */
lacks_mid_point: boolean, 
/**
 * How long that is waited for, in words; absent while it is not.
 */
mid_point: string | null, 
/**
 * The case it was combined with; absent otherwise.
 */
combined_into: CaseReference | null, 
/**
 * The scheme it was handed to; absent otherwise.
 */
handed_to: string | null, };
export type RegisterView = { 
/**
 * The figures over the table.
 */
figures: RegisterFigures, 
/**
 * One row a case with its open or latest episode, by number.
 */
rows: Array<RegisterRow>, };
export type RemoveCaseSubject = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The person.
 */
subject: SubjectId, };
export type RemoveDemandCount = { 
/**
 * The count.
 */
id: DemandCountId, };
export type RemoveForumLink = { 
/**
 * The link.
 */
id: ForumLinkId, };
export type RemoveOrderEntry = { "entry": "breach", 
/**
 * Which.
 */
id: OrderBreachId, } | { "entry": "review", 
/**
 * Which.
 */
id: OrderReviewId, } | { "entry": "offer", 
/**
 * Which.
 */
id: OrderOfferId, };
export type RenewKey = { 
/**
 * One's own passphrase.
 */
passphrase: string, 
/**
 * The passphrases of others who are there to type them; who is not named has none until given one.
 */
others: Array<SetPassphrase>, };
export type ReopenCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The day.
 */
on: string, 
/**
 * Why it comes back.
 */
reason: string, };
export type RepliesView = { 
/**
 * The meeting.
 */
meeting: MeetingRow, 
/**
 * True while replies can be entered: until the meeting is over.
 */
open: boolean, 
/**
 * How many agencies replied.
 */
replied: number, 
/**
 * How many are asked.
 */
asked: number, 
/**
 * `5 of 9 agencies replied`.
 */
words: string, 
/**
 * One row an agency: those with items by arrival, then the others.
 */
agencies: Array<AgencyReplies>, 
/**
 * The cases of the agenda, for written updates.
 */
cases: Array<ReplyCase>, };
export type ReplyCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Its reference.
 */
reference: CaseReference, 
/**
 * The place of its item, from 1.
 */
position: number, };
export type ReplyCheck = { 
/**
 * Its key.
 */
id: AgencyCheckId, 
/**
 * The referral.
 */
referral: ReferralId, 
/**
 * Its number as written, such as `R.61`.
 */
number: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What the agency answered.
 */
answer: CheckAnswer, 
/**
 * In its words; may be empty.
 */
note: string, 
/**
 * The day it answered; absent until it does.
 */
replied_on: string | null, };
export type ReplyItem = { 
/**
 * Its key.
 */
id: ItemId, 
/**
 * Its place, from 1.
 */
position: number, 
/**
 * What it is about.
 */
about: About, 
/**
 * Its reference or title.
 */
heading: string, 
/**
 * When it begins.
 */
starts: ClockTime, 
/**
 * How long it is given, in minutes.
 */
minutes: number, };
export type ReplyLetter = { 
/**
 * What it was: `an e-mail`.
 */
kind: string, 
/**
 * Who sent it, as it would stand in the log: `J Bell, Housing`; empty when it does not say.
 */
told_by: string, 
/**
 * The agency that sent it; absent when the hub does not know the sender.
 */
agency: AgencyId | null, 
/**
 * The officer who sent it; absent when the hub does not know them.
 */
officer: OfficerId | null, 
/**
 * What it answers, in the order of its lines.
 */
proposals: Array<ReplyProposal>, 
/**
 * Numbers and references that the hub does not know.
 */
strangers: Array<ReplyStranger>, 
/**
 * Lines that answer nothing.
 */
left_over: Array<string>, 
/**
 * How many lines were taken as earlier messages, and not read.
 */
earlier: number, 
/**
 * The names of attachments that were not read.
 */
unread: Array<string>, };
export type ReplyProposal = { 
/**
 * What it would write.
 */
reply: ProposedReply, 
/**
 * Its words.
 */
text: string, 
/**
 * The line where it stands, from 1.
 */
line: number, 
/**
 * How the source says it.
 */
source: string, 
/**
 * What speaks against taking it as it stands, a sentence each.
 */
cautions: Array<string>, };
export type ReplyStranger = { 
/**
 * In a sentence: `45/9 is no action of this hub`.
 */
words: string, 
/**
 * The line where it stands, from 1.
 */
line: number, 
/**
 * How the source says it.
 */
source: string, };
export type ReplyUpdate = { 
/**
 * Its key.
 */
id: WrittenUpdateId, 
/**
 * The case.
 */
case: CaseId, 
/**
 * Its reference.
 */
reference: CaseReference, 
/**
 * What it says.
 */
text: string, 
/**
 * Whether it is on the projector.
 */
shown: boolean, 
/**
 * When it was received.
 */
at: Moment, };
export type ReportColumn = { 
/**
 * Its stable name within the table.
 */
key: string, 
/**
 * Its heading.
 */
title: string, };
export type ReportFigure = { 
/**
 * The number: a count, per cent, days, points or minutes; null where there is nothing to measure.
 */
value: number | null, 
/**
 * The number as it is printed.
 */
words: string, 
/**
 * The ids of its rows.
 */
rows: Array<string>, };
export type ReportHeadline = { 
/**
 * What it says.
 */
words: string, 
/**
 * The section.
 */
section: string, 
/**
 * The table.
 */
table: string, 
/**
 * The line.
 */
line: string, 
/**
 * The column.
 */
column: string, 
/**
 * The figure.
 */
figure: ReportFigure, };
export type ReportLine = { 
/**
 * Its stable name within the table.
 */
key: string, 
/**
 * What it is about.
 */
words: string, 
/**
 * Its figures, one for each column.
 */
figures: Array<ReportFigure>, };
export type ReportRow = { 
/**
 * Its name within the report, such as `CSH.12`, `CSH.12 (2)` for a second episode, `R.61`.
 */
id: string, 
/**
 * What it is called on screen.
 */
reference: string, 
/**
 * What it is about; may be empty.
 */
words: string, 
/**
 * The dates and numbers that put it into its figures.
 */
detail: string, 
/**
 * The address of the screen that shows it.
 */
address: string, };
export type ReportSection = { 
/**
 * Its stable name.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What a reader has to know, a sentence each.
 */
notes: Array<string>, 
/**
 * Its tables.
 */
tables: Array<ReportTable>, };
export type ReportTable = { 
/**
 * Its stable name within the section.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its columns.
 */
columns: Array<ReportColumn>, 
/**
 * Its lines, without the whole.
 */
lines: Array<ReportLine>, 
/**
 * The whole; null where there is none.
 */
whole: ReportLine | null, 
/**
 * How the lines belong to the whole.
 */
parts: Parts, };
export type ReportView = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, 
/**
 * The period in words.
 */
period: string, 
/**
 * The hub.
 */
hub: string, 
/**
 * The figures to begin with, in reading order.
 */
headlines: Array<ReportHeadline>, 
/**
 * The sections, in reading order.
 */
sections: Array<ReportSection>, 
/**
 * Every row that a figure names, once.
 */
rows: Array<ReportRow>, };
export type RestoreBackup = { 
/**
 * Where the copy lies.
 */
path: string, 
/**
 * The passphrase of a chair, a deputy chair or a coordinator.
 */
passphrase: string, };
export type RetentionChoiceId = string;
export type RetentionRow = { 
/**
 * The record.
 */
record: RecordRef, 
/**
 * Its type in words.
 */
type_words: string, 
/**
 * Its number, or what it is.
 */
reference: string, 
/**
 * What it is about, as lists show it; empty when there is nothing to tell.
 */
title: string, 
/**
 * From which day it is kept.
 */
since: string, 
/**
 * Why it is on the list: `closed on 4 Jun 2019, kept for 6 years`.
 */
why: string, 
/**
 * The day of its review.
 */
review_on: string, 
/**
 * Whether that day has come.
 */
due: boolean, 
/**
 * What stands against its disposal; empty when nothing does.
 */
obstacles: Array<string>, 
/**
 * The holds that stand on it itself.
 */
holds: Array<HoldLine>, 
/**
 * Why it is kept longer than the rule; empty when it is not.
 */
kept_longer: string, 
/**
 * The screen's address; absent for what has no screen.
 */
address: string | null, };
export type RetentionRule = { 
/**
 * The type of record.
 */
of: RecordType, 
/**
 * The type in words.
 */
words: string, 
/**
 * The rule in words: `kept for 6 years after its closure`.
 */
rule: string, 
/**
 * What a disposal does, as a sentence.
 */
effect: string, };
export type RetentionRules = { 
/**
 * Closed cases, from closure.
 */
closed_case: KeepFor, 
/**
 * Referrals not adopted, from the decision; then their names and narrative go.
 */
not_adopted_referral: KeepFor, 
/**
 * Referrals returned or signposted, from that day.
 */
settled_referral: KeepFor, 
/**
 * People who stand on no record any more.
 */
person: KeepFor, 
/**
 * Orders on a place or alone, from their end.
 */
standalone_order: KeepFor, 
/**
 * Minutes, from the day of the meeting.
 */
minutes: KeepFor, 
/**
 * Views, prints and exports in the audit.
 */
disclosures: KeepFor, };
export type RetentionView = { 
/**
 * Records that are due, held or kept longer, and those that come up within three months; the longest due first.
 */
rows: Array<RetentionRow>, 
/**
 * How many are due.
 */
due: number, 
/**
 * How many of them something stands against.
 */
blocked: number, 
/**
 * How many are held.
 */
held: number, 
/**
 * Holds on what no rule asks about yet: an open case, a person on a live record.
 */
other_holds: Array<OtherHold>, 
/**
 * The rules, one for each type.
 */
rules: Array<RetentionRule>, 
/**
 * The disposals, the newest first.
 */
disposals: Array<Disposal>, 
/**
 * Backups in the hub's own folder that hold what was disposed of since.
 */
old_copies: number, 
/**
 * The day by which the last of them is gone; absent when there is none.
 */
old_copies_gone_by: string | null, };
export type ReviewRule = "every_meeting" | "fortnightly" | "monthly" | "when_action_due" | "on_request";
export type Right = "open" | "view" | "record" | "export" | "import" | "back_up" | "settings" | "approve_minutes" | "override_gate" | "override_projector" | "dispose" | "manage_users";
export type Role = "chair" | "deputy" | "coordinator" | "reader";
export type RoleWords = { 
/**
 * The role.
 */
role: Role, 
/**
 * Its name, such as `Deputy chair`.
 */
name: string, 
/**
 * What its users may do, in a sentence.
 */
words: string, };
export type RoomArrival = { 
/**
 * The agency.
 */
agency: AgencyId, 
/**
 * When the agenda has its next item.
 */
planned: ClockTime, 
/**
 * When that will come at this pace.
 */
now: ClockTime, 
/**
 * What to send: `Mental Health: now 2.35 pm`.
 */
words: string, };
export type RoomAttendance = { 
/**
 * In the room.
 */
in_room: number, 
/**
 * On the line.
 */
dialled_in: number, 
/**
 * Agencies that sent updates.
 */
written: number, 
/**
 * Observers.
 */
observers: number, 
/**
 * Apologies.
 */
apologies: number, 
/**
 * The entries that stand, by agency.
 */
entries: Array<AttendanceLine>, 
/**
 * Agencies and people that are expected and have no entry yet.
 */
expected: Array<ExpectedLine>, };
export type RoomCase = { 
/**
 * Its key.
 */
id: CaseId, 
/**
 * Its reference.
 */
reference: CaseReference, 
/**
 * Its kind.
 */
kind: CaseKind, 
/**
 * Its outline.
 */
outline: string, 
/**
 * Key issues.
 */
key_issues: Array<string>, 
/**
 * Its people.
 */
subjects: Array<SubjectView>, 
/**
 * Its actions, those of this meeting included.
 */
actions: Array<ActionRow>, 
/**
 * Its orders.
 */
orders: Array<OrderRow>, 
/**
 * Its links.
 */
links: Array<LinkView>, 
/**
 * Its open or latest episode with scores.
 */
episode: EpisodeView, 
/**
 * How long the mid-point score is waited for, in words; absent while it is not.
 */
mid_point: string | null, 
/**
 * Written updates for this meeting.
 */
updates: Array<RoomUpdate>, 
/**
 * What the last meeting decided; empty when none did.
 */
last_decided: string, 
/**
 * Facts beside the case.
 */
outside_facts: Array<string>, };
export type RoomDecision = { 
/**
 * The decision.
 */
decision: Decision, 
/**
 * In words.
 */
words: string, };
export type RoomGroup = { 
/**
 * Which one.
 */
group: Group, 
/**
 * Its heading.
 */
words: string, };
export type RoomInterruption = { 
/**
 * What happened, in a sentence.
 */
words: string, 
/**
 * Whole minutes of it that the current item's clock counted.
 */
counted_minutes: number, };
export type RoomItem = { 
/**
 * Its key.
 */
id: ItemId, 
/**
 * Its place, from 1.
 */
position: number, 
/**
 * The part of the agenda.
 */
group: Group, 
/**
 * The reference; absent for items without one.
 */
reference: string | null, 
/**
 * Beside the reference: `Person, 16–17`; or the title.
 */
words: string, 
/**
 * How long it is given, in minutes.
 */
minutes: number, 
/**
 * Seconds spent on it when this view was made.
 */
spent_seconds: number, 
/**
 * Since when its clock runs; absent while paused and for other items.
 */
running_since: Moment | null, 
/**
 * Where it stands.
 */
state: RoomItemState, 
/**
 * Whether it needs no decision or has one.
 */
decided: boolean, };
export type RoomItemState = "ahead" | "current" | "done";
export type RoomKeyPoint = { 
/**
 * Its key.
 */
id: KeyPointId, 
/**
 * What was said.
 */
text: string, 
/**
 * Whether it is on the projector.
 */
shown: boolean, };
export type RoomUpdate = { 
/**
 * Its key.
 */
id: WrittenUpdateId, 
/**
 * The agency.
 */
agency: string, 
/**
 * What it says.
 */
text: string, 
/**
 * Whether it is on the projector.
 */
shown: boolean, 
/**
 * When it was received.
 */
at: Moment, };
export type RoomView = { 
/**
 * How many changes there were since the program began when this view was made: it holds them all.
 */
changes: number, 
/**
 * The meeting.
 */
meeting: MeetingRow, 
/**
 * The marking.
 */
marking: string, 
/**
 * The wall clock as the program takes it, when this view was made.
 */
clock: ClockTime, 
/**
 * The running order.
 */
items: Array<RoomItem>, 
/**
 * When each item will come at this pace, or came, in their order: apart from them, because most change in this only.
 */
forecasts: Array<ClockTime>, 
/**
 * The headings of the parts of the agenda.
 */
groups: Array<RoomGroup>, 
/**
 * Minutes behind the plan; below nought when ahead.
 */
behind_minutes: number, 
/**
 * When it will end at this pace.
 */
ends: ClockTime, 
/**
 * The item the room is at; absent before it begins and after the last.
 */
current: CurrentItem | null, 
/**
 * Who is there and who is not.
 */
attendance: RoomAttendance, 
/**
 * The declaration's words, and when it was read; absent until then.
 */
declaration: string, 
/**
 * When the declaration was read; absent until then.
 */
declaration_read_at: Moment | null, 
/**
 * What the projector shows.
 */
projector: ProjectorState, 
/**
 * Agencies whose items come at another time than they last heard, by five minutes or more.
 */
arrivals: Array<RoomArrival>, 
/**
 * What interrupted the meeting's time since it was last settled.
 */
interruptions: Array<RoomInterruption>, 
/**
 * Whether single letters act as keys.
 */
single_letter_keys: boolean, };
export type RowsGone = { 
/**
 * The table.
 */
table: string, 
/**
 * Rows erased for good.
 */
erased: number, 
/**
 * Rows left with nothing but what is counted.
 */
thinned: number, };
export type RunIssue = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * Which paper.
 */
paper: IssuedPaper, 
/**
 * The folder that the files are written into.
 */
folder: string, 
/**
 * For whom; empty for everybody who gets one.
 */
only: Array<AgencyId>, 
/**
 * The password that opens the files; empty for none. It is stored nowhere.
 */
passphrase: string, 
/**
 * Whether characters that no bundled face has may print as boxes: who asks was told which they are.
 */
boxes_agreed: boolean, };
export type SaveDocument = { 
/**
 * Which.
 */
document: Document, 
/**
 * Where to.
 */
save_as: string, };
export type SaveDraft = { 
/**
 * Where it is typed, such as `room/<item>/key_points`.
 */
key: string, 
/**
 * The text; empty to forget it.
 */
text: string, };
export type Score = { 
/**
 * Its key.
 */
id: ScoreId, 
/**
 * The episode it belongs to.
 */
episode: EpisodeId, 
/**
 * Its running number within the episode, from 1; gives the order.
 */
serial: number, 
/**
 * When in the episode's life.
 */
stage: ScoreStage, 
/**
 * The day; absent where a published register does not tell it.
 */
on: string | null, 
/**
 * The total.
 */
total: Points, 
/**
 * The name of the matrix and its version, such as `as published`.
 */
matrix: string, 
/**
 * What was answered, factor by factor; absent for imported totals and for those typed in.
 */
answers: ScoreAnswers | null, 
/**
 * How it led to the case; absent where it was not asked.
 */
route: ScoreRoute | null, 
/**
 * The reason for the route, or a remark; empty when none was given.
 */
reason: string, 
/**
 * Who scored, as written; empty when a register does not tell.
 */
scorer: string, };
export type ScoreAnswers = { 
/**
 * The version; it never changes, so the total can always be reckoned again.
 */
version: MatrixVersionId, 
/**
 * The option chosen for each of its factors, in their order.
 */
chosen: Array<FactorAnswer>, };
export type ScoreCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The version that was answered.
 */
version: MatrixVersionId, 
/**
 * An answer to each of its factors.
 */
answers: Array<FactorAnswer>, 
/**
 * When in the case's life.
 */
stage: ScoreStage, 
/**
 * The day.
 */
on: string, 
/**
 * The route; needed at the start, unless the hub leaves none below the threshold.
 */
route: ScoreRoute | null, 
/**
 * The reason for the second and third route, or a remark.
 */
reason: string, };
export type ScoreId = string;
export type ScoreRoute = "over_threshold" | "potential_escalation" | "professional_judgement";
export type ScoreStage = "start" | "mid_point" | "closure" | "as_published";
export type ScoreState = "scored" | "unchanged" | "not_rescored" | "unknown" | "unscored";
export type ScoreSummary = { 
/**
 * The total at the start; absent when never scored.
 */
initial: Points | null, 
/**
 * The latest total; absent when never scored or when the register gives a word instead.
 */
current: Points | null, 
/**
 * What can be said about the two.
 */
state: ScoreState, 
/**
 * The state in words; only written, never read.
 */
words: string, 
/**
 * What the words mean, in a sentence; only written, never read.
 */
meaning: string, };
export type ScoringView = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Its reference.
 */
reference: CaseReference, 
/**
 * What it is about.
 */
kind: CaseKind, 
/**
 * The version in force.
 */
version: MatrixVersionView, 
/**
 * The answers given before; absent when it was never scored factor by factor.
 */
previous: PreviousAnswers | null, 
/**
 * The scores of the open or latest episode, in their order.
 */
scores: Array<Score>, 
/**
 * The stage that is likely meant.
 */
stage: ScoreStage, 
/**
 * The day the episode was opened: no score is dated before.
 */
opened: string, 
/**
 * The day it was closed: no score is dated after; absent while open.
 */
closed: string | null, 
/**
 * How long the mid-point score is waited for, in words; absent while it is not.
 */
mid_point: string | null, };
export type Search = { 
/**
 * The text.
 */
text: string, };
export type SearchHit = { 
/**
 * What it is: `case`, `person`, `action`, `meeting`, `referral`, `agency`.
 */
kind: string, 
/**
 * What the list shows first.
 */
title: string, 
/**
 * What the list shows beside it.
 */
detail: string, 
/**
 * The screen's address, such as `/cases/DEMO.45`.
 */
address: string, };
export type SearchView = { 
/**
 * The hits, the best first, at most 30.
 */
hits: Array<SearchHit>, };
export type SecondHolder = { 
/**
 * The person's name.
 */
person: string, 
/**
 * The person's role.
 */
role: Role, 
/**
 * The person's passphrase.
 */
passphrase: string, };
export type SetActionStatus = { 
/**
 * The action.
 */
id: ActionId, 
/**
 * Where it stands now.
 */
status: ActionStatus, 
/**
 * Since when; absent means today.
 */
on: string | null, 
/**
 * Why; needed for what is not possible or was not undertaken, empty otherwise.
 */
reason: string, };
export type SetAgencyCheck = { 
/**
 * The referral.
 */
referral: ReferralId, 
/**
 * The agency.
 */
agency: AgencyId, 
/**
 * What it said.
 */
answer: CheckAnswer, 
/**
 * In its words.
 */
note: string, 
/**
 * The day it replied; absent keeps the day there is, or means today for a first reply.
 */
replied_on: string | null, };
export type SetCopySent = { 
/**
 * The copy.
 */
copy: IssuedCopyId, 
/**
 * True when it was sent.
 */
sent: boolean, 
/**
 * How, such as `secure e-mail` or `by hand`.
 */
how: string, };
export type SetLight = { 
/**
 * The action.
 */
id: ActionId, 
/**
 * The light.
 */
light: Light, 
/**
 * Why; may be empty only for the suggested light.
 */
reason: string, };
export type SetOrderBreach = { 
/**
 * The order.
 */
order: OrderId, 
/**
 * The breach that is changed; absent for a new one.
 */
id: OrderBreachId | null, 
/**
 * When.
 */
on: string, 
/**
 * What happened.
 */
what: string, 
/**
 * What was done about it.
 */
done: string, };
export type SetOrderReview = { 
/**
 * The order.
 */
order: OrderId, 
/**
 * The review that is changed; absent for a new one.
 */
id: OrderReviewId | null, 
/**
 * When.
 */
on: string, 
/**
 * What came of it.
 */
what: string, 
/**
 * When it is reviewed next; absent when it is not.
 */
next_on: string | null, };
export type SetPassphrase = { 
/**
 * Whose.
 */
user: UserId, 
/**
 * The passphrase that the person chose.
 */
passphrase: string, };
export type SetPresence = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The agency.
 */
agency: AgencyId, 
/**
 * How it takes part in this meeting; absent for its rule.
 */
presence: Presence | null, };
export type SetProjectorLevel = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The level.
 */
level: Level, 
/**
 * Only for this item; absent for the meeting.
 */
item: ItemId | null, };
export type Settings = { 
/**
 * The hub's name.
 */
hub: string, 
/**
 * True for a sample hub; SAMPLE stands in the marking.
 */
sample: boolean, 
/**
 * The prefix of case references, without the dot.
 */
prefix: string, 
/**
 * The marking at the top and bottom of every page and projection.
 */
marking: string, 
/**
 * Rooms the meeting is held in; the first is proposed.
 */
rooms: Array<string>, 
/**
 * The day of the meeting.
 */
meeting_day: Weekday, 
/**
 * When the meeting begins.
 */
meeting_starts: ClockTime, 
/**
 * How long the room is ours, in minutes.
 */
meeting_minutes: number, 
/**
 * When on the Friday before the agenda freezes.
 */
agenda_freezes: ClockTime, 
/**
 * The confidentiality declaration that is read at the start.
 */
declaration: string, 
/**
 * Lengths of items.
 */
slots: SlotLengths, 
/**
 * How lights are read.
 */
lights: LightRules, 
/**
 * Where the bands of priority begin.
 */
bands: PriorityBands, 
/**
 * Weeks after which an open case without a mid-point score is named.
 */
mid_point_weeks: number, 
/**
 * Reviews since the start score after which the same is done; 0 when reviews are not counted.
 */
mid_point_reviews: number, 
/**
 * Single letters as keys in the meeting room when no field has the focus.
 */
single_letter_keys: boolean, 
/**
 * For how long records are kept.
 */
retention: RetentionRules, 
/**
 * When the hub locks of itself.
 */
lock: LockRules, 
/**
 * Where the last copy outside the hub's own folder was made; absent before the first. The desk alone sets it.
 */
copied_elsewhere: CopiedElsewhere | null, };
export type SettingsView = { 
/**
 * The settings.
 */
settings: Settings, 
/**
 * What a new hub of this name begins with, so that the screen labels what is still a default.
 */
defaults: Settings, 
/**
 * The areas.
 */
areas: Array<Area>, 
/**
 * Where the bank holidays come from.
 */
holidays_source: string, 
/**
 * The last year whose bank holidays are known.
 */
holidays_last_year: number, 
/**
 * The folder that holds the data.
 */
folder: string, 
/**
 * The backups, newest first.
 */
backups: Array<BackupMade>, };
export type SettleInterruptions = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * Whether the minutes that the current item's clock counted are taken off it.
 */
take_off: boolean, };
export type SettleReferral = { 
/**
 * The referral.
 */
id: ReferralId, 
/**
 * What is missing, or where the referrer should turn.
 */
note: string, 
/**
 * The day; absent means today.
 */
on: string | null, };
export type SettledAction = { 
/**
 * The action.
 */
action: ActionId, 
/**
 * Its number.
 */
number: ActionNumber, 
/**
 * What is to be done.
 */
what: string, 
/**
 * What becomes of it.
 */
ending: ActionEnding, 
/**
 * Why; may be empty unless it stays open.
 */
reason: string, 
/**
 * Where it stood before, for taking the closure back.
 */
was: ActionStatus, 
/**
 * The light that a meeting had set, for taking the closure back; absent when none was.
 */
light_was: LightSetting | null, };
export type ShareScoring = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The item; it must be on the projector.
 */
item: ItemId, 
/**
 * The version that is being answered.
 */
version: MatrixVersionId, 
/**
 * The answers so far.
 */
answers: Array<FactorAnswer>, };
export type SheetKind = "register" | "agencies" | "actions";
export type SheetSource = { "from": "file", 
/**
 * Its path.
 */
path: string, } | { "from": "pasted", 
/**
 * The text.
 */
text: string, };
export type ShowKeyPoint = { 
/**
 * The key point.
 */
id: KeyPointId, 
/**
 * True to put it there.
 */
shown: boolean, };
export type ShowOnProjector = { 
/**
 * The meeting.
 */
meeting: MeetingId, 
/**
 * The item; absent to blank.
 */
item: ItemId | null, };
export type ShowWrittenUpdate = { 
/**
 * The update.
 */
id: WrittenUpdateId, 
/**
 * True to put it there.
 */
shown: boolean, };
export type ShownLight = { 
/**
 * The light to show.
 */
light: Light, 
/**
 * What the facts suggest.
 */
suggested: Light, 
/**
 * The reason that the meeting gave; absent while the suggestion is shown.
 */
reason: string | null, };
export type SlotLengths = { 
/**
 * A full discussion.
 */
full: number, 
/**
 * A quick update.
 */
quick: number, 
/**
 * An item that is only noted.
 */
noted: number, 
/**
 * A new referral.
 */
referral: number, 
/**
 * Welcome, declaration and apologies.
 */
opening: number, 
/**
 * Matters arising.
 */
matters_arising: number, };
export type SlotPlan = { 
/**
 * The items in the order proposed.
 */
items: Array<PlannedItem>, 
/**
 * Each agency that comes for its own items, before and after.
 */
agencies: Array<PlannedVisit>, 
/**
 * Minutes that agencies wait in the order as it is, in sum.
 */
waiting_before: number, 
/**
 * Minutes that they wait in the order proposed, in sum.
 */
waiting_after: number, 
/**
 * Minutes that the room waits for fixed times as it is.
 */
idle_before: number, 
/**
 * Minutes that it waits in the order proposed.
 */
idle_after: number, 
/**
 * What cannot be kept, a sentence each: fixed times, housing first, young people together.
 */
not_kept: Array<string>, 
/**
 * True when the order as it is stays.
 */
unchanged: boolean, 
/**
 * True when no other order is better; false when a search found none.
 */
exact: boolean, };
export type Source = "partner" | "own_review" | "daily_management_meeting" | "other_forum";
export type SplitCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The part that goes on by itself.
 */
split: SplitFields, };
export type SplitFields = { 
/**
 * A letter behind the number of the first case; empty for the next free number.
 */
letter: string, 
/**
 * What the new case is about.
 */
kind: CaseKind, 
/**
 * Its short label; may be empty.
 */
title: string, 
/**
 * Its place; needed for a property.
 */
place: string, 
/**
 * Its outline; may be empty.
 */
outline: string, 
/**
 * What goes along; all else stays.
 */
goes: Array<Piece>, };
export type StayingOrder = { 
/**
 * The order.
 */
order: OrderId, 
/**
 * In words.
 */
words: string, 
/**
 * Who could watch it: the lead agency; empty where there is none.
 */
watched_by: string, };
export type Subject = { 
/**
 * Its key.
 */
id: SubjectId, 
/**
 * The full name; empty when not known.
 */
name: string, 
/**
 * Other names the person is known by.
 */
aliases: Array<string>, 
/**
 * The date of birth; absent when not known.
 */
date_of_birth: string | null, 
/**
 * An age in years as told on a day; absent when not known.
 */
age_as_told: AgeAsTold | null, 
/**
 * Addresses, the present one first.
 */
addresses: Array<string>, 
/**
 * Telephone numbers.
 */
telephones: Array<string>, 
/**
 * What each agency calls the person in its own system.
 */
agency_references: Array<AgencyReference>, };
export type SubjectFields = { 
/**
 * The full name.
 */
name: string, 
/**
 * Other names.
 */
aliases: Array<string>, 
/**
 * The date of birth; absent when not known.
 */
date_of_birth: string | null, 
/**
 * The age as told today; absent when not known or when the date of birth is.
 */
age: number | null, 
/**
 * Addresses, the present one first.
 */
addresses: Array<string>, 
/**
 * Telephone numbers.
 */
telephones: Array<string>, 
/**
 * What each agency calls the person.
 */
agency_references: Array<AgencyReference>, };
export type SubjectId = string;
export type SubjectPart = { 
/**
 * The person.
 */
subject: SubjectId, 
/**
 * What the person is in it.
 */
role: SubjectRole, };
export type SubjectRole = "victim" | "perpetrator" | "both" | "at_risk" | "not_told";
export type SubjectView = { 
/**
 * The person.
 */
subject: Subject, 
/**
 * What the person is in it.
 */
role: SubjectRole, 
/**
 * The initials; empty when the name is not known.
 */
initials: string, 
/**
 * The age today; absent when not known.
 */
age: number | null, 
/**
 * The age band; empty when not known.
 */
age_band: string, 
/**
 * Whether the person is under 18 today.
 */
child: boolean, };
export type TableCopied = { 
/**
 * Which table, in words such as `cases`.
 */
table: string, 
/**
 * How many rows.
 */
rows: number, 
/**
 * The references in them; empty for a table without any.
 */
references: Array<string>, };
export type TableReferral = { 
/**
 * The referral.
 */
id: ReferralId, 
/**
 * The chair's reason where it does not pass the gate; absent otherwise.
 */
override_reason: string | null, };
export type TakeActionReply = { 
/**
 * The action.
 */
id: ActionId, 
/**
 * Where it stands now; absent to leave that as it is.
 */
status: ActionStatus | null, 
/**
 * On which day; absent means today.
 */
on: string | null, 
/**
 * What happened; needed unless the status says it all.
 */
text: string, 
/**
 * What stops it; absent to leave that as it is.
 */
blocked: string | null, 
/**
 * Who sent the e-mail.
 */
told_by: string, };
export type TakeBackActionReply = { 
/**
 * The action.
 */
id: ActionId, 
/**
 * How it stood before.
 */
before: ActionStanding, };
export type TakeBackOrderStep = { 
/**
 * The order.
 */
id: OrderId, 
/**
 * Why; may be empty.
 */
reason: string, };
export type Tell = { 
/**
 * Who, as it is stored when ticked.
 */
who: string, 
/**
 * Why they are on the list, such as `lead agency`.
 */
why: string, };
export type TodayLine = { 
/**
 * What it says.
 */
words: string, 
/**
 * When; absent when no day belongs to it.
 */
on: string | null, 
/**
 * The screen's address.
 */
address: string, };
export type TodayView = { 
/**
 * Today.
 */
today: string, 
/**
 * The next meeting; absent when none is planned.
 */
next: MeetingRow | null, 
/**
 * Where no meeting is planned: the day the rules propose.
 */
proposed: string, 
/**
 * Whether there is need to meet, in a sentence.
 */
need: string, 
/**
 * What to do with the next meeting; absent when none is planned or it runs.
 */
advice: Advice | null, 
/**
 * How many agencies replied to its agenda, with the way to their replies; absent while nobody is asked.
 */
replies: TodayLine | null, 
/**
 * What stands between now and the pack.
 */
before_pack: Array<TodayLine>, 
/**
 * Late actions by agency, most first.
 */
late: Array<LateLine>, 
/**
 * Actions that an agency declined, then those that await acceptance, the oldest first.
 */
acceptance: Array<TodayLine>, 
/**
 * Ends, reviews, appeals and looks at orders that come up within twelve weeks; the screen shows four, eight or twelve.
 */
coming: Array<TodayLine>, 
/**
 * Open cases that lack their mid-point score.
 */
without_mid_point: Array<TodayLine>, 
/**
 * Referrals in triage.
 */
triage: Array<ReferralRow>, 
/**
 * What else should be known: bank holidays beyond the table, no backup for a week; sentences.
 */
remarks: Array<string>, 
/**
 * Records that reached their review date; absent when none has.
 */
review_due: TodayLine | null, 
/**
 * What the rail shows beside its entries.
 */
counts: RailCounts, };
export type Told = { 
/**
 * The agency.
 */
agency: AgencyId, 
/**
 * When it was told to come.
 */
comes: ClockTime, };
export type UnderstandActionLine = { 
/**
 * The line as typed so far.
 */
text: string, 
/**
 * The place of the cursor in it, in UTF-16 code units as browsers count; completion happens there.
 */
cursor: number, };
export type UnderstoodActionLine = { 
/**
 * What is to be done, without agency, person and date.
 */
what: string, 
/**
 * The proposed neutral word.
 */
kind: ActionType, 
/**
 * The agency; absent until understood.
 */
agency: Named<AgencyId> | null, 
/**
 * The person; absent until understood.
 */
officer: Named<OfficerId> | null, 
/**
 * A name after the agency that its list does not hold; absent otherwise.
 */
new_officer: string | null, 
/**
 * The due date; absent until understood.
 */
due: string | null, 
/**
 * What is still missing before Enter adds it, as words such as `who` and `by when`.
 */
missing: Array<string>, 
/**
 * What could stand at the cursor.
 */
completions: Array<Completion>, };
export type UndoCaseMove = { 
/**
 * Which.
 */
id: CaseMoveId, };
export type UndoHandOver = { 
/**
 * The case.
 */
case: CaseId, };
export type UndoneMove = { 
/**
 * The case that was split, or is no signpost any more.
 */
reference: CaseReference, 
/**
 * What is not undone, as a sentence.
 */
not_undone: string, };
export type UnlinkCases = { 
/**
 * The link.
 */
id: CaseLinkId, };
export type Unlock = { 
/**
 * The passphrase, or the recovery key.
 */
passphrase: string, 
/**
 * Whose passphrase it is; absent to try everybody's.
 */
user: string | null, };
export type UserId = string;
export type UserRow = { 
/**
 * The key.
 */
id: UserId, 
/**
 * The name, as papers and the audit write it.
 */
name: string, 
/**
 * The role.
 */
role: Role, 
/**
 * Whether it is the person at the desk.
 */
own: boolean, 
/**
 * False once the user was removed; the audit still names the person.
 */
active: boolean, 
/**
 * Whether the user holds a passphrase; after another data key was made, some have none until they are given one.
 */
passphrase: boolean, };
export type UserView = { 
/**
 * The person's name.
 */
name: string, 
/**
 * The role.
 */
role: Role, };
export type UsersView = { 
/**
 * The users, by name; those who were removed stand last.
 */
users: Array<UserRow>, 
/**
 * Keys that open older copies of the record and not the hub any more.
 */
old_keys: Array<OldKeyRow>, 
/**
 * What a user of each role may do, in a sentence.
 */
roles: Array<RoleWords>, };
export type WantedPaper = { "paper": "agenda", 
/**
 * The meeting.
 */
meeting: MeetingId, } | { "paper": "minutes", 
/**
 * The meeting.
 */
meeting: MeetingId, } | { "paper": "referral", 
/**
 * The referral it is filled in with; absent for a blank form.
 */
referral: ReferralId | null, } | { "paper": "certificate", 
/**
 * The disposal.
 */
disposal: DisposalId, } | { "paper": "case_summary", 
/**
 * The case.
 */
reference: CaseReference, } | { "paper": "formal_minutes", 
/**
 * The meeting.
 */
meeting: MeetingId, } | { "paper": "public_agenda", 
/**
 * The meeting.
 */
meeting: MeetingId, } | { "paper": "name_key", 
/**
 * The meeting.
 */
meeting: MeetingId, } | { "paper": "action_list", 
/**
 * The agency that owes them; absent for all.
 */
agency: AgencyId | null, } | { "paper": "register", 
/**
 * Whether closed cases stand in it too.
 */
closed: boolean, } | { "paper": "year_report", 
/**
 * The first day.
 */
from: string, 
/**
 * The last day, counted too.
 */
to: string, 
/**
 * Whether it is for publication: small counts are not told.
 */
published: boolean, } | { "paper": "disclosure_log", 
/**
 * The first day.
 */
from: string, 
/**
 * The last day, counted too.
 */
to: string, } | { "paper": "access_log", 
/**
 * The person.
 */
person: SubjectId, } | { "paper": "case_study", 
/**
 * The case.
 */
reference: CaseReference, };
export type WatchedOrder = { 
/**
 * The order.
 */
order: OrderId, 
/**
 * Who watches it; may be empty.
 */
watched_by: string, };
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
export type What = "full_name" | "long_alias" | "address" | "telephone" | "date_of_birth" | "own_reference" | "officer" | "single_name";
export type WhoComes = { 
/**
 * Its key.
 */
id: AgencyId, 
/**
 * Its short name.
 */
agency: string, 
/**
 * When its first item begins; absent when it is there throughout or has none.
 */
arrives: ClockTime | null, 
/**
 * When its last item ends; absent likewise.
 */
leaves: ClockTime | null, 
/**
 * In words: `2.08 – 2.25`, `throughout`, `no item`.
 */
words: string, 
/**
 * Minutes that it waits between its own items.
 */
waiting: number, 
/**
 * How it takes part in this meeting.
 */
presence: Presence, 
/**
 * How it takes part by its rule.
 */
usual_presence: Presence, };
export type WithdrawAction = { 
/**
 * The action.
 */
id: ActionId, };
export type WithdrawAttendance = { 
/**
 * The entry.
 */
id: AttendanceId, };
export type WrittenUpdateId = string;

export interface Commands {
  hub_status: { request: Nothing; response: HubStatus };
  create_hub: { request: CreateHub; response: CreatedHub };
  unlock: { request: Unlock; response: HubStatus };
  lock: { request: Nothing; response: HubStatus };
  open_sample: { request: Nothing; response: HubStatus };
  leave_sample: { request: Nothing; response: HubStatus };
  lock_when_idle: { request: Nothing; response: HubStatus };
  check_hub: { request: Nothing; response: CheckView };
  back_up_now: { request: Nothing; response: BackupMade };
  back_up_elsewhere: { request: BackUpElsewhere; response: BackupMade };
  list_backups: { request: ListBackups; response: BackupsView };
  restore_backup: { request: RestoreBackup; response: HubRestored };
  list_users: { request: Nothing; response: UsersView };
  add_user: { request: AddUser; response: UsersView };
  amend_user: { request: AmendUser; response: UsersView };
  remove_user: { request: OfUser; response: UsersView };
  set_passphrase: { request: SetPassphrase; response: UsersView };
  change_passphrase: { request: ChangePassphrase; response: UsersView };
  renew_recovery_key: { request: Nothing; response: NewRecoveryKey };
  renew_key: { request: RenewKey; response: NewRecoveryKey };
  renew_copies: { request: Nothing; response: UsersView };
  get_today: { request: Nothing; response: TodayView };
  search: { request: Search; response: SearchView };
  get_settings: { request: Nothing; response: SettingsView };
  amend_settings: { request: AmendSettings; response: SettingsView };
  add_area: { request: AddArea; response: SettingsView };
  amend_area: { request: AmendArea; response: SettingsView };
  get_directory: { request: Nothing; response: Directory };
  list_agencies: { request: Nothing; response: AgenciesView };
  get_agency: { request: GetAgency; response: AgencyView };
  add_agency: { request: AddAgency; response: AgencyView };
  amend_agency: { request: AmendAgency; response: AgencyView };
  add_officer: { request: AddOfficer; response: AgencyView };
  amend_officer: { request: AmendOfficer; response: AgencyView };
  list_cases: { request: Nothing; response: RegisterView };
  get_case: { request: GetCase; response: CaseView };
  add_case: { request: AddCase; response: CaseView };
  amend_case: { request: AmendCase; response: CaseView };
  add_case_subject: { request: AddCaseSubject; response: CaseView };
  add_known_case_subject: { request: AddKnownCaseSubject; response: CaseView };
  amend_case_subject: { request: AmendCaseSubject; response: CaseView };
  remove_case_subject: { request: RemoveCaseSubject; response: CaseView };
  get_closure_checklist: { request: GetClosureChecklist; response: ClosureChecklist };
  close_case: { request: CloseCase; response: CaseView };
  reopen_case: { request: ReopenCase; response: CaseView };
  link_cases: { request: LinkCases; response: CaseView };
  unlink_cases: { request: UnlinkCases; response: Nothing };
  add_demand_count: { request: AddDemandCount; response: CaseView };
  amend_demand_count: { request: AmendDemandCount; response: CaseView };
  remove_demand_count: { request: RemoveDemandCount; response: CaseView };
  add_forum_link: { request: AddForumLink; response: CaseView };
  amend_forum_link: { request: AmendForumLink; response: CaseView };
  remove_forum_link: { request: RemoveForumLink; response: CaseView };
  preview_move: { request: PreviewMove; response: MovePreview };
  split_case: { request: SplitCase; response: CaseView };
  combine_cases: { request: CombineCases; response: CaseView };
  undo_case_move: { request: UndoCaseMove; response: UndoneMove };
  undo_hand_over: { request: UndoHandOver; response: CaseView };
  get_scoring: { request: GetScoring; response: ScoringView };
  get_answers: { request: GetAnswers; response: AnswersView };
  score_case: { request: ScoreCase; response: CaseView };
  add_score: { request: AddScore; response: CaseView };
  list_matrices: { request: Nothing; response: MatricesView };
  check_matrix: { request: CheckMatrix; response: MatrixCheck };
  reckon_score: { request: ReckonScore; response: Reckoning };
  add_matrix_version: { request: AddMatrixVersion; response: MatricesView };
  list_actions: { request: Nothing; response: ActionsView };
  get_action: { request: GetAction; response: ActionView };
  add_action: { request: AddAction; response: ActionView };
  amend_action: { request: AmendAction; response: ActionView };
  set_action_status: { request: SetActionStatus; response: ActionView };
  add_action_update: { request: AddActionUpdate; response: ActionView };
  set_light: { request: SetLight; response: ActionView };
  answer_action: { request: AnswerAction; response: ActionView };
  reassign_action: { request: ReassignAction; response: ActionView };
  escalate_action: { request: EscalateAction; response: ActionView };
  withdraw_action: { request: WithdrawAction; response: ActionView };
  list_action_templates: { request: Nothing; response: ActionTemplatesView };
  add_action_template: { request: ActionTemplateFields; response: ActionTemplatesView };
  amend_action_template: { request: AmendActionTemplate; response: ActionTemplatesView };
  move_action_template: { request: MoveActionTemplate; response: ActionTemplatesView };
  understand_action_line: { request: UnderstandActionLine; response: UnderstoodActionLine };
  list_orders: { request: Nothing; response: OrdersView };
  get_order: { request: GetOrder; response: OrderView };
  add_order: { request: AddOrder; response: OrderView };
  amend_order: { request: AmendOrder; response: OrderView };
  move_order: { request: MoveOrder; response: OrderView };
  take_back_order_step: { request: TakeBackOrderStep; response: OrderStepTakenBack };
  set_order_breach: { request: SetOrderBreach; response: OrderView };
  set_order_review: { request: SetOrderReview; response: OrderView };
  add_order_offer: { request: AddOrderOffer; response: OrderView };
  remove_order_entry: { request: RemoveOrderEntry; response: OrderView };
  list_order_people: { request: OrderPeople; response: OrderPeopleView };
  propose_order_dates: { request: ProposeOrderDates; response: ProposedOrderDates };
  get_order_figures: { request: OrderPeriod; response: OrderFiguresView };
  list_order_types: { request: Nothing; response: OrderTypesView };
  add_order_type: { request: AddOrderType; response: OrderTypesView };
  amend_order_type: { request: AmendOrderType; response: OrderTypesView };
  end_order_type: { request: EndOrderType; response: OrderTypesView };
  list_referrals: { request: Nothing; response: ReferralsView };
  get_referral: { request: GetReferral; response: ReferralView };
  get_guide: { request: Nothing; response: GuideView };
  find_duplicates: { request: FindDuplicates; response: DuplicatesView };
  read_referral_form: { request: ReadReferralForm; response: ReferralFormRead };
  add_referral: { request: ReferralForm; response: ReferralView };
  amend_referral: { request: AmendReferral; response: ReferralView };
  amend_referral_subject: { request: AmendReferralSubject; response: ReferralView };
  table_referral: { request: TableReferral; response: ReferralView };
  untable_referral: { request: GetReferral; response: ReferralView };
  return_referral: { request: SettleReferral; response: ReferralView };
  signpost_referral: { request: SettleReferral; response: ReferralView };
  set_agency_check: { request: SetAgencyCheck; response: ReferralView };
  get_report: { request: GetReport; response: ReportView };
  list_meetings: { request: Nothing; response: MeetingsView };
  get_meeting: { request: OfMeeting; response: MeetingRow };
  add_meeting: { request: AddMeeting; response: MeetingRow };
  amend_meeting: { request: AmendMeeting; response: MeetingRow };
  cancel_meeting: { request: CancelMeeting; response: MeetingRow };
  get_need: { request: OfMeeting; response: NeedOfMeeting };
  draft_notice: { request: DraftNotice; response: NoticeDraft };
  get_agenda: { request: OfMeeting; response: AgendaView };
  propose_agenda: { request: OfMeeting; response: AgendaView };
  add_item: { request: AddItem; response: AgendaView };
  amend_item: { request: AmendItem; response: AgendaView };
  move_item: { request: MoveItem; response: AgendaView };
  remove_item: { request: OfItem; response: AgendaView };
  set_presence: { request: SetPresence; response: AgendaView };
  plan_slots: { request: OfMeeting; response: SlotPlan };
  apply_slots: { request: ApplySlots; response: AgendaView };
  take_back_slots: { request: OfMeeting; response: AgendaView };
  issue_agenda: { request: OfMeeting; response: AgendaView };
  reopen_agenda: { request: OfMeeting; response: AgendaView };
  begin_meeting: { request: OfMeeting; response: RoomView };
  get_room: { request: OfMeeting; response: RoomView };
  go_to_item: { request: GoToItem; response: RoomView };
  pause_clock: { request: PauseClock; response: RoomView };
  show_on_projector: { request: ShowOnProjector; response: RoomView };
  set_projector_level: { request: SetProjectorLevel; response: RoomView };
  raise_child: { request: RaiseChild; response: RoomView };
  overrule_observer: { request: OverruleObserver; response: RoomView };
  add_attendance: { request: AddAttendance; response: RoomView };
  withdraw_attendance: { request: WithdrawAttendance; response: RoomView };
  read_declaration: { request: OfMeeting; response: RoomView };
  add_key_point: { request: AddKeyPoint; response: RoomView };
  withdraw_key_point: { request: OfKeyPoint; response: RoomView };
  show_key_point: { request: ShowKeyPoint; response: RoomView };
  decide: { request: Decide; response: RoomView };
  withdraw_decision: { request: OfItem; response: RoomView };
  add_written_update: { request: AddWrittenUpdate; response: RoomView };
  amend_written_update: { request: AmendWrittenUpdate; response: RoomView };
  withdraw_written_update: { request: OfWrittenUpdate; response: RoomView };
  show_written_update: { request: ShowWrittenUpdate; response: RoomView };
  share_scoring: { request: ShareScoring; response: RoomView };
  unshare_scoring: { request: OfMeeting; response: RoomView };
  note_told: { request: NoteTold; response: RoomView };
  settle_interruptions: { request: SettleInterruptions; response: RoomView };
  copy_out: { request: GetCopyOut; response: CopyOutText };
  get_open_ends: { request: OfMeeting; response: OpenEnds };
  conclude_meeting: { request: ConcludeMeeting; response: RoomView };
  get_replies: { request: OfMeeting; response: RepliesView };
  read_reply: { request: ReadReply; response: ReplyLetter };
  take_action_reply: { request: TakeActionReply; response: ActionReplyTaken };
  take_back_action_reply: { request: TakeBackActionReply; response: ActionView };
  get_projector: { request: Nothing; response: ProjectorView };
  get_minutes: { request: OfMeeting; response: MinutesView };
  correct_minutes: { request: CorrectMinutes; response: MinutesView };
  approve_minutes: { request: OfMeeting; response: MinutesView };
  confirm_minutes: { request: OfMeeting; response: MinutesView };
  get_issue: { request: OfIssue; response: IssueView };
  run_issue: { request: RunIssue; response: IssueRun };
  set_copy_sent: { request: SetCopySent; response: IssueView };
  list_disclosures: { request: Nothing; response: DisclosuresView };
  add_disclosure: { request: AddDisclosure; response: DisclosuresView };
  withdraw_disclosure: { request: OfDisclosure; response: DisclosuresView };
  preview_import: { request: PreviewImport; response: ImportPreview };
  confirm_import: { request: ConfirmImport; response: ImportDone };
  save_draft: { request: SaveDraft; response: Nothing };
  list_drafts: { request: DraftsUnder; response: DraftsView };
  discard_drafts: { request: DraftsUnder; response: Nothing };
  get_history: { request: GetHistory; response: HistoryView };
  make_paper: { request: MakePaper; response: PaperMade };
  preview_paper: { request: PreviewPaper; response: PaperPreview };
  print_paper: { request: PrintPaper; response: PaperMade };
  check_publication: { request: OfPublication; response: PublicationCheck };
  publish_minutes: { request: PublishMinutes; response: PaperMade };
  get_retention: { request: Nothing; response: RetentionView };
  keep_record: { request: KeepRecord; response: RetentionView };
  hold_record: { request: HoldRecord; response: RetentionView };
  lift_hold: { request: LiftHold; response: RetentionView };
  dispose_records: { request: DisposeRecords; response: Disposal };
  renew_backups: { request: Nothing; response: RetentionView };
  save_document: { request: SaveDocument; response: DocumentSaved };
  get_access: { request: GetAccess; response: AccessView };
  note_table_copy: { request: TableCopied; response: Nothing };
  get_person: { request: GetPerson; response: PersonView };
  export_person: { request: ExportPerson; response: PaperMade };
}

export type CommandName = keyof Commands;

/** Characters that a passphrase has at least. */
export const fewestCharacters = 12;
