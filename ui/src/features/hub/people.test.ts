import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { useBackend, type UserRow, type UsersView } from '$backend'
import { fake, type Answers, type Fake } from '$backend/fake'
import { hub, setHub } from '$frame/hub.svelte'
import { address } from '$frame/router.svelte'
import { shownToasts } from '$shared/toast.svelte'
import { axeFindings } from '../../axe'
import { asked } from '../../gallery/at-desk'
import { statuses } from '../../gallery/answers/frame'
import { users } from '../../gallery/answers/users'
import PeopleProbe from './PeopleProbe.test.svelte'

const key = 'H4VTE-9C2KD-5PWXM-1R8QN-7YBZ3-F6GJS-0TKHV-4DE2C'
let backend: Fake
let view: UsersView

const change = (id: string, more: Partial<UserRow>) => (view = { ...view, users: view.users.map((row) => (row.id === id ? { ...row, ...more } : row)) })
const refused = (field: string | null, message: string) => () => {
  throw { code: 'refused', message, hint: null, field }
}

beforeEach(() => {
  location.hash = '#/settings/people'
  view = structuredClone(users)
})

async function shown(status = statuses.chair, more: Answers = {}) {
  backend = fake({
    hub_status: () => hub() ?? status,
    list_users: () => view,
    add_user: ({ name, role }) => (view = { ...view, users: [...view.users, { id: name, name, role, own: false, active: true, passphrase: true }] }),
    amend_user: ({ user, name, role }) => change(user, { name, role }),
    remove_user: ({ user }) => change(user, { active: false, passphrase: false }),
    set_passphrase: ({ user }) => change(user, { passphrase: true }),
    change_passphrase: () => view,
    renew_recovery_key: () => ({ recovery_key: key, view }),
    renew_key: ({ others }) => {
      view = { ...view, users: view.users.map((row) => ({ ...row, passphrase: row.own || others.some(({ user }) => user === row.id) })) }
      return { recovery_key: key, view }
    },
    renew_copies: () => (view = { ...view, old_keys: [] }),
    ...more,
  })
  useBackend(backend)
  setHub(status)
  const user = userEvent.setup()
  render(PeopleProbe)
  await screen.findByText('A Field')
  return user
}

const row = (name: string) => within(screen.getByText(name).closest('tr')!)
const dialog = (name: string) => screen.findByRole('dialog', { name })
/** Because jsdom sends a form by Enter only when its button stands inside it. */
const send = (user: ReturnType<typeof userEvent.setup>) => user.click([...document.querySelectorAll<HTMLElement>('dialog[open] button[type="submit"]')].at(-1)!)
const said = () => shownToasts().map(({ words }) => words)

it('everybody is listed with role and state, the removed below, and axe has nothing to say', async () => {
  await shown()
  expect(row('Kim Reader').getByText('no passphrase yet')).toBeTruthy()
  expect(row('R Dale').getByText('you')).toBeTruthy()
  expect(row('A Field').getByText(/except approve minutes/)).toBeTruthy()
  const names = screen.getAllByRole('rowheader').map((cell) => cell.textContent?.trim().split(/\s{2,}/)[0])
  expect(names.at(-1)).toContain('T Lowe')
  expect(row('T Lowe').getByText('removed')).toBeTruthy()
  expect(row('T Lowe').queryByRole('button')).toBeNull()
  expect(await axeFindings()).toEqual([])
})

