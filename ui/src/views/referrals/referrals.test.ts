import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { axeFindings } from '../../axe'
import { answers } from '../../gallery/answers/referrals'
import { asked, atDesk } from '../../gallery/at-desk'
import { followAddress } from '$frame/router.svelte'
import NewReferral from './NewReferral.svelte'
import Referral from './Referral.svelte'
import Referrals from './Referrals.svelte'

const { list_referrals, get_referral, table_referral, add_referral, find_duplicates } = answers

beforeEach(() => {
  location.hash = '#/referrals'
  followAddress()()
})

it('a status leads to its rows and stands in the address', async () => {
  atDesk({ list_referrals })
  const user = userEvent.setup()
  render(Referrals)
  await user.click(await screen.findByRole('button', { name: 'Not adopted 2' }))
  expect(location.hash).toBe('#/referrals?status=not_adopted')
  const grid = screen.getByRole('grid', { name: 'Referrals' })
  expect(within(grid).getAllByRole('row')).toHaveLength(3)
})

it('what cannot be tabled is named before and after somebody tries', async () => {
  const backend = atDesk({ get_referral, table_referral })
  const user = userEvent.setup()
  render(Referral, { id: 'r62' })
  expect(await screen.findByText('“What has been tried, did it work, why” is empty.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Table for the next meeting' }))
  expect(await screen.findByText(/is empty, so the referral cannot be tabled yet/)).toBeTruthy()
  expect(asked(backend, 'table_referral')).toEqual([{ id: 'r62', override_reason: null }])
})

it('a coordinator is not offered to pass the gate, the chair is', async () => {
  atDesk({ get_referral })
  const shown = render(Referral, { id: 'r62' })
  await screen.findByText('It cannot be tabled yet.')
  expect(screen.queryByRole('button', { name: 'Table all the same' })).toBeNull()
  shown.unmount()
  atDesk({ get_referral }, ['open', 'view', 'record', 'override_gate'])
  render(Referral, { id: 'r62' })
  expect(await screen.findByRole('button', { name: 'Table all the same' })).toBeTruthy()
})

it('an adopted referral leads to its case and is edited no more', async () => {
  atDesk({ get_referral })
  render(Referral, { id: 'r58' })
  expect((await screen.findByRole('link', { name: 'DEMO.45' })).getAttribute('href')).toBe('#/cases/DEMO.45')
  for (const name of ['Edit', 'Return', 'Signpost', 'Table for the next meeting']) expect(screen.queryByRole('button', { name })).toBeNull()
})

it('what is typed is journalled, comes back, and is forgotten once it is taken down', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const backend = atDesk({ add_referral })
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  const first = render(NewReferral)
  await user.type(await screen.findByRole('textbox', { name: /The problem/ }), 'Noise')
  await vi.advanceTimersByTimeAsync(1_500)
  const kept = asked(backend, 'save_draft').at(-1) as { key: string; text: string }
  expect(kept.key).toBe('referral/new/form')
  expect(JSON.parse(kept.text)).toMatchObject({ problem: 'Noise' })
  first.unmount()
  vi.useRealTimers()

  const again = atDesk({ add_referral, list_drafts: { drafts: [{ ...kept, at: 0 }] } })
  const hand = userEvent.setup()
  render(NewReferral)
  expect(await screen.findByText('What you typed earlier is here again.')).toBeTruthy()
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /The problem/ }).value).toBe('Noise')
  await hand.click(screen.getByRole('button', { name: 'Record referral' }))
  await waitFor(() => expect(location.hash).toBe('#/referrals/r61'))
  expect(asked(again, 'add_referral')).toMatchObject([{ problem: 'Noise', source: 'partner', received_on: '2026-11-19' }])
  expect(asked(again, 'discard_drafts')).toEqual([{ prefix: 'referral/new/form' }])
})

