/** The meeting's words for a referral, and its form as typed. */
import type { CheckAnswer, CheckCounts, GuideAnswer, GuidePart, NewSubject, ReferralForm, ReferralOutcome, ReferralRow, ReferralStatus, ReferralView, Source, SubjectView } from '$backend'
import { capital, listed } from '$shared'

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

/** The guides of the form, with what it is about when they are opened. */
export const guideWords: Record<'offender' | 'victim' | 'location', { about: string; hint: string }> = {
  offender: { about: 'Somebody who causes harm', hint: 'Opens the offender guide' },
  victim: { about: 'A victim, or somebody at risk', hint: 'Opens the guide on victim and safeguarding' },
  location: { about: 'A place', hint: 'Opens the location guide' },
}

export const answerWords: Record<CheckAnswer, string> = { known: 'Known', not_known: 'Not known', no_reply: 'No reply yet' }

/** The names that a refusal may point at. */
export const referralFields = [
  'source', 'received_on', 'referrer_name', 'referrer_agency', 'referrer_address', 'referrer_telephone', 'referrer_email', 'referrer_contact', 'title', 'problem', 'victims', 'offenders',
  'safeguarding', 'tried', 'place', 'area', 'answers', 'new_subjects',
] as const
export type ReferralField = (typeof referralFields)[number]

/** The fields of the form; a choice is '' while nothing is chosen. */
export interface TypedReferral {
  source: string
  received_on: string
  referrer_name: string
  referrer_agency: string
  referrer_address: string
  referrer_telephone: string
  referrer_email: string
  referrer_contact: string
  title: string
  problem: string
  victims: string
  offenders: string
  safeguarding: string
  tried: string
  place: string
  area: string
  guides: GuidePart[]
  /** By the key of the question. */
  answers: Record<string, GuideAnswer>
  /** People whom the hub knows already. */
  kept: SubjectView[]
  new_subjects: NewSubject[]
}

/** Returns the empty form of a referral that came in today. */
export function noReferral(today: string): TypedReferral {
  return {
    source: 'partner', received_on: today, referrer_name: '', referrer_agency: '', referrer_address: '', referrer_telephone: '', referrer_email: '', referrer_contact: '', title: '',
    problem: '', victims: '', offenders: '', safeguarding: '', tried: '', place: '', area: '', guides: [], answers: {}, kept: [], new_subjects: [],
  }
}

/** Returns a referral of the record as the form shows it. */
export function typedReferral({ referral: of, subjects }: Pick<ReferralView, 'referral' | 'subjects'>): TypedReferral {
  const { source, received_on, referrer_name, referrer_address, referrer_telephone, referrer_email, referrer_contact } = of
  const { title, problem, victims, offenders, safeguarding, tried, place, guides } = of
  return {
    source, received_on, referrer_name, referrer_address, referrer_telephone, referrer_email, referrer_contact, title, problem, victims, offenders, safeguarding, tried, place,
    referrer_agency: of.referrer_agency ?? '', area: of.area ?? '', guides: [...guides], answers: structuredClone(of.answers) as Record<string, GuideAnswer>, kept: [...subjects], new_subjects: [],
  }
}

/** Returns what is wrong with the form, by field; empty when nothing is. */
export function wrongWithReferral(typed: TypedReferral): Partial<Record<ReferralField, string>> {
  const email = typed.referrer_email.trim()
  return {
    ...(typed.received_on ? {} : { received_on: 'Fill in the day it was received' }),
    ...(email && !/^\S+@\S+$/.test(email) ? { referrer_email: `“${email}” is not an e-mail address` } : {}),
    ...(typed.problem.trim() ? {} : { problem: 'Say what the problem is' }),
  }
}

/** Returns the form as the record wants it. */
export function referralOf(typed: TypedReferral): ReferralForm {
  const { kept, ...fields } = typed
  return {
    ...fields, source: typed.source as Source, referrer_agency: typed.referrer_agency || null, area: typed.area || null, title: typed.title.trim(),
    kept_subjects: kept.map(({ subject, role }) => ({ subject: subject.id, role })),
  }
}

/** Tells whether a question is answered. */
export const isAnswered = (answer: GuideAnswer | undefined) => Boolean(answer && (answer.chosen.length || answer.text.trim()))

/** Returns the outcomes of a referral that was not adopted, the main one named as such beside further ones. */
export function outcomesWords(outcomes: ReferralOutcome[]): string {
  const [main, ...further] = outcomes
  if (!main) return ''
  return further.length ? `${outcomeWords[main]} (main outcome); also ${listed(further.map((outcome) => outcomeWords[outcome]))}` : outcomeWords[main]
}

/** Returns what became of a referral, for a cell. */
export const becameWords = (row: Pick<ReferralRow, 'case' | 'outcomes'>) => row.case ?? capital(outcomesWords(row.outcomes))

/** Returns `5 of 8 replied`; empty when nobody was asked. */
export function repliedWords({ asked, no_reply }: CheckCounts): string {
  return asked ? `${asked - no_reply} of ${asked} replied` : ''
}

/** Counts the answers of agencies. */
export function countChecks(answers: CheckAnswer[]): CheckCounts {
  const count = (wanted: CheckAnswer) => answers.filter((answer) => answer === wanted).length
  return { asked: answers.length, known: count('known'), not_known: count('not_known'), no_reply: count('no_reply') }
}
