/** Invented orders and interventions. */
import type { Order, OrderDueLine, OrderRow, OrderStepLine, OrderView } from '$backend'
import type { Answers } from '$backend/fake'
import { types } from './order-types'

const order = (told: Partial<Order> & Pick<Order, 'id' | 'kind' | 'stage'>, more: Partial<OrderRow>): OrderRow => ({
  order: {
    on: { on: 'alone' }, subject: null, order_type: null, considered_on: null, in_place_on: null, expires_on: null, review_on: null, appeal_ends_on: null,
    ended_on: null, outcome: null, reason: '', conditions: [], note: '', ...told,
  },
  stands_for: '', category: types.find(({ row }) => row.fields.name === told.kind)?.row.fields.category ?? null, on_words: 'stands alone', reference: null, due_on: null, breaches: 0, ...more,
})
const onCase = (reference: string) => ({ on: 'case' as const, case: `c-${reference.split('.')[1]}`, episode: `e-${reference.split('.')[1]}` })

export const considered = order(
  { id: 'or-1', kind: 'CBO', stage: 'considered', on: onCase('DEMO.45'), considered_on: '2026-11-10', review_on: '2026-12-01', note: 'Needs a schedule of arrests.' },
  { stands_for: 'criminal behaviour order', on_words: 'DEMO.45', reference: 'DEMO.45', due_on: '2026-12-01' },
)

export const rows: OrderRow[] = [
  order(
    { id: 'or-2', kind: 'CPN', stage: 'in_place', on: onCase('DEMO.31'), in_place_on: '2026-11-13', expires_on: '2027-02-02', review_on: '2026-11-16', appeal_ends_on: '2026-12-03', conditions: ['The back yard is cleared within 14 days and kept clear.', 'The entry is lit from dusk on.'] },
    { stands_for: 'community protection notice', on_words: 'DEMO.31', reference: 'DEMO.31', due_on: '2026-11-16', breaches: 2 },
  ),
  order(
    { id: 'or-3', kind: 'PSPO', stage: 'in_place', on: { on: 'place', place: 'Quayside and the bus station' }, in_place_on: '2025-11-27', expires_on: '2028-11-26', review_on: '2026-11-27' },
    { stands_for: 'public spaces protection order', on_words: 'Quayside and the bus station', due_on: '2026-11-27' },
  ),
  considered,
  order(
    { id: 'or-4', kind: 'Closure order', stage: 'in_place', on: onCase('DEMO.17'), in_place_on: '2026-09-16', expires_on: '2026-12-15' },
    { stands_for: 'closure order', on_words: 'DEMO.17', reference: 'DEMO.17', due_on: '2026-12-15' },
  ),
  order(
    { id: 'or-5', kind: 'Injunction', stage: 'applied_for', on: onCase('DEMO.16'), considered_on: '2026-09-01', note: 'Hearing listed for January; bundle with legal.' },
    { stands_for: 'civil injunction', on_words: 'DEMO.16', reference: 'DEMO.16' },
  ),
  order(
    { id: 'or-6', kind: 'Restorative justice', stage: 'on_hold', on: { on: 'referral', referral: 'r62' }, considered_on: '2026-06-02', reason: 'Victim asked to wait until after exams.', review_on: '2027-07-01' },
    { on_words: 'R.62', due_on: '2027-07-01' },
  ),
  order(
    { id: 'or-7', kind: 'ABC', stage: 'ended', on: onCase('DEMO.23'), in_place_on: '2026-02-02', ended_on: '2026-08-01', outcome: 'some_good_effect' },
    { stands_for: 'acceptable behaviour contract', on_words: 'DEMO.23', reference: 'DEMO.23' },
  ),
  order({ id: 'or-8', kind: 'ABC', stage: 'ended', in_place_on: '2025-09-01', ended_on: '2026-03-01', outcome: 'positive' }, { stands_for: 'acceptable behaviour contract' }),
]

const due = (row: OrderRow, what: OrderDueLine['what'], on: string): OrderDueLine => ({ order: row.order.id, kind: row.order.kind, on_words: row.on_words, alone: row.order.on.on === 'alone', what, on })
const coming = [due(rows[0]!, 'review', '2026-11-16'), due(rows[1]!, 'review', '2026-11-27'), due(considered, 'look_again', '2026-12-01'), due(rows[0]!, 'appeal_ends', '2026-12-03'), due(rows[3]!, 'ends', '2026-12-15'), due(rows[0]!, 'ends', '2027-02-02')]

