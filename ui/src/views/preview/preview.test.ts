import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { PageMark } from '$backend'
import { pressed } from '$shared'
import { axeFindings } from '../../axe'
import { previewOf } from '../../gallery/answers/papers'
import { asked, atDesk } from '../../gallery/at-desk'
import Preview from './Preview.svelte'

const wanted = { paper: 'agenda', meeting: 'm1' }
const paper = JSON.stringify(wanted)
const boxes = [{ page: 3, place: 'DEMO.45', character: '李', word: '李' }]
const press = (key: string, more: KeyboardEventInit = {}) => pressed(new KeyboardEvent('keydown', { key, cancelable: true, ...more }))

it('a paper is looked at page by page, and that it was opened is said once', async () => {
  const backend = atDesk()
  render(Preview, { paper })
  const first = await screen.findByRole('img', { name: 'Page 1 of 7, front sheet' })
  expect(first.dataset.drawn).toBe('page 1')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Agenda pack, 24 November 2026')
  await waitFor(() => expect(asked(backend, 'preview_paper').length).toBeGreaterThan(1))
  const openings = asked(backend, 'preview_paper').map((request) => (request as { opening: boolean }).opening)
  expect(openings.filter(Boolean)).toEqual([true])
  expect(openings[0]).toBe(true)
  expect(asked(backend, 'make_paper')).toEqual([])
})

it('the keys of the screen turn pages, size them and lead back', async () => {
  atDesk()
  render(Preview, { paper })
  await screen.findByRole('img', { name: /Page 1 of 7/ })
  press('End')
  expect(await screen.findByText((_, element) => element?.textContent === 'Page 7 of 7')).toBeTruthy()
  press('ArrowLeft')
  expect(await screen.findByText((_, element) => element?.textContent === 'Page 6 of 7')).toBeTruthy()
  press('Home')
  expect(await screen.findByText((_, element) => element?.textContent === 'Page 1 of 7')).toBeTruthy()
  const fit = screen.getByRole('button', { name: 'Fit width' })
  expect(fit.getAttribute('aria-pressed')).toBe('true')
  press('+', { shiftKey: true })
  await waitFor(() => expect(fit.getAttribute('aria-pressed')).toBe('false'))
  press('g')
  await waitFor(() => expect(screen.getByRole('button', { name: 'Grey' }).getAttribute('aria-pressed')).toBe('true'))
})

it('one key saves the ordinary file', async () => {
  const backend = atDesk()
  render(Preview, { paper })
  await screen.findByRole('img', { name: /Page 1 of 7/ })
  press('s', { ctrlKey: true })
  await waitFor(() => expect(asked(backend, 'make_paper')).toEqual([{ wanted, save_as: '/sample/Hub Tasking 7 agenda 2026-11-24.pdf' }]))
  expect(await screen.findByText(/is saved, 7 pages/)).toBeTruthy()
})

it('what is chosen for printing makes a copy of its own, and what it takes is said', async () => {
  const backend = atDesk()
  const user = userEvent.setup()
  render(Preview, { paper })
  const panel = await screen.findByRole('region', { name: 'For printing' })
  await waitFor(() => expect((screen.getByLabelText('To page') as HTMLInputElement).value).toBe('7'))
  await user.clear(screen.getByLabelText('From page'))
  await user.type(screen.getByLabelText('From page'), '9')
  expect((await within(panel).findByRole('alert')).textContent).toBe('Give two pages from 1 to 7.')
  expect((within(panel).getByRole('button', { name: /Open to print/ }) as HTMLButtonElement).disabled).toBe(true)
  await user.clear(screen.getByLabelText('From page'))
  await user.type(screen.getByLabelText('From page'), '3')
  await user.click(screen.getByRole('checkbox', { name: 'Double-sided' }))
  await user.click(screen.getByRole('checkbox', { name: 'Two pages on a sheet' }))
  await waitFor(() => expect(within(panel).getByRole('status').textContent).toBe('3 sides on 2 sheets of paper'))
  await user.click(within(panel).getByRole('button', { name: /Open to print/ }))
  await waitFor(() => expect(backend.opened).toEqual(['/sample/agenda to print.pdf']))
  expect(asked(backend, 'print_paper')).toEqual([{ wanted, choices: { pages: { first: 3, last: 7 }, sides: 'double_parts_in_front', two_up: true }, save_as: null }])
  expect(asked(backend, 'make_paper')).toEqual([])
})

