import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useBackend, type HubStatus } from '$backend'
import { fake, type Answers, type Fake } from '$backend/fake'
import App from '$frame/App.svelte'
import { holdGate } from '$frame/hub.svelte'
import { axeFindings } from '../../axe'
import { asked } from '../../gallery/at-desk'
import { answers, statuses } from '../../gallery/answers/frame'
import { answers as settings, onStick, stickCopies } from '../../gallery/answers/settings'
import { leaveRestore } from './restoring.svelte'

const own = { ...statuses.chair, sample: false, sample_passphrase: null }
const copies = [
  { path: '/home/field/hub/backups/new', at: Date.parse('2026-11-10T16:12Z'), kib: 2316, cases: 53, actions: 145, meetings: 1 },
  { path: '/home/field/hub/backups/old', at: Date.parse('2026-11-03T16:12Z'), kib: 2298, cases: 1, actions: 144, meetings: 13 },
]
const result = { status: own, made_at: copies[0]!.at, aside: '/home/field/hub/damaged/1', disposals: 2, disposals_known: true }
const wrong = { code: 'wrong_passphrase', message: 'That is not the passphrase of this hub', hint: null, field: 'passphrase' }

let backend: Fake
/** What the program answers, told as it tells it: that the hub changed, before the answer arrives. */
let status: HubStatus

beforeEach(() => {
  leaveRestore()
  holdGate(null)
})

afterEach(() => vi.useRealTimers())

async function shown(first: HubStatus, hash = '#/', more: Answers = {}) {
  location.hash = hash
  status = first
  backend = fake({
    get_today: answers.get_today!,
    get_settings: settings.get_settings!,
    hub_status: () => status,
    list_backups: ({ folder }) => (folder ? { folder, backups: stickCopies } : { folder: '/home/field/hub/backups', backups: copies }),
    restore_backup: async ({ passphrase }) => {
      status = passphrase === 'kettle otter violin' ? own : { ...statuses.locked, wait_seconds: 0 }
      backend.emit('changed', { what: ['hub', 'locked'], changes: 1 })
      await new Promise((done) => setTimeout(done, 20))
      if (status !== own) throw wrong
      return result
    },
    ...more,
  })
  useBackend(backend)
  render(App)
  return userEvent.setup()
}

const dialog = async () => within(await screen.findByRole('dialog', { name: 'Restore a copy' }))
type User = ReturnType<typeof userEvent.setup>

async function chosen(user: User, name: RegExp) {
  const way = await dialog()
  await user.click(await way.findByRole('radio', { name }))
  await user.click(way.getByRole('button', { name: 'Go on' }))
  return way
}

async function restored(user: User, passphrase = 'kettle otter violin') {
  const way = await dialog()
  await user.type(await way.findByLabelText('Passphrase'), passphrase)
  await user.click(way.getByRole('button', { name: 'Restore this copy' }))
}

it('a locked hub goes back to a copy in three steps, and opens only once the result was read', async () => {
  const user = await shown(statuses.locked, '#/cases/DEMO.45')
  await user.click(await screen.findByRole('button', { name: 'Restore a copy…' }))
  const way = await dialog()
  const radios = await way.findAllByRole('radio')
  expect(radios.map((radio) => radio.closest('label')?.textContent?.trim())).toEqual(['10 Nov 2026, 4.12 pm53 cases, 145 actions and 1 meeting', '3 Nov 2026, 4.12 pm1 case, 144 actions and 13 meetings'])
  expect(await axeFindings()).toEqual([])

  await chosen(user, /^10 Nov/)
  expect(document.activeElement?.textContent).toBe('2 of 3: What will happen')
  for (const words of [/written after that moment is not in the copy/, /The present file is kept aside/, /disposed of since is disposed of again/]) expect(way.getByText(words)).toBeTruthy()
  expect(await axeFindings()).toEqual([])

  await restored(user)
  expect(await way.findByText('The hub stands as it did on 10 Nov 2026, 4.12 pm.')).toBeTruthy()
  expect(asked(backend, 'restore_backup')).toEqual([{ path: '/home/field/hub/backups/new', passphrase: 'kettle otter violin' }])
  expect(way.getByText(/2 disposals since then were carried out again/)).toBeTruthy()
  expect(way.getByText('/home/field/hub/damaged/1')).toBeTruthy()
  expect(screen.queryByRole('navigation', { name: 'Main' })).toBeNull()
  expect(await axeFindings()).toEqual([])

  await user.click(way.getByRole('button', { name: 'Open the hub' }))
  expect(await screen.findByRole('navigation', { name: 'Main' })).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(location.hash, 'an address of what was open may lead nowhere in the copy').toBe('#/')
})

