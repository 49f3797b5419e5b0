import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { axeFindings } from '../../axe'
import { answers } from '../../gallery/answers/orders'
import { asked, atDesk } from '../../gallery/at-desk'
import { followAddress } from '$frame/router.svelte'
import Order from './Order.svelte'
import Orders from './Orders.svelte'

const { list_orders } = answers
const shown = () => within(screen.getByRole('grid', { name: 'Orders' })).getAllByRole('row').slice(1)

function at(address: string) {
  location.hash = address
  followAddress()()
}
beforeEach(() => at('#/orders'))

it('says that it is no legal advice, and leaves ended orders out at first', async () => {
  atDesk({ list_orders })
  render(Orders)
  await screen.findByRole('grid', { name: 'Orders' })
  expect(screen.getByText(/does not give legal advice/)).toBeTruthy()
  expect(shown()).toHaveLength(6)
})

it('a type is filtered, and its rows lead to their own page', async () => {
  atDesk()
  const user = userEvent.setup()
  at('#/orders?show=all')
  render(Orders)
  await screen.findByRole('grid', { name: 'Orders' })
  await user.selectOptions(screen.getByLabelText('Any type'), 'ABC')
  expect(shown()).toHaveLength(2)
  expect(within(shown()[0]!).getByRole('link', { name: 'ABC' }).getAttribute('href')).toBe('#/orders/or-7')
})

it('the figure of orders to look at opens what comes due', async () => {
  at('#/orders?view=due')
  atDesk()
  render(Orders)
  const figure = await screen.findByRole('link', { name: /to look at within four weeks/ })
  expect(figure.getAttribute('href')).toBe('#/orders?view=due')
  expect(screen.getByText('3 days ago')).toBeTruthy()
  expect(screen.getAllByRole('row')).toHaveLength(6)
})

it('a figure of a period opens the rows that it counts, and the sum is said', async () => {
  at('#/orders?view=period&from=2026-05-01&to=2026-11-19&figure=issued')
  const backend = atDesk()
  render(Orders)
  const rows = await screen.findByRole('region', { name: 'Issued' })
  expect(within(rows).getAllByRole('link').map((link) => link.textContent)).toEqual(['CPN', 'Closure order'])
  expect(screen.getByText('2 in place at the start + 2 issued − 1 ended = 3 in place at the end.')).toBeTruthy()
  expect(asked(backend, 'get_order_figures')).toEqual([{ from: '2026-05-01', to: '2026-11-19' }])
})

it('an order shows its conditions, breaches and steps, and what was taken back stays in sight', async () => {
  atDesk()
  render(Order, { id: 'or-2' })
  expect(await screen.findByText('The entry is lit from dusk on.')).toBeTruthy()
  expect(screen.getByText('Landlord repaired it the same day')).toBeTruthy()
  expect(screen.getByText('taken back')).toBeTruthy()
  expect(screen.getByText(/not legal advice/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Continue or vary' })).toBeTruthy()
  expect(screen.queryByRole('region', { name: 'Offers' })).toBeNull()
})

it('who may only look is offered no step', async () => {
  atDesk({}, ['view'])
  render(Order, { id: 'or-2' })
  await screen.findByText('The entry is lit from dusk on.')
  expect(screen.queryByRole('button', { name: 'End' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Record a breach' })).toBeNull()
})

it('restorative justice shows who was offered what, and the open offer takes an answer', async () => {
  atDesk()
  render(Order, { id: 'or-6' })
  const offers = await screen.findByRole('region', { name: 'Offers' })
  expect(within(offers).getAllByText(/neighbour upstairs/)).toHaveLength(2)
  expect(within(offers).getAllByRole('button', { name: 'Answer' })).toHaveLength(1)
})

it('holds nothing that axe minds', async () => {
  atDesk()
  const list = render(Orders)
  await screen.findByRole('grid', { name: 'Orders' })
  expect(await axeFindings()).toEqual([])
  list.unmount()
  render(Order, { id: 'or-2' })
  await screen.findByText('The entry is lit from dusk on.')
  expect(await axeFindings()).toEqual([])
})