it('what no typeface has is named before anything is saved or opened, and once agreed to is not asked again', async () => {
  const backend = atDesk({ preview_paper: (request) => previewOf(request, boxes) })
  const user = userEvent.setup()
  render(Preview, { paper })
  expect(await screen.findByText('1 character will print as a box')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Open in the viewer' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText('page 3, DEMO.45')).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: 'Go back' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(asked(backend, 'make_paper')).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Open in the viewer' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Print with boxes' }))
  await waitFor(() => expect(backend.opened).toHaveLength(1))
  await user.click(screen.getByRole('button', { name: 'Open in the viewer' }))
  await waitFor(() => expect(backend.opened).toHaveLength(2))
})

it('a change of the record draws anew what it changed in the pages in sight, the large ones first', async () => {
  let later = false
  const backend = atDesk({
    preview_paper: (request) => {
      const answer = previewOf(request)
      const drawn = answer.pictures.map((each) => (later ? { ...each, key: `${each.key} later`, marks: [...each.marks!].reverse() } : each))
      return { ...answer, pictures: drawn.map((each) => (request.known.includes(each.key) ? { ...each, marks: null } : each)) }
    },
  })
  render(Preview, { paper })
  const shown = () => screen.getByRole('img', { name: /Page 1 of 7/ }).dataset.drawn
  await screen.findByRole('img', { name: /Page 1 of 7/ })
  const first = shown()
  const times = () => asked(backend, 'preview_paper').length
  const before = times()
  backend.emit('changed', { what: ['history'], changes: 1 })
  backend.emit('changed', { what: ['case'], changes: 2 })
  await waitFor(() => expect(times()).toBeGreaterThan(before))
  expect(shown(), 'nothing of what it says changed').toBe(first)
  later = true
  backend.emit('changed', { what: ['case'], changes: 3 })
  const small = () => document.querySelector<HTMLElement>('nav[aria-label=Pages] canvas')?.dataset.drawn
  const smallFirst = small()
  await waitFor(() => expect(shown()).not.toBe(first))
  expect(small(), 'what is looked at comes first').toBe(smallFirst)
  await waitFor(() => expect(small()).not.toBe(smallFirst))
  backend.emit('changed', { what: ['case'], changes: 4 })
  await waitFor(() => expect(asked(backend, 'preview_paper').at(-1)).toMatchObject({ known: expect.arrayContaining(['page 1 later']) }))
})

it('a page is drawn with the outlines that came with it, which are asked for once, and anew when it becomes larger', async () => {
  const fills = vi.fn()
  const pen = { fillRect: vi.fn(), setTransform: vi.fn(), stroke: vi.fn(), fill: fills }
  const taken = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as never)
  const glyphs: PageMark[] = [{ mark: 'line', ink: '#123456', scale: 0.01, left: 51, baseline: 100, glyphs: [65_536, 0] }]
  const backend = atDesk({
    preview_paper: (request) => {
      const answer = previewOf(request)
      const outlines = request.outlined.includes(65_536) ? [] : [{ glyph: 65_536, steps: 'm1 2h3z' }]
      return { ...answer, outlines, pictures: answer.pictures.map((each) => ({ ...each, marks: glyphs })) }
    },
  })
  render(Preview, { paper })
  await screen.findByRole('img', { name: /Page 1 of 7/ })
  expect(fills.mock.calls[0]?.[0]).toBeInstanceOf(Path2D)
  await waitFor(() => expect(asked(backend, 'preview_paper').length).toBeGreaterThan(1))
  const known = asked(backend, 'preview_paper').map((request) => (request as { outlined: number[] }).outlined.includes(65_536))
  expect([known[0], known.at(-1)]).toEqual([false, true])
  const before = fills.mock.calls.length
  press('+', { shiftKey: true })
  await waitFor(() => expect(fills.mock.calls.length).toBeGreaterThan(before))
  taken.mockRestore()
})

it('a paper that cannot be laid out says why, and another address names no paper', async () => {
  const refused = { code: 'refused', message: 'The meeting has not begun; there are no minutes yet', hint: null, field: null }
  atDesk({
    preview_paper: () => {
      throw refused
    },
  })
  const { unmount } = render(Preview, { paper })
  expect(await screen.findByText(/there are no minutes yet/)).toBeTruthy()
  unmount()
  render(Preview, { paper: 'nonsense' })
  expect(await screen.findByText('This address names no paper.')).toBeTruthy()
})

it('the preview holds nothing that axe minds', async () => {
  atDesk({ preview_paper: (request) => previewOf(request, boxes) })
  render(Preview, { paper })
  await screen.findByRole('img', { name: /Page 1 of 7/ })
  expect(await axeFindings()).toEqual([])
})
