/** Every screen and its address. A line takes effect when its view file exists; so does its entry in the rail. */
import type { HubState, RailCounts } from '$backend'
import type { Route } from '$frame/router.svelte'

type View = Awaited<ReturnType<Route['view']>>

const views = import.meta.glob<View>(['./views/*/*.svelte', '!./views/projector/*'])

interface Line {
  path: string
  title: string
  /** The file below views, without its ending. */
  file: string
  bare?: boolean
  /** Its entry in the rail: the word, and the name of its count. */
  rail?: { words: string; count?: keyof RailCounts }
}

const lines: Line[] = [
  { path: '/today', title: 'Today', file: 'today/Today', rail: { words: 'Today' } },
  { path: '/meetings', title: 'Meetings', file: 'meetings/Meetings', rail: { words: 'Meetings' } },
  { path: '/meetings/:id', title: 'Meeting', file: 'meetings/Meeting' },
  { path: '/meetings/:id/agenda', title: 'Agenda', file: 'agenda/Agenda' },
  { path: '/meetings/:id/replies', title: 'Replies', file: 'replies/Replies' },
  { path: '/meetings/:id/send/:paper', title: 'Sending', file: 'sending/Sending' },
  { path: '/meetings/:id/minutes', title: 'Minutes', file: 'minutes/Minutes' },
  { path: '/room/:id', title: 'Meeting room', file: 'room/Room', bare: true },
  { path: '/cases', title: 'Cases', file: 'cases/Cases', rail: { words: 'Cases', count: 'cases' } },
  { path: '/cases/new', title: 'New case', file: 'cases/NewCase' },
  { path: '/cases/:reference', title: 'Case', file: 'cases/Case' },
  { path: '/referrals', title: 'Referrals', file: 'referrals/Referrals', rail: { words: 'Referrals', count: 'referrals' } },
  { path: '/referrals/new', title: 'New referral', file: 'referrals/NewReferral' },
  { path: '/referrals/:id', title: 'Referral', file: 'referrals/Referral' },
  { path: '/actions', title: 'Actions', file: 'actions/Actions', rail: { words: 'Actions', count: 'actions' } },
  { path: '/orders', title: 'Orders', file: 'orders/Orders', rail: { words: 'Orders', count: 'orders' } },
  { path: '/orders/:id', title: 'Order', file: 'orders/Order' },
  { path: '/agencies', title: 'Agencies', file: 'agencies/Agencies', rail: { words: 'Agencies' } },
  { path: '/agencies/:id', title: 'Agency', file: 'agencies/Agency' },
  { path: '/reports', title: 'Reports', file: 'reports/Reports', rail: { words: 'Reports' } },
  { path: '/settings', title: 'Settings', file: 'settings/Settings', rail: { words: 'Settings' } },
  { path: '/settings/:part', title: 'Settings', file: 'settings/Settings' },
  { path: '/disclosures', title: 'Disclosure log', file: 'disclosures/Disclosures' },
  { path: '/retention', title: 'Retention', file: 'retention/Retention' },
  { path: '/people/:id', title: 'Person', file: 'people/Person' },
  { path: '/people/:id/access', title: 'Who saw what', file: 'people/Access' },
  { path: '/preview/:paper', title: 'Preview', file: 'preview/Preview', bare: true },
  { path: '/import', title: 'Import', file: 'import/Import' },
  { path: '/import/:kind', title: 'Import', file: 'import/Import' },
]

const viewOf = (file: string) => views[`./views/${file}.svelte`]

/** The screens that exist. */
export const routes: Route[] = lines.flatMap(({ path, title, file, bare }) => {
  const view = viewOf(file)
  return view ? [{ path, title, bare, view }] : []
})

/** The entries of the rail, in order. */
export const rail = lines.flatMap(({ path, rail, file }) => (rail && viewOf(file) ? [{ path, ...rail }] : []))

/** The screens before a hub is open, by the state of the hub. */
export const gates: Partial<Record<HubState, Route['view']>> = {
  absent: viewOf('first-run/FirstRun'),
  locked: viewOf('unlock/Unlock'),
  refused: viewOf('refused/Refused'),
}

if (import.meta.env.DEV) {
  routes.push({ path: '/gallery', title: 'Gallery', view: () => import('./gallery/Gallery.svelte') })
}
