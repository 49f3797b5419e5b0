import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { useBackend, type AgendaItem, type AgendaView, type Directory, type SlotPlan } from '$backend'
import { fake, type Answers, type Fake } from '$backend/fake'
import { setHub } from '$frame/hub.svelte'
import { axeFindings } from '../../axe'
import { meeting } from '../../gallery/invented/room'
import Agenda from './Agenda.svelte'
import { dropBefore, placeOfDrop } from './parts/order'

// Because a whole screen in jsdom on a busy machine takes its time, and only a hang should fail.
vi.setConfig({ testTimeout: 30_000 })

const item = (position: number, more: Partial<AgendaItem>): AgendaItem => ({
  id: `i${position}`, position, about: { about: 'case', case: `c${position}` }, reference: `DEMO.${position}`, title: 'Person', why: 'every meeting', depth: 'full',
  starts: '14:08', minutes: 12, lights: ['red'], agencies: [], over_time: false, idle: 0, late: 0, fixed_at: null, pinned: false, needs: [], ...more,
})

function agenda(more: Partial<AgendaView> = {}): AgendaView {
  return {
    meeting: { ...meeting, status: 'planned' }, goes_out_on: '2026-11-20', freezes_at: '16:00', planned_minutes: 28, ends: '14:28', spare_minutes: 92, overflow: null,
    groups: [
      { group: 'opening', words: 'Opening', minutes: 4, items: [item(1, { about: { about: 'welcome' }, reference: null, title: 'Welcome', minutes: 4, lights: [], why: '' })] },
      { group: 'others', words: 'Others', minutes: 24, items: [item(2, {}), item(3, { why: 'action due 27 Nov' })] },
    ],
    who_comes: [{ id: 'a1', agency: 'Housing', arrives: '14:08', leaves: '14:25', words: '2.08 – 2.25', waiting: 5, presence: 'own_items', usual_presence: 'own_items' }],
    waiting_minutes: 5, can_take_back: false, not_kept: [],
    not_on_it: [{ about: { about: 'case', case: 'c12' }, reference: 'DEMO.12', title: 'Station Parade', why: 'ABC review 1 Dec', due: true, depth: 'quick', group: 'others', minutes: 5, lights: [] }],
    editable: true, ...more,
  }
}

async function open(view = agenda(), answers: Answers = {}): Promise<Fake> {
  setHub({
    state: 'open', refusal: null, folder: '', hub: 'Northbridge', sample: true, own_hub: null, sample_passphrase: null, wait_seconds: 0, recovered: false, lock: { idle_minutes: 5, in_room: false }, user: { name: 'A Field', role: 'coordinator' },
    rights: ['open', 'view', 'record', 'export'], marking: '', papers_left: [], version: '0.1.0', today: '2026-11-24',
  })
  const backend = fake({ get_agenda: view, move_item: view, amend_item: view, add_item: view, remove_item: view, set_presence: view, take_back_slots: view, get_directory: { agencies: [{ id: 'a1', name: 'Housing' }, { id: 'a2', name: 'Probation' }] } as unknown as Directory, begin_meeting: {} as never, ...answers })
  useBackend(backend)
  render(Agenda, { id: 'm1' })
  await screen.findByRole('heading', { name: 'Agenda, Tuesday 24 November 2026' })
  return backend
}
const calls = (backend: Fake, command: string) => backend.calls.filter((call) => call.command === command).map(({ request }) => request)

it('axe has nothing to say about the builder', async () => {
  await open()
  expect(await axeFindings()).toEqual([])
})

it('tells when the agenda freezes, and that it should have gone out', async () => {
  await open(agenda({ goes_out_on: '2026-11-27' }))
  expect(screen.getByText('agenda freezes Fri 27 Nov, 4 pm')).toBeTruthy()
  cleanup()
  await open()
  expect(screen.getByText('not issued yet, due Fri 20 Nov, 4 pm')).toBeTruthy()
})

it('a row moves by its buttons and by Alt and an arrow, and keeps the focus', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open()
  await user.click(screen.getByRole('button', { name: 'Move DEMO.3 up' }))
  expect(calls(backend, 'move_item')).toEqual([{ item: 'i3', to: 2 }])
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Move DEMO.3 up'))
  await fireEvent.keyDown(screen.getByLabelText('Minutes of DEMO.2'), { key: 'ArrowDown', altKey: true })
  expect(calls(backend, 'move_item').at(-1)).toEqual({ item: 'i2', to: 3 })
  expect(screen.getByRole('button', { name: 'Move DEMO.3 down' }).hasAttribute('disabled')).toBe(true)
})

