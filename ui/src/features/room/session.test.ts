import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useBackend, type RoomView } from '$backend'
import { fake, type Answers, type Fake } from '$backend/fake'
import { drawn } from '$shared/frames'
import { room } from '../../gallery/invented/room'
import { RoomSession } from './session.svelte'

let backend: Fake
let session: RoomSession
const at = (changes: number): RoomView => ({ ...room(), changes })
const asked = () => backend.calls.map(({ command }) => command)
const told = (changes: number) => session.changed({ what: ['room'], changes })
/** Lets what is under way come to its end, what waits for the screen too. */
async function settled(): Promise<void> {
  await drawn()
  await new Promise((resolve) => setTimeout(resolve))
}

function open(answers: Answers): void {
  backend = fake(answers)
  useBackend(backend)
  session = new RoomSession('m1')
}

/** Opens a room in which a light that is set is told of before its answer comes. */
const lightTells = () =>
  open({
    get_room: at(4),
    set_light: () => {
      told(4)
      return {} as never
    },
  })

beforeEach(() => open({ get_room: at(3) }))
afterEach(() => vi.restoreAllMocks())

it('a change that was told before its own answer came asks for nothing more', async () => {
  open({
    pause_clock: () => {
      told(4)
      return at(4)
    },
  })
  expect(await session.change('pause_clock', { meeting: 'm1', paused: true })).toBe(true)
  await settled()
  expect(asked()).toEqual(['pause_clock'])
  expect(session.view?.changes).toBe(4)
})

it('a change that is told after its answer came asks for nothing more either', async () => {
  open({ pause_clock: at(4) })
  await session.change('pause_clock', { meeting: 'm1', paused: true })
  told(4)
  await settled()
  expect(asked()).toEqual(['pause_clock'])
})

it('what somebody else changed meanwhile is asked for once, after the answer', async () => {
  open({
    get_room: at(6),
    pause_clock: () => {
      for (const changes of [4, 5, 6]) told(changes)
      return at(4)
    },
  })
  await session.change('pause_clock', { meeting: 'm1', paused: true })
  expect(session.view?.changes, 'the own change is seen first').toBe(4)
  await settled()
  expect(asked()).toEqual(['pause_clock', 'get_room'])
  expect(session.view?.changes).toBe(6)
})

it('what answers otherwise is looked at once, whoever asks for the look', async () => {
  lightTells()
  await session.record('set_light', { id: 'a1', light: 'red', reason: 'late' }, false)
  await session.refresh()
  await settled()
  expect(asked()).toEqual(['set_light', 'get_room'])
})

it('an action is shown as it was answered, before the room is looked at again', async () => {
  const of = room().current!.case!
  const row = { ...of.actions[0]!, what: 'as answered' }
  open({ get_room: room(), set_light: { row, log: [], lights: [] }, add_action: { row: { ...row, id: 'new', case: 'another' }, log: [], lights: [] } })
  await session.refresh()
  const shown = () => session.view!.current!.case!.actions.map(({ what }) => what)
  await session.record('set_light', { id: row.id, light: 'red', reason: 'late' }, false)
  expect(asked()).toEqual(['get_room', 'set_light'])
  expect(shown()).toEqual(['as answered', ...of.actions.slice(1).map(({ what }) => what)])
  await session.record('add_action', {} as never, false)
  expect(shown(), 'one of another case').toHaveLength(of.actions.length)
})

it('what was answered is drawn before the room is looked at again', async () => {
  const frames: FrameRequestCallback[] = []
  vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame))
  lightTells()
  await session.record('set_light', { id: 'a1', light: 'red', reason: 'late' }, false)
  session.refreshSoon()
  const next = async () => {
    frames.splice(0).forEach((frame) => frame(0))
    await new Promise((resolve) => setTimeout(resolve))
    return asked()
  }
  expect(asked()).toEqual(['set_light'])
  expect(await next(), 'the first frame begins before it is drawn').toEqual(['set_light'])
  expect(await next()).toEqual(['set_light', 'get_room'])
  expect(await next(), 'once, whoever asked').toEqual(['set_light', 'get_room'])
})

it('a look that found nothing new leaves the screen alone', async () => {
  const same = at(4)
  open({ get_room: () => structuredClone(same) })
  await session.refresh()
  const first = session.view
  await session.refresh()
  expect(asked()).toEqual(['get_room', 'get_room'])
  expect(session.view).toBe(first)
})

it('a view that cannot be had is not asked for again and again', async () => {
  open({
    get_room: () => {
      throw { code: 'locked', message: 'The hub is locked.', hint: null, field: null }
    },
  })
  told(1)
  await settled()
  expect(asked()).toEqual(['get_room'])
  expect(session.failure?.code).toBe('locked')
})
