import type { Directory, ReferralView } from '$backend'
import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { axeFindings } from '../../axe'
import { answers, rows } from '../../gallery/answers/referrals'
import { agencies, answers as directoryAnswers } from '../../gallery/answers/directory'
import { asked, atDesk } from '../../gallery/at-desk'
import { guide } from '../../gallery/invented/guide'
import Checks from './Checks.svelte'
import { wanted } from './list'
import { outline } from './outline'
import { withProposals } from './proposals'
import Questions from './Questions.svelte'
import ReadFormDialog from './ReadFormDialog.svelte'
import TriageDialog from './TriageDialog.svelte'
import { noReferral, outcomesWords, referralOf, wrongWithReferral } from './words'

const get = answers.get_referral as (request: { id: string }) => ReferralView
const today = '2026-11-19'
const directory = directoryAnswers.get_directory as Directory

it('the main outcome is told apart from further ones', () => {
  expect(outcomesWords(['abc_issued'])).toBe('ABC issued')
  expect(outcomesWords(['abc_issued', 'mediation'])).toBe('ABC issued (main outcome); also mediation')
})

it('each figure opens its rows', () => {
  const numbers = (query: string) => wanted(rows, new URLSearchParams(query)).rows.map(({ number }) => number)
  expect(numbers('')).toHaveLength(8)
  expect(numbers('status=ever_tabled')).toEqual([60, 58, 57, 56])
  expect(numbers('status=decided')).toEqual([58, 57, 56])
  expect(numbers('main=abc_issued')).toEqual([57])
  expect(numbers('further=mediation')).toEqual([57])
  expect(numbers('main=mediation')).toEqual([])
  expect(numbers('status=<script>')).toHaveLength(8)
})

it('only the problem and the day have to be filled in, and an e-mail address can be one', () => {
  const typed = noReferral(today)
  expect(wrongWithReferral(typed)).toEqual({ problem: 'Say what the problem is' })
  expect(wrongWithReferral({ ...typed, problem: 'Noise', referrer_email: 'nowhere' })).toEqual({ referrer_email: '“nowhere” is not an e-mail address' })
  expect(referralOf({ ...typed, problem: 'Noise' })).toMatchObject({ referrer_agency: null, area: null, problem: 'Noise', kept_subjects: [], new_subjects: [] })
})

it('the outline names what is needed and how far each part is', () => {
  const typed = { ...noReferral(today), guides: ['location' as const], answers: { 'location.cctv': { chosen: ['no'], text: '' } } }
  const parts = outline(typed, guide)
  expect(parts.find(({ id }) => id === 'problem')?.needed).toBe('needed')
  expect(parts.find(({ id }) => id === 'tried')?.needed).toBe('before a meeting')
  expect(parts.find(({ id }) => id === 'location')?.filled).toBe('1 of 17')
  expect(parts.some(({ id }) => id === 'offender')).toBe(false)
})

it('a question is answered by a press and taken back by another', async () => {
  const user = userEvent.setup()
  const { component } = render(Questions, { questions: guide.parts[0]!.questions, answers: {} })
  void component
  const group = screen.getByRole('group', { name: 'Repeat victim?' })
  const yes = within(group).getByRole('button', { name: 'yes' })
  await user.click(yes)
  expect(yes.getAttribute('aria-pressed')).toBe('true')
  await user.type(screen.getByRole('textbox', { name: /^Repeat victim\?/ }), 'twice')
  await user.click(within(group).getByRole('button', { name: 'no' }))
  expect(yes.getAttribute('aria-pressed')).toBe('false')
  expect(await axeFindings()).toEqual([])
})

