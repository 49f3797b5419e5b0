/** Places in the running order, counted from 1. */

/** Returns the place to ask for when the item at `from` is dropped before the item at `before`; null when it stays. */
export function placeOfDrop(from: number, before: number): number | null {
  const to = before > from ? before - 1 : before
  return to === from ? null : to
}

/** Returns before which place a pointer at `y` would drop, given the middle of every row from the top. */
export function dropBefore(middles: number[], y: number): number {
  const below = middles.findIndex((middle) => y < middle)
  return below === -1 ? middles.length + 1 : below + 1
}
