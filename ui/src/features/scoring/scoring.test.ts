import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { Request } from '$backend'
import { axeFindings } from '../../axe'
import { scoring } from '../../gallery/answers/matrices'
import { asked, atDesk } from '../../gallery/at-desk'
import { earlier, matrix } from '../../gallery/invented/matrices'
import { against, firstOpen, stillAsked, withAnswer } from './answers'
import ScoringDialog from './ScoringDialog.svelte'
import type { Sharing } from './sharing'
import { typedTotal } from './words'

vi.setConfig({ testTimeout: 30_000 })

async function opened(more: Parameters<typeof atDesk>[0] = {}, sharing?: Sharing) {
  const backend = atDesk({ list_drafts: { drafts: [] }, save_draft: {}, discard_drafts: {}, ...more })
  const [onsaved, onclose] = [vi.fn(), vi.fn()]
  render(ScoringDialog, { of: 'c-45', reference: 'DEMO.45', on: '2026-11-24', sharing, onsaved, onclose })
  await screen.findByRole('heading', { name: 'Frequency' })
  return { backend, onsaved, onclose, user: userEvent.setup({ delay: null }) }
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const factor = () => screen.getByText(/^Factor \d+ of/).textContent
const radio = (words: string) => screen.getByRole<HTMLInputElement>('radio', { name: new RegExp(words) })
const scored = (backend: Awaited<ReturnType<typeof opened>>['backend']) => asked(backend, 'score_case') as Request<'score_case'>[]

it('a whole scoring is done by keys: a number chooses, Enter moves on', async () => {
  const { backend, onsaved, onclose } = await opened()
  for (let at = 0; at < matrix.factors.length; at++) {
    await press('4')
    await press('Enter')
  }
  await screen.findByRole('radio', { name: 'At a mid-point' })
  expect(radio('At a mid-point').checked).toBe(true)
  await fireEvent.click(screen.getByRole('button', { name: 'Save the score' }))
  await waitFor(() => expect(onclose).toHaveBeenCalled())
  const [request] = scored(backend)
  expect(request).toMatchObject({ case: 'c-45', version: 'mv-person-1', stage: 'mid_point', on: '2026-11-24', route: null })
  expect(request?.answers).toHaveLength(matrix.factors.length)
  expect(request?.answers.every(({ option }) => option === 'o3')).toBe(true)
  expect(onsaved).toHaveBeenCalledOnce()
})

it('Backspace and the arrows move, and a number that stands for no answer chooses nothing', async () => {
  await opened()
  await press('9')
  expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false)
  await press('ArrowRight')
  expect(factor()).toContain('Factor 2')
  await press('Enter')
  await press('Backspace')
  await press('ArrowLeft')
  expect(factor()).toContain('Factor 1')
})

it('the last answers are shown beside each question, and one key takes one over', async () => {
  await opened()
  expect(within(radio('Several times a week').closest('label')!).getByText('last time')).toBeTruthy()
  expect(radio('Several times a week').checked, 'what was said last time is not chosen by itself').toBe(false)
  await press('=')
  await waitFor(() => expect(radio('Several times a week').checked).toBe(true))
})

it('the running total and its band come from the program', async () => {
  const { backend } = await opened()
  await press('5')
  await waitFor(() => expect(screen.getByText('between 10 and 86 in the end')).toBeTruthy())
  expect(asked(backend, 'reckon_score').at(-1)).toMatchObject({ answers: [{ factor: 'frequency', option: 'o4' }] })
  expect(screen.getByText('Default – not the county’s matrix')).toBeTruthy()
  expect(screen.getByText(/The mid-point score is due: 9 weeks/)).toBeTruthy()
})

it('the end is reached only once every factor is answered', async () => {
  await opened()
  for (let at = 0; at < matrix.factors.length; at++) await press('ArrowRight')
  expect(factor()).toContain('Factor 1')
  expect(screen.queryByRole('button', { name: 'Save the score' })).toBeNull()
})

it('a start score below the threshold names its route and the reason', async () => {
  const { backend } = await opened({ get_scoring: { ...scoring, stage: 'start', scores: [], previous: null } })
  for (let at = 0; at < matrix.factors.length; at++) {
    await press('1')
    await press('Enter')
  }
  const save = await screen.findByRole('button', { name: 'Save the score' })
  await fireEvent.click(save)
  expect(screen.getByText('Say by which route the score leads to the case')).toBeTruthy()
  expect(screen.queryByRole('radio', { name: 'Over the threshold' })).toBeNull()
  await fireEvent.click(screen.getByRole('radio', { name: 'Professional judgement' }))
  await fireEvent.click(save)
  expect(screen.getByText('Give the reason for this route')).toBeTruthy()
  await fireEvent.input(screen.getByRole('textbox', { name: 'Reason' }), { target: { value: 'a child was seen there' } })
  await fireEvent.click(save)
  await waitFor(() => expect(scored(backend)).toMatchObject([{ stage: 'start', route: 'professional_judgement', reason: 'a child was seen there' }]))
})

