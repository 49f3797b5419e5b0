/** One invented case as the room has it, with its actions. */
import type { ActionRow, Light, RoomCase } from '$backend'
import { summed } from './matrices'

/** Returns an invented action; the rest of its facts follow the light. */
export function action(number: string, what: string, light: Light, more: Partial<ActionRow> = {}): ActionRow {
  return {
    id: `action-${number}`, number, case: 'case45', reference: 'DEMO.45', what, kind: 'visit',
    agency: { id: 'housing', name: 'Housing' }, officer: { id: 'bell', name: 'J Bell' },
    raised_on: '2026-11-03', raised_at: null, due: '2026-12-01', due_words: '', days_late: 0,
    status: light === 'green' ? 'done' : 'under_way', blocked: null, light: { light, suggested: light, reason: null },
    last_update: null, awaits_acceptance: false, declined: false, acceptance: { acceptance: 'not_asked' }, escalated: null, tags: [], disagreement: null, is_new: false, ...more,
  }
}

export const actions: ActionRow[] = [
  action('45/3', 'Joint visit with school about attendance', 'red', {
    agency: { id: 'prevention', name: 'Prevention' }, officer: { id: 'field', name: 'A Field' }, due: '2026-11-17', due_words: '7 days late', days_late: 7,
    last_update: { id: 'u1', action: 'action-45/3', on: '2026-11-17', text: 'school asked for a date after half term', by: 'A Field', kind: 'said', meeting: null },
  }),
  action('45/5', 'CBO file to legal, with schedule of arrests', 'amber', {
    kind: 'file_to_legal', agency: { id: 'police', name: 'Police' }, officer: { id: 'pc1204', name: 'PC 1204' },
  }),
  action('45/2', 'Ask the landlord for the tenancy history', 'amber', {
    kind: 'check', awaits_acceptance: true, acceptance: { acceptance: 'awaited' }, tags: ['awaits acceptance'],
  }),
  action('45/4', 'Referral to youth worker', 'green', {
    kind: 'referral', agency: { id: 'children', name: 'Children’s' }, officer: { id: 'dunn', name: 'M Dunn' }, due: '2026-11-10', due_words: 'done 10 Nov',
  }),
]

export const case45: RoomCase = {
  id: 'case45', reference: 'DEMO.45', kind: 'person', outline: 'Missing four times since September; found drinking with older young people at the bus station. School attendance 62 %.',
  key_issues: ['Missing', 'ASB', 'Alcohol'],
  subjects: [],
  actions,
  orders: [
    {
      order: {
        id: 'o1', kind: 'CBO', on: { on: 'case', case: 'case45', episode: 'e1' }, subject: null, stage: 'considered', considered_on: '2026-10-20', in_place_on: null,
        expires_on: null, review_on: null, ended_on: null, outcome: null, note: '', order_type: null, appeal_ends_on: null, reason: '', conditions: [],
      },
      stands_for: 'Criminal Behaviour Order', category: 'enforcement', on_words: 'DEMO.45', reference: 'DEMO.45', due_on: null, breaches: 0,
    },
  ],
  links: [{ id: 'l1', kind: 'cross_reference', words: 'X-Ref', reference: 'DEMO.21', title: 'Town centre', open: true }],
  episode: {
    episode: {
      id: 'e1', case: 'case45', serial: 1, opened: '2026-10-06', closed: null, age_as_published: null, equal_scores_as_published: false, reopened_because: null, handed_to: null, notes: [],
    },
    scores: [
      { id: 's1', episode: 'e1', serial: 1, stage: 'start', on: '2026-10-06', total: 80, matrix: 'person matrix, version 1 (Default – not the county’s matrix)', answers: null, route: 'over_threshold', reason: '', scorer: 'A Field' },
      { id: 's2', episode: 'e1', serial: 2, stage: 'mid_point', on: '2026-11-10', total: 62, matrix: 'person matrix, version 1 (Default – not the county’s matrix)', answers: null, route: null, reason: '', scorer: 'A Field' },
    ],
    summary: summed(80, 62, 'scored'),
    closing: [], days_open: 49,
  },
  mid_point: null,
  updates: [
    { id: 'w1', agency: 'Mental Health', text: 'Seen twice since referral; will share care plan with lead. No change in risk.', shown: false, at: Date.parse('2026-11-23T16:10Z') },
  ],
  last_decided: 'Continue. School to be asked about attendance.',
  outside_facts: [],
}
