import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fake, type Fake } from '$backend/fake'
import { useBackend } from '$backend'
import { singleKeys, tableCopies, toast } from '$shared'
import { axeFindings } from '../axe'
import { answers, statuses } from '../gallery/answers/frame'
import { defaults } from '../gallery/answers/settings'
import { users } from '../gallery/answers/users'
import { askBeforeClosing } from '$shared/leaving'
import App from './App.svelte'
import { setHub } from './hub.svelte'

let backend: Fake

beforeEach(() => {
  location.hash = '#/today'
  backend = fake({ ...answers, hub_status: statuses.open })
  useBackend(backend)
  setHub(statuses.open)
})

afterEach(() => vi.useRealTimers())

async function opened() {
  const user = userEvent.setup()
  render(App)
  await screen.findByRole('heading', { name: 'Today', level: 1 })
  await screen.findByText('2.00 pm to 4.00 pm', { exact: false })
  return user
}

it('the rail says where one is, and axe has nothing to say about frame and Today', async () => {
  await opened()
  expect(screen.getByRole('link', { name: 'Today' }).getAttribute('aria-current')).toBe('page')
  await waitFor(() => expect(document.title).toBe('Today · Hub Tasking'))
  expect(await axeFindings()).toEqual([])
})

it('a window that somebody closes stays open while something would be lost, and closes otherwise', async () => {
  await opened()
  const said = () => backend.calls.map(({ command }) => command).filter((command) => /clos/.test(command))
  const ask = vi.fn(async () => false)
  const over = askBeforeClosing(ask)
  backend.emit('closing', null)
  await waitFor(() => expect(said()).toEqual(['hold_closing', 'hold_closing']))
  over()
  backend.emit('closing', null)
  await waitFor(() => expect(said()).toEqual(['hold_closing', 'hold_closing', 'close_console']))
  expect(ask).toHaveBeenCalledTimes(1)
})

it('the skip link leads to the heading', async () => {
  const user = await opened()
  await user.click(screen.getByRole('link', { name: 'Skip to the content' }))
  expect(document.activeElement?.textContent?.trim()).toBe('Today')
})

it('Ctrl+K finds a case and Enter goes there', async () => {
  const user = await opened()
  await user.keyboard('{Control>}k{/Control}')
  const box = await screen.findByRole('combobox', { name: 'Case, person, action, meeting or command' })
  expect(document.activeElement).toBe(box)
  await user.type(box, 'demo')
  await screen.findByRole('option', { name: /DEMO\.45/ })
  expect(await axeFindings(document.querySelector('dialog')!)).toEqual([])
  await user.keyboard('{Enter}')
  expect(location.hash).toBe('#/cases/DEMO.45')
})

it('Enter before the answer is there goes to what is found', async () => {
  const user = await opened()
  await user.keyboard('{Control>}k{/Control}')
  await user.keyboard('zz45{Enter}')
  await waitFor(() => expect(location.hash).toBe('#/cases/DEMO.45'))
})

it('the search begins things too, and a hit that arrives later takes no command away', async () => {
  const user = await opened()
  await user.keyboard('{Control>}k{/Control}')
  await user.keyboard('new case')
  await screen.findByRole('option', { name: /DEMO\.45/ })
  await user.keyboard('{Enter}')
  expect(location.hash).toBe('#/cases/new')
})

it('the search offers a reader nothing that writes', async () => {
  backend.answer({ hub_status: statuses.reader })
  const user = await opened()
  await user.keyboard('{Control>}k{/Control}')
  await screen.findByRole('option', { name: /Late actions/ })
  expect(screen.queryByRole('option', { name: /Restore a copy/ })).toBeNull()
  expect(screen.queryByRole('option', { name: /New case|Import|Plan/ })).toBeNull()
})

it('single letters rest when the settings switch them off', async () => {
  backend.answer({ get_settings: { settings: { ...defaults, single_letter_keys: false } } as never })
  const user = await opened()
  await waitFor(() => expect(singleKeys.on).toBe(false))
  await user.keyboard('?')
  expect(screen.queryByRole('dialog', { name: 'Keys' })).toBeNull()
  await user.keyboard('{F1}')
  expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeTruthy()
  singleKeys.on = true
})

it('nothing is kept in the browser’s storage', async () => {
  await opened()
  expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, ''])
})

it('a question mark shows the keys', async () => {
  const user = await opened()
  await user.keyboard('?')
  expect((await screen.findByRole('dialog', { name: 'Keys' })).textContent).toContain('Search, go anywhere')
})

it('the page of keys begins at its top, and Space there switches nothing off', async () => {
  const user = await opened()
  await user.keyboard('{F1}')
  const dialog = await screen.findByRole('dialog', { name: 'Keys' })
  expect(document.activeElement).toBe(dialog.querySelector('h3'))
  await user.keyboard(' ')
  expect(singleKeys.on).toBe(true)
  expect(await axeFindings(dialog)).toEqual([])
})

it('Ctrl+L locks, and nothing of the hub stays on the screen', async () => {
  const user = await opened()
  toast('DEMO.45 was closed.')
  await screen.findByText('DEMO.45 was closed.')
  await user.keyboard('{Control>}l{/Control}')
  await waitFor(() => expect(screen.queryByRole('navigation')).toBeNull())
  expect(backend.calls.map(({ command }) => command)).toContain('lock')
  expect(document.body.textContent).not.toMatch(/Prevention|DEMO/)
})

it('locking in another window locks this one', async () => {
  await opened()
  backend.answer({ hub_status: statuses.locked })
  backend.emit('locked', null)
  await waitFor(() => expect(screen.queryByRole('navigation')).toBeNull())
})

