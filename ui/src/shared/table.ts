/** What a DataTable does to rows before it shows them: filter, sort, copy. */
import type { Snippet } from 'svelte'

export interface Column<Row> {
  key: string
  title: string
  /** What the column sorts by, and shows unless there is a `cell`; null sorts last. */
  value: (row: Row) => string | number | null
  /** What is filtered and copied; the value as text unless told. */
  text?: (row: Row) => string
  cell?: Snippet<[Row]>
  align?: 'end'
  /** A CSS length; columns without one share what is left. */
  width?: string
  /** `choice` offers the words that occur; `none` keeps the column out of the filter row. */
  filter?: 'text' | 'choice' | 'none'
}

export interface Sort {
  key: string
  descending: boolean
}

const order = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

/** Returns what a cell says as text. */
export function cellText<Row>(column: Column<Row>, row: Row): string {
  return column.text ? column.text(row) : String(column.value(row) ?? '')
}

/** Returns the rows that hold every filter's text, case put aside; a choice must be the same. */
export function filtered<Row>(rows: Row[], columns: Column<Row>[], filters: Record<string, string>): Row[] {
  const wanted = columns.flatMap((column) => {
    const text = filters[column.key]?.trim().toLocaleLowerCase('en-GB')
    return text ? [{ column, text }] : []
  })
  if (!wanted.length) return rows
  return rows.filter((row) =>
    wanted.every(({ column, text }) => {
      const cell = cellText(column, row).toLocaleLowerCase('en-GB')
      return column.filter === 'choice' ? cell === text : cell.includes(text)
    }),
  )
}

/** Returns the rows in order, `CSH.9` before `CSH.10`, rows without a value last both ways; without a sort as they came. */
export function sorted<Row>(rows: Row[], columns: Column<Row>[], sort: Sort | null): Row[] {
  const column = columns.find((column) => column.key === sort?.key)
  if (!sort || !column) return rows
  const keyed = rows.map((row) => ({ row, value: column.value(row) }))
  keyed.sort((a, b) => {
    if (a.value === null || a.value === '') return b.value === null || b.value === '' ? 0 : 1
    if (b.value === null || b.value === '') return -1
    const way = typeof a.value === 'number' && typeof b.value === 'number' ? a.value - b.value : order.compare(String(a.value), String(b.value))
    return sort.descending ? -way : way
  })
  return keyed.map(({ row }) => row)
}

/** Returns the words that occur in a column, in order. */
export function choices<Row>(rows: Row[], column: Column<Row>): string[] {
  return [...new Set(rows.map((row) => cellText(column, row)))].filter(Boolean).sort(order.compare)
}

/** Returns a cell in one line, with an apostrophe in front of what a spreadsheet would run instead of show; a negative number stays one. */
function asCell(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ').trim()
  // A quotation mark too, because a spreadsheet takes the marks off and then runs what stood between them.
  const runs = /^[\t\r]/.test(text) || (/^[=+\-@"＝＋－＠]/.test(line) && !/^-\d+([.,]\d+)*$/.test(line))
  return runs ? `'${line}` : line
}

/** Returns rows as tab-separated text that a spreadsheet takes as cells and never as a formula. */
export function asTsv<Row>(rows: Row[], columns: Column<Row>[], headings: boolean): string {
  const lines = rows.map((row) => columns.map((column) => asCell(cellText(column, row))).join('\t'))
  return (headings ? [columns.map((column) => column.title).join('\t'), ...lines] : lines).join('\n')
}
