import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useBackend } from '$backend'
import { fake, type Fake } from '$backend/fake'
import { Drafts } from './drafts.svelte'

let backend: Fake
const saved = () => backend.calls.filter(({ command }) => command === 'save_draft').map(({ request }) => (request as { text: string }).text)

beforeEach(() => {
  vi.useFakeTimers()
  backend = fake({ save_draft: {}, list_drafts: { drafts: [{ key: 'room/i1/action', text: 'kept', at: 0 }] } })
  useBackend(backend)
})
afterEach(() => vi.useRealTimers())

it('somebody who never pauses is saved within two seconds all the same', async () => {
  const drafts = new Drafts('room/')
  for (let stroke = 1; stroke <= 20; stroke++) {
    drafts.type('room/i1/action', 'x'.repeat(stroke))
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(saved().length).toBeGreaterThanOrEqual(4)
})

it('what is typed while the old text is on its way stays', async () => {
  const drafts = new Drafts('room/')
  drafts.type('k', 'first point')
  drafts.type('k', 'first point and more')
  await drafts.clear('k', 'first point')
  expect(drafts.text('k')).toBe(' and more')
  expect(saved().at(-1)).toBe(' and more')
})

it('what was typed before the journal arrived is not overwritten by it', async () => {
  const drafts = new Drafts('room/')
  drafts.type('room/i1/action', 'newer')
  await drafts.restore()
  expect(drafts.text('room/i1/action')).toBe('newer')
})

it('a journal that cannot be written is said, and the next success takes it back', async () => {
  const drafts = new Drafts('room/')
  backend.answer({
    save_draft: () => {
      throw { code: 'refused', message: 'The disk is full.', hint: null, field: null }
    },
  })
  drafts.type('k', 'a')
  await vi.advanceTimersByTimeAsync(500)
  expect(drafts.failure?.message).toBe('The disk is full.')
  backend.answer({ save_draft: {} })
  drafts.type('k', 'ab')
  await vi.advanceTimersByTimeAsync(500)
  expect(drafts.failure).toBeNull()
})
