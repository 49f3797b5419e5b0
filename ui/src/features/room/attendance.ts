/** How somebody takes part, in the words of the room, with the key that marks it. */
import type { Attendance, AttendanceMode, RoomView } from '$backend'

export const modes: { mode: AttendanceMode; words: string; key: string }[] = [
  { mode: 'in_room', words: 'In room', key: 'R' },
  { mode: 'dialled_in', words: 'Dialled in', key: 'D' },
  { mode: 'apologies', words: 'Apologies', key: 'A' },
  { mode: 'written', words: 'Written', key: 'W' },
  { mode: 'observer', words: 'Observer', key: 'O' },
  { mode: 'no_contact', words: 'No contact', key: 'N' },
]

/** Returns the words of a mode. */
export function modeWords(mode: AttendanceMode): string {
  return modes.find((each) => each.mode === mode)?.words ?? mode
}

/** Returns how many of those who take part have not heard the declaration. */
export function notHeard(view: RoomView): number {
  return view.attendance.entries.filter(({ entry }) => ['in_room', 'dialled_in', 'observer'].includes(entry.mode) && !entry.heard_declaration).length
}

/** Returns `items 5 to 6`, `from item 5` or nothing, for when somebody is there. */
export function itemsWords({ from_item, to_item }: Attendance): string {
  if (from_item !== null && to_item !== null) return from_item === to_item ? `item ${from_item}` : `items ${from_item} to ${to_item}`
  if (from_item !== null) return `from item ${from_item}`
  return to_item !== null ? `to item ${to_item}` : ''
}

/** Returns what was said before the meeting: `said: coming, in place of J Bell`. */
export function announcedWords(entry: Attendance): string {
  const way = entry.mode === 'dialling_in' ? 'dialling in' : 'coming'
  return `said: ${[way, itemsWords(entry), entry.substitute_for && `in place of ${entry.substitute_for}`].filter(Boolean).join(', ')}`
}

/** Returns the people who are past their items and, by the record, still on the line; `short` is enough to call them by. */
export function stillOnTheLine(view: RoomView): { id: string; words: string; short: string }[] {
  const here = view.current?.position ?? (view.items.some(({ state }) => state === 'done') ? Infinity : 0)
  return view.attendance.entries.filter(({ entry }) => entry.mode === 'dialled_in' && entry.to_item !== null && here > entry.to_item).map(({ entry, agency }) => ({ id: entry.id, words: [entry.name, agency].filter(Boolean).join(', '), short: entry.name || (agency ?? '') }))
}
