/** Invented replies to the agenda, with a memory; and an e-mail as read. */
import type { AgencyReplies, Attendance, RepliesView, ReplyItem, ReplyLetter } from '$backend'
import type { Answers } from '$backend/fake'
import { action, actions } from '../invented/case45'
import { meeting } from '../invented/room'

const item = (position: number, heading: string, starts: string, minutes: number): ReplyItem => ({
  id: `i${position}`, position, heading, starts, minutes,
  about: heading.startsWith('R.') ? { about: 'referral', referral: 'r61' } : { about: 'case', case: heading === 'DEMO.45' ? 'case45' : heading },
})
const entry = (id: string, agency: string, officer: string | null, name: string, mode: Attendance['mode'], more: Partial<Attendance> = {}): Attendance => ({
  id, meeting: 'm1', serial: 1, agency, officer, name, mode, substitute_for: '', from_item: null, to_item: null, heard_declaration: false, at: Date.parse('2026-11-20T10:00:00Z'), withdrawn: false, ...more,
})
const row = (agency: string, name: string, short_name: string, words: string, more: Partial<AgencyReplies> = {}): AgencyReplies => ({
  agency, name, short_name, words, replied: false, missing: ['whether they come'], people: [{ officer: null, name: '', entry: null, words: '' }], items: [], actions: [], checks: [], updates: [], ...more,
})
const check = (answer: 'known' | 'no_reply', note = ''): AgencyReplies['checks'][number] => ({
  id: `check-${answer}`, referral: 'r61', number: 'R.61', title: 'Noise, Canal Street', answer, note, replied_on: answer === 'known' ? '2026-11-20' : null,
})

export const housing = row('housing', 'Northbridge Homes', 'Housing', '2.08 – 2.57', {
  people: [{ officer: 'bell', name: 'J Bell', entry: null, words: '' }],
  items: [item(3, 'DEMO.31', '14:08', 12), item(5, 'DEMO.45', '14:25', 12)],
  actions: [
    action('45/2', 'Ask the landlord for the tenancy history', 'amber'),
    action('44/6', 'Board up the back door at 7 Mill Lane', 'red', { case: 'DEMO.31', reference: 'DEMO.31', due: '2026-11-17', due_words: '7 days late', days_late: 7 }),
    action('43/1', 'Photograph the stairwell for the insurer', 'amber', { case: 'DEMO.12', reference: 'DEMO.12' }),
  ],
  checks: [check('no_reply')], missing: ['whether they come', 'the check on R.61'],
})

const agencies: AgencyReplies[] = [
  housing,
  row('prevention', 'Prevention Service', 'Prevention', '2.25 – 2.57', {
    replied: true, missing: [], people: [{ officer: 'field', name: 'A Field', entry: entry('e1', 'prevention', 'field', 'A Field', 'coming'), words: 'coming' }],
    items: [item(5, 'DEMO.45', '14:25', 12), item(6, 'DEMO.37', '14:37', 12)], actions: actions.slice(0, 1),
  }),
  row('children', 'Children’s Services', 'Children’s', '2.25 – 2.37', {
    replied: true, missing: [], items: [item(5, 'DEMO.45', '14:25', 12)],
    people: [{ officer: 'dunn', name: 'M Dunn', words: 'dialling in, item 5 only', entry: entry('e2', 'children', 'dunn', 'M Dunn', 'dialling_in', { from_item: 5, to_item: 5 }) }],
  }),
  row('health', 'Mental Health Trust', 'Mental Health', 'written update', {
    replied: true, missing: ['a word on DEMO.48'], items: [item(9, 'DEMO.46', '15:07', 12), item(10, 'DEMO.48', '15:19', 12)],
    people: [{ officer: 'okoro', name: 'C Okoro', entry: entry('e3', 'health', 'okoro', 'C Okoro', 'apologies'), words: 'apologies' }],
    updates: [{ id: 'w1', case: 'DEMO.46', reference: 'DEMO.46', text: 'Seen on 18 November; engaging with the crisis team.', shown: false, at: Date.parse('2026-11-20T10:00:00Z') }],
  }),
  row('environment', 'Environmental Protection', 'Environmental', '2.57 – 3.07', { items: [item(8, 'R.61', '14:57', 10)] }),
  row('police', 'Northbridge Police', 'Police', 'throughout', {
    replied: true, missing: [], actions: actions.slice(1, 2), checks: [check('known', 'Two calls in May')],
    people: [{ officer: 'pc1204', name: 'PC 1204', words: 'S Poole instead, coming', entry: entry('e4', 'police', null, 'S Poole', 'coming', { substitute_for: 'PC 1204' }) }],
  }),
]

function view(): RepliesView {
  const replied = agencies.filter((agency) => agency.replied).length
  return {
    meeting: { ...meeting, status: 'planned' }, open: true, replied, asked: agencies.length, words: `${replied} of ${agencies.length} agencies replied`, agencies,
    cases: ['DEMO.31', 'DEMO.45'].map((reference, index) => ({ case: reference === 'DEMO.45' ? 'case45' : reference, reference, position: index + 3 })),
  }
}

export const letter: ReplyLetter = {
  kind: 'an e-mail', told_by: 'J Bell, Housing', agency: 'housing', officer: 'bell', left_over: ['Hi Alex,', 'here is ours for Tuesday.'], earlier: 12, unread: [],
  proposals: [
    { reply: { about: 'action', row: housing.actions[1]!, status: 'done', blocked: null, on: '2026-11-19' }, text: 'done yesterday, all secure', line: 3, source: '44/6 done yesterday, all secure', cautions: [] },
    { reply: { about: 'action', row: housing.actions[0]!, status: 'not_possible', blocked: null, on: '2026-11-20' }, text: 'not possible, the landlord has moved away', line: 4, source: '45/2 - not possible, the landlord has moved away', cautions: [] },
    { reply: { about: 'action', row: actions[0]!, status: null, blocked: 'the school is closed', on: '2026-11-20' }, text: 'blocked because the school is closed', line: 5, source: '45/3 blocked because the school is closed', cautions: ['45/3 belongs to Prevention, the e-mail is from Housing'] },
    { reply: { about: 'case', case: 'case45', reference: 'DEMO.45' }, text: 'Quiet since Monday; mum has our number.', line: 7, source: 'DEMO.45: Quiet since Monday; mum has our number.', cautions: [] },
    { reply: { about: 'attendance', mode: 'apologies', officer: 'bell', name: 'J Bell', substitute_for: '' }, text: 'Apologies for Tuesday, I am on leave.', line: 9, source: 'Apologies for Tuesday, I am on leave.', cautions: [] },
  ],
  strangers: [{ words: '45/19 is no action of this hub', line: 6, source: '45/19 done' }],
}

export const answers: Answers = {
  get_replies: view,
  read_reply: letter,
  take_action_reply: ({ id, status }) => {
    const found = agencies.flatMap((agency) => agency.actions).find((action) => action.id === id) ?? housing.actions[0]!
    return { row: { ...found, status: status ?? found.status }, before: { status: found.status, done_on: null, blocked: found.blocked } }
  },
  take_back_action_reply: () => ({ row: housing.actions[0]!, log: [], lights: [] }),
}
