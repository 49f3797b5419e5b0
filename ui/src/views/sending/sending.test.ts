import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Failure, IssueView } from '$backend'
import type { Answers } from '$backend/fake'
import { today } from '$frame/hub.svelte'
import { wantedIn } from '$frame/preview'
import { placeOf } from '$frame/router.svelte'
import { ConfirmDialog } from '$shared'
import { axeFindings } from '../../axe'
import { afresh, answers } from '../../gallery/answers/issues'
import { asked, atDesk } from '../../gallery/at-desk'
import { routes } from '../../routes'
import Disclosures from '../disclosures/Disclosures.svelte'
import Sending from './Sending.svelte'

// Because a whole screen in jsdom on a busy machine takes its time, and only a hang should fail.
vi.setConfig({ testTimeout: 60_000 })

const issue = (change: Partial<IssueView> = {}): IssueView => ({ ...(answers.get_issue as unknown as () => IssueView)(), ...change })

beforeEach(afresh)

async function open(more: Answers = {}, rights?: Parameters<typeof atDesk>[1]) {
  const backend = atDesk({ ...answers, ...more }, rights)
  render(Sending, { id: 'm1', paper: 'agenda' })
  await screen.findByRole('heading', { name: /^Agenda pack/ })
  return { backend, user: userEvent.setup({ delay: null }) }
}

const row = (name: RegExp) => screen.getByRole('row', { name })

it('says who gets what, and who gets nothing and why', async () => {
  await open()
  expect(row(/Northbridge Homes/).textContent).toMatch(/Own items.*DEMO\.17, DEMO\.31, DEMO\.45/)
  expect(row(/Northbridge Police/).textContent).toContain('and 2 more')
  expect(row(/Youth Justice/).textContent).toContain('Sheet only')
  screen.getByText('Nothing goes to Library Service: no item of their own.')
  expect(await axeFindings()).toEqual([])
})

it('makes every copy into the chosen folder, and a tick says that one was sent', async () => {
  const { backend, user } = await open()
  await user.click(screen.getByRole('button', { name: 'Make the copies…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Make the copies' }))
  await user.click(dialog.getByRole('button', { name: 'Make the copies' }))
  await dialog.findAllByText('Choose the folder that the files are to lie in')
  await user.click(dialog.getByRole('button', { name: 'Choose…' }))
  await user.click(dialog.getByRole('button', { name: 'Make the copies' }))
  await screen.findByText(/3 copies with 27 pages lie in \/sample\/packs/)
  expect(asked(backend, 'run_issue')).toEqual([{ meeting: 'm1', paper: 'agenda', folder: '/sample/packs', only: [], passphrase: '', boxes_agreed: false }])
  await user.click(await screen.findByRole('checkbox', { name: 'Sent to Northbridge Homes' }))
  expect(asked(backend, 'set_copy_sent')).toEqual([{ copy: 'copy-housing', sent: true, how: '' }])
  await screen.findByText(/1 of 3 copies sent/)
})

it('told that a character prints as a box, the copies are made only once that is agreed', async () => {
  const folder = '/sample/packs'
  const { backend, user } = await open({
    run_issue: ({ boxes_agreed }) => {
      if (!boxes_agreed) throw { code: 'open_ends', message: '1 character is in none of the typefaces: “李” in “李”, page 3, DEMO.45', hint: 'Print boxes in their place, or correct the text first', field: null } satisfies Failure
      return { copies: 3, pages: 27, folder, missing_characters: ['李'], view: issue() }
    },
  })
  render(ConfirmDialog)
  await user.click(screen.getByRole('button', { name: 'Make the copies…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Make the copies' }))
  await user.click(dialog.getByRole('button', { name: 'Choose…' }))
  await user.click(dialog.getByRole('button', { name: 'Make the copies' }))
  await user.click(await screen.findByRole('button', { name: 'Go back' }))
  expect(dialog.getByLabelText<HTMLInputElement>('Folder').value).toBe(folder)
  await user.click(dialog.getByRole('button', { name: 'Make the copies' }))
  await user.click(await screen.findByRole('button', { name: 'Print boxes in their place' }))
  await screen.findByText(/3 copies with 27 pages lie in/)
  expect(asked(backend, 'run_issue').map((request) => (request as { boxes_agreed: boolean }).boxes_agreed)).toEqual([false, false, true])
})

