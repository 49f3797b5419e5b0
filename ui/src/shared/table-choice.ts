/** Which rows are chosen after a click or a key, as in a spreadsheet. */

interface Choice {
  ids: string[]
  chosen: string[]
  /** Where a stretch of rows began. */
  anchor: string | null
  cursor: string | null
}

/** `only` this row, `extend` the stretch to it, `toggle` it, or `keep` the choice and only move. */
export type How = 'only' | 'extend' | 'toggle' | 'keep'

/** Returns the chosen rows and the anchor after moving to `target`. */
export function chosenAfter({ ids, chosen, anchor, cursor }: Choice, target: string, how: How): { chosen: string[]; anchor: string | null } {
  if (how === 'only') return { chosen: [target], anchor: target }
  if (how === 'keep') return { chosen, anchor: target }
  if (how === 'toggle') {
    const without = chosen.filter((id) => id !== target)
    return { chosen: without.length < chosen.length ? without : [...chosen, target], anchor: target }
  }
  const start = anchor ?? cursor ?? target
  const [from, to] = [ids.indexOf(start), ids.indexOf(target)]
  return { chosen: ids.slice(Math.min(from, to), Math.max(from, to) + 1), anchor: start }
}
