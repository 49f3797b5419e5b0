import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { useBackend, type Request, type SettingsView } from '$backend'
import { fake, type Fake } from '$backend/fake'
import { setHub } from '$frame/hub.svelte'
import { axeFindings } from '../../axe'
import { answers as actionAnswers } from '../../gallery/answers/actions'
import { statuses } from '../../gallery/answers/frame'
import { defaults } from '../../gallery/answers/settings'
import { users } from '../../gallery/answers/users'
import { second } from '../../gallery/invented/matrices'
import Settings from './Settings.svelte'

let backend: Fake
let view: SettingsView

beforeEach(() => {
  view = {
    settings: { ...defaults, prefix: 'DEMO', bands: { ...defaults.bands } }, defaults, areas: [{ id: 'w', name: 'Mill Ward' }],
    holidays_source: 'GOV.UK, bank holidays in England and Wales', holidays_last_year: 2028, folder: '/home/field/hub', backups: [],
  }
  backend = fake({
    get_settings: () => view,
    amend_settings: ({ settings }) => (view = { ...view, settings }),
    add_area: ({ name }) => (view = { ...view, areas: [...view.areas, { id: name, name }] }),
    back_up_now: () => {
      const made = { path: '/home/field/hub/backups/2026-11-19', at: Date.parse('2026-11-19T10:00Z'), kib: 2048, cases: 52, actions: 131, meetings: 14 }
      view = { ...view, backups: [made] }
      return made
    },
    back_up_elsewhere: ({ folder }) => {
      view = { ...view, settings: { ...view.settings, copied_elsewhere: { folder, on: '2026-11-19' } } }
      return { path: `${folder}/Hub Tasking copies/1`, at: Date.parse('2026-11-19T10:00Z'), kib: 2048, cases: 52, actions: 131, meetings: 14 }
    },
    list_users: users,
    list_backups: { folder: '/home/field/hub/backups', backups: [] },
    list_matrices: { matrices: [{ kind: 'person', name: 'Person matrix', versions: [second] }] },
    save_document: ({ save_as }) => ({ path: save_as }),
    check_hub: { sound: true, rows: 4127, audit_rows: 5312, problems: [] },
  })
  useBackend(backend)
  setHub(statuses.open)
})

async function shown(part: string) {
  const user = userEvent.setup()
  render(Settings, { part })
  await screen.findAllByRole('heading', { level: 2 })
  await waitFor(() => expect(screen.queryByText('Loading the settings…')).toBeNull())
  return user
}

const amended = () => (backend.calls.findLast(({ command }) => command === 'amend_settings')?.request as Request<'amend_settings'> | undefined)?.settings

it.each(['hub', 'meetings', 'slots', 'lights', 'bands', 'matrices', 'areas', 'keys', 'holidays', 'retention', 'people', 'lock', 'data'])('axe has nothing to say about %s', async (part) => {
  await shown(part)
  expect(await axeFindings()).toEqual([])
})

it('a value that is the default says so, another one names the default', async () => {
  await shown('hub')
  expect(screen.getByText(/^Default: CSH\./)).toBeTruthy()
  expect(screen.getByText(/^Default\. At the top/)).toBeTruthy()
})

it('what is typed while it is being saved stays, and is not saved yet', async () => {
  let answer = () => {}
  const arrives = new Promise<void>((go) => (answer = go))
  useBackend(fake({ get_settings: () => view, amend_settings: async ({ settings }) => (await arrives, (view = { ...view, settings })) }))
  const user = await shown('hub')
  const field = screen.getByLabelText<HTMLInputElement>('Marking')
  await user.clear(field)
  await user.type(field, 'OFFICIAL{Enter} and the rest')
  answer()
  await waitFor(() => expect(view.settings.marking).toBe('OFFICIAL'))
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save changes' }).disabled).toBe(false))
  expect(field.value).toBe('OFFICIAL and the rest')
})

it('saving changes this part only, and keeps what another window saved', async () => {
  const user = await shown('hub')
  const field = screen.getByLabelText('Marking')
  await user.clear(field)
  await user.type(field, 'OFFICIAL')
  view = { ...view, settings: { ...view.settings, mid_point_weeks: 12 } }
  backend.emit('changed', { what: ['settings'], changes: 1 })
  await waitFor(() => expect(backend.calls.filter(({ command }) => command === 'get_settings')).toHaveLength(2))
  expect(screen.getByLabelText<HTMLInputElement>('Marking').value).toBe('OFFICIAL')
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  await waitFor(() => expect(amended()).toMatchObject({ marking: 'OFFICIAL', prefix: 'DEMO', mid_point_weeks: 12 }))
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save changes' }).disabled).toBe(true))
})

