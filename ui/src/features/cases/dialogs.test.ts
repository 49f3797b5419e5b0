import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { axeFindings } from '../../axe'
import { view } from '../../gallery/answers/cases'
import { asked, atDesk } from '../../gallery/at-desk'
import CloseDialog from './CloseDialog.svelte'
import FactsDialog from './FactsDialog.svelte'
import IssueField from './IssueField.svelte'
import { points } from './scores'

const today = '2026-11-19'
const laidOut = (more = {}) => {
  const backend = atDesk(more)
  const [onsaved, onclose] = [vi.fn(), vi.fn()]
  return { backend, onsaved, onclose, user: userEvent.setup(), props: { view, today, onsaved, onclose } }
}

it('a case closes with a closing score', async () => {
  const { backend, user, props, onclose } = laidOut()
  render(CloseDialog, props)
  await user.click(screen.getByLabelText('It is scored again'))
  await user.type(screen.getByRole('textbox', { name: 'Closing score' }), '35')
  await user.click(screen.getByRole('button', { name: 'Close case' }))
  expect(asked(backend, 'close_case')).toEqual([{ case: 'c-45', on: today, score: 35, no_score_because: null, summary: '', hand_over_to: null }])
  expect(onclose).toHaveBeenCalledOnce()
})

it('a case does not close without a score or the reason for none, and says which is missing', async () => {
  const { backend, user, props } = laidOut()
  render(CloseDialog, props)
  await user.click(screen.getByRole('button', { name: 'Close case' }))
  expect(screen.getByText('Choose whether there is a closing score')).toBeTruthy()
  await user.click(screen.getByLabelText('It is not, because …'))
  await user.click(screen.getByRole('button', { name: 'Close case' }))
  expect(screen.getByText('Say why there is no closing score')).toBeTruthy()
  expect(asked(backend, 'close_case')).toEqual([])
})

it('handing over names the scheme', async () => {
  const { backend, user, props } = laidOut()
  render(CloseDialog, props)
  await user.click(screen.getByLabelText('Handed over to a scheme'))
  await user.type(screen.getByLabelText('Scheme'), 'SAFE')
  await user.click(screen.getByLabelText('It is not, because …'))
  await user.type(screen.getByLabelText('Reason for no closing score'), 'their matrix')
  await user.click(screen.getByRole('button', { name: 'Hand over' }))
  expect(asked(backend, 'close_case')).toMatchObject([{ hand_over_to: 'SAFE', score: null, no_score_because: 'their matrix' }])
})

it('a refused closing shows at its field and keeps what was typed', async () => {
  const refusal = () => {
    throw { code: 'refused', message: 'It cannot be closed before it was opened', hint: null, field: 'on' }
  }
  const { user, props, onclose } = laidOut({ close_case: refusal })
  render(CloseDialog, props)
  await user.click(screen.getByLabelText('It is scored again'))
  await user.type(screen.getByRole('textbox', { name: 'Closing score' }), '35')
  await user.click(screen.getByRole('button', { name: 'Close case' }))
  const day = screen.getByLabelText('Closed on')
  expect(day.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('It cannot be closed before it was opened')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Closing score' }).value).toBe('35')
  expect(onclose).not.toHaveBeenCalled()
})

it('a score is a number from nought up, with a point or a comma', () => {
  expect(['62', ' 52,5 ', '0', '', 'SAFE', '-3'].map(points)).toEqual([62, 52.5, 0, null, null, null])
})

it('new key issues are counted under their own factors', async () => {
  const { backend, user, props } = laidOut()
  render(FactsDialog, { ...props, directory: { agencies: [], officers: [], areas: [], order_kinds: [] }, issues: ['Theft'], only: 'key_issues' as const })
  await user.click(screen.getByRole('button', { name: 'Theft' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(asked(backend, 'amend_case')).toMatchObject([{ id: 'c-45', fields: { key_issues: ['Missing', 'ASB', 'Alcohol', 'Theft'], factors: null } }])
})

it('a key issue in use keeps its spelling and is not added twice', async () => {
  const user = userEvent.setup()
  render(IssueField, { value: [], suggestions: ['Criminal damage'] })
  const field = screen.getByLabelText('Key issues')
  await user.type(field, 'criminal DAMAGE{Enter}noise,')
  expect(screen.getByRole('button', { name: 'Remove Criminal damage' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Remove noise' })).toBeTruthy()
  await user.type(field, 'Noise{Enter}')
  expect(screen.getAllByRole('button', { name: /^Remove/ })).toHaveLength(2)
})

it('the dialogs hold nothing that axe minds', async () => {
  const { props } = laidOut()
  render(CloseDialog, props)
  expect(await axeFindings()).toEqual([])
})
