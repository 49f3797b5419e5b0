import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { axeFindings } from '../../axe'
import { preview, view } from '../../gallery/answers/cases'
import { asked, atDesk } from '../../gallery/at-desk'
import CaseHistory from './CaseHistory.svelte'
import CombineDialog from './CombineDialog.svelte'
import Demand from './Demand.svelte'
import EditInPlace from './EditInPlace.svelte'
import Forums from './Forums.svelte'
import ReopenDialog from './ReopenDialog.svelte'
import SplitDialog from './SplitDialog.svelte'

const refusal = (field: string, message: string) => () => {
  throw { code: 'refused', message, hint: null, field }
}
const laidOut = (more = {}) => {
  const backend = atDesk(more)
  const [onsaved, onclose] = [vi.fn(), vi.fn()]
  return { backend, onsaved, onclose, user: userEvent.setup(), props: { view, onsaved, onclose } }
}

it('a split takes along what was chosen, and nothing is chosen beforehand', async () => {
  const { backend, user, props, onclose } = laidOut()
  render(SplitDialog, props)
  const box = await screen.findByRole('checkbox', { name: /45\/3 Joint visit/ })
  expect((box as HTMLInputElement).checked).toBe(false)
  await user.click(box)
  await user.type(screen.getByLabelText(/Letter/), 'a')
  await user.click(screen.getByRole('button', { name: 'Split off DEMO.45a' }))
  expect(asked(backend, 'split_case')).toMatchObject([{ case: 'c-45', split: { letter: 'a', kind: 'person', goes: [{ piece: 'action', action: 'x-1' }] } }])
  expect(onclose).toHaveBeenCalledOnce()
})

it('a letter that is taken is told at its field, and what was typed stays', async () => {
  const { user, props, onclose } = laidOut({ split_case: refusal('letter', 'DEMO.45a is taken; choose another letter') })
  render(SplitDialog, props)
  const letter = await screen.findByLabelText(/Letter/)
  await user.type(letter, 'a')
  await user.click(screen.getByRole('button', { name: 'Split off DEMO.45a' }))
  expect(letter.getAttribute('aria-invalid')).toBe('true')
  expect((letter as HTMLInputElement).value).toBe('a')
  expect(onclose).not.toHaveBeenCalled()
})

it('combining names the other case and lists what goes and what stays', async () => {
  const { backend, user, props } = laidOut()
  render(CombineDialog, props)
  await user.click(screen.getByRole('button', { name: 'Combine' }))
  expect(screen.getAllByText('Choose the case that it goes on in').length).toBeGreaterThan(0)
  expect(asked(backend, 'combine_cases')).toEqual([])
  await user.type(screen.getByRole('combobox', { name: /Goes on in/ }), 'DEMO.21')
  await user.click(await screen.findByRole('option', { name: /DEMO\.21/ }))
  const stays = await screen.findByRole('checkbox', { name: /X-Ref DEMO\.21/ })
  expect((stays as HTMLInputElement).disabled).toBe(true)
  await user.click(screen.getByRole('checkbox', { name: /CBO/ }))
  await user.click(screen.getByRole('button', { name: 'Combine with DEMO.21' }))
  expect(asked(backend, 'combine_cases')).toEqual([{ case: 'c-45', into: 'DEMO.21', goes: preview.rows.slice(0, 2).map(({ piece }) => piece) }])
})

it('a count of calls is entered in place with its source', async () => {
  const { backend, user, onsaved } = laidOut()
  render(Demand, { view: { ...view, demand: [] }, editable: true, editing: 'new', onsaved })
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(screen.getByText('Say whose count it is, such as the police')).toBeTruthy()
  await user.type(screen.getByLabelText('First day'), '2026-09-01')
  await user.type(screen.getByLabelText('Last day'), '2026-09-28')
  await user.type(screen.getByLabelText('How many'), '12')
  await user.type(screen.getByLabelText('Whose count'), 'Police')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(asked(backend, 'add_demand_count')).toEqual([{ case: 'c-45', fields: { counted: 'calls', first_day: '2026-09-01', last_day: '2026-09-28', number: 12, source: 'Police' } }])
  expect(onsaved).toHaveBeenCalledOnce()
})

it('a count that ends before it begins is told at its field', async () => {
  const { user, onsaved } = laidOut({ amend_demand_count: refusal('last_day', 'The count cannot end before it begins') })
  render(Demand, { view, editable: true, editing: 'd-1', onsaved })
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('The count cannot end before it begins')).toBeTruthy()
  expect(onsaved).not.toHaveBeenCalled()
})

it('what is typed of a count stays when the record is read again, and Escape throws none of it away', async () => {
  const { user, onsaved } = laidOut()
  const { rerender } = render(Demand, { view, editable: true, editing: 'd-1', onsaved })
  const number = () => screen.queryByLabelText('How many') as HTMLInputElement | null
  await user.type(screen.getByLabelText('How many'), '9')
  const typed = number()?.value
  await rerender({ view: structuredClone(view) })
  expect(number()?.value).toBe(typed)
  await user.keyboard('{Escape}')
  expect(number()?.value).toBe(typed)
  await user.keyboard('{Backspace}{Escape}')
  expect(number()).toBeNull()
})

