import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { useBackend, type MinutesRevision, type MinutesView, type Right } from '$backend'
import { fake, type Answers, type Fake } from '$backend/fake'
import { setHub } from '$frame/hub.svelte'
import { ConfirmDialog } from '$shared'
import { axeFindings } from '../../axe'
import { attendance, meeting } from '../../gallery/invented/room'
import Minutes from './Minutes.svelte'

// Because a whole screen in jsdom on a busy machine takes its time, and only a hang should fail.
vi.setConfig({ testTimeout: 30_000 })

const correction = (more: Partial<MinutesRevision>): MinutesRevision => ({
  id: 'v1', meeting: 'm1', item: 'n1', serial: 1, before: 'Attendance bad.', after: 'Attendance better.', by: 'A Field', at: Date.parse('2026-11-25T09:12Z'), after_approval: false, ...more,
})
function minutes(more: Partial<MinutesView> = {}, corrections: MinutesRevision[] = []): MinutesView {
  return {
    meeting: { ...meeting, status: 'concluded' }, attendance: attendance.entries, declaration_read_at: null, began_at: Date.parse('2026-11-24T14:00Z'), concluded_at: Date.parse('2026-11-24T15:39Z'),
    approved_by: null, approved_at: null, corrections: [], correctable: true,
    items: [{ id: 'n1', position: 1, heading: 'DEMO.45', line: 'T.R.', text: 'Attendance better.', decision: '', asks_decision: true, closing: [], new_actions: [], corrections, reference: 'DEMO.45' }],
    ...more,
  }
}

async function open(view: MinutesView, rights: Right[] = ['open', 'view', 'record', 'export', 'approve_minutes'], answers: Answers = {}): Promise<Fake> {
  setHub({
    state: 'open', refusal: null, folder: '', hub: 'Northbridge', sample: true, own_hub: null, sample_passphrase: null, wait_seconds: 0, recovered: false, lock: { idle_minutes: 5, in_room: false }, user: { name: 'R Dale', role: 'chair' },
    rights, marking: '', papers_left: [], version: '0.1.0', today: '2026-11-25',
  })
  const backend = fake({ get_minutes: view, list_drafts: { drafts: [] }, save_draft: {}, ...answers })
  useBackend(backend)
  render(Minutes, { id: 'm1' })
  await screen.findByRole('heading', { name: 'Minutes, Tuesday 24 November 2026' })
  return backend
}
const calls = (backend: Fake, command: string) => backend.calls.filter((call) => call.command === command).map(({ request }) => request)

it('axe has nothing to say about minutes with corrections', async () => {
  await open(minutes({}, [correction({})]))
  expect(await axeFindings()).toEqual([])
})

it('an item without a decision says so, and who did not come is named', async () => {
  await open(minutes())
  expect(screen.getByText('none recorded')).toBeTruthy()
  expect(screen.getByText('L Varga (Youth Justice)')).toBeTruthy()
  expect(screen.getByText(/The declaration was not read/)).toBeTruthy()
})

it('an item that asked for no decision does not lack one', async () => {
  const [item] = minutes().items
  await open(minutes({ items: [{ ...item!, heading: 'Matters arising', asks_decision: false }] }))
  expect(screen.queryByText('none recorded')).toBeNull()
})

it('a correction keeps what stood there before, and one after approval shows as such', async () => {
  await open(minutes({ approved_at: 1, approved_by: 'R Dale', meeting: { ...meeting, status: 'approved' } }, [correction({ after_approval: true })]))
  expect(screen.getByText('1 correction, 1 after approval')).toBeTruthy()
  expect(screen.getByText('Attendance bad.').tagName).toBe('DEL')
  expect(screen.getByText('after approval')).toBeTruthy()
})

it('correcting sends the new words, and what was typed is back after a crash', async () => {
  const user = userEvent.setup({ delay: null })
  const backend = await open(minutes(), undefined, { correct_minutes: minutes(), list_drafts: { drafts: [{ key: 'minutes/n1', text: 'Attendance much bet', at: 0 }] } })
  await user.click(screen.getByRole('button', { name: 'Correct DEMO.45' }))
  const field = screen.getByLabelText<HTMLTextAreaElement>('The minutes say')
  await waitFor(() => expect(field.value).toBe('Attendance much bet'))
  await user.type(field, 'ter.')
  await user.click(screen.getByRole('button', { name: 'Save the correction' }))
  expect(calls(backend, 'correct_minutes')).toEqual([{ meeting: 'm1', item: 'n1', text: 'Attendance much better.' }])
  await waitFor(() => expect(calls(backend, 'save_draft').at(-1)).toEqual({ key: 'minutes/n1', text: '' }))
})

