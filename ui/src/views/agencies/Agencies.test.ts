import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { useBackend, type ActionRow, type Agency as AgencyFacts, type Officer } from '$backend'
import { fake, type Fake } from '$backend/fake'
import { setHub } from '$frame/hub.svelte'
import { axeFindings } from '../../axe'
import { statuses } from '../../gallery/answers/frame'
import Agencies from './Agencies.svelte'
import Agency from './Agency.svelte'

let backend: Fake

const homes: AgencyFacts = { id: 'a1', name: 'Northbridge Homes', short_name: 'Housing', field: 'housing', presence: 'own_items', pack_rule: 'own_items', active: true }
const aske: Officer = { id: 'o1', agency: 'a1', name: 'J Aske', post: 'Tenancy officer', email: 'aske@example.org', telephone: '', attends: true, active: true }
const action = (id: string, more: Partial<ActionRow>): ActionRow => ({
  id, number: '13/1', case: 'c1', reference: 'DEMO.45', what: 'Joint visit', kind: 'visit', agency: { id: 'a1', name: 'Housing' }, officer: null, raised_on: '2026-11-03', raised_at: null,
  due: '2026-11-17', due_words: '7 days late', days_late: 7, status: 'under_way', blocked: null, light: { light: 'red', suggested: 'red', reason: null }, last_update: null,
  awaits_acceptance: false, declined: false, acceptance: { acceptance: 'not_asked' }, escalated: null, tags: [], disagreement: null, is_new: false, ...more,
})
const view = {
  agency: homes,
  officers: [aske, { ...aske, id: 'o2', name: 'D Penn', active: false }],
  actions: [action('x1', {}), action('x2', { what: 'Letter sent', status: 'done', days_late: 0, due_words: '' })],
}

beforeEach(() => {
  location.hash = '#/agencies'
  backend = fake({
    list_agencies: { rows: [{ agency: homes, people: ['J Aske'], open_actions: 2, late_actions: 1, leads: 4 }, { agency: { ...homes, id: 'a2', name: 'Wardens', active: false }, people: [], open_actions: 0, late_actions: 0, leads: 0 }] },
    get_agency: view, add_agency: view, amend_agency: view, add_officer: view, amend_officer: view,
  })
  useBackend(backend)
  setHub(statuses.open)
})

const sent = (command: string) => backend.calls.findLast((call) => call.command === command)?.request

it('late actions lead to their rows, and who no longer takes part is put aside', async () => {
  render(Agencies)
  expect((await screen.findByRole('link', { name: '1 late actions of Northbridge Homes' })).getAttribute('href')).toBe('#/actions?agency=a1&late=1')
  expect(screen.queryByText('Wardens')).toBeNull()
  await userEvent.setup().click(screen.getByRole('button', { name: 'No longer 1' }))
  expect(screen.getByText('Wardens')).toBeTruthy()
  expect(await axeFindings()).toEqual([])
})

it('an agency is added, and its page comes up', async () => {
  const user = userEvent.setup()
  render(Agencies)
  await screen.findByText('Northbridge Homes')
  await user.click(screen.getByRole('button', { name: 'New agency' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'New agency' }))
  await user.click(dialog.getByRole('button', { name: 'Add agency' }))
  expect(dialog.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true')
  expect(sent('add_agency')).toBeUndefined()
  await user.type(dialog.getByLabelText('Name'), 'Fire and Rescue')
  await user.selectOptions(dialog.getByLabelText('Field'), 'Fire and rescue')
  expect(await axeFindings(document.querySelector('dialog')!)).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Add agency' }))
  await waitFor(() => expect(location.hash).toBe('#/agencies/a1'))
  expect(sent('add_agency')).toEqual({ name: 'Fire and Rescue', short_name: '', field: 'fire', presence: 'own_items', pack_rule: 'own_items' })
})

it('an empty list says what to do first', async () => {
  backend.answer({ list_agencies: { rows: [] } })
  render(Agencies)
  expect(await screen.findByText('No agency yet.')).toBeTruthy()
})

it('a reader is offered nothing that writes', async () => {
  setHub(statuses.reader)
  render(Agencies)
  await screen.findByText('Northbridge Homes')
  expect(screen.queryByRole('button', { name: 'New agency' })).toBeNull()
})

it('an agency shows what is open, then what is late or all', async () => {
  const user = userEvent.setup()
  render(Agency, { id: 'a1' })
  await screen.findByRole('heading', { name: /Northbridge Homes/, level: 1 })
  expect(screen.queryByText('Letter sent')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'All 2' }))
  expect(screen.getByText('Letter sent')).toBeTruthy()
  expect(await axeFindings()).toEqual([])
})

it('a person who left is kept and marked', async () => {
  const user = userEvent.setup()
  render(Agency, { id: 'a1' })
  await user.click(await screen.findByRole('button', { name: 'Edit J Aske' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Edit J Aske' }))
  await user.click(dialog.getByLabelText('Works there'))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(sent('amend_officer')).toEqual({ officer: { ...aske, active: false } }))
  expect(screen.getByText('no longer there')).toBeTruthy()
})

it('a refusal of a name stands at the name and keeps what was typed', async () => {
  const user = userEvent.setup()
  backend.answer({
    amend_agency: () => {
      throw { code: 'refused', message: 'There is an agency “Police” already', hint: null, field: 'name' }
    },
  })
  render(Agency, { id: 'a1' })
  await user.click(await screen.findByRole('button', { name: 'Edit agency' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.clear(dialog.getByLabelText('Name'))
  await user.type(dialog.getByLabelText('Name'), 'Police')
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(dialog.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true'))
  expect(dialog.getByLabelText<HTMLInputElement>('Name').value).toBe('Police')
})
