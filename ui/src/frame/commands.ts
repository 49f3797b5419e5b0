/** What the search offers beside what it finds: screens and things to begin. */
import type { Right } from '$backend'

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