const step = (told: Partial<OrderStepLine> & Pick<OrderStepLine, 'id' | 'words' | 'stage'>): OrderStepLine => ({
  kind: 'moved', on: null, reason: '', outcome: null, expires_on: null, review_on: null, by: 'T Nowicka', meeting: null, taken_back: false, ...told,
})

export function viewOf(id: string): OrderView {
  const row = rows.find(({ order }) => order.id === id) ?? rows[0]!
  const restorative = row.category === 'restorative_justice'
  const offer = (id: string, on: string, to_whom: string, answer: 'offered' | 'declined' | 'taken_up', stands: boolean) => ({ offer: { id, order: row.order.id, on, to_whom, answer, note: '' }, stands })
  return {
    row,
    order_type: types.find(({ row: type }) => type.fields.name === row.order.kind)?.row ?? null,
    computed: { expires_on: row.order.kind === 'CPN' ? null : row.order.expires_on, review_on: null, appeal_ends_on: row.order.kind === 'CPN' ? '2026-12-03' : null, words: [] },
    advice: 'Periods are the hub’s own list, not legal advice; the order itself and the hub’s lawyer say what holds.',
    subject: row.order.on.on === 'case' ? { id: 's-1', name: 'Tomos Rhys' } : null,
    steps: [
      step({ id: 'st-3', words: 'Put in place', stage: 'in_place', on: '2026-11-13', expires_on: '2027-02-02', review_on: '2026-11-16' }),
      step({ id: 'st-2', words: 'Applied for', stage: 'applied_for', on: '2026-11-12', reason: 'Wrong order', taken_back: true }),
      step({ id: 'st-1', words: 'Considered', stage: 'considered', kind: 'began', on: '2026-11-10', meeting: { id: 'm0', date: '2026-11-10' } }),
    ],
    breaches: row.breaches
      ? [
          { id: 'br-2', order: row.order.id, on: '2026-11-18', what: 'Rubbish in the yard again, seen by the warden', done: '' },
          { id: 'br-1', order: row.order.id, on: '2026-11-15', what: 'Light in the entry was out for two nights', done: 'Landlord repaired it the same day' },
        ]
      : [],
    reviews: row.order.stage === 'in_place' ? [{ id: 're-1', order: row.order.id, on: '2026-11-16', what: 'Yard half cleared; neighbours content', next_on: '2026-12-14' }] : [],
    offers: restorative ? [offer('of-1', '2026-06-02', 'the neighbour upstairs', 'offered', false), offer('of-2', '2026-06-09', 'the neighbour upstairs', 'declined', true), offer('of-3', '2026-06-12', 'two shopkeepers', 'offered', true)] : [],
    next_stages: row.order.stage === 'in_place' ? ['continued', 'ended'] : row.order.stage === 'ended' ? [] : ['being_prepared', 'applied_for', 'in_place', 'on_hold', 'refused', 'not_progressed'],
    last_step: 'Put in place',
    takes_offers: restorative,
  }
}

export const answers: Answers = {
  list_orders: { in_place: 3, pending: 3, due_soon: 4, coming, rows },
  get_order: ({ id }) => viewOf(id),
  add_order: viewOf('or-1'),
  amend_order: ({ id }) => viewOf(id),
  move_order: ({ id }) => viewOf(id),
  take_back_order_step: ({ id }) => ({ order: viewOf(id) }),
  set_order_breach: ({ order }) => viewOf(order),
  set_order_review: ({ order }) => viewOf(order),
  add_order_offer: ({ order }) => viewOf(order),
  remove_order_entry: viewOf('or-2'),
  list_order_people: { people: [{ id: 's-1', name: 'Tomos Rhys, 16' }] },
  get_order_figures: (period) => ({
    period,
    figures: {
      in_place_at_start: ['or-3', 'or-7'], issued: ['or-2', 'or-4'], continued: [], ended: [['some_good_effect', ['or-7']]], in_place_at_end: ['or-2', 'or-3', 'or-4'],
      refused: [], not_progressed: [], on_hold: ['or-6'], undated: [],
    },
    rows,
  }),
}
