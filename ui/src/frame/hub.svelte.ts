/** How the hub stands, for every screen of the console: who is at the desk, what they may do, which day it is. */
import { backend, asFailure, type Failure, type HubState, type HubStatus, type Right } from '$backend'

let status = $state.raw<HubStatus | null>(null)
let failure = $state.raw<Failure | null>(null)
let held = $state<HubState | null>(null)

/** Returns the newest status; null before the first answer. */
export function hub(): HubStatus | null {
  return status
}

/** Returns why the status could not be had; null when it could. */
export function hubFailure(): Failure | null {
  return failure
}

/** Takes a status that a command answered (`unlock`, `lock`, `open_sample`), so that the screens follow it. */
export function setHub(newest: HubStatus): void {
  status = newest
  failure = null
}

/** Keeps the screen of a state in sight although the hub is open by now, until the recovery key or the result of a restoring was read. */
export function holdGate(at: HubState | null): void {
  held = at
}

/** Returns the state whose screen is kept in sight; null when the hub's own is shown. */
export function gateHeld(): HubState | null {
  return held
}

/** Asks anew how the hub stands. */
export async function refreshHub(): Promise<void> {
  try {
    setHub(await backend.call('hub_status', {}))
  } catch (thrown) {
    failure = asFailure(thrown)
  }
}

/** Returns whether the person at the desk holds a right; what they may not do is not offered. */
export function may(right: Right): boolean {
  return status?.rights.includes(right) ?? false
}

/** Returns today as the program takes it, `2017-10-24`; empty before the first status. */
export function today(): string {
  return status?.today ?? ''
}
