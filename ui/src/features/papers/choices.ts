/** How a paper is to be printed, as a person chooses it. */
import type { PrintChoices } from '$backend'

export interface Chosen {
  first: number | null
  last: number | null
  double: boolean
  fronts: boolean
  twoUp: boolean
}

/** Returns what is wrong with the pages chosen; null when nothing is. */
export function wrongPages({ first, last }: Chosen, pages: number): string | null {
  const whole = [first, last].every((page) => page !== null && Number.isInteger(page) && page >= 1 && page <= pages)
  if (!whole) return `Give two pages from 1 to ${pages}`
  return (first ?? 0) > (last ?? 0) ? 'The first page comes after the last' : null
}

/** Returns the choices as they are sent; all pages while those chosen are none of the paper. */
export function choicesOf(chosen: Chosen, pages: number): PrintChoices {
  const { first, last, double, fronts, twoUp } = chosen
  const all = wrongPages(chosen, pages) !== null || first === null || last === null || (first === 1 && last === pages)
  return {
    pages: all ? null : { first, last },
    sides: !double ? 'single' : fronts ? 'double_parts_in_front' : 'double',
    two_up: twoUp,
  }
}
