/** The words for how an agency takes part. */
import type { Field, PackRule, Presence } from '$backend'
import type { Option } from '$shared'

export const fieldWords: Record<Field, string> = {
  housing: 'Housing', young_people: 'Young people', police: 'Police', council: 'Council', health: 'Health', probation: 'Probation', fire: 'Fire and rescue',
  voluntary: 'Voluntary sector', other: 'Other',
}

export const presenceWords: Record<Presence, string> = { throughout: 'throughout', own_items: 'for its own items' }

export const packWords: Record<PackRule, string> = { all: 'the whole pack', own_items: 'its own items', sheet_only: 'its sheet only' }

export const fields: Option[] = Object.entries(fieldWords).map(([value, words]) => ({ value, words }))

export const presences: Option[] = [
  { value: 'throughout', words: 'Throughout', detail: 'There from beginning to end, such as the police' },
  { value: 'own_items', words: 'For its own items', detail: 'Gets a time and comes for that' },
]

export const packs: Option[] = [
  { value: 'own_items', words: 'Its own items', detail: 'The cases it has to do with, and nothing else' },
  { value: 'sheet_only', words: 'Its sheet only', detail: 'Times, its actions and the checks asked of it' },
  { value: 'all', words: 'The whole pack', detail: 'Every case on the agenda' },
]
