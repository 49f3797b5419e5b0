/** Where rows of differing height lie in a long table of which only the visible part is drawn. */

/** The height of a row of one line, in pixels, until it was measured. */
export const usualHeight = 36

/** Returns the top of every row and, last, the bottom of all, in pixels. */
export function rowTops(ids: string[], measured: ReadonlyMap<string, number>): Float64Array {
  const tops = new Float64Array(ids.length + 1)
  for (let index = 0; index < ids.length; index++) {
    tops[index + 1] = (tops[index] ?? 0) + (measured.get(ids[index] ?? '') ?? usualHeight)
  }
  return tops
}

/** Returns the rows between two heights: the first, and one after the last. */
export function rowsWithin(tops: Float64Array, from: number, to: number): [first: number, end: number] {
  const count = tops.length - 1
  const at = (height: number) => {
    let [low, high] = [0, count]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tops[middle + 1] ?? 0) <= height) low = middle + 1
      else high = middle
    }
    return low
  }
  return [at(from), Math.min(count, at(to) + 1)]
}
