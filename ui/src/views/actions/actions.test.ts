import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { axeFindings } from '../../axe'
import { answers, rows } from '../../gallery/answers/actions'
import { asked, atDesk } from '../../gallery/at-desk'
import { toPreview } from '$frame/preview'
import { followAddress } from '$frame/router.svelte'
import Actions from './Actions.svelte'

const { list_actions, get_action } = answers
const shown = () => within(screen.getByRole('grid', { name: 'Actions' })).getAllByRole('row').slice(1)

function at(address: string) {
  location.hash = address
  followAddress()()
}
beforeEach(() => at('#/actions'))

it('a figure elsewhere leads to the late actions of one agency', async () => {
  at('#/actions?agency=a-prevention&late=1')
  atDesk({ list_actions })
  render(Actions)
  await screen.findByRole('grid', { name: 'Actions' })
  const late = rows.filter((row) => row.agency.id === 'a-prevention' && row.days_late > 0)
  expect(shown()).toHaveLength(late.length)
  expect(screen.getByRole('button', { name: /^Late/ }).getAttribute('aria-pressed')).toBe('true')
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Agency' }).value).toBe('a-prevention')
})

it('a light and an agency narrow the list and stand in the address', async () => {
  atDesk({ list_actions })
  const user = userEvent.setup()
  render(Actions)
  await user.click(await screen.findByRole('button', { name: /^Red/ }))
  await user.selectOptions(screen.getByRole('combobox', { name: 'Agency' }), 'a-homes')
  expect(location.hash).toBe('#/actions?agency=a-homes&light=red')
  expect(shown()).toHaveLength(1)
})

it('an action opens by its address, takes an update, and closes again', async () => {
  at('#/actions?action=act-1')
  const backend = atDesk({ list_actions, get_action })
  const user = userEvent.setup()
  render(Actions)
  await user.type(await screen.findByLabelText(/What happened/), 'met the head teacher')
  await user.click(screen.getByRole('button', { name: 'Save update' }))
  await waitFor(() => expect(asked(backend, 'add_action_update')).toEqual([{ id: 'act-1', text: 'met the head teacher', on: '2026-11-19' }]))
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(location.hash).toBe('#/actions')
})

it('without actions it says where they come from', async () => {
  atDesk({ list_actions: { open: 0, late: 0, not_undertaken: 0, awaiting: 0, declined: 0, escalated: 0, rows: [] } })
  render(Actions)
  expect(await screen.findByText('Nobody has an action yet.')).toBeTruthy()
})

it('the list holds nothing that axe minds', async () => {
  atDesk({ list_actions: { open: 3, late: 1, not_undertaken: 0, awaiting: 0, declined: 0, escalated: 0, rows: rows.slice(0, 4) } })
  render(Actions)
  await screen.findByRole('grid', { name: 'Actions' })
  expect(await axeFindings()).toEqual([])
})

it('leads to the list of what all owe, or one agency', async () => {
  atDesk({ list_actions })
  render(Actions)
  const leads = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
  await screen.findByRole('grid', { name: 'Actions' })
  expect(leads('Print by agency')).toBe(toPreview({ paper: 'action_list', agency: null }))
  await userEvent.setup().selectOptions(screen.getByRole('combobox', { name: 'Agency' }), 'a-homes')
  const ower = rows.find((row) => row.agency.id === 'a-homes')?.agency.name
  expect(leads(`Print what ${ower} owes`)).toBe(toPreview({ paper: 'action_list', agency: 'a-homes' }))
})
