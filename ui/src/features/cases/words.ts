/** The meeting's words for what a case holds. */
import type { CaseKind, ClosureReason, Factor, Priority, ReviewRule, ScoreRoute, ScoreStage, Source } from '$backend'
import type { Option } from '$shared/control'

export const kindWords: Record<CaseKind, string> = { person: 'Person', property: 'Property', topic: 'Topic' }

export const priorityWords: Record<Priority, string> = { high: 'High', medium: 'Medium', low: 'Low' }

export const factorWords: Record<Factor, string> = {
  anti_social_behaviour: 'Anti-social behaviour',
  alcohol: 'Alcohol',
  mental_health: 'Mental health',
  drugs: 'Drugs',
  criminal_damage: 'Criminal damage, graffiti',
  violence: 'Violence',
  repeat_caller: 'Repeat caller',
  theft: 'Theft',
  hate: 'Hate',
  fly_tipping: 'Fly-tipping',
  exploitation: 'Exploitation',
}

export const sourceWords: Record<Source, string> = {
  partner: 'Referral by a partner',
  own_review: 'The hub’s own review of repeat callers',
  daily_management_meeting: 'Daily management meeting',
  other_forum: 'Another forum',
}

export const reviewWords: Record<ReviewRule, string> = {
  every_meeting: 'Every meeting',
  fortnightly: 'Fortnightly',
  monthly: 'Monthly',
  when_action_due: 'When an action falls due',
  on_request: 'On request',
}

export const stageWords: Record<ScoreStage, string> = {
  start: 'Start',
  mid_point: 'Mid-point',
  closure: 'Closure',
  as_published: 'As published',
}

export const routeWords: Record<ScoreRoute, string> = {
  over_threshold: 'Over the threshold',
  potential_escalation: 'Potential escalation',
  professional_judgement: 'Professional judgement',
}

export const closureWords: Record<ClosureReason, string> = { closed: 'Closed', combined: 'Combined', handed_over: 'Handed over' }

/** Returns words as the options of a list. */
export function options<K extends string>(words: Record<K, string>): Option[] {
  return Object.entries<string>(words).map(([value, words]) => ({ value, words }))
}
