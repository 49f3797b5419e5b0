/** Colour arithmetic for the tests of the tokens: OKLab distance, WCAG contrast, colour-blind simulation. */

type Triple = [number, number, number]
type Matrix = [Triple, Triple, Triple]

/** Full protanopia on linear sRGB; Machado, Oliveira and Fernandes 2009. */
export const protanopia: Matrix = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
]

/** Full deuteranopia on linear sRGB; Machado, Oliveira and Fernandes 2009. */
export const deuteranopia: Matrix = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
]

const times = (m: Matrix, v: Triple): Triple =>
  m.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as Triple

/** Returns linear sRGB, each part 0 to 1, of `#rrggbb`. */
function linear(hex: string): Triple {
  const part = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

/** Returns the colour as an eye sees it; no matrix is ordinary sight. */
export function simulated(hex: string, eye: Matrix | null): Triple {
  const seen = eye ? times(eye, linear(hex)) : linear(hex)
  return seen.map((part) => Math.min(1, Math.max(0, part))) as Triple
}

/** Returns the OKLab distance of two linear colours (Ottosson 2020); black to white is 1. */
export function apart(a: Triple, b: Triple): number {
  const [x, y] = [oklab(a), oklab(b)]
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2])
}

/** Returns the WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, blue] = linear(hex)
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue + 0.05
  }
  const [x, y] = [luminance(a), luminance(b)]
  return Math.max(x, y) / Math.min(x, y)
}

function oklab(rgb: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map(Math.cbrt) as Triple
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  )
}
