import type { Directory } from '$backend'
import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { axeFindings } from '../../axe'
import { answers, rows } from '../../gallery/answers/actions'
import { agencies, officers } from '../../gallery/answers/directory'
import { asked, atDesk } from '../../gallery/at-desk'
import ActionForm from './ActionForm.svelte'
import ActionLight from './ActionLight.svelte'
import ActionLine from './ActionLine.svelte'
import ActionList from './ActionList.svelte'
import ActionPanel from './ActionPanel.svelte'
import ActionUpdate from './ActionUpdate.svelte'
import AnswerForm from './AnswerForm.svelte'
import EscalateForm from './EscalateForm.svelte'
import ReassignForm from './ReassignForm.svelte'
import { actionsAddress, filterFrom, fitting, owing, type ActionFilter } from './filter'

// Because the meeting room lays out a line of its own.
const { understand_action_line } = answers

const usual: ActionFilter = { state: 'open', late: false, agency: '', light: null, tag: '', action: '' }

it('a filter comes back out of its address', () => {
  const filter: ActionFilter = { state: 'all', late: true, agency: 'a-police', light: 'red', tag: 'escalated', action: 'act-1' }
  expect(filterFrom(new URLSearchParams(actionsAddress(filter).split('?')[1]))).toEqual(filter)
  expect(actionsAddress(usual)).toBe('/actions')
})

it('late ones are open and beyond their day, by agency key or by its name', () => {
  const late = fitting(rows, { ...usual, late: true })
  expect(late.every((row) => row.days_late > 0)).toBe(true)
  const byKey = fitting(rows, { ...usual, late: true, agency: 'a-prevention' })
  expect(byKey.length).toBeGreaterThan(0)
  expect(fitting(rows, { ...usual, late: true, agency: 'Prevention' })).toEqual(byKey)
})

it('the agency that owes most comes first', () => {
  const counts = owing(rows).map(({ count }) => count ?? 0)
  expect(counts).toEqual([...counts].sort((a, b) => b - a))
})

it('a whole action line is added by Enter with what was understood', async () => {
  const backend = atDesk({ understand_action_line })
  const onadded = vi.fn()
  const user = userEvent.setup()
  render(ActionLine, { of: 'c-45', onadded })
  await user.type(screen.getByRole('combobox', { name: 'Action line' }), 'visit the flat @Housing by Fri{Enter}')
  await waitFor(() => expect(onadded).toHaveBeenCalledOnce())
  expect(asked(backend, 'add_action')).toEqual([{ case: 'c-45', meeting: null, what: 'visit the flat', kind: 'visit', agency: 'a-homes', officer: null, new_officer: null, due: '2026-12-04' }])
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Action line' }).value).toBe('')
})

it('a line that lacks somebody says so, adds nothing and stays', async () => {
  const backend = atDesk({ understand_action_line })
  const user = userEvent.setup()
  render(ActionLine, { of: 'c-45', onadded: vi.fn() })
  await user.type(screen.getByRole('combobox', { name: 'Action line' }), 'visit the flat{Enter}')
  expect(await screen.findByText('Still missing: who and by when')).toBeTruthy()
  expect(asked(backend, 'add_action')).toEqual([])
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Action line' }).value).toBe('visit the flat')
})

it('Tab completes the agency at the cursor', async () => {
  atDesk({ understand_action_line })
  const user = userEvent.setup()
  render(ActionLine, { of: 'c-45', onadded: vi.fn() })
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Action line' })
  await user.type(field, 'visit @Hou')
  await screen.findByRole('option', { name: /Housing/ })
  await user.keyboard('{Tab}')
  expect(field.value).toBe('visit @Housing ')
})

it('an update and a new status are saved together, and the text is written once', async () => {
  let refused = true
  const backend = atDesk({
    set_action_status: () => {
      if (refused) throw { code: 'refused', message: 'It cannot have been done before it was raised', hint: null, field: 'on' }
      return { row: rows[0]!, log: [], lights: [] }
    },
  })
  const user = userEvent.setup()
  render(ActionUpdate, { row: rows[0]!, today: '2026-11-19', onsaved: vi.fn() })
  await user.type(screen.getByLabelText(/What happened/), 'visited')
  await user.selectOptions(screen.getByLabelText('Status'), 'done')
  await user.click(screen.getByRole('button', { name: 'Save update' }))
  expect(await screen.findByText('It cannot have been done before it was raised')).toBeTruthy()
  expect(screen.getByLabelText<HTMLSelectElement>('Status').value).toBe('done')
  refused = false
  await user.click(screen.getByRole('button', { name: 'Save update' }))
  expect(asked(backend, 'add_action_update')).toEqual([{ id: 'act-1', text: 'visited', on: '2026-11-19' }])
  expect(asked(backend, 'set_action_status')).toHaveLength(2)
})

it('another light than the suggested one needs a reason, the suggested one none', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(ActionLight, { row: rows[0]!, onsaved: vi.fn() })
  await user.click(screen.getByLabelText(/Green/))
  await user.click(screen.getByRole('button', { name: 'Set light' }))
  expect(screen.getByText('Give the reason for setting another light than the suggested one')).toBeTruthy()
  expect(asked(backend, 'set_light')).toEqual([])
  await user.click(screen.getByLabelText(/Red/))
  await user.click(screen.getByRole('button', { name: 'Set light' }))
  expect(asked(backend, 'set_light')).toEqual([{ id: 'act-1', light: 'red', reason: '' }])
})

