/** Invented actions in every light, and what an action line says. */
import type { ActionRow, ActionStatus, ActionTemplateRow, ActionView, Light } from '$backend'
import type { Answers } from '$backend/fake'
import { lightWords } from '../../shared/light'
import { agencies, officers } from './directory'

interface Told {
  reference?: string
  what: string
  agency: string
  officer?: string
  due?: string | null
  days_late?: number
  due_words?: string
  status?: ActionStatus
  light: Light
  suggested?: Light
  reason?: string
  blocked?: string
  update?: [on: string, text: string]
  is_new?: boolean
  awaits?: boolean
  declines?: string
  escalated?: ActionRow['escalated']
  kind?: ActionRow['kind']
}

let serial = 0

export function action(told: Told): ActionRow {
  serial += 1
  const agency = agencies.find(({ short_name }) => short_name === told.agency) ?? agencies[0]!
  const officer = officers.find(({ name }) => name === told.officer)
  const reference = told.reference ?? 'DEMO.45'
  return {
    id: `act-${serial}`,
    number: `${12 + (serial % 3)}/${serial}`,
    case: `c-${reference.split('.')[1]}`,
    reference,
    what: told.what,
    kind: told.kind ?? 'other',
    agency: { id: agency.id, name: agency.short_name },
    officer: officer ? { id: officer.id, name: officer.name } : null,
    raised_on: '2026-11-03',
    raised_at: 'm0',
    due: told.due === undefined ? '2026-12-01' : told.due,
    due_words: told.due_words ?? (told.days_late ? `${told.days_late} days late` : ''),
    days_late: told.days_late ?? 0,
    status: told.status ?? 'under_way',
    blocked: told.blocked ?? null,
    light: { light: told.light, suggested: told.suggested ?? told.light, reason: told.reason ?? null },
    last_update: told.update ? { id: `u-${serial}`, action: `act-${serial}`, on: told.update[0], text: told.update[1], by: 'A Field', kind: 'said', meeting: null } : null,
    awaits_acceptance: told.awaits ?? false,
    declined: told.declines !== undefined,
    acceptance: told.declines ? { acceptance: 'declined', on: '2026-11-17', told_by: 'D Penn', reason: told.declines } : { acceptance: told.awaits ? 'awaited' : 'not_asked' },
    escalated: told.escalated ?? null,
    tags: [...(told.awaits ? ['awaits acceptance'] : []), ...(told.declines ? ['declined'] : []), ...(told.escalated ? ['escalated'] : [])],
    disagreement: told.suggested && told.suggested !== told.light ? `set ${lightWords[told.light]}, facts say ${lightWords[told.suggested]}: ${told.reason ?? ''}` : null,
    is_new: told.is_new ?? false,
  }
}

export const rows: ActionRow[] = [
  action({ what: 'Joint visit with school about attendance', agency: 'Prevention', officer: 'T Lowe', due: '2026-11-12', days_late: 7, light: 'red', update: ['2026-11-17', 'school asked for a date after half term'], kind: 'visit' }),
  action({ what: 'CBO file to legal, with schedule of arrests', agency: 'Police', officer: 'PC 1204', light: 'amber', update: ['2026-11-17', '4 of 6 statements in'], kind: 'file_to_legal' }),
  action({ what: 'Referral to youth worker', agency: 'Children’s', due: '2026-11-10', due_words: 'done 10 Nov', status: 'done', light: 'green', kind: 'referral' }),
  action({ reference: 'DEMO.23', what: 'Repair the gate between numbers 4 and 6, and agree with the residents who holds the key during works', agency: 'Housing', officer: 'J Aske', due: '2026-10-31', days_late: 19, light: 'red', escalated: { to: 'the contractor’s area manager', reason: 'booked twice and did not come', on: '2026-11-17' }, update: ['2026-11-10', 'contractor booked twice, did not come'], kind: 'repair' }),
  action({ reference: 'DEMO.23', what: 'Letter to the keeper of the building', agency: 'Prevention', due: '2026-11-17', days_late: 2, status: 'not_started', light: 'red', kind: 'letter' }),
  action({ reference: 'DEMO.21', what: 'Extra patrols at closing time', agency: 'Police', officer: 'Sgt Marsh', due: '2026-11-24', status: 'not_undertaken', due_words: '', light: 'red', update: ['2026-11-17', 'no officers free on Fridays'], kind: 'patrol' }),
  action({ reference: 'DEMO.21', what: 'Door staff briefing with the three bars', agency: 'Community Safety', officer: 'M Vale', due: '2026-11-27', light: 'amber', is_new: true, status: 'not_started', kind: 'meeting' }),
  action({ reference: 'DEMO.21', what: 'Lighting survey of the passage', agency: 'Community Safety', due: '2026-11-30', light: 'amber', suggested: 'green', reason: 'survey done, two lamps still dark', status: 'done', kind: 'check' }),
  action({ reference: 'DEMO.31', what: 'Ask the landlord for the tenancy history', agency: 'Housing', officer: 'D Penn', due: '2026-11-24', light: 'amber', awaits: true, status: 'not_started', kind: 'check' }),
  action({ reference: 'DEMO.31', what: 'Letter to the managing agent', agency: 'Housing', due: '2026-11-27', light: 'amber', declines: 'the block was sold in the spring', status: 'not_started', kind: 'letter' }),
  action({ reference: 'DEMO.16', what: 'Welfare visit together with mental health', agency: 'Mental Health', due: '2026-11-20', light: 'red', blocked: 'no consent yet', kind: 'visit' }),
  action({ reference: 'DEMO.39', what: 'Warning letter about false reports', agency: 'Police', due: '2026-11-03', due_words: 'done 3 days late', status: 'done', light: 'green', kind: 'letter' }),
  action({ reference: 'DEMO.10', what: 'Approved premises place', agency: 'Probation', officer: 'H Cole', due: null, status: 'in_abeyance', light: 'grey', update: ['2026-10-27', 'in custody until January'] }),
]

