import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { axeFindings } from '../../axe'
import { answers } from '../../gallery/answers/imports'
import { asked, atDesk } from '../../gallery/at-desk'
import type { Failure, ImportDone } from '$backend'
import Import from './Import.svelte'

it('nothing is written until it is confirmed, and only what is ticked', async () => {
  const backend = atDesk(answers)
  const user = userEvent.setup()
  render(Import, { kind: 'register' })
  await user.click(screen.getByRole('button', { name: 'Choose a file' }))
  expect(await screen.findByText(/56 rows make 52 cases with 56 episodes/)).toBeTruthy()
  await waitFor(() => expect(document.activeElement, 'the look at a sheet begins at its top').toBe(screen.getByRole('heading', { level: 1 })))
  expect(asked(backend, 'preview_import')).toEqual([{ kind: 'register', source: { from: 'file', path: '/sample/register.tsv' }, mapping: [] }])
  expect(asked(backend, 'confirm_import')).toEqual([])
  await user.click(screen.getByLabelText(/DEMO.14/, { selector: 'input' }))
  await user.click(screen.getByRole('button', { name: 'Write 45 new rows and 2 changed rows' }))
  expect(asked(backend, 'confirm_import')).toMatchObject([{ update_rows: [9, 17] }])
  expect(await screen.findByText('The register is in the record.')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Open the register' }).getAttribute('href')).toBe('#/cases')
})

it('a column mapped by hand reads the sheet again with that mapping', async () => {
  const backend = atDesk(answers)
  const user = userEvent.setup()
  render(Import, { kind: 'register' })
  await user.click(screen.getByRole('button', { name: 'Choose a file' }))
  await user.selectOptions(await screen.findByRole('combobox', { name: 'What Colour is taken for' }), 'remarks')
  const [, again] = asked(backend, 'preview_import') as { mapping: { column: number; field: string | null }[] }[]
  expect(again?.mapping.filter(({ field }) => field === 'remarks')).toEqual([{ column: 5, field: 'remarks' }])
})

it('a refused sheet names row and column and offers no way to write', async () => {
  atDesk(answers)
  const user = userEvent.setup()
  render(Import, { kind: 'register' })
  await user.type(screen.getByRole('textbox', { name: /Or paste it/ }), 'refuse')
  await user.click(screen.getByRole('button', { name: 'Read what is pasted' }))
  expect(await screen.findByText('Row 12, Date closed')).toBeTruthy()
  expect(screen.getByText('31 Feb 2026 is not a date.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Write/ })).toBeNull()
})

it('what was pasted is there again after another sheet is asked for', async () => {
  atDesk(answers)
  const user = userEvent.setup()
  render(Import, { kind: 'actions' })
  await user.type(screen.getByRole('textbox', { name: /Or paste it/ }), 'reference')
  await user.click(screen.getByRole('button', { name: 'Read what is pasted' }))
  await user.click(await screen.findByRole('button', { name: 'Choose another sheet' }))
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Or paste it/ }).value).toBe('reference')
})

it('writing shows how far it is', async () => {
  let finish: (done: ImportDone) => void = () => undefined
  const backend = atDesk({ ...answers, confirm_import: () => new Promise<ImportDone>((resolve) => (finish = resolve)) })
  const user = userEvent.setup()
  render(Import, { kind: 'register' })
  await user.click(screen.getByRole('button', { name: 'Choose a file' }))
  await user.click(await screen.findByRole('button', { name: /^Write/ }))
  backend.emit('progress', { task: 'import', done: 20, total: 56, words: 'Writing the rows' })
  const bar = await screen.findByRole('progressbar')
  expect(screen.getByText(/Writing the rows/).textContent).toBe('Writing the rows 20 of 56')
  expect(bar.getAttribute('aria-valuenow')).toBe('36')
  finish(answers.confirm_import as ImportDone)
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
  expect(await screen.findByText('The register is in the record.')).toBeTruthy()
})

it('an import that is called off writes nothing, keeps the sheet and can be confirmed again', async () => {
  let refuse: (why: Failure) => void = () => undefined
  const backend = atDesk({ ...answers, confirm_import: () => new Promise<ImportDone>((_, reject) => (refuse = reject)) })
  const user = userEvent.setup()
  render(Import, { kind: 'register' })
  await user.click(screen.getByRole('button', { name: 'Choose a file' }))
  await user.click(await screen.findByRole('button', { name: /^Write/ }))
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(asked(backend, 'call_off')).toEqual([{}])
  await user.click(await screen.findByRole('button', { name: 'Cancelling…' }))
  expect(asked(backend, 'call_off'), 'once is enough').toHaveLength(1)
  refuse({ code: 'cancelled', message: 'The import was called off; nothing was written', hint: null, field: null })
  expect((await screen.findByText(/The import was called off; nothing was written/)).closest('[role]')?.getAttribute('role')).toBe('status')
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Import: case register'))
  backend.answer({ confirm_import: answers.confirm_import })
  await user.click(screen.getByRole('button', { name: /^Write/ }))
  expect(await screen.findByText('The register is in the record.')).toBeTruthy()
})

it('a reader may not import and is told who may', () => {
  atDesk(answers, ['open', 'view'])
  render(Import, { kind: 'register' })
  expect(screen.getByText('You may not import.')).toBeTruthy()
})

it('the preview holds nothing that axe minds', async () => {
  atDesk(answers)
  const user = userEvent.setup()
  render(Import, { kind: 'register' })
  expect(await axeFindings()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Choose a file' }))
  await screen.findByText(/56 rows make/)
  expect(await axeFindings()).toEqual([])
})
