/** Invented referrals on every way a referral can go. */
import type { AgencyCheck, CheckAnswer, CheckCounts, DuplicatesView, ReferralFormRead, ReferralRow, ReferralView } from '$backend'
import type { Answers } from '$backend/fake'
import { view as case45 } from './cases'
import { agencies } from './directory'
import { guide } from '../invented/guide'

const replied = (known: number, not_known: number, no_reply: number): CheckCounts => ({ asked: known + not_known + no_reply, known, not_known, no_reply })

const row = (number: number, title: string, received_on: string, referrer: string, told: Partial<ReferralRow>): ReferralRow => ({
  id: `r${number}`, number, title, source: 'partner', received_on, referrer, status: 'in_triage', passes_gate: true, checks: replied(5, 3, 0),
  decided_on: null, outcomes: [], case: null, minutes_spent: 0, ...told,
})

export const rows: ReferralRow[] = [
  row(62, 'Noise and visitors at night, Mill Court', '2026-11-16', 'Northbridge Homes', { passes_gate: false, checks: replied(3, 2, 3) }),
  row(61, 'Repeated calls about a neighbour', '2026-11-12', 'Northbridge Police', { source: 'own_review', checks: replied(4, 3, 1) }),
  row(60, 'Young people and fires behind the sports hall of the old secondary school, Northfield', '2026-11-09', 'Fire and Rescue', { status: 'tabled' }),
  row(59, 'Parking dispute', '2026-11-02', 'M Vale', { status: 'signposted', checks: replied(0, 0, 0) }),
  row(58, 'Missing from home', '2026-09-28', 'Children’s Social Care', { status: 'adopted', decided_on: '2026-10-06', case: 'DEMO.45', minutes_spent: 14 }),
  row(57, 'Street drinking, bus station', '2026-09-21', 'Community Safety', { status: 'not_adopted', decided_on: '2026-10-06', outcomes: ['abc_issued', 'mediation'], minutes_spent: 17 }),
  row(56, 'Dogs and threats', '2026-09-14', 'Northbridge Homes', { status: 'not_adopted', decided_on: '2026-09-29', outcomes: ['more_work_by_referrer'], minutes_spent: 12 }),
  row(55, 'Graffiti on the underpass', '2026-09-01', 'Community Safety', { status: 'returned', passes_gate: false, checks: replied(0, 0, 0) }),
]

const answers_: CheckAnswer[] = ['known', 'known', 'not_known', 'no_reply', 'known', 'not_known', 'no_reply', 'no_reply']
const checks = agencies.slice(0, 8).map(({ id, name }, n) => {
  const check: AgencyCheck = { id: `ch-${id}`, referral: 'r62', agency: id, answer: answers_[n]!, replied_on: answers_[n] === 'no_reply' ? null : '2026-11-18', note: n === 0 ? 'Nine calls since August, two crime reports' : n === 4 ? 'Tenant since 2021, warning letter in September' : '' }
  return { agency: name, check }
})

const view = (id: string): ReferralView => {
  const of = rows.find((row) => row.id === id) ?? rows[0]!
  return {
    referral: {
      id: of.id, number: of.number, source: of.source, received_on: of.received_on, referrer_name: 'J Aske', referrer_agency: 'a-homes', referrer_address: 'Northbridge Homes, 2 Exchange Row', referrer_telephone: '01632 960118',
      referrer_email: 'j.aske@homes.example', referrer_contact: '',
      title: of.title, problem: 'Visitors between midnight and four on most nights, shouting in the stairwell, the entrance door forced twice. Two older neighbours no longer go out in the evening and one has asked to be moved.',
      victims: 'Both neighbours are tenants over 70; one was a victim of burglary last year.', offenders: 'The tenant is 28 and known to probation.', safeguarding: '',
      tried: of.passes_gate ? 'Warning letter in September, no change; mediation offered and refused.' : '', place: 'Mill Court', area: 'w-mill', subjects: [], guides: ['offender', 'location'],
      answers: {
        'about_victims.repeat': { chosen: ['yes'], text: 'burglary last year' }, 'offender.history': { chosen: [], text: 'Two cautions, the last in spring' },
        'offender.disposals': { chosen: ['caution'], text: '' }, 'location.happening': { chosen: [], text: 'Visitors come and go all night; the entrance door is forced' },
        'location.impact': { chosen: ['damage', 'intimidation'], text: 'neighbours stay in after dark' }, 'location.cctv': { chosen: ['no'], text: '' },
      },
      status: of.status,
      gate_override: null, decided_on: of.decided_on, outcomes: of.outcomes, note: of.status === 'returned' ? 'Photographs and dates are missing.' : of.status === 'signposted' ? 'Parking team of the council.' : '', case: of.case ? 'c-45' : null,
    },
    referrer_agency: 'Northbridge Homes', subjects: [], checks: of.checks.asked ? checks : [], case: of.case,
    missing: of.passes_gate ? [] : ['“What has been tried, did it work, why” is empty.'],
    wanting: of.passes_gate ? [] : ['What has been tried, did it work, and why?', 'Are there safeguarding issues? If there are none, say so.'],
    return_text: `Dear J Aske,\n\nThank you for referral R.${of.number}, which we received on ${of.received_on}.\nIt cannot come before the Hub Tasking meeting yet. Please let us have:\n\n– What has been tried, did it work, and why?\n\nNorthbridge Community Safety Hub`,
    minutes_spent: of.minutes_spent,
  }
}

