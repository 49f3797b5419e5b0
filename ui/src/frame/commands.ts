/** What the search offers beside what it finds: screens and things to begin. */
import type { Right } from '$backend'
import type { Place } from './router.svelte'

export interface Command {
  words: string
  path: string
  /** The right without which it is not offered. */
  right?: Right
}

export const commands: Command[] = [
  { words: 'New case', path: '/cases/new', right: 'record' },
  { words: 'New referral', path: '/referrals/new', right: 'record' },
  { words: 'New agency', path: '/agencies?new', right: 'record' },
  { words: 'Plan a meeting', path: '/meetings?plan', right: 'record' },
  { words: 'Import register', path: '/import/register', right: 'import' },
  { words: 'Import agencies and contacts', path: '/import/agencies', right: 'import' },
  { words: 'Import actions', path: '/import/actions', right: 'import' },
  { words: 'Late actions', path: '/actions?late=1' },
  { words: 'Disclosure log', path: '/disclosures' },
  { words: 'Back up', path: '/settings/data', right: 'back_up' },
  { words: 'Restore a copy', path: '/settings/data?restore', right: 'back_up' },
  { words: 'People and keys', path: '/settings/people' },
  { words: 'Change my passphrase', path: '/settings/people?passphrase' },
  { words: 'Change rooms, day and declaration', path: '/settings/meetings', right: 'settings' },
]

/** Returns the commands that a screen adds to the others while it is shown. */
export function commandsAt(place: Place | null): Command[] {
  if (place?.route.path !== '/people/:id' || !place.params.id) return []
  return [{ words: 'Who saw what of this person', path: `/people/${encodeURIComponent(place.params.id)}/access` }]
}
