import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { createRawSnippet, type Component } from 'svelte'
import { afterEach, expect, it, vi } from 'vitest'
import Plus from '@lucide/svelte/icons/plus'
import { axeFindings } from '../axe'
import * as pieces from './index'
import { mayClose } from './leaving'

afterEach(() => vi.useRealTimers())

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }))
const options = [{ value: 'p', words: 'Police', count: 3 }, { value: 'h', words: 'Housing' }]
const children = words('Words')

const shown: [name: string, piece: unknown, props: object][] = [
  ['Button', pieces.Button, { children }],
  ['Button as a link', pieces.Button, { children, href: '#/cases' }],
  ['IconButton', pieces.IconButton, { label: 'Add', icon: Plus }],
  ['Field', pieces.Field, { label: 'Room', hint: 'As on the agenda', error: 'Say where it is.', value: '' }],
  ['TextArea', pieces.TextArea, { label: 'Key points', optional: true, value: '' }],
  ['Select', pieces.Select, { label: 'Kind', options, value: '', placeholder: 'Choose' }],
  ['ComboBox', pieces.ComboBox, { label: 'Agency', options, value: 'p' }],
  ['Checkbox', pieces.Checkbox, { label: 'Told', hint: 'Once a meeting', checked: false }],
  ['Choices', pieces.Choices, { label: 'Role', options, value: null, error: 'Choose one.' }],
  ['FilterChips', pieces.FilterChips, { label: 'State', options, value: 'p' }],
  ['ChipSelect', pieces.ChipSelect, { label: 'Lead', options, value: '' }],
  ['Figures', pieces.Figures, { figures: [{ value: 41, words: 'actions', late: '6 late', href: '#/actions' }, { value: 7, words: 'high' }] }],
  ['TrafficLight', pieces.TrafficLight, { light: 'red', detail: '7 days late' }],
  ['LightStrip', pieces.LightStrip, { lights: ['red', 'green'] }],
  ['ScoreLine', pieces.ScoreLine, { points: [{ value: 80, words: '80, 6 Oct' }, { value: 62 }], size: 'large', caption: 'lower is better' }],
  ['Tag', pieces.Tag, { children }],
  ['Key', pieces.Key, { keys: 'Ctrl+K' }],
  ['EmptyState', pieces.EmptyState, { title: 'Nothing is due.', words: 'Add one.' }],
  ['Notice', pieces.Notice, { failure: { message: 'It failed.', hint: 'Try again.' } }],
  ['ErrorSummary', pieces.ErrorSummary, { errors: [{ id: 'room', words: 'Say where it is.' }] }],
  ['LongText', pieces.LongText, { text: 'word '.repeat(300) }],
  ['Progress', pieces.Progress, { words: 'Reading row', done: 3, total: 9, oncancel: () => undefined }],
  ['PageHead', pieces.PageHead, { title: 'DEMO.45', beside: 'Person', crumbs: [{ words: 'Cases', href: '#/cases' }], subtitle: 'open' }],
  ['Section', pieces.Section, { title: 'Actions', children }],
  ['Panel', pieces.Panel, { title: 'Time', children }],
  ['Dialog', pieces.Dialog, { open: true, title: 'Add an action', children }],
  ['DataTable', pieces.DataTable, { label: 'Cases', columns: [{ key: 'a', title: 'Case', value: (row: string) => row }], rows: ['DEMO.1'], id: (row: string) => row, href: () => '#/' }],
]

it.each(shown)('axe has nothing to say about %s', async (_, piece, props) => {
  const { container } = render(piece as Component<object>, props)
  expect(container.textContent !== '' || container.querySelector('svg, input') !== null, 'something is drawn').toBe(true)
  expect(await axeFindings(container)).toEqual([])
})

it('a button at work takes no second press, and says what it does once that lasts', async () => {
  vi.useFakeTimers()
  const onclick = vi.fn()
  const { container, rerender } = render(pieces.Button, { children, onclick, busy: 'Copying…' })
  const button = screen.getByRole('button')
  button.click()
  expect(button.textContent).toContain('Words')
  await vi.advanceTimersByTimeAsync(149)
  expect(button.textContent, 'words that flash say nothing').toContain('Words')
  await vi.advanceTimersByTimeAsync(1)
  expect(button.textContent).toContain('Copying…')
  await rerender({ busy: 'Verifying…' })
  expect(button.textContent, 'it has been told that it works').toContain('Verifying…')
  expect(button.getAttribute('aria-disabled')).toBe('true')
  button.click()
  expect(onclick).not.toHaveBeenCalled()
  vi.useRealTimers()
  expect(await axeFindings(container)).toEqual([])
  await rerender({ busy: null })
  expect(button.textContent).toContain('Words')
  button.click()
  expect(onclick).toHaveBeenCalledOnce()
})

