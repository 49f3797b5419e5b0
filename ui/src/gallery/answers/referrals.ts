/** Invented referrals on every way a referral can go. */
import type { AgencyCheck, CheckAnswer, ReferralRow, ReferralView } from '$backend'
import type { Answers } from '$backend/fake'
import { agencies } from './directory'

const row = (number: number, title: string, received_on: string, referrer: string, told: Partial<ReferralRow>): ReferralRow => ({
  id: `r${number}`, number, title, source: 'partner', received_on, referrer, status: 'in_triage', passes_gate: true, checks_asked: 8,
  checks_replied: 8, decided_on: null, outcomes: [], case: null, ...told,
})

export const rows: ReferralRow[] = [
  row(62, 'Noise and visitors at night, Mill Court', '2026-11-16', 'Northbridge Homes', { passes_gate: false, checks_replied: 5 }),
  row(61, 'Repeated calls about a neighbour', '2026-11-12', 'Northbridge Police', { source: 'own_review', checks_replied: 7 }),
  row(60, 'Young people and fires behind the sports hall of the old secondary school, Northfield', '2026-11-09', 'Fire and Rescue', { status: 'tabled' }),
  row(59, 'Parking dispute', '2026-11-02', 'M Vale', { status: 'signposted', checks_asked: 0, checks_replied: 0 }),
  row(58, 'Missing from home', '2026-09-28', 'Children’s Social Care', { status: 'adopted', decided_on: '2026-10-06', case: 'DEMO.45' }),
  row(57, 'Street drinking, bus station', '2026-09-21', 'Community Safety', { status: 'not_adopted', decided_on: '2026-10-06', outcomes: ['abc_issued', 'mediation'] }),
  row(56, 'Dogs and threats', '2026-09-14', 'Northbridge Homes', { status: 'not_adopted', decided_on: '2026-09-29', outcomes: ['more_work_by_referrer'] }),
  row(55, 'Graffiti on the underpass', '2026-09-01', 'Community Safety', { status: 'returned', passes_gate: false, checks_asked: 0, checks_replied: 0 }),
]

const answers_: CheckAnswer[] = ['known', 'known', 'not_known', 'no_reply', 'known', 'not_known', 'no_reply', 'no_reply']
const checks = agencies.slice(0, 8).map(({ id, name }, n) => {
  const check: AgencyCheck = { id: `ch-${id}`, referral: 'r62', agency: id, answer: answers_[n]!, note: n === 0 ? 'Nine calls since August, two crime reports' : n === 4 ? 'Tenant since 2021, warning letter in September' : '' }
  return { agency: name, check }
})

const view = (id: string): ReferralView => {
  const of = rows.find((row) => row.id === id) ?? rows[0]!
  return {
    referral: {
      id: of.id, number: of.number, source: of.source, received_on: of.received_on, referrer_name: 'J Aske', referrer_agency: 'a-homes', referrer_contact: 'j.aske@homes.example',
      title: of.title, problem: 'Visitors between midnight and four on most nights, shouting in the stairwell, the entrance door forced twice. Two older neighbours no longer go out in the evening and one has asked to be moved.',
      victims: 'Both neighbours are tenants over 70; one was a victim of burglary last year.', offenders: 'The tenant is 28 and known to probation.', safeguarding: '',
      tried: of.passes_gate ? 'Warning letter in September, no change; mediation offered and refused.' : '', place: 'Mill Court', area: 'w-mill', subjects: [], status: of.status,
      gate_override: null, decided_on: of.decided_on, outcomes: of.outcomes, note: of.status === 'returned' ? 'Photographs and dates are missing.' : of.status === 'signposted' ? 'Parking team of the council.' : '', case: of.case ? 'c-45' : null,
    },
    referrer_agency: 'Northbridge Homes', subjects: [], checks: of.checks_asked ? checks : [], case: of.case,
    missing: of.passes_gate ? [] : ['“What has been tried, did it work, why” is empty.'],
  }
}

export const answers: Answers = {
  list_referrals: { received: 8, in_triage: 2, returned: 1, signposted: 1, tabled: 1, adopted: 1, not_adopted: 2, rows },
  get_referral: ({ id }) => view(id),
  add_referral: () => view('r61'),
  amend_referral: ({ id }) => view(id),
  table_referral: ({ id, override_reason }) => {
    if (view(id).missing.length && !override_reason) {
      throw { code: 'refused', message: '“What has been tried, did it work, why” is empty, so the referral cannot be tabled yet', hint: null, field: 'tried' }
    }
    return view(id)
  },
  untable_referral: ({ id }) => view(id),
  return_referral: ({ id }) => view(id),
  signpost_referral: ({ id }) => view(id),
  set_agency_check: ({ referral }) => view(referral),
}
