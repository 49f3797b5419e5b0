import { render, screen } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { expect, it } from 'vitest'
import { fake } from './fake'
import { useBackend } from './index'
import LiveProbe from './LiveProbe.test.svelte'

const hit = (title: string) => ({ hits: [{ kind: 'case', title, detail: '', address: '/' }] })

it('a changed row behind the screen is fetched again, another noun is not', async () => {
  const backend = fake({ search: hit('first') })
  useBackend(backend)
  render(LiveProbe, { text: 'a' })
  await screen.findByText('first')
  backend.answer({ search: hit('second') })
  backend.emit('changed', { what: ['order'], changes: 1 })
  expect(backend.calls).toHaveLength(1)
  backend.emit('changed', { what: ['case', 'action'], changes: 2 })
  await screen.findByText('second')
})

it('a new request asks again, and a late answer to the old one is dropped', async () => {
  const answers: Record<string, (value: ReturnType<typeof hit>) => void> = {}
  const backend = fake({ search: ({ text }) => new Promise((answer) => (answers[text] = answer)) })
  useBackend(backend)
  const { rerender } = render(LiveProbe, { text: 'old' })
  flushSync()
  await rerender({ text: 'new' })
  answers.new!(hit('the new answer'))
  await screen.findByText('the new answer')
  answers.old!(hit('the old answer'))
  await Promise.resolve()
  expect(screen.queryByText('the old answer')).toBeNull()
})

it('a failure shows beside the data that was there', async () => {
  const backend = fake({ search: hit('kept') })
  useBackend(backend)
  render(LiveProbe, { text: 'a' })
  await screen.findByText('kept')
  backend.answer({
    search: () => {
      throw { code: 'locked', message: 'The hub is locked.', hint: null }
    },
  })
  backend.emit('changed', { what: ['case'], changes: 3 })
  await screen.findByText('The hub is locked.')
  expect(screen.getByText('kept')).toBeTruthy()
})

it('a screen that went hears nothing more', async () => {
  const backend = fake({ search: hit('first') })
  useBackend(backend)
  const { unmount } = render(LiveProbe, { text: 'a' })
  await screen.findByText('first')
  unmount()
  backend.emit('changed', { what: ['case'], changes: 4 })
  expect(backend.calls).toHaveLength(1)
})
