import type { CaseView, RegisterView, UnderstoodActionLine } from '$backend'
import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { axeFindings } from '../../axe'
import { answers as actionAnswers } from '../../gallery/answers/actions'
import { answers, rows } from '../../gallery/answers/cases'
import { agencies } from '../../gallery/answers/directory'
import { scoring } from '../../gallery/answers/matrices'
import { asked, atDesk } from '../../gallery/at-desk'
import { directory } from '../../gallery/invented/directory'
import { reckoned } from '../../gallery/invented/matrices'
import { followAddress } from '$frame/router.svelte'
import { ConfirmDialog } from '$shared'
import Case from './Case.svelte'
import Cases from './Cases.svelte'
import NewCase from './NewCase.svelte'
import AddAction from './parts/AddAction.svelte'

const { list_cases, get_case, list_drafts } = answers
const register = list_cases as RegisterView
const references = () => within(screen.getByRole('grid', { name: 'Cases' })).getAllByRole('row').slice(1).map((row) => row.querySelector('a')?.textContent?.trim())

function at(address: string) {
  location.hash = address
  followAddress()()
}
beforeEach(() => at('#/cases'))

it('open cases come first, and a chip shows the closed ones and stands in the address', async () => {
  atDesk({ list_cases })
  const user = userEvent.setup()
  render(Cases)
  expect(await screen.findByRole('grid', { name: 'Cases' })).toBeTruthy()
  expect(references()).toHaveLength(23)
  await user.click(screen.getByRole('button', { name: 'Closed 29' }))
  expect(references()).toHaveLength(29)
  expect(location.hash).toBe('#/cases?state=closed')
  expect(screen.getByText('combined with DEMO.21')).toBeTruthy()
})

it('a figure opens exactly the rows it counts', async () => {
  atDesk({ list_cases })
  render(Cases)
  const figure = await screen.findByRole('link', { name: /without a mid-point score/ })
  at(figure.getAttribute('href')!)
  await waitFor(() => expect(references()).toHaveLength(register.figures.without_mid_point))
  expect(rows.filter((row) => row.lacks_mid_point).map((row) => row.reference)).toEqual(references().map((words) => words?.split(' ')[0]))
})

it('of five thousand cases a screenful is drawn', async () => {
  const many = Array.from({ length: 5000 }, (_, n) => ({ ...rows[n % 20]!, id: `m-${n}`, reference: `DEMO.${n + 1}` }))
  atDesk({ list_cases: { ...register, rows: many } })
  render(Cases)
  const grid = await screen.findByRole('grid', { name: 'Cases' })
  expect(grid.getAttribute('aria-rowcount')).toBe('5001')
  expect(grid.querySelectorAll('tbody tr').length).toBeLessThan(90)
})

it('an empty register says what to do next', async () => {
  atDesk({ list_cases: { ...register, rows: [] } })
  render(Cases)
  expect(await screen.findByText('No case yet.')).toBeTruthy()
  expect(screen.getAllByRole('link', { name: 'Import register' }).length).toBeGreaterThan(0)
})

