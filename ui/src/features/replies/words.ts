/** The words of replies, and what a choice of how somebody takes part sends. */
import type { ActionStatus, AddAttendance, AgencyReplies, Attendance, AttendanceMode, CheckAnswer, PersonReply, ReplyItem } from '$backend'

/** How somebody may say that they take part; a substitute comes under another name. */
export type Way = 'coming' | 'apologies' | 'substitute' | 'dialling_in' | 'written' | 'no_contact'

export const ways: { way: Way; words: string }[] = [
  { way: 'coming', words: 'Coming' },
  { way: 'apologies', words: 'Apologies' },
  { way: 'substitute', words: 'Substitute…' },
  { way: 'dialling_in', words: 'Dialling in…' },
  { way: 'written', words: 'Written' },
  { way: 'no_contact', words: 'No contact' },
]

export const checkAnswers: { answer: CheckAnswer; words: string }[] = [
  { answer: 'known', words: 'Known' },
  { answer: 'not_known', words: 'Not known' },
  { answer: 'no_reply', words: 'No reply' },
]

export const statuses: Record<ActionStatus, string> = {
  not_started: 'not started', under_way: 'under way', done: 'done', in_abeyance: 'in abeyance', not_possible: 'not possible', not_undertaken: 'not undertaken', superseded: 'superseded',
}

/** Tells whether a status asks why. */
export const asksWhy = (status: string) => status === 'not_possible' || status === 'not_undertaken'

/** Tells whether somebody was seen or heard at the meeting already, so that what was said before it no longer counts. */
export const isThere = (entry: Attendance | null) => entry !== null && ['in_room', 'dialled_in', 'observer'].includes(entry.mode)

/** Returns which way stands for a person; null until something was said. */
export function wayOf({ entry, name }: PersonReply): Way | null {
  if (!entry || isThere(entry)) return null
  if (entry.mode === 'coming' && entry.substitute_for && entry.name !== name) return 'substitute'
  return entry.mode as Way
}

/** What one entry says beside who it is about. */
export interface Said {
  mode: AttendanceMode
  substitute?: string
  from?: string
  to?: string
}

const place = (text: string | undefined) => (text ? Number(text) : null)

/** Returns the entry of `person` of an agency at a meeting. */
export function entryOf(meeting: string, agency: AgencyReplies, person: PersonReply, said: Said): AddAttendance {
  const items = { from_item: place(said.from), to_item: place(said.to) }
  if (said.substitute) {
    return { meeting, agency: agency.agency, officer: null, name: said.substitute, mode: said.mode, substitute_for: person.name || agency.name, ...items }
  }
  return { meeting, agency: agency.agency, officer: person.officer, name: person.name || agency.name, mode: said.mode, substitute_for: '', ...items }
}

/** Returns the entry as it was, to write it anew. */
export function again({ meeting, agency, officer, name, mode, substitute_for, from_item, to_item }: Attendance): AddAttendance {
  return { meeting, agency, officer, name, mode, substitute_for, from_item, to_item }
}

/** Returns the case that an item is about; null for others. */
export const caseOf = ({ about }: ReplyItem) => (about.about === 'case' ? about.case : null)
