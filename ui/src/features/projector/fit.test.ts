import { expect, it } from 'vitest'
import { beginnings, fits, roomy, scales, tighter, type Fit } from './fit'

it('a long list shrinks, then drops details, before anything is left out; the body stays at 28 of 1080', () => {
  let fit = roomy(9, 2)
  for (let step = 1; step < scales.length; step++) {
    fit = tighter(fit)
    expect(fit).toEqual({ step, cut: 0, details: true, actions: 9, lines: 2 })
  }
  expect(40 * scales[fit.step]!).toBeGreaterThanOrEqual(28)
  fit = tighter(fit)
  expect([fit.details, fit.cut, fit.actions]).toEqual([false, 0, 9])
  fit = tighter(fit)
  expect([beginnings[fit.cut], fit.actions]).toEqual([600, 9])
  expect(tighter(fit).actions).toBe(8)
})

it('what was put there line by line outlasts all but the first three actions', () => {
  const full: Fit = { step: scales.length - 1, cut: 2, details: false, actions: 3, lines: 4 }
  expect(tighter({ ...full, cut: 1 })).toEqual(full)
  expect(tighter(full)).toEqual({ ...full, lines: 3 })
})

it('what may be tried begins with everything and ends with nothing but the beginning of one line', () => {
  const all = fits(5, 2)
  expect(all[0]).toEqual(roomy(5, 2))
  expect(all.at(-1)).toEqual({ step: scales.length - 1, cut: beginnings.length - 1, details: false, actions: 0, lines: 1 })
  for (const [place, fit] of all.slice(1).entries()) expect(fit).toEqual(tighter(all[place]!))
})

it('comes to an end', () => {
  const last: Fit = { step: scales.length - 1, cut: 2, details: false, actions: 0, lines: 1 }
  expect(tighter(last)).toBe(last)
})
