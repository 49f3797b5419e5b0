/** The meeting's words for a referral, and its form as typed. */
import type { CheckAnswer, NewSubject, Referral, ReferralForm, ReferralOutcome, ReferralRow, ReferralStatus, ReferralsView, Source } from '$backend'
import { capital, listed, plural } from '$shared'

export const statusWords: Record<ReferralStatus, string> = {
  in_triage: 'in triage',
  returned: 'returned to the referrer',
  signposted: 'signposted',
  tabled: 'tabled',
  adopted: 'adopted',
  not_adopted: 'not adopted',
}

export const outcomeWords: Record<ReferralOutcome, string> = {
  abc_issued: 'ABC issued',
  mediation: 'mediation',
  more_work_by_referrer: 'more work by the referrer',
  no_further_action: 'no further action',
  signposted: 'signposted',
}

export const sourceWords: Record<Source, string> = {
  partner: 'A partner refers it',
  own_review: 'The hub’s own review of repeat callers',
  daily_management_meeting: 'Daily management meeting',
  other_forum: 'Another forum',
}

export const answerWords: Record<CheckAnswer, string> = { known: 'Known', not_known: 'Not known', no_reply: 'No reply yet' }

/** The names that a refusal may point at. */
export const referralFields = [
  'source', 'received_on', 'referrer_name', 'referrer_agency', 'referrer_contact', 'title', 'problem', 'victims', 'offenders', 'safeguarding', 'tried', 'place', 'area', 'new_subjects',
] as const

/** The fields of the form; a choice is '' while nothing is chosen. */
export interface TypedReferral {
  source: string
  received_on: string
  referrer_name: string
  referrer_agency: string
  referrer_contact: string
  title: string
  problem: string
  victims: string
  offenders: string
  safeguarding: string
  tried: string
  place: string
  area: string
  new_subjects: NewSubject[]
}

/** Returns the empty form of a referral that came in today. */
export function noReferral(today: string): TypedReferral {
  return {
    source: 'partner', received_on: today, referrer_name: '', referrer_agency: '', referrer_contact: '', title: '', problem: '', victims: '',
    offenders: '', safeguarding: '', tried: '', place: '', area: '', new_subjects: [],
  }
}

/** Returns a referral of the record as the form shows it. */
export function typedReferral(of: Referral): TypedReferral {
  const { source, received_on, referrer_name, referrer_contact, title, problem, victims, offenders, safeguarding, tried, place } = of
  return {
    source, received_on, referrer_name, referrer_contact, title, problem, victims, offenders, safeguarding, tried, place,
    referrer_agency: of.referrer_agency ?? '', area: of.area ?? '', new_subjects: [],
  }
}

/** Returns what is wrong with the form, by field; empty when nothing is. */
export function wrongWithReferral(typed: TypedReferral): Partial<Record<(typeof referralFields)[number], string>> {
  return {
    ...(typed.received_on ? {} : { received_on: 'Fill in the day it was received' }),
    ...(typed.problem.trim() ? {} : { problem: 'Say what the problem is' }),
  }
}

/** Returns the form as the record wants it. */
export function referralOf(typed: TypedReferral): ReferralForm {
  return {
    ...typed, source: typed.source as Source, referrer_agency: typed.referrer_agency || null, area: typed.area || null, title: typed.title.trim(),
  }
}

/** Returns how the figures add up, a sentence each; the published ones of hubs seldom do. */
export function sums(view: ReferralsView): string[] {
  const outcomes = view.rows.reduce((all, row) => all + (row.status === 'not_adopted' ? row.outcomes.length : 0), 0)
  const mains = new Map<ReferralOutcome, number>()
  for (const row of view.rows) {
    const main = row.status === 'not_adopted' ? row.outcomes[0] : undefined
    if (main) mains.set(main, (mains.get(main) ?? 0) + 1)
  }
  const further = outcomes - [...mains.values()].reduce((all, count) => all + count, 0)
  const decided = view.adopted + view.not_adopted
  return [
    `${view.received} received = ${view.in_triage} in triage + ${view.returned} returned + ${view.signposted} signposted + ${view.tabled + decided} tabled.`,
    `Of the ${view.tabled + decided} tabled, ${decided} ${decided === 1 ? 'is' : 'are'} decided: ${view.adopted} adopted + ${view.not_adopted} not adopted.`,
    ...(mains.size ? [`The ${view.not_adopted} not adopted by main outcome: ${listed([...mains].map(([outcome, count]) => `${count} ${outcomeWords[outcome]}`))}.`] : []),
    ...(further > 0 ? [`${capital(plural(further, 'further outcome'))} on top, because a referral may have more than one: ${outcomes} outcomes in all.`] : []),
  ]
}

/** Returns `5 of 8 replied`; empty when nobody was asked. */
export function repliedWords({ checks_asked, checks_replied }: Pick<ReferralRow, 'checks_asked' | 'checks_replied'>): string {
  return checks_asked ? `${checks_replied} of ${checks_asked} replied` : ''
}
