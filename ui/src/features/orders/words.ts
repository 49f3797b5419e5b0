/** The meeting's words for orders and interventions. */
import type { DueKind, OfferAnswer, Order, OrderCategory, OrderOutcome, OrderRow, OrderStage, OrderType, Period, PeriodUnit } from '$backend'
import { daysBetween, plural, shortDate, tableDate } from '$shared'

export const stageWords: Record<OrderStage, string> = {
  considered: 'considered',
  being_prepared: 'being prepared',
  applied_for: 'applied for',
  in_place: 'in place',
  continued: 'continued',
  on_hold: 'on hold',
  refused: 'refused',
  not_progressed: 'not progressed',
  ended: 'ended',
}

/** What one does to move an order there, as the words of a button. */
export const stepWords: Record<OrderStage, string> = {
  considered: 'Back to considered',
  being_prepared: 'Being prepared',
  applied_for: 'Applied for',
  in_place: 'Put in place',
  continued: 'Continue or vary',
  on_hold: 'Put on hold',
  refused: 'Refused or dismissed',
  not_progressed: 'Not progressed',
  ended: 'End',
}

export const outcomeWords: Record<OrderOutcome, string> = {
  positive: 'positive',
  some_good_effect: 'some good effect',
  failed_before_expiry: 'failed before expiry',
  expired: 'expired',
  abandoned: 'abandoned (no engagement)',
}

export const dueWords: Record<DueKind, string> = { ends: 'ends', review: 'review', appeal_ends: 'appeal ends', look_again: 'look again' }

export const categoryWords: Record<OrderCategory, string> = {
  enforcement: 'enforcement',
  support: 'support',
  mediation: 'mediation',
  restorative_justice: 'restorative justice',
}

export const answerWords: Record<OfferAnswer, string> = {
  offered: 'offered, no answer yet',
  declined: 'declined',
  taken_up: 'taken up',
  not_suitable: 'not suitable',
}

const unitWords: Record<PeriodUnit, [one: string, many: string]> = {
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  years: ['year', 'years'],
}

/** Returns words as a Select takes them. */
export const options = (words: Record<string, string>) => Object.entries(words).map(([value, words]) => ({ value, words }))

/** Returns `6 months`; empty for no period. */
export function periodWords(period: Period | null): string {
  return period ? plural(period.amount, ...unitWords[period.unit]) : ''
}

/** Returns what a type says of its periods: `6 months, review at 3 months`. */
export function typeWords({ fields }: OrderType): string {
  const { period, extendable_to, appeal, review_after, review_every, review_only_under_18, counting } = fields
  const reviews = [
    review_after && `first review at ${periodWords(review_after)}`,
    review_every && `review every ${periodWords(review_every)}`,
  ].filter(Boolean).join(', then ').replace('then review', 'then')
  return [
    period && periodWords(period),
    extendable_to && `extendable to ${periodWords(extendable_to)}`,
    reviews && `${reviews}${review_only_under_18 ? ' (under 18 only)' : ''}`,
    appeal && `appeal ${periodWords(appeal)}`,
    (period ?? appeal) && (counting.first_day ? 'the first day counts' : 'counted from the next day'),
    counting.without_weekends && 'without weekends',
    counting.without_bank_holidays && 'without bank holidays',
  ].filter(Boolean).join('; ')
}

/** Returns when a row of the list holds: `since always`, `from 1 Dec 2026`, `until 30 Nov 2026`. */
export function validWords({ valid_from, valid_until }: OrderType): string {
  if (!valid_from && !valid_until) return 'since always'
  return [valid_from && `from ${tableDate(valid_from)}`, valid_until && `until ${tableDate(valid_until)}`].filter(Boolean).join(' ')
}

export type StageGroup = 'in_place' | 'pending' | 'ended'

/** Returns where an order belongs: in place, on the way, or over. */
export function groupOf({ stage }: { stage: OrderStage }): StageGroup {
  if (stage === 'in_place' || stage === 'continued') return 'in_place'
  return stage === 'ended' || stage === 'refused' || stage === 'not_progressed' ? 'ended' : 'pending'
}

/** Returns the day that goes with the stage: `since 10 Nov 2026`, `3 Aug 2026 to 2 Feb 2027`, `on 4 May 2026`. */
export function sinceWords(order: Order): string {
  if (groupOf(order) === 'ended') return [order.ended_on && `on ${tableDate(order.ended_on)}`, order.outcome && outcomeWords[order.outcome]].filter(Boolean).join(', ')
  if (order.in_place_on) return order.expires_on ? `${tableDate(order.in_place_on)} to ${tableDate(order.expires_on)}` : `since ${tableDate(order.in_place_on)}`
  return order.considered_on ? `since ${tableDate(order.considered_on)}` : ''
}

/** Returns what has to be done when: `review 1 Dec`, `ends 15 Dec`. */
export function nextWords({ order, due_on }: OrderRow): string {
  if (!due_on) return ''
  const what: DueKind = due_on === order.expires_on ? 'ends' : groupOf(order) === 'in_place' ? 'review' : 'look_again'
  return `${dueWords[what]} ${shortDate(due_on)}`
}

/** Returns how far the due day is off: `3 days ago`, `today`, `in 12 days`; empty beyond four weeks. */
export function nearness(due_on: string | null, today: string): string {
  if (!due_on || !today) return ''
  const days = daysBetween(today, due_on)
  if (days === 0) return 'today'
  if (days < 0) return `${plural(-days, 'day')} ago`
  return days <= 28 ? `in ${plural(days, 'day')}` : ''
}

/** Returns the day so many weeks after another. */
export function weeksAfter(day: string, weeks: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10)
}

/** Returns the lines of a text that say something. */
export const linesOf = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean)
