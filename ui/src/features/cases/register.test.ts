import type { RegisterRow } from '$backend'
import { expect, it } from 'vitest'
import { rows } from '../../gallery/answers/cases'
import { ageBand, closedCell, filterFrom, fitting, howLong, kindCell, ordinal, registerAddress, trendWords, type RegisterFilter } from './register'
import { summed } from '../../gallery/invented/matrices'

const row = (change: Partial<RegisterRow>): RegisterRow => ({ ...rows[0]!, ...change })
const scores = (state: RegisterRow['scores']['state']) => summed(52, 52, state)
const everything: RegisterFilter = { state: 'all', kind: null, issue: '', lead: '', age: '', only: null }

it('unchanged, not re-scored, new, unknown and never scored are told apart', () => {
  expect(trendWords(row({ scores: scores('unchanged'), scored_on: '2026-09-05' }))).toBe('re-scored, unchanged')
  expect(trendWords(row({ scores: scores('not_rescored'), closed: null, days_open: 90 }))).toBe('not re-scored')
  expect(trendWords(row({ scores: scores('not_rescored'), closed: null, days_open: 2 }))).toBe('new')
  expect(trendWords(row({ scores: scores('unknown') }))).toBe('unknown if re-scored')
  expect(trendWords(row({ scores: scores('unscored') }))).toBe('not scored')
  expect(trendWords(row({ scores: scores('scored'), totals: [92, 70, 52] }))).toBe('92 → 70 → 52')
})

it('a case that was closed within its first fortnight is not called new', () => {
  expect(trendWords(row({ scores: scores('not_rescored'), closed: '2026-11-20', days_open: 3 }))).toBe('not re-scored')
})

it('a filter comes back out of its address, and the usual one needs none', () => {
  const filter: RegisterFilter = { state: 'closed', kind: 'person', issue: 'Criminal damage', lead: 'Children’s', age: 'Under 18', only: 'late' }
  const address = registerAddress(filter)
  expect(filterFrom(new URLSearchParams(address.split('?')[1]))).toEqual(filter)
  expect(registerAddress({ ...everything, state: 'open' })).toBe('/cases')
})

it('an address with words nobody knows falls back on all open cases', () => {
  expect(filterFrom(new URLSearchParams('state=lost&kind=dog&only=1'))).toEqual({ ...everything, state: 'open' })
})

it('all filters count together and one can be left out for its own counts', () => {
  const some = [row({ id: '1', kind: 'person', lead: 'Police' }), row({ id: '2', kind: 'topic', lead: 'Police' }), row({ id: '3', kind: 'person', lead: '' })]
  const filter: RegisterFilter = { ...everything, kind: 'person', lead: 'Police' }
  expect(fitting(some, filter).map(({ id }) => id)).toEqual(['1'])
  expect(fitting(some, filter, 'kind').map(({ id }) => id)).toEqual(['1', '2'])
  expect(fitting(some, { ...everything, lead: 'None given' }).map(({ id }) => id)).toEqual(['3'])
})

it('ages and age bands fall into one band, and a person without an age is not lost', () => {
  expect(ageBand(row({ kind: 'person', age: '16–17' }))).toBe('Under 18')
  expect(ageBand(row({ kind: 'person', age: '65' }))).toBe('65 and over')
  expect(ageBand(row({ kind: 'person', age: '' }))).toBe('Age not known')
  expect(ageBand(row({ kind: 'topic', age: '' }))).toBe('')
})

it('a signpost and a case that was handed over say so beside the closing date', () => {
  expect(closedCell(row({ closed: '2026-03-21', combined_into: 'DEMO.21', handed_to: null }))).toBe('21 Mar 2026, combined with DEMO.21')
  expect(closedCell(row({ closed: '2026-03-21', combined_into: null, handed_to: 'SAFE' }))).toBe('21 Mar 2026, handed to SAFE')
})

it('a person shows an age and never a title that might be a name beside it', () => {
  expect(kindCell(row({ kind: 'person', age: '28', title: 'anything' }))).toBe('Person, 28')
  expect(kindCell(row({ kind: 'topic', age: '', title: 'town centre' }))).toBe('Topic, town centre')
})

it('episodes and spans read as words', () => {
  expect([1, 2, 3, 11, 21].map(ordinal)).toEqual(['', '2nd', '3rd', '11th', '21st'])
  expect([1, 13, 49, 200].map(howLong)).toEqual(['1 day', '13 days', '7 weeks', '6 months'])
})
