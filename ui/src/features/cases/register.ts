/** What the register shows of its rows: which fit the filters, and what the cells say. */
import type { CaseKind, RegisterRow } from '$backend'
import { fullDate, listed, tableDate } from '$shared'
import type { Option } from '$shared/control'
import { kindWords } from './words'

/** How the register is narrowed; it stands in the address, so that figures elsewhere lead to their rows. */
export interface RegisterFilter {
  state: 'open' | 'closed' | 'all'
  kind: CaseKind | null
  issue: string
  lead: string
  age: string
  /** What a figure counts: its rows only. */
  only: Only | null
}

export type Only = 'high' | 'late' | 'no-mid-point'

export const onlyWords: Record<Only, string> = {
  high: 'High priority', late: 'With late actions', 'no-mid-point': 'Without a mid-point score',
}

/** What stands for rows that tell nothing. */
export const noneGiven = 'None given'

const ages: [words: string, upTo: number][] = [
  ['Under 18', 17], ['18–24', 24], ['25–34', 34], ['35–44', 44], ['45–54', 54], ['55–64', 64], ['65 and over', Infinity],
]

/** Returns the age band of a row, by the lower end of what is known. */
export function ageBand(row: RegisterRow): string {
  if (row.kind !== 'person') return ''
  const years = Number(/\d+/.exec(row.age)?.[0] ?? NaN)
  if (Number.isNaN(years)) return 'Age not known'
  return ages.find(([, upTo]) => years <= upTo)?.[0] ?? ''
}

const checks: Record<Exclude<keyof RegisterFilter, 'state'>, (row: RegisterRow, wanted: string) => boolean> = {
  kind: (row, wanted) => row.kind === wanted,
  issue: (row, wanted) => row.key_issues.includes(wanted),
  lead: (row, wanted) => (row.lead || noneGiven) === wanted,
  age: (row, wanted) => ageBand(row) === wanted,
  only: (row, wanted) =>
    wanted === 'high' ? row.priority === 'high' : wanted === 'late' ? row.late_actions > 0 : row.lacks_mid_point,
}

const inState = (row: RegisterRow, state: RegisterFilter['state']) => state === 'all' || (row.closed === null) === (state === 'open')

/** Returns the rows that fit; `besides` leaves one filter out, for the counts of its own choices. */
export function fitting(rows: RegisterRow[], filter: RegisterFilter, besides?: keyof RegisterFilter): RegisterRow[] {
  const asked = (Object.keys(checks) as (keyof typeof checks)[]).flatMap((key) => {
    const wanted = filter[key]
    return wanted && key !== besides ? [{ check: checks[key], wanted }] : []
  })
  return rows.filter((row) => (besides === 'state' || inState(row, filter.state)) && asked.every(({ check, wanted }) => check(row, wanted)))
}

/** Returns the words that occur with their counts, the most frequent first. */
export function occurring(rows: RegisterRow[], words: (row: RegisterRow) => string[]): Option[] {
  const counts = new Map<string, number>()
  for (const row of rows) for (const word of words(row)) if (word) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([value, count]) => ({ value, words: value, count }))
}

/** Reads the filter from what stands after `?`. */
export function filterFrom(query: URLSearchParams): RegisterFilter {
  const one = <T extends string>(key: string, of: readonly T[]) => of.find((value) => value === query.get(key)) ?? null
  return {
    state: one('state', ['closed', 'all'] as const) ?? 'open',
    kind: one('kind', ['person', 'property', 'topic'] as const),
    issue: query.get('issue') ?? '',
    lead: query.get('lead') ?? '',
    age: query.get('age') ?? '',
    only: one('only', ['high', 'late', 'no-mid-point'] as const),
  }
}

/** Returns the address of the register with a filter, without what is usual. */
export function registerAddress(filter: RegisterFilter): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filter)) if (value && value !== 'open') query.set(key, String(value))
  return `/cases${query.size ? `?${query}` : ''}`
}

/** Because a case scored once within its first two weeks cannot have been re-scored yet. */
const newFor = 14

/** Returns what the trend says in words; a changed score is a line and says its numbers. */
export function trendWords(row: RegisterRow): string {
  const { state, words } = row.scores
  if (state === 'scored') return row.totals.join(' → ')
  return state === 'not_rescored' && row.closed === null && row.days_open <= newFor ? 'new' : words
}

/** Returns what the trend's word means, for its tip. */
export function trendMeaning(row: RegisterRow): string {
  const { state, meaning } = row.scores
  const when = row.scored_on ? ` on ${fullDate(row.scored_on)}` : ''
  const told = state === 'scored' ? `Scored ${listed(row.totals.map(String))}; lower is better` : `${meaning}${state === 'unchanged' ? when : ''}`
  return row.mid_point ? `${told}. Mid-point score due: ${row.mid_point}` : told
}

/** Returns `Person, 16–17`, `Topic, town centre` or `Property`. */
export function kindCell(row: RegisterRow): string {
  return [kindWords[row.kind], row.kind === 'person' ? row.age || row.title : row.title].filter(Boolean).join(', ')
}

/** Returns how a closed case ended: `21 Mar 2026, combined with DEMO.21`; empty while open. */
export function closedCell(row: RegisterRow): string {
  if (row.closed === null) return ''
  return [tableDate(row.closed), closedBecause(row)].filter(Boolean).join(', ')
}

/** Returns `combined with DEMO.21`, `handed to SAFE` or nothing. */
export function closedBecause(row: RegisterRow): string {
  if (row.combined_into) return `combined with ${row.combined_into}`
  return row.handed_to ? `handed to ${row.handed_to}` : ''
}

/** Returns `2nd`, `3rd`; empty for the first episode. */
export function ordinal(episode: number): string {
  if (episode < 2) return ''
  const ending = episode % 100 > 10 && episode % 100 < 20 ? 'th' : (['th', 'st', 'nd', 'rd'][episode % 10] ?? 'th')
  return `${episode}${ending}`
}

/** Returns `3 days`, `7 weeks` or `14 months`, for a heading. */
export function howLong(days: number): string {
  if (days < 14) return days === 1 ? '1 day' : `${days} days`
  if (days < 120) return `${Math.floor(days / 7)} weeks`
  return `${Math.floor(days / 30.44)} months`
}