it('a password is typed twice before a file asks for it', async () => {
  const { backend, user } = await open()
  await user.click(screen.getByRole('button', { name: 'Make the copy of Northbridge Homes' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Copy for Northbridge Homes' }))
  await user.click(dialog.getByRole('button', { name: 'Choose…' }))
  await user.type(dialog.getByLabelText(/^Password for the files/), 'four horses')
  await user.click(dialog.getByRole('button', { name: 'Make the copy' }))
  await dialog.findAllByText('The two passwords differ; type it again')
  expect(asked(backend, 'run_issue')).toEqual([])
  await user.type(dialog.getByLabelText(/^The same again/), 'four horses')
  await user.click(dialog.getByRole('button', { name: 'Make the copy' }))
  await waitFor(() => expect(asked(backend, 'run_issue')).toMatchObject([{ only: ['housing'], passphrase: 'four horses' }]))
})

it('what changed since it went out is named, and frozen as the next version', async () => {
  const { backend, user } = await open({ get_issue: issue({ changed_since: ['DEMO.45 changed'] }), issue_agenda: {} as never })
  screen.getByText(/Since version 1: DEMO\.45 changed\./)
  await user.click(screen.getByRole('button', { name: 'Freeze these changes as version 2' }))
  expect(asked(backend, 'issue_agenda')).toEqual([{ meeting: 'm1' }])
})

it('before it is issued nothing goes out, and the way to the agenda is shown', async () => {
  await open({ get_issue: issue({ versions: [], recipients: [], not_yet: 'Issue the agenda first: what goes out is frozen as version 1' }) })
  expect(screen.queryByRole('button', { name: /Make the copies/ })).toBeNull()
  screen.getByRole('link', { name: 'Open the agenda' })
})

it('a reader sees who got it and makes nothing', async () => {
  await open({}, ['open', 'view'])
  expect(screen.queryByRole('button', { name: /Make/ })).toBeNull()
})

it('what was told by telephone is noted in the log', async () => {
  const backend = atDesk(answers)
  const user = userEvent.setup({ delay: null })
  render(Disclosures)
  await screen.findByText('Nothing was disclosed yet.')
  await user.click(screen.getByRole('button', { name: 'Note a disclosure…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Note a disclosure' }))
  await user.click(dialog.getByRole('button', { name: 'Note it' }))
  await dialog.findAllByText('Say to whom it was disclosed')
  await user.type(dialog.getByLabelText(/^To whom/), 'Dr A Shah')
  await user.type(dialog.getByLabelText(/^What/), 'that an action is overdue')
  await user.type(dialog.getByLabelText(/^Cases and referrals/), 'CSH.1, R.2')
  await user.click(dialog.getByRole('button', { name: 'Note it' }))
  await screen.findByText('Dr A Shah')
  expect(asked(backend, 'add_disclosure')).toEqual([{ agency: null, to: 'Dr A Shah', what: 'that an action is overdue', references: ['CSH.1', 'R.2'], why: '' }])
  expect(await axeFindings()).toEqual([])
})

it('the log of the municipal year to date is looked at before it is printed, and the days can be others', async () => {
  const entry = { id: 'd1', serial: 1, at: 0, by: 'A Field', agency: null, to: 'Dr A Shah', what: 'an action', references: ['DEMO.45'], why: '', copy: null, withdrawn: false }
  atDesk({ ...answers, list_disclosures: { entries: [{ on: '2026-11-20', disclosure: entry }], why: '' } })
  const user = userEvent.setup({ delay: null })
  render(Disclosures)
  await user.click(await screen.findByRole('button', { name: 'Print…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Print the disclosure log' }))
  expect([dialog.getByLabelText<HTMLInputElement>('First day').value, dialog.getByLabelText<HTMLInputElement>('Last day').value]).toEqual(['2026-04-01', today()])
  expect(await axeFindings()).toEqual([])
  await user.clear(dialog.getByLabelText('Last day'))
  await user.type(dialog.getByLabelText('Last day'), '2026-03-01')
  await user.click(dialog.getByRole('button', { name: 'Look at it' }))
  await dialog.findAllByText('The last day lies before the first')
  await user.clear(dialog.getByLabelText('Last day'))
  await user.type(dialog.getByLabelText('Last day'), '2026-10-31')
  await user.click(dialog.getByRole('button', { name: 'Look at it' }))
  expect(wantedIn(placeOf(routes, location.hash.slice(1))!.params.paper!)).toEqual({ paper: 'disclosure_log', from: '2026-04-01', to: '2026-10-31' })
})

it('an empty log offers no printing', async () => {
  atDesk(answers)
  render(Disclosures)
  await screen.findByText('Nothing was disclosed yet.')
  expect(screen.queryByRole('button', { name: 'Print…' })).toBeNull()
})