it('the total can be typed instead, with two decimals at most', async () => {
  const { backend, user } = await opened()
  await user.click(screen.getByRole('button', { name: 'Type the total instead' }))
  const total = screen.getByLabelText('Total')
  await user.type(total, '52,125')
  await user.click(screen.getByRole('button', { name: 'Save the score' }))
  expect(total.getAttribute('aria-invalid')).toBe('true')
  await user.clear(total)
  await user.type(total, '52,5')
  await user.click(screen.getByRole('button', { name: 'Save the score' }))
  await waitFor(() => expect(asked(backend, 'add_score')).toMatchObject([{ case: 'c-45', total: 52.5, stage: 'mid_point' }]))
})

it('a refused score keeps every answer and says at which field', async () => {
  const refuse = () => {
    throw { code: 'refused', message: 'The case was opened on 6 Oct 2026 and cannot be scored before that', hint: null, field: 'on' }
  }
  const { onclose } = await opened({ score_case: refuse })
  for (let at = 0; at < matrix.factors.length; at++) {
    await press('2')
    await press('Enter')
  }
  await fireEvent.click(await screen.findByRole('button', { name: 'Save the score' }))
  await waitFor(() => expect(screen.getByLabelText('Scored on').getAttribute('aria-invalid')).toBe('true'))
  expect(onclose).not.toHaveBeenCalled()
  await fireEvent.click(screen.getByRole('button', { name: 'Back to the factors' }))
  expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(true)
})

it('what was answered and not saved is there again, as far as the version still asks it', async () => {
  const text = JSON.stringify({ version: 'mv-person-1', answers: [{ factor: 'frequency', option: 'o2' }, { factor: 'gone', option: 'o1' }], reason: '' })
  await opened({ list_drafts: { drafts: [{ key: 'score/c-45', text, at: 0 }] } })
  await screen.findByText('What was answered earlier and not saved is here again.')
  expect(factor()).toContain('Factor 2')
  await press('Backspace')
  expect(radio('About once a week').checked).toBe(true)
})

it('while the audience looks on, each answer is shared, and closing ends it', async () => {
  const sharing: Sharing = { shared: true, hidden: 'the audience sees nothing of it: reference only', share: vi.fn(async () => true), stop: vi.fn(async () => true) }
  const { user, onclose } = await opened({}, sharing)
  expect(screen.getByText(/the audience sees nothing of it/)).toBeTruthy()
  await press('2')
  expect(sharing.share).toHaveBeenLastCalledWith('mv-person-1', [{ factor: 'frequency', option: 'o1' }])
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(sharing.stop).toHaveBeenCalledOnce()
  expect(onclose).toHaveBeenCalledOnce()
})

it('nothing is shared until it is asked for', async () => {
  const sharing: Sharing = { shared: false, hidden: '', share: vi.fn(async () => true), stop: vi.fn(async () => true) }
  const { user } = await opened({}, sharing)
  await press('2')
  expect(sharing.share).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Show on the projector' }))
  expect(sharing.share).toHaveBeenCalledWith('mv-person-1', [{ factor: 'frequency', option: 'o1' }])
})

it('axe has nothing to say about the scoring', async () => {
  await opened()
  expect(await axeFindings()).toEqual([])
})

it('answers are replaced, never doubled, and those of another version are left out', () => {
  const twice = withAnswer(withAnswer([], 'frequency', 'o1'), 'frequency', 'o2')
  expect(twice).toEqual([{ factor: 'frequency', option: 'o2' }])
  expect(stillAsked(matrix, [...twice, { factor: 'dogs', option: 'o1' }])).toEqual(twice)
  expect([firstOpen(matrix, twice), firstOpen(matrix, earlier)]).toEqual([1, -1])
})

it('a total reads against the last one', () => {
  expect([against(46.5, 46.5), against(44.25, 46.5), against(48, 46.5)]).toEqual(['the same as last time (46.5)', '2.25 less than last time (46.5)', '1.5 more than last time (46.5)'])
})

it('a total is a number from nought up with two decimals at most', () => {
  expect(['62', ' 52,5 ', '0', '1.25', '1.255', '', 'SAFE', '-3'].map(typedTotal)).toEqual([62, 52.5, 0, 1.25, null, null, null, null])
})
