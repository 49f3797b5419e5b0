/** Draws a page of a paper on a canvas. Lengths of a page are in points, from its top left corner. */
import type { GlyphOutline, PageMark } from '$backend'
import { A4, heightOf } from './stack'

/** How wide A4 is. */
const ACROSS = 595.276
/** How many dots a canvas may have: a page three times as large as on paper, on a dense screen, would fill the memory otherwise. */
const MOST_DOTS = 16_000_000

/** The outlines of glyphs by their keys, in units of their faces; null for a space. They are the same for as long as the program runs. */
const outlines = new Map<number, Path2D | null>()

/** Returns the keys of the glyphs that can be drawn. */
export const outlined = (): number[] => [...outlines.keys()]

/** Keeps outlines, so that pages with those glyphs can be drawn. */
export function keepOutlines(sent: GlyphOutline[]): void {
  for (const { glyph, steps } of sent) outlines.set(glyph, steps ? new Path2D(steps) : null)
}

/** Draws a page as wide as so many pixels; `density` tells how many dots of the screen make one. */
export function drawPage(canvas: HTMLCanvasElement, marks: PageMark[], width: number, density: number): void {
  const dense = Math.min(density, Math.sqrt(MOST_DOTS / A4) / width)
  const scale = (width * dense) / ACROSS
  canvas.width = Math.round(width * dense)
  canvas.height = Math.round(heightOf(width) * dense)
  const pen = canvas.getContext('2d', { alpha: false })
  if (!pen) return
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  for (const mark of marks) {
    if (mark.mark === 'line') {
      const unit = scale * mark.scale
      pen.fillStyle = mark.ink
      for (let at = 0; at + 1 < mark.glyphs.length; at += 2) {
        const [glyph = 0, place = 0] = [mark.glyphs[at], mark.glyphs[at + 1]]
        const outline = outlines.get(glyph)
        if (!outline) continue
        // Because the units of a face are told upwards.
        pen.setTransform(unit, 0, 0, -unit, scale * mark.left + unit * place, scale * mark.baseline)
        pen.fill(outline)
      }
      continue
    }
    pen.setTransform(scale, 0, 0, scale, 0, 0)
    if (mark.mark === 'filled') {
      pen.fillStyle = mark.ink
      pen.fill(new Path2D(mark.path))
    } else {
      pen.strokeStyle = mark.ink
      pen.lineWidth = mark.thickness
      pen.stroke(new Path2D(mark.path))
    }
  }
}
