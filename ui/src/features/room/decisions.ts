/** What a meeting can decide about an item, in the words of its buttons. */
import type { About, DecisionChoice, ReferralOutcome } from '$backend'
import type { Option } from '$shared'

export type Decided = DecisionChoice['decided']

export interface DecisionWay {
  decided: Decided
  /** The word on the button. */
  words: string
  /** Whether more has to be said first. */
  asks: boolean
}

const defer: DecisionWay = { decided: 'defer', words: 'Defer', asks: true }
const other: DecisionWay = { decided: 'other', words: 'Other', asks: true }

/** Returns the ways to decide about an item; none of them is ever chosen beforehand. */
export function waysFor(about: About['about']): DecisionWay[] {
  if (about === 'case') {
    return [
      { decided: 'continue', words: 'Continue', asks: false },
      { decided: 'close', words: 'Close', asks: true },
      { decided: 'hand_over', words: 'Hand over', asks: true },
      { decided: 'split', words: 'Split', asks: true },
      { decided: 'combine', words: 'Combine', asks: true },
      { decided: 'separate_meeting', words: 'Separate meeting', asks: true },
      defer,
      other,
    ]
  }
  if (about === 'referral') {
    return [
      { decided: 'adopt', words: 'Adopt', asks: true },
      { decided: 'not_adopt', words: 'Not adopted', asks: true },
      { decided: 'more_information', words: 'More information', asks: true },
      defer,
      other,
    ]
  }
  return [{ decided: 'noted', words: 'Noted', asks: false }, other]
}

export const outcomes: (Option & { value: ReferralOutcome })[] = [
  { value: 'abc_issued', words: 'ABC issued' },
  { value: 'mediation', words: 'Mediation' },
  { value: 'more_work_by_referrer', words: 'More work by the referrer' },
  { value: 'no_further_action', words: 'No further action' },
  { value: 'signposted', words: 'Signposted' },
]
