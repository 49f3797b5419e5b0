/** The words of an import, and what is ticked at first. */
import type { ColumnChoice, ImportAnomaly, ImportLine, ImportPreview, ImportVerdict, SheetKind } from '$backend'
import { plural } from '$shared'

interface KindWords {
  title: string
  /** What the sheet holds, for the choice. */
  holds: string
  /** One record, many records. */
  record: [one: string, many: string]
  /** Parts of records; empty when there are none. */
  part: [one: string, many: string] | null
  /** Where the imported records are shown. */
  path: string
}

export const kinds: Record<SheetKind, KindWords> = {
  register: { title: 'Case register', holds: 'Cases with their episodes, key issues, scores, orders and cross references', record: ['case', 'cases'], part: ['episode', 'episodes'], path: '/cases' },
  agencies: { title: 'Agencies and contacts', holds: 'Agencies with the people who come to the meeting', record: ['agency', 'agencies'], part: ['person', 'people'], path: '/agencies' },
  actions: { title: 'Actions', holds: 'Actions on cases that are in the record already: reference, action, agency, person, due, status, last update', record: ['action', 'actions'], part: null, path: '/actions' },
}

export const verdictWords: Record<ImportVerdict, string> = { new: 'new', same: 'already there', changed: 'changed', refused: 'refused' }

/** Returns `56 rows make 52 cases with 56 episodes`. */
export function understoodWords(preview: ImportPreview, kind: SheetKind): string {
  const { record, part } = kinds[kind]
  const parts = part && preview.parts ? ` with ${plural(preview.parts, ...part)}` : ''
  return `${plural(preview.rows, 'row')} ${preview.rows === 1 ? 'makes' : 'make'} ${plural(preview.records, ...record)}${parts}`
}

/** Returns where an oddity lies: `row 14, Age`, `the whole sheet`. */
export function placeWords({ row, column }: ImportAnomaly): string {
  if (row === null) return column ? `column ${column}` : 'the whole sheet'
  return column ? `row ${row}, ${column}` : `row ${row}`
}

/** Returns the rows that are ticked at first: those that change nothing that was edited here. */
export function tickedAtFirst(lines: ImportLine[]): number[] {
  return lines.filter(({ verdict, changes }) => verdict === 'changed' && !changes.some(({ edited_here }) => edited_here)).map(({ row }) => row)
}

/** Returns the mapping by hand after one more choice; a field that moves leaves the column it was in. */
export function mapped(preview: ImportPreview, column: number, field: string | null): ColumnChoice[] {
  return preview.columns.map((one) => {
    if (one.column === column) return { column, field }
    return { column: one.column, field: field !== null && one.field === field ? null : one.field }
  })
}

/** Returns the fields that the sheet must have and no column gives. */
export function missingFields({ fields, columns }: ImportPreview): string[] {
  return fields.filter(({ field, required }) => required && !columns.some((column) => column.field === field)).map(({ words }) => words)
}

/** Returns what confirming will do: `Write 52 cases and 3 changed rows`. */
export function confirmWords(preview: ImportPreview, ticked: number, kind: SheetKind): string {
  const parts = [preview.new_rows ? plural(preview.new_rows, 'new row') : '', ticked ? plural(ticked, 'changed row') : ''].filter(Boolean)
  return parts.length ? `Write ${parts.join(' and ')}` : `No new ${kinds[kind].record[1]} to write`
}