it('a reader is offered nothing that changes the record', async () => {
  atDesk({ list_cases, get_case }, ['open', 'view'])
  render(Cases)
  await screen.findByRole('grid', { name: 'Cases' })
  expect(screen.queryByRole('link', { name: 'New case' })).toBeNull()
  render(Case, { reference: 'DEMO.45' })
  await screen.findByText('Joint visit with school about attendance')
  for (const name of ['Close case', 'Add action', 'Change: Lead', 'Add a count', 'Add a forum', 'Undo', 'Add a person']) expect(screen.queryByRole('button', { name })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Print summary' })).toBeNull()
})

it('the register holds nothing that axe minds', async () => {
  // Because axe takes long over many rows and a few show all that there is.
  atDesk({ list_cases: { ...register, rows: rows.slice(0, 5) } })
  render(Cases)
  await screen.findByRole('grid', { name: 'Cases' })
  expect(await axeFindings()).toEqual([])
})

it('a case holds nothing that axe minds', async () => {
  atDesk({ get_case })
  render(Case, { reference: 'DEMO.45' })
  await screen.findByText('Joint visit with school about attendance')
  expect(await axeFindings()).toEqual([])
})

it('a case that was combined leads to its survivor and cannot be edited', async () => {
  atDesk({ get_case })
  render(Case, { reference: 'DEMO.73' })
  const notice = await screen.findByText(/Work goes on there/)
  expect(within(notice).getByRole('link', { name: 'DEMO.21' }).getAttribute('href')).toBe('#/cases/DEMO.21')
  for (const name of ['Close case', 'Re-open', 'Score', 'Add action', 'Add order', 'Undo', 'Change: Lead', 'Add a count']) expect(screen.queryByRole('button', { name })).toBeNull()
  await userEvent.setup().click(screen.getByRole('button', { name: 'More' }))
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Who changed what'])
})

it('an empty case says of each part what is not there', async () => {
  atDesk({ get_case })
  render(Case, { reference: 'DEMO.50' })
  for (const words of ['Nobody has an action on this case yet.', 'None in place and none considered.', 'No meeting has discussed it yet.', 'Not scored.']) {
    expect(await screen.findByText(words)).toBeTruthy()
  }
})

it('a closed case offers to be opened again and nothing that belongs to an open one', async () => {
  const view = (get_case as (request: { reference: string }) => CaseView)({ reference: 'DEMO.45' })
  const backend = atDesk({ get_case: { ...view, open: false } })
  const user = userEvent.setup()
  render(Case, { reference: 'DEMO.45' })
  await user.click(await screen.findByRole('button', { name: 'Re-open' }))
  const dialog = await screen.findByRole('dialog', { name: 'Re-open DEMO.45' })
  await user.type(within(dialog).getByLabelText('Why it comes back'), 'calls began again')
  await user.click(within(dialog).getByRole('button', { name: 'Re-open' }))
  expect(asked(backend, 'reopen_case')).toEqual([{ case: 'c-45', on: '2026-11-19', reason: 'calls began again' }])
  expect(screen.queryByRole('button', { name: 'Score' })).toBeNull()
})

it('who changed what is in the menu of a case', async () => {
  const backend = atDesk({ get_case, get_history: answers.get_history })
  const user = userEvent.setup()
  render(Case, { reference: 'DEMO.45' })
  await user.click(await screen.findByRole('button', { name: 'More' }))
  await user.click(screen.getByRole('menuitem', { name: 'Who changed what' }))
  expect(await screen.findByText('review: fortnightly → every meeting')).toBeTruthy()
  expect(asked(backend, 'get_history')).toEqual([{ kind: 'case', id: 'c-45' }])
})

it('what was typed into a new case is there again, and is forgotten when the case is open', async () => {
  const typed = { typed: { kind: 'topic', title: 'Quay steps', place: '', outline: 'Fires', key_issues: ['ASB'], factors: null, area: '', source: '', lead_agency: '', lead_officer: '', legal_lead: '', involved: [], review_rule: 'monthly', outside_facts: '' }, opened: '2026-11-18', score: '61', subjects: [] }
  const backend = atDesk({ list_cases, add_case: answers.add_case, list_drafts: { drafts: [{ key: 'case/new', text: JSON.stringify(typed), at: 0 }] } })
  const user = userEvent.setup()
  render(NewCase)
  expect(await screen.findByText('What you typed earlier is here again.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Open the case' }))
  expect(asked(backend, 'add_case')).toMatchObject([{ opened: '2026-11-18', initial_score: 61, fields: { kind: 'topic', title: 'Quay steps', key_issues: ['ASB'], review_rule: 'monthly', factors: null } }])
  await waitFor(() => expect(asked(backend, 'discard_drafts')).toEqual([{ prefix: 'case/new' }]))
  expect(location.hash).toBe('#/cases/DEMO.50')
})

it('a property without its place is refused at the place, and the summary leads there', async () => {
  const backend = atDesk({ list_cases, list_drafts })
  const user = userEvent.setup()
  render(NewCase)
  await user.click(await screen.findByLabelText('Property'))
  await user.click(screen.getByRole('button', { name: 'Open the case' }))
  await user.click(screen.getByRole('link', { name: 'Say which property: fill in its place' }))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Place' }))
  expect(asked(backend, 'add_case')).toEqual([])
  expect(await axeFindings()).toEqual([])
})

it('the summary of a case is looked at before it is printed', async () => {
  atDesk({ get_case })
  render(Case, { reference: 'DEMO.45' })
  const link = await screen.findByRole('link', { name: 'Print summary' })
  expect(decodeURIComponent(link.getAttribute('href') ?? '')).toBe('#/preview/{"paper":"case_summary","reference":"DEMO.45"}')
})

