import { render } from '@testing-library/svelte'
import { afterEach, expect, it, vi } from 'vitest'
import { keysByGroup, pressed, singleKeys, type Binding } from './keys.svelte'
import KeysProbe from './KeysProbe.test.svelte'

const press = (key: string, more: KeyboardEventInit = {}, target: HTMLElement = document.body) => {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...more })
  Object.defineProperty(event, 'target', { value: target })
  return pressed(event)
}
const binding = (keys: string, more: Partial<Binding> = {}): Binding => ({ keys, words: keys, run: vi.fn(), ...more })

afterEach(() => (singleKeys.on = true))

it('a combination works while typing, a single letter does not', () => {
  const [combination, letter] = [binding('Alt+A'), binding('L')]
  render(KeysProbe, { list: [combination, letter] })
  const field = document.createElement('textarea')
  expect(press('a', { altKey: true }, field)).toBe(true)
  expect(press('l', {}, field)).toBe(false)
  expect(press('l')).toBe(true)
  expect(combination.run).toHaveBeenCalledOnce()
  expect(letter.run).toHaveBeenCalledOnce()
})

it('single letters can be switched off', () => {
  render(KeysProbe, { list: [binding('L'), binding('PageDown')] })
  singleKeys.on = false
  expect(press('l')).toBe(false)
  expect(press('PageDown')).toBe(true)
})

it('a question mark is one whether or not the keyboard needs Shift for it', () => {
  render(KeysProbe, { list: [binding('?')] })
  expect(press('?', { shiftKey: true })).toBe(true)
  expect(press('?')).toBe(true)
})

it('a letter with a modifier that was not asked for is another key', () => {
  render(KeysProbe, { list: [binding('K')] })
  expect(press('k', { ctrlKey: true })).toBe(false)
})

it('a screen that goes takes its keys along', () => {
  const { unmount } = render(KeysProbe, { list: [binding('Alt+D')] })
  unmount()
  expect(press('d', { altKey: true })).toBe(false)
})

it('the newest screen has the key, and the page of keys names it once', () => {
  const [old, recent] = [binding('Alt+K', { words: 'old' }), binding('Alt+K', { words: 'recent' })]
  render(KeysProbe, { list: [old] })
  render(KeysProbe, { list: [recent] })
  press('k', { altKey: true })
  expect(recent.run).toHaveBeenCalledOnce()
  expect(old.run).not.toHaveBeenCalled()
  expect(keysByGroup()).toEqual([['This screen', [recent]]])
})

it('under an open dialog only keys that work everywhere do', () => {
  const [screenKey, blank, inside] = [binding('Alt+A'), binding('Ctrl+B', { everywhere: true }), binding('Alt+S')]
  render(KeysProbe, { list: [screenKey, blank], dialog: [inside] })
  expect(press('a', { altKey: true })).toBe(false)
  expect(press('b', { ctrlKey: true })).toBe(true)
  expect(press('s', { altKey: true })).toBe(true)
})
