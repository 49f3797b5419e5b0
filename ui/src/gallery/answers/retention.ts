/** Invented records under their rules, holds, disposals, and one person. */
import type { Disposal, PersonView, RetentionRow, RetentionView } from '$backend'
import type { Answers } from '$backend/fake'

const row = (reference: string, more: Partial<RetentionRow> = {}): RetentionRow => ({
  record: { of: 'closed_case', record: `case-${reference}` }, type_words: 'Closed case', reference, title: 'Noise and visitors at night', since: '2020-06-09',
  why: 'closed on 9 Jun 2020, kept for 6 years', review_on: '2026-06-09', due: true, obstacles: [], holds: [], kept_longer: '', address: `/cases/${reference}`, ...more,
})

const hold = { id: 'hold-1', words: 'Held by Alex Marsh until 31 Mar 2027: complaint to the Ombudsman' }

const rules: RetentionView['rules'] = [
  {
    of: 'closed_case', words: 'Closed case', rule: 'kept for 6 years after its closure',
    effect: 'Outline, people, actions, notes and what meetings said of it go for good. The number stays spent; kind, factors, area, dates and score totals stay for the counts.',
  },
  {
    of: 'not_adopted_referral', words: 'Referral not adopted', rule: 'kept for 12 months after the decision',
    effect: 'Names and narrative go for good. Number, source, dates, outcomes and the minutes spent stay, so the counts do not change.',
  },
]

const disposal: Disposal = {
  id: 'disposal-1', number: 1, on: '2026-08-11', approved_by: 'Alex Marsh', reason: 'Six years are over; agreed with the data protection officer',
  records: ['DEMO.1', 'DEMO.2', 'R.3'].map((reference) => ({ of: 'closed_case', record: reference, reference, since: '2020-05-01', review_on: '2026-05-01', rule: 'kept for 6 years after its closure' })),
  rows: [{ table: 'case_record', erased: 0, thinned: 2 }, { table: 'action', erased: 14, thinned: 0 }], values: 96, digest: '9f2c', copies: 3, copies_gone_by: '2026-10-06',
}

export const retention: RetentionView = {
  rows: [
    row('DEMO.3'),
    row('DEMO.5', { title: 'Fly-tipping behind the arcade', obstacles: [hold.words], holds: [hold] }),
    row('DEMO.8', { title: 'Repeat caller', obstacles: ['1 live order (CBO)', '2 open actions (45/3 and 45/4)'] }),
    row('R.41', {
      record: { of: 'not_adopted_referral', record: 'referral-41' }, type_words: 'Referral not adopted', title: 'Parking on Fenwick Green', why: 'not adopted on 4 Nov 2025, kept for 12 months',
      review_on: '2026-11-04', address: '/referrals/r41',
    }),
    row('DEMO.9', { due: false, review_on: '2027-01-12', why: 'closed on 12 Jan 2021, kept for 6 years' }),
  ],
  due: 4, blocked: 2, held: 1, other_holds: [{ hold: { id: 'hold-2', words: 'Held by Alex Marsh: request to see what is held' }, reference: 'Tomos Rhys', address: '/people/p1' }],
  rules, disposals: [disposal], old_copies: 2, old_copies_gone_by: '2026-12-29',
}

let now = retention

const person: PersonView = {
  person: {
    subject: {
      id: 'p1', name: 'Tomos Rhys', aliases: ['Tom'], date_of_birth: '1990-03-04', age_as_told: null, addresses: ['7 Mill Lane, Northbridge'], telephones: ['01632 960200'], agency_references: [],
    },
    role: 'perpetrator', initials: 'T.R.', age: 36, age_band: '35–44', child: false,
  },
  records: [
    { kind: 'case', reference: 'DEMO.45', role: 'perpetrator', title: 'Noise and visitors at night', status: 'open since 3 Mar 2026', address: '/cases/DEMO.45' },
    { kind: 'referral', reference: 'R.62', role: 'at risk', title: 'Mill Court', status: 'in triage', address: '/referrals/r62' },
    { kind: 'order', reference: 'ABC', role: '', title: '', status: 'in place since 2 Jun 2026', address: '/cases/DEMO.45' },
  ],
  exports: [{ at: Date.parse('2026-11-12T10:20Z'), by: 'Alex Marsh', what: 'paper, other people’s data replaced' }],
}

const made = { path: '/home/field/hub/papers/paper.pdf', file_name: 'paper.pdf', pages: 2, kib: 38, missing_characters: [] }

export const answers: Answers = {
  get_retention: () => now,
  keep_record: () => now,
  hold_record: () => now,
  lift_hold: () => now,
  dispose_records: ({ records }) => {
    const gone = new Set(records.map(({ record }) => record))
    now = { ...now, rows: now.rows.filter(({ record }) => !gone.has(record.record)) }
    return { ...disposal, id: 'disposal-2', number: 2 }
  },
  renew_backups: () => (now = { ...now, old_copies: 0, old_copies_gone_by: null }),
  get_person: person,
  export_person: made,
}
