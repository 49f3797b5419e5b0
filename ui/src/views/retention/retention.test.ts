import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { axeFindings } from '../../axe'
import { asked, atDesk } from '../../gallery/at-desk'
import { retention } from '../../gallery/answers/retention'
import Retention from './Retention.svelte'

const chair = ['view', 'record', 'export', 'settings', 'dispose'] as const
const shown = async (rights: readonly (typeof chair)[number][] = chair) => {
  const desk = atDesk({ get_retention: retention }, [...rights])
  render(Retention)
  await screen.findByRole('rowheader', { name: /DEMO\.3/ })
  return { desk, user: userEvent.setup() }
}

it('says of each record why it is there and what stands against its disposal', async () => {
  await shown()
  const held = screen.getByRole('row', { name: /DEMO\.5/ })
  expect(held.textContent).toContain('Closed on 9 Jun 2020, kept for 6 years')
  expect(held.textContent).toContain('complaint to the Ombudsman')
  expect(within(held).queryByRole('button', { name: 'Dispose of DEMO.5' })).toBeNull()
  expect(within(screen.getByRole('row', { name: /DEMO\.8/ })).queryByRole('checkbox')).toBeNull()
  expect(await axeFindings()).toEqual([])
})

it('disposes only after it has named what goes and was given a reason', async () => {
  const { desk, user } = await shown()
  await user.click(screen.getByRole('button', { name: 'Dispose of DEMO.3' }))
  const dialog = await screen.findByRole('dialog', { name: 'Dispose of DEMO.3' })
  expect(dialog.textContent).toContain('The number stays spent')
  await user.click(within(dialog).getByRole('button', { name: 'Dispose for good' }))
  expect(asked(desk, 'dispose_records')).toEqual([])
  await user.type(within(dialog).getByLabelText('Reason'), 'Six years are over')
  await user.click(within(dialog).getByRole('button', { name: 'Dispose for good' }))
  expect(asked(desk, 'dispose_records')).toEqual([{ records: [{ of: 'closed_case', record: 'case-DEMO.3' }], reason: 'Six years are over' }])
})

it('disposes of several that were chosen at once', async () => {
  const { desk, user } = await shown()
  await user.click(screen.getByRole('checkbox', { name: 'Choose DEMO.3 for disposal' }))
  await user.click(screen.getByRole('checkbox', { name: 'Choose R.41 for disposal' }))
  await user.click(screen.getByRole('button', { name: 'Dispose of 2 chosen records' }))
  const dialog = await screen.findByRole('dialog', { name: 'Dispose of 2 records' })
  await user.type(within(dialog).getByLabelText('Reason'), 'Their time is over')
  await user.click(within(dialog).getByRole('button', { name: 'Dispose for good' }))
  expect((asked(desk, 'dispose_records')[0] as { records: unknown[] }).records).toHaveLength(2)
})

it('keeps a record longer and holds one, each with a reason', async () => {
  const { desk, user } = await shown()
  await user.click(screen.getByRole('button', { name: 'Keep DEMO.3 longer' }))
  const keep = await screen.findByRole('dialog', { name: 'Keep longer DEMO.3' })
  await user.click(within(keep).getByRole('button', { name: 'Keep longer' }))
  expect(within(keep).getAllByText(/Choose the day until which it is kept/).length).toBeGreaterThan(0)
  await user.type(within(keep).getByLabelText('Keep until'), '2027-06-01')
  await user.type(within(keep).getByLabelText('Reason'), 'appeal')
  await user.click(within(keep).getByRole('button', { name: 'Keep longer' }))
  expect(asked(desk, 'keep_record')).toEqual([{ record: { of: 'closed_case', record: 'case-DEMO.3' }, until: '2027-06-01', why: 'appeal' }])
  await user.click(screen.getByRole('button', { name: 'Hold DEMO.8' }))
  const hold = await screen.findByRole('dialog', { name: 'Hold DEMO.8' })
  await user.type(within(hold).getByLabelText('Reason'), 'complaint')
  await user.click(within(hold).getByRole('button', { name: 'Hold' }))
  expect(asked(desk, 'hold_record')).toEqual([{ record: { of: 'closed_case', record: 'case-DEMO.8' }, until: null, why: 'complaint' }])
})

it('a refusal keeps what was typed and stands in the dialog', async () => {
  const { desk, user } = await shown()
  desk.answer({
    dispose_records: () => {
      throw { code: 'refused', message: 'DEMO.3 cannot be disposed of: DEMO.3 is open', hint: null, field: null }
    },
  })
  await user.click(screen.getByRole('button', { name: 'Dispose of DEMO.3' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByLabelText('Reason'), 'Six years')
  await user.click(within(dialog).getByRole('button', { name: 'Dispose for good' }))
  expect(await within(dialog).findByText(/DEMO.3 is open/)).toBeTruthy()
  expect((within(dialog).getByLabelText('Reason') as HTMLTextAreaElement).value).toBe('Six years')
})

it('who may not dispose sees no way to, nor may lift a hold', async () => {
  await shown(['view', 'record', 'export'])
  expect(screen.queryByRole('button', { name: /Dispose|Lift/ })).toBeNull()
  expect(screen.queryByRole('checkbox')).toBeNull()
  expect(screen.getByRole('button', { name: 'Hold DEMO.8' })).toBeTruthy()
})

it('tells of backups that still hold it, and of holds under no rule yet', async () => {
  const { desk, user } = await shown()
  expect(screen.getByText(/2 backups in the hub’s folder still hold/)).toBeTruthy()
  expect(screen.getByText(/request to see what is held/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Back up anew and remove them now' }))
  expect(asked(desk, 'renew_backups')).toHaveLength(1)
})
