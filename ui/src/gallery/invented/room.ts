/** An invented meeting in the middle of its afternoon, which the room's answers change. */
import type { CurrentItem, DisclosedScoring, FactorAnswer, MeetingRow, ProjectorView, ReferralView, RoomAttendance, RoomGroup, RoomItem, RoomView } from '$backend'
import { case45 } from './case45'
import { earlier, label, matrix, reckoned, summed } from './matrices'

export const meeting: MeetingRow = {
  id: 'm1', number: 14, kind: 'tasking', date: '2026-11-24', starts: '14:00', minutes: 120, room: 'Fire station community room',
  chair: 'R Dale', status: 'running', cancelled_because: '', items: 11, planned_minutes: 96,
}

const groups: RoomGroup[] = [
  { group: 'opening', words: 'Opening' }, { group: 'housing', words: 'Housing' }, { group: 'young_people', words: 'Young people' },
  { group: 'referrals', words: 'Referrals' }, { group: 'others', words: 'Others' },
]

const rows: [RoomItem['group'], string | null, string, string, number][] = [
  ['opening', null, 'Welcome, declaration', '14:00', 4],
  ['opening', null, 'Matters arising', '14:04', 4],
  ['housing', 'DEMO.31', 'Topic', '14:09', 12],
  ['housing', 'DEMO.17', 'Property', '14:22', 5],
  ['young_people', 'DEMO.45', 'Person, 16–17', '14:28', 12],
  ['young_people', 'DEMO.37', 'Person, 14–15', '14:40', 12],
  ['young_people', 'DEMO.21', 'Topic · town centre', '14:52', 8],
  ['referrals', 'R.61', 'new, Environmental', '15:00', 10],
  ['others', 'DEMO.46', 'Person', '15:10', 12],
  ['others', 'DEMO.48', 'Person', '15:22', 12],
  ['others', null, 'Orders due, 3 noted', '15:34', 5],
]

/** Returns the running order with the room at a place, counted from nought. */
export function items(at: number): RoomItem[] {
  return rows.map(([group, reference, words, , minutes], index) => ({
    id: `i${index + 1}`, position: index + 1, group, reference, words, minutes,
    spent_seconds: index === at ? 360 : index < at ? minutes * 60 : 0,
    running_since: index === at ? Date.now() : null,
    state: index < at ? 'done' : index === at ? 'current' : 'ahead',
    decided: index < at,
  }))
}

/** When each of them will come. */
const forecasts = rows.map(([, , , forecast]) => forecast)

const referral: ReferralView = {
  referral: {
    id: 'r61', number: 61, source: 'partner', received_on: '2026-11-09', referrer_name: 'T Quill', referrer_agency: 'environment', referrer_address: '', referrer_telephone: '', referrer_email: '', referrer_contact: '',
    title: 'Waste and fires behind the arcade', problem: 'Fires three nights a week, needles found; traders have stopped using the yard.', victims: 'Four traders; one repeat.',
    offenders: 'Two groups, not known by name.', safeguarding: 'A child was seen with them twice.', tried: 'Clean-up weekly, camera moved: it stopped for nine days and came back.',
    place: 'Yard behind the arcade', area: 'centre', subjects: [], guides: [], answers: {}, status: 'tabled', gate_override: null, decided_on: null, outcomes: [], note: '', case: null,
  },
  referrer_agency: 'Environmental', subjects: [], case: null, missing: [], wanting: [], return_text: '', minutes_spent: 0,
  checks: ['Police', 'Housing', 'Children’s', 'Probation', 'Youth Justice', 'Mental Health', 'Prevention', 'Environmental'].map((agency, index) => ({
    agency, check: { id: `k${index}`, referral: 'r61', agency: agency.toLowerCase(), answer: index < 2 ? 'known' : index < 5 ? 'not_known' : 'no_reply', note: '', replied_on: index < 5 ? '2026-11-17' : null },
  })),
}