it('nothing of a filled form is taken before it is ticked', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  const ontake = vi.fn()
  render(ReadFormDialog, { typed: { ...noReferral(today), problem: 'Noise' }, directory, ontake, onclose: vi.fn() })
  await user.click(screen.getByRole('button', { name: 'Read it' }))
  expect(screen.getByText('Paste the text of the form, or open its file')).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: 'Text of the form or of the e-mail' }), 'Name: B Vale')
  await user.click(screen.getByRole('button', { name: 'Read it' }))
  expect(asked(backend, 'read_referral_form')).toEqual([{ from: 'text', text: 'Name: B Vale' }])
  const boxes = await screen.findAllByRole<HTMLInputElement>('checkbox')
  expect(boxes.some((box) => box.checked)).toBe(false)
  expect(screen.getByRole('button', { name: /^Take/ }).hasAttribute('disabled')).toBe(true)
  expect(screen.getByText('Replaces “Noise”')).toBeTruthy()
  expect(screen.getByText('No agency of this name; choose it in the form')).toBeTruthy()
  expect(await axeFindings()).toEqual([])
  await user.click(screen.getByRole('checkbox', { name: /B Vale/ }))
  await user.click(screen.getByRole('button', { name: 'Take 1 into the form' }))
  expect(ontake.mock.calls[0]![0]).toMatchObject([{ field: { field: 'referrer_name' }, text: 'B Vale' }])
})

it('what was ticked goes to its field, opens its guide and makes one person of several lines', () => {
  const { proposals } = (answers.read_referral_form as unknown as () => { proposals: Parameters<typeof withProposals>[1] })()
  const form = withProposals(noReferral(today), proposals, directory)
  expect(form).toMatchObject({ referrer_name: 'B Vale', referrer_agency: '', guides: ['location'] })
  expect(form.answers['location.impact']).toEqual({ chosen: ['damage', 'no-go area'], text: '' })
  expect(form.new_subjects).toMatchObject([{ role: 'victim', fields: { name: 'Ann Field' } }])
})

it('a referral goes back with the ready text, changed or not, on a day', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(TriageDialog, { what: 'return', view: get({ id: 'r62' }), today, onsaved: vi.fn(), onclose: vi.fn() })
  const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text for the referrer' })
  expect(text.value).toContain('– What has been tried, did it work, and why?')
  await user.clear(text)
  await user.click(screen.getByRole('button', { name: 'Return' }))
  expect(screen.getByText('Say what is missing')).toBeTruthy()
  await user.type(text, 'dates')
  await user.click(screen.getByRole('button', { name: 'Copy the text' }))
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/Copied|clipboard/))
  await user.click(screen.getByRole('button', { name: 'Return' }))
  expect(asked(backend, 'return_referral')).toEqual([{ id: 'r62', note: 'dates', on: today }])
})

it('tabling against the gate sends the reason that the minutes print', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(TriageDialog, { what: 'override', view: get({ id: 'r62' }), today, onsaved: vi.fn(), onclose: vi.fn() })
  await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'a child is at risk')
  await user.click(screen.getByRole('button', { name: 'Table it' }))
  expect(asked(backend, 'table_referral')).toEqual([{ id: 'r62', override_reason: 'a child is at risk' }])
})

it('checks count the replies and one press keeps an answer with its note', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(Checks, { referral: 'r62', checks: get({ id: 'r62' }).checks, agencies, editable: true, onsaved: vi.fn() })
  expect(screen.getByText('5 of 8 replied')).toBeTruthy()
  const police = screen.getByRole('group', { name: 'Northbridge Police' })
  await user.click(police.querySelectorAll('button')[1]!)
  expect(asked(backend, 'set_agency_check')).toEqual([{ referral: 'r62', agency: 'a-police', answer: 'not_known', note: 'Nine calls since August, two crime reports', replied_on: null }])
})

it('asking one more agency begins with no reply', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(Checks, { referral: 'r62', checks: [], agencies, editable: true, onsaved: vi.fn() })
  await user.selectOptions(screen.getByLabelText('Ask another agency'), 'a-fire')
  await user.click(screen.getByRole('button', { name: 'Ask' }))
  expect(asked(backend, 'set_agency_check')).toEqual([{ referral: 'r62', agency: 'a-fire', answer: 'no_reply', note: '', replied_on: null }])
})
