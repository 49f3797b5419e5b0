import type { ReferralsView, ReferralView } from '$backend'
import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { answers, rows } from '../../gallery/answers/referrals'
import { agencies } from '../../gallery/answers/directory'
import { asked, atDesk } from '../../gallery/at-desk'
import Checks from './Checks.svelte'
import TriageDialog from './TriageDialog.svelte'
import { noReferral, referralOf, sums, wrongWithReferral } from './words'

const get = answers.get_referral as (request: { id: string }) => ReferralView
const list: ReferralsView = { received: 44, in_triage: 0, returned: 0, signposted: 0, tabled: 0, adopted: 30, not_adopted: 14, rows: [] }

it('the sums name every part, and more outcomes than referrals are explained', () => {
  const row = rows[5]!
  const outcomes = [['abc_issued'], ['mediation', 'no_further_action']] as const
  const lines = sums({ ...list, not_adopted: 2, rows: outcomes.map((outcomes) => ({ ...row, outcomes: [...outcomes] })) })
  expect(lines[0]).toBe('44 received = 0 in triage + 0 returned + 0 signposted + 32 tabled.')
  expect(lines[1]).toBe('Of the 32 tabled, 32 are decided: 30 adopted + 2 not adopted.')
  expect(lines[2]).toBe('The 2 not adopted by main outcome: 1 ABC issued and 1 mediation.')
  expect(lines[3]).toBe('1 further outcome on top, because a referral may have more than one: 3 outcomes in all.')
})

it('only the problem and the day have to be filled in', () => {
  const typed = noReferral('2026-11-19')
  expect(wrongWithReferral(typed)).toEqual({ problem: 'Say what the problem is' })
  expect(referralOf({ ...typed, problem: 'Noise' })).toMatchObject({ referrer_agency: null, area: null, problem: 'Noise' })
})

it('a referral goes back with what is missing, and not without', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(TriageDialog, { what: 'return', view: get({ id: 'r62' }), onsaved: vi.fn(), onclose: vi.fn() })
  await user.click(screen.getByRole('button', { name: 'Return' }))
  expect(screen.getByText('Say what is missing')).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: 'What is missing' }), 'dates')
  await user.click(screen.getByRole('button', { name: 'Return' }))
  expect(asked(backend, 'return_referral')).toEqual([{ id: 'r62', note: 'dates', on: null }])
})

it('tabling against the gate sends the reason that the minutes print', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(TriageDialog, { what: 'override', view: get({ id: 'r62' }), onsaved: vi.fn(), onclose: vi.fn() })
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
  expect(asked(backend, 'set_agency_check')).toEqual([{ referral: 'r62', agency: 'a-police', answer: 'not_known', note: 'Nine calls since August, two crime reports' }])
})

it('asking one more agency begins with no reply', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(Checks, { referral: 'r62', checks: [], agencies, editable: true, onsaved: vi.fn() })
  await user.selectOptions(screen.getByLabelText('Ask another agency'), 'a-fire')
  await user.click(screen.getByRole('button', { name: 'Ask' }))
  expect(asked(backend, 'set_agency_check')).toEqual([{ referral: 'r62', agency: 'a-fire', answer: 'no_reply', note: '' }])
})
