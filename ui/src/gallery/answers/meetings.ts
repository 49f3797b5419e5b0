/** Invented meetings, an agenda being built, minutes, and papers. */
import type { AgencyNeed, AgendaGroup, AgendaItem, AgendaView, Group, Light, MeetingRow, MinutesView, NeedView, Presence, SlotPlan } from '$backend'
import type { Answers } from '$backend/fake'
import { action } from '../invented/case45'
import { attendance } from '../invented/room'

const meeting = (id: string, number: number, date: string, status: MeetingRow['status'], more: Partial<MeetingRow> = {}): MeetingRow => ({
  id, number, kind: 'tasking', date, starts: '14:00', minutes: 120, room: 'Fire station community room', chair: 'R Dale', status, cancelled_because: '', items: 11, planned_minutes: 96, ...more,
})

let rows: MeetingRow[] = [
  meeting('m1', 14, '2026-11-24', 'planned'),
  meeting('m0', 13, '2026-11-17', 'concluded', { items: 9, planned_minutes: 84 }),
  meeting('m-1', 12, '2026-11-10', 'confirmed', { items: 12, planned_minutes: 118, room: 'Town hall, committee room 2' }),
  meeting('m-2', 11, '2026-11-03', 'cancelled', { cancelled_because: 'Nothing is due and no referral came', items: 0, planned_minutes: 0, chair: '' }),
]

type Sketch = [group: Group, reference: string | null, title: string, why: string, depth: AgendaItem['depth'], minutes: number, lights?: Light[]]
const sketches: Sketch[] = [
  ['opening', null, 'Welcome, declaration, apologies', '', 'full', 4],
  ['opening', null, 'Matters arising', '2 from 17 November', 'full', 4],
  ['housing', 'DEMO.31', 'Mill Court', 'action due 27 Nov', 'full', 12, ['green', 'green']],
  ['housing', 'DEMO.17', 'Canal Row', 'closure order ends 15 Dec', 'quick', 5, ['green']],
  ['young_people', 'DEMO.45', 'Person', '1 red action', 'full', 12, ['red', 'amber', 'green']],
  ['young_people', 'DEMO.37', 'Person', 'fortnightly review', 'full', 12, ['amber', 'green', 'green']],
  ['young_people', 'DEMO.21', 'Town centre', 'every meeting', 'quick', 8, ['red', 'amber', 'amber']],
  ['referrals', 'R.61', 'New, Environmental Protection', 'gate passed', 'full', 10],
  ['others', 'DEMO.46', 'Person', 'new case', 'full', 12, ['amber']],
  ['others', 'DEMO.48', 'Person', 'order considered', 'full', 12, ['amber']],
  ['others', null, 'Orders and reviews due', '3, noted', 'noted', 5],
]
const words: Record<Group, string> = { opening: 'Opening', housing: 'Housing', young_people: 'Young people', referrals: 'Referrals', others: 'Others' }
/** Which agencies come for which items; the police are there throughout. */
const coming: Record<string, string[]> = { 'DEMO.31': ['Housing'], 'DEMO.17': ['Housing', 'Environmental'], 'DEMO.45': ['Youth Justice', 'Prevention'], 'DEMO.37': ['Youth Justice'], 'DEMO.21': ['Prevention'], 'R.61': ['Environmental'], 'DEMO.48': ['Housing'] }
const needs = (reference: string | null): AgencyNeed[] => (reference ? (coming[reference] ?? []) : []).map((name) => ({ agency: name, name, by_record: true, needed: true }))
let order: (AgendaItem & { group: Group })[] = sketches.map(([group, reference, title, why, depth, minutes, lights = []], index) => ({
  id: `i${index + 1}`, position: index + 1, group, reference, title, why, depth, minutes, lights, starts: '14:00', agencies: [], over_time: false, idle: 0, late: 0, fixed_at: null, pinned: false, needs: needs(reference),
  about: index === 0 ? { about: 'welcome' } : index === 1 ? { about: 'matters_arising' } : reference?.startsWith('R.') ? { about: 'referral', referral: 'r61' } : reference ? { about: 'case', case: reference } : { about: 'orders_due' },
}))
let serial = 20
/** The order before the planner's; null when there is nothing to take back. */
let before: string[] | null = null

