import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { Request } from '$backend'
import { axeFindings } from '../../axe'
import { listed, withNext } from '../../gallery/answers/matrices'
import { asked, atDesk } from '../../gallery/at-desk'
import { matrix, second } from '../../gallery/invented/matrices'
import { draftOf, matrixOf, moved, typedFaults } from './draft'
import MatricesPart from './MatricesPart.svelte'

vi.setConfig({ testTimeout: 30_000 })

async function opened(more: Parameters<typeof atDesk>[0] = {}, readonly = false) {
  let matrices = listed
  const backend = atDesk({
    list_drafts: { drafts: [] }, save_draft: {}, discard_drafts: {}, list_matrices: () => matrices,
    add_matrix_version: (request) => (matrices = withNext(matrices, request)), ...more,
  })
  render(MatricesPart, { readonly })
  await screen.findByRole('heading', { name: 'Person matrix' })
  return { backend, user: userEvent.setup({ delay: null }) }
}

async function editing(more: Parameters<typeof atDesk>[0] = {}) {
  const at = await opened(more)
  await at.user.click(screen.getByRole('button', { name: 'Edit the person matrix as a draft' }))
  await screen.findByRole('heading', { name: 'Person matrix: draft of version 3' })
  return at
}

const saved = (backend: Awaited<ReturnType<typeof opened>>['backend']) => asked(backend, 'add_matrix_version') as Request<'add_matrix_version'>[]

it('the list tells which version is in force, what was scored with it, and which is a default', async () => {
  await opened()
  const rows = screen.getAllByRole('row').map((row) => row.textContent?.replace(/\s+/g, ' ') ?? '')
  expect(rows.find((row) => row.includes('Version 2'))).toMatch(/in force.*saved 3 Nov 2026 by A Field.*12 scores of 9 cases/)
  expect(rows.find((row) => row.includes('comes with the program'))).toContain('Default – not the county’s matrix')
})

it('whoever may not change the settings looks and does not edit', async () => {
  await opened({}, true)
  expect(screen.queryByRole('button', { name: /draft/ })).toBeNull()
  expect(screen.getAllByRole('button', { name: /^Look at/ })).toHaveLength(3)
})

it('a draft says what saving does and is saved as the next version', async () => {
  const { backend, user } = await editing()
  expect(await screen.findByText(/9 cases scored with version 2 keep their totals/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /1\. Frequency/ }))
  const weight = screen.getByLabelText('Weight of answer 2 of Frequency')
  await user.clear(weight)
  await user.type(weight, '3,25')
  await user.click(screen.getByRole('button', { name: 'Save as version 3' }))
  await waitFor(() => expect(saved(backend)).toHaveLength(1))
  const [request] = saved(backend)
  expect(request).toMatchObject({ kind: 'person', begun_from: 2 })
  expect(request?.matrix.factors[0]?.options[1]).toEqual({ key: 'o1', words: 'Once or twice', weight: 3.25 })
  expect(await screen.findByText('Version 3')).toBeTruthy()
})

it('factors and answers are added, moved and removed by buttons', async () => {
  const { backend, user } = await editing()
  await user.click(screen.getByRole('button', { name: 'Move Duration up' }))
  await user.click(screen.getByRole('button', { name: 'Remove Home' }))
  await user.click(screen.getByRole('button', { name: 'Add a factor' }))
  await user.type(screen.getByLabelText('Factor'), 'Dogs')
  await user.type(screen.getByLabelText('Answer 1 of Dogs'), 'None')
  await user.type(screen.getByLabelText('Answer 2 of Dogs'), 'One')
  await user.click(screen.getByRole('button', { name: 'Add an answer' }))
  await user.type(screen.getByLabelText('Answer 3 of Dogs'), 'More')
  await user.click(screen.getByRole('button', { name: 'Move answer 3 of Dogs up' }))
  await user.click(screen.getByRole('button', { name: 'Save as version 3' }))
  await waitFor(() => expect(saved(backend)).toHaveLength(1))
  const factors = saved(backend)[0]?.matrix.factors ?? []
  expect(factors.map(({ title }) => title).slice(0, 2)).toEqual(['Duration', 'Frequency'])
  expect(factors.some(({ title }) => title === 'Home')).toBe(false)
  expect(factors.at(-1)).toMatchObject({ key: '', title: 'Dogs', options: [{ words: 'None' }, { words: 'More' }, { words: 'One' }] })
})

it('what is wrong shows at its field, also in a factor that was closed, and nothing is saved', async () => {
  const { backend, user } = await editing()
  await user.click(screen.getByRole('button', { name: /2\. Duration/ }))
  await user.clear(screen.getByLabelText('Factor'))
  await user.click(screen.getByRole('button', { name: /2\. New factor/ }))
  expect(screen.queryByLabelText('Factor')).toBeNull()
  const threshold = screen.getByLabelText('Over the threshold from')
  await user.clear(threshold)
  await user.click(screen.getByRole('button', { name: 'Save as version 3' }))
  expect((await screen.findByLabelText('Factor')).getAttribute('aria-invalid')).toBe('true')
  expect(threshold.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('Factor 2: Give the factor a title')).toBeTruthy()
  expect(saved(backend)).toEqual([])
})

it('a version that somebody saved meanwhile is told and the draft stays', async () => {
  const refuse = () => {
    throw { code: 'refused', message: 'Version 3 was saved meanwhile; look at it before you save yours', hint: null, field: null }
  }
  const { user } = await editing({ add_matrix_version: refuse })
  await user.click(screen.getByRole('button', { name: 'Save as version 3' }))
  expect(await screen.findByText(/saved meanwhile/)).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Person matrix: draft of version 3' })).toBeTruthy()
})

it('a preview is scored like a version, and nothing of it is kept', async () => {
  const { backend, user } = await editing()
  await user.click(screen.getByRole('button', { name: 'Preview' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('radio', { name: /Daily/ }))
  await waitFor(() => expect(within(dialog).getByText('between 10 and 86 in the end')).toBeTruthy())
  await user.click(within(dialog).getAllByRole('button', { name: 'Close' })[0]!)
  expect(asked(backend, 'score_case')).toEqual([])
})

it('a draft that was begun earlier is there again', async () => {
  const begun = draftOf({ ...second.version, matrix: { ...matrix, threshold: 33 } }, 2)
  await editing({ list_drafts: { drafts: [{ key: 'matrix/person', text: JSON.stringify(begun), at: 0 }] } })
  await screen.findByText('This is the draft that was begun earlier and not saved.')
  expect(screen.getByLabelText<HTMLInputElement>('Over the threshold from').value).toBe('33')
})

it('axe has nothing to say about list and editor', async () => {
  const { user } = await editing()
  await user.click(screen.getByRole('button', { name: /1\. Frequency/ }))
  expect(await axeFindings()).toEqual([])
})

it('a draft comes back as the matrix that it says', () => {
  expect(matrixOf(draftOf(second.version, 2))).toEqual(second.version.matrix)
})

it('a number finer than a hundredth, or none, is refused where it stands', () => {
  const draft = draftOf(second.version, 2)
  draft.factors[1]!.options[2]!.weight = 4.125
  draft.bands[1]!.from = null
  expect(typedFaults(draft).map(({ at }) => at)).toEqual(['factors.1.options.2.weight', 'bands.1.from'])
})

it('a row at the end does not move off the list', () => {
  expect([moved(['a', 'b', 'c'], 0, -1), moved(['a', 'b', 'c'], 0, 1), moved(['a', 'b', 'c'], 2, 1)]).toEqual([['a', 'b', 'c'], ['b', 'a', 'c'], ['a', 'b', 'c']])
})
