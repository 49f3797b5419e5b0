/** The meeting's words for an action. */
import type { ActionRow, ActionStatus, ActionType } from '$backend'
import { lightWords, shortDate } from '$shared'

export const statusWords: Record<ActionStatus, string> = {
  not_started: 'not started',
  under_way: 'under way',
  done: 'done',
  in_abeyance: 'in abeyance',
  not_possible: 'not possible',
  not_undertaken: 'not undertaken',
  superseded: 'superseded',
}

export const statusMeanings: Partial<Record<ActionStatus, string>> = {
  in_abeyance: 'put aside for now',
  not_possible: 'circumstances changed',
  not_undertaken: 'the agency did not do it',
  superseded: 'another action took its place',
}

export const typeWords: Record<ActionType, string> = {
  visit: 'Visit', letter: 'Letter', meeting: 'Meeting', referral: 'Referral', check: 'Check', file_to_legal: 'File to legal', patrol: 'Patrol', repair: 'Repair', other: 'Other',
}

/** Tells whether somebody still owes the action, put aside for now or not: the figures over the lists count the same. */
export function isOpen({ status }: { status: ActionStatus }): boolean {
  return status === 'not_started' || status === 'under_way' || status === 'in_abeyance'
}

/** Returns the small line under an action: status, what stops it, its last update. */
export function beneath(row: ActionRow): string {
  const status = row.status === 'not_started' || row.status === 'under_way' || row.status === 'done' ? '' : statusWords[row.status]
  const update = row.last_update ? `${shortDate(row.last_update.on)}: ${row.last_update.text}` : ''
  return [status, update].filter(Boolean).join(' · ')
}

/** Returns why a light is another than the suggested one; empty when it is not. */
export function disagreement({ light }: ActionRow): string {
  if (light.reason === null || light.light === light.suggested) return ''
  return `set by the meeting: ${light.reason} (suggested ${lightWords[light.suggested]})`
}

/** Returns what stands at the due date: `12 Nov` or `no date`. */
export function dueWords(row: ActionRow): string {
  return row.due ? shortDate(row.due) : 'no date'
}
