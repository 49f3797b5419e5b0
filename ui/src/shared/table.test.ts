import { expect, it } from 'vitest'
import { rowsWithin, rowTops } from './row-heights'
import { asTsv, choices, filtered, sorted, type Column } from './table'

interface Row {
  reference: string
  score: number | null
  lead: string
}
const columns: Column<Row>[] = [
  { key: 'reference', title: 'Case', value: (row) => row.reference },
  { key: 'score', title: 'Score', value: (row) => row.score },
  { key: 'lead', title: 'Lead', value: (row) => row.lead, filter: 'choice' },
]
const row = (reference: string, score: number | null = null, lead = 'Police'): Row => ({ reference, score, lead })
const references = (rows: Row[]) => rows.map((row) => row.reference)

it('references sort by number, not by letter', () => {
  const rows = [row('DEMO.10'), row('DEMO.9'), row('DEMO.21a'), row('DEMO.21')]
  expect(references(sorted(rows, columns, { key: 'reference', descending: false }))).toEqual(['DEMO.9', 'DEMO.10', 'DEMO.21', 'DEMO.21a'])
})

it('rows without a value stay last whichever way the column is sorted', () => {
  const rows = [row('a'), row('b', 5), row('c', 62)]
  expect(references(sorted(rows, columns, { key: 'score', descending: false }))).toEqual(['b', 'c', 'a'])
  expect(references(sorted(rows, columns, { key: 'score', descending: true }))).toEqual(['c', 'b', 'a'])
})

it('filters of several columns all count, and a choice must be the whole word', () => {
  const rows = [row('DEMO.1', 1, 'Police'), row('DEMO.12', 1, 'Police and fire'), row('DEMO.2', 1, 'Police')]
  expect(references(filtered(rows, columns, { reference: 'demo.1', lead: 'Police' }))).toEqual(['DEMO.1'])
  expect(choices(rows, columns[2]!)).toEqual(['Police', 'Police and fire'])
})

it('a cell that begins like a formula is copied as text, a negative number as it is', () => {
  const rows = [row('=HYPERLINK("x")', -5, 'two\nlines\tand a tab')]
  expect(asTsv(rows, columns, true)).toBe('Case\tScore\tLead\n\'=HYPERLINK("x")\t-5\ttwo lines and a tab')
})

it.each([
  ['=1+1', "'=1+1"],
  ['+44 1632 960200', "'+44 1632 960200"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+cmd', "'-2+cmd"],
  ['- nobody was in', "'- nobody was in"],
  ['\t=1+1', "'=1+1"],
  ['\rseen on Friday', "'seen on Friday"],
  ['\n=1+1', "'=1+1"],
  ['"=1+1"', `'"=1+1"`],
  ['＝1+1', "'＝1+1"],
  ['-5', '-5'],
  ['-1,204.50', '-1,204.50'],
  ['', ''],
  ['a = b', 'a = b'],
])('a spreadsheet that is given %j shows it and runs nothing', (lead, copied) => {
  expect(asTsv([row('DEMO.1', null, lead)], [columns[2]!], false)).toBe(copied)
})

it('only the rows within the height are drawn, at their measured heights', () => {
  const tops = rowTops(['a', 'b', 'c', 'd'], new Map([['b', 60]]))
  expect([...tops]).toEqual([0, 36, 96, 132, 168])
  expect(rowsWithin(tops, 40, 100)).toEqual([1, 3])
  expect(rowsWithin(tops, -400, 1000)).toEqual([0, 4])
})
