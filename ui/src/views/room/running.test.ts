import { screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { room } from '../../gallery/invented/room'
import { atTheTable, calls, key, open } from './opened'

atTheTable()

it('a case is deferred only with a reason', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open({ decide: room() })
  await user.click(screen.getByRole('button', { name: 'Defer…' }))
  await user.click(screen.getByRole('button', { name: 'Record: defer' }))
  expect(screen.getByRole('alert').textContent).toContain('Say why it is deferred')
  await user.type(screen.getByLabelText(/Why it is deferred/), 'probation is ill')
  await user.click(screen.getByRole('button', { name: 'Record: defer' }))
  expect(calls(backend, 'decide')).toEqual([{ item: 'i5', choice: { decided: 'defer' }, text: 'probation is ill' }])
})

it('an item ahead moves by its buttons and by Alt with the arrows, never before the current one', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open({ move_item: { not_on_it: [] } as never })
  const first = room().items.find(({ state }) => state === 'ahead')!
  const second = room().items.find(({ position }) => position === first.position + 1)!
  const name = (item: typeof first) => item.reference ?? item.words
  const row = (item: typeof first) => screen.getByRole('button', { name: new RegExp(`^${item.position}.*${name(item)}`) })
  expect(screen.queryByRole('button', { name: /^Move / }), 'only where somebody is').toBeNull()
  await user.hover(row(second))
  await user.click(screen.getByRole('button', { name: `Move ${name(second)} up` }))
  row(first).focus()
  expect((await screen.findByRole<HTMLButtonElement>('button', { name: `Move ${name(first)} up` })).disabled).toBe(true)
  await user.tab()
  expect(document.activeElement?.getAttribute('aria-label'), 'the keyboard comes to them too').toBe(`Move ${name(first)} down`)
  row(first).focus()
  await key('ArrowDown', { altKey: true })
  await key('ArrowUp', { altKey: true })
  expect(calls(backend, 'move_item')).toEqual([{ item: second.id, to: first.position }, { item: first.id, to: second.position }])
})

it('every item ahead shows when it will come at this pace, and nothing else of it is drawn anew when that moves', async () => {
  const late = { ...room(5), forecasts: room().forecasts.map((time) => time.replace(/^15:/, '16:')) }
  await open({ go_to_item: late })
  const name = (position: number, time: string) => new RegExp(`^${position}.*${time.replace('.', '\\.')}$`)
  const last = screen.getByRole('button', { name: name(11, '3.34') })
  screen.getByRole('button', { name: name(6, '2.40') })
  const drawn: Node[] = []
  const watch = new MutationObserver((changes) => drawn.push(...changes.map(({ target }) => target)))
  watch.observe(last, { attributes: true, characterData: true, childList: true, subtree: true })
  await key('PageDown')
  await waitFor(() => expect(screen.getByRole('button', { name: name(11, '4.34') })).toBe(last))
  watch.disconnect()
  expect(drawn.map((node) => node.parentElement?.className)).toEqual([expect.stringContaining('when')])
})

it('a parked item goes to the end of the running order, and the room goes on', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open({ go_to_item: room(5), move_item: { not_on_it: [] } as never })
  await user.click(screen.getByRole('button', { name: 'Meeting' }))
  await user.click(screen.getByRole('button', { name: /Park this item/ }))
  await waitFor(() => expect(calls(backend, 'move_item')).toEqual([{ item: 'i5', to: room().items.length }]))
  expect(calls(backend, 'go_to_item')).toEqual([{ meeting: 'm1', item: 'i6' }])
  await screen.findByText('DEMO.45 is parked: it stands at the end of the running order.')
})

it('an urgent item is added without leaving the room', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open({ get_agenda: { not_on_it: [] } as never, add_item: { not_on_it: [] } as never })
  await key('u')
  await user.type(await screen.findByRole('textbox', { name: 'What came up' }), 'Fire at the arcade')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(calls(backend, 'add_item')).toMatchObject([{ meeting: 'm1', about: { about: 'other' }, title: 'Fire at the arcade', minutes: 5 }])
})

