import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { axeFindings } from '../../axe'
import { answers, view } from '../../gallery/answers/cases'
import { asked, atDesk } from '../../gallery/at-desk'
import CloseDialog from './CloseDialog.svelte'

const today = '2026-11-19'
// Because other screens lay out cases of their own.
const { get_closure_checklist, close_case } = answers

async function laidOut(more = {}) {
  const backend = atDesk({ get_closure_checklist, close_case, list_drafts: { drafts: [] }, save_draft: {}, ...more })
  const [onscore, onsaved, onclose] = [vi.fn(), vi.fn(), vi.fn()]
  render(CloseDialog, { view, today, onscore, onsaved, onclose })
  await screen.findByText('Open actions')
  return { backend, onsaved, onclose, user: userEvent.setup() }
}

const open = view.actions.filter(({ status }) => status !== 'done')
const radios = (name: string) => screen.getAllByRole('radio', { name })

/** Lets every open action go. */
async function settle(user: ReturnType<typeof userEvent.setup>) {
  for (const radio of radios('Superseded')) await user.click(radio)
}

it('a case closes once every open action is settled, with its score and its summary', async () => {
  const { backend, user, onclose } = await laidOut()
  await user.click(screen.getByLabelText('It is scored again'))
  await user.type(screen.getByRole('textbox', { name: 'Closing score' }), '35')
  await settle(user)
  await user.click(screen.getByLabelText(/Victim contact/))
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>(/Closing summary/).value).toContain('35 at closure'))
  await user.click(screen.getByRole('button', { name: 'Close case' }))
  expect(asked(backend, 'close_case')).toMatchObject([
    {
      case: 'c-45', on: today, score: 35, no_score_because: null, hand_over_to: null,
      answers: {
        actions: open.map(({ id }) => ({ action: id, ending: 'superseded', reason: '' })),
        orders: [{ order: 'o-1', watched_by: 'Northbridge Police' }], told: ['Victim contact (T.R.)'], told_besides: '',
      },
    },
  ])
  expect(onclose).toHaveBeenCalledOnce()
})

it('an open action that nobody settled keeps the case open and is named at its place', async () => {
  const { backend, user } = await laidOut()
  await user.click(screen.getByLabelText('It is not, because …'))
  await user.type(screen.getByLabelText('Reason for no closing score'), 'moved away')
  await user.click(screen.getByRole('button', { name: 'Close case' }))
  expect(screen.getAllByText(new RegExp(`Say what becomes of ${open[0]!.number}`)).length).toBeGreaterThan(1)
  expect(asked(backend, 'close_case')).toEqual([])
  await user.click(radios('Stays open')[0]!)
  await user.click(screen.getByRole('button', { name: 'Close case' }))
  expect(screen.getAllByText(new RegExp(`Say why ${open[0]!.number} stays open`)).length).toBeGreaterThan(0)
  expect(asked(backend, 'close_case')).toEqual([])
})

it('a case does not close without a score or the reason for none, and says which is missing', async () => {
  const { backend, user } = await laidOut()
  await settle(user)
  await user.click(screen.getByRole('button', { name: 'Close case' }))
  expect(screen.getByText('Choose whether there is a closing score')).toBeTruthy()
  await user.click(screen.getByLabelText('It is not, because …'))
  await user.click(screen.getByRole('button', { name: 'Close case' }))
  expect(screen.getByText('Say why there is no closing score')).toBeTruthy()
  expect(asked(backend, 'close_case')).toEqual([])
})

it('a closing score that was given before is enough', async () => {
  const before = { ...(get_closure_checklist as (request: object) => object)({ score: null, hand_over_to: null, actions: [] }), actions: [], score_already: 31 }
  const { backend, user } = await laidOut({ get_closure_checklist: before })
  await user.click(screen.getByRole('button', { name: 'Close case' }))
  expect(asked(backend, 'close_case')).toMatchObject([{ score: null, no_score_because: null }])
})

it('handing over names the scheme and settles the same', async () => {
  const { backend, user } = await laidOut()
  await user.click(screen.getByLabelText('Handed over to a scheme'))
  await user.type(screen.getByLabelText('Scheme'), 'SAFE')
  await user.click(screen.getByLabelText('It is not, because …'))
  await user.type(screen.getByLabelText('Reason for no closing score'), 'their matrix')
  await settle(user)
  await user.click(screen.getByRole('button', { name: 'Hand over' }))
  expect(asked(backend, 'close_case')).toMatchObject([{ hand_over_to: 'SAFE', score: null, no_score_because: 'their matrix' }])
})

it('a summary that was written stays, whatever the record says meanwhile, until it is drafted again', async () => {
  const { user } = await laidOut()
  const summary = screen.getByLabelText<HTMLTextAreaElement>(/Closing summary/)
  await user.clear(summary)
  await user.type(summary, 'Quiet since Easter.')
  await settle(user)
  expect(summary.value).toBe('Quiet since Easter.')
  await user.click(screen.getByRole('button', { name: 'Draft it again from the record' }))
  expect(summary.value).toContain('Opened on 6 October 2026')
})

it('a refused closing shows at its field and keeps what was typed', async () => {
  const refusal = () => {
    throw { code: 'refused', message: 'It cannot be closed before it was opened', hint: null, field: 'on' }
  }
  const { user, onclose } = await laidOut({ close_case: refusal })
  await user.click(screen.getByLabelText('It is scored again'))
  await user.type(screen.getByRole('textbox', { name: 'Closing score' }), '35')
  await settle(user)
  await user.click(screen.getByRole('button', { name: 'Close case' }))
  expect(screen.getByLabelText('Closed on').getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('It cannot be closed before it was opened')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Closing score' }).value).toBe('35')
  expect(onclose).not.toHaveBeenCalled()
})

it('the checklist holds nothing that axe minds', async () => {
  await laidOut()
  expect(await axeFindings()).toEqual([])
})
