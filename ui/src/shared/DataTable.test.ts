import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import DataTable from './DataTable.svelte'
import type { Column } from './table'
import { tableCopies } from './table-copies.svelte'

interface Row {
  reference: string
  lead: string
}
const columns: Column<Row>[] = [
  { key: 'reference', title: 'Case', value: (row) => row.reference },
  { key: 'lead', title: 'Lead', value: (row) => row.lead, filter: 'choice' },
]
const few: Row[] = [
  { reference: 'DEMO.9', lead: 'Police' },
  { reference: 'DEMO.10', lead: 'Housing' },
  { reference: 'DEMO.2', lead: 'Police' },
]

beforeEach(() => void (tableCopies.allowed = true))

function laidOut(rows = few, more: object = {}) {
  const user = userEvent.setup()
  const write = vi.fn<(text: string) => Promise<void>>(async () => undefined)
  const note = vi.fn<typeof tableCopies.note>(async () => undefined)
  Object.assign(tableCopies, { put: write, note })
  render(DataTable<Row>, { label: 'Cases', columns, rows, id: (row: Row) => row.reference, noun: ['case', 'cases'] as [string, string], ...more })
  const grid = screen.getByRole('grid', { name: 'Cases' })
  const references = () => within(grid).getAllByRole('row').slice(1).map((row) => row.querySelector('td')?.textContent?.trim())
  const current = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.querySelector('td')?.textContent?.trim()
  return { user, write, note, grid, references, current }
}

it('arrows move the row cursor and stop at both ends', async () => {
  const { user, grid, current } = laidOut()
  grid.focus()
  expect(current()).toBe(undefined)
  await user.keyboard('{ArrowDown}')
  expect(current()).toBe('DEMO.10')
  await user.keyboard('{End}{ArrowDown}')
  expect(current()).toBe('DEMO.2')
  await user.keyboard('{Home}{ArrowUp}')
  expect(current()).toBe('DEMO.9')
})

it('Enter opens the row under the cursor', async () => {
  const onopen = vi.fn()
  const { user, grid } = laidOut(few, { onopen })
  grid.focus()
  await user.keyboard('{ArrowDown}{Enter}')
  expect(onopen).toHaveBeenCalledExactlyOnceWith(few[1])
})

it('a heading sorts up, then down, then not at all', async () => {
  const { user, references } = laidOut()
  const heading = screen.getByRole('button', { name: 'Case' })
  await user.click(heading)
  expect(references()).toEqual(['DEMO.2', 'DEMO.9', 'DEMO.10'])
  expect(heading.closest('th')?.getAttribute('aria-sort')).toBe('ascending')
  await user.click(heading)
  expect(references()).toEqual(['DEMO.10', 'DEMO.9', 'DEMO.2'])
  await user.click(heading)
  expect(references()).toEqual(['DEMO.9', 'DEMO.10', 'DEMO.2'])
})

it('column filters narrow the rows, say how many are left, and let go when put away', async () => {
  const { user, references } = laidOut()
  await user.click(screen.getByRole('button', { name: 'Filter columns' }))
  await user.selectOptions(screen.getByRole('combobox', { name: 'Filter Lead' }), 'Police')
  await user.type(screen.getByRole('textbox', { name: 'Filter Case' }), '9')
  expect(screen.getByText('1 of 3 cases')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Filter columns' }))
  expect(references()).toHaveLength(3)
})

it('Ctrl+C copies the chosen rows in the order they are shown', async () => {
  const { user, grid, write } = laidOut()
  grid.focus()
  await user.keyboard('{ArrowDown}{Shift>}{ArrowDown}{/Shift}{Control>}c{/Control}')
  expect(write).toHaveBeenLastCalledWith('DEMO.10\tHousing\nDEMO.2\tPolice')
  expect(await screen.findByText('2 cases copied for half a minute')).toBeTruthy()
})

it('the button copies all rows with headings', async () => {
  const { user, write } = laidOut()
  await user.click(screen.getByRole('button', { name: 'Copy all' }))
  expect(write.mock.lastCall?.[0].split('\n')).toEqual(['Case\tLead', 'DEMO.9\tPolice', 'DEMO.10\tHousing', 'DEMO.2\tPolice'])
})

it('of five thousand rows a screenful is drawn, and the cursor reaches the last', async () => {
  const many = Array.from({ length: 5000 }, (_, n) => ({ reference: `DEMO.${n}`, lead: 'Police' }))
  const { user, grid, current } = laidOut(many)
  expect(grid.querySelectorAll('tbody tr').length).toBeLessThan(80)
  expect(grid.getAttribute('aria-rowcount')).toBe('5001')
  grid.focus()
  await user.keyboard('{End}')
  expect(current()).toBe('DEMO.4999')
})

it('Ctrl+A chooses all that is shown and Escape lets go', async () => {
  const { user, grid } = laidOut()
  grid.focus()
  await user.keyboard('{Control>}a{/Control}')
  expect(screen.getByText('3 cases · 3 chosen')).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(screen.queryByText('3 cases · 3 chosen')).toBeNull()
})

it('whoever may take nothing out is told so, and nothing reaches the clipboard', async () => {
  tableCopies.allowed = false
  const { user, grid, write, note } = laidOut()
  expect(screen.queryByRole('button', { name: 'Copy all' })).toBeNull()
  grid.focus()
  await user.keyboard('{Control>}a{/Control}{Control>}c{/Control}')
  expect(await screen.findByText('Nothing was copied: your role takes nothing out of the program')).toBeTruthy()
  expect(write).not.toHaveBeenCalled()
  expect(note).not.toHaveBeenCalled()
})

it('what leaves is noted before it does, with the references once each', async () => {
  const { user, write, note } = laidOut([...few, { reference: 'DEMO.9 again', lead: 'Police' }], { references: (row: Row) => [row.reference.split(' ')[0]!] })
  note.mockImplementation(async () => expect(write).not.toHaveBeenCalled())
  await user.click(screen.getByRole('button', { name: 'Copy all' }))
  expect(note.mock.calls).toEqual([[{ table: 'cases', rows: 4, references: ['DEMO.9', 'DEMO.10', 'DEMO.2'] }]])
  expect(write).toHaveBeenCalledTimes(1)
})

it('a table that names no references is noted without any', async () => {
  const { user, grid, note } = laidOut()
  grid.focus()
  await user.keyboard('{Control>}c{/Control}')
  expect(note.mock.calls).toEqual([[{ table: 'cases', rows: 1, references: [] }]])
})

it('what cannot be noted does not leave', async () => {
  const { user, grid, write, note } = laidOut()
  note.mockRejectedValue(new Error('the disk is full'))
  grid.focus()
  await user.keyboard('{Control>}c{/Control}')
  expect(await screen.findByText('Nothing was copied: it could not be noted in the audit')).toBeTruthy()
  expect(write).not.toHaveBeenCalled()
})

it('a clipboard that refuses is told, and nothing counts as copied', async () => {
  const { user, grid } = laidOut()
  tableCopies.put = () => Promise.reject(new Error('no'))
  grid.focus()
  await user.keyboard('{Control>}c{/Control}')
  expect(await screen.findByText('Nothing was copied: the system refused the clipboard')).toBeTruthy()
})
