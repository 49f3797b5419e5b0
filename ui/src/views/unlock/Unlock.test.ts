import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { tick } from 'svelte'
import { afterEach, expect, it, vi } from 'vitest'
import { useBackend, type HubStatus } from '$backend'
import { fake, type Fake } from '$backend/fake'
import { hub, setHub } from '$frame/hub.svelte'
import { axeFindings } from '../../axe'
import { statuses } from '../../gallery/answers/frame'
import Unlock from './Unlock.svelte'

let backend: Fake

const wrong = { code: 'wrong_passphrase', message: 'That is not the passphrase of this hub', hint: null, field: null }

function shown(status: HubStatus) {
  backend = fake({
    hub_status: status,
    unlock: ({ passphrase }) => {
      if (passphrase !== 'kettle otter violin') throw wrong
      return statuses.open
    },
  })
  useBackend(backend)
  setHub(status)
  render(Unlock)
}

afterEach(() => vi.useRealTimers())

it('the focus is in the passphrase, and Enter opens the hub', async () => {
  const user = userEvent.setup()
  shown(statuses.locked)
  expect(await axeFindings()).toEqual([])
  expect(document.activeElement).toBe(screen.getByLabelText('Passphrase'))
  await user.keyboard('kettle otter violin{Enter}')
  await waitFor(() => expect(hub()?.state).toBe('open'))
})

it('a wrong passphrase says so at the field and asks how long to wait', async () => {
  const user = userEvent.setup()
  shown(statuses.locked)
  backend.answer({ hub_status: { ...statuses.locked, wait_seconds: 5 } })
  await user.keyboard('something else{Enter}')
  const field = screen.getByLabelText('Passphrase')
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  expect(screen.getByText(/That is not the passphrase of this hub/)).toBeTruthy()
  expect((await screen.findByRole('timer')).textContent).toBe('5 s')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Unlock' }).disabled).toBe(true)
  await user.keyboard('{Enter}')
  expect(backend.calls.filter(({ command }) => command === 'unlock')).toHaveLength(1)
})

it('the wait counts down and then lets one try again', async () => {
  vi.useFakeTimers()
  shown({ ...statuses.locked, wait_seconds: 65 })
  expect(screen.getByRole('timer').textContent).toBe('1 min 5 s')
  await vi.advanceTimersByTimeAsync(60_000)
  await tick()
  expect(screen.getByRole('timer').textContent).toBe('5 s')
  await vi.advanceTimersByTimeAsync(5_250)
  await tick()
  expect(screen.queryByRole('timer')).toBeNull()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Unlock' }).disabled).toBe(false)
})

it('an empty field asks for the passphrase and sends nothing', async () => {
  const user = userEvent.setup()
  shown(statuses.locked)
  await user.click(screen.getByRole('button', { name: 'Unlock' }))
  expect(screen.getByText(/Type the passphrase/)).toBeTruthy()
  expect(backend.calls).toEqual([])
})

it('only a sample hub shows its passphrase', () => {
  shown(statuses.sample)
  expect(document.body.textContent).toContain('Its passphrase is sample.')
})

it('a real hub shows no passphrase', () => {
  shown(statuses.locked)
  expect(document.body.textContent).not.toContain('sample')
})

it('the passphrase is hidden until it is to be shown', async () => {
  const user = userEvent.setup()
  shown(statuses.locked)
  const field = screen.getByLabelText<HTMLInputElement>('Passphrase')
  expect(field.type).toBe('password')
  await user.click(screen.getByRole('button', { name: 'Show passphrase' }))
  expect(field.type).toBe('text')
  await user.click(screen.getByRole('button', { name: 'Hide passphrase' }))
  expect(field.type).toBe('password')
})

it.each([
  ['locked', 'Back to your own hub'],
  ['absent', 'Set up your own hub'],
] as const)('a way leads from the sample back to one’s own hub, which is %s', async (own_hub, words) => {
  const user = userEvent.setup()
  location.hash = '#/cases/DEMO.45'
  shown({ ...statuses.sample, own_hub })
  backend.answer({ leave_sample: statuses[own_hub] })
  expect(await axeFindings()).toEqual([])
  await user.click(screen.getByRole('button', { name: words }))
  await waitFor(() => expect(hub()?.state).toBe(own_hub))
  expect(hub()?.sample).toBe(false)
  expect(location.hash, 'an address of the sample leads nowhere in it').toBe('#/')
})

it('one’s own hub offers no way back to itself', () => {
  shown(statuses.locked)
  expect(screen.queryByRole('button', { name: /own hub/ })).toBeNull()
})
