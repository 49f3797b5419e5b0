import { render, screen, within } from '@testing-library/svelte'
import { beforeEach, expect, it } from 'vitest'
import { axeFindings } from '../../axe'
import { answers } from '../../gallery/answers/orders'
import { atDesk } from '../../gallery/at-desk'
import { followAddress } from '$frame/router.svelte'
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

it('the figure of orders to look at opens as many rows as it counts', async () => {
  at('#/orders?show=due')
  atDesk({ list_orders })
  render(Orders)
  const figure = await screen.findByRole('link', { name: /to look at within four weeks/ })
  expect(figure.textContent).toMatch(/^4/)
  expect(shown()).toHaveLength(4)
  expect(screen.getByText('3 days ago')).toBeTruthy()
})

it('holds nothing that axe minds', async () => {
  atDesk({ list_orders })
  render(Orders)
  await screen.findByRole('grid', { name: 'Orders' })
  expect(await axeFindings()).toEqual([])
})
