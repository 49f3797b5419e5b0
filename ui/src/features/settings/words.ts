/** The parts of the settings, and how a default is labelled. */
import type { ActionType, Weekday } from '$backend'

/** The parts, in the order in which a new hub goes through them. */
export const parts = [
  { part: 'hub', words: 'Hub' },
  { part: 'meetings', words: 'Meetings' },
  { part: 'slots', words: 'Slot lengths' },
  { part: 'lights', words: 'Lights' },
  { part: 'actions', words: 'Usual actions' },
  { part: 'bands', words: 'Priority' },
  { part: 'matrices', words: 'Scoring matrices' },
  { part: 'areas', words: 'Areas' },
  { part: 'orders', words: 'Order types' },
  { part: 'keys', words: 'Keyboard' },
  { part: 'holidays', words: 'Bank holidays' },
  { part: 'retention', words: 'Retention' },
  { part: 'people', words: 'People and keys' },
  { part: 'lock', words: 'Locking' },
  { part: 'data', words: 'Data and backups' },
] as const

export type Part = (typeof parts)[number]['part']

/** Returns the part that an address names; the first one for an unknown name. */
export function partOf(name: string | undefined): Part {
  return parts.find(({ part }) => part === name)?.part ?? 'hub'
}

/** Says whether a value is the default, and what the default is where it is not. */
export function asDefault<T>(value: T, standard: T, words: (value: T) => string = String): string {
  return value === standard ? 'Default' : `Default: ${words(standard)}`
}

/** The neutral words of action types. */
export const typeWords: Record<ActionType, string> = {
  visit: 'Visit', letter: 'Letter', meeting: 'Meeting', referral: 'Referral', check: 'Check', file_to_legal: 'File to legal', patrol: 'Patrol', repair: 'Repair', other: 'Other',
}

/** The days, as a Select takes them. */
export const weekdays: { value: Weekday; words: string }[] = (
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
).map((value) => ({ value, words: value.charAt(0).toUpperCase() + value.slice(1) }))

/** Returns a size such as `840 KB` or `2.4 MB`. */
export function size(kib: number): string {
  return kib < 1024 ? `${kib} KB` : `${(kib / 1024).toFixed(1)} MB`
}
