/** Invented meetings, an agenda being built, minutes, and papers. */
import type { AgendaGroup, AgendaItem, AgendaView, Group, Light, MeetingRow, MinutesView } from '$backend'
import type { Answers } from '$backend/fake'
import { action } from '../invented/case45'
import { attendance } from '../invented/room'

const meeting = (id: string, number: number, date: string, status: MeetingRow['status'], more: Partial<MeetingRow> = {}): MeetingRow => ({
  id, number, kind: 'tasking', date, starts: '14:00', minutes: 120, room: 'Fire station community room', chair: 'R Dale', status, items: 11, planned_minutes: 96, ...more,
})

let rows: MeetingRow[] = [
  meeting('m1', 14, '2026-11-24', 'planned'),
  meeting('m0', 13, '2026-11-17', 'concluded', { items: 9, planned_minutes: 84 }),
  meeting('m-1', 12, '2026-11-10', 'confirmed', { items: 12, planned_minutes: 118, room: 'Town hall, committee room 2' }),
  meeting('m-2', 11, '2026-11-03', 'cancelled', { items: 0, planned_minutes: 0, chair: '' }),
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
let order: (AgendaItem & { group: Group })[] = sketches.map(([group, reference, title, why, depth, minutes, lights = []], index) => ({
  id: `i${index + 1}`, position: index + 1, group, reference, title, why, depth, minutes, lights, starts: '14:00', agencies: [], over_time: false,
  about: index === 0 ? { about: 'welcome' } : index === 1 ? { about: 'matters_arising' } : reference?.startsWith('R.') ? { about: 'referral', referral: 'r61' } : reference ? { about: 'case', case: reference } : { about: 'orders_due' },
}))
let serial = 20

const time = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** Returns the agenda with places and times reckoned anew. */
function agenda(): AgendaView {
  const row = rows[0]!
  let at = 14 * 60
  order = order.map((item, index) => {
    const starts = at
    at += item.minutes
    return { ...item, position: index + 1, starts: time(starts), over_time: at > 16 * 60 }
  })
  const groups: AgendaGroup[] = []
  for (const item of order) {
    const last = groups.at(-1)
    if (last?.group === item.group) {
      last.items.push(item)
      last.minutes += item.minutes
    } else groups.push({ group: item.group, words: words[item.group], minutes: item.minutes, items: [item] })
  }
  const planned = at - 14 * 60
  const over = order.filter(({ over_time }) => over_time)
  return {
    meeting: { ...row, items: order.length, planned_minutes: planned }, goes_out_on: '2026-11-20', freezes_at: '16:00', groups, planned_minutes: planned, ends: time(at), spare_minutes: 120 - planned,
    overflow: over.length ? `${over.map(({ reference, title }) => reference ?? title).join(', ')} ${over.length === 1 ? 'does' : 'do'} not fit the room’s time; it ends at 4.00 pm.` : null,
    who_comes: [
      { agency: 'Police', arrives: null, leaves: null, words: 'throughout' }, { agency: 'Housing', arrives: '14:08', leaves: '14:25', words: '2.08 – 2.25' },
      { agency: 'Youth Justice', arrives: '14:25', leaves: '14:57', words: '2.25 – 2.57' }, { agency: 'Prevention', arrives: '14:25', leaves: '14:57', words: '2.25 – 2.57' },
      { agency: 'Environmental', arrives: '14:57', leaves: '15:07', words: '2.57 – 3.07' }, { agency: 'Mental Health', arrives: null, leaves: null, words: 'no item' },
    ],
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

export const answers: Answers = {
  list_meetings: () => ({ proposed: '2026-12-01', remarks: ['Tuesday 29 December is passed over: the Monday before is a bank holiday.'], rows }),
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
  add_item: ({ about, group, title, depth, minutes }) => {
    const reference = about.about === 'case' ? about.case : about.about === 'referral' ? 'R.61' : null
    order = [...order, { id: `i${++serial}`, position: 0, about, group: group ?? 'others', reference, title: title || 'Person', why: '', depth: depth ?? 'full', minutes: minutes ?? 12, lights: [], starts: '14:00', agencies: [], over_time: false }]
    return agenda()
  },
  amend_item: ({ item, ...more }) => {
    order = order.map((row) => (row.id === item ? { ...row, ...more } : row))
    return agenda()
  },
  move_item: ({ item, to }) => {
    const moved = order.find(({ id }) => id === item)!
    const rest = order.filter(({ id }) => id !== item)
    const group = (rest[to - 1] ?? rest[to - 2] ?? moved).group
    order = [...rest.slice(0, to - 1), { ...moved, group }, ...rest.slice(to - 1)]
    return agenda()
  },
  remove_item: ({ item }) => {
    order = order.filter(({ id }) => id !== item)
    return agenda()
  },
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
