import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { PageMark } from '$backend'
import { drawPage, keepOutlines, outlined } from './drawing'

/** What the pen did, a line each. */
let done: string[] = []
class Steps {
  constructor(readonly steps: string) {}
}
const pen = {
  fillStyle: '',
  strokeStyle: '',
  lineWidth: 0,
  at: '',
  setTransform(...matrix: number[]) {
    pen.at = matrix.map((number) => +number.toFixed(3)).join(' ')
  },
  fillRect: (...box: number[]) => done.push(`${pen.fillStyle} page ${box.join(' ')}`),
  fill: ({ steps }: Steps) => done.push(`${pen.fillStyle} ${steps} at ${pen.at}`),
  stroke: ({ steps }: Steps) => done.push(`${pen.strokeStyle} ${pen.lineWidth} ${steps} at ${pen.at}`),
}

beforeEach(() => {
  done = []
  vi.stubGlobal('Path2D', Steps)
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as never)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const drawn = (marks: PageMark[], width = 595.276, density = 1) => {
  const canvas = document.createElement('canvas')
  drawPage(canvas, marks, width, density)
  return canvas
}

it('glyphs stand on their baseline by the outlines that were sent, and shapes lie under them', () => {
  keepOutlines([{ glyph: 36, steps: 'm1 2h3z' }, { glyph: 1, steps: '' }])
  drawn([
    { mark: 'filled', ink: '#eef', path: 'M0 0h9' },
    { mark: 'line', ink: '#123456', scale: 0.01, left: 51, baseline: 100, glyphs: [36, 0, 1, 500, 36, 700] },
    { mark: 'stroked', ink: '#c00', thickness: 1.5, path: 'M1 1L2 2' },
  ])
  expect(done).toEqual([
    '#fff page 0 0 595 842',
    '#eef M0 0h9 at 1 0 0 1 0 0',
    '#123456 m1 2h3z at 0.01 0 0 -0.01 51 100',
    '#123456 m1 2h3z at 0.01 0 0 -0.01 58 100',
    '#c00 1.5 M1 1L2 2 at 1 0 0 1 0 0',
  ])
  expect(outlined()).toEqual(expect.arrayContaining([36, 1]))
})

it('a page has the dots of its screen, and never more than the memory of a window takes', () => {
  const small = drawn([], 600, 2)
  expect([small.width, small.height]).toEqual([1200, 1698])
  const huge = drawn([], 4000, 3)
  expect(huge.width * huge.height).toBeLessThan(16_100_000)
  expect(huge.height / huge.width).toBeCloseTo(841.89 / 595.276, 2)
})
