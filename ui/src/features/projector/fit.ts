/** How much of a long item the audience's screen can hold: smaller type first, then less detail, then beginnings, then fewer lines. */

/** The sizes tried, largest first; the last keeps the body at 28 px on a screen of 1080 lines. */
export const scales = [1, 0.88, 0.78, 0.7]

/** About how many letters of a text are drawn: all of it first, then what can be read at the back of a room. */
export const beginnings = [Infinity, 600, 300]

export interface Fit {
  /** Which of the scales. */
  step: number
  /** Which of the beginnings. */
  cut: number
  /** Whether the last entry of each action's log is drawn. */
  details: boolean
  /** How many actions are drawn. */
  actions: number
  /** How many of the lines under them are drawn. */
  lines: number
}

/** Returns everything that may be tried, the roomiest first. */
export function fits(actions: number, lines: number): [Fit, ...Fit[]] {
  const all: [Fit, ...Fit[]] = [roomy(actions, lines)]
  for (let last = all[0], next = tighter(last); next !== last; last = next, next = tighter(last)) all.push(next)
  return all
}

/** Returns everything at full size, the first thing to try. */
export function roomy(actions: number, lines: number): Fit {
  return { step: 0, cut: 0, details: true, actions, lines }
}

/** Returns the next thing to try when `fit` does not hold; itself when nothing smaller is left. */
export function tighter(fit: Fit): Fit {
  if (fit.step < scales.length - 1) return { ...fit, step: fit.step + 1 }
  if (fit.details) return { ...fit, details: false }
  // Because one endless text must not push the others off the screen.
  if (fit.cut === 0) return { ...fit, cut: 1 }
  // Because what was put there line by line was meant to be read, the actions give way first.
  if (fit.actions > 3) return { ...fit, actions: fit.actions - 1 }
  if (fit.cut < beginnings.length - 1) return { ...fit, cut: fit.cut + 1 }
  if (fit.lines > 1) return { ...fit, lines: fit.lines - 1 }
  if (fit.actions > 0) return { ...fit, actions: fit.actions - 1 }
  return fit
}
