/** Who saw what of one invented person. */
import type { AccessKind, AccessRow, AccessView } from '$backend'
import type { Answers } from '$backend/fake'

const row = (at: string, who: string, kind: AccessKind, what: string, of = 'DEMO.45'): AccessRow => ({ at: Date.parse(at), who, kind, what, of })

export const access: AccessView = {
  person: 'Tomos Rhys',
  records: ['DEMO.45', 'referral R.62', 'ABC'],
  rows: [
    row('2026-11-24T14:52Z', 'Alex Marsh, for R Dale', 'copied', 'Copied for Northbridge Homes’s own system'),
    row('2026-11-24T14:31Z', 'Alex Marsh, for R Dale', 'shown', 'On the projector: reference, an observer in the room'),
    row('2026-11-24T14:30Z', 'Alex Marsh, for R Dale', 'looked', 'Came to it in the meeting'),
    row('2026-11-20T15:04Z', 'Alex Marsh', 'disclosed', 'Disclosed to Northbridge Homes: agenda pack (own items)', 'DEMO.45, referral R.62'),
    row('2026-11-20T15:01Z', 'Alex Marsh', 'printed', 'Copy 3 of the agenda pack made for Northbridge Homes'),
    row('2026-11-19T09:12Z', 'Kim Reader', 'looked', 'Looked at'),
    row('2026-11-18T16:40Z', '', 'changed', 'Changed', 'referral R.62'),
    row('2026-11-12T10:20Z', 'Alex Marsh', 'exported', 'Everything held was taken out', 'The person'),
    row('2026-11-11T11:05Z', 'R Dale', 'copied', 'Copied among 23 of the table of cases', 'A list of many'),
    row('2026-11-03T13:15Z', 'R Dale', 'changed', 'Changed', 'ABC'),
  ],
  source: 'From the audit, whose 5,312 rows end with 9c41e07b. Lists and searches are not noted record by record; whoever unlocked the hub could see them.',
}

export const answers: Answers = { get_access: access, note_table_copy: {} }

/** What a person has of whom nobody has seen anything. */
export const emptyAccess: Answers = { get_access: { ...access, records: [], rows: [] } }