/** Returns the item at a place, counted from nought. */
export function current(at: number): CurrentItem | null {
  const item = items(at)[at]
  if (!item) return null
  const reference = item.reference
  const about: CurrentItem['about'] = at === 0 ? { about: 'welcome' }
    : at === 1 ? { about: 'matters_arising' }
    : reference?.startsWith('R.') ? { about: 'referral', referral: 'r61' }
    : reference ? { about: 'case', case: `case${reference.slice(5)}` }
    : { about: 'orders_due' }
  return {
    id: item.id, position: item.position, about, heading: reference ?? item.words,
    line: at === 4 ? 'T.R., 16–17, at risk · opened 6 October 2026 · lead Police, PC 1204' : about.about === 'referral' ? 'Environmental · received 9 November 2026 · 5 of 8 checks replied' : reference ? `${item.words} · opened 3 March 2026 · lead Housing, J Bell` : '',
    case: about.about === 'case' ? { ...case45, id: about.case, reference: reference ?? '', actions: at === 4 ? case45.actions : [], updates: at === 4 ? case45.updates : [] } : null,
    referral: about.about === 'referral' ? referral : null,
    lines: at === 0 ? ['Apologies: Youth Justice'] : at === 1 ? ['31/2: Northbridge Homes wrote to all tenants of Mill Court.', '17/4: camera moved on 12 November.'] : at === 10 ? ['DEMO.21: PSPO, review 27 November', 'DEMO.17: closure order ends 15 December', 'DEMO.12: ABC, review 1 December'] : [],
    key_points: [], decision: null, new_actions: [], child_not_raised: at === 4 || at === 5,
    concerned: [{ agency: 'a-police', name: 'Northbridge Police' }, { agency: 'a-yjs', name: 'Youth Justice Service' }],
  }
}

const present = (id: string, agency: string, agencyName: string, name: string, mode: RoomAttendance['entries'][number]['entry']['mode'], serial: number): RoomAttendance['entries'][number] => ({
  agency: agencyName,
  entry: {
    id, meeting: 'm1', serial, agency: agency || null, officer: null, name, mode, substitute_for: '', from_item: mode === 'dialled_in' ? 5 : null, to_item: mode === 'dialled_in' ? 6 : null,
    heard_declaration: serial < 8, at: Date.parse('2026-11-24T14:01Z'), withdrawn: false,
  },
})

export const attendance: RoomAttendance = {
  in_room: 9, dialled_in: 1, written: 2, observers: 1, apologies: 1,
  entries: [
    present('t1', 'police', 'Police', 'PC 1204', 'in_room', 1), present('t2', 'housing', 'Housing', 'J Bell', 'in_room', 2),
    present('t3', 'prevention', 'Prevention', 'A Field', 'in_room', 3), present('t4', 'children', 'Children’s', 'M Dunn', 'dialled_in', 4),
    present('t5', 'health', 'Mental Health', 'C Okoro', 'written', 5), present('t6', '', '', 'Councillor Ames', 'observer', 6),
    present('t7', 'youth', 'Youth Justice', 'L Varga', 'apologies', 7),
  ],
  expected: [
    { agency: 'probation', agency_name: 'Probation', officer: 'rahman', name: 'S Rahman', words: 'item 9, 3.10 pm', announced: { id: 't9', meeting: 'm1', serial: 9, agency: 'probation', officer: 'rahman', name: 'S Rahman', mode: 'coming', substitute_for: '', from_item: null, to_item: null, heard_declaration: false, at: 0, withdrawn: false } },
    { agency: 'environment', agency_name: 'Environmental', officer: null, name: '', words: 'item 8, 3.00 pm', announced: null },
  ],
}