let presences: Record<string, Presence> = {}
const rule = (agency: string): Presence => (agency === 'Police' ? 'throughout' : 'own_items')

/** Returns when the items of an order begin. */
function starting(items: { minutes: number; fixed_at: string | null }[]): number[] {
  let at = 14 * 60
  return items.map(({ minutes, fixed_at }) => {
    const [hour = 0, minute = 0] = (fixed_at ?? '0:0').split(':').map(Number)
    const starts = Math.max(at, hour * 60 + minute)
    at = starts + minutes
    return starts
  })
}

/** Returns when each agency comes in an order of items, and how long it waits. */
function visits(items: (AgendaItem & { group: Group })[]) {
  const starts = starting(items)
  return ['Housing', 'Environmental', 'Youth Justice', 'Prevention', 'Mental Health', 'Police'].map((agency) => {
    const presence = presences[agency] ?? rule(agency)
    const own = items.flatMap((item, index) => (item.needs.some(({ name, needed }) => needed && name === agency) ? [{ from: starts[index]!, to: starts[index]! + item.minutes }] : []))
    const [from, to] = [own[0]?.from ?? 0, own.at(-1)?.to ?? 0]
    const waiting = presence === 'throughout' ? 0 : to - from - own.reduce((sum, { from, to }) => sum + to - from, 0)
    const words = presence === 'throughout' ? 'throughout' : own.length ? `${time(from).replace('14:', '2.').replace('15:', '3.')} – ${time(to).replace('14:', '2.').replace('15:', '3.')}` : 'no item'
    return { agency, presence, waiting, words, arrives: own.length ? time(from) : null, leaves: own.length ? time(to) : null }
  })
}

/** Returns the items in the order of a planner that only knows this agenda. */
const planned = () => {
  const places = ['DEMO.31', 'DEMO.17', 'R.61', 'DEMO.45', 'DEMO.37', 'DEMO.21', 'DEMO.48', 'DEMO.46']
  const rank = (item: AgendaItem) => (item.position <= 2 && !item.reference ? -1 : item.reference ? (places.includes(item.reference) ? places.indexOf(item.reference) : 50) : 99)
  return [...order].sort((a, b) => rank(a) - rank(b))
}

function slotPlan(): SlotPlan {
  const [after, now] = [planned(), starting(order)]
  const then = starting(after)
  const [was, will] = [visits(order), visits(after)]
  const sum = (rows: { waiting: number }[]) => rows.reduce((all, { waiting }) => all + waiting, 0)
  return {
    items: after.map((item, index) => ({ item: item.id, heading: item.reference ?? item.title, part: words[item.group], from: item.position, began: time(now[item.position - 1]!), starts: time(then[index]!), pinned: item.pinned, fixed_at: item.fixed_at })),
    agencies: will.filter(({ words }) => words.includes('–')).map((row) => ({ agency: row.agency, before: was.find(({ agency }) => agency === row.agency)!.words, after: row.words, waiting_before: was.find(({ agency }) => agency === row.agency)!.waiting, waiting_after: row.waiting })),
    waiting_before: sum(was), waiting_after: sum(will), idle_before: 0, idle_after: 0, not_kept: [], unchanged: after.every(({ id }, index) => order[index]!.id === id), exact: true,
  }
}

