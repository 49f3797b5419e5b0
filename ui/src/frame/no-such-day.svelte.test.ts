import { fireEvent, render, screen } from '@testing-library/svelte'
import { expect, it, vi } from 'vitest'
import { backend, useBackend } from '$backend'
import { fake } from '$backend/fake'
import { Field } from '$shared'
import { noSuchDay, noSuchDayWords } from '$shared/dates'
import { withDaysOnly } from './no-such-day'

it('what is no day is refused at its field, however deep, and nothing goes out', async () => {
  const under = fake({ amend_demand_count: {} as never, save_draft: {} })
  useBackend(withDaysOnly(under))
  const fields = { counted: 'calls' as const, first_day: '2026-11-01', last_day: noSuchDay, number: 1, source: 'Police' }
  await expect(backend.call('amend_demand_count', { id: 'd-1', fields })).rejects.toMatchObject({ field: 'last_day', message: noSuchDayWords })
  expect(under.calls).toEqual([])
  await backend.call('save_draft', { key: 'room/i/date', text: noSuchDay })
  await backend.call('amend_demand_count', { id: 'd-1', fields: { ...fields, last_day: '2026-11-02' } })
  expect(under.calls).toHaveLength(2)
})

it('a field with half a day in it holds no day and says so once it is left, and an empty one holds nothing', async () => {
  const props = $state({ label: 'Since', type: 'date' as const, value: '' })
  render(Field, { props })
  const input = screen.getByLabelText<HTMLInputElement>('Since')
  const bad = vi.spyOn(input.validity, 'badInput', 'get')
  bad.mockReturnValue(true)
  await fireEvent.keyDown(input)
  await fireEvent.keyUp(input)
  expect(props.value).toBe(noSuchDay)
  expect(screen.queryByText(noSuchDayWords)).toBeNull()
  await fireEvent.focusIn(document.body)
  expect(screen.getByText(noSuchDayWords)).toBeTruthy()
  bad.mockReturnValue(false)
  await fireEvent.keyUp(input)
  expect(props.value).toBe('')
  await fireEvent.input(input, { target: { value: '2026-11-02' } })
  expect(props.value).toBe('2026-11-02')
  expect(screen.queryByText(noSuchDayWords)).toBeNull()
})
