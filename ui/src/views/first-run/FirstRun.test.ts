import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { useBackend, type Failure, type HubStatus } from '$backend'
import { fake, type Fake } from '$backend/fake'
import App from '$frame/App.svelte'
import { axeFindings } from '../../axe'
import { answers, statuses } from '../../gallery/answers/frame'

const key = '7KQ2M-4TR8X-W1HNC-9B0ZE-P6JYV-3GFDS-5AQKR-2MX8T'
let backend: Fake

beforeEach(() => {
  location.hash = '#/today'
  backend = fake({
    get_today: answers.get_today,
    hub_status: statuses.absent,
    create_hub: () => {
      backend.answer({ hub_status: statuses.open })
      backend.emit('changed', { what: ['hub'], changes: 1 })
      return { recovery_key: key }
    },
    open_sample: statuses.open,
  })
  useBackend(backend)
})

async function begun() {
  const user = userEvent.setup()
  render(App)
  await screen.findByRole('heading', { name: 'Set up your hub' })
  return user
}

async function fill(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByLabelText('Hub’s name'), 'Northbridge')
  await user.type(screen.getByLabelText('Your name'), 'R Dale')
  await user.click(screen.getByLabelText('Chair'))
  await user.type(screen.getByLabelText('Passphrase'), 'kettle otter violin')
  await user.type(screen.getByLabelText('Passphrase again'), 'kettle otter violin')
}

const asked = (command: string) => backend.calls.find((call) => call.command === command)?.request

it('axe has nothing to say, with the second holder too', async () => {
  const user = await begun()
  await user.click(screen.getByLabelText('Add a second holder'))
  expect(await axeFindings()).toEqual([])
})

it('what is missing is said at its field and nothing is created', async () => {
  const user = await begun()
  await user.type(screen.getByLabelText('Passphrase'), 'short')
  await user.type(screen.getByLabelText('Passphrase again'), 'shorn')
  await user.click(screen.getByRole('button', { name: 'Create the hub' }))
  expect(screen.getByRole('alert').textContent).toContain('5 things need putting right')
  expect(screen.getByLabelText('Passphrase again').getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByLabelText<HTMLInputElement>('Passphrase').value).toBe('short')
  expect(asked('create_hub')).toBeUndefined()
})

it('a hub is created by keyboard, and its recovery key stays until it was kept', async () => {
  const user = await begun()
  await fill(user)
  await user.keyboard('{Enter}')
  await screen.findByRole('heading', { name: 'Keep the recovery key' })
  expect(asked('create_hub')).toEqual({ hub: 'Northbridge', person: 'R Dale', role: 'chair', passphrase: 'kettle otter violin', second: null })
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(key.split('-'))
  expect(await axeFindings()).toEqual([])

  await user.click(screen.getByRole('button', { name: 'Copy' }))
  expect(await screen.findByText(/Copied for half a minute/)).toBeTruthy()
  expect(backend.copied, 'and it does not stay there').toEqual([key])
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  expect(screen.getByRole('alert').textContent).toContain('it cannot be shown again')
  await user.click(screen.getByLabelText('I have kept it'))
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  expect(await screen.findByRole('navigation', { name: 'Main' })).toBeTruthy()
  expect(document.body.textContent).not.toContain('7KQ2M')
})

it('the second holder goes with the hub', async () => {
  const user = await begun()
  await fill(user)
  await user.click(screen.getByLabelText('Add a second holder'))
  await user.type(screen.getByLabelText('Second holder’s name'), 'A Field')
  await user.click(screen.getAllByLabelText('Coordinator')[1]!)
  await user.type(screen.getByLabelText('Second holder’s passphrase'), 'marsh lantern oboe')
  await user.type(screen.getByLabelText('Second holder’s passphrase again'), 'marsh lantern oboe')
  await user.click(screen.getByRole('button', { name: 'Create the hub' }))
  await screen.findByRole('heading', { name: 'Keep the recovery key' })
  expect(asked('create_hub')).toMatchObject({ second: { person: 'A Field', role: 'coordinator', passphrase: 'marsh lantern oboe' } })
})

it('a refusal keeps what was typed and stays on the first run', async () => {
  backend.answer({
    create_hub: () => {
      throw { code: 'refused', message: 'The disk is full; nothing was changed', hint: null, field: null }
    },
  })
  const user = await begun()
  await fill(user)
  await user.click(screen.getByRole('button', { name: 'Create the hub' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full')
  expect(screen.getByLabelText<HTMLInputElement>('Hub’s name').value).toBe('Northbridge')
})

it('strength is told in words while one types', async () => {
  const user = await begun()
  await user.type(screen.getByLabelText('Hub’s name'), 'Northbridge')
  const field = screen.getByLabelText('Passphrase')
  await user.type(field, 'northbridge1')
  expect(screen.getByText(/Easy to guess/)).toBeTruthy()
  await user.clear(field)
  await user.type(field, 'kettle otter violin')
  expect(screen.getByText('Strong.')).toBeTruthy()
})

it('the sample hub opens from here', async () => {
  const user = await begun()
  await user.click(screen.getByRole('button', { name: 'Open the sample hub' }))
  await waitFor(() => expect(screen.getByRole('navigation', { name: 'Main' })).toBeTruthy())
})

it('making the sample can be called off, and the first run stays', async () => {
  let refuse: (why: Failure) => void = () => undefined
  backend.answer({ open_sample: () => new Promise<HubStatus>((_, reject) => (refuse = reject)) })
  const user = await begun()
  await user.click(screen.getByRole('button', { name: 'Open the sample hub' }))
  backend.emit('progress', { task: 'sample', done: 20, total: 52, words: 'Inventing cases' })
  await user.click(await screen.findByRole('button', { name: 'Cancel' }))
  expect(asked('call_off')).toEqual({})
  refuse({ code: 'cancelled', message: 'The sample was called off; nothing of it was kept', hint: null, field: null })
  expect(await screen.findByText('The sample was called off; nothing of it was kept.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Open the sample hub' })).toBeTruthy()
})