it('another forum is a name and its days, and the form says that content does not belong here', async () => {
  const { backend, user, onsaved } = laidOut()
  render(Forums, { view, forums: [['MARAC', 'conference']], editable: true, onsaved })
  await user.click(screen.getByRole('button', { name: 'Add a forum' }))
  expect(screen.getByText(/Never what is said there/)).toBeTruthy()
  await user.type(screen.getByLabelText(/^Since/), '{Escape}')
  await user.click(screen.getByRole('button', { name: 'Add a forum' }))
  await user.type(screen.getByRole('combobox', { name: 'Forum' }), 'Early help')
  await user.type(screen.getByLabelText(/^Since/), '{Escape}')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(asked(backend, 'add_forum_link')).toEqual([{ case: 'c-45', fields: { forum: 'Early help', since: null, until: null } }])
})

it('a fact is changed where it stands, and all others stay as they are', async () => {
  const { backend, user, props } = laidOut()
  const { get_directory } = (await import('../../gallery/answers/directory')).answers
  render(EditInPlace, { ...props, directory: get_directory as never, fact: 'legal_lead' })
  await user.type(screen.getByLabelText('Legal lead'), 'V Aldridge')
  await user.keyboard('{Enter}')
  expect(asked(backend, 'amend_case')).toMatchObject([{ id: 'c-45', fields: { legal_lead: 'V Aldridge', outline: view.case.outline, lead_agency: 'a-police' } }])
})

it('Escape keeps what was typed of a fact for the next time, and Cancel throws it away', async () => {
  const { backend, user, props, onclose } = laidOut()
  const { get_directory } = (await import('../../gallery/answers/directory')).answers
  const edit = () => render(EditInPlace, { ...props, directory: get_directory as never, fact: 'legal_lead' })
  const first = edit()
  await user.type(screen.getByLabelText('Legal lead'), 'V Aldridge{Escape}')
  expect(onclose).toHaveBeenCalledOnce()
  expect(asked(backend, 'discard_drafts')).toEqual([])
  first.unmount()
  await vi.waitFor(() => expect(asked(backend, 'save_draft')).toEqual([{ key: 'case/c-45/fact/legal_lead', text: JSON.stringify({ legal_lead: 'V Aldridge', over: '{"legal_lead":""}' }) }]))
  const again = edit()
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await vi.waitFor(() => expect(asked(backend, 'discard_drafts')).toEqual([{ prefix: 'case/c-45/fact/legal_lead' }]))
  again.unmount()
  edit()
  await user.type(screen.getByLabelText('Legal lead'), '{Escape}')
  await vi.waitFor(() => expect(onclose).toHaveBeenCalledTimes(3))
})

it.each([
  ['{"legal_lead":""}', 'What you typed earlier is here again.'],
  ['{"legal_lead":"J Bell"}', 'What you typed earlier is here again. The record was changed since: Cancel shows what it says now.'],
])('a fact says when what was typed earlier is in it, and whether the record was changed since: over %s', async (over, words) => {
  const { props } = laidOut({ list_drafts: () => ({ drafts: [{ key: 'case/c-45/fact/legal_lead', text: JSON.stringify({ legal_lead: 'V Aldridge', over }) }] }) })
  const { get_directory } = (await import('../../gallery/answers/directory')).answers
  render(EditInPlace, { ...props, directory: get_directory as never, fact: 'legal_lead' })
  expect(await screen.findByText(words)).toBeTruthy()
  expect((screen.getByLabelText('Legal lead') as HTMLInputElement).value).toBe('V Aldridge')
})

it('re-opening asks why', async () => {
  const { backend, user, props } = laidOut()
  render(ReopenDialog, { ...props, today: '2026-11-19' })
  await user.click(screen.getByRole('button', { name: 'Re-open' }))
  expect(screen.getByText('Say why the case comes back')).toBeTruthy()
  await user.type(screen.getByLabelText('Why it comes back'), 'calls began again')
  await user.click(screen.getByRole('button', { name: 'Re-open' }))
  expect(asked(backend, 'reopen_case')).toEqual([{ case: 'c-45', on: '2026-11-19', reason: 'calls began again' }])
})

it('the history shows the latest first, and all when asked', async () => {
  const { user } = laidOut()
  render(CaseHistory, { props: { events: view.events } })
  const lines = () => within(screen.getByRole('list')).getAllByRole('listitem')
  expect(lines()).toHaveLength(8)
  expect(lines()[0]!.textContent).toContain('Printed')
  await user.click(screen.getByRole('button', { name: 'Show all 11' }))
  expect(lines()).toHaveLength(11)
})

it('none of it holds anything that axe minds', async () => {
  const { props, onsaved } = laidOut()
  render(SplitDialog, props)
  await screen.findByRole('checkbox', { name: /45\/3/ })
  render(Demand, { view, editable: true, editing: 'd-1', onsaved })
  expect(await axeFindings()).toEqual([])
})
