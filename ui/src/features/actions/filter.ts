/** How the list of actions is narrowed; it stands in the address, so that figures elsewhere lead to their rows. */
import type { ActionRow, Light } from '$backend'
import type { Option } from '$shared/control'
import { isOpen } from './words'

export type ActionState = 'open' | 'not_undertaken' | 'over' | 'all'

export interface ActionFilter {
  state: ActionState
  late: boolean
  /** An agency's key or short name; empty for all. */
  agency: string
  light: Light | null
  /** A tag that rows must bear, such as `escalated`; empty for all. */
  tag: string
  /** The action whose panel is open; empty when none is. */
  action: string
}

const lights: Light[] = ['red', 'amber', 'green', 'blue', 'grey']
const states: ActionState[] = ['open', 'not_undertaken', 'over', 'all']

/** Reads the filter from what stands after `?`. */
export function filterFrom(query: URLSearchParams): ActionFilter {
  return {
    state: states.find((state) => state === query.get('state')) ?? 'open',
    late: query.get('late') === '1',
    agency: query.get('agency') ?? '',
    light: lights.find((light) => light === query.get('light')) ?? null,
    tag: query.get('tag') ?? '',
    action: query.get('action') ?? '',
  }
}

/** Returns the address of the list with a filter, without what is usual. */
export function actionsAddress(filter: ActionFilter): string {
  const query = new URLSearchParams()
  if (filter.state !== 'open') query.set('state', filter.state)
  if (filter.late) query.set('late', '1')
  if (filter.agency) query.set('agency', filter.agency)
  if (filter.light) query.set('light', filter.light)
  if (filter.tag) query.set('tag', filter.tag)
  if (filter.action) query.set('action', filter.action)
  return `/actions${query.size ? `?${query}` : ''}`
}

/** Tells whether an action is late and still owed. */
export const isLate = (row: ActionRow) => row.days_late > 0 && isOpen(row)

const inState: Record<ActionState, (row: ActionRow) => boolean> = {
  open: isOpen,
  not_undertaken: (row) => row.status === 'not_undertaken',
  over: (row) => !isOpen(row),
  all: () => true,
}

/** Returns the rows that fit; `besides` leaves one filter out, for the counts of its own choices. */
export function fitting(rows: ActionRow[], filter: ActionFilter, besides?: keyof ActionFilter): ActionRow[] {
  return rows.filter(
    (row) =>
      (besides === 'state' || inState[filter.state](row)) &&
      (besides === 'late' || besides === 'state' || !filter.late || isLate(row)) &&
      (besides === 'agency' || !filter.agency || row.agency.id === filter.agency || row.agency.name === filter.agency) &&
      (!filter.tag || row.tags.includes(filter.tag)) &&
      (besides === 'light' || !filter.light || row.light.light === filter.light),
  )
}

/** Returns the agencies that owe the rows, the one that owes most first. */
export function owing(rows: ActionRow[]): Option[] {
  const agencies = new Map<string, Option & { count: number }>()
  for (const { agency } of rows) {
    const option = agencies.get(agency.id) ?? { value: agency.id, words: agency.name, count: 0 }
    agencies.set(agency.id, { ...option, count: option.count + 1 })
  }
  return [...agencies.values()].sort((a, b) => b.count - a.count || a.words.localeCompare(b.words))
}

/** Returns the lights that occur with their counts, the worst first. */
export function lightCounts(rows: ActionRow[]): { light: Light; count: number }[] {
  return lights.flatMap((light) => {
    const count = rows.filter((row) => row.light.light === light).length
    return count ? [{ light, count }] : []
  })
}
