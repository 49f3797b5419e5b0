import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { useBackend, type TodayView } from '$backend'
import { fake, type Fake } from '$backend/fake'
import { setHub } from '$frame/hub.svelte'
import { axeFindings } from '../../axe'
import { answers, emptyAnswers, emptyDay, statuses } from '../../gallery/answers/frame'
import Today from './Today.svelte'

const day = answers.get_today as TodayView
const directory = { agencies: [{ id: 'a1' }], officers: [], areas: [], order_types: [] } as never
let backend: Fake

beforeEach(() => {
  backend = fake({ ...emptyAnswers, get_today: day, get_directory: directory })
  useBackend(backend)
  setHub(statuses.open)
})

it('what the day needs leads to where it is done', async () => {
  render(Today)
  expect((await screen.findByRole('link', { name: 'Tuesday 24 November 2026' })).getAttribute('href')).toBe('#/meetings/m1')
  expect(screen.getByText('No backup was made for nine days.')).toBeTruthy()
  expect(screen.queryByText('First steps')).toBeNull()
  expect(await axeFindings()).toEqual([])
})

it('a long list shows its first lines and the others when asked', async () => {
  const line = (n: number) => ({ words: `DEMO.${n}, open for 9 weeks`, on: null, address: `/cases/DEMO.${n}` })
  backend.answer({ get_today: { ...day, without_mid_point: Array.from({ length: 10 }, (_, n) => line(n + 100)) } })
  render(Today)
  await screen.findByText('DEMO.105, open for 9 weeks')
  expect(screen.queryByText('DEMO.106, open for 9 weeks')).toBeNull()
  await userEvent.setup().click(screen.getByRole('button', { name: '4 more' }))
  expect(screen.getByText('DEMO.109, open for 9 weeks')).toBeTruthy()
})

it('an empty hub says what to do first, each step with its way', async () => {
  backend.answer(emptyAnswers)
  render(Today)
  const way = async (name: string) => (await screen.findByRole('link', { name })).getAttribute('href')
  expect(await way('Import register')).toBe('#/import/register')
  expect(await way('Import agencies')).toBe('#/import/agencies')
  expect(screen.getAllByRole('link', { name: 'Plan a meeting' })[0]?.getAttribute('href')).toBe('#/meetings?plan')
  expect(screen.queryByText('Late actions by agency')).toBeNull()
  expect(await axeFindings()).toEqual([])
})

it('a step that is done is ticked off', async () => {
  backend.answer({ ...emptyAnswers, get_today: { ...emptyDay, next: day.next }, get_directory: directory })
  render(Today)
  expect((await screen.findByText(/Add the agencies and their people/)).textContent).toContain('(done)')
  expect(screen.queryByRole('link', { name: 'Import agencies' })).toBeNull()
  expect(screen.getByRole('link', { name: 'Import register' })).toBeTruthy()
})

it('a hub whose cases are all closed is no new hub', async () => {
  backend.answer({ ...emptyAnswers, get_directory: directory, list_cases: { figures: {}, rows: [{}] } as never })
  render(Today)
  await screen.findByText('No meeting is planned.')
  await waitFor(() => expect(backend.calls.map(({ command }) => command)).toContain('list_cases'))
  expect(screen.queryByText('First steps')).toBeNull()
})

it('a reader is not asked to begin', async () => {
  backend.answer(emptyAnswers)
  setHub(statuses.reader)
  render(Today)
  await screen.findByText('No meeting is planned.')
  expect(screen.queryByText('First steps')).toBeNull()
  expect(screen.queryByRole('link', { name: 'Plan a meeting' })).toBeNull()
})

it('a meeting for nothing leads to where it is cancelled or kept', async () => {
  backend.answer({ get_today: { ...day, need: 'Nothing is due: there is no need to meet', advice: { advice: 'cancel', because: 'nothing is due' } } })
  render(Today)
  expect(await screen.findByText(/there is no need to meet/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Cancel or keep it' }).getAttribute('href')).toBe('#/meetings/m1')
})
