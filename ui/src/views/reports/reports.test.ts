import { fireEvent, render, screen, within } from '@testing-library/svelte'
import { beforeEach, expect, it } from 'vitest'
import { axeFindings } from '../../axe'
import { answers } from '../../gallery/answers/reports'
import { asked, atDesk } from '../../gallery/at-desk'
import { toPreview } from '$frame/preview'
import { followAddress } from '$frame/router.svelte'
import { periodWords, presets } from '$features/reports/period'
import Reports from './Reports.svelte'

const { get_report } = answers

let stop = () => {}
function at(address: string) {
  location.hash = address
  stop()
  stop = followAddress()
}
beforeEach(() => at('#/reports'))

async function shown(address = '#/reports') {
  at(address)
  const backend = atDesk({ get_report })
  render(Reports)
  await screen.findByRole('table', { name: 'By kind' })
  return backend
}

it('begins with the municipal year of today, and says that it is not over', async () => {
  const backend = await shown()
  expect(asked(backend, 'get_report')).toEqual([{ from: '2026-04-01', to: '2027-03-31' }])
  expect(screen.getByText('1 April 2026 to 31 March 2027, as far as it has gone')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Municipal year 2026–27' }).getAttribute('aria-pressed')).toBe('true')
})

it('a figure opens as many rows as it counts, and each leads to its case', async () => {
  await shown('#/reports?from=2026-04-01&to=2027-03-31&figure=cases|by_kind|property|open_at_end')
  const list = within(screen.getByRole('complementary'))
  expect(list.getByRole('heading', { name: 'Cases: Property' })).toBe(document.activeElement)
  const links = list.getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['#/cases/DEMO.38', '#/cases/DEMO.39', '#/cases/DEMO.40'])
  const figure = within(screen.getByRole('table', { name: 'By kind' })).getAllByRole('link', { current: true })
  expect(figure.map((link) => link.textContent)).toEqual(['3'])
})

it('a figure without rows leads nowhere, and one with rows has an address of its own', async () => {
  await shown()
  const cells = within(screen.getByRole('table', { name: 'Closed, by why' }))
  const query = new URLSearchParams(cells.getByRole('link', { name: '2' }).getAttribute('href')!.split('?')[1])
  expect(query.get('figure')).toBe('cases|by_closure|handed_over|closed')
  const source = within(screen.getByRole('table', { name: /^New cases/ }))
  expect(within(source.getByRole('row', { name: /Another forum/ })).queryByRole('link')).toBeNull()
})

it('a period that ends before it begins is refused at its last day', async () => {
  await shown('#/reports?from=2026-05-01&to=2026-05-31')
  await fireEvent.input(screen.getByLabelText('Last day'), { target: { value: '2026-04-01' } })
  await fireEvent.click(screen.getByRole('button', { name: 'Count' }))
  expect(await screen.findByText(/begins after the day/)).toBeTruthy()
  expect(screen.getByLabelText('Last day').getAttribute('aria-invalid')).toBe('true')
  expect(screen.queryByRole('table')).toBeNull()
})

it('the municipal year turns on the first of April', () => {
  expect(presets('2026-03-31')[0]).toMatchObject({ from: '2025-04-01', to: '2026-03-31', words: 'Municipal year 2025–26' })
  expect(presets('2026-04-01')[0]).toMatchObject({ from: '2026-04-01', to: '2027-03-31' })
  expect(periodWords({ from: '2025-04-01', to: '2026-03-31' }, '2026-04-01')).toBe('1 April 2025 to 31 March 2026')
})

it('holds nothing that axe minds, with a list opened', async () => {
  await shown('#/reports?from=2026-04-01&to=2027-03-31&figure=cases|by_kind|all|new')
  expect(await axeFindings()).toEqual([])
})

it('leads to the report on paper, whole and for publication', async () => {
  await shown()
  const period = { paper: 'year_report', from: '2026-04-01', to: '2027-03-31' } as const
  for (const [name, published] of [['Print', false], ['Print for publication', true]] as const) {
    expect(screen.getByRole('link', { name }).getAttribute('href')).toBe(toPreview({ ...period, published }))
  }
})
