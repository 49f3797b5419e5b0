import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import type { RepliesView } from '$backend'
import type { Answers } from '$backend/fake'
import { axeFindings } from '../../axe'
import { answers, housing, letter } from '../../gallery/answers/replies'
import { asked, atDesk } from '../../gallery/at-desk'
import Replies from './Replies.svelte'

// Because a whole screen in jsdom on a busy machine takes its time, and only a hang should fail.
vi.setConfig({ testTimeout: 60_000 })

const view = (answers.get_replies as unknown as () => RepliesView)()
/** The view with one agency answered otherwise. */
const having = (change: Partial<typeof housing>): RepliesView => ({ ...view, agencies: [{ ...housing, ...change }, ...view.agencies.slice(1)] })
const none = { add_attendance: {}, withdraw_attendance: {}, add_written_update: {}, amend_written_update: {}, withdraw_written_update: {}, set_agency_check: {}, list_drafts: { drafts: [] }, save_draft: {}, discard_drafts: {} } as unknown as Answers

beforeEach(() => {
  location.hash = ''
})

async function open(more: Answers = {}, rights?: Parameters<typeof atDesk>[1]) {
  const backend = atDesk({ ...none, get_replies: view, ...more }, rights)
  render(Replies, { id: 'm1' })
  await screen.findByRole('heading', { name: /^Northbridge Homes/ })
  return { backend, user: userEvent.setup({ delay: null }) }
}

it('shows who replied, and what the first agency owes with times, lights and checks', async () => {
  await open()
  expect(screen.getByText('4 of 6 agencies replied')).toBeTruthy()
  const rows = within(screen.getByRole('list', { name: 'Agencies' })).getAllByRole('button')
  expect(rows).toHaveLength(6)
  expect(rows[0]!.textContent).toMatch(/Housing.*2\.08 – 2\.57.*no reply yet.*2 items, 3 open actions, 1 check.*Missing: whether they come, the check on R\.61/s)
  const item = screen.getByRole('article', { name: 'Item 3, DEMO.31' })
  expect(item.textContent).toMatch(/2\.08 pm, 12 minutes.*44\/6.*Board up the back door.*7 days late/s)
  expect(screen.getByRole('region', { name: 'Its other open actions' }).textContent).toContain('43/1')
  expect(await axeFindings()).toEqual([])
})

it('one press stores how somebody takes part, and Ctrl+Z takes it back', async () => {
  const { backend, user } = await open()
  const entry = { meeting: 'm1', agency: 'housing', officer: 'bell', name: 'J Bell', mode: 'apologies' as const, substitute_for: '', from_item: null, to_item: null }
  await user.click(within(screen.getByRole('group', { name: 'J Bell' })).getByRole('button', { name: 'Apologies' }))
  expect(asked(backend, 'add_attendance')).toEqual([entry])
  const stands = { ...entry, id: 'new', serial: 1, heard_declaration: false, at: 0, withdrawn: false }
  backend.answer({ get_replies: having({ people: [{ officer: 'bell', name: 'J Bell', entry: stands, words: 'apologies' }] }) })
  backend.emit('changed', { what: ['room'], changes: 1 })
  await waitFor(() => expect(screen.getByRole('button', { name: 'Apologies' }).getAttribute('aria-pressed')).toBe('true'))
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(asked(backend, 'withdraw_attendance')).toEqual([{ id: 'new' }]))
})

it('in a field Ctrl+Z undoes typing and nothing that was stored', async () => {
  const { backend, user } = await open()
  await user.click(screen.getByRole('button', { name: 'Apologies' }))
  await user.type(screen.getByRole('textbox', { name: 'Written update on DEMO.45' }), 'Quiet')
  await user.keyboard('{Control>}z{/Control}')
  expect(asked(backend, 'withdraw_attendance')).toEqual([])
  expect(asked(backend, 'add_attendance')).toHaveLength(1)
})

