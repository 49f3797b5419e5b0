/** Invented papers on their way out, and the disclosure log, with a memory. */
import type { DisclosureRow, IssueView, IssuedCopy, PackRule, Recipient } from '$backend'
import type { Answers } from '$backend/fake'

const instant = Date.UTC(2026, 10, 20, 15, 4)
const meeting: IssueView['meeting'] = {
  id: 'm1', number: 14, kind: 'tasking', date: '2026-11-24', starts: '14:00', minutes: 120, room: 'Fire station community room',
  chair: 'R Dale', status: 'issued', cancelled_because: '', items: 11, planned_minutes: 96,
}

const recipient = (id: string, name: string, rule: PackRule, copy_words: string, references: string[], nothing: string | null = null): Recipient => ({
  agency: { id, name }, rule, copy_words, references, emails: nothing ? [] : [`${id}@northbridge.example`], nothing, copy: null,
})

const start = (): Recipient[] => [
  recipient('housing', 'Northbridge Homes', 'own_items', 'agenda pack (own items)', ['DEMO.17', 'DEMO.31', 'DEMO.45']),
  recipient('police', 'Northbridge Police', 'all', 'agenda pack', ['DEMO.17', 'DEMO.21a', 'DEMO.31', 'DEMO.37', 'DEMO.45', 'DEMO.48', 'R.61', 'R.62']),
  recipient('yjs', 'Youth Justice Service', 'sheet_only', 'agency sheet', ['DEMO.45']),
  recipient('library', 'Library Service', 'own_items', 'agenda pack (own items)', [], 'no item of its own'),
]

let recipients = start()
let log: DisclosureRow[] = []

const view = (): IssueView => ({
  meeting, paper: 'agenda', changed_since: [], not_yet: null, recipients,
  versions: [{ version: 1, at: instant, by: 'A Field', digest: '1f3a9c02', changes: [] }],
})

const copy = (of: Recipient, number: number): IssuedCopy => ({
  id: `copy-${of.agency.id}`, issue: 'issue-1', number, agency: of.agency.id, rule: of.rule, contents: of.references,
  file_name: `0${number} ${of.agency.name} - agenda pack 2026-11-24.pdf`, locked: false, made_at: instant, sent_at: null, sent_by: null,
})

export const answers: Answers = {
  get_issue: view,
  run_issue: ({ folder, only }) => {
    recipients = recipients.map((each, index) => (each.nothing || (only.length && !only.includes(each.agency.id)) ? each : { ...each, copy: copy(each, index + 1) }))
    const copies = only.length || 3
    return { copies, pages: copies * 9, folder, missing_characters: [], view: view() }
  },
  set_copy_sent: ({ copy, sent }) => {
    recipients = recipients.map((each) => (each.copy?.id === copy ? { ...each, copy: { ...each.copy, sent_at: sent ? instant : null, sent_by: sent ? 'A Field' : null } } : each))
    return view()
  },
  list_disclosures: () => ({ entries: log, why: 'Section 115, Crime and Disorder Act 1998: to prevent and reduce crime and disorder in the area' }),
  add_disclosure: ({ agency, to, what, references, why }) => {
    const disclosure = { id: `d${log.length + 1}`, serial: log.length + 1, at: instant, by: 'A Field', agency, to, what, references, why, copy: null, withdrawn: false }
    log = [{ on: '2026-11-20', disclosure }, ...log]
    return { entries: log, why }
  },
}

/** Forgets what was made and noted, before each test. */
export function afresh(): void {
  recipients = start()
  log = []
}