/** What an observer in the room leaves of the case. */
export const shown: ProjectorView = {
  marking: 'OFFICIAL-SENSITIVE', foot: 'Hub Tasking · 24 November 2026 · SAMPLE', level_words: 'reference only',
  shown: {
    position_words: 'item 5 of 11', time_words: '2.28 pm, 12 minutes', heading: 'DEMO.45', line: 'Person', lines: [], scoring: null,
    case: {
      reference: 'DEMO.45', kind: 'person', lead_agency: 'Police', lead_officer: null, title: null, opened: null, people: [], key_issues: [], scores: null, orders: [],
      actions: [
        { number: '45/3', light: 'red', words: 'Joint visit', agency: 'Prevention', officer: null, due: '2026-11-17', due_words: '7 days late', is_new: false, tags: [], disagreement: null, last_update: null },
        { number: '45/5', light: 'amber', words: 'File to legal', agency: 'Police', officer: null, due: '2026-12-01', due_words: '', is_new: false, tags: [], disagreement: null, last_update: null },
        { number: '45/4', light: 'green', words: 'Referral', agency: 'Children’s', officer: null, due: '2026-11-10', due_words: 'done', is_new: false, tags: [], disagreement: null, last_update: null },
        { number: '45/6', light: 'amber', words: 'Home visit', agency: 'Housing', officer: null, due: '2026-11-27', due_words: '', is_new: true, tags: ['awaits acceptance'], disagreement: null, last_update: null },
      ],
      updates: [{ agency: 'Mental Health', text: null }], key_points: [],
    },
  },
}

const manyThings = ['Joint visit', 'File to legal', 'Referral to youth worker', 'Letter to the parents of T.R. about the bus station', 'Check of tenancy', 'Patrol, Fridays and Saturdays', 'Repair of the camera']

/** Everything at once, at the level of initials: what the projector has to make fit. */
export const long: ProjectorView = {
  ...shown, level_words: 'initials',
  shown: shown.shown && {
    ...shown.shown,
    case: shown.shown.case && {
      ...shown.shown.case, people: ['T.R., 16–17, at risk'], key_issues: ['Missing', 'ASB', 'Alcohol'], opened: '2026-10-06', scores: summed(80, 62, 'scored'), orders: ['CBO considered'],
      actions: Array.from({ length: 17 }, (_, index) => ({
        number: `45/${index + 1}`, light: (['red', 'amber', 'green', 'grey'] as const)[index % 4]!, words: manyThings[index % 7]!, agency: ['Prevention', 'Police', 'Children’s', 'Environmental Protection'][index % 4]!, officer: null,
        due: '2026-12-01', due_words: index % 4 ? '' : '7 days late', is_new: index > 14, tags: index % 6 ? [] : ['escalated'], disagreement: null, last_update: index % 5 ? null : 'school asked for a date after half term',
      })),
      updates: [{ agency: 'Mental Health', text: 'Seen twice since referral; will share care plan with lead. No change in risk.' }], key_points: ['Attendance better since the taxi was arranged.'],
    },
  },
}

/** Returns what the audience sees of a scoring with these answers. */
export function scoringShown(answers: FactorAnswer[]): DisclosedScoring {
  const { total, band, answered, factors, over_threshold } = reckoned(matrix, answers)
  return {
    matrix: 'Person matrix, version 1', label, progress: `${answered} of ${factors} answered`, total, band: band?.name ?? '', threshold: matrix.threshold, over_threshold, highest: 86,
    factors: matrix.factors.map(({ key, title, options }) => ({ title, answer: options.find((option) => answers.some((answer) => answer.factor === key && answer.option === option.key))?.words ?? null })),
  }
}

/** A scoring half-way, as the audience looks on. */
export const scoringView: ProjectorView = { ...long, shown: long.shown && { ...long.shown, scoring: scoringShown(earlier.slice(0, 6)) } }

export const blank: ProjectorView = { marking: 'OFFICIAL-SENSITIVE', foot: '', level_words: 'blank', shown: null }

/** Returns the room at a place, counted from nought. */
export function room(at = 4): RoomView {
  return {
    changes: 0, meeting, marking: 'OFFICIAL-SENSITIVE · SAMPLE', clock: '14:34', items: items(at), forecasts, groups, behind_minutes: 3, ends: '15:39', current: current(at), attendance,
    declaration: 'What is shared here is shared under section 115 of the Crime and Disorder Act 1998, for the purpose of this meeting only, and is not to be passed on without the agreement of the agency that gave it.',
    declaration_read_at: Date.parse('2026-11-24T14:02Z'),
    projector: { blank: false, item: 'i5', chosen: 'initials', level: 'reference', limit: 'observer', words: 'reference only, observer present', scoring: false, view: shown },
    arrivals: [], interruptions: [], single_letter_keys: true,
  }
}
