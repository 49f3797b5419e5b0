import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { useBackend, type MeetingRow, type NeedView, type SettingsView } from '$backend'
import { fake, type Answers, type Fake } from '$backend/fake'
import { setHub } from '$frame/hub.svelte'
import { axeFindings } from '../../axe'
import { meeting } from '../../gallery/invented/room'
import Meeting from './Meeting.svelte'
import Meetings from './Meetings.svelte'

// Because a whole screen in jsdom on a busy machine takes its time, and only a hang should fail.
vi.setConfig({ testTimeout: 30_000 })

const settings = { settings: { rooms: ['Town hall'], meeting_starts: '13:30', meeting_minutes: 90 } } as unknown as SettingsView
const planned: MeetingRow = { ...meeting, status: 'planned' }

const draft = { to: ['J Bell, Housing', 'Police'], subject: 'No meeting', text: 'It is not held: nothing is due.' }

function use(answers: Answers): Fake {
  setHub({
    state: 'open', refusal: null, folder: '', hub: 'Northbridge', sample: true, own_hub: null, sample_passphrase: null, wait_seconds: 0, recovered: false, lock: { idle_minutes: 5, in_room: false }, user: { name: 'A Field', role: 'coordinator' },
    rights: ['open', 'view', 'record'], marking: '', papers_left: [], version: '0.1.0', today: '2026-11-19',
  })
  const backend = fake({ get_settings: settings, ...answers })
  useBackend(backend)
  return backend
}
const calls = (backend: Fake, command: string) => backend.calls.filter((call) => call.command === command).map(({ request }) => request)

it('names the next meeting, and why a day was passed over', async () => {
  use({ list_meetings: { proposed: '2026-12-01', remarks: ['tuesday 29 December follows a bank holiday'], rows: [planned, { ...planned, id: 'm0', date: '2026-11-17', status: 'concluded' }], need: null } })
  const { container } = render(Meetings)
  expect((await screen.findByRole('link', { name: 'Tuesday 24 November 2026' })).getAttribute('href')).toBe('#/meetings/m1')
  expect(screen.getByText('Tuesday 29 December follows a bank holiday')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Minutes' }).getAttribute('href')).toBe('#/meetings/m0/minutes')
  expect(await axeFindings(container)).toEqual([])
})

it('plans a meeting from what the hub usually does', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = use({ list_meetings: { proposed: '2026-12-01', remarks: [], rows: [], need: null }, add_meeting: planned })
  render(Meetings)
  await user.click(await screen.findByRole('button', { name: 'Plan a meeting' }))
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Begins').value).toBe('13:30'))
  await user.type(screen.getByLabelText(/^Chair/), 'R Dale')
  await user.click(screen.getByRole('button', { name: 'Plan the meeting' }))
  expect(calls(backend, 'add_meeting')).toEqual([{ date: '2026-12-01', starts: '13:30', minutes: 90, room: 'Town hall', chair: 'R Dale' }])
  await waitFor(() => expect(location.hash).toBe('#/meetings/m1/agenda'))
})

it('a meeting that has no room on purpose gets none when its plan is changed', async () => {
  const user = userEvent.setup({ delay: null })
  const roomless = { ...planned, room: '' }
  const backend = use({ get_meeting: roomless, get_need: { need: null }, amend_meeting: roomless })
  render(Meeting, { id: 'm1' })
  await user.click(await screen.findByRole('button', { name: /^Change/ }))
  await waitFor(() => expect(calls(backend, 'get_settings').length).toBeGreaterThan(0))
  await user.click(screen.getByRole('button', { name: 'Save the change' }))
  expect(calls(backend, 'amend_meeting')).toMatchObject([{ plan: { room: '' } }])
})

it('a length that no meeting has is put right before anything is sent', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = use({ list_meetings: { proposed: '2026-12-01', remarks: [], rows: [], need: null }, add_meeting: planned })
  render(Meetings)
  await user.click(await screen.findByRole('button', { name: 'Plan a meeting' }))
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Length in minutes').value).toBe('90'))
  await user.clear(screen.getByLabelText('Length in minutes'))
  await user.type(screen.getByLabelText('Length in minutes'), '600{Enter}')
  expect(screen.getByRole('link', { name: 'A meeting takes between 15 minutes and 8 hours.' })).toBeTruthy()
  expect(calls(backend, 'add_meeting')).toEqual([])
})

it('cancelling needs a reason', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = use({ get_meeting: planned, cancel_meeting: { ...planned, status: 'cancelled' }, get_need: { need: null }, draft_notice: draft })
  render(Meeting, { id: 'm1' })
  await user.click(await screen.findByRole('button', { name: 'Cancel the meeting…' }))
  await user.click(screen.getByRole('button', { name: 'Cancel the meeting' }))
  expect(calls(backend, 'cancel_meeting')).toEqual([])
  await user.type(screen.getByLabelText('Reason'), 'nothing due')
  await user.click(screen.getByRole('button', { name: 'Cancel the meeting' }))
  expect(calls(backend, 'cancel_meeting')).toEqual([{ meeting: 'm1', because: 'nothing due' }])
})

const need = (more: Partial<NeedView>): NeedView => ({ meeting: 'm1', words: 'There is need to meet: 3 reviews', needed: true, matters: ['3 reviews'], advice: { advice: 'hold' }, ...more })

it('a meeting for nothing is cancelled with the reason proposed, and its notice is copied', async () => {
  const user = userEvent.setup({ delay: null })
  const nothing = need({ words: 'Nothing is due: there is no need to meet', needed: false, matters: [], advice: { advice: 'cancel', because: 'nothing is due' } })
  const backend = use({ list_meetings: { proposed: '2026-12-01', remarks: [], rows: [planned], need: nothing }, cancel_meeting: { ...planned, status: 'cancelled' }, draft_notice: draft })
  render(Meetings)
  expect(await screen.findByText(/there is no need to meet/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Cancel the meeting…' }))
  expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('nothing is due')
  expect(calls(backend, 'draft_notice')).toEqual([{ meeting: 'm1', because: 'nothing is due' }])
  await user.click(await screen.findByRole('button', { name: 'Copy the notice' }))
  await waitFor(async () => expect(await navigator.clipboard.readText()).toBe('To: J Bell, Housing; Police\nSubject: No meeting\n\nIt is not held: nothing is due.'))
  await user.click(screen.getByRole('button', { name: 'Cancel the meeting' }))
  expect(calls(backend, 'cancel_meeting')).toEqual([{ meeting: 'm1', because: 'nothing is due' }])
})

it('a meeting after a bank holiday is offered to be moved', async () => {
  const user = userEvent.setup({ delay: null })
  const moved = need({ advice: { advice: 'move', because: 'the day before is Boxing Day (substitute day)', to: '2027-01-05' } })
  use({ get_meeting: planned, get_need: { need: moved } })
  render(Meeting, { id: 'm1' })
  expect(await screen.findByText(/The day before is Boxing Day/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Move it to Tuesday 5 January 2027…' }))
  expect(screen.getByLabelText<HTMLInputElement>('Date').value).toBe('2027-01-05')
})

it('names what waits where there is need to meet', async () => {
  use({ get_meeting: planned, get_need: { need: need({}) } })
  render(Meeting, { id: 'm1' })
  expect(await screen.findByText('There is need to meet: 3 reviews.')).toBeTruthy()
})
