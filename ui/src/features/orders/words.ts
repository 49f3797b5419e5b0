/** The meeting's words for orders and interventions, and what may be typed about one. */
import type { AddOrder, Order, OrderOutcome, OrderRow, OrderStage, OrderTarget } from '$backend'
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

export const outcomeWords: Record<OrderOutcome, string> = {
  positive: 'positive',
  some_good_effect: 'some good effect',
  failed_before_expiry: 'failed before expiry',
  expired: 'expired',
  abandoned: 'abandoned (no engagement)',
}

export type StageGroup = 'in_place' | 'pending' | 'ended'

/** Returns where an order belongs: in place, on the way, or over. */
export function groupOf({ stage }: { stage: OrderStage }): StageGroup {
  if (stage === 'in_place' || stage === 'continued') return 'in_place'
  return stage === 'ended' || stage === 'refused' || stage === 'not_progressed' ? 'ended' : 'pending'
}

/** Returns the day that goes with the stage: `since 10 Nov 2026`, `3 Aug 2026 to 2 Feb 2027`. */
export function sinceWords(order: Order): string {
  if (order.stage === 'ended') return [order.ended_on ? `ended ${tableDate(order.ended_on)}` : 'ended', order.outcome ? outcomeWords[order.outcome] : ''].filter(Boolean).join(', ')
  if (order.in_place_on) return order.expires_on ? `${tableDate(order.in_place_on)} to ${tableDate(order.expires_on)}` : `since ${tableDate(order.in_place_on)}`
  return order.considered_on ? `since ${tableDate(order.considered_on)}` : ''
}

/** Returns what has to be done when: `look again 1 Dec`, `runs out 15 Dec`. */
export function dueWords({ order, due_on }: OrderRow): string {
  if (!due_on) return ''
  return `${due_on === order.expires_on ? 'runs out' : 'look again'} ${shortDate(due_on)}`
}

/** Returns how far the due day is off: `3 days ago`, `today`, `in 12 days`; empty beyond four weeks. */
export function nearness(due_on: string | null, today: string): string {
  if (!due_on || !today) return ''
  const days = daysBetween(today, due_on)
  if (days === 0) return 'today'
  if (days < 0) return `${plural(-days, 'day')} ago`
  return days <= 28 ? `in ${plural(days, 'day')}` : ''
}

/** The fields of the form. */
export interface TypedOrder {
  kind: string
  on: string | null
  reference: string
  place: string
  stage: string
  considered_on: string
  in_place_on: string
  expires_on: string
  review_on: string
  ended_on: string
  outcome: string
  note: string
}

/** Returns an order as the form shows it; without one the form of a new order. */
export function typedOrder(order: Order | undefined, reference: string, today: string): TypedOrder {
  return {
    kind: order?.kind ?? '',
    on: reference ? 'case' : null,
    reference,
    place: '',
    stage: order?.stage ?? 'considered',
    considered_on: order ? (order.considered_on ?? '') : today,
    in_place_on: order?.in_place_on ?? '',
    expires_on: order?.expires_on ?? '',
    review_on: order?.review_on ?? '',
    ended_on: order?.ended_on ?? '',
    outcome: order?.outcome ?? '',
    note: order?.note ?? '',
  }
}

/** Returns the order as the record wants it; `was` is what an existing one is on. */
export function orderOf(typed: TypedOrder, was?: Order): AddOrder {
  const on: OrderTarget = was
    ? { on: 'unchanged', was: was.on }
    : typed.on === 'case' ? { on: 'case', reference: typed.reference }
    : typed.on === 'place' ? { on: 'place', place: typed.place.trim() }
    : { on: 'alone' }
  const ended = typed.stage === 'ended'
  return {
    kind: typed.kind.trim(),
    on,
    stage: typed.stage as OrderStage,
    considered_on: typed.considered_on || null,
    in_place_on: typed.in_place_on || null,
    expires_on: typed.expires_on || null,
    review_on: typed.review_on || null,
    ended_on: ended ? typed.ended_on || null : null,
    outcome: ended ? ((typed.outcome || null) as OrderOutcome | null) : null,
    note: typed.note.trim(),
  }
}
