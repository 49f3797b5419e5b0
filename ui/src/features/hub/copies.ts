/** What a copy of the record holds, in words. */
import type { BackupMade } from '$backend'
import { listed, plural } from '$shared'

/** Returns `52 cases, 131 actions and 14 meetings`. */
export function contentsOf({ cases, actions, meetings }: BackupMade): string {
  return listed([plural(cases, 'case'), plural(actions, 'action'), plural(meetings, 'meeting')])
}
