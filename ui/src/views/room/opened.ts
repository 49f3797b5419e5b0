/** The room opened for a test: its program, its calls and its keys. */
import { fireEvent, render, screen } from '@testing-library/svelte'
import { afterEach, beforeEach, vi } from 'vitest'
import { useBackend, type RoomView } from '$backend'
import { fake, type Answers, type Fake } from '$backend/fake'
import { setHub } from '$frame/hub.svelte'
import { pressed } from '$shared'
import { directory } from '../../gallery/invented/directory'
import { room } from '../../gallery/invented/room'
import Room from './Room.svelte'

/** Opens the hub with these rights. */
export const status = (rights: string[]) =>
  setHub({
    state: 'open', refusal: null, folder: '', hub: 'Northbridge', sample: true, own_hub: null, sample_passphrase: null, wait_seconds: 0, recovered: false, lock: { idle_minutes: 5, in_room: false }, user: { name: 'R Dale', role: 'chair' },
    rights: rights as never, marking: 'OFFICIAL-SENSITIVE', papers_left: [], version: '0.1.0', today: '2026-11-24',
  })

/** Opens the room on an item, with a program that answers the same view until told otherwise. */
export async function open(more: Answers = {}, view: RoomView = room()): Promise<Fake> {
  const backend = fake({
    get_room: view, go_to_item: view, list_drafts: { drafts: [] }, save_draft: {}, get_directory: directory,
    understand_action_line: { what: 'home visit', kind: 'visit', agency: null, officer: null, new_officer: null, due: null, missing: [], completions: [] },
    ...more,
  })
  useBackend(backend)
  render(Room, { id: 'm1' })
  await screen.findByText(/min behind/)
  return backend
}

/** What was asked of a command so far. */
export const calls = (backend: Fake, command: string) => backend.calls.filter((call) => call.command === command).map(({ request }) => request)
/** Presses a key where the focus is. */
export const key = (key: string, more: KeyboardEventInit = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })

/** Lets a chair in before each test, with the keys of the screen. */
export function atTheTable(): void {
  // Because a whole screen in jsdom on a busy machine takes its time, and only a hang should fail.
  vi.setConfig({ testTimeout: 30_000 })
  beforeEach(() => {
    status(['open', 'view', 'record', 'override_projector'])
    addEventListener('keydown', pressed)
  })
  afterEach(() => {
    removeEventListener('keydown', pressed)
    vi.useRealTimers()
  })
}
