import { expect, it } from 'vitest'
import { clock, daysBetween, duration, longDate, moment, municipalYearBegins, shortDate, shortDay, span, tableDate } from './dates'
import { capital, listed, plural } from './words'

it('prose has the weekday and the whole month', () => expect(longDate('2017-10-24')).toBe('Tuesday 24 October 2017'))

it('tables have three letters of the month, and nothing for no date', () => {
  expect(tableDate('2017-10-04')).toBe('4 Oct 2017')
  expect(shortDate('2017-10-24')).toBe('24 Oct')
  expect(shortDay('2026-11-24')).toBe('Tue 24 Nov')
  expect(tableDate(null)).toBe('')
})

it('times have a full stop, and noon and midnight are twelve', () => {
  expect(clock('14:00')).toBe('2.00 pm')
  expect(clock('00:05')).toBe('12.05 am')
  expect(clock('12:30')).toBe('12.30 pm')
  expect(span('09:15', '14:00')).toBe('9.15 am to 2.00 pm')
})

it('spans leave out what is nought', () => {
  expect([duration(96), duration(120), duration(12), duration(0)]).toEqual(['1 h 36 min', '2 h', '12 min', '0 min'])
})

it('an instant is told in London time, summer or winter', () => {
  expect(moment(Date.UTC(2026, 6, 1, 13, 0))).toBe('1 Jul 2026, 2.00 pm')
  expect(moment(Date.UTC(2026, 10, 24, 14, 0))).toBe('24 Nov 2026, 2.00 pm')
})

it('days between dates do not stumble over the change of the clocks', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(daysBetween('2026-11-24', '2026-11-17')).toBe(-7)
})

it('the municipal year begins on 1 April, as in the reports', () => {
  expect(['2026-03-31', '2026-04-01', '2026-12-31'].map(municipalYearBegins)).toEqual(['2025-04-01', '2026-04-01', '2026-04-01'])
})

it('one is singular, none and many are not', () => {
  expect([plural(1, 'case'), plural(0, 'case'), plural(2, 'agency', 'agencies'), plural(5000, 'row')]).toEqual(['1 case', '0 cases', '2 agencies', '5,000 rows'])
  expect(listed(['Missing', 'ASB', 'Alcohol'])).toBe('Missing, ASB and Alcohol')
  expect(capital('police')).toBe('Police')
})
