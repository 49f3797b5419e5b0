/** An invented register and one case of every sort. */
import type { CaseKind, CaseView, DemandLine, DemandPhase, Light, MovePreview, RegisterRow } from '$backend'
import type { Answers } from '$backend/fake'
import { rows as actions } from './actions'
import { summed } from '../invented/matrices'
import { considered } from './orders'

type Told = Partial<RegisterRow> & { scores: RegisterRow['scores'] }

const scored = summed

function row(number: number, kind: CaseKind, age: string, key_issues: string[], opened: string, lead: string, told: Told): RegisterRow {
  const { initial, current } = told.scores
  return {
    id: `c-${number}`, reference: `DEMO.${number}`, kind, title: '', age, key_issues, factors: [],
    priority: (current ?? initial ?? 0) >= 60 ? 'high' : (current ?? initial) ? 'medium' : null,
    totals: [initial, current].filter((total) => total !== null), scored_on: null, opened, closed: null,
    closed_because: null, episode: 1, days_open: Math.round((Date.parse('2026-11-19') - Date.parse(opened)) / 86_400_000), lead,
    area: '', lights: [], late_actions: 0, orders: [], lacks_mid_point: false, mid_point: null, combined_into: null, handed_to: null, ...told,
  }
}

const open: RegisterRow[] = [
  row(21, 'topic', '', ['ASB', 'Alcohol', 'Violence'], '2025-11-01', 'Police', { title: 'town centre', scores: scored(92, 52, 'scored'), totals: [92, 70, 52], lights: ['red', 'amber', 'amber', 'green'], late_actions: 1, orders: ['PSPO'] }),
  row(45, 'person', '16–17', ['Missing', 'ASB', 'Alcohol'], '2026-10-06', 'Police', { scores: scored(80, 62, 'scored'), totals: [80, 76, 62], lights: ['red', 'amber', 'green'], late_actions: 1, orders: ['CBO considered'] }),
  row(23, 'person', '16–17', ['ASB', 'Alcohol', 'Drugs', 'Violence'], '2026-03-14', 'Youth Justice', { scores: scored(88, null, 'not_rescored'), episode: 2, lights: ['red', 'red'], late_actions: 2, orders: ['CBO'], lacks_mid_point: true, mid_point: '9 weeks and 7 reviews since the start score' }),
  row(31, 'topic', '', ['Drug dealing', 'ASB'], '2026-01-31', 'Police', { scores: scored(71, null, 'not_rescored'), lights: ['amber'], orders: ['CPN'], lacks_mid_point: true, mid_point: '9 weeks and 7 reviews since the start score' }),
  row(16, 'person', '28', ['Drug dealing', 'Theft', 'ASB'], '2025-09-28', 'Police', { scores: scored(65, 65, 'unchanged'), scored_on: '2026-09-05', lights: ['amber', 'amber'], orders: ['Injunction considered'] }),
  row(37, 'person', '14–15', ['ASB', 'Alcohol', 'Violence'], '2026-04-25', 'Prevention', { scores: scored(65, null, 'not_rescored'), lights: ['amber', 'green', 'green'], lacks_mid_point: true, mid_point: '9 weeks and 7 reviews since the start score' }),
  row(41, 'topic', '', ['ASB', 'Alcohol', 'Drugs', 'Criminal damage'], '2026-06-13', 'Community Safety', { title: 'Mill Court garages and the footpath behind them', scores: scored(65, null, 'not_rescored'), lights: ['red', 'amber'], lacks_mid_point: true, mid_point: '9 weeks and 7 reviews since the start score' }),
  row(48, 'person', '38', ['Theft', 'Violence', 'Drugs'], '2026-11-17', 'Police', { scores: scored(52, null, 'not_rescored'), lights: ['amber'], orders: ['CBO considered'] }),
  row(39, 'person', '44', ['False reporting'], '2026-06-06', 'Police', { scores: scored(52, 52, 'unchanged'), scored_on: '2026-09-12', lights: ['green'] }),
  row(10, 'person', '35', ['Violence'], '2025-09-20', 'Probation', { scores: scored(37, 37, 'unknown'), lights: ['grey'], orders: ['CBO considered'] }),
  row(17, 'property', '', ['Drug dealing', 'Noise'], '2026-09-01', 'Housing', { title: '14 Quay Street', scores: scored(48, 70, 'scored'), totals: [48, 70], orders: ['Closure order'] }),
  row(50, 'person', '', ['Hoarding'], '2026-11-18', '', { scores: scored(null, null, 'unscored') }),
]
const fill = Array.from({ length: 11 }, (_, n) =>
  row(60 + n, n % 3 ? 'person' : 'topic', n % 3 ? String(19 + n * 4) : '', [['ASB', 'Noise'], ['Repeat calls'], ['Theft', 'Drugs']][n % 3]!, `2026-0${(n % 9) + 1}-1${n % 10}`, ['Police', 'Housing', 'Prevention'][n % 3]!, {
    scores: scored(30 + n, null, 'not_rescored'), lights: ([['amber'], [], ['green', 'amber']] as Light[][])[n % 3]!,
  }),
)
const closed = Array.from({ length: 29 }, (_, n) =>
  row(71 + n, n % 4 ? 'person' : 'topic', n % 4 ? String(17 + n) : '', [['ASB'], ['Alcohol', 'Violence'], ['Criminal damage']][n % 3]!, `2025-0${(n % 9) + 1}-08`, ['Police', 'Housing', 'Probation'][n % 3]!, {
    scores: n % 3 ? scored(50 + n, 50 + n, 'unknown') : scored(60, 35, 'scored'),
    closed: `2026-0${(n % 9) + 1}-21`, closed_because: n === 2 ? 'combined' : n === 5 ? 'handed_over' : 'closed', days_open: 378,
    combined_into: n === 2 ? 'DEMO.21' : null, handed_to: n === 5 ? 'SAFE' : null,
  }),
)
export const rows = [...open, ...fill, ...closed]

