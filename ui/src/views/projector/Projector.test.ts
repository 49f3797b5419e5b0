import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { useBackend, type ProjectorView } from '$backend'
import { fake } from '$backend/fake'
import { axeFindings } from '../../axe'
import { blank, scoringView, shown } from '../../gallery/invented/room'
import Projector from './Projector.svelte'

const open = (answer: ProjectorView) => {
  const backend = fake({ get_projector: answer })
  useBackend(backend)
  const { container } = render(Projector)
  return { backend, container }
}

beforeEach(() => localStorage.clear())

it('shows what it is handed, names the level, and marks top and bottom', async () => {
  const { container } = open(shown)
  await screen.findByRole('heading', { name: 'DEMO.45' })
  expect(screen.getAllByText('OFFICIAL-SENSITIVE')).toHaveLength(2)
  expect(screen.getByText(/showing reference only/)).toBeTruthy()
  expect(screen.getByText('7 days late').classList.contains('late')).toBe(true)
  expect(screen.getByText(/written update received, not present/).textContent).toMatch(/^.+: written update/)
  expect(await axeFindings(container)).toEqual([])
})

it('asks for nothing but its own view', async () => {
  const { backend } = open(shown)
  await screen.findByRole('heading', { name: 'DEMO.45' })
  expect([...new Set(backend.calls.map(({ command }) => command))]).toEqual(['get_projector'])
})

it('blank is blank: neither marking nor foot nor the item before', async () => {
  const { backend, container } = open(shown)
  await screen.findByRole('heading', { name: 'DEMO.45' })
  backend.answer({ get_projector: blank })
  backend.emit('projector', null)
  await waitFor(() => expect(screen.queryByText('DEMO.45')).toBeNull())
  expect(container.querySelector('.sheet')?.textContent?.replace(/\s+/g, ' ').trim()).toBe('Projector Hub Tasking')
})

it('goes blank at once when the hub is locked, and when the program does not answer', async () => {
  const { backend } = open(shown)
  await screen.findByRole('heading', { name: 'DEMO.45' })
  backend.emit('locked', null)
  await waitFor(() => expect(screen.queryByText('DEMO.45')).toBeNull())
  backend.emit('projector', null)
  await screen.findByRole('heading', { name: 'DEMO.45' })
  backend.answer({
    get_projector: () => {
      throw { code: 'locked', message: 'The hub is locked.', hint: null, field: null }
    },
  })
  backend.emit('projector', null)
  await waitFor(() => expect(screen.queryByText('DEMO.45')).toBeNull())
})

it('an answer that was under way when the hub was locked is not shown', async () => {
  let answer: (view: ProjectorView) => void = () => undefined
  const backend = fake({ get_projector: () => new Promise((resolve) => (answer = resolve)) })
  useBackend(backend)
  render(Projector)
  backend.emit('locked', null)
  answer(shown)
  await new Promise((resolve) => setTimeout(resolve))
  expect(screen.queryByText('DEMO.45')).toBeNull()
})

it('wears the light theme in a bright room, and blank stays dark', async () => {
  const user = userEvent.setup({ delay: null })
  const { backend, container } = open(shown)
  await screen.findByRole('heading', { name: 'DEMO.45' })
  await user.click(screen.getByRole('button', { name: 'Light screen, for a bright room' }))
  expect(container.querySelector('.screen')?.classList.contains('projector-light')).toBe(true)
  backend.answer({ get_projector: blank })
  backend.emit('projector', null)
  await waitFor(() => expect(container.querySelector('.screen')?.classList.contains('projector-dark')).toBe(true))
})

it('a shared scoring shows factors, answers, total and that the matrix is a default, in place of the case', async () => {
  const { container } = open(scoringView)
  await screen.findByText('Frequency')
  const words = container.textContent?.replace(/\s+/g, ' ') ?? ''
  for (const told of ['Several times a week', '6 of 10 answered', 'threshold of 50', 'Default – not the county’s matrix', '39.5 Low']) expect(words).toContain(told)
  expect(words).not.toContain('Referral to youth worker')
  expect(await axeFindings(container)).toEqual([])
})