it('a field names its hint and its error, and keeps what stands in it', () => {
  render(pieces.Field, { label: 'Room', hint: 'As on the agenda', error: 'There is no such room.', value: 'Fire station' })
  const field = screen.getByLabelText<HTMLInputElement>('Room')
  expect(field.value).toBe('Fire station')
  const described = field.getAttribute('aria-describedby')!.split(' ').map((id) => document.getElementById(id)?.textContent)
  expect(described).toEqual(['As on the agenda', 'Error: There is no such room.'])
  expect(field.getAttribute('aria-invalid')).toBe('true')
})

it('an error summary takes the focus and leads to the field', async () => {
  const user = userEvent.setup()
  render(pieces.Field, { label: 'Room', id: 'room', value: '' })
  render(pieces.ErrorSummary, { errors: [{ id: 'room', words: 'Say where it is.' }] })
  expect(document.activeElement?.getAttribute('role')).toBe('alert')
  await user.click(screen.getByRole('link', { name: 'Say where it is.' }))
  expect(document.activeElement?.id).toBe('room')
})

it('a combo box completes, chooses by Enter, and Escape gives back what was chosen', async () => {
  const user = userEvent.setup()
  const onchange = vi.fn()
  render(pieces.ComboBox, { label: 'Agency', options, value: '', onchange })
  const box = screen.getByRole<HTMLInputElement>('combobox')
  await user.type(box, 'hous{Enter}')
  expect(onchange).toHaveBeenCalledExactlyOnceWith('h')
  expect(box.value).toBe('Housing')
  await user.type(box, 'xyz{Escape}')
  expect(box.value).toBe('Housing')
})

it('a combo box that is not free drops what is in no list and says so, a free one keeps it', async () => {
  const user = userEvent.setup()
  render(pieces.ComboBox, { label: 'Strict', options, value: 'p' })
  render(pieces.ComboBox, { label: 'Free', options, value: '', free: true })
  const [strict, free] = [screen.getByLabelText<HTMLInputElement>('Strict', { selector: 'input' }), screen.getByLabelText<HTMLInputElement>('Free', { selector: 'input' })]
  await user.clear(strict)
  await user.type(strict, 'Nobody')
  await user.type(free, 'J Bell')
  await user.tab()
  expect([strict.value, free.value]).toEqual(['Police', 'J Bell'])
  expect(screen.getAllByText(/is not in the list/).map(({ textContent }) => textContent)).toEqual(['Error: “Nobody” is not in the list.'])
  expect(strict.getAttribute('aria-invalid')).toBe('true')
  expect(await axeFindings()).toEqual([])
  await user.type(strict, 'h')
  expect(screen.queryByText(/is not in the list/), 'something else is typed').toBeNull()
})

it('what is in no list is forgotten once something is chosen from outside, and an error of the form goes before it', async () => {
  const user = userEvent.setup()
  const { rerender } = render(pieces.ComboBox, { label: 'Agency', options, value: '' })
  await user.type(screen.getByRole('combobox'), 'banana')
  await user.tab()
  expect(screen.getByText(/“banana” is not in the list\./)).toBeTruthy()
  await rerender({ error: 'Choose the agency that owes it' })
  expect(screen.getByText(/Choose the agency that owes it/)).toBeTruthy()
  expect(screen.queryByText(/is not in the list/)).toBeNull()
  await rerender({ error: null, value: 'h' })
  expect(screen.queryByText(/is not in the list/)).toBeNull()
})

it('Escape closes a dialog once and gives the focus back', async () => {
  const user = userEvent.setup()
  const onclose = vi.fn()
  const before = document.body.appendChild(document.createElement('button'))
  before.focus()
  render(pieces.Dialog, { open: true, title: 'Add', children, onclose })
  screen.getByRole('button', { name: 'Close' }).focus()
  await user.keyboard('{Escape}')
  expect(onclose).toHaveBeenCalledOnce()
  expect(document.querySelector('dialog')).toBeNull()
  expect(document.activeElement).toBe(before)
  before.remove()
})