const time = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** Returns the agenda with places and times reckoned anew. */
function agenda(): AgendaView {
  const row = rows[0]!
  const starts = starting(order)
  const at = (starts.at(-1) ?? 14 * 60) + (order.at(-1)?.minutes ?? 0)
  order = order.map((item, index) => ({
    ...item, position: index + 1, starts: time(starts[index]!), over_time: starts[index]! + item.minutes > 16 * 60,
    idle: index ? starts[index]! - starts[index - 1]! - order[index - 1]!.minutes : 0,
  }))
  const groups: AgendaGroup[] = []
  for (const item of order) {
    const last = groups.at(-1)
    if (last?.group === item.group) {
      last.items.push(item)
      last.minutes += item.minutes
    } else groups.push({ group: item.group, words: words[item.group], minutes: item.minutes, items: [item] })
  }
  const takes = at - 14 * 60
  const come = visits(order)
  const over = order.filter(({ over_time }) => over_time)
  return {
    meeting: { ...row, items: order.length, planned_minutes: takes }, goes_out_on: '2026-11-20', freezes_at: '16:00', groups, planned_minutes: takes, ends: time(at), spare_minutes: 120 - takes, not_kept: [], waiting_minutes: come.reduce((all, { waiting }) => all + waiting, 0), can_take_back: before !== null,
    overflow: over.length ? `${over.map(({ reference, title }) => reference ?? title).join(', ')} ${over.length === 1 ? 'does' : 'do'} not fit the room’s time; it ends at 4.00 pm.` : null,
    who_comes: come.map((row) => ({ ...row, id: row.agency, usual_presence: rule(row.agency) })),
    not_on_it: ['DEMO.12', 'DEMO.16', 'DEMO.23', 'DEMO.41'].filter((reference) => !order.some((item) => item.reference === reference)).map((reference, index) => ({
      about: { about: 'case', case: reference }, reference, title: index ? 'Person' : 'Station Parade', why: index ? 'nothing due' : 'ABC review 1 Dec', due: !index, depth: 'quick', group: 'others', minutes: 5, lights: index ? [] : ['amber'],
    })),
    editable: row.status === 'planned',
  }
}

const stand = (status: MeetingRow['status']) => {
  rows = rows.map((row) => (row.id === 'm1' ? { ...row, status } : row))
  return agenda()
}

let minutes: MinutesView = {
  meeting: rows[1]!, attendance: attendance.entries, declaration_read_at: Date.parse('2026-11-17T14:02Z'), began_at: Date.parse('2026-11-17T14:00Z'), concluded_at: Date.parse('2026-11-17T15:31Z'),
  approved_by: null, approved_at: null, corrections: [], correctable: true,
  items: [
    { id: 'n1', position: 1, heading: 'Welcome, declaration, apologies', line: '', text: 'Apologies from Youth Justice.', decision: 'Noted', asks_decision: false, closing: [], new_actions: [], corrections: [], reference: null },
    {
      id: 'n2', position: 2, heading: 'DEMO.45', line: 'T.R., 16–17, at risk · lead Police', text: 'Attendance better since the taxi was arranged.\nNo new reports this month.', decision: 'Continue', reference: 'DEMO.45',
      asks_decision: true, closing: [], new_actions: [action('45/5', 'CBO file to legal, with schedule of arrests', 'amber'), action('45/6', 'Home visit', 'amber', { officer: null })],
      corrections: [{ id: 'v1', meeting: 'm0', item: 'n2', serial: 1, before: 'Attendance better.', after: 'Attendance better since the taxi was arranged.\nNo new reports this month.', by: 'A Field', at: Date.parse('2026-11-18T09:12Z'), after_approval: false }],
    },
    { id: 'n3', position: 3, heading: 'DEMO.37', line: 'K.M., 14–15 · lead Children’s', text: 'School moves to reduced hours.', decision: '', asks_decision: true, closing: [], new_actions: [], corrections: [], reference: 'DEMO.37' },
  ],
}

const isAhead = (row?: MeetingRow) => row?.status === 'planned' || row?.status === 'issued'
const need: NeedView = { meeting: 'm1', words: 'There is need to meet: 1 referral tabled, 3 late or blocked actions, 3 orders due and 4 reviews', needed: true, matters: ['1 referral tabled', '3 late or blocked actions', '3 orders due', '4 reviews'], advice: { advice: 'hold' } }

