/** Which referrals a figure of the list opens. */
import type { ReferralOutcome, ReferralRow, ReferralStatus } from '$backend'
import { outcomeWords, statusWords } from './words'

/** What a figure may be asked for beside a single status. */
const groups: Record<string, { words: string; statuses: ReferralStatus[] }> = {
  ever_tabled: { words: 'ever tabled', statuses: ['tabled', 'adopted', 'not_adopted'] },
  decided: { words: 'decided by a meeting', statuses: ['adopted', 'not_adopted'] },
}

export interface Wanted {
  /** The status or group of the address; `all` when there is none. */
  status: string
  /** What is shown, in words; empty for all. */
  words: string
  rows: ReferralRow[]
}

/** Returns the rows that the query of an address asks for: `status`, `main` or `further`. */
export function wanted(rows: ReferralRow[], query: URLSearchParams): Wanted {
  const status = query.get('status') ?? ''
  const main = query.get('main') as ReferralOutcome | null
  const further = query.get('further') as ReferralOutcome | null
  if (main && main in outcomeWords) return { status: 'not_adopted', words: `main outcome ${outcomeWords[main]}`, rows: rows.filter((row) => row.outcomes[0] === main) }
  if (further && further in outcomeWords) return { status: 'not_adopted', words: `also ${outcomeWords[further]}`, rows: rows.filter((row) => row.outcomes.slice(1).includes(further)) }
  const group = groups[status]
  if (group) return { status, words: group.words, rows: rows.filter((row) => group.statuses.includes(row.status)) }
  if (status in statusWords) return { status, words: statusWords[status as ReferralStatus], rows: rows.filter((row) => row.status === status) }
  return { status: 'all', words: '', rows }
}
