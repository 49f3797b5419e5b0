/**
 * The way back to a copy of the record: which step it is at.
 *
 * It is kept here and not in the dialog, because the hub closes while it is restored: a refusal then meets the person on the
 * unlock screen, where the same dialog goes on.
 */
import { asFailure, backend, type BackupMade, type Failure, type HubRestored, type HubState } from '$backend'
import { holdGate, hub, refreshHub, setHub } from '$frame/hub.svelte'
import { replace } from '$frame/router.svelte'

type Step = 'choose' | 'confirm' | 'done'

let step = $state<Step | null>(null)
let folder = $state<string | null>(null)
let copy = $state.raw<BackupMade | null>(null)
let before = $state<HubState>('open')
let busy = $state(false)
let wrong = $state<string | null>(null)
let failure = $state.raw<Failure | null>(null)
let result = $state.raw<HubRestored | null>(null)

/** How far it is. */
export const restoring = {
  /** Null while nobody is restoring anything. */
  get step() {
    return step
  },
  /** The folder that is looked in; null for the hub's own. */
  get folder() {
    return folder
  },
  get copy() {
    return copy
  },
  /** How the hub stood when it began. */
  get before() {
    return before
  },
  get busy() {
    return busy
  },
  /** What is wrong with the passphrase. */
  get wrong() {
    return wrong
  },
  get failure() {
    return failure
  },
  get result() {
    return result
  },
}

/** Begins with the hub's own copies, or with those in a place that is asked for first. */
export async function beginRestore(elsewhere = false): Promise<void> {
  const place = elsewhere ? await chosenPlace() : null
  if (elsewhere && !place) return
  before = hub()?.state ?? 'open'
  folder = place
  copy = null
  result = null
  refuse(null)
  step = 'choose'
}

/** Asks for another place and looks in it. */
export async function lookElsewhere(): Promise<void> {
  const place = await chosenPlace()
  if (place) folder = place
}

/** Looks among the hub's own copies again. */
export function lookAtHome(): void {
  folder = null
}

/** Goes on with a copy to what will happen. */
export function takeCopy(chosen: BackupMade): void {
  copy = chosen
  refuse(null)
  step = 'confirm'
}

/** Goes back to the list. */
export function backToCopies(): void {
  refuse(null)
  step = 'choose'
}

/** Puts the copy in the place of the record; a refusal stays at its step. */
export async function restoreCopy(passphrase: string): Promise<void> {
  if (busy || !copy) return
  if (!passphrase) return refuse('Type the passphrase.')
  busy = true
  refuse(null)
  const { path } = copy
  const shut = hub()?.state
  // Because the hub is open as soon as it is restored, and its first screen would take the place of what has to be read.
  if (shut && shut !== 'open') holdGate(shut)
  try {
    result = await backend.call('restore_backup', { path, passphrase })
    // At once, so that the hub locks of itself while nobody reads the result.
    setHub(result.status)
    step = 'done'
  } catch (thrown) {
    const refused = asFailure(thrown)
    if (refused.field === 'passphrase') refuse([refused.message, refused.hint].filter(Boolean).join('. '))
    else failure = refused
    holdGate(null)
    await refreshHub()
  } finally {
    busy = false
  }
}

/** Opens the restored hub, or puts the dialog away; not while the copy is put in place. */
export function leaveRestore(): void {
  if (busy) return
  const restored = result !== null
  step = null
  copy = null
  result = null
  refuse(null)
  if (!restored) return
  // Because an address of what was open may lead nowhere in the copy.
  replace('/')
  holdGate(null)
}

function refuse(words: string | null): void {
  wrong = words
  failure = null
}

function chosenPlace(): Promise<string | null> {
  return backend.chooseFolder({ title: 'Where the copies lie' })
}