const count = (id: string, first_day: string, last_day: string, number: number, phase: DemandPhase): DemandLine => ({
  count: { id, case: 'c-45', counted: 'incidents', first_day, last_day, number, source: 'Police, missing reports' },
  phase, words: `${number} incidents`, per_four_weeks_in_tenths: Math.round((number * 280) / ((Date.parse(last_day) - Date.parse(first_day)) / 86_400_000 + 1)),
})

export const view: CaseView = {
  case: {
    id: 'c-45', reference: 'DEMO.45', kind: 'person', title: '', key_issues: ['Missing', 'ASB', 'Alcohol'],
    outline: 'Missing overnight eleven times since the summer, mostly with older friends around the quay. Shops report alcohol taken and staff pushed; school attendance has fallen to two days a week. The family asks for help and keeps appointments.',
    factors: ['anti_social_behaviour', 'alcohol'], place: '', area: 'w-quay', source: 'partner', lead_agency: 'a-police', lead_officer: 'o-1204', legal_lead: '',
    involved: ['a-children', 'a-prevention', 'a-yjs', 'a-mental'], subjects: [{ subject: 's-1', role: 'at_risk' }],
    review_rule: 'every_meeting', outside_facts: ['Missing and exploited group knows'], referral: 58,
  },
  episodes: [
    {
      episode: { id: 'e-45', case: 'c-45', serial: 2, opened: '2026-10-06', closed: null, age_as_published: null, equal_scores_as_published: false, reopened_because: null, handed_to: null, notes: [] },
      scores: [
        { id: 'sc-1', episode: 'e-45', serial: 1, stage: 'start', on: '2026-10-06', total: 80, matrix: 'total only', answers: null, route: 'over_threshold', reason: '', scorer: 'A Field' },
        { id: 'sc-2', episode: 'e-45', serial: 2, stage: 'mid_point', on: '2026-11-10', total: 62, matrix: 'person matrix, version 1 (Default – not the county’s matrix)', answers: { version: 'mv-person-1', chosen: [] }, route: null, reason: 'attendance better, two fewer reports', scorer: 'A Field' },
      ],
      summary: scored(80, 62, 'scored'), days_open: 44, closing: [],
    },
    {
      episode: {
        id: 'e-44', case: 'c-45', serial: 1, opened: '2025-02-11', age_as_published: 15, equal_scores_as_published: true, reopened_because: null, handed_to: null, notes: ['Considered with the school in spring'],
        closed: { on: '2025-07-08', reason: 'closed', no_score_because: 'not scored in those days', summary: 'Quiet since Easter.', check: { actions: [], orders: [], told: ['Northbridge Homes'], told_besides: '', score: null } },
      },
      scores: [{ id: 'sc-0', episode: 'e-44', serial: 1, stage: 'start', on: '2025-02-11', total: 52, matrix: 'as published', answers: null, route: null, reason: '', scorer: '' }],
      summary: scored(52, 52, 'unknown'), days_open: 147,
      closing: ['Quiet since Easter.', 'Action 3/2 (Letter to the keeper) stays open: the works are booked for August', 'To be told: Northbridge Homes', 'No closing score: not scored in those days'],
    },
  ],
  subjects: [
    {
      subject: {
        id: 's-1', name: 'Tamsin Rowe', aliases: ['Taz'], date_of_birth: '2010-01-30', age_as_told: null, addresses: ['9 Lantern Street'], telephones: ['07700 900 123'],
        agency_references: [{ agency: 'a-children', reference: 'CS 48-211' }],
      },
      role: 'at_risk', initials: 'T.R.', age: 16, age_band: '16–17', child: true,
    },
  ],
  actions: actions.filter(({ reference }) => reference === 'DEMO.45'),
  orders: [considered],
  links: [
    { id: 'l-1', kind: 'cross_reference', words: 'X-Ref', reference: 'DEMO.21', title: 'town centre', open: true },
    { id: 'l-2', kind: 'split_from', words: 'Split off', reference: 'DEMO.48', title: '', open: true },
  ],
  decisions: [
    { meeting: 'm0', date: '2026-11-17', words: 'Continue. Police to complete the file; Prevention to arrange the school visit.', key_points: ['Two reports this week, both from the same shop'] },
    { meeting: 'm-1', date: '2026-11-10', words: 'Continue. Scored 62 (start 80): attendance better, two fewer reports.', key_points: [] },
    { meeting: 'm-2', date: '2026-10-06', words: 'Adopted, score 80, over the threshold. Lead Police.', key_points: [] },
  ],
  lead_agency: 'Police', lead_officer: 'PC 1204', involved: ['Children’s', 'Prevention', 'Youth Justice', 'Mental Health'], area: 'Quayside', priority: 'high',
  mid_point: null, signpost_to: null, projector: 'Reference only until confirmed (child)', review: 'Every meeting · next 24 November', open: true,
  demand: [
    count('d-1', '2026-08-11', '2026-09-07', 9, 'before'), count('d-2', '2026-09-08', '2026-10-05', 11, 'before'),
    count('d-3', '2026-10-06', '2026-11-02', 6, 'during'), count('d-4', '2026-11-03', '2026-11-16', 2, 'during'),
  ],
  forums: [{ link: { id: 'f-1', case: 'c-45', forum: 'Missing and exploited group', since: '2026-10-13', until: null }, when_words: 'since 13 Oct 2026' }],
  moves: [{ id: 'mv-1', kind: 'split', on: '2026-11-17', words: 'Split off', other: 'DEMO.48', went: ['K.P.', '45/9 Ask the shops for their footage'], undone: false, may_undo: true }],
  events: [
    { on: '2025-02-11', kind: 'opened', words: 'Opened', meeting: null }, { on: '2025-02-11', kind: 'scored', words: 'Scored 52 as published', meeting: null },
    { on: '2025-07-08', kind: 'closed', words: 'Closed. Quiet since Easter.', meeting: null }, { on: '2026-09-29', kind: 'opened', words: 'Referred as R.58', meeting: null },
    { on: '2026-10-06', kind: 'opened', words: 'Re-opened: missing again since the summer', meeting: null }, { on: '2026-10-06', kind: 'scored', words: 'Scored 80 at the start', meeting: null },
    { on: '2026-10-13', kind: 'linked', words: 'Known to Missing and exploited group', meeting: null }, { on: '2026-11-10', kind: 'scored', words: 'Scored 62 at a mid-point', meeting: null },
    { on: '2026-11-17', kind: 'moved', words: 'Split off DEMO.48: K.P.; 45/9 Ask the shops for their footage', meeting: null },
    { on: '2026-11-17', kind: 'decided', words: 'Continue. Police to complete the file; Prevention to arrange the school visit.', meeting: 'm0' },
    { on: '2026-11-18', kind: 'printed', words: 'Printed: Hub Tasking DEMO.45 2026-11-18.pdf, 3 pages, by A Field', meeting: null },
  ],
  may_undo_hand_over: false,
}