it('a drop before a row becomes the place that the program understands', () => {
  expect(placeOfDrop(2, 5), 'down: the row itself leaves a gap').toBe(4)
  expect(placeOfDrop(5, 2)).toBe(2)
  expect([placeOfDrop(3, 3), placeOfDrop(3, 4)], 'onto itself').toEqual([null, null])
  expect([dropBefore([10, 20, 30], 5), dropBefore([10, 20, 30], 25), dropBefore([10, 20, 30], 99)]).toEqual([1, 3, 4])
})

it('minutes are changed in place, and nonsense is put back', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open()
  const minutes = screen.getByLabelText<HTMLInputElement>('Minutes of DEMO.2')
  await user.clear(minutes)
  await user.type(minutes, '20{Enter}')
  expect(calls(backend, 'amend_item')).toEqual([{ item: 'i2', title: null, depth: 'full', minutes: 20, group: 'others', fixed_at: null, pinned: false, needs: [] }])
  await user.clear(minutes)
  await user.type(minutes, 'many{Enter}')
  expect(calls(backend, 'amend_item')).toHaveLength(1)
  expect(minutes.value).toBe('12')
})

it('tells plainly what does not fit', async () => {
  await open(agenda({ overflow: 'DEMO.3 does not fit the room’s time; it ends at 4.00 pm.', spare_minutes: -8, planned_minutes: 128 }))
  expect(screen.getByText(/DEMO\.3 does not fit/)).toBeTruthy()
  expect(screen.getByText('8 min too long')).toBeTruthy()
})

it('what is not on it says why it could be, and is added', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open()
  await user.click(screen.getByRole('button', { name: 'See why, add one' }))
  const dialog = screen.getByRole('dialog')
  expect(within(dialog).getByText('ABC review 1 Dec')).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: 'Add DEMO.12' }))
  expect(calls(backend, 'add_item')).toEqual([{ meeting: 'm1', about: { about: 'case', case: 'c12' }, group: 'others', title: '', depth: 'quick', minutes: 5, fixed_at: null }])
})

it('of a hub without an open case nothing is said to be on the agenda', async () => {
  const user = userEvent.setup({ delay: null })
  await open(agenda({ groups: [], not_on_it: [] }))
  expect(screen.getByText('There is no other open case or tabled referral.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Add an item…' }))
  expect(within(screen.getByRole('dialog')).getByText('There is no other open case or tabled referral.')).toBeTruthy()
  expect(screen.queryByText(/Every open case/)).toBeNull()
})

it('the pack is looked at before it leaves the program', async () => {
  await open()
  const link = screen.getByRole('link', { name: 'Preview pack' })
  expect(decodeURIComponent(link.getAttribute('href') ?? '')).toBe('#/preview/{"paper":"agenda","meeting":"m1"}')
})

it('the meeting starts from here and goes to the room', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open()
  await user.click(screen.getByRole('button', { name: 'Start meeting' }))
  expect(calls(backend, 'begin_meeting')).toEqual([{ meeting: 'm1' }])
  await waitFor(() => expect(location.hash).toBe('#/room/m1'))
})

it('an agenda that stands as sent offers no way to change it but to take it back', async () => {
  await open(agenda({ editable: false, meeting: { ...meeting, status: 'issued' } }))
  expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Add an item…' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Take back to change' })).toBeTruthy()
  expect(screen.getByText(/Due and not on it: DEMO.12/)).toBeTruthy()
})

it('of a meeting that was held nothing is said to be missing or to be on it', async () => {
  await open(agenda({ editable: false, not_on_it: [], meeting: { ...meeting, status: 'concluded' } }))
  expect(screen.queryByRole('heading', { name: 'Not on the agenda' })).toBeNull()
})

const plan: SlotPlan = {
  items: [
    { item: 'i1', heading: 'Welcome', part: 'Opening', from: 1, began: '14:00', starts: '14:00', pinned: false, fixed_at: null },
    { item: 'i3', heading: 'DEMO.3', part: 'Others', from: 3, began: '14:16', starts: '14:04', pinned: false, fixed_at: '14:04' },
    { item: 'i2', heading: 'DEMO.2', part: 'Others', from: 2, began: '14:04', starts: '14:16', pinned: true, fixed_at: null },
  ],
  agencies: [{ agency: 'Housing', before: '2.00 – 2.28', after: '2.00 – 2.16', waiting_before: 12, waiting_after: 0 }],
  waiting_before: 12, waiting_after: 0, idle_before: 0, idle_after: 0, not_kept: ['R.1 is fixed for 2.20 pm and comes at 2.30 pm, 10 min late'], unchanged: false, exact: true,
}