it('a prefix that is none is refused at its field and nothing is sent', async () => {
  const user = await shown('hub')
  await user.clear(screen.getByLabelText('Prefix of cases'))
  await user.type(screen.getByLabelText('Prefix of cases'), 'C.S')
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  expect(screen.getByLabelText('Prefix of cases').getAttribute('aria-invalid')).toBe('true')
  expect(amended()).toBeUndefined()
})

it('bands the wrong way round are refused', async () => {
  const user = await shown('bands')
  await user.clear(screen.getByLabelText('High from'))
  await user.type(screen.getByLabelText('High from'), '30')
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  expect(screen.getByLabelText('High from').getAttribute('aria-invalid')).toBe('true')
  expect(amended()).toBeUndefined()
})

it('the lights are previewed before they are saved', async () => {
  const user = await shown('lights')
  const light = (words: string) => screen.getByText(words).closest('li')?.textContent
  expect(light('Done')).toContain('Green')
  await user.click(screen.getByLabelText(/^Four/))
  expect(light('Done')).toContain('Blue')
  await user.click(screen.getByLabelText(/^Warn when/))
  expect(light('Not started, due in three days')).toContain('Red')
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  await waitFor(() => expect(amended()?.lights).toEqual({ four_colours: true, warn_not_started_days: 3 }))
})

it('rooms are one a line, empty lines left out', async () => {
  const user = await shown('meetings')
  await user.type(screen.getByLabelText('Rooms'), 'Quay House{Enter}{Enter}Library')
  await user.tab()
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  await waitFor(() => expect(amended()?.rooms).toEqual(['Quay House', 'Library']))
})

it('the defaults come back for this part and are saved only when told', async () => {
  const user = await shown('hub')
  await user.click(screen.getByRole('button', { name: 'Use the defaults' }))
  expect(screen.getByLabelText<HTMLInputElement>('Prefix of cases').value).toBe('CSH')
  expect(amended()).toBeUndefined()
})

it('an area is added and stands in the list', async () => {
  const user = await shown('areas')
  await user.type(screen.getByLabelText('New area'), 'Quayside{Enter}')
  expect(await screen.findByText('Quayside')).toBeTruthy()
})

it('a backup says where it lies and joins the list', async () => {
  const user = await shown('data')
  await user.click(screen.getByRole('button', { name: 'Back up now' }))
  expect(await screen.findByText(/Backed up and verified, 2\.0 MB/)).toBeTruthy()
  const row = within(screen.getByRole('table')).getByText('19 Nov 2026, 10.00 am').closest('tr')!
  expect([...row.cells].map((cell) => cell.textContent)).toEqual(['19 Nov 2026, 10.00 am', '52', '131', '14', '2.0 MB'])
})