const empty: CaseView = {
  ...view,
  case: { ...view.case, id: 'c-50', reference: 'DEMO.50', key_issues: [], outline: '', factors: [], area: null, source: null, lead_agency: null, lead_officer: null, involved: [], subjects: [], outside_facts: [], referral: null },
  episodes: [{ ...view.episodes[0]!, episode: { ...view.episodes[0]!.episode, serial: 1, opened: '2026-11-18' }, scores: [], summary: scored(null, null, 'unscored'), days_open: 1 }],
  subjects: [], actions: [], orders: [], links: [], decisions: [], demand: [], forums: [], moves: [], events: [{ on: '2026-11-18', kind: 'opened', words: 'Opened', meeting: null }], lead_agency: '', lead_officer: '', involved: [], area: '', priority: null,
  projector: 'Initials', review: 'Every meeting · next 24 November',
}

const signpost: CaseView = {
  ...view, case: { ...view.case, id: 'c-73', reference: 'DEMO.73' }, signpost_to: 'DEMO.21', open: false,
  moves: [{ id: 'mv-2', kind: 'combined', on: '2026-03-21', words: 'Combined with', other: 'DEMO.21', went: ['31/2 Visit the yard'], undone: false, may_undo: false }],
  episodes: [{ ...view.episodes[0]!, episode: { ...view.episodes[0]!.episode, closed: { on: '2026-03-21', reason: 'combined', no_score_because: null, summary: '', check: { actions: [], orders: [], told: [], told_besides: '', score: null } } } }],
  links: [{ id: 'l-3', kind: 'combined_into', words: 'Combined with', reference: 'DEMO.21', title: 'town centre', open: true }],
}