const known: DuplicatesView['people'][number] = {
  person: case45.subjects[0]!, reasons: ['nearly the same spelling: Tamsin Rowe', 'same address: 14 Lantern Row'],
  records: [
    { case: 'DEMO.45', referral: null, words: 'DEMO.45, open', title: 'Missing from home', not_adopted: false },
    { case: null, referral: 'r56', words: 'R.56, not adopted 29 Sept 2026', title: 'Dogs and threats', not_adopted: true },
  ],
}

/** Somebody whose name begins with `Tam` is known, and so is Mill Court. */
const alike = (name: string, place: string): DuplicatesView => ({
  people: name.toLowerCase().startsWith('tam') ? [known] : [], more: 0,
  places: /^mill co/i.test(place) ? [{ case: null, referral: 'r56', words: 'R.56, not adopted 29 Sept 2026', title: 'Dogs and threats', not_adopted: true }] : [],
})

const filledForm: ReferralFormRead = {
  kind: 'an e-mail', unread: ['map.png'], left_over: ['Kind regards, B Vale'],
  proposals: [
    { field: { to: 'own', field: 'referrer_name' }, label: 'Name of the referrer', text: 'B Vale', chosen: [], line: 4, source: 'Name of the referrer: B Vale' },
    { field: { to: 'own', field: 'referrer_agency' }, label: 'Agency', text: 'Fire and Rescue of Northbridge', chosen: [], line: 5, source: 'Agency: Fire and Rescue of Northbridge' },
    { field: { to: 'own', field: 'problem' }, label: 'The problem and its effect on people or the neighbourhood', text: 'Bins burn behind the arcade three nights a week. Traders have stopped using the yard.', chosen: [], line: 9, source: 'The problem and its effect\nBins burn behind the arcade three nights a week. Traders have stopped using the yard.' },
    { field: { to: 'answer', key: 'location.impact' }, label: 'Impact on the place', text: '', chosen: ['damage', 'no-go area'], line: 31, source: 'Impact on the place ☐ graffiti ☒ damage ☐ intimidation ☒ no-go area' },
    { field: { to: 'person', person: 0, field: 'name' }, label: 'Name of the person', text: 'Ann Field', chosen: [], line: 22, source: 'Name of the person: Ann Field' },
    { field: { to: 'person', person: 0, field: 'role' }, label: 'In this matter', text: 'victim', chosen: [], line: 25, source: 'In this matter ☒ victim ☐ perpetrator ☐ both ☐ at risk' },
  ],
}

export const answers: Answers = {
  get_guide: guide,
  list_referrals: {
    sums: {
      received: 8, in_triage: 2, returned: 1, signposted: 1, undecided: 1, adopted: 1, not_adopted: 2,
      main: [{ outcome: 'abc_issued', referrals: 1 }, { outcome: 'more_work_by_referrer', referrals: 1 }], further: [{ outcome: 'mediation', referrals: 1 }],
    },
    tabled: 4,
    explained: [
      '8 received = 2 in triage + 1 returned + 1 signposted + 4 tabled.', 'Of the 4 tabled, 3 are decided: 1 adopted + 2 not adopted.',
      '2 not adopted, by main outcome: 1 ABC issued and 1 more work by the referrer.',
      '1 further outcome on top, because a referral may have more than one (1 mediation): 2 referrals, 3 outcomes.',
    ],
    minutes_on_not_adopted: 29,
    rows,
  },
  find_duplicates: ({ name, place }) => alike(name, place),
  read_referral_form: () => filledForm,
  amend_referral_subject: ({ referral }) => view(referral),
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
