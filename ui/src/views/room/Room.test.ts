import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { useBackend, type RoomView } from '$backend'
import { fake } from '$backend/fake'
import { axeFindings } from '../../axe'
import { answers as caseAnswers } from '../../gallery/answers/cases'
import { scoring } from '../../gallery/answers/matrices'
import { action } from '../../gallery/invented/case45'
import { directory } from '../../gallery/invented/directory'
import { reckoned } from '../../gallery/invented/matrices'
import { blank, current, room } from '../../gallery/invented/room'
import { atTheTable, calls, key, open, status } from './opened'
import Room from './Room.svelte'

atTheTable()

it('axe has nothing to say about the console', async () => {
  await open()
  expect(await axeFindings()).toEqual([])
})

it('nothing is decided beforehand, and one press decides to continue', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open({ decide: room() })
  const bar = screen.getByRole('toolbar', { name: 'Decision' })
  expect(within(bar).getAllByRole('button').filter((button) => button.getAttribute('aria-pressed') === 'true')).toEqual([])
  expect(within(bar).getByText('not decided yet')).toBeTruthy()
  await user.click(within(bar).getByRole('button', { name: 'Continue' }))
  expect(calls(backend, 'decide')).toEqual([{ item: 'i5', choice: { decided: 'continue' }, text: '' }])
})

it('a referral is adopted only after its kind was said', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open({ decide: room(7) }, room(7))
  await user.click(screen.getByRole('button', { name: 'Adopt…' }))
  await user.click(screen.getByRole('button', { name: 'Record: adopt' }))
  expect(screen.getByRole('alert').textContent).toContain('Say what the case is about.')
  expect(calls(backend, 'decide')).toEqual([])
  await user.click(screen.getByRole('radio', { name: 'A topic or location' }))
  await user.click(screen.getByRole('button', { name: 'Record: adopt' }))
  expect(calls(backend, 'decide')).toEqual([{ item: 'i8', choice: { decided: 'adopt', kind: 'topic', lead_agency: null }, text: '' }])
})

it('blanks while somebody types, and goes on by the keys of a presenter remote', async () => {
  const backend = await open({ show_on_projector: room() })
  screen.getByLabelText('Key points').focus()
  await key('b', { ctrlKey: true })
  await key('PageDown')
  await key('PageUp')
  expect(calls(backend, 'show_on_projector')).toEqual([{ meeting: 'm1', item: null }])
  await waitFor(() => expect(calls(backend, 'go_to_item')).toEqual([{ meeting: 'm1', item: 'i6' }, { meeting: 'm1', item: 'i4' }]))
})

it('what is pressed on the way to another item means that item, and every Page Down counts', async () => {
  const arrivals: (() => void)[] = []
  const arrive = async (item: string | null) => (await new Promise<void>((go) => arrivals.push(go)), room(Number(item?.slice(1)) - 1))
  const backend = await open({ show_on_projector: room(6), go_to_item: ({ item }) => arrive(item) })
  await key('PageDown')
  await key('PageDown')
  await key('p', { altKey: true })
  await key('k', { altKey: true })
  expect(calls(backend, 'go_to_item')).toEqual([{ meeting: 'm1', item: 'i6' }])
  await waitFor(() => expect(arrivals).toHaveLength(1))
  arrivals[0]?.()
  await waitFor(() => expect(arrivals).toHaveLength(2))
  expect(calls(backend, 'show_on_projector')).toEqual([])
  arrivals[1]?.()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Key points')))
  expect(calls(backend, 'go_to_item')).toEqual([{ meeting: 'm1', item: 'i6' }, { meeting: 'm1', item: 'i7' }])
  expect(calls(backend, 'show_on_projector')).toEqual([{ meeting: 'm1', item: 'i7' }])
})

it('puts an item on the projector only when asked to', async () => {
  const backend = await open({ show_on_projector: room(5), go_to_item: room(5) })
  await key('PageDown')
  await screen.findByText('Projector still shows DEMO.45')
  expect(calls(backend, 'show_on_projector')).toEqual([])
  await key('p', { altKey: true })
  await waitFor(() => expect(calls(backend, 'show_on_projector')).toEqual([{ meeting: 'm1', item: 'i6' }]))
})