export const preview: MovePreview = {
  on: '2026-11-19', next_reference: 'DEMO.53',
  rows: [
    { piece: { piece: 'person', subject: 's-1' }, words: 'T.R.', detail: '16–17, at risk', goes: true, stays_because: null },
    { piece: { piece: 'action', action: 'x-1' }, words: '45/3 Joint visit with school about attendance', detail: 'Prevention, due 17 Nov 2026', goes: true, stays_because: null },
    { piece: { piece: 'order', order: 'od-1' }, words: 'CBO', detail: 'considered', goes: true, stays_because: null },
    { piece: { piece: 'link', link: 'l-1' }, words: 'X-Ref DEMO.21', detail: 'town centre', goes: false, stays_because: 'refers to the case it goes on in' },
  ],
}

export const answers: Answers = {
  list_cases: {
    figures: { open: 23, closed: 29, high_priority: rows.filter(({ closed, priority }) => !closed && priority === 'high').length, open_actions: 41, late_actions: 6, median_days_open: 84, without_mid_point: rows.filter((row) => row.lacks_mid_point).length },
    rows,
  },
  get_case: ({ reference }) => (reference === 'DEMO.50' ? empty : reference === 'DEMO.73' ? signpost : view),
  add_case: empty,
  amend_case: view,
  add_case_subject: view,
  amend_case_subject: view,
  remove_case_subject: view,
  add_score: view,
  close_case: view,
  get_closure_checklist: ({ score, hand_over_to, actions }) => ({
    actions: view.actions.filter(({ status }) => status !== 'done'),
    orders: [{ order: 'o-1', words: 'CBO considered', watched_by: 'Northbridge Police' }],
    score_already: null, last_score: 62,
    to_tell: [{ who: 'Northbridge Police', why: 'lead agency' }, { who: 'A Field', why: 'lead officer' }, { who: 'Prevention Service', why: 'had actions' }, { who: 'Victim contact (T.R.)', why: 'victim or at risk' }],
    summary: `Opened on 6 October 2026 for Missing, ASB and Alcohol. 3 actions were agreed: ${1 + actions.filter(({ ending }) => ending === 'done').length} done. Score 80 at the start, ${score ?? 'not scored'} at closure. ${hand_over_to ? `Handed over to ${hand_over_to}` : 'Closed'} on 19 November 2026.`,
  }),
  reopen_case: view,
  link_cases: view,
  unlink_cases: {},
  preview_move: ({ into }) => (into ? preview : { ...preview, rows: preview.rows.slice(0, 3).map((row) => ({ ...row, goes: false })) }),
  split_case: view,
  combine_cases: view,
  undo_case_move: { reference: 'DEMO.45', not_undone: 'What was printed, exported or shown on the projector in between is out, and is not undone.' },
  undo_hand_over: view,
  add_demand_count: view,
  amend_demand_count: view,
  remove_demand_count: view,
  add_forum_link: view,
  amend_forum_link: view,
  remove_forum_link: view,
  get_history: {
    changes: [
      { at: Date.UTC(2026, 10, 17, 15, 5), by: 'A Field', what: ['review: fortnightly → every meeting', 'outline changed'] },
      { at: Date.UTC(2026, 9, 6, 14, 31), by: 'A Field', what: ['opened with score 80', 'lead agency: Police'] },
    ],
  },
  list_drafts: { drafts: [] },
  save_draft: {},
  discard_drafts: {},
}
