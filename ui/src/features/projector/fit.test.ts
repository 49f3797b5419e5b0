import { expect, it } from 'vitest'
import { roomy, scales, tighter } from './fit'

it('a long list shrinks before anything is left out, and the body stays at 28 of 1080', () => {
  let fit = roomy(9)
  for (let step = 1; step < scales.length; step++) {
    fit = tighter(fit)
    expect(fit).toEqual({ step, actions: 9 })
  }
  expect(40 * scales[fit.step]!).toBeGreaterThanOrEqual(28)
  expect(tighter(fit)).toEqual({ step: fit.step, actions: 8 })
})

it('comes to an end', () => {
  const last = { step: scales.length - 1, actions: 1 }
  expect(tighter(last)).toBe(last)
})