it('single letters and numbers work when no field has the focus, and not in one', async () => {
  const backend = await open({ pause_clock: room() })
  screen.getByLabelText('Key points').focus()
  await key('t')
  await key('3')
  await key('Escape')
  expect(calls(backend, 'pause_clock')).toEqual([])
  expect(document.activeElement).toBe(document.body)
  await key('t')
  await key('1')
  await key('1')
  expect(screen.getByText(/Go to item/).textContent).toBe('Go to item 11: press Enter.')
  await key('Enter')
  expect(calls(backend, 'pause_clock')).toEqual([{ meeting: 'm1', paused: true }])
  expect(calls(backend, 'go_to_item')).toEqual([{ meeting: 'm1', item: 'i11' }])
})

it('single letters rest when the setting says so', async () => {
  const backend = await open({ pause_clock: room() }, { ...room(), single_letter_keys: false })
  await key('t')
  expect(calls(backend, 'pause_clock')).toEqual([])
})

it('brings back what was typed before the program stopped', async () => {
  await open({ list_drafts: { drafts: [{ key: 'room/i5/key_point', text: 'Attendance bet', at: 0 }, { key: 'room/i6/action', text: 'home visit', at: 0 }] } })
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('Key points').value).toBe('Attendance bet'))
  const rows = screen.getAllByRole('button', { name: /DEMO\.37/ })
  expect(rows.some((row) => within(row).queryByLabelText('Typed, not stored'))).toBe(true)
})

it('journals within two seconds however fast one types, and forgets what Enter stored', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime, delay: 150 })
  const backend = await open({ add_key_point: room() })
  await user.type(screen.getByLabelText('Key points'), 'better now')
  const drafts = calls(backend, 'save_draft') as { key: string; text: string }[]
  expect(drafts.length, 'a fast typist does not outrun the journal').toBeGreaterThan(1)
  expect(drafts[0]!.key).toBe('room/i5/key_point')
  await user.keyboard('{Enter}')
  expect(calls(backend, 'add_key_point')).toEqual([{ item: 'i5', text: 'better now' }])
  await waitFor(() => expect(calls(backend, 'save_draft').at(-1)).toEqual({ key: 'room/i5/key_point', text: '' }))
  expect(screen.getByLabelText<HTMLTextAreaElement>('Key points').value).toBe('')
})

it('keeps the text when the program could not store it, and says so', async () => {
  const user = userEvent.setup({ delay: null })
  await open({
    add_key_point: () => {
      throw { code: 'refused', message: 'The disk is full.', hint: 'Free some space; what you typed is still here.' }
    },
  })
  await user.type(screen.getByLabelText('Key points'), 'better{Enter}')
  await screen.findByText('The disk is full.')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Key points').value).toBe('better')
  expect(screen.queryByText(/^saved/)).toBeNull()
})

it('says saved only once the program answered', async () => {
  const user = userEvent.setup({ delay: null })
  let answer: (view: RoomView) => void = () => undefined
  await open({ add_key_point: () => new Promise<RoomView>((resolve) => (answer = resolve)) })
  await user.type(screen.getByLabelText('Key points'), 'better{Enter}')
  expect(screen.queryByText(/^saved/)).toBeNull()
  answer(room())
  await screen.findByText(/^saved \d+\.\d\d\.\d\d [ap]m$/)
})