const template = (position: number, what: string, kind: ActionRow['kind'], days: number | null, agency = '', shipped = true): ActionTemplateRow => ({
  template: { id: `t-${position}`, position, what, kind, days, agency: agencies.find(({ short_name }) => short_name === agency)?.id ?? null, retired: false },
  agency, shipped, due: days === null ? null : '2026-12-03',
})
let templates = [
  template(1, 'Joint home visit', 'visit', 7),
  template(2, 'First warning letter', 'letter', 7, 'Housing', false),
  template(3, 'Refer to mediation', 'referral', 14),
  template(4, 'Prepare file for legal', 'file_to_legal', 28, 'Police', false),
]

const view = (row: ActionRow): ActionView => ({
  row,
  log: row.last_update
    ? [
        { id: row.last_update.id, on: row.last_update.on, kind: 'said', kind_words: '', text: row.last_update.text, by: 'A Field', meeting: { id: 'm0', name: 'meeting 13, 17 Nov 2026' } },
        { id: `${row.id}-1`, on: '2026-11-17', kind: 'due', kind_words: 'Due', text: `10 Nov 2026 → ${row.due ?? 'no date'}`, by: 'T Nowicka', meeting: { id: 'm0', name: 'meeting 13, 17 Nov 2026' } },
        { id: `${row.id}-0`, on: '2026-11-10', kind: 'said', kind_words: '', text: 'letter sent', by: 'A Field', meeting: null },
      ]
    : [],
  lights: row.light.reason ? [{ light: row.light.light, reason: row.light.reason, at: Date.UTC(2026, 10, 17, 14, 22) }] : [],
})
const found = (id: string) => view(rows.find((row) => row.id === id) ?? rows[0]!)

export const answers: Answers = {
  list_actions: { open: 10, late: 3, not_undertaken: 1, awaiting: 1, declined: 1, escalated: 1, rows },
  get_action: ({ id }) => found(id),
  add_action: ({ what }) => ({ ...found('act-2'), row: { ...rows[1]!, what } }),
  amend_action: ({ id }) => found(id),
  set_action_status: ({ id }) => found(id),
  add_action_update: ({ id }) => found(id),
  set_light: ({ id }) => found(id),
  answer_action: ({ id }) => found(id),
  reassign_action: ({ id }) => found(id),
  escalate_action: ({ id }) => found(id),
  withdraw_action: ({ id }) => found(id),
  list_action_templates: () => ({ rows: templates }),
  add_action_template: () => ({ rows: templates }),
  amend_action_template: ({ id, retired }) => {
    templates = templates.map((row) => (row.template.id === id ? { ...row, template: { ...row.template, retired } } : row))
    return { rows: templates }
  },
  move_action_template: () => ({ rows: templates }),
  understand_action_line: ({ text, cursor }) => {
    const agency = agencies.find(({ short_name }) => text.toLowerCase().includes(`@${short_name.toLowerCase()}`))
    const due = text.includes('by ') ? '2026-12-04' : null
    const typed = /@([^\s@]*)$/.exec(text.slice(0, cursor))
    return {
      what: text.replace(/@\S+/g, '').replace(/\bby .*$/, '').trim(),
      kind: text.includes('visit') ? 'visit' : 'other',
      agency: agency ? { id: agency.id, name: agency.short_name } : null,
      officer: null,
      new_officer: null,
      due,
      missing: [...(agency ? [] : ['who']), ...(due ? [] : ['by when'])],
      completions: typed
        ? agencies
            .filter(({ short_name }) => short_name.toLowerCase().startsWith(typed[1]!.toLowerCase()) && short_name.toLowerCase() !== typed[1]!.toLowerCase())
            .slice(0, 5)
            .map(({ short_name, name }) => ({ from: cursor - typed[0].length, to: cursor, text: `@${short_name} `, label: name }))
        : [],
    }
  },
}
