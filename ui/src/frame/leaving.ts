/** Asks before another screen is shown or the window is closed, where something would be lost. */
import { backend } from '$backend'

let asking: (() => Promise<boolean>) | null = null

/** Has `ask` answer yes before another screen is shown or the window is closed, until the returned function is called. */
export function askBeforeLeaving(ask: () => Promise<boolean>): () => void {
  asking = ask
  void backend.holdClosing(true)
  return () => {
    if (asking === ask) leave()
  }
}

/** Returns whether somebody has to be asked first. */
export const isHeld = (): boolean => asking !== null

/** Asks whether what is on the screen may be left; a yes is not asked for again. */
export async function mayLeave(): Promise<boolean> {
  if (asking && !(await asking())) return false
  leave()
  return true
}

function leave() {
  asking = null
  void backend.holdClosing(false)
}

/** Asks when somebody wants to close the window, until the returned function is called. */
export function followClosing(): () => void {
  return backend.listen('closing', () => void close())
}

async function close() {
  if (await mayLeave()) await backend.closeConsole()
  else await backend.holdClosing(true)
}