it('a light that disagrees with the facts says who set it and what was suggested', () => {
  render(ActionList, { rows: rows.filter(({ light }) => light.reason), onopen: vi.fn() })
  expect(screen.getByText('set Amber, facts say Green: survey done, two lamps still dark')).toBeTruthy()
})

it('the panel of an action holds nothing that axe minds, and a reader gets no buttons', async () => {
  atDesk()
  render(ActionPanel, { id: 'act-1', directory: undefined, today: '2026-11-19', editable: false, onclose: vi.fn() })
  expect(await screen.findByText('Joint visit with school about attendance')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Save update' })).toBeNull()
  expect(await axeFindings()).toEqual([])
})

const directory: Directory = { agencies, officers, areas: [], order_types: [], forums: [] }
const declined = rows.find(({ declined }) => declined)!

it('what was not undertaken asks why, and says so at its field', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(ActionUpdate, { row: rows[0]!, today: '2026-11-19', onsaved: vi.fn() })
  await user.selectOptions(screen.getByLabelText('Status'), 'not_undertaken')
  await user.click(screen.getByRole('button', { name: 'Save update' }))
  expect(screen.getByText('Say why it was not undertaken')).toBeTruthy()
  expect(asked(backend, 'set_action_status')).toEqual([])
  await user.type(screen.getByLabelText(/Why/), 'no staff')
  await user.click(screen.getByRole('button', { name: 'Save update' }))
  expect(asked(backend, 'set_action_status')).toEqual([{ id: 'act-1', status: 'not_undertaken', on: '2026-11-19', reason: 'no staff' }])
})

it('a declined answer needs its reason and who told', async () => {
  const backend = atDesk()
  const onsaved = vi.fn()
  const user = userEvent.setup()
  render(AnswerForm, { row: declined, today: '2026-11-19', onsaved })
  await user.click(screen.getByLabelText(/It declines/))
  await user.click(screen.getByRole('button', { name: 'Save answer' }))
  expect(screen.getByText('Say who told you')).toBeTruthy()
  expect(screen.getByText('Say why the agency declines it')).toBeTruthy()
  await user.type(screen.getByLabelText(/Told by/), 'D Penn')
  await user.type(screen.getByLabelText(/Why it declines/), 'not our tenant')
  await user.click(screen.getByRole('button', { name: 'Save answer' }))
  expect(asked(backend, 'answer_action')).toEqual([{ id: declined.id, accepts: false, on: '2026-11-19', told_by: 'D Penn', reason: 'not our tenant' }])
  expect(onsaved).toHaveBeenCalledOnce()
})

it('an action goes to another agency only with a reason', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(ReassignForm, { row: rows[0]!, directory, onsaved: vi.fn() })
  await user.type(screen.getByRole('combobox', { name: 'Goes to' }), 'Police{Enter}')
  await user.click(screen.getByRole('button', { name: 'Reassign' }))
  expect(screen.getByText('Say why somebody else gets it')).toBeTruthy()
  await user.type(screen.getByLabelText(/Why/), 'the tenancy ended')
  await user.click(screen.getByRole('button', { name: 'Reassign' }))
  expect(asked(backend, 'reassign_action')).toMatchObject([{ id: 'act-1', officer: null, reason: 'the tenancy ended' }])
})

it('an escalation names whom and why', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(EscalateForm, { row: rows[0]!, today: '2026-11-19', onsaved: vi.fn() })
  await user.click(screen.getByRole('button', { name: 'Escalate' }))
  expect(screen.getByText('Name the person or the level it is escalated to')).toBeTruthy()
  await user.type(screen.getByLabelText(/Escalated to/), 'the area manager')
  await user.type(screen.getByLabelText(/Why/), 'twice late')
  await user.click(screen.getByRole('button', { name: 'Escalate' }))
  expect(asked(backend, 'escalate_action')).toEqual([{ id: 'act-1', to: 'the area manager', reason: 'twice late', on: '2026-11-19' }])
})

it('a declined action says who, when and why wherever it is listed', () => {
  render(ActionList, { rows: [declined], onopen: vi.fn() })
  expect(screen.getByText('declined')).toBeTruthy()
  expect(screen.getByText('Declined on 17 Nov, told by D Penn: the block was sold in the spring')).toBeTruthy()
})

it('a usual action fills in what, type, due date and agency', async () => {
  const { list_action_templates } = answers
  const backend = atDesk({ list_action_templates })
  const user = userEvent.setup()
  render(ActionForm, { of: 'c-45', directory, onsaved: vi.fn(), oncancel: vi.fn() })
  await user.selectOptions(await screen.findByLabelText(/Usual action/), 'Prepare file for legal')
  await user.click(screen.getByRole('button', { name: 'Add action' }))
  expect(asked(backend, 'add_action')).toMatchObject([{ what: 'Prepare file for legal', kind: 'file_to_legal', due: '2026-12-03', agency: agencies.find(({ short_name }) => short_name === 'Police')!.id }])
})