it('a reader sees the list and can change the own passphrase, and nothing else', async () => {
  const user = await shown({ ...statuses.reader, user: { name: 'R Dale', role: 'reader' } })
  expect(screen.getAllByRole('button').map((button) => button.textContent?.trim())).toEqual(['Change my passphrase…'])
  expect(screen.getByText(/Only a chair or a deputy chair adds people/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Change my passphrase…' }))
  expect(await dialog('Change my passphrase')).toBeTruthy()
  expect(await axeFindings()).toEqual([])
})

it('a person is added, with the role explained and the passphrase typed twice', async () => {
  const user = await shown()
  await user.click(screen.getByRole('button', { name: 'Add a person…' }))
  const form = within(await dialog('Add a person'))
  expect(await axeFindings()).toEqual([])
  expect(document.activeElement).toBe(form.getByLabelText('Name'))
  await user.keyboard('J Birch{Tab}')
  await user.click(form.getByLabelText(/^Reader/))
  expect(form.getByText(/takes nothing out/)).toBeTruthy()
  await user.type(form.getByLabelText('Passphrase'), 'J Birch J Birch')
  expect(form.getByText(/Easy to guess/)).toBeTruthy()
  await user.clear(form.getByLabelText('Passphrase'))
  await user.type(form.getByLabelText('Passphrase'), 'kettle otter violin')
  expect(form.getByText('Strong.')).toBeTruthy()
  await user.type(form.getByLabelText('Passphrase again'), 'kettle otter violin')
  await send(user)
  expect(await screen.findByText('J Birch')).toBeTruthy()
  expect(asked(backend, 'add_user')).toEqual([{ name: 'J Birch', role: 'reader', passphrase: 'kettle otter violin' }])
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('what is missing is said at its field and nothing is sent', async () => {
  const user = await shown()
  await user.click(screen.getByRole('button', { name: 'Add a person…' }))
  const form = within(await dialog('Add a person'))
  await user.type(form.getByLabelText('Passphrase'), 'short')
  await user.click(form.getByRole('button', { name: 'Add' }))
  expect(form.getByRole('alert').textContent).toContain('4 things need putting right')
  expect(form.getByLabelText('Passphrase again').getAttribute('aria-invalid')).toBe('true')
  expect(asked(backend, 'add_user')).toEqual([])
})

it.each([
  ['name', 'A Field is a user already', 'Name'],
  ['passphrase', 'Choose a passphrase for A Field', 'Passphrase'],
])('a refusal of the %s is said there, and what was typed is kept', async (field, message, label) => {
  const user = await shown(statuses.chair, { add_user: refused(field, message) })
  await user.click(screen.getByRole('button', { name: 'Add a person…' }))
  const form = within(await dialog('Add a person'))
  await user.type(form.getByLabelText('Name'), 'A Field')
  await user.click(form.getByLabelText(/^Chair/))
  await user.type(form.getByLabelText('Passphrase'), 'kettle otter violin')
  await user.type(form.getByLabelText('Passphrase again'), 'kettle otter violin')
  await send(user)
  await waitFor(() => expect(form.getByLabelText(label).getAttribute('aria-invalid')).toBe('true'))
  expect(form.getAllByText(message).length).toBeGreaterThan(0)
  expect(form.getByLabelText<HTMLInputElement>('Name').value).toBe('A Field')
})

it('name and role are changed, and a role that would leave nobody in charge is refused there', async () => {
  const user = await shown(statuses.chair, { amend_user: refused('role', 'A hub needs at least one chair or deputy chair') })
  await user.click(screen.getByRole('button', { name: 'Name, role… of S Okafor' }))
  const form = within(await dialog('Change S Okafor'))
  expect(form.getByLabelText<HTMLInputElement>(/^Deputy chair/).checked).toBe(true)
  expect(form.queryByLabelText('Passphrase')).toBeNull()
  await user.click(form.getByLabelText(/^Coordinator/))
  await user.click(form.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(form.getAllByText('A hub needs at least one chair or deputy chair').length).toBeGreaterThan(0))
  backend.answer({ amend_user: ({ user, name, role }) => change(user, { name, role }) })
  await user.click(form.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(row('S Okafor').getByText('Coordinator')).toBeTruthy())
})

it('whoever is removed stays named, and the copies are renewed at once when asked for', async () => {
  const user = await shown()
  await user.click(screen.getByRole('button', { name: 'Remove… A Field' }))
  const form = within(await dialog('Remove A Field?'))
  expect(form.getByText(/the audit still names the person/)).toBeTruthy()
  expect(form.getByText(/still opens the copies/)).toBeTruthy()
  expect(await axeFindings()).toEqual([])
  await user.click(form.getByLabelText('Renew the copies at once'))
  await user.click(form.getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(asked(backend, 'renew_copies')).toHaveLength(1))
  expect(asked(backend, 'remove_user')).toEqual([{ user: 'user-A Field' }])
  await waitFor(() => expect(row('A Field').getByText('removed')).toBeTruthy())
})

it('whoever never held a passphrase leaves no copies behind that it opens', async () => {
  const user = await shown()
  await user.click(screen.getByRole('button', { name: 'Remove… Kim Reader' }))
  const form = within(await dialog('Remove Kim Reader?'))
  expect(form.queryByLabelText('Renew the copies at once')).toBeNull()
  await user.click(form.getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(row('Kim Reader').getByText('removed')).toBeTruthy())
  expect(asked(backend, 'renew_copies')).toEqual([])
})

it('a removal that is refused is told in the dialog', async () => {
  const user = await shown(statuses.chair, { remove_user: refused(null, 'A hub needs at least one chair or deputy chair') })
  await user.click(screen.getByRole('button', { name: 'Remove… S Okafor' }))
  await user.click(within(await dialog('Remove S Okafor?')).getByRole('button', { name: 'Remove' }))
  expect((await screen.findByRole('alert')).textContent).toContain('at least one chair')
})

it('somebody who forgot the passphrase is given another', async () => {
  const user = await shown()
  await user.click(screen.getByRole('button', { name: /passphrase… for Kim Reader/ }))
  const form = within(await dialog('A passphrase for Kim Reader'))
  await user.type(form.getByLabelText('New passphrase'), 'marsh lantern oboe')
  await user.type(form.getByLabelText('New passphrase again'), 'marsh lantern obo')
  await send(user)
  expect(form.getByLabelText('New passphrase again').getAttribute('aria-invalid')).toBe('true')
  await user.type(form.getByLabelText('New passphrase again'), 'e')
  await send(user)
  await waitFor(() => expect(row('Kim Reader').queryByText('no passphrase yet')).toBeNull())
  expect(asked(backend, 'set_passphrase')).toEqual([{ user: 'user-Kim Reader', passphrase: 'marsh lantern oboe' }])
})

it('one’s own passphrase is changed with the present one, which is refused at its field', async () => {
  location.hash = '#/settings/people?passphrase'
  dispatchEvent(new HashChangeEvent('hashchange'))
  const user = await shown(statuses.chair, { change_passphrase: refused('passphrase', 'That is not your passphrase') })
  const form = within(await dialog('Change my passphrase'))
  expect(location.hash).toBe('#/settings/people')
  expect(document.activeElement).toBe(form.getByLabelText('Present passphrase'))
  await user.keyboard('guessed')
  await user.type(form.getByLabelText('New passphrase'), 'kettle otter violin')
  await user.type(form.getByLabelText('New passphrase again'), 'kettle otter violin')
  await send(user)
  await waitFor(() => expect(form.getByLabelText('Present passphrase').getAttribute('aria-invalid')).toBe('true'))
  backend.answer({ change_passphrase: refused('new_passphrase', 'Choose another passphrase') })
  await send(user)
  await waitFor(() => expect(form.getByLabelText('New passphrase').getAttribute('aria-invalid')).toBe('true'))
  backend.answer({ change_passphrase: view })
  await user.click(form.getByRole('button', { name: 'Change passphrase' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(asked(backend, 'change_passphrase').at(-1)).toEqual({ passphrase: 'guessed', new_passphrase: 'kettle otter violin' })
  expect(said()).toContain('Your new passphrase counts from now on.')
})

it('a new recovery key is asked about once, shown once, copied privately, and kept', async () => {
  const user = await shown()
  await user.click(screen.getByRole('button', { name: 'Make a new recovery key…' }))
  await user.click(within(await dialog('Make a new recovery key?')).getByRole('button', { name: 'Make a new recovery key' }))
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Keep the recovery key'))
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(key.split('-'))
  expect(await axeFindings()).toEqual([])
  const write = vi.spyOn(navigator.clipboard, 'writeText')
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  expect(await screen.findByText(/Copied for half a minute/)).toBeTruthy()
  expect(backend.copied).toEqual([key])
  expect(write).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  expect(screen.getByRole('alert').textContent).toContain('it cannot be shown again')
  await user.click(screen.getByLabelText('I have kept it'))
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  expect(await screen.findByText('A Field')).toBeTruthy()
  expect(document.body.textContent).not.toContain('H4VTE')
})

it('a key that was not kept is not lost by going elsewhere unawares', async () => {
  const user = await shown()
  const make = async () => {
    await user.click(screen.getByRole('button', { name: 'Make a new recovery key…' }))
    await user.click(within(await dialog('Make a new recovery key?')).getByRole('button', { name: 'Make a new recovery key' }))
    await screen.findByText('Keep the recovery key')
  }
  await make()
  location.hash = '#/cases'
  await user.click(within(await dialog('Leave without the recovery key?')).getByRole('button', { name: 'Stay and keep it' }))
  expect(location.hash).toBe('#/settings/people')
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(key.split('-'))
  location.hash = '#/cases'
  const question = within(await dialog('Leave without the recovery key?'))
  expect(question.getByText(/a former one opens the hub no more/)).toBeTruthy()
  expect(await axeFindings()).toEqual([])
  await user.click(question.getByRole('button', { name: 'Make another one later' }))
  await waitFor(() => expect(location.hash).toBe('#/cases'))
})

it('a key that was kept lets go of the screen', async () => {
  const user = await shown()
  await user.click(screen.getByRole('button', { name: 'Make a new recovery key…' }))
  await user.click(within(await dialog('Make a new recovery key?')).getByRole('button', { name: 'Make a new recovery key' }))
  await user.click(await screen.findByLabelText('I have kept it'))
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  await screen.findByText('A Field')
  location.hash = '#/cases'
  await waitFor(() => expect(address()).toBe('/cases'))
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('nothing is renewed when one thinks better of it', async () => {
  const user = await shown()
  await user.click(screen.getByRole('button', { name: 'Make a new recovery key…' }))
  await user.click(within(await dialog('Make a new recovery key?')).getByRole('button', { name: 'Cancel' }))
  expect(asked(backend, 'renew_recovery_key')).toEqual([])
})

it('another key for the record takes those along who are here, and says who is left without', async () => {
  const user = await shown()
  await user.click(screen.getByRole('button', { name: 'Make another key for the record…' }))
  const form = within(await dialog('Make another key for the record'))
  expect(form.getByText(/A Field, Kim Reader and S Okafor cannot open the hub before/)).toBeTruthy()
  expect(form.queryByLabelText('T Lowe is here')).toBeNull()
  await user.type(form.getByLabelText('Your passphrase'), 'my own')
  await user.click(form.getByLabelText('S Okafor is here'))
  expect(await axeFindings()).toEqual([])
  await user.click(form.getByRole('button', { name: 'Make another key' }))
  expect(form.getByLabelText('S Okafor’s passphrase').getAttribute('aria-invalid')).toBe('true')
  expect(asked(backend, 'renew_key')).toEqual([])
  await user.type(form.getByLabelText('S Okafor’s passphrase'), 'marsh lantern oboe')
  await user.type(form.getByLabelText('S Okafor’s passphrase again'), 'marsh lantern oboe')
  await user.click(form.getByRole('button', { name: 'Make another key' }))
  expect(await screen.findByText(/^A Field and Kim Reader have no passphrase now/)).toBeTruthy()
  expect(asked(backend, 'renew_key')).toEqual([{ passphrase: 'my own', others: [{ user: 'user-S Okafor', passphrase: 'marsh lantern oboe' }] }])
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(key.split('-'))
})

it.each([
  ['passphrase', 'That is not your passphrase'],
  ['others', 'Choose a passphrase for S Okafor'],
])('a renewal that is refused says so at %s', async (field, message) => {
  const user = await shown(statuses.chair, { renew_key: refused(field, message) })
  await user.click(screen.getByRole('button', { name: 'Make another key for the record…' }))
  const form = within(await dialog('Make another key for the record'))
  await user.type(form.getByLabelText('Your passphrase'), 'my own')
  await send(user)
  await waitFor(() => expect(form.getAllByText(message)).toHaveLength(2))
  expect(form.getByLabelText<HTMLInputElement>('Your passphrase').value).toBe('my own')
  expect(await axeFindings()).toEqual([])
})

it('keys that open older copies only are named, and renewing the copies ends that', async () => {
  const user = await shown()
  expect(screen.getByText(/^T Lowe’s former passphrase opens 3 older copies and a former recovery key opens 1 older copy/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Renew the copies' }))
  await waitFor(() => expect(screen.queryByText(/former passphrase opens/)).toBeNull())
})

it('copies that cannot be renewed are told', async () => {
  const user = await shown(statuses.chair, { renew_copies: refused(null, 'The disk is full; nothing was written') })
  await user.click(screen.getByRole('button', { name: 'Renew the copies' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full')
})

it('whoever came in with the recovery key is told to take a passphrase, without the one that is forgotten', async () => {
  const user = await shown(statuses.recovered)
  expect(screen.getByText(/You came in with the recovery key, in the place of R Dale/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Change my passphrase…' })).toBeNull()
  expect(await axeFindings()).toEqual([])
  backend.answer({ hub_status: statuses.chair })
  await user.click(screen.getByRole('button', { name: 'Give yourself a passphrase…' }))
  const form = within(await dialog('Give yourself a passphrase'))
  await user.type(form.getByLabelText('New passphrase'), 'kettle otter violin')
  await user.type(form.getByLabelText('New passphrase again'), 'kettle otter violin')
  await send(user)
  await waitFor(() => expect(screen.queryByText(/You came in with the recovery key/)).toBeNull())
  expect(asked(backend, 'set_passphrase')).toEqual([{ user: 'user-R Dale', passphrase: 'kettle otter violin' }])
})
