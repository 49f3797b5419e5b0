import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { answers } from '../../gallery/answers/directory'
import { rows } from '../../gallery/answers/orders'
import { asked, atDesk } from '../../gallery/at-desk'
import OrderDialog from './OrderDialog.svelte'
import { nearness, orderOf, typedOrder } from './words'
import type { Directory } from '$backend'

const directory = answers.get_directory as Directory
const today = '2026-11-19'

it('an outcome belongs to an ended order only', () => {
  const ended = typedOrder(rows[6]!.order, 'DEMO.23', today)
  expect(orderOf(ended, rows[6]!.order)).toMatchObject({ stage: 'ended', outcome: 'some_good_effect', ended_on: '2026-08-01' })
  expect(orderOf({ ...ended, stage: 'in_place' }, rows[6]!.order)).toMatchObject({ outcome: null, ended_on: null })
})

it('an amended order stays on what it was on', () => {
  expect(orderOf(typedOrder(rows[1]!.order, '', today), rows[1]!.order).on).toEqual({ on: 'unchanged', was: { on: 'place', place: 'Quayside and the bus station' } })
})

it('the day to look at an order says how far off it is', () => {
  expect(['2026-11-16', today, '2026-11-27', '2027-07-01'].map((day) => nearness(day, today))).toEqual(['3 days ago', 'today', 'in 8 days', ''])
})

it('a new order on a case asks for its kind and keeps what was typed', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  const onclose = vi.fn()
  render(OrderDialog, { directory, today, reference: 'DEMO.45', onsaved: vi.fn(), onclose })
  await user.type(screen.getByLabelText(/Note/), 'schedule first')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(screen.getByText('Say which order or intervention it is')).toBeTruthy()
  await user.type(screen.getByRole('combobox', { name: 'Which' }), 'CBO')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(asked(backend, 'add_order')).toMatchObject([{ kind: 'CBO', on: { on: 'case', reference: 'DEMO.45' }, stage: 'considered', considered_on: today, note: 'schedule first' }])
  expect(onclose).toHaveBeenCalledOnce()
})

it('an order cannot be ended without its outcome', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(OrderDialog, { directory, today, order: rows[0]!.order, reference: 'DEMO.31', onsaved: vi.fn(), onclose: vi.fn() })
  await user.selectOptions(screen.getByLabelText('Stage'), 'ended')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText('Say with which outcome the order ended')).toBeTruthy()
  expect(asked(backend, 'amend_order')).toEqual([])
})
