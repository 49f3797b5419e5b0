/** The meeting's words for stages and routes of a score. */
import type { ScoreRoute, ScoreStage } from '$backend'
import type { Option } from '$shared/control'

export const routeWords: Record<ScoreRoute, string> = {
  over_threshold: 'Over the threshold',
  potential_escalation: 'Potential escalation',
  professional_judgement: 'Professional judgement',
}

export const stages: (Option & { value: Exclude<ScoreStage, 'as_published'> })[] = [
  { value: 'start', words: 'At the start' },
  { value: 'mid_point', words: 'At a mid-point' },
  { value: 'closure', words: 'At closure' },
]

/** Tells whether a route needs a reason: the total alone does not carry the case. */
export const needsReason = (route: string | null): boolean => route === 'potential_escalation' || route === 'professional_judgement'

/** Returns the total that was typed; null when it is no number from 0 up with at most two decimals. */
export function typedTotal(typed: string): number | null {
  const text = typed.trim().replace(',', '.')
  return /^\d{1,6}(\.\d{1,2})?$/.test(text) ? Number(text) : null
}