it('text that a dialog would lose is asked about before it closes, journalled text is not', async () => {
  const user = userEvent.setup()
  const onclose = vi.fn()
  const fields = createRawSnippet(() => ({ render: () => '<div><input aria-label="Words" value="as before"><input aria-label="Kept" data-kept></div>' }))
  render(pieces.Dialog, { open: true, title: 'Add', children: fields, onclose })
  const words = screen.getByRole<HTMLInputElement>('textbox', { name: 'Words' })
  expect(await mayClose(), 'the window').toBe(true)
  await user.type(words, ' and more')
  expect(await mayClose(), 'the window').toBe(false)
  expect((await screen.findByRole('alert')).textContent).toContain('What you typed here is not saved.')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('alert')).toBeNull()
  await user.keyboard('{Escape}')
  expect(screen.getByRole('alert').textContent).toContain('What you typed here is not saved.')
  expect(await axeFindings()).toEqual([])
  expect(document.activeElement?.textContent?.trim()).toBe('Keep typing')
  await user.keyboard('{Escape}')
  expect([words.value, document.activeElement]).toEqual(['as before and more', words])
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(onclose).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Close without saving' }))
  expect(onclose).toHaveBeenCalledOnce()
})

it('a dialog whose text stands as it was, or is kept in the journal, closes at once', async () => {
  const user = userEvent.setup()
  const onclose = vi.fn()
  const fields = createRawSnippet(() => ({ render: () => '<div><input aria-label="Words"><input aria-label="Kept" data-kept></div>' }))
  render(pieces.Dialog, { open: true, title: 'Add', children: fields, onclose })
  await user.type(screen.getByRole('textbox', { name: 'Words' }), 'a{Backspace}')
  await user.type(screen.getByRole('textbox', { name: 'Kept' }), 'half a sentence')
  await user.keyboard('{Escape}')
  expect(onclose).toHaveBeenCalledOnce()
})

it('a long text shows its beginning in whole words, and all of it when asked', async () => {
  const user = userEvent.setup()
  render(pieces.LongText, { text: `${'Siân O’Leary and '.repeat(20)}the end`, most: 60 })
  expect(document.body.textContent).toContain('Siân O’Leary and Siân O’Leary and Siân O’Leary and Siân… Show all')
  await user.click(screen.getByRole('button', { name: 'Show all' }))
  expect(document.body.textContent).toContain('and the end')
  expect(screen.getByRole('button', { name: 'Show less' }).getAttribute('aria-expanded')).toBe('true')
})

it('a text that is hardly longer is shown whole, and a word without an end is cut between letters', () => {
  expect(pieces.beginningOf('twelve words that are about as long as it may be', 45)).toBe('twelve words that are about as long as it may be')
  expect(pieces.beginningOf('😀'.repeat(100), 41)).toBe('😀'.repeat(20))
})

it('a text area grows with its text where the web view does not let it', async () => {
  const user = userEvent.setup()
  Object.defineProperty(HTMLTextAreaElement.prototype, 'scrollHeight', { configurable: true, get: () => 90 })
  render(pieces.TextArea, { label: 'Key points', value: '' })
  await user.type(screen.getByRole('textbox', { name: 'Key points' }), 'more than a line')
  expect(screen.getByRole('textbox', { name: 'Key points' }).style.height).toBe('90px')
  Reflect.deleteProperty(HTMLTextAreaElement.prototype, 'scrollHeight')
})

it('a text area that has no height yet keeps the one of its rows', async () => {
  const user = userEvent.setup()
  render(pieces.TextArea, { label: 'Outline', value: '' })
  await user.type(screen.getByRole('textbox', { name: 'Outline' }), 'in a dialog that is not open yet')
  expect(screen.getByRole('textbox', { name: 'Outline' }).style.height).toBe('auto')
})

it('a question waits for its answer', async () => {
  const user = userEvent.setup()
  render(pieces.ConfirmDialog)
  const answer = pieces.confirm({ title: 'Close the case?', words: 'It can be undone.', action: 'Close case' })
  await user.click(await screen.findByRole('button', { name: 'Close case' }))
  expect(await answer).toBe(true)
  const second = pieces.confirm({ title: 'Again?', words: '', action: 'Do it' })
  await user.click(await screen.findByRole('button', { name: 'Cancel' }))
  expect(await second).toBe(false)
})

it('a toast can be undone once', async () => {
  const user = userEvent.setup()
  const undo = vi.fn()
  render(pieces.ToastHost)
  pieces.toast('DEMO.45 was closed.', { undo })
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(undo).toHaveBeenCalledOnce()
  expect(screen.queryByText('DEMO.45 was closed.')).toBeNull()
})

it('a loose chip lets go when pressed again, a firm one stays', async () => {
  const user = userEvent.setup()
  const onchange = vi.fn()
  render(pieces.FilterChips, { label: 'Kind', options, value: 'p', loose: true, onchange })
  await user.click(screen.getByRole('button', { name: 'Police 3' }))
  expect(onchange).toHaveBeenLastCalledWith(null)
})