it('a substitute and the items of somebody on the line are asked for, kept as typed and entered by Enter', async () => {
  const { backend, user } = await open()
  await user.click(screen.getByRole('button', { name: 'Substitute…' }))
  await user.keyboard('{Enter}')
  expect(screen.getByText('Give the name of who comes')).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: 'Who comes in place of J Bell' }), 'S Poole')
  await waitFor(() => expect(asked(backend, 'save_draft')).toContainEqual({ key: 'replies/m1/housing/person/bell', text: '{"substitute":"S Poole","from":"","to":""}' }))
  await user.keyboard('{Enter}')
  expect(asked(backend, 'add_attendance')[0]).toMatchObject({ officer: null, name: 'S Poole', mode: 'coming', substitute_for: 'J Bell' })
  await user.click(await screen.findByRole('button', { name: 'Dialling in…' }))
  await user.selectOptions(screen.getByRole('combobox', { name: 'From' }), '5')
  await user.selectOptions(screen.getByRole('combobox', { name: 'To' }), '3')
  await user.click(screen.getByRole('button', { name: 'Enter' }))
  expect(screen.getByText('The last item comes before the first')).toBeTruthy()
  await user.selectOptions(screen.getByRole('combobox', { name: 'To' }), '6')
  await user.click(screen.getByRole('button', { name: 'Enter' }))
  await waitFor(() => expect(asked(backend, 'add_attendance')[1]).toMatchObject({ officer: 'bell', mode: 'dialling_in', from_item: 5, to_item: 6 }))
})

it('the substitute gives way when the person comes after all', async () => {
  const { backend, user } = await open({ get_replies: view })
  await user.click(screen.getByRole('button', { name: /^Police/ }))
  await user.click(await screen.findByRole('button', { name: 'Coming' }))
  await waitFor(() => expect(asked(backend, 'add_attendance')).toHaveLength(1))
  expect(asked(backend, 'withdraw_attendance')).toEqual([{ id: 'e4' }])
})

it('a written update is stored by Enter under its case, changed and taken back', async () => {
  const { backend, user } = await open()
  const field = screen.getByRole('textbox', { name: 'Written update on DEMO.45' })
  await user.type(field, 'Quiet since Monday{Enter}')
  await waitFor(() => expect(asked(backend, 'add_written_update')).toEqual([{ meeting: 'm1', case: 'case45', agency: 'housing', text: 'Quiet since Monday' }]))
  await user.click(screen.getByRole('button', { name: /^Mental Health/ }))
  await user.click(await screen.findByRole('button', { name: 'Change the update on DEMO.46' }))
  await user.type(screen.getByRole('textbox', { name: 'Other words on DEMO.46' }), ' Seen again.{Enter}')
  await waitFor(() => expect(asked(backend, 'amend_written_update')).toEqual([{ id: 'w1', text: 'Seen on 18 November; engaging with the crisis team. Seen again.' }]))
  await user.click(await screen.findByRole('button', { name: 'Take back the update on DEMO.46' }))
  await waitFor(() => expect(asked(backend, 'withdraw_written_update')).toEqual([{ id: 'w1' }]))
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(asked(backend, 'add_written_update')[1]).toMatchObject({ case: 'DEMO.46', agency: 'health' }))
})

it('a check is answered with its words', async () => {
  const { backend, user } = await open()
  await user.type(screen.getByRole('textbox', { name: 'What they say about R.61' }), 'Two calls')
  await user.click(screen.getByRole('button', { name: 'Known' }))
  await waitFor(() => expect(asked(backend, 'set_agency_check')).toEqual([{ referral: 'r61', agency: 'housing', answer: 'known', note: 'Two calls', replied_on: null }]))
})

