import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { view } from '../../gallery/answers/cases'
import { asked, atDesk } from '../../gallery/at-desk'
import FactsDialog from './FactsDialog.svelte'
import IssueField from './IssueField.svelte'
import { points } from './scores'

const today = '2026-11-19'
const laidOut = (more = {}) => {
  const backend = atDesk(more)
  const [onsaved, onclose] = [vi.fn(), vi.fn()]
  return { backend, onsaved, onclose, user: userEvent.setup(), props: { view, today, onsaved, onclose } }
}

it('a score is a number from nought up, with a point or a comma', () => {
  expect(['62', ' 52,5 ', '0', '', 'SAFE', '-3'].map(points)).toEqual([62, 52.5, 0, null, null, null])
})

it('new key issues are counted under their own factors', async () => {
  const { backend, user, props } = laidOut()
  render(FactsDialog, { ...props, directory: { agencies: [], officers: [], areas: [], order_types: [], forums: [] }, issues: ['Theft'], only: 'key_issues' as const })
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

