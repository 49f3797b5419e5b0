import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchIdle } from './idle'

let stop = () => undefined as void
const idle = vi.fn()
const minutes = (count: number) => vi.advanceTimersByTime(count * 60_000)

beforeEach(() => {
  vi.useFakeTimers()
  idle.mockClear()
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

it('nothing touched for as long as the rule says is idle, and not a moment earlier', () => {
  stop = watchIdle(5, idle)
  vi.advanceTimersByTime(5 * 60_000 - 1)
  expect(idle).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(idle).toHaveBeenCalledOnce()
})

it.each(['keydown', 'pointerdown', 'pointermove', 'wheel'])('%s begins the wait anew, even where a field keeps it to itself', (sign) => {
  const field = document.body.appendChild(document.createElement('input'))
  field.addEventListener(sign, (event) => event.stopPropagation())
  stop = watchIdle(5, idle)
  minutes(4)
  field.dispatchEvent(new Event(sign, { bubbles: true }))
  minutes(4)
  expect(idle).not.toHaveBeenCalled()
  minutes(1)
  expect(idle).toHaveBeenCalledOnce()
  field.remove()
})

it('a hub that stayed open is asked again after as long', () => {
  stop = watchIdle(5, idle)
  minutes(5)
  minutes(4)
  expect(idle).toHaveBeenCalledOnce()
  minutes(1)
  expect(idle).toHaveBeenCalledTimes(2)
})

it('nought is never, and needs neither timer nor listener', () => {
  const listening = vi.spyOn(window, 'addEventListener')
  stop = watchIdle(0, idle)
  minutes(600)
  expect(idle).not.toHaveBeenCalled()
  expect(listening).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})

it('a thousand keys set no timer', () => {
  stop = watchIdle(5, idle)
  const setting = vi.spyOn(globalThis, 'setTimeout')
  for (let key = 0; key < 1000; key++) window.dispatchEvent(new KeyboardEvent('keydown'))
  expect(setting).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(1)
})

it('a clock that was set back does not keep the hub open', () => {
  stop = watchIdle(5, idle)
  minutes(1)
  window.dispatchEvent(new Event('wheel'))
  vi.setSystemTime(Date.now() - 3_600_000)
  minutes(8)
  expect(idle).not.toHaveBeenCalled()
  minutes(1)
  expect(idle, 'at the latest after twice the rule').toHaveBeenCalledOnce()
})

it('what was ended calls no more', () => {
  watchIdle(5, idle)()
  minutes(10)
  expect(idle).not.toHaveBeenCalled()
})
