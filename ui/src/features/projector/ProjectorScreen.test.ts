import { render, screen, waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ProjectorView } from '$backend'
import { shown } from '../../gallery/invented/room'
import ProjectorScreen from './ProjectorScreen.svelte'

/** Returns the view with so many actions, each with an entry in its log. */
function withActions(count: number): ProjectorView {
  const item = shown.shown!
  const first = item.case!.actions[0]!
  const actions = Array.from({ length: count }, (_, at) => ({ ...first, number: `1/${at + 1}`, last_update: 'Rang twice.' }))
  return { ...shown, shown: { ...item, case: { ...item.case!, actions, updates: [], key_points: [] } } }
}

const drawn = () => screen.queryAllByRole('listitem').length
const scale = () => Number(document.querySelector<HTMLElement>('.body')?.style.getPropertyValue('--fit'))
let tries = 0

// The screen holds five rows of full size, or more of a smaller one; an entry of a log is half as high as a row.
beforeEach(() => {
  tries = 0
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500)
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockImplementation(() => {
    tries++
    return (drawn() * 100 + screen.queryAllByText('Rang twice.').length * 50) * scale()
  })
})
afterEach(() => vi.restoreAllMocks())

it('draws the same of an item whatever was drawn before it', async () => {
  const expected = new Map<number, [rows: number, scale: number]>([[3, [3, 1]], [4, [4, 0.78]], [9, [7, 0.7]]])
  for (const before of expected.keys())
    for (const [count, [rows, size]] of expected) {
      const { rerender, unmount } = render(ProjectorScreen, { view: withActions(before) })
      await waitFor(() => expect(drawn()).toBe(expected.get(before)![0]))
      await rerender({ view: withActions(count) })
      await waitFor(() => expect([drawn(), scale()]).toEqual([rows, size]))
      unmount()
    }
})

it('tries little again where an item is as long as the one before', async () => {
  const { rerender } = render(ProjectorScreen, { view: withActions(9) })
  await waitFor(() => expect(drawn()).toBe(7))
  await new Promise((resolve) => setTimeout(resolve))
  tries = 0
  await rerender({ view: withActions(9) })
  await new Promise((resolve) => setTimeout(resolve))
  expect([drawn(), tries]).toEqual([7, 2])
})
