import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { tableCopies } from '$shared'
import { axeFindings } from '../../axe'
import { access, emptyAccess } from '../../gallery/answers/access'
import { asked, atDesk } from '../../gallery/at-desk'
import { placeOf } from '$frame/router.svelte'
import { wantedIn } from '$frame/preview'
import { routes } from '../../routes'
import Access from './Access.svelte'

beforeEach(() => void (tableCopies.allowed = true))

async function open(more = {}, rights?: Parameters<typeof atDesk>[1]) {
  const backend = atDesk(more, rights)
  render(Access, { id: 'p1' })
  await screen.findByRole('heading', { level: 1, name: /^Who saw what of/ })
  return { backend, user: userEvent.setup({ delay: null }) }
}

const lines = () => within(screen.getByRole('grid', { name: 'Who saw what' })).getAllByRole('row').slice(1)

it('the person, the records and everything that happened stand there, the latest first', async () => {
  const { backend } = await open()
  screen.getByRole('heading', { name: 'Who saw what of Tomos Rhys' })
  screen.getByText('Held in DEMO.45, referral R.62 and ABC.')
  expect(asked(backend, 'get_access')).toEqual([{ person: 'p1' }])
  expect(lines()).toHaveLength(access.rows.length)
  expect(lines()[0]!.textContent).toMatch(/24 Nov 2026, 2\.52 pm.*Alex Marsh, for R Dale.*Copied.*DEMO\.45/s)
  expect(lines().at(-1)!.textContent).toContain('3 Nov 2026')
  expect(screen.getByText(/^From the audit, whose 5,312 rows end with/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Tomos Rhys' }).getAttribute('href')).toBe('#/people/p1')
  expect(await axeFindings()).toEqual([])
})

it('an auditor finds by the way and by the person, also what was done in the place of a chair', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('button', { name: 'Looked at 2' }))
  expect(lines()).toHaveLength(2)
  await user.selectOptions(screen.getByRole('combobox', { name: 'Anybody' }), 'Alex Marsh')
  expect(lines().map((line) => line.textContent)).toEqual([expect.stringContaining('Came to it in the meeting')])
  await user.click(screen.getByRole('button', { name: 'Looked at 1' }))
  expect(lines()).toHaveLength(6)
  await user.click(screen.getByRole('button', { name: 'Changed 0' }))
  await user.click(screen.getByRole('button', { name: 'Show everything' }))
  expect(lines()).toHaveLength(access.rows.length)
})

it('somebody whom the hub does not know any more is said to be so, and the person as such has a word', async () => {
  await open()
  expect(screen.getByRole('row', { name: /18 Nov 2026/ }).textContent).toContain('Not known any more')
  expect(screen.getByRole('row', { name: /12 Nov 2026/ }).textContent).toMatch(/Taken out.*The person/s)
})

it('it is looked at before it is printed, and only whoever may take it out prints', async () => {
  await open()
  const address = screen.getByRole('link', { name: 'Print…' }).getAttribute('href')!.slice(1)
  expect(wantedIn(placeOf(routes, address)!.params.paper!)).toEqual({ paper: 'access_log', person: 'p1' })
})

it('a reader sees the list and prints nothing', async () => {
  await open({}, ['open', 'view'])
  expect(lines()).toHaveLength(access.rows.length)
  expect(screen.queryByRole('link', { name: 'Print…' })).toBeNull()
})

it('rows that are copied are noted as telling of every record of the person', async () => {
  const { user } = await open()
  const noted: unknown[] = []
  Object.assign(tableCopies, { note: async (copied: unknown) => noted.push(copied), put: async () => undefined })
  await user.click(screen.getByRole('button', { name: 'Copy all' }))
  await waitFor(() => expect(noted).toEqual([{ table: 'who saw what', rows: 10, references: ['DEMO.45', 'referral R.62', 'ABC'] }]))
})

it('where nobody has seen anything it says so in words, with what the list rests on', async () => {
  await open(emptyAccess)
  screen.getByText('Nobody has seen anything of this person yet.')
  screen.getByText('No record holds the person any more.')
  screen.getByText(/^From the audit/)
  expect(screen.queryByRole('link', { name: 'Print…' })).toBeNull()
  expect(await axeFindings()).toEqual([])
})
