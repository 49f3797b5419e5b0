/** Where the pages of a paper stand one below the other, so that only those in sight are asked for. All lengths in pixels. */

/** A4, upright: how much higher than wide. */
export const A4 = 841.89 / 595.276

export interface Stack {
  /** How wide a page is. */
  width: number
  /** What stands below each page before the next one. */
  below: number
  /** What stands above the first. */
  above: number
}

/** Returns how high a page of a width is: whole pixels, because a page that lies between them is drawn soft. */
export const heightOf = (width: number): number => Math.round(width * A4)

const step = ({ width, below }: Stack) => heightOf(width) + below

/** Returns where a page begins, counted from 1. */
export function topOf(stack: Stack, page: number): number {
  return stack.above + (page - 1) * step(stack)
}

/** Returns the pages in sight, and one on either side, so that they are there when they come. */
export function inSight(stack: Stack, pages: number, top: number, height: number): number[] {
  if (pages === 0) return []
  const at = (y: number) => Math.floor((y - stack.above) / step(stack)) + 1
  const first = Math.max(1, at(top) - 1)
  const last = Math.min(pages, at(top + height) + 1)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** Returns the page that takes the middle of what is in sight. */
export function pageAt(stack: Stack, pages: number, top: number, height: number): number {
  const middle = Math.floor((top + height / 2 - stack.above) / step(stack)) + 1
  return Math.min(Math.max(1, pages), Math.max(1, middle))
}

/** The steps of magnification, in hundredths of the size on paper. */
export const ZOOMS = [25, 33, 50, 67, 80, 100, 125, 150, 200, 300]

/** How wide a page is on the screen at the size it has on paper: 96 pixels to the inch. */
export const TRUE_WIDTH = (595.276 / 72) * 96

/** Returns the next step of magnification up or down. */
export function nextZoom(now: number, up: boolean): number {
  const found = up ? ZOOMS.find((zoom) => zoom > now + 1) : ZOOMS.findLast((zoom) => zoom < now - 1)
  return found ?? now
}
