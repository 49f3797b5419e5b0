/** Invented answers of the room: enough of a memory to walk through a meeting in a browser. */
import type { Answers } from '$backend/fake'
import type { ActionView, RoomView, UnderstoodActionLine } from '$backend'
import { action } from '../invented/case45'
import { directory } from '../invented/directory'
import { blank, current, items, long, room, scoringShown, scoringView, shown } from '../invented/room'

let view: RoomView = room()
const drafts = new Map<string, string>()
let serial = 100

function at(): number {
  return view.current ? view.current.position - 1 : view.items.length
}

/** Changes the item in view and remembers it. */
function change(more: Partial<NonNullable<RoomView['current']>>): RoomView {
  if (view.current) view = { ...view, current: { ...view.current, ...more } }
  const decided = Boolean(view.current?.decision)
  return (view = { ...view, items: view.items.map((item, index) => (index === at() ? { ...item, decided } : item)) })
}

function understood(text: string): UnderstoodActionLine {
  const agency = directory.agencies.find(({ short_name }) => text.toLowerCase().includes(`@${short_name.toLowerCase()}`))
  const officer = directory.officers.find(({ name }) => text.toLowerCase().includes(name.toLowerCase()))
  const due = /\bby \w+/.test(text) ? '2026-11-27' : null
  const typed = /@(\S*)$/.exec(text)
  return {
    what: text.split('@')[0]?.trim() ?? '', kind: 'visit', agency: agency ? { id: agency.id, name: agency.short_name } : null,
    officer: officer ? { id: officer.id, name: officer.name } : null, new_officer: null, due,
    missing: [...(agency ? [] : ['which agency']), ...(officer ? [] : ['who']), ...(due ? [] : ['by when'])],
    completions: typed
      ? directory.agencies.filter(({ short_name }) => short_name.toLowerCase().startsWith((typed[1] ?? '').toLowerCase())).slice(0, 6).map(({ name, short_name }) => ({ from: typed.index, to: text.length, text: `@${short_name} `, label: name }))
      : [],
  }
}

function actionView(id: string): ActionView {
  const row = view.current?.case?.actions.find((row) => row.id === id) ?? action('45/9', 'Visit', 'amber')
  return { row, log: [], lights: [] }
}

export const answers: Answers = {
  get_room: () => view,
  get_open_ends: () => ({ ends: view.items.filter(({ decided }) => !decided).map(({ id, reference, words }) => ({ item: id, words: `${reference ?? words}: not decided` })) }),
  begin_meeting: () => (view = { ...room(0), declaration_read_at: null, projector: { ...room().projector, blank: true, item: null, scoring: false, view: blank } }),
  go_to_item: ({ item }) => {
    const to = item ? view.items.findIndex(({ id }) => id === item) : view.items.length
    const decided = new Map(view.items.map(({ id, decided }) => [id, decided]))
    view = { ...view, items: items(to).map((next) => ({ ...next, decided: decided.get(next.id) ?? false })), current: current(to), projector: { ...view.projector, blank: true, item: null, scoring: false, view: blank } }
    return view
  },
  pause_clock: ({ paused }) => (view = { ...view, items: view.items.map((item, index) => (index === at() ? { ...item, running_since: paused ? null : Date.now() } : item)) }),
  show_on_projector: ({ item }) => {
    const row = view.items.find(({ id }) => id === item)
    const projected = row && { ...shown, shown: shown.shown && { ...shown.shown, heading: row.reference ?? row.words, position_words: `item ${row.position} of 11` } }
    return (view = { ...view, projector: { ...view.projector, blank: !item, item, view: projected ?? blank } })
  },
  set_projector_level: ({ level }) => (view = { ...view, projector: { ...view.projector, chosen: level } }),
  raise_child: () => change({ child_not_raised: false }),
  overrule_observer: () => view,
  add_attendance: ({ agency, name, mode, from_item, to_item, substitute_for }) => {
    const expected = view.attendance.expected.filter((line) => line.agency !== agency)
    const agencyName = directory.agencies.find(({ id }) => id === agency)?.short_name ?? ''
    const entry = { id: `t${++serial}`, meeting: 'm1', serial, agency, officer: null, name, mode, substitute_for, from_item, to_item, heard_declaration: true, at: Date.now(), withdrawn: false }
    return (view = { ...view, attendance: { ...view.attendance, in_room: view.attendance.in_room + Number(mode === 'in_room'), expected, entries: [...view.attendance.entries, { agency: agencyName, entry }] } })
  },
  withdraw_attendance: ({ id }) => (view = { ...view, attendance: { ...view.attendance, entries: view.attendance.entries.filter(({ entry }) => entry.id !== id) } }),
  read_declaration: () => (view = { ...view, declaration_read_at: Date.now() }),
  add_key_point: ({ text }) => change({ key_points: [...(view.current?.key_points ?? []), { id: `p${++serial}`, text, shown: false }] }),
  withdraw_key_point: ({ id }) => change({ key_points: view.current?.key_points.filter((point) => point.id !== id) ?? [] }),
  show_key_point: ({ id, shown }) => change({ key_points: view.current?.key_points.map((point) => (point.id === id ? { ...point, shown } : point)) ?? [] }),
  decide: ({ item, text }) =>
    change({ decision: { words: text || 'Continue', decision: { id: `d${++serial}`, item, serial, outcome: { decided: 'continue' }, text, withdrawn: false, at: Date.now() } } }),
  withdraw_decision: () => change({ decision: null }),
  show_written_update: ({ id, shown }) => {
    const of = view.current?.case
    return of ? change({ case: { ...of, updates: of.updates.map((update) => (update.id === id ? { ...update, shown } : update)) } }) : view
  },
  add_written_update: () => view,
  share_scoring: ({ answers }) => {
    const seen = { ...long, shown: long.shown && { ...long.shown, scoring: scoringShown(answers) } }
    return (view = { ...view, projector: { ...view.projector, scoring: true, view: seen } })
  },
  note_told: ({ told }) => (view = { ...view, arrivals: view.arrivals.filter(({ agency }) => told.every((each) => each.agency !== agency)) }),
  settle_interruptions: () => (view = { ...view, interruptions: [] }),
  unshare_scoring: () => (view = { ...view, projector: { ...view.projector, scoring: false, view: shown } }),
  conclude_meeting: () => (view = { ...view, meeting: { ...view.meeting, status: 'concluded' } }),
  understand_action_line: ({ text }) => understood(text),
  add_action: ({ what, agency, due }) => {
    const row = action(`45/${6 + (view.current?.new_actions.length ?? 0)}`, what, 'amber', { is_new: true, due, agency: { id: agency, name: directory.agencies.find(({ id }) => id === agency)?.short_name ?? '' } })
    const of = view.current?.case
    change({ new_actions: [...(view.current?.new_actions ?? []), row], case: of ? { ...of, actions: [...of.actions, row] } : null })
    return { row, log: [], lights: [] }
  },
  set_action_status: ({ id }) => actionView(id),
  add_action_update: ({ id }) => actionView(id),
  set_light: ({ id }) => actionView(id),
  get_directory: directory,
  get_projector: () => (location.hash === '#long' ? long : location.hash === '#scoring' ? scoringView : view.projector.view),
  list_drafts: ({ prefix }) => ({ drafts: [...drafts].filter(([key]) => key.startsWith(prefix)).map(([key, text]) => ({ key, text, at: Date.now() })) }),
  save_draft: ({ key, text }) => {
    if (text) drafts.set(key, text)
    else drafts.delete(key)
    return {}
  },
  discard_drafts: () => ({}),
}