it('whoever may not approve finds no button, and the reason instead', async () => {
  await open(minutes(), ['open', 'view', 'record'])
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
  expect(screen.getByText('The chair or the deputy approves the minutes.')).toBeTruthy()
})

it('confirmed minutes offer no correction', async () => {
  await open(minutes({ correctable: false, approved_at: 1, approved_by: 'R Dale', meeting: { ...meeting, status: 'confirmed' } }))
  expect(screen.queryByRole('button', { name: /^Correct/ })).toBeNull()
  expect(screen.queryByRole('button', { name: /Confirm/ })).toBeNull()
})

it('Part 1 waits until each doubtful word was looked at, and is refused while a name stands in it', async () => {
  const user = userEvent.setup({ delay: null })
  const leak = (what: 'full_name' | 'single_name', words: string) => ({ leak: { place: 'DEMO.45', what, words, occurrence: 1 }, what_words: what === 'full_name' ? 'full name' : 'single name, or a common word' })
  const tiny = leak('single_name', 'tiny')
  const approved = minutes({ approved_at: 1, approved_by: 'R Dale', meeting: { ...meeting, status: 'approved' } })
  const statement = 'Part 1. What is left out is exempt.'
  const backend = await open(approved, undefined, {
    check_publication: ({ paragraph }) => ({ refused: paragraph === 1 ? [leak('full_name', 'Tomos Rhys')] : [], doubtful: [tiny], statement }),
    publish_minutes: { path: '/sample/part.pdf', file_name: 'part.pdf', pages: 2, kib: 40, missing_characters: [] },
  })
  await user.click(screen.getByRole('button', { name: 'Part 1…' }))
  await screen.findByText(/It cannot be made yet/)
  const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save Part 1…' })
  expect(save().disabled).toBe(true)
  await user.selectOptions(screen.getByRole('combobox'), '2')
  await waitFor(() => expect(screen.queryByText(/It cannot be made yet/)).toBeNull())
  expect(save().disabled).toBe(true)
  await user.click(screen.getByRole('checkbox', { name: /DEMO\.45: “tiny”/ }))
  expect(await axeFindings()).toEqual([])
  await user.click(save())
  await waitFor(() => expect(calls(backend, 'publish_minutes')).toEqual([{ meeting: 'm1', paragraph: 2, confirmed: [tiny.leak], save_as: '/sample/minutes-part-1-2026-11-24.pdf', boxes_agreed: false }]))
})

it('Part 1 with a character that prints as a box is saved only once that is agreed', async () => {
  const user = userEvent.setup({ delay: null })
  const approved = minutes({ approved_at: 1, approved_by: 'R Dale', meeting: { ...meeting, status: 'approved' } })
  const backend = await open(approved, undefined, {
    check_publication: { refused: [], doubtful: [], statement: '' },
    publish_minutes: ({ boxes_agreed }) => {
      if (!boxes_agreed) throw { code: 'open_ends', message: '1 character is in none of the typefaces: “李” in “李”, page 1, DEMO.45', hint: null, field: null }
      return { path: '/sample/part.pdf', file_name: 'part.pdf', pages: 2, kib: 40, missing_characters: ['李'] }
    },
  })
  render(ConfirmDialog)
  await user.click(screen.getByRole('button', { name: 'Part 1…' }))
  await screen.findByText(/Nothing in it says who anybody is/)
  await user.click(screen.getByRole('button', { name: 'Save Part 1…' }))
  await user.click(await screen.findByRole('button', { name: 'Print boxes in their place' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(calls(backend, 'publish_minutes')).toEqual([false, true].map((boxes_agreed) => ({ meeting: 'm1', paragraph: 1, confirmed: [], save_as: '/sample/minutes-part-1-2026-11-24.pdf', boxes_agreed })))
})
