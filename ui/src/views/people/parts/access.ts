/** The ways in which something was seen, in words, and the filters over them. */
import type { AccessKind, AccessRow } from '$backend'
import type { Option } from '$shared'

/** A way of seeing, as a word in a column and on a button. */
export const kindWords: Record<AccessKind, string> = {
  looked: 'Looked at', changed: 'Changed', shown: 'Projected', printed: 'Printed', copied: 'Copied', exported: 'Taken out', disclosed: 'Disclosed',
}

/** Returns whether a row stands under both filters; whoever is asked for counts in the place of a chair too. */
export function fits(row: AccessRow, kind: string | null, who: string): boolean {
  return (kind === null || row.kind === kind) && (!who || row.who === who || row.who.startsWith(`${who}, `))
}

/** Returns the ways that occur, each with how often; `who` where only what one person saw counts. */
export function kindsIn(rows: AccessRow[], who: string): Option[] {
  return (Object.keys(kindWords) as AccessKind[])
    .filter((kind) => rows.some((row) => row.kind === kind))
    .map((kind) => ({ value: kind, words: kindWords[kind], count: rows.filter((row) => fits(row, kind, who)).length }))
}

/** Returns everybody who occurs, in order; those whom the hub does not know any more are in no filter. */
export function peopleIn(rows: AccessRow[]): Option[] {
  const names = [...new Set(rows.map(({ who }) => who))].filter(Boolean)
  return names.sort((a, b) => a.localeCompare(b, 'en-GB')).map((name) => ({ value: name, words: name }))
}
