import { expect, it, vi } from 'vitest'
import { askBeforeLeaving } from '$shared/leaving'
import { address, followAddress, placeOf, to, type Route } from './router.svelte'

const view = () => Promise.reject(new Error('not shown here'))
const routes: Route[] = ['/cases', '/cases/:reference', '/referrals/:id', '/referrals/new', '/meetings/:id/agenda'].map((path) => ({ path, title: path, view }))
const found = (address: string) => {
  const place = placeOf(routes, address)
  return place && [place.route.path, place.params]
}

it('the texts of an address come out as they went in', () => {
  const reference = 'DEMO.21a/ö 50%'
  expect(found(to('/cases', reference).slice(1))).toEqual(['/cases/:reference', { reference }])
})

it('a fixed address goes before one that takes any text', () => {
  expect(found('/referrals/new')).toEqual(['/referrals/new', {}])
  expect(found('/referrals/r61')).toEqual(['/referrals/:id', { id: 'r61' }])
})

it('what stands after the question mark is no part of the path', () => {
  expect(found('/cases?state=open')?.[0]).toBe('/cases')
  expect(placeOf(routes, '/cases?state=open')?.query.get('state')).toBe('open')
})

it('an address of another length, or with an empty part, is no screen', () => {
  expect([found('/cases/DEMO.1/scores'), found('/meetings//agenda'), found('/nowhere')]).toEqual([null, null, null])
})

it('a broken escape is taken as it stands', () => expect(found('/cases/100%')?.[1]).toEqual({ reference: '100%' }))

it('a screen that asks first stays until the answer is to go, and then the wanted one is shown', async () => {
  location.hash = '#/settings/people'
  const stop = followAddress()
  const ask = vi.fn(async () => false)
  const over = askBeforeLeaving(ask)
  location.hash = '#/cases'
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(1))
  expect([address(), location.hash]).toEqual(['/settings/people', '#/settings/people'])
  ask.mockResolvedValue(true)
  location.hash = '#/cases'
  await vi.waitFor(() => expect(address()).toBe('/cases'))
  location.hash = '#/orders'
  await vi.waitFor(() => expect(address()).toBe('/orders'))
  expect(ask).toHaveBeenCalledTimes(2)
  over()
  stop()
})