it('a hub that cannot be opened says why and offers another try', async () => {
  backend.answer({ hub_status: statuses.refused })
  render(App)
  expect((await screen.findByRole('alert')).textContent).toContain('kept in step with OneDrive')
  expect(document.body.textContent).toContain(statuses.refused?.folder)
  expect(screen.queryByRole('navigation')).toBeNull()
  expect(await axeFindings()).toEqual([])
  backend.answer({ hub_status: statuses.open })
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('navigation', { name: 'Main' })).toBeTruthy()
})

it('an address without a screen says so', async () => {
  await opened()
  location.hash = '#/nowhere'
  expect(await screen.findByText('There is no screen at this address.')).toBeTruthy()
})

it('going to another screen puts the focus on its heading', async () => {
  await opened()
  location.hash = '#/nowhere'
  await screen.findByText('There is no screen at this address.')
  location.hash = '#/today'
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Today', level: 1 })))
})

it('a meeting that a pulled plug stopped opens again at once, and Back leads out of it', async () => {
  location.hash = ''
  const { get_today: day } = answers as { get_today: { next: object } }
  useBackend(fake({ ...answers, hub_status: statuses.open, get_today: { ...day, next: { ...day.next, id: 'm1', status: 'running' } } } as never))
  render(App)
  await waitFor(() => expect(location.hash).toBe('#/room/m1'))
  location.hash = '#/'
  await screen.findByRole('heading', { name: 'Today', level: 1 })
  expect(location.hash).toBe('#/')
})

it.each([
  ['people and keys', /People and keys/, '#/settings/people'],
  ['change my pass', /Change my passphrase/, '#/settings/people'],
  ['restore', /Restore a copy/, '#/settings/data'],
])('the search leads to “%s”', async (typed, name, hash) => {
  backend.answer({ get_settings: { settings: defaults, defaults, areas: [], holidays_source: '', holidays_last_year: 2028, folder: '', backups: [] }, list_users: users, list_backups: { folder: '', backups: [] } })
  const user = await opened()
  await user.keyboard('{Control>}k{/Control}')
  await user.keyboard(typed)
  await user.click(await screen.findByRole('option', { name }))
  await waitFor(() => expect(location.hash).toBe(hash))
})

it('whoever came in with the recovery key is led to a new passphrase, and may go elsewhere', async () => {
  backend.answer({ hub_status: statuses.recovered, list_users: users, get_settings: { settings: defaults, defaults, areas: [], holidays_source: '', holidays_last_year: 2028, folder: '', backups: [] } })
  render(App)
  expect(await screen.findByText(/You came in with the recovery key/)).toBeTruthy()
  expect(location.hash).toBe('#/settings/people')
  location.hash = '#/today'
  await screen.findByRole('heading', { name: 'Today', level: 1 })
  expect(location.hash).toBe('#/today')
})

it('on a person’s page the search offers who saw what of that person, and nowhere else', async () => {
  const user = await opened()
  const offered = async () => {
    await user.keyboard('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox', { name: 'Case, person, action, meeting or command' }), 'who saw')
    return screen.queryByRole('option', { name: /Who saw what of this person/ })
  }
  expect(await offered()).toBeNull()
  await user.keyboard('{Escape}')
  location.hash = '#/people/p1'
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Today', level: 1 })).toBeNull())
  await user.click((await offered())!)
  expect(location.hash).toBe('#/people/p1/access')
})

it('rows may be copied by whoever may take them out, and by nobody else', async () => {
  await opened()
  await waitFor(() => expect(tableCopies.allowed).toBe(true))
  backend.answer({ note_table_copy: {} })
  const copied = { table: 'cases', rows: 1, references: ['DEMO.45'] }
  await tableCopies.note(copied)
  expect(backend.calls.filter(({ command }) => command === 'note_table_copy').map(({ request }) => request)).toEqual([copied])
  await tableCopies.put('DEMO.45')
  expect(backend.copied).toEqual(['DEMO.45'])
  backend.answer({ hub_status: statuses.reader })
  backend.emit('changed', { what: ['hub'], changes: 1 })
  await waitFor(() => expect(tableCopies.allowed).toBe(false))
})

it('a hub that nobody touches locks, unless the answer says that a meeting runs', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldAdvanceTime: true })
  backend.answer({ lock_when_idle: statuses.open })
  await opened()
  const asked = () => backend.calls.filter(({ command }) => command === 'lock_when_idle').length
  await vi.advanceTimersByTimeAsync(5 * 60_000)
  expect(asked()).toBe(1)
  expect(screen.getByRole('navigation', { name: 'Main' })).toBeTruthy()
  backend.answer({ lock_when_idle: statuses.locked })
  await vi.advanceTimersByTimeAsync(5 * 60_000)
  expect(asked()).toBe(2)
  await waitFor(() => expect(screen.queryByRole('navigation')).toBeNull())
  await vi.advanceTimersByTimeAsync(30 * 60_000)
  expect(asked(), 'a locked hub is not asked again').toBe(2)
})

it('minutes that are changed in the settings apply at once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldAdvanceTime: true })
  await opened()
  backend.answer({ hub_status: { ...statuses.open, lock: { idle_minutes: 0, in_room: false } } })
  backend.emit('changed', { what: ['settings'], changes: 1 })
  await vi.advanceTimersByTimeAsync(60 * 60_000)
  expect(backend.calls.map(({ command }) => command)).not.toContain('lock_when_idle')
  backend.answer({ hub_status: { ...statuses.open, lock: { idle_minutes: 1, in_room: false } } })
  backend.emit('changed', { what: ['settings'], changes: 2 })
  await vi.advanceTimersByTimeAsync(61_000)
  expect(backend.calls.map(({ command }) => command)).toContain('lock_when_idle')
})
