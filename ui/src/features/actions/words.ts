/** The meeting's words for an action. */
import type { ActionRow, ActionStatus, ActionType } from '$backend'
import { capital, shortDate } from '$shared'

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

/** Tells whether a status asks why: the chair holds partners to account for what was not done. */
export const asksReason = (status: string) => status === 'not_possible' || status === 'not_undertaken'

/** Returns what stands behind a tag of an action: who answered or was asked, when and why; empty when nothing does. */
export function tagDetail({ acceptance, escalated }: ActionRow, tag: string): string {
  if (tag === 'declined' && acceptance.acceptance === 'declined') return `declined on ${shortDate(acceptance.on)}, told by ${acceptance.told_by}: ${acceptance.reason}`
  if (tag === 'escalated' && escalated) return `escalated to ${escalated.to} on ${shortDate(escalated.on)}: ${escalated.reason}`
  return ''
}

/** Returns the lines that tell what stands behind the tags of an action. */
export const tagLines = (row: ActionRow) => row.tags.map((tag) => capital(tagDetail(row, tag))).filter(Boolean)

/** Returns what stands at the due date: `12 Nov` or `no date`. */
export function dueWords(row: ActionRow): string {
  return row.due ? shortDate(row.due) : 'no date'
}
