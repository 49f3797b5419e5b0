import { expect, it } from 'vitest'
import { strengthOf } from './strength'

const level = (passphrase: string, known: string[] = []) => strengthOf(passphrase, known).level

it('fewer than twelve characters are too short, whatever they are', () => {
  expect(level('x7!Qz_kW3p+')).toBe(0)
  expect(level('  x7!Qz_kW3p+ ')).toBe(0)
  expect(strengthOf('').words).toBe('Too short: at least 12 characters.')
})

it('repeats, runs and common words are easy to guess', () => {
  for (const easy of ['aaaaaaaaaaaaaaaa', 'abcdefghijkl', '123456789012', 'password2026', 'Qwerty123456']) expect(level(easy), easy).toBe(1)
})

it('the names on the screen are no secret', () => {
  expect(level('northbridge hub')).toBeGreaterThan(1)
  expect(level('northbridge hub', ['Northbridge Hub'])).toBe(1)
})

it('words that have nothing to do with each other are strong', () => {
  expect(level('kettle otter violin')).toBe(3)
  expect(level('marsh lantern')).toBe(2)
})