it('an action line says what is missing, completes, and is added when it is whole', async () => {
  const user = userEvent.setup({ delay: null })
  const line = { what: 'home visit', kind: 'visit', agency: null, officer: null, new_officer: null, due: null } as const
  const backend = await open({
    understand_action_line: ({ text }) =>
      text.includes('@Housing')
        ? { ...line, agency: { id: 'housing', name: 'Housing' }, officer: { id: 'bell', name: 'J Bell' }, due: '2026-11-27', missing: [], completions: [] }
        : { ...line, missing: ['which agency', 'by when'], completions: text.endsWith('@') ? [{ from: 11, to: 12, text: '@Police ', label: 'Police' }, { from: 11, to: 12, text: '@Housing ', label: 'Housing' }] : [] },
    add_action: { row: action('45/6', 'home visit', 'amber'), log: [], lights: [] },
  })
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Action' })
  await user.type(box, 'home visit{Enter}')
  await screen.findByText('Not added yet: say which agency and by when.')
  await user.type(box, ' @')
  await screen.findByRole('option', { name: /@Housing/ })
  await user.keyboard('{ArrowDown}{Tab}')
  expect(box.value).toBe('home visit @Housing ')
  expect(document.activeElement, 'Tab picked and did not leave').toBe(box)
  await screen.findByText('Friday 27 November')
  expect(calls(backend, 'add_action')).toEqual([])
  await user.keyboard('{Enter}')
  expect(calls(backend, 'add_action')).toEqual([
    { case: 'case45', meeting: 'm1', what: 'home visit', kind: 'visit', agency: 'housing', officer: 'bell', new_officer: null, due: '2026-11-27' },
  ])
  await waitFor(() => expect(box.value).toBe(''))
  backend.answer({ withdraw_action: { row: action('45/6', 'home visit', 'grey'), log: [], lights: [] } })
  await user.keyboard('{Escape}')
  await key('z', { ctrlKey: true })
  expect(calls(backend, 'withdraw_action')).toEqual([{ id: 'action-45/6' }])
  await screen.findByText('Action 45/6 was taken back.')
})

it('Escape right after the Enter that adds leaves the line, also while the action is on its way', async () => {
  const user = userEvent.setup({ delay: null })
  const line = { what: 'visit', kind: 'visit', agency: { id: 'housing', name: 'Housing' }, officer: null, new_officer: null, due: '2026-11-27', missing: [] } as const
  const backend = await open({
    understand_action_line: { ...line, missing: [], completions: [{ from: 18, to: 21, text: 'Friday', label: 'Friday 27 November' }] },
    add_action: () => new Promise(() => undefined),
  })
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Action' })
  await user.type(box, 'visit @Housing by Fri')
  await screen.findByRole('option', { name: /Friday/ })
  await user.keyboard('{Enter}{Escape}')
  expect(calls(backend, 'add_action')).toHaveLength(1)
  expect(document.activeElement).not.toBe(box)
  expect(box.value, 'until it is on disk the words stay').toBe('visit @Housing by Fri')
})

it('leaving an item reads its new actions back and names what was not decided', async () => {
  const view = room()
  const left = { ...view, current: { ...view.current!, new_actions: [action('45/6', 'home visit', 'amber')] } }
  const after = room(5)
  await open({ go_to_item: { ...after, items: after.items.map((item) => (item.id === 'i5' ? { ...item, decided: false } : item)) } }, left)
  await key('PageDown')
  const readBack = await screen.findByRole('status', { name: 'Read back' })
  expect(readBack.textContent).toContain('Housing, J Bell: home visit, by Tuesday 1 December 2026')
  await screen.findByText(/DEMO\.45 was left without a decision/)
  expect(within(screen.getByRole('button', { name: /DEMO\.45/ })).getByText('not decided')).toBeTruthy()
})

