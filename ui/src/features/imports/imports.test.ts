import type { ImportPreview } from '$backend'
import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { answers } from '../../gallery/answers/imports'
import Changes from './Changes.svelte'
import { confirmWords, mapped, missingFields, placeWords, tickedAtFirst } from './words'

const preview = (answers.preview_import as (request: object) => ImportPreview)({ source: { from: 'file', path: 'x' } })

it('what was edited here is never ticked at first', () => {
  expect(tickedAtFirst(preview.lines)).toEqual([9])
})

it('a field that is given to another column leaves the one it was in', () => {
  const mapping = mapped(preview, 5, 'opened')
  expect(mapping.find(({ column }) => column === 5)?.field).toBe('opened')
  expect(mapping.find(({ column }) => column === 2)?.field).toBeNull()
  expect(mapping.find(({ column }) => column === 0)?.field).toBe('reference')
})

it('leaving a needed column out is named', () => {
  const columns = preview.columns.map((column) => (column.field === 'opened' ? { ...column, field: null } : column))
  expect(missingFields(preview)).toEqual([])
  expect(missingFields({ ...preview, columns })).toEqual(['Opened'])
})

it('the button says what will be written', () => {
  expect(confirmWords(preview, 1, 'register')).toBe('Write 45 new rows and 1 changed row')
  expect(confirmWords({ ...preview, new_rows: 0 }, 2, 'register')).toBe('Write 2 changed rows')
})

it('an oddity names its row and column, a refusal of the sheet names the sheet', () => {
  const line = preview.anomalies[0]!
  expect(placeWords(line)).toBe('row 20, Current matrix score')
  expect(placeWords({ ...line, column: null })).toBe('row 20')
  expect(placeWords({ ...line, row: null, column: null })).toBe('the whole sheet')
})

it('changes show old and new, and those edited here are marked and left alone', async () => {
  const user = userEvent.setup()
  render(Changes, { lines: preview.lines.filter(({ verdict }) => verdict === 'changed'), ticked: [9] })
  expect(screen.getByLabelText<HTMLInputElement>(/DEMO.7/).checked).toBe(true)
  expect(screen.getByLabelText<HTMLInputElement>(/DEMO.14/).checked).toBe(false)
  expect(screen.getByText('edited here')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'None' }))
  expect(screen.getByLabelText<HTMLInputElement>(/DEMO.7/).checked).toBe(false)
  expect(screen.getByText(/0 of 2 changed rows ticked/)).toBeTruthy()
})