it('nothing goes on without a choice, and Back keeps it', async () => {
  const user = await shown(statuses.locked)
  await user.click(await screen.findByRole('button', { name: 'Restore a copy…' }))
  const way = await dialog()
  await way.findAllByRole('radio')
  await user.click(way.getByRole('button', { name: 'Go on' }))
  expect(way.getByText('Choose a copy')).toBeTruthy()
  await chosen(user, /^3 Nov/)
  await user.click(way.getByRole('button', { name: 'Back' }))
  expect((await way.findByRole<HTMLInputElement>('radio', { name: /^3 Nov/ })).checked).toBe(true)
})

it('an empty passphrase is asked for, a wrong one is said at its field, and the choice stays', async () => {
  const user = await shown(statuses.locked)
  await user.click(await screen.findByRole('button', { name: 'Restore a copy…' }))
  const way = await chosen(user, /^10 Nov/)
  await user.click(way.getByRole('button', { name: 'Restore this copy' }))
  expect(way.getByText('Type the passphrase.')).toBeTruthy()
  expect(asked(backend, 'restore_backup')).toEqual([])
  await restored(user, 'something else')
  expect(await way.findByText('That is not the passphrase of this hub')).toBeTruthy()
  expect(way.getByLabelText('Passphrase').getAttribute('aria-invalid')).toBe('true')
  await restored(user)
  expect(await way.findByText(/The hub stands as it did/)).toBeTruthy()
})

it('a copy that is refused says why, and nothing else happened', async () => {
  const gone = () => {
    throw { code: 'refused', message: 'That copy is not there any more; choose another one', hint: null, field: null }
  }
  const user = await shown(statuses.locked, '#/', { restore_backup: gone })
  await user.click(await screen.findByRole('button', { name: 'Restore a copy…' }))
  const way = await chosen(user, /^10 Nov/)
  await restored(user)
  expect((await way.findByRole('alert')).textContent).toContain('not there any more')
  await user.click(way.getByRole('button', { name: 'Back' }))
  await user.click(way.getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('heading', { name: 'Unlock the hub' })).toBeTruthy()
})