it('a refused form keeps everything and leads to what is wrong', async () => {
  const backend = atDesk({ list_drafts: { drafts: [] } })
  const user = userEvent.setup()
  render(NewReferral)
  await user.type(await screen.findByRole('textbox', { name: /Short title/ }), 'Mill Court')
  await user.click(screen.getByRole('button', { name: 'Record referral' }))
  await user.click(await screen.findByRole('link', { name: 'Say what the problem is' }))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /The problem/ }))
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Short title/ }).value).toBe('Mill Court')
  expect(asked(backend, 'add_referral')).toEqual([])
})

it('a known person is shown while the name is typed, and one press takes them', async () => {
  const backend = atDesk({ add_referral, find_duplicates, list_drafts: { drafts: [] } })
  const user = userEvent.setup()
  render(NewReferral)
  await user.type(await screen.findByRole('textbox', { name: /The problem/ }), 'Noise')
  await user.click(screen.getByRole('button', { name: 'Add a person' }))
  await user.type(within(screen.getByRole('dialog')).getByRole('textbox', { name: /^Name/ }), 'Tamsin Row')
  expect(await screen.findByText('nearly the same spelling: Tamsin Rowe · same address: 14 Lantern Row')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'R.56, not adopted 29 Sept 2026' }).getAttribute('href')).toBe('#/referrals/r56')
  await user.click(screen.getByRole('button', { name: 'Take Tamsin Rowe' }))
  expect(screen.getByText('Choose what the person is in this matter')).toBeTruthy()
  await user.selectOptions(screen.getByRole('combobox', { name: 'In this matter' }), 'victim')
  await user.click(screen.getByRole('button', { name: 'Take Tamsin Rowe' }))
  await user.click(screen.getByRole('button', { name: 'Record referral' }))
  await waitFor(() => expect(asked(backend, 'add_referral')).toHaveLength(1))
  const [sent] = asked(backend, 'add_referral') as [{ kept_subjects: { role: string }[]; new_subjects: unknown[] }]
  expect(sent.kept_subjects).toMatchObject([{ role: 'victim' }])
  expect(sent.new_subjects).toEqual([])
})

it('a guide opens when it matters, and what is answered goes with the form', async () => {
  const backend = atDesk({ add_referral, list_drafts: { drafts: [] } })
  const user = userEvent.setup()
  render(NewReferral)
  await user.type(await screen.findByRole('textbox', { name: /The problem/ }), 'Noise')
  expect(screen.queryByRole('group', { name: 'CCTV?' })).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: 'A place' }))
  await user.click(within(screen.getByRole('group', { name: 'CCTV?' })).getByRole('button', { name: 'no' }))
  await user.click(screen.getByRole('button', { name: 'Record referral' }))
  await waitFor(() => expect(asked(backend, 'add_referral')).toHaveLength(1))
  expect(asked(backend, 'add_referral')).toMatchObject([{ guides: ['location'], answers: { 'location.cctv': { chosen: ['no'], text: '' } } }])
})

it('the form is looked at blank from the list and filled from a referral', async () => {
  atDesk({ list_referrals, get_referral }, ['open', 'view', 'record', 'export'])
  const wanted = (link: HTMLElement) => JSON.parse(decodeURIComponent(link.getAttribute('href')?.replace('#/preview/', '') ?? ''))
  const list = render(Referrals)
  expect(wanted(await screen.findByRole('link', { name: 'Blank form' }))).toEqual({ paper: 'referral', referral: null })
  list.unmount()
  render(Referral, { id: 'r62' })
  expect(wanted(await screen.findByRole('link', { name: 'Print the form' }))).toEqual({ paper: 'referral', referral: 'r62' })
})

it('list, form and referral hold nothing that axe minds', async () => {
  atDesk({ list_referrals, get_referral })
  for (const [screenOf, props, wait] of [[Referrals, {}, 'received'], [NewReferral, {}, 'Who refers'], [Referral, { id: 'r62' }, '5 of 8 replied']] as const) {
    const shown = render(screenOf as typeof Referral, props as { id: string })
    await screen.findAllByText(wait)
    expect(await axeFindings()).toEqual([])
    shown.unmount()
  }
})
