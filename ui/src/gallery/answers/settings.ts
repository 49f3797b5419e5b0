/** Invented settings, backups and what a check finds. */
import type { BackupMade, Settings, SettingsView } from '$backend'
import type { Answers } from '$backend/fake'

export const defaults: Settings = {
  hub: 'Northbridge', sample: true, prefix: 'CSH', marking: 'OFFICIAL-SENSITIVE', rooms: [], meeting_day: 'tuesday', meeting_starts: '14:00', meeting_minutes: 120,
  agenda_freezes: '16:00',
  declaration:
    'What is shared here is shared under section 115 of the Crime and Disorder Act 1998, for the purpose of this meeting only, and is not to be passed on without the agreement of the agency that gave it.',
  slots: { full: 12, quick: 5, noted: 1, referral: 10, opening: 4, matters_arising: 4 },
  lights: { warn_not_started_days: null, four_colours: false },
  bands: { high_from: 65, medium_from: 40 },
  mid_point_weeks: 8, mid_point_reviews: 6, single_letter_keys: true,
  retention: {
    closed_case: { number: 6, unit: 'years' }, not_adopted_referral: { number: 12, unit: 'months' }, settled_referral: { number: 12, unit: 'months' },
    person: { number: 12, unit: 'months' }, standalone_order: { number: 6, unit: 'years' }, minutes: { number: 6, unit: 'years' }, disclosures: { number: 6, unit: 'years' },
  },
  lock: { idle_minutes: 5, in_room: false },
  copied_elsewhere: null,
}

const backup = (day: string, kib: number, within = '/home/field/hub/backups'): BackupMade => ({
  path: `${within}/${day} 1612`, at: Date.parse(`${day}T16:12Z`), kib, cases: Math.round(kib / 44), actions: Math.round(kib / 16), meetings: Math.round(kib / 180),
})
/** The folder of copies on a memory stick. */
export const onStick = '/media/field/STICK/Hub Tasking copies'
export const stickCopies: BackupMade[] = [backup('2026-11-10', 2316, onStick), backup('2026-09-29', 2204, onStick)]

let view: SettingsView = {
  settings: { ...defaults, prefix: 'DEMO', copied_elsewhere: { folder: '/media/field/STICK', on: '2026-11-10' }, rooms: ['Fire station community room', 'Quay House, room 2'], slots: { ...defaults.slots, full: 15 } },
  defaults,
  areas: ['Mill Ward', 'Northfield', 'Quayside'].map((name) => ({ id: `area-${name}`, name })),
  holidays_source: 'GOV.UK, bank holidays in England and Wales',
  holidays_last_year: 2028,
  folder: '/home/field/hub',
  backups: [backup('2026-11-10', 2316), backup('2026-11-03', 2298), backup('2026-10-27', 2290)],
}

export const answers: Answers = {
  get_settings: () => view,
  amend_settings: ({ settings }) => (view = { ...view, settings }),
  add_area: ({ name }) => (view = { ...view, areas: [...view.areas, { id: `area-${name}`, name }] }),
  amend_area: ({ id, name }) => (view = { ...view, areas: view.areas.map((area) => (area.id === id ? { ...area, name } : area)) }),
  back_up_now: () => {
    const made = backup('2026-11-19', 2334)
    view = { ...view, backups: [made, ...view.backups.filter(({ path }) => path !== made.path)] }
    return made
  },
  back_up_elsewhere: ({ folder }) => {
    view = { ...view, settings: { ...view.settings, copied_elsewhere: { folder, on: '2026-11-19' } } }
    return backup('2026-11-19', 2334, onStick)
  },
  list_backups: ({ folder }) => (folder ? { folder, backups: stickCopies } : { folder: `${view.folder}/backups`, backups: view.backups }),
  save_document: ({ save_as }) => ({ path: save_as }),
  check_hub: { sound: true, rows: 4127, audit_rows: 5312, problems: [] },
}

/** The settings of a hub that was created a minute ago: no copy yet. */
export const emptySettings: Answers = {
  get_settings: () => ({ ...view, settings: { ...view.settings, copied_elsewhere: null }, areas: [], backups: [] }),
  list_backups: ({ folder }) => ({ folder: folder ?? `${view.folder}/backups`, backups: [] }),
}
