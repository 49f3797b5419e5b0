/** What the lights of examples look like under a rule, for the preview beside it. */
import type { LightRules } from '$backend'
import type { Light } from '$shared'

export interface Example {
  words: string
  light: Light
}

/**
 * Returns the light of typical actions under `rules`.
 *
 * It only draws what the rule means; the light of a real action always comes with the action.
 */
export function examples({ warn_not_started_days: warning, four_colours }: LightRules): Example[] {
  const open = (days: number): Light => (four_colours && days > 7 ? 'green' : 'amber')
  const waiting = (days: number): Light => (warning !== null && days <= warning ? 'red' : open(days))
  return [
    { words: 'Done', light: four_colours ? 'blue' : 'green' },
    { words: 'Under way, due in three weeks', light: open(21) },
    { words: 'Under way, due in three days', light: open(3) },
    { words: 'Not started, due in three days', light: waiting(3) },
    { words: 'Overdue, or something stops it', light: 'red' },
    { words: 'In abeyance, not possible or superseded', light: 'grey' },
  ]
}
