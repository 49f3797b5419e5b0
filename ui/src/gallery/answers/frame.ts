/** Invented answers of the frame and of Today. */
import type { Answers } from '$backend/fake'
import type { HubStatus, MeetingRow, TodayView } from '$backend'
import { emptySettings } from './settings'
import { emptyAccess } from './access'
import { emptyPeople } from './users'

const status: HubStatus = {
  state: 'open',
  refusal: null,
  folder: '/home/field/hub',
  hub: 'Northbridge',
  sample: true,
  own_hub: null,
  sample_passphrase: 'sample',
  wait_seconds: 0,
  user: { name: 'A Field', role: 'coordinator' },
  rights: ['open', 'view', 'record', 'export', 'import', 'back_up', 'settings'],
  marking: 'OFFICIAL-SENSITIVE · SAMPLE',
  papers_left: [],
  recovered: false,
  lock: { idle_minutes: 5, in_room: false },
  version: '0.1.0',
  today: '2026-11-19',
}

const next: MeetingRow = {
  id: 'm1', number: 14, kind: 'tasking', date: '2026-11-24', starts: '14:00', minutes: 120, room: 'Fire station community room',
  chair: 'R Dale', status: 'planned', cancelled_because: '', items: 11, planned_minutes: 96,
}

const chair: HubStatus = {
  ...status, user: { name: 'R Dale', role: 'chair' }, rights: [...status.rights, 'approve_minutes', 'override_gate', 'override_projector', 'dispose', 'manage_users'],
}
const shut: HubStatus = { ...status, state: 'locked', hub: null, user: null, rights: [], marking: null, lock: null }
const real = { sample: false, sample_passphrase: null }
/** How the hub may stand, by name. */
export const statuses: Record<'open' | 'chair' | 'recovered' | 'reader' | 'absent' | 'locked' | 'wait' | 'sample' | 'refused', HubStatus> = {
  open: status,
  chair,
  recovered: { ...chair, recovered: true },
  reader: { ...status, user: { name: 'P Ames', role: 'reader' }, rights: ['open', 'view'] },
  absent: { ...shut, ...real, state: 'absent' },
  locked: { ...shut, ...real },
  wait: { ...shut, ...real, wait_seconds: 95 },
  sample: { ...shut, own_hub: 'locked' },
  refused: {
    ...shut, ...real, state: 'refused', folder: 'C:\\Users\\field\\OneDrive - Northbridge Council\\Hub Tasking',
    refusal: 'The folder is kept in step with OneDrive, which damages databases. The hub was not opened; move the folder to a place on this computer’s own disk.',
  },
}
/** `?hub=absent`, or another name, before the `#` shows the screens of that state. */
const asked = () => new URLSearchParams(location.search).get('hub') as keyof typeof statuses | null
let now: HubStatus | null = null

const day: TodayView = {
  today: '2026-11-19',
  next,
  proposed: '2026-11-24',
  need: 'There is need to meet: 1 referral tabled, 6 late or blocked actions and 4 reviews', advice: { advice: 'hold' },
  replies: { words: '4 of 6 agencies replied', on: null, address: '/meetings/m1/replies' },
  before_pack: [
    { words: 'Agenda goes out Friday, 4.00 pm', on: '2026-11-20', address: '/meetings/m1/agenda' },
    { words: 'R.62: “did it work, why” is empty', on: null, address: '/referrals/r62' },
    { words: 'Minutes of 17 November wait for approval', on: null, address: '/meetings/m0/minutes' },
  ],
  late: [
    { agency: 'Prevention', late: 3, worst_days: 19, address: '/agencies/a1' },
    { agency: 'Housing', late: 2, worst_days: 7, address: '/agencies/a2' },
    { agency: 'Police', late: 1, worst_days: 2, address: '/agencies/a3' },
  ],
  acceptance: [
    { words: 'Housing declined 13/10 on DEMO.31: the block was sold in the spring', on: '2026-11-03', address: '/actions?action=act-10' },
    { words: 'Housing has not accepted 12/9 on DEMO.31', on: '2026-11-03', address: '/actions?action=act-9' },
  ],
  coming: [
    { words: 'DEMO.21: PSPO, review', on: '2026-11-27', address: '/orders' },
    { words: 'DEMO.17: closure order ends', on: '2026-12-15', address: '/orders' },
  ],
  without_mid_point: ['DEMO.16', 'DEMO.23', 'DEMO.31', 'DEMO.37', 'DEMO.41'].map((reference, n) => ({
    words: reference, on: `2026-0${n + 3}-14`, address: `/cases/${reference}`,
  })),
  triage: [
    {
      id: 'r62', number: 62, title: 'Noise and visitors at night, Mill Court', source: 'partner', received_on: '2026-11-16', referrer: 'Northbridge Homes',
      status: 'in_triage', passes_gate: false, checks: { asked: 8, known: 3, not_known: 2, no_reply: 3 }, minutes_spent: 0, decided_on: null, outcomes: [], case: null,
    },
  ],
  remarks: ['No backup was made for nine days.'],
  review_due: { words: '4 records have reached their review date', on: null, address: '/retention' },
  counts: { cases: 23, referrals: 3, actions: 41, orders: 9 },
}

/** The day of a hub that was created a minute ago. */
export const emptyDay: TodayView = {
  ...day, next: null, need: 'No case is open yet', advice: null, replies: null, before_pack: [], late: [], coming: [], without_mid_point: [], triage: [], remarks: [], review_due: null,
  counts: { cases: 0, referrals: 0, actions: 0, orders: 0 },
}

export const answers: Answers = {
  hub_status: () => now ?? statuses[asked() ?? 'open'] ?? status,
  lock: () => (now = shut),
  lock_when_idle: () => (now = shut),
  restore_backup: ({ passphrase }) => {
    if (passphrase === 'wrong') throw { code: 'wrong_passphrase', message: 'That is not the passphrase of this hub', hint: null, field: 'passphrase' }
    now = chair
    return { status: chair, made_at: Date.parse('2026-11-10T16:12Z'), aside: '/home/field/hub/damaged/2026-11-19 1012', disposals: 2, disposals_known: passphrase !== 'unknown' }
  },
  unlock: ({ passphrase }) => {
    if (passphrase === 'wrong') throw { code: 'wrong_passphrase', message: 'That is not the passphrase of this hub', hint: null, field: 'passphrase' }
    return (now = status)
  },
  create_hub: () => {
    now = { ...status, ...real }
    return { recovery_key: '7KQ2M-4TR8X-W1HNC-9B0ZE-P6JYV-3GFDS-5AQKR-2MX8T' }
  },
  open_sample: () => (now = statuses.sample),
  leave_sample: () => (now = statuses.locked),
  search: ({ text }) => ({
    hits: [{ kind: 'case', title: 'DEMO.45', detail: `Person, 16–17 · holds “${text}”`, address: '/cases/DEMO.45' }],
  }),
  get_today: day,
}

/** What a hub without anything answers: `?hub=empty`. */
export const emptyAnswers: Answers = {
  get_today: emptyDay,
  list_cases: { figures: { open: 0, closed: 0, high_priority: 0, open_actions: 0, late_actions: 0, median_days_open: null, without_mid_point: 0 }, rows: [] },
  list_actions: { open: 0, late: 0, not_undertaken: 0, awaiting: 0, declined: 0, escalated: 0, rows: [] },
  list_agencies: { rows: [] },
  get_directory: { agencies: [], officers: [], areas: [], order_types: [], forums: [] },
  ...emptySettings,
  ...emptyPeople,
  ...emptyAccess,
}