it('another light than the facts suggest needs a reason', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open({ set_light: { row: action('45/3', '', 'green'), log: [], lights: [] } })
  await key('l')
  expect(document.activeElement?.getAttribute('aria-label')).toContain('45/3')
  await key('ArrowDown')
  expect(document.activeElement?.getAttribute('aria-label')).toContain('45/5')
  await user.keyboard('{Enter}')
  await user.click(screen.getByRole('radio', { name: 'Green' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(calls(backend, 'set_light')).toEqual([])
  await user.type(screen.getByLabelText('Reason'), 'file was handed over today{Enter}')
  expect(calls(backend, 'set_light')).toEqual([{ id: 'action-45/5', light: 'green', reason: 'file was handed over today' }])
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  backend.answer({ set_action_status: { row: action('45/5', '', 'amber'), log: [], lights: [] } })
  await key('z', { ctrlKey: true })
  await screen.findByText('The change of 45/5 was taken back.')
  expect(calls(backend, 'set_light').at(-1), 'the light is the one it had').toMatchObject({ id: 'action-45/5', light: 'amber', reason: '' })
})

it('a letter marks who is expected, row by row', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open({ add_attendance: room() })
  await key('p')
  const rows = within(screen.getByRole('dialog')).getAllByTitle(/Press to mark/)
  rows[0]!.focus()
  await user.keyboard('{ArrowDown}a')
  expect(calls(backend, 'add_attendance')).toEqual([
    { meeting: 'm1', agency: 'environment', officer: null, name: '', mode: 'apologies', substitute_for: '', from_item: null, to_item: null },
  ])
})

it('who said before that they come is marked with what they said', async () => {
  const user = userEvent.setup({ delay: null })
  const view = room()
  const announced = { id: 't9', meeting: 'm1', serial: 9, agency: 'probation', officer: null, name: 'S Poole', mode: 'dialling_in' as const, substitute_for: 'S Rahman', from_item: 9, to_item: 9, heard_declaration: false, at: 0, withdrawn: false }
  view.attendance.expected = [{ agency: 'probation', agency_name: 'Probation', officer: null, name: 'S Poole', words: '3.10 – 3.22', announced }]
  const backend = await open({ get_room: view, add_attendance: view })
  await key('p')
  const row = within(screen.getByRole('dialog')).getByTitle(/Press to mark/)
  expect(row.textContent).toContain('said: dialling in, item 9, in place of S Rahman')
  row.focus()
  await user.keyboard('d')
  expect(calls(backend, 'add_attendance')).toEqual([
    { meeting: 'm1', agency: 'probation', officer: null, name: 'S Poole', mode: 'dialled_in', substitute_for: 'S Rahman', from_item: 9, to_item: 9 },
  ])
})

it('where nobody is expected it says why, and does not say that everybody is entered', async () => {
  const view = room()
  view.attendance = { ...view.attendance, expected: [], entries: [] }
  await open({ get_room: view })
  await key('p')
  const expected = within(screen.getByRole('dialog')).getByRole('region', { name: 'Expected' })
  expect(expected.textContent).toContain('Nobody is expected: no agency has an item, and none comes throughout.')
})

it('once all who were expected are entered, nobody else is expected', async () => {
  const view = room()
  view.attendance = { ...view.attendance, expected: [] }
  await open({ get_room: view })
  await key('p')
  expect(within(screen.getByRole('dialog')).getByText('Nobody else is expected.')).toBeTruthy()
})

it('R leads to the replies, and so does the menu of the meeting', async () => {
  await open()
  await key('r')
  await waitFor(() => expect(location.hash).toBe('#/meetings/m1/replies'))
  await fireEvent.click(screen.getByRole('button', { name: 'Meeting' }))
  expect(screen.getByRole('link', { name: /^Replies/ }).getAttribute('href')).toBe('#/meetings/m1/replies')
})

it('somebody who leaves early is entered anew with the last item', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open({ add_attendance: room() })
  await key('p')
  await user.click(screen.getByRole('button', { name: 'Change: J Bell' }))
  await user.selectOptions(screen.getByLabelText('To'), '5')
  await user.click(screen.getByRole('button', { name: 'Enter anew' }))
  expect(calls(backend, 'add_attendance')).toEqual([
    { meeting: 'm1', agency: 'housing', officer: null, name: 'J Bell', mode: 'in_room', substitute_for: '', from_item: null, to_item: 5 },
  ])
})

it('a written update is kept for the case, and says from whom', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open({ add_written_update: room() })
  await user.click(screen.getByRole('button', { name: 'Add a written update…' }))
  await user.type(screen.getByLabelText('It says'), 'seen twice')
  await user.click(screen.getByRole('button', { name: 'Keep the update' }))
  expect(screen.getByRole('alert').textContent).toContain('Say which agency sent it.')
  await user.selectOptions(screen.getByLabelText('Agency'), 'health')
  await user.click(screen.getByRole('button', { name: 'Keep the update' }))
  expect(calls(backend, 'add_written_update')).toEqual([{ meeting: 'm1', case: 'case45', agency: 'health', text: 'seen twice' }])
})

it('the projector’s window opens on the second screen, and its going blanks', async () => {
  const backend = await open({ show_on_projector: room() })
  await backend.closeProjector()
  expect((await backend.screens()).open).toBe(false)
  cleanup()
  render(Room, { id: 'm1' })
  await screen.findByText(/min behind/)
  await waitFor(async () => expect((await backend.screens()).open).toBe(true))
  backend.screens = async () => ({ count: 1, open: false, words: '', failed: '' })
  backend.emit('screens', null)
  await screen.findByText(/The projector’s screen is gone/, {}, { timeout: 5000 })
  expect(calls(backend, 'show_on_projector')).toEqual([{ meeting: 'm1', item: null }])
})

