import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { answers } from '../../gallery/answers/directory'
import { rows, viewOf } from '../../gallery/answers/orders'
import { types } from '../../gallery/answers/order-types'
import { asked, atDesk } from '../../gallery/at-desk'
import DueList from './DueList.svelte'
import EntryDialog from './EntryDialog.svelte'
import OrderDialog from './OrderDialog.svelte'
import OrderTypesPart from './OrderTypesPart.svelte'
import { others, outcomes, summed } from './period'
import StepDialog from './StepDialog.svelte'
import { nearness, nextWords, sinceWords, typeWords, weeksAfter } from './words'
import type { Directory, OrderDueLine } from '$backend'

const directory = answers.get_directory as Directory
const today = '2026-11-19'
const closes = () => ({ onsaved: vi.fn(), onclose: vi.fn() })

it('the day to look at an order says how far off it is', () => {
  expect(['2026-11-16', today, '2026-11-27', '2027-07-01'].map((day) => nearness(day, today))).toEqual(['3 days ago', 'today', 'in 8 days', ''])
  expect(weeksAfter('2026-12-30', 4)).toBe('2027-01-27')
})

it('an order says since when, until when, and what comes next', () => {
  expect(sinceWords(rows[3]!.order)).toBe('16 Sep 2026 to 15 Dec 2026')
  expect(sinceWords(rows[6]!.order)).toBe('on 1 Aug 2026, some good effect')
  expect([rows[3]!, rows[2]!, rows[0]!].map(nextWords)).toEqual(['ends 15 Dec', 'look again 1 Dec', 'review 16 Nov'])
})

it('a type says its periods and which days count', () => {
  const words = (name: string) => typeWords(types.find(({ row }) => row.fields.name === name)!.row)
  expect(words('ABC')).toBe('6 months; first review at 3 months; counted from the next day')
  expect(words('CPN')).toBe('appeal 21 days; the first day counts')
  expect(words('CBO')).toBe('review every 12 months (under 18 only)')
})

it('the figures keep the order of their sum', () => {
  const figures = {
    in_place_at_start: ['a'], issued: ['b', 'c'], continued: [], ended: [['positive', ['a']], ['expired', ['b']]] as never, in_place_at_end: ['c'],
    refused: [], not_progressed: [], on_hold: [], undated: [],
  }
  expect(summed(figures).map(({ orders }) => orders.length)).toEqual([1, 2, 2, 1])
  expect(outcomes(figures).map(({ words }) => words)).toEqual(['positive', 'expired'])
  expect(others(figures).map(({ key }) => key)).not.toContain('undated')
})

it('a new order on a case asks for its kind and keeps what was typed', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  const { onsaved, onclose } = closes()
  render(OrderDialog, { directory, today, reference: 'DEMO.45', onsaved, onclose })
  await user.type(await screen.findByLabelText(/Note/), 'schedule first')
  await user.type(screen.getByLabelText(/Conditions/), 'Stays away\n\nIs home by nine')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(screen.getByText('Say which order or intervention it is')).toBeTruthy()
  await user.type(screen.getByRole('combobox', { name: 'Which' }), 'CBO')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(asked(backend, 'add_order')).toMatchObject([
    { kind: 'CBO', on: { on: 'case', reference: 'DEMO.45' }, stage: 'considered', since: today, note: 'schedule first', conditions: ['Stays away', 'Is home by nine'], expires_on: null },
  ])
  expect(onclose).toHaveBeenCalledOnce()
})

it('an order in place is proposed its dates, and a day that was typed over stays', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(OrderDialog, { directory, today, reference: 'DEMO.45', ...closes() })
  await user.type(await screen.findByRole('combobox', { name: 'Which' }), 'ABC')
  await user.selectOptions(screen.getByLabelText('Stage'), 'in_place')
  const until = await screen.findByLabelText<HTMLInputElement>(/Runs until/)
  await vi.waitFor(() => expect(until.value).toBe('2027-11-19'))
  expect(screen.getByText(/not legal advice/)).toBeTruthy()
  await user.clear(until)
  await user.type(until, '2027-05-01')
  expect(screen.getByText('Computed: 19 November 2027')).toBeTruthy()
  const since = screen.getByLabelText('In place since')
  await user.clear(since)
  await user.type(since, '2026-11-02')
  await vi.waitFor(() => expect(screen.getByText('Computed: 2 November 2027')).toBeTruthy())
  expect(until.value).toBe('2027-05-01')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(asked(backend, 'add_order')).toMatchObject([{ stage: 'in_place', since: '2026-11-02', expires_on: '2027-05-01' }])
})

