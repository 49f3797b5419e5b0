/** An invented sheet with every sort of row: new, same, changed, odd; pasted text with `refuse` in it is refused. */
import type { ImportLine, ImportPreview } from '$backend'
import type { Answers } from '$backend/fake'

const changed = (row: number, title: string, changes: ImportLine['changes']): ImportLine => ({
  row, title, words: `Person, re-scored, ${changes.length} values differ`, verdict: 'changed', changes,
})

const lines: ImportLine[] = [
  changed(9, 'DEMO.7', [{ field: 'Current score', old: '52', new: '40', edited_here: false }, { field: 'Closed', old: '', new: '14 Nov 2026', edited_here: false }]),
  changed(17, 'DEMO.14', [{ field: 'Key issues', old: 'ASB, Alcohol', new: 'ASB', edited_here: true }]),
  ...Array.from({ length: 54 }, (_, n): ImportLine => ({
    row: n + 18, title: `DEMO.${n + 15}`, words: `Person, ${19 + (n % 40)}; ASB, Alcohol; opened 14 Mar 2026; scored ${40 + (n % 30)}, not re-scored`, verdict: n % 6 ? 'new' : 'same', changes: [],
  })),
]

const fields = [
  { field: 'reference', words: 'Case reference', required: true }, { field: 'kind', words: 'Kind', required: true }, { field: 'opened', words: 'Opened', required: true },
  { field: 'closed', words: 'Closed', required: false }, { field: 'key_issues', words: 'Key issues', required: false }, { field: 'initial_score', words: 'Initial score', required: false },
  { field: 'remarks', words: 'Remarks', required: false },
]

const preview: ImportPreview = {
  name: 'register-november.xlsx', read_as: 'Excel workbook, sheet “Cases”, headings in row 3', rows: 56, records: 52, parts: 56,
  columns: [
    { column: 0, heading: 'Case ref', field: 'reference', samples: ['DEMO.7', 'DEMO.14', 'DEMO.15'] },
    { column: 1, heading: 'Person / Property / Topic', field: 'kind', samples: ['Person', 'Topic'] },
    { column: 2, heading: 'Date opened', field: 'opened', samples: ['14-Mar-26', '01-Nov-25'] },
    { column: 3, heading: 'Date closed', field: 'closed', samples: ['14-Nov-26'] },
    { column: 4, heading: 'Key issues', field: 'key_issues', samples: ['ASB, Alcohol', 'Drug dealing'] },
    { column: 5, heading: 'Colour', field: null, samples: ['R', 'A'] },
    { column: 6, heading: '', field: 'remarks', samples: ['Combined with DEMO.3'] },
  ],
  fields, lines,
  anomalies: [
    { row: 20, column: 'Current matrix score', reference: 'DEMO.17', message: '0 is read as “not scored”.' },
    { row: 31, column: 'remarks', reference: 'DEMO.28', message: '“Combined with DEMO.3”: DEMO.28 becomes a signpost to DEMO.3.' },
    { row: 44, column: null, reference: 'DEMO.41', message: 'A second row is announced and missing; no episode is invented.' },
  ],
  refusals: [], gone: ['DEMO.2', 'DEMO.5'], new_rows: 45, same_rows: 9, changed_rows: 2,
}

export const answers: Answers = {
  preview_import: ({ source }) =>
    source.from === 'pasted' && source.text.includes('refuse')
      ? {
          ...preview, name: 'Pasted text', read_as: 'tab-separated text', columns: preview.columns.map((column) => (column.column === 2 ? { ...column, field: null } : column)), lines: [], anomalies: [], gone: [], new_rows: 0, same_rows: 0, changed_rows: 0,
          refusals: [
            { row: null, column: null, reference: null, message: 'No column gives the day a case was opened.' },
            { row: 12, column: 'Date closed', reference: 'DEMO.9', message: '31 Feb 2026 is not a date.' },
            { row: 19, column: 'Date closed', reference: 'DEMO.16', message: 'It was closed on 2 Mar 2026, before it was opened on 14 Mar 2026.' },
          ],
        }
      : preview,
  confirm_import: { added: 45, updated: 1, skipped: 9, words: 'The register is in the record.', backup: '/home/field/hub/backups/2026-11-19T1402.db' },
}