it('nothing of an e-mail is stored before it is taken, one by one', async () => {
  const { backend, user } = await open()
  await user.click(screen.getByRole('button', { name: 'Read an e-mail…' }))
  await user.click(screen.getByRole('button', { name: 'Read it' }))
  expect(screen.getByText('Paste the text of the e-mail, or open its file')).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: 'Text of the e-mail' }), '44/6 done')
  await user.click(screen.getByRole('button', { name: 'Read it' }))
  expect(asked(backend, 'read_reply')).toEqual([{ from: 'text', text: '44/6 done', meeting: 'm1' }])
  expect(await screen.findByText(/45\/19 is no action of this hub/)).toBeTruthy()
  expect(screen.getByText('45/3 belongs to Prevention, the e-mail is from Housing.')).toBeTruthy()
  const stored = ['take_action_reply', 'add_written_update', 'add_attendance']
  expect(stored.flatMap((command) => asked(backend, command))).toEqual([])
  expect(await axeFindings()).toEqual([])

  await user.click(screen.getByRole('button', { name: 'Take: 44/6, DEMO.31' }))
  await waitFor(() => expect(asked(backend, 'take_action_reply')).toEqual([
    { id: 'action-44/6', status: 'done', on: '2026-11-19', text: 'done yesterday, all secure', blocked: null, told_by: 'J Bell, Housing' },
  ]))
  const second = screen.getByRole('article', { name: '45/2, DEMO.45' })
  await user.selectOptions(within(second).getByRole('combobox', { name: 'Becomes' }), 'not_undertaken')
  await user.clear(within(second).getByRole('textbox', { name: 'Why' }))
  await user.click(within(second).getByRole('button', { name: /^Take/ }))
  expect(within(second).getByText('Say why')).toBeTruthy()
  await user.type(within(second).getByRole('textbox', { name: 'Why' }), 'no staff')
  await user.click(within(second).getByRole('button', { name: /^Take/ }))
  await waitFor(() => expect(asked(backend, 'take_action_reply')[1]).toMatchObject({ status: 'not_undertaken', text: 'no staff' }))
  await user.click(screen.getByRole('button', { name: 'Skip: 45/3, DEMO.45' }))
  await user.click(screen.getByRole('button', { name: 'Take: Written update on DEMO.45' }))
  await waitFor(() => expect(asked(backend, 'add_written_update')).toEqual([{ meeting: 'm1', case: 'case45', agency: 'housing', text: 'Quiet since Monday; mum has our number.' }]))
  await user.click(screen.getByRole('button', { name: 'Take: Who comes' }))
  await waitFor(() => expect(asked(backend, 'add_attendance')[0]).toMatchObject({ agency: 'housing', officer: 'bell', name: 'J Bell', mode: 'apologies' }))
  expect(asked(backend, 'take_action_reply')).toHaveLength(2)
  expect(screen.getByText('skipped.', { exact: false })).toBeTruthy()
})

it('what was taken by mistake goes back, and a refusal stands at its field', async () => {
  const { backend, user } = await open()
  await user.click(screen.getByRole('button', { name: 'Read an e-mail…' }))
  await user.type(screen.getByRole('textbox', { name: 'Text of the e-mail' }), 'x')
  await user.click(screen.getByRole('button', { name: 'Read it' }))
  backend.answer({ take_action_reply: () => { throw { code: 'refused', message: 'That day has not come yet', hint: null, field: 'on' } } })
  await user.click(await screen.findByRole('button', { name: 'Take: 44/6, DEMO.31' }))
  expect(await screen.findByText('That day has not come yet')).toBeTruthy()
  backend.answer({ take_action_reply: answers.take_action_reply })
  await user.click(screen.getByRole('button', { name: 'Take: 44/6, DEMO.31' }))
  await screen.findByText('taken: 44/6 is done.', { exact: false })
  expect(screen.queryByRole('button', { name: 'Take: 44/6, DEMO.31' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Take back: 44/6, DEMO.31' }))
  await waitFor(() => expect(asked(backend, 'take_back_action_reply')).toHaveLength(1))
  await user.click(await screen.findByRole('button', { name: 'Take: 44/6, DEMO.31' }))
  await screen.findByText('taken: 44/6 is done.', { exact: false })
  await user.click(screen.getByRole('button', { name: 'Done' }))
  await user.keyboard('{Control>}z{/Control}')
  const back = { id: 'action-44/6', before: { status: 'under_way', done_on: null, blocked: null } }
  await waitFor(() => expect(asked(backend, 'take_back_action_reply')).toEqual([back, back]))
  await user.keyboard('{Control>}z{/Control}')
  expect(asked(backend, 'take_back_action_reply'), 'what went back in the dialog is not taken back again').toHaveLength(2)
})

it('a sender whom the hub does not know has to be named before anything is taken', async () => {
  const { backend, user } = await open({ read_reply: { ...letter, told_by: '', agency: null, officer: null } })
  await user.click(screen.getByRole('button', { name: 'Read an e-mail…' }))
  await user.type(screen.getByRole('textbox', { name: 'Text of the e-mail' }), 'x')
  await user.click(screen.getByRole('button', { name: 'Read it' }))
  await user.click(await screen.findByRole('button', { name: 'Take: 44/6, DEMO.31' }))
  expect(screen.getByText('Say who sent the e-mail')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Take: Written update on DEMO.45' }))
  expect(screen.getByText('Say which agency it is from')).toBeTruthy()
  expect([...asked(backend, 'take_action_reply'), ...asked(backend, 'add_written_update')]).toEqual([])
})

it('who may only look sees the replies and no lines to fill in', async () => {
  await open({}, ['open', 'view'])
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Read an e-mail…' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Coming' })).toBeNull()
})
