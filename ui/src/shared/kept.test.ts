import { expect, it } from 'vitest'
import { kept } from './kept'

const copy = <T>(of: T): T => JSON.parse(JSON.stringify(of)) as T
const room = {
  items: [
    { id: 'i1', words: 'Person', lights: ['red', 'grey'], forecast: { starts: '14:00', minutes: 5 } },
    { id: 'i2', words: 'Place', lights: [], forecast: { starts: '14:05', minutes: 7 } },
  ],
  current: null as null | { id: string },
  changes: 4,
}

it('what says the same is what was there before', () => {
  expect(kept(room, copy(room))).toBe(room)
})

it('what changed is new, down to the part that changed, and the rest is what was there before', () => {
  const before = copy(room)
  const now = kept(before, { ...copy(room), items: [copy(room.items[0]!), { ...copy(room.items[1]!), words: 'Place, moved' }] })
  expect(now).not.toBe(before)
  expect(now.items[0]).toBe(before.items[0])
  expect(now.items[1]!.words).toBe('Place, moved')
  expect(now.items[1]!.forecast).toBe(before.items[1]!.forecast)
  expect(before, 'what was there is left as it was').toEqual(room)
})

it.each([
  ['a list that grew', { a: [1] }, { a: [1, 2] }],
  ['a list that shrank', { a: [1, 2] }, { a: [1] }],
  ['a field that went', { a: 1, b: 2 }, { a: 1 }],
  ['a field that is told as unknown', { a: 1 }, { a: 1, b: undefined }],
  ['another field of the same count', { a: undefined }, { b: undefined }],
  ['nothing in place of something', { a: { b: 1 } }, { a: null }],
  ['a list in place of fields', { a: {} }, { a: [] }],
])('%s is told as it is now', (_, before, now) => {
  const wanted = structuredClone(now)
  const told = kept(before, now)
  expect(told).toStrictEqual(wanted)
  expect(told).not.toBe(before)
})
