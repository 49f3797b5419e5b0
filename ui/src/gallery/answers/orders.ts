/** Invented orders and interventions. */
import type { Order, OrderRow } from '$backend'
import type { Answers } from '$backend/fake'

const order = (told: Partial<Order> & Pick<Order, 'id' | 'kind' | 'stage'>, more: Partial<OrderRow>): OrderRow => ({
  order: {
    on: { on: 'alone' }, subject: null, considered_on: null, in_place_on: null, expires_on: null, review_on: null, ended_on: null,
    outcome: null, note: '', ...told,
  },
  stands_for: '', on_words: 'stands alone', reference: null, due_on: null, ...more,
})
const onCase = (reference: string) => ({ on: 'case' as const, case: `c-${reference.split('.')[1]}`, episode: `e-${reference.split('.')[1]}` })

export const considered = order(
  { id: 'or-1', kind: 'CBO', stage: 'considered', on: onCase('DEMO.45'), considered_on: '2026-11-10', review_on: '2026-12-01', note: 'Needs a schedule of arrests.' },
  { stands_for: 'Criminal behaviour order', on_words: 'DEMO.45', reference: 'DEMO.45', due_on: '2026-12-01' },
)

export const rows: OrderRow[] = [
  order(
    { id: 'or-2', kind: 'CPN', stage: 'in_place', on: onCase('DEMO.31'), in_place_on: '2026-08-03', expires_on: '2027-02-02', review_on: '2026-11-16' },
    { stands_for: 'Community protection notice', on_words: 'DEMO.31', reference: 'DEMO.31', due_on: '2026-11-16' },
  ),
  order(
    { id: 'or-3', kind: 'PSPO', stage: 'in_place', on: { on: 'place', place: 'Quayside and the bus station' }, in_place_on: '2025-11-27', expires_on: '2028-11-26', review_on: '2026-11-27' },
    { stands_for: 'Public spaces protection order', on_words: 'Quayside and the bus station', due_on: '2026-11-27' },
  ),
  considered,
  order(
    { id: 'or-4', kind: 'Closure order', stage: 'in_place', on: onCase('DEMO.17'), in_place_on: '2026-09-16', expires_on: '2026-12-15' },
    { stands_for: 'Closure order', on_words: 'DEMO.17', reference: 'DEMO.17', due_on: '2026-12-15' },
  ),
  order(
    { id: 'or-5', kind: 'Injunction', stage: 'applied_for', on: onCase('DEMO.16'), considered_on: '2026-09-01', note: 'Hearing listed for January; bundle with legal.' },
    { stands_for: 'Civil injunction', on_words: 'DEMO.16', reference: 'DEMO.16' },
  ),
  order(
    { id: 'or-6', kind: 'Restorative justice', stage: 'on_hold', on: onCase('DEMO.37'), considered_on: '2026-06-02', note: 'Victim asked to wait until after exams.', review_on: '2027-07-01' },
    { on_words: 'DEMO.37', reference: 'DEMO.37', due_on: '2027-07-01' },
  ),
  order(
    { id: 'or-7', kind: 'ABC', stage: 'ended', on: onCase('DEMO.23'), in_place_on: '2026-02-02', ended_on: '2026-08-01', outcome: 'some_good_effect' },
    { stands_for: 'Acceptable behaviour contract', on_words: 'DEMO.23', reference: 'DEMO.23' },
  ),
  order({ id: 'or-8', kind: 'ABC', stage: 'ended', in_place_on: '2025-09-01', ended_on: '2026-03-01', outcome: 'positive' }, { stands_for: 'Acceptable behaviour contract' }),
]

export const answers: Answers = {
  list_orders: { in_place: 3, pending: 3, due_soon: 4, rows },
  add_order: rows[0]!,
  amend_order: rows[0]!,
}