it('an order cannot be ended without its outcome', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(StepDialog, { view: viewOf('or-2'), today, to: 'ended' as const, ...closes() })
  await user.click(await screen.findByRole('button', { name: 'End' }))
  expect(screen.getByText('Say with which outcome the order ended')).toBeTruthy()
  expect(asked(backend, 'move_order')).toEqual([])
  await user.selectOptions(screen.getByLabelText('Outcome'), 'positive')
  await user.click(screen.getByRole('button', { name: 'End' }))
  expect(asked(backend, 'move_order')).toMatchObject([{ id: 'or-2', step: { to: 'ended', on: today, outcome: 'positive' } }])
})

it('what is put on hold says why and when somebody looks again', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(StepDialog, { view: viewOf('or-1'), today, ...closes() })
  await user.click(await screen.findByRole('radio', { name: 'Put on hold' }))
  await user.click(screen.getByRole('button', { name: 'Put on hold' }))
  expect(screen.getByText('Give the reason why it is on hold')).toBeTruthy()
  expect(screen.getByText('Say when to look at it again')).toBeTruthy()
  await user.type(screen.getByLabelText('Reason'), 'exams')
  await user.type(screen.getByLabelText('Look again on'), '2027-07-01')
  await user.click(screen.getByRole('button', { name: 'Put on hold' }))
  expect(asked(backend, 'move_order')).toMatchObject([{ step: { to: 'on_hold', reason: 'exams', review_on: '2027-07-01' } }])
})

it('a refusal of the desk stands at its field', async () => {
  atDesk({
    move_order: () => {
      throw { code: 'refused', message: '1 Nov 2026 is before 10 Nov 2026, and an order does not go backwards', hint: null, field: 'on' }
    },
  })
  const user = userEvent.setup()
  render(StepDialog, { view: viewOf('or-1'), today, to: 'applied_for' as const, ...closes() })
  await user.click(await screen.findByRole('button', { name: 'Applied for' }))
  expect(screen.getByLabelText('On').getAttribute('aria-invalid')).toBe('true')
})

it('an answer to an offer names the same person', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(EntryDialog, { view: viewOf('or-6'), entry: { kind: 'offer' as const, to_whom: 'two shopkeepers' }, today, ...closes() })
  await user.click(await screen.findByRole('button', { name: 'Record' }))
  expect(screen.getByText('Choose how it stands')).toBeTruthy()
  await user.selectOptions(screen.getByLabelText('How it stands'), 'taken_up')
  await user.click(screen.getByRole('button', { name: 'Record' }))
  expect(asked(backend, 'add_order_offer')).toMatchObject([{ order: 'or-6', to_whom: 'two shopkeepers', answer: 'taken_up' }])
})

it('what comes due is switched between four, eight and twelve weeks', async () => {
  const line = (order: string, on: string): OrderDueLine => ({ order, kind: 'ABC', on_words: 'stands alone', alone: true, what: 'ends', on })
  const user = userEvent.setup()
  atDesk()
  render(DueList, { lines: [line('a', '2026-11-10'), line('b', '2026-12-17'), line('c', '2026-12-18'), line('d', '2027-02-11')], today })
  const shown = () => screen.getAllByRole('row').length - 1
  expect(shown()).toBe(2)
  await user.click(screen.getByRole('button', { name: /8 weeks/ }))
  expect(shown()).toBe(3)
  await user.click(screen.getByRole('button', { name: /12 weeks/ }))
  expect(shown()).toBe(4)
})

it('a type is changed from a day on, with its source, and says that it is no legal advice', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(OrderTypesPart, { readonly: false, today })
  expect(await screen.findByText(/not legal advice/)).toBeTruthy()
  await user.click(screen.getAllByRole('button', { name: 'Change' })[0]!)
  const amount = screen.getByRole('textbox', { name: /Usual period/ })
  await user.clear(amount)
  await user.type(amount, '9')
  await user.clear(screen.getByLabelText('Source'))
  const change = within(screen.getByRole('dialog')).getByRole('button', { name: 'Change' })
  await user.click(change)
  expect(screen.getByText(/Say where the periods come from/)).toBeTruthy()
  await user.type(screen.getByLabelText('Source'), 'Our own rule')
  await user.click(change)
  expect(asked(backend, 'amend_order_type')).toMatchObject([{ id: 'type-ABC', from: today, fields: { period: { amount: 9, unit: 'months' }, source: 'Our own rule' } }])
})

it('who may only look changes no type', async () => {
  atDesk()
  render(OrderTypesPart, { readonly: true, today })
  await screen.findByText(/not legal advice/)
  expect(screen.queryByRole('button', { name: 'Change' })).toBeNull()
})
