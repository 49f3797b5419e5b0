import { expect, it } from 'vitest'
import { held } from './told'

const first = held({ told: 1, clock: '14:00', items: [{ id: 1 }, { id: 2 }], current: { id: 1 } }, null)!

it('an answer to a page that holds nothing is whole', () => {
  expect(first).toEqual({ told: 1, whole: { clock: '14:00', items: [{ id: 1 }, { id: 2 }], current: { id: 1 } } })
})

it('what did not travel again is what was held, the very same', () => {
  const next = held({ told: 2, clock: '14:01', items: [null, { id: 3 }] }, first)!
  expect(next).toEqual({ told: 2, whole: { clock: '14:01', items: [{ id: 1 }, { id: 3 }], current: { id: 1 } } })
  expect((next.whole.items as unknown[])[0]).toBe((first.whole.items as unknown[])[0])
  expect(next.whole.current).toBe(first.whole.current)
})

it('a part that became nothing is nothing', () => {
  expect(held({ told: 2, current: null }, first)!.whole.current).toBeNull()
})

it('other answers are no parts', () => {
  for (const answer of [null, 4, 'told', [], { rows: [] }]) expect(held(answer, first)).toBeNull()
})
