/** How much of a long item the audience's screen can hold: smaller type first, then fewer lines and how many are left out. */

/** The sizes tried, largest first; the last keeps the body at 28 px on a screen of 1080 lines. */
export const scales = [1, 0.88, 0.78, 0.7]

export interface Fit {
  /** Which of the scales. */
  step: number
  /** How many actions are drawn. */
  actions: number
}

/** Returns everything at full size, the first thing to try. */
export function roomy(actions: number): Fit {
  return { step: 0, actions }
}

/** Returns the next thing to try when `fit` does not hold; itself when nothing smaller is left. */
export function tighter(fit: Fit): Fit {
  if (fit.step < scales.length - 1) return { ...fit, step: fit.step + 1 }
  if (fit.actions > 1) return { ...fit, actions: fit.actions - 1 }
  return fit
}