it('what was split is undone once somebody says yes, and the page says what is not undone', async () => {
  const backend = atDesk({ get_case })
  const user = userEvent.setup()
  render(Case, { reference: 'DEMO.45' })
  render(ConfirmDialog)
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  const dialog = await screen.findByRole('dialog', { name: /Undo: split off DEMO.48/ })
  expect(within(dialog).getByText(/What was printed, exported or shown on the projector/)).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(asked(backend, 'undo_case_move')).toEqual([{ id: 'mv-1' }]))
})

it('the form of an action begins with what its line says, and empties it once it has added it', async () => {
  const { understand_action_line, add_action } = actionAnswers
  const backend = atDesk({ understand_action_line, add_action, list_drafts })
  const user = userEvent.setup()
  const onadded = vi.fn()
  render(AddAction, { of: 'c-45', directory: { ...directory, agencies }, onadded, onclose: vi.fn() })
  const line = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Action line' })
  await user.type(line(), 'visit the flat @Housing{Enter}')
  await screen.findByText('Still missing: by when')
  await user.click(screen.getByRole('button', { name: 'All fields' }))
  const form = async () => within(await screen.findByRole('dialog', { name: 'Add an action' }))
  await user.click((await form()).getByRole('button', { name: 'Cancel' }))
  expect(line().value).toBe('visit the flat @Housing')
  await user.click(screen.getByRole('button', { name: 'All fields' }))
  await user.click((await form()).getByRole('button', { name: 'Add action' }))
  await waitFor(() => expect(onadded).toHaveBeenCalledOnce())
  expect(asked(backend, 'add_action')).toEqual([{ case: 'c-45', meeting: null, what: 'visit the flat', kind: null, agency: 'a-homes', officer: null, new_officer: null, due: null }])
  expect(line().value).toBe('')
  expect(screen.queryByText(/Still missing/), 'nothing is typed that could lack anything').toBeNull()
})

it('a line that could not be understood begins the form with its words', async () => {
  const { understand_action_line } = actionAnswers
  let known = true
  const backend = atDesk({ list_drafts, understand_action_line: (request) => {
    if (!known) throw { code: 'refused', message: 'It is locked', hint: null, field: null }
    return (understand_action_line as (request: { text: string; cursor: number }) => UnderstoodActionLine)(request)
  } })
  const user = userEvent.setup()
  render(AddAction, { of: 'c-45', directory, onadded: vi.fn(), onclose: vi.fn() })
  await user.type(screen.getByRole('combobox', { name: 'Action line' }), 'visit the flat')
  await waitFor(() => expect(asked(backend, 'understand_action_line').length).toBeGreaterThan(0))
  known = false
  await user.click(screen.getByRole('button', { name: 'All fields' }))
  expect(within(await screen.findByRole('dialog', { name: 'Add an action' })).getByLabelText<HTMLTextAreaElement>('What is to be done').value).toBe('visit the flat')
})

it('while a case is being closed the matrix gives its score, and the closing goes on with it', async () => {
  const { get_closure_checklist } = answers
  let total: number | null = null
  const checklist = get_closure_checklist as (request: unknown) => object
  const asking = (request: unknown) => ({ ...checklist(request), score_already: total })
  atDesk({ get_case, list_cases, get_directory: directory, get_scoring: scoring, list_drafts, reckon_score: ({ matrix, answers }) => reckoned(matrix, answers), get_closure_checklist: asking as never })
  const user = userEvent.setup()
  render(Case, { reference: 'DEMO.45' })
  await user.click(await screen.findByRole('button', { name: 'Close case' }))
  await user.click(await screen.findByLabelText('It is scored again'))
  await user.click(screen.getByRole('button', { name: 'Score by the matrix…' }))
  await screen.findByRole('dialog', { name: 'Score DEMO.45' })
  expect(screen.queryByRole('dialog', { name: 'Close DEMO.45' })).toBeNull()
  total = 35
  await user.click(screen.getByRole('button', { name: 'Close' }))
  const closing = await screen.findByRole('dialog', { name: 'Close DEMO.45' })
  expect((await within(closing).findByText(/given already/)).textContent).toContain('Closing score: 35, given already')
})