it('what a check finds wrong is said sentence by sentence', async () => {
  const user = await shown('data')
  await user.click(screen.getByRole('button', { name: 'Check now' }))
  expect(await screen.findByText(/The record holds together/)).toBeTruthy()
  backend.answer({ check_hub: { sound: false, rows: 1, audit_rows: 1, problems: ['Entry 12 of the audit was changed.'] } })
  await user.click(screen.getByRole('button', { name: 'Check now' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Entry 12 of the audit was changed.')
})

it('a reader sees everything and can change nothing', async () => {
  setHub(statuses.reader)
  await shown('hub')
  expect(screen.getByLabelText<HTMLInputElement>('Prefix of cases').disabled).toBe(true)
  expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull()
  expect(screen.getByText(/a reader does not change them/)).toBeTruthy()
})

it('a table of bank holidays that has ended is told', async () => {
  view = { ...view, holidays_last_year: 2025 }
  await shown('holidays')
  expect(screen.getByText(/The table has ended/)).toBeTruthy()
})

it('usual actions are listed in their order, a default labelled as one, and retired ones are offered again', async () => {
  const actions = actionAnswers
  backend = fake({ get_settings: () => view, get_directory: { agencies: [], officers: [], areas: [], order_types: [], forums: [] }, list_action_templates: actions.list_action_templates!, move_action_template: actions.move_action_template!, amend_action_template: actions.amend_action_template! })
  useBackend(backend)
  const user = userEvent.setup()
  render(Settings, { part: 'actions' })
  expect(await screen.findByText('Joint home visit')).toBeTruthy()
  expect(screen.getAllByText('default')).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Move down: Joint home visit' }))
  expect(backend.calls.filter(({ command }) => command === 'move_action_template').map(({ request }) => request)).toEqual([{ id: 't-1', up: false }])
  await user.click(screen.getByRole('button', { name: 'Retire Joint home visit' }))
  expect(await screen.findByRole('button', { name: 'Offer Joint home visit again' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Add a usual action' }))
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(screen.getByText('Say what is to be done')).toBeTruthy()
  expect(backend.calls.filter(({ command }) => command === 'add_action_template')).toEqual([])
})

it('an area is renamed where it stands, and a name that is taken is told at its field', async () => {
  backend.answer({
    amend_area: () => {
      throw { code: 'refused', message: '“Quayside” is in the list already', hint: null, field: 'name' }
    },
  })
  const user = await shown('areas')
  await user.click(screen.getByRole('button', { name: 'Rename Mill Ward' }))
  const field = screen.getByRole('textbox', { name: 'New name of Mill Ward' })
  await user.clear(field)
  await user.type(field, 'Quayside{Enter}')
  expect(await screen.findByText('“Quayside” is in the list already')).toBeTruthy()
  expect(backend.calls.filter(({ command }) => command === 'amend_area')).toEqual([{ command: 'amend_area', request: { id: 'w', name: 'Quayside' } }])
})

it('a copy goes to a memory stick, and the screen says when the last one did', async () => {
  const user = await shown('data')
  expect(screen.getByText('No copy was made outside this folder yet.')).toBeTruthy()
  backend.chooseFolder = async () => null
  await user.click(screen.getByRole('button', { name: 'Copy to a memory stick…' }))
  expect(backend.calls.map(({ command }) => command)).not.toContain('back_up_elsewhere')
  backend.chooseFolder = async () => '/media/STICK'
  await user.click(screen.getByRole('button', { name: 'Copy to a memory stick…' }))
  expect(await screen.findByText(/Copied and verified, 2\.0 MB/)).toBeTruthy()
  expect(await screen.findByText(/The last copy outside this folder was made on 19 November 2026, in/)).toBeTruthy()
  expect(await axeFindings()).toEqual([])
})

it('a place that does not do for a copy is told', async () => {
  backend.answer({
    back_up_elsewhere: () => {
      throw { code: 'refused', message: 'Choose a place outside the hub’s own folder', hint: null, field: 'folder' }
    },
  })
  const user = await shown('data')
  await user.click(screen.getByRole('button', { name: 'Copy to a memory stick…' }))
  expect((await screen.findByRole('alert')).textContent).toContain('outside the hub’s own folder')
})

it('the data part leads to a copy, and a reader is offered neither copy nor way back', async () => {
  const user = await shown('data')
  await user.click(screen.getByRole('button', { name: 'Restore a copy…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Restore a copy' }))
  expect(await dialog.findByText('No copy lies here.')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Cancel' }))
  setHub(statuses.reader)
  await waitFor(() => expect(screen.queryByRole('button', { name: /Back up|Copy to|Restore/ })).toBeNull())
})

it('the hub locks after as many minutes as are set, never at nought, and an odd number is refused at its field', async () => {
  const user = await shown('lock')
  const field = screen.getByLabelText<HTMLInputElement>('Lock without a key or the mouse for')
  await user.clear(field)
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(field.value).toBe('')
  await user.type(field, '121')
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  expect(screen.getAllByText('Between 1 and 120 minutes, or 0 for never')).toHaveLength(2)
  expect(amended()).toBeUndefined()
  await user.clear(field)
  await user.type(field, '10')
  await user.click(screen.getByLabelText('Also while a meeting is running'))
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  await waitFor(() => expect(amended()?.lock).toEqual({ idle_minutes: 10, in_room: true }))
  await user.clear(field)
  await user.type(field, '0')
  expect(screen.queryByLabelText('Also while a meeting is running')).toBeNull()
})

it('minutes that the program refuses are told at their field', async () => {
  backend.answer({
    amend_settings: () => {
      throw { code: 'refused', message: 'At most two hours', hint: null, field: 'lock_minutes' }
    },
  })
  const user = await shown('lock')
  const field = screen.getByLabelText('Lock without a key or the mouse for')
  await user.clear(field)
  await user.type(field, '7')
  await user.click(screen.getByRole('button', { name: 'Save changes' }))
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
})

it('the documents that a council asks for are saved, and where is said', async () => {
  const user = await shown('data')
  await user.click(screen.getByRole('button', { name: 'Save the impact assessment…' }))
  expect(await screen.findByText('/sample/Data protection impact assessment.rtf')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save the security statement…' }))
  expect(await screen.findByText('/sample/Security.md')).toBeTruthy()
  expect(backend.calls.filter(({ command }) => command === 'save_document').map(({ request }) => request)).toEqual([
    { document: 'impact_assessment', save_as: '/sample/Data protection impact assessment.rtf' },
    { document: 'security', save_as: '/sample/Security.md' },
  ])
})

it('a document that cannot be saved is told', async () => {
  const user = await shown('data')
  backend.answer({
    save_document: () => {
      throw { code: 'refused', message: 'The folder cannot be written to', hint: null, field: 'save_as' }
    },
  })
  await user.click(screen.getByRole('button', { name: 'Save the security statement…' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The folder cannot be written to')
})

it('the part about keys is the keyboard, apart from the keys of people', async () => {
  await shown('keys')
  expect(screen.getByRole('link', { name: 'Keyboard' }).getAttribute('href')).toBe('#/settings/keys')
  expect(screen.getByRole('heading', { name: 'Keyboard' })).toBeTruthy()
})
