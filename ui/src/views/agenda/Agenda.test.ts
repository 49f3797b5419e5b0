import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { useBackend, type AgendaItem, type AgendaView, type Failure, type PaperMade } from '$backend'
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
  starts: '14:08', minutes: 12, lights: ['red'], agencies: [], over_time: false, ...more,
})

function agenda(more: Partial<AgendaView> = {}): AgendaView {
  return {
    meeting: { ...meeting, status: 'planned' }, goes_out_on: '2026-11-20', freezes_at: '16:00', planned_minutes: 28, ends: '14:28', spare_minutes: 92, overflow: null,
    groups: [
      { group: 'opening', words: 'Opening', minutes: 4, items: [item(1, { about: { about: 'welcome' }, reference: null, title: 'Welcome', minutes: 4, lights: [], why: '' })] },
      { group: 'others', words: 'Others', minutes: 24, items: [item(2, {}), item(3, { why: 'action due 27 Nov' })] },
    ],
    who_comes: [{ agency: 'Housing', arrives: '14:08', leaves: '14:25', words: '2.08 – 2.25' }],
    not_on_it: [{ about: { about: 'case', case: 'c12' }, reference: 'DEMO.12', title: 'Station Parade', why: 'ABC review 1 Dec', due: true, depth: 'quick', group: 'others', minutes: 5, lights: [] }],
    editable: true, ...more,
  }
}

async function open(view = agenda(), answers: Answers = {}): Promise<Fake> {
  setHub({
    state: 'open', refusal: null, folder: '', hub: 'Northbridge', sample: true, own_hub: null, sample_passphrase: null, wait_seconds: 0, user: { name: 'A Field', role: 'coordinator' },
    rights: ['open', 'view', 'record', 'export'], marking: '', version: '0.1.0', today: '2026-11-24',
  })
  const backend = fake({ get_agenda: view, move_item: view, amend_item: view, add_item: view, remove_item: view, begin_meeting: {} as never, ...answers })
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
  expect(calls(backend, 'amend_item')).toEqual([{ item: 'i2', title: 'Person', depth: 'full', minutes: 20, group: 'others' }])
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
  expect(calls(backend, 'add_item')).toEqual([{ meeting: 'm1', about: { about: 'case', case: 'c12' }, group: 'others', title: '', depth: 'quick', minutes: 5 }])
})

it('the pack opens in the viewer', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open(agenda(), { make_paper: { path: '/private/agenda.pdf', file_name: 'agenda.pdf', pages: 7, kib: 90, missing_characters: [] } })
  await user.click(screen.getByRole('button', { name: 'Preview pack' }))
  await waitFor(() => expect(backend.opened).toEqual(['/private/agenda.pdf']))
  expect(calls(backend, 'make_paper')).toEqual([{ wanted: { paper: 'agenda', meeting: 'm1' }, save_as: null }])
})

it('a pack that is being made can be called off', async () => {
  let refuse: (why: Failure) => void = () => undefined
  const backend = await open(agenda(), { make_paper: () => new Promise<PaperMade>((_, reject) => (refuse = reject)) })
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Preview pack' }))
  backend.emit('progress', { task: 'paper', done: 2, total: 13, words: 'Drawing the pages' })
  expect((await screen.findByText(/Drawing the pages/)).textContent).toBe('Drawing the pages 2 of 13')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(calls(backend, 'call_off')).toEqual([{}])
  refuse({ code: 'cancelled', message: 'The paper was called off; nothing was saved', hint: null, field: null })
  expect(await screen.findByText('The paper was called off; nothing was saved.')).toBeTruthy()
  expect(screen.queryByRole('progressbar')).toBeNull()
  expect(backend.opened).toEqual([])
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
})
