import { expect, it } from 'vitest'
import { choicesOf, wrongPages } from './choices'
import { inSight, nextZoom, pageAt, topOf } from './stack'

const stack = { width: 1000, below: 20, above: 24 }

it('only the pages in sight are there, with one on either side', () => {
  expect(inSight(stack, 31, 0, 900)).toEqual([1, 2])
  expect(inSight(stack, 31, topOf(stack, 10) + 1, 900)).toEqual([9, 10, 11])
  expect(inSight(stack, 31, topOf(stack, 31) + 1, 900)).toEqual([30, 31])
  expect(inSight(stack, 0, 0, 900)).toEqual([])
})

it('the page in the middle of the screen is the one that is looked at', () => {
  expect(pageAt(stack, 31, 0, 900)).toBe(1)
  expect(pageAt(stack, 31, topOf(stack, 4) - 300, 900)).toBe(4)
  expect(pageAt(stack, 3, 1_000_000, 900)).toBe(3)
})

it('a step of magnification leads on from where fitting the width ended', () => {
  expect(nextZoom(111, true)).toBe(125)
  expect(nextZoom(111, false)).toBe(100)
  expect(nextZoom(100, true)).toBe(125)
  expect(nextZoom(300, true)).toBe(300)
  expect(nextZoom(25, false)).toBe(25)
})

it('pages are chosen whole, in order, and of the paper', () => {
  const chosen = { first: 2, last: 4, double: true, fronts: true, twoUp: false }
  expect(wrongPages(chosen, 7)).toBeNull()
  expect(wrongPages({ ...chosen, last: 8 }, 7)).toBe('Give two pages from 1 to 7')
  expect(wrongPages({ ...chosen, first: 1.5 }, 7)).toBe('Give two pages from 1 to 7')
  expect(wrongPages({ ...chosen, first: 5 }, 7)).toBe('The first page comes after the last')
  expect(choicesOf(chosen, 7)).toEqual({ pages: { first: 2, last: 4 }, sides: 'double_parts_in_front', two_up: false })
  expect(choicesOf({ ...chosen, double: false, first: 1, last: 7 }, 7)).toEqual({ pages: null, sides: 'single', two_up: false })
  expect(choicesOf({ ...chosen, fronts: false, first: null }, 7)).toEqual({ pages: null, sides: 'double', two_up: false })
})
