/** Invented rows of the list of types of orders. */
import type { OrderTypeFields, OrderTypeRow } from '$backend'
import type { Answers } from '$backend/fake'

const advice = 'Periods are the hub’s own list, not legal advice; the order itself and the hub’s lawyer say what holds.'
const plain: OrderTypeFields = {
  name: '', stands_for: '', category: 'enforcement', period: null, counting: { first_day: false, without_weekends: false, without_bank_holidays: false },
  appeal: null, review_after: null, review_every: null, review_only_under_18: false, extendable_to: null, source: 'Usual practice.',
}
const type = (fields: Partial<OrderTypeFields> & { name: string }, orders = 0, more: Partial<OrderTypeRow['row']> = {}): OrderTypeRow => ({
  row: { id: `type-${fields.name}${more.valid_until ?? ''}`, fields: { ...plain, ...fields }, valid_from: null, valid_until: null, is_default: true, ...more },
  holds: !more.valid_until, orders,
})

export const types: OrderTypeRow[] = [
  type({ name: 'ABC', stands_for: 'acceptable behaviour contract', category: 'support', period: { amount: 6, unit: 'months' }, review_after: { amount: 3, unit: 'months' }, source: 'Voluntary agreement; usual practice of hubs.' }, 2),
  type({ name: 'CBO', stands_for: 'criminal behaviour order', review_every: { amount: 12, unit: 'months' }, review_only_under_18: true, source: '2014 Act, Part 2: the court fixes the period.' }, 1),
  type({ name: 'Closure order', stands_for: 'closure order', period: { amount: 3, unit: 'months' }, extendable_to: { amount: 6, unit: 'months' }, counting: { first_day: true, without_weekends: false, without_bank_holidays: false }, source: '2014 Act, Part 4, Chapter 3.' }, 1, { is_default: false, valid_from: '2026-04-01' }),
  type({ name: 'CPN', stands_for: 'community protection notice', appeal: { amount: 21, unit: 'days' }, counting: { first_day: true, without_weekends: false, without_bank_holidays: false }, source: '2014 Act, section 46.' }, 1),
  type({ name: 'Injunction', stands_for: 'civil injunction' }, 1),
  type({ name: 'Mediation', category: 'mediation', source: 'Voluntary.' }),
  type({ name: 'PSPO', stands_for: 'public spaces protection order', period: { amount: 3, unit: 'years' }, review_every: { amount: 12, unit: 'months' }, counting: { first_day: true, without_weekends: false, without_bank_holidays: false }, source: '2014 Act, Part 4, Chapter 2.' }, 1),
  type({ name: 'Restorative justice', category: 'restorative_justice', source: 'Voluntary.' }, 1),
  type({ name: 'Closure order', stands_for: 'closure order', period: { amount: 2, unit: 'months' }, source: 'Earlier practice of the court.' }, 0, { is_default: false, valid_until: '2026-03-31' }),
]

export const answers: Answers = {
  list_order_types: { rows: types, advice },
  add_order_type: { rows: types, advice },
  amend_order_type: { rows: types, advice },
  end_order_type: { rows: types, advice },
  propose_order_dates: ({ kind, on }) => {
    const row = types.find(({ row }) => row.fields.name === kind)?.row
    const year = Number(on.slice(0, 4)) + 1
    const dates = row?.fields.period ? { expires_on: `${year}${on.slice(4)}`, review_on: null, appeal_ends_on: null, words: [`Runs until ${on.slice(8)}.${on.slice(5, 7)}.${year}: invented for the gallery.`] } : { expires_on: null, review_on: null, appeal_ends_on: null, words: [] }
    return { dates, source: row?.fields.source ?? '', is_default: row?.is_default ?? false, advice }
  },
}
