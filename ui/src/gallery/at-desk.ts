/** Puts the invented answers behind a screen under test, with somebody at the desk. */
import { useBackend, type Right } from '$backend'
import type { Answers, Fake } from '$backend/fake'
import { setHub } from '$frame/hub.svelte'
import { statuses } from './answers/frame'
import { sample } from './sample'

/** Returns the backend in use: the sample with `more` in place of its answers; `rights` when they are others than a coordinator's. */
export function atDesk(more: Answers = {}, rights?: Right[]): Fake {
  const backend = sample()
  backend.answer(more)
  useBackend(backend)
  setHub({ ...statuses.open, rights: rights ?? statuses.open.rights })
  return backend
}

/** Returns the requests of one command, oldest first. */
export function asked(backend: Fake, command: string): unknown[] {
  return backend.calls.filter((call) => call.command === command).map(({ request }) => request)
}
