import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import type { Component } from 'svelte'
import { expect, it } from 'vitest'
import { followAddress } from '$frame/router.svelte'
import { tableCopies } from '$shared'
import { atDesk } from '../gallery/at-desk'
import Actions from './actions/Actions.svelte'
import Agencies from './agencies/Agencies.svelte'
import Cases from './cases/Cases.svelte'
import Disclosures from './disclosures/Disclosures.svelte'
import Orders from './orders/Orders.svelte'
import Referrals from './referrals/Referrals.svelte'

const entry = { id: 'd1', serial: 1, at: 0, by: 'A Field', agency: null, to: 'Dr A Shah', what: 'an action', references: ['DEMO.45', 'R.2'], why: '', copy: null, withdrawn: false }

it.each<[path: string, table: string, Component, references: string[]]>([
  ['/cases', 'cases', Cases as Component, ['DEMO.45']],
  ['/actions', 'actions', Actions as Component, ['DEMO.45']],
  ['/orders', 'orders', Orders as Component, ['R.62']],
  ['/referrals', 'referrals', Referrals as Component, ['R.62']],
  ['/disclosures', 'disclosures', Disclosures as Component, ['DEMO.45', 'R.2']],
  ['/agencies', 'agencies', Agencies as Component, []],
])('rows that leave %s are noted as %s, with the references they tell of', async (path, table, view, references) => {
  location.hash = path
  followAddress()()
  atDesk({ list_disclosures: { entries: [{ on: '2026-11-20', disclosure: entry }], why: '' } })
  const noted: Parameters<typeof tableCopies.note>[0][] = []
  Object.assign(tableCopies, { allowed: true, note: async (copied: (typeof noted)[number]) => noted.push(copied), put: async () => undefined })
  render(view)
  await userEvent.click(await screen.findByRole('button', { name: 'Copy all' }))
  await waitFor(() => expect(noted).toHaveLength(1))
  expect(noted[0]!.table).toBe(table)
  expect(noted[0]!.rows).toBeGreaterThan(0)
  expect(noted[0]!.references).toEqual(expect.arrayContaining(references))
  expect(noted[0]!.references.every((reference) => /^[A-Z]+\.\d+/.test(reference))).toBe(true)
  if (!references.length) expect(noted[0]!.references).toEqual([])
})
