/** Where a meeting stands, and what can be done with it then. */
import type { MeetingRow, MeetingStatus } from '$backend'

const words: Record<MeetingStatus, string> = {
  planned: 'Planned',
  issued: 'Agenda issued',
  running: 'Running',
  concluded: 'Minutes in draft',
  approved: 'Minutes approved',
  confirmed: 'Minutes confirmed',
  cancelled: 'Cancelled',
}

/** Returns where a meeting stands, in words. */
export function statusWords(status: MeetingStatus): string {
  return words[status]
}

/** Returns whether a meeting is still to come or going on. */
export function isAhead({ status }: Pick<MeetingRow, 'status'>): boolean {
  return status === 'planned' || status === 'issued' || status === 'running'
}

/** Returns whether a meeting has been held, so that there are minutes. */
export function hasMinutes({ status }: Pick<MeetingRow, 'status'>): boolean {
  return status === 'concluded' || status === 'approved' || status === 'confirmed'
}

/** Returns when the room's time ends, `16:00`. */
export function endOf(starts: string, minutes: number): string {
  const [hour = 0, minute = 0] = starts.split(':').map(Number)
  const end = hour * 60 + minute + minutes
  return `${String(Math.floor(end / 60) % 24).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
}