it('whose time moved is copied by one key, and the program notes who was told what', async () => {
  const user = userEvent.setup({ delay: null })
  const moved = { ...room(), arrivals: [{ agency: 'a-mh', planned: '14:25', now: '14:35', words: 'Mental Health: now 2.35 pm' }] }
  const backend = await open({ note_told: room() }, moved)
  await user.click(screen.getByRole('button', { name: /Copy to send/ }))
  expect(await navigator.clipboard.readText()).toBe('Mental Health: now 2.35 pm')
  await waitFor(() => expect(screen.queryByText('Mental Health: now 2.35 pm')).toBeNull())
  expect(calls(backend, 'note_told')).toEqual([{ meeting: 'm1', told: [{ agency: 'a-mh', comes: '14:35' }] }])
  await key('w')
  await screen.findByText('Nobody’s time has moved by five minutes since they were told.')
})

it('what interrupted the meeting is said, and the minutes counted meanwhile are taken off when the chair wants it', async () => {
  const user = userEvent.setup({ delay: null })
  const slept = { ...room(), interruptions: [{ words: 'This laptop slept, or its clock was set on, from 2.31 pm to 2.54 pm.', counted_minutes: 23 }] }
  const backend = await open({ settle_interruptions: room() }, slept)
  screen.getByText('The clock of this item counted 23 min meanwhile. Nothing recorded is lost.')
  await user.click(screen.getByRole('button', { name: 'Take them off' }))
  await waitFor(() => expect(screen.queryByText(/This laptop slept/)).toBeNull())
  expect(calls(backend, 'settle_interruptions')).toEqual([{ meeting: 'm1', take_off: true }])
})

it('a clock that was set back took no time of the item', async () => {
  const back = { ...room(), interruptions: [{ words: 'This laptop’s clock was set back.', counted_minutes: 0 }] }
  await open({}, back)
  screen.getByRole('button', { name: 'Understood' })
  expect(screen.queryByRole('button', { name: 'Take them off' })).toBeNull()
})

it('one key and a number copy what an agency takes into its own system', async () => {
  const backend = await open({ copy_out: ({ agency }) => ({ text: `DEMO.45 for ${agency}` }) })
  await key('c')
  await screen.findByRole('dialog', { name: 'DEMO.45: copy for an agency' })
  await key('2')
  await screen.findByText(/Copied for Youth Justice Service/)
  expect(backend.copied).toEqual(['DEMO.45 for a-yjs'])
  expect(calls(backend, 'copy_out')).toEqual([{ item: 'i5', agency: 'a-yjs' }])
  await key('9')
  expect(backend.copied).toHaveLength(1)
})

it('what is typed for a field on the way to another item goes into it, and is none of the room’s keys', async () => {
  let arrive = () => {}
  const on = new Promise<void>((go) => (arrive = go))
  const backend = await open({ go_to_item: async () => (await on, room(5)) })
  const here = location.hash
  await key('PageDown')
  await key('k', { altKey: true })
  for (const letter of 'r a') await key(letter)
  arrive()
  const field = screen.getByLabelText<HTMLTextAreaElement>('Key points')
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Key points').value).toBe('r a'))
  expect(document.activeElement).toBe(screen.getByLabelText('Key points'))
  expect(document.activeElement).not.toBe(field)
  expect(location.hash).toBe(here)
  await waitFor(() => expect(calls(backend, 'save_draft')).toEqual([{ key: 'room/i6/key_point', text: 'r a' }]))
})

it('what was just noted is brought into view, once', async () => {
  const seen = vi.spyOn(Element.prototype, 'scrollIntoView')
  const current = room().current!
  const noted = { ...room(), current: { ...current, key_points: [...current.key_points, { id: 'k9', text: 'he was seen', shown: false }] } }
  const backend = await open({ add_key_point: noted })
  backend.answer({ get_room: noted })
  const of = (words: string) => seen.mock.instances.filter((each) => (each as unknown as Element).textContent?.includes(words))
  await userEvent.setup({ delay: null }).type(screen.getByLabelText('Key points'), 'he was seen{Enter}')
  await screen.findByText('he was seen')
  backend.emit('changed', { what: ['room'], changes: 1 })
  await waitFor(() => expect(calls(backend, 'get_room').length).toBeGreaterThan(1))
  expect(of('he was seen')).toHaveLength(1)
  for (const { text } of current.key_points) expect(of(text)).toHaveLength(0)
})
