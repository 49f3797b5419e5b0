import { expect, it } from 'vitest'
import { clockToTheSecond, drift, spent, wallClock } from './time'

const at = (time: string) => Date.parse(`2026-11-24T${time}Z`)

it('says when something was saved, to the second', () => {
  expect(clockToTheSecond(at('14:34:07'))).toBe('2.34.07 pm')
})

it('the wall clock is the program’s, moved on by what passed', () => {
  expect(wallClock('14:34', at('14:34:10'), at('14:36:00'))).toBe('2.36 pm')
  expect(wallClock('14:34', at('06:20:00'), at('06:25:00')), 'a program that takes another time').toBe('2.39 pm')
  expect(wallClock('14:34', at('14:35:00'), at('14:35:30')), 'an answer that crossed a minute').toBe('2.35 pm')
})

it('the clock of an item stands still while it is stopped and never runs back', () => {
  const item = { spent_seconds: 360, running_since: 1 }
  expect(spent(item, at('14:34:00'), at('14:34:30'))).toBe(390)
  expect(spent({ ...item, running_since: null }, at('14:34:00'), at('14:34:30'))).toBe(360)
  expect(spent(item, at('14:34:00'), at('14:33:00'))).toBe(360)
})

it('names the drift', () => {
  expect([3, 0, -2, 75].map(drift)).toEqual(['3 min behind', 'on time', '2 min ahead', '1 h 15 min behind'])
})