export const answers: Answers = {
  list_meetings: () => ({ proposed: '2026-12-01', remarks: ['Tuesday 29 December is passed over: the Monday before is a bank holiday.'], rows, need }),
  get_meeting: ({ meeting }) => rows.find(({ id }) => id === meeting) ?? rows[0]!,
  add_meeting: (plan) => {
    const row = meeting(`m${++serial}`, 15, plan.date, 'planned', { ...plan, items: 0, planned_minutes: 0 })
    rows = [row, ...rows]
    return row
  },
  amend_meeting: ({ meeting, plan }) => {
    rows = rows.map((row) => (row.id === meeting ? { ...row, ...plan } : row))
    return rows.find(({ id }) => id === meeting)!
  },
  cancel_meeting: ({ meeting }) => {
    rows = rows.map((row) => (row.id === meeting ? { ...row, status: 'cancelled' } : row))
    return rows.find(({ id }) => id === meeting)!
  },
  get_agenda: agenda,
  propose_agenda: agenda,
  add_item: ({ about, group, title, depth, minutes, fixed_at }) => {
    const reference = about.about === 'case' ? about.case : about.about === 'referral' ? 'R.61' : null
    order = [...order, { id: `i${++serial}`, position: 0, about, group: group ?? 'others', reference, title: title || (about.about === 'break' ? 'Break' : 'Person'), why: '', depth: depth ?? 'full', minutes: minutes ?? 12, lights: [], starts: '14:00', agencies: [], over_time: false, idle: 0, late: 0, fixed_at: fixed_at ?? null, pinned: false, needs: needs(reference) }]
    return agenda()
  },
  amend_item: ({ item, title, needs: said, ...more }) => {
    const need = (row: AgendaItem) => [
      ...row.needs.filter(({ by_record }) => by_record).map((each) => ({ ...each, needed: !said.some(({ agency }) => agency === each.agency) })),
      ...said.filter(({ needed }) => needed).map(({ agency }) => ({ agency, name: agency, by_record: false, needed: true })),
    ]
    order = order.map((row) => (row.id === item ? { ...row, ...more, title: title ?? row.title, needs: need(row) } : row))
    return agenda()
  },
  move_item: ({ item, to }) => {
    const moved = order.find(({ id }) => id === item)!
    const rest = order.filter(({ id }) => id !== item)
    const group = (rest[to - 1] ?? rest[to - 2] ?? moved).group
    order = [...rest.slice(0, to - 1), { ...moved, group, pinned: true }, ...rest.slice(to - 1)]
    return agenda()
  },
  remove_item: ({ item }) => {
    order = order.filter(({ id }) => id !== item)
    return agenda()
  },
  set_presence: ({ agency, presence }) => {
    presences = { ...presences, [agency]: presence ?? rule(agency) }
    return agenda()
  },
  plan_slots: slotPlan,
  apply_slots: ({ order: wanted }) => {
    before = order.map(({ id }) => id)
    order = wanted.map((id) => order.find((item) => item.id === id)!)
    return agenda()
  },
  take_back_slots: () => {
    order = (before ?? []).map((id) => order.find((item) => item.id === id)!)
    before = null
    return agenda()
  },
  get_need: ({ meeting }) => ({ need: isAhead(rows.find(({ id }) => id === meeting)) ? { ...need, meeting } : null }),
  draft_notice: ({ because }) => ({
    to: ['J Bell, Northbridge Housing <j.bell@housing.example>', 'P Stone, Northbridge Police', 'Youth Justice Service'], subject: 'No Hub Tasking meeting on Tuesday 24 November 2026',
    text: `The Hub Tasking meeting on Tuesday 24 November 2026 at 2.00 pm, Fire station community room, is not held${because.trim() ? `: ${because.trim()}` : ''}.\n\nThe next meeting is on Tuesday 1 December 2026 at 2.00 pm.\n\nActions stay with those who have them and keep their dates. What is urgent goes to the hub at once and does not wait.\n\nR Dale, chair\nNorthbridge\n`,
  }),
  issue_agenda: () => stand('issued'),
  reopen_agenda: () => stand('planned'),
  get_minutes: () => minutes,
  correct_minutes: ({ item, text }) => {
    const revision = (before: string) => ({ id: `v${++serial}`, meeting: 'm0', item, serial, before, after: text, by: 'A Field', at: Date.now(), after_approval: minutes.approved_at !== null })
    if (item === null) minutes = { ...minutes, corrections: [...minutes.corrections, revision(minutes.corrections.at(-1)?.after ?? '')] }
    else minutes = { ...minutes, items: minutes.items.map((row) => (row.id === item ? { ...row, text, corrections: [...row.corrections, revision(row.text)] } : row)) }
    return minutes
  },
  approve_minutes: () => (minutes = { ...minutes, meeting: { ...minutes.meeting, status: 'approved' }, approved_by: 'R Dale', approved_at: Date.now() }),
  confirm_minutes: () => (minutes = { ...minutes, meeting: { ...minutes.meeting, status: 'confirmed' }, correctable: false }),
  make_paper: ({ wanted: { paper }, save_as }) => ({ path: save_as ?? `/sample/${paper}.pdf`, file_name: `${paper}.pdf`, pages: 7, kib: 112, missing_characters: [] }),
}