it('a window that failed and was opened again is told of', async () => {
  const backend = await open()
  const words = 'The projector’s window failed and was opened again.'
  backend.screens = async () => ({ count: 2, open: true, words: 'on the second screen', failed: words })
  backend.emit('screens', null)
  await screen.findByText(words, {}, { timeout: 5000 })
})

it('outside a field Ctrl+Z takes back what was recorded last', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open({ decide: room(), withdraw_decision: room() })
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await key('z', { ctrlKey: true })
  expect(calls(backend, 'withdraw_decision')).toEqual([{ item: 'i5' }])
  await screen.findByText('The decision on DEMO.45 was taken back.')
  screen.getByLabelText('Key points').focus()
  await key('z', { ctrlKey: true })
  expect(calls(backend, 'withdraw_decision'), 'in a field it undoes typing').toHaveLength(1)
})

it('on one screen the projector fills the window, the console rests behind it, and Escape returns', async () => {
  await open()
  await key('P', { altKey: true, shiftKey: true })
  const safe = await screen.findByRole('dialog', { name: 'Projector, full screen' })
  expect(within(safe).getByRole('heading', { name: 'DEMO.45' })).toBeTruthy()
  expect(document.querySelector<HTMLElement>('.room')?.inert).toBe(true)
  await key('a')
  expect(document.activeElement?.id ?? '').not.toContain('action')
  await key('Escape')
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('concluding lists what is open, leads there, and concludes all the same', async () => {
  const user = userEvent.setup({ delay: null })
  const view = room()
  const ends = [{ item: 'i3', words: 'DEMO.31: no decision' }]
  const backend = await open({ get_open_ends: { ends }, conclude_meeting: { ...view, meeting: { ...view.meeting, status: 'concluded' } } }, view)
  await user.click(screen.getByRole('button', { name: 'Meeting' }))
  await user.click(screen.getByRole('button', { name: 'Conclude the meeting…' }))
  const end = await screen.findByRole('button', { name: 'DEMO.31: no decision' })
  expect(document.activeElement, 'Enter leads to the first that is open').toBe(end)
  await user.click(end)
  expect(calls(backend, 'go_to_item')).toEqual([{ meeting: 'm1', item: 'i3' }])
  await user.click(screen.getByRole('button', { name: 'Meeting' }))
  await user.click(screen.getByRole('button', { name: 'Conclude the meeting…' }))
  await user.click(await screen.findByRole('button', { name: 'Conclude all the same' }))
  expect(calls(backend, 'conclude_meeting')).toEqual([{ meeting: 'm1', with_open_ends: true }])
})

it('the limit of an observer is overruled only by whoever may, and with a reason', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open({ overrule_observer: room() })
  await user.click(screen.getByRole('button', { name: /Projector:/ }))
  await user.click(screen.getByRole('button', { name: 'Overrule for this meeting' }))
  expect(calls(backend, 'overrule_observer')).toEqual([])
  await user.type(screen.getByLabelText('Overrule, because'), 'sworn in')
  await user.click(screen.getByRole('button', { name: 'Overrule for this meeting' }))
  expect(calls(backend, 'overrule_observer')).toEqual([{ meeting: 'm1', reason: 'sworn in' }])
})

it('a coordinator does not find the way to overrule', async () => {
  status(['open', 'view', 'record'])
  const user = userEvent.setup({ delay: null })
  await open()
  await user.click(screen.getByRole('button', { name: /Projector:/ }))
  expect(screen.queryByRole('button', { name: /Overrule/ })).toBeNull()
  expect(screen.getByText('The chair may overrule this with a reason.')).toBeTruthy()
})

it('a meeting that has not begun is begun here', async () => {
  const user = userEvent.setup({ delay: null })
  const view = { ...room(), current: null, meeting: { ...room().meeting, status: 'issued' as const }, projector: { ...room().projector, view: blank } }
  const backend = fake({ get_room: view, begin_meeting: { ...room(0), current: current(0) }, list_drafts: { drafts: [] }, get_directory: directory, save_draft: {} })
  useBackend(backend)
  render(Room, { id: 'm1' })
  await user.click(await screen.findByRole('button', { name: 'Begin the meeting' }))
  expect(await screen.findByRole('heading', { name: 'Welcome, declaration' })).toBeTruthy()
})

it('combining a case names the other one, and a refusal stands at its field', async () => {
  const user = userEvent.setup({ delay: null })
  let refuse = true
  const row = (reference: string) => ({ id: `c-${reference}`, reference, title: 'town centre', combined_into: null, closed: null })
  const piece = { piece: 'action' as const, action: 'x-1' }
  const backend = await open({
    list_cases: { rows: [row('DEMO.21')] } as never,
    preview_move: { on: '2026-11-24', next_reference: 'DEMO.53', rows: [{ piece, words: '45/3 Visit', detail: '', goes: true, stays_because: null }] },
    decide: () => {
      if (refuse) throw { code: 'refused', message: 'DEMO.21 is closed; re-open it first', hint: null, field: 'into' }
      return room()
    },
  })
  await user.click(within(screen.getByRole('toolbar', { name: 'Decision' })).getByRole('button', { name: 'Combine…' }))
  await user.type(screen.getByRole('combobox', { name: /Goes on in/ }), 'DEMO.21')
  await user.click(await screen.findByRole('option', { name: /DEMO\.21/ }))
  expect(((await screen.findByRole('checkbox', { name: /45\/3 Visit/ })) as HTMLInputElement).checked).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Record: combine' }))
  await waitFor(() => expect(screen.getByRole('combobox', { name: /Goes on in/ }).getAttribute('aria-invalid')).toBe('true'))
  refuse = false
  await user.click(screen.getByRole('button', { name: 'Record: combine' }))
  await waitFor(() => expect(screen.queryByRole('combobox', { name: /Goes on in/ })).toBeNull())
  expect(calls(backend, 'decide').at(-1)).toEqual({ item: 'i5', choice: { decided: 'combine', into: 'DEMO.21', goes: [piece] }, text: '' })
})

it('the case is scored in the room by S, and the audience looks on only once it is asked for', async () => {
  const user = userEvent.setup({ delay: null })
  const shared = { ...room(), projector: { ...room().projector, scoring: true } }
  const backend = await open({ get_scoring: scoring, reckon_score: ({ matrix, answers }) => reckoned(matrix, answers), share_scoring: shared, unshare_scoring: room() })
  await key('s')
  await screen.findByRole('heading', { name: 'Frequency' })
  await key('2')
  expect(calls(backend, 'share_scoring')).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Show on the projector' }))
  expect(calls(backend, 'share_scoring')).toEqual([{ meeting: 'm1', item: 'i5', version: 'mv-person-1', answers: [{ factor: 'frequency', option: 'o1' }] }])
  await key('Enter')
  await key('3')
  await waitFor(() => expect(calls(backend, 'share_scoring')).toHaveLength(2))
  expect(screen.getByText(/the audience sees nothing of it: reference only, observer present/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(calls(backend, 'unshare_scoring')).toEqual([{ meeting: 'm1' }]))
})

it('a window that was closed amid a scoring ends the sharing when it comes back', async () => {
  const backend = await open({ unshare_scoring: room() }, { ...room(), projector: { ...room().projector, scoring: true } })
  await waitFor(() => expect(calls(backend, 'unshare_scoring')).toHaveLength(1))
})

it('while a case is being closed the matrix gives its score, and the decision goes on with what was typed', async () => {
  const user = userEvent.setup({ delay: null })
  const { get_closure_checklist } = caseAnswers
  const backend = await open({ get_scoring: scoring, reckon_score: ({ matrix, answers }) => reckoned(matrix, answers), get_closure_checklist })
  await user.click(screen.getByRole('button', { name: 'Close…' }))
  await user.type(screen.getByLabelText(/In the meeting’s words/), 'quiet for six weeks')
  await user.click(screen.getByRole('button', { name: 'Score by the matrix…' }))
  await screen.findByRole('dialog', { name: 'Score DEMO.45' })
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await screen.findByRole('dialog', { name: 'DEMO.45: close' })
  expect(screen.getByLabelText<HTMLTextAreaElement>(/In the meeting’s words/).value).toBe('quiet for six weeks')
  expect(calls(backend, 'decide')).toEqual([])
})