it('the planned slots are shown before and after, taken over, and taken back', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open(agenda(), { plan_slots: plan, apply_slots: agenda({ can_take_back: true }) })
  await user.click(screen.getByRole('button', { name: 'Plan the slots…' }))
  const dialog = screen.getByRole('dialog')
  expect((await within(dialog).findByText(/Waiting in all/)).textContent).toContain('12 min → none')
  expect(within(dialog).getByText('2.00 – 2.28')).toBeTruthy()
  expect(within(dialog).getByText('12 → 0 min')).toBeTruthy()
  expect(within(dialog).getByText('R.1 is fixed for 2.20 pm and comes at 2.30 pm, 10 min late')).toBeTruthy()
  expect(within(dialog).getByText('item 3, 2.16')).toBeTruthy()
  expect(calls(backend, 'apply_slots')).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Take this order' }))
  expect(calls(backend, 'apply_slots')).toEqual([{ meeting: 'm1', order: ['i1', 'i3', 'i2'] }])
  await user.click(await screen.findByRole('button', { name: 'Take the planned order back' }))
  expect(calls(backend, 'take_back_slots')).toEqual([{ meeting: 'm1' }])
})

it('an order that cannot be better says so and offers nothing to take over', async () => {
  const user = userEvent.setup({ delay: null })
  await open(agenda(), { plan_slots: { ...plan, unchanged: true, waiting_after: 12 } })
  await user.click(screen.getByRole('button', { name: 'Plan the slots…' }))
  expect(await screen.findByText(/no other order is better/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Take this order' })).toBeNull()
})

it('an item that is kept in place is let go, and one is fixed with the agencies it needs', async () => {
  const user = userEvent.setup({ delay: null })
  const needs = [{ agency: 'a1', name: 'Housing', by_record: true, needed: true }]
  const kept = agenda({ groups: [{ group: 'others', words: 'Others', minutes: 24, items: [item(1, { pinned: true }), item(2, { needs, fixed_at: '14:30', late: 10 })] }] })
  const backend = await open(kept)
  expect(screen.getByText(/fixed for 2\.30 pm, 10 min late/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'DEMO.1 is kept in place; let the planner place it' }))
  expect(calls(backend, 'amend_item').at(-1)).toMatchObject({ item: 'i1', pinned: false })
  await user.click(screen.getByRole('button', { name: 'Time, place and agencies of DEMO.2' }))
  const dialog = screen.getByRole('dialog')
  await fireEvent.input(within(dialog).getByLabelText(/Begins at/), { target: { value: '15:00' } })
  await user.click(await within(dialog).findByRole('checkbox', { name: /Housing/ }))
  await user.click(within(dialog).getByRole('checkbox', { name: /Probation/ }))
  await user.click(within(dialog).getByRole('button', { name: 'Save' }))
  expect(calls(backend, 'amend_item').at(-1)).toEqual({
    item: 'i2', title: null, depth: 'full', minutes: 12, group: 'others', fixed_at: '15:00', pinned: false, needs: [{ agency: 'a1', needed: false }, { agency: 'a2', needed: true }],
  })
})

it('a break has its time, and an agency is there throughout this time', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open()
  await user.click(screen.getByRole('button', { name: 'Add an item…' }))
  const dialog = screen.getByRole('dialog')
  await user.click(within(dialog).getByRole('button', { name: 'Add the break' }))
  expect(within(dialog).getByText('Say when it begins.')).toBeTruthy()
  await fireEvent.input(within(dialog).getByLabelText('A break at'), { target: { value: '15:00' } })
  await user.click(within(dialog).getByRole('button', { name: 'Add the break' }))
  expect(calls(backend, 'add_item')).toEqual([{ meeting: 'm1', about: { about: 'break' }, group: null, title: '', depth: null, minutes: 10, fixed_at: '15:00' }])
  await user.click(within(dialog).getByRole('button', { name: 'Done' }))
  expect(screen.getByText('· waits 5 min')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Change for this meeting' }))
  await user.selectOptions(screen.getByLabelText('Housing is there'), 'throughout')
  expect(calls(backend, 'set_presence')).toEqual([{ meeting: 'm1', agency: 'a1', presence: 'throughout' }])
})

it('a part that comes twice stands in two sections', async () => {
  const run = (position: number, group: 'housing' | 'others') => ({ group, words: group === 'housing' ? 'Housing' : 'Others', minutes: 12, items: [item(position, {})] })
  await open(agenda({ groups: [run(1, 'housing'), run(2, 'others'), run(3, 'housing')] }))
  expect(screen.getByText('Housing · first')).toBeTruthy()
  expect(screen.getByText('Housing · again')).toBeTruthy()
})
