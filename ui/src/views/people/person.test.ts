import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Failure } from '$backend'
import { ConfirmDialog } from '$shared'
import { axeFindings } from '../../axe'
import { asked, atDesk } from '../../gallery/at-desk'
import Person from './Person.svelte'

it('shows which records hold the person, and leads there', async () => {
  atDesk()
  render(Person, { id: 'p1' })
  const record = await screen.findByRole('link', { name: 'DEMO.45' })
  expect(record.getAttribute('href')).toBe('#/cases/DEMO.45')
  expect(screen.getByText('Open since 3 Mar 2026')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Who saw what' }).getAttribute('href')).toBe('#/people/p1/access')
  expect(screen.getByText(/Alex Marsh · paper, other people’s data replaced/)).toBeTruthy()
  expect(await axeFindings()).toEqual([])
})

it('takes everything out with others replaced unless asked for in full', async () => {
  const desk = atDesk({}, ['view', 'record', 'export'])
  const user = userEvent.setup()
  render(Person, { id: 'p1' })
  await user.click(await screen.findByRole('button', { name: 'View the paper' }))
  await user.click(screen.getByRole('radio', { name: /In full, and marked/ }))
  await user.click(screen.getByRole('button', { name: 'View the paper' }))
  expect(asked(desk, 'export_person')).toEqual([
    { person: 'p1', form: 'paper', full: false, save_as: null, boxes_agreed: false },
    { person: 'p1', form: 'paper', full: true, save_as: null, boxes_agreed: false },
  ])
})

it('a reader sees the records and takes nothing out', async () => {
  atDesk({}, ['view'])
  render(Person, { id: 'p1' })
  expect(await screen.findByRole('link', { name: 'DEMO.45' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /paper|PDF|JSON|Hold/ })).toBeNull()
})

it('told that a character prints as a box, the export is made only once that is agreed', async () => {
  const desk = atDesk({
    export_person: ({ boxes_agreed }) => {
      if (!boxes_agreed) throw { code: 'open_ends', message: '1 character is in none of the typefaces: “李” in “李”, page 1, Identity', hint: 'Print boxes in their place, or correct the text first', field: null } satisfies Failure
      return { path: '/sample/paper.pdf', file_name: 'paper.pdf', pages: 2, kib: 38, missing_characters: ['李'] }
    },
  }, ['view', 'record', 'export'])
  const user = userEvent.setup()
  render(Person, { id: 'p1' })
  render(ConfirmDialog)
  await user.click(await screen.findByRole('button', { name: 'Save PDF' }))
  await screen.findByText(/“李” in “李”, page 1, Identity/)
  await user.click(screen.getByRole('button', { name: 'Go back' }))
  expect(screen.queryByText(/is saved/)).toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Save PDF' }))
  await user.click(await screen.findByRole('button', { name: 'Print boxes in their place' }))
  expect(await screen.findByText('paper.pdf is saved, 2 pages.')).toBeTruthy()
  expect(asked(desk, 'export_person').map((request) => (request as { boxes_agreed: boolean }).boxes_agreed)).toEqual([false, false, true])
})
