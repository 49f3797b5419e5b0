/** The dates of an order as they are typed, beside those that follow from its type. */
import { untrack } from 'svelte'
import { backend, type ProposedOrderDates, type ProposeOrderDates } from '$backend'

export interface TypedDates {
  expires_on: string
  review_on: string
  appeal_ends_on: string
}

export type DateName = keyof TypedDates

export interface Proposal {
  /** What was computed last; undefined while nothing was. */
  readonly data: ProposedOrderDates | undefined
  /** The computed day of a field; empty when there is none. */
  day(field: DateName): string
  /** Puts every computed day in. */
  use(): void
}

const names: DateName[] = ['expires_on', 'review_on', 'appeal_ends_on']

/**
 * Computes the dates that `request` asks for, and fills in those of `typed` that nobody has typed over.
 *
 * Call it while a component is being made; `request` is tracked, and null asks for nothing.
 */
export function proposing(request: () => ProposeOrderDates | null, typed: () => TypedDates): Proposal {
  let data = $state.raw<ProposedOrderDates>()
  let newest = 0
  // What stood there when the form opened is kept: only what was computed gives way to what is computed next.
  const filled: TypedDates = { expires_on: '', review_on: '', appeal_ends_on: '' }
  const day = (field: DateName) => data?.dates[field] ?? ''

  async function compute(asked: ProposeOrderDates) {
    const mine = ++newest
    try {
      const answer = await backend.call('propose_order_dates', asked)
      if (mine !== newest) return
      data = answer
      for (const name of names) {
        if (typed()[name] !== filled[name]) continue
        typed()[name] = day(name)
        filled[name] = typed()[name]
      }
    } catch {
      // Because a proposal that cannot be made must not keep anybody from typing the dates.
      if (mine === newest) data = undefined
    }
  }

  $effect(() => {
    const asked = request()
    untrack(() => {
      if (asked) return void compute(asked)
      newest++
      data = undefined
    })
  })

  return {
    get data() {
      return data
    },
    day,
    use() {
      for (const name of names) {
        typed()[name] = day(name)
        filled[name] = typed()[name]
      }
    },
  }
}