it('Escape puts the dialog away without a question', async () => {
  const user = await shown(statuses.locked)
  await user.click(await screen.findByRole('button', { name: 'Restore a copy…' }))
  const way = await chosen(user, /^10 Nov/)
  await user.type(way.getByLabelText('Passphrase'), 'half')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('another place is looked in, and one’s own again', async () => {
  const user = await shown(statuses.locked)
  backend.chooseFolder = async () => onStick
  await user.click(await screen.findByRole('button', { name: 'Restore a copy…' }))
  const way = await dialog()
  await user.click(way.getByRole('button', { name: 'Look in another place…' }))
  expect(await way.findByText(onStick)).toBeTruthy()
  expect(await way.findByRole('radio', { name: /^29 Sep/ })).toBeTruthy()
  await user.click(way.getByRole('button', { name: 'Look at this computer’s own' }))
  expect(await way.findByRole('radio', { name: /^3 Nov/ })).toBeTruthy()
  expect(asked(backend, 'list_backups')).toEqual([{ folder: null }, { folder: onStick }, { folder: null }])
})

it('a place without a copy says where copies lie', async () => {
  const user = await shown(statuses.locked, '#/', { list_backups: { folder: '/media/stick', backups: [] } })
  await user.click(await screen.findByRole('button', { name: 'Restore a copy…' }))
  const way = await dialog()
  expect(await way.findByText('No copy lies here.')).toBeTruthy()
  await user.click(way.getByRole('button', { name: 'Go on' }))
  expect(way.getByRole('alert').textContent).toContain('Look in another place')
})

it('a sample hub takes none but its own copies', async () => {
  const user = await shown(statuses.sample)
  await user.click(await screen.findByRole('button', { name: 'Restore a copy…' }))
  const way = await dialog()
  expect(way.queryByRole('button', { name: 'Look in another place…' })).toBeNull()
})

it('a hub that is refused offers a copy too', async () => {
  const user = await shown({ ...statuses.refused, refusal: 'The record is damaged.' })
  await screen.findByRole('heading', { name: 'The hub was not opened' })
  await user.click(screen.getByRole('button', { name: 'Restore a copy…' }))
  await chosen(user, /^10 Nov/)
  await restored(user)
  await user.click(await screen.findByRole('button', { name: 'Open the hub' }))
  expect(await screen.findByRole('navigation', { name: 'Main' })).toBeTruthy()
})

it('a record that proves damaged when it is unlocked offers a copy at once', async () => {
  const user = await shown(statuses.locked, '#/', {
    unlock: () => {
      throw { code: 'damaged', message: 'The record is damaged', hint: null, field: null }
    },
  })
  await user.type(await screen.findByLabelText('Passphrase'), 'kettle otter violin{Enter}')
  const notice = await screen.findByRole('alert')
  await user.click(within(notice).getByRole('button', { name: 'Restore a copy…' }))
  expect(await dialog()).toBeTruthy()
})

it('a new computer takes the hub from a memory stick', async () => {
  const user = await shown(statuses.absent, '#/', { restore_backup: async () => {
    status = own
    backend.emit('changed', { what: ['hub', 'locked'], changes: 1 })
    await new Promise((done) => setTimeout(done, 20))
    return { ...result, disposals: 0, disposals_known: false }
  } })
  backend.chooseFolder = async () => null
  await user.click(await screen.findByRole('button', { name: 'I have a copy on a memory stick…' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  backend.chooseFolder = async () => onStick
  await user.click(screen.getByRole('button', { name: 'I have a copy on a memory stick…' }))
  const way = await chosen(user, /^29 Sep/)
  expect(way.getByText(/as it was when the copy was made/)).toBeTruthy()
  expect(way.queryByText(/The present file is kept aside/)).toBeNull()
  await restored(user)
  expect(await way.findByText(/It is not known what was disposed of/)).toBeTruthy()
  expect(way.queryByText(/The file it replaced/)).toBeNull()
  await user.click(way.getByRole('button', { name: 'Open the hub' }))
  expect(await screen.findByRole('navigation', { name: 'Main' })).toBeTruthy()
})

it('an open hub goes back by the search, and a wrong passphrase, which locks it, is still told', async () => {
  const user = await shown(own, '#/settings/data?restore')
  const way = await chosen(user, /^10 Nov/)
  expect(location.hash).toBe('#/settings/data')
  await user.type(way.getByLabelText('Passphrase'), 'something else')
  await user.click(way.getByRole('button', { name: 'Restore this copy' }))
  expect(await screen.findByRole('heading', { name: 'Unlock the hub' })).toBeTruthy()
  expect(await screen.findByText('That is not the passphrase of this hub')).toBeTruthy()
  await restored(user)
  await user.click(await screen.findByRole('button', { name: 'Open the hub' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByRole('navigation', { name: 'Main' })).toBeTruthy()
})

it.each([
  ['locked', statuses.locked, '#/'],
  ['open', own, '#/settings/data'],
] as const)('a hub that was %s, restored and then left alone locks, and the result opens it no more', async (_, first, hash) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldAdvanceTime: true })
  await shown(first, hash, { lock_when_idle: () => (status = statuses.locked) })
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  await user.click(await screen.findByRole('button', { name: 'Restore a copy…' }))
  await chosen(user, /^10 Nov/)
  await restored(user)
  await screen.findByText(/The hub stands as it did/)
  await vi.advanceTimersByTimeAsync(6 * 60_000)
  expect(asked(backend, 'lock_when_idle')).toHaveLength(1)
  screen.queryByRole('button', { name: 'Open the hub' })?.click()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByRole('heading', { name: 'Unlock the hub' })).toBeTruthy()
  expect(screen.queryByRole('navigation', { name: 'Main' })).toBeNull()
})
