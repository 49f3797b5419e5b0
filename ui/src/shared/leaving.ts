/** Asks before another screen is shown or the window is closed, where something would be lost. */

type Ask = () => boolean | Promise<boolean>

const screens = new Set<Ask>()
const windows = new Set<Ask>()

/** Has `ask` answer yes before another screen is shown or the window is closed, until the returned function is called. */
export function askBeforeLeaving(ask: Ask): () => void {
  screens.add(ask)
  return () => screens.delete(ask)
}

/** Has `ask` answer yes before the window is closed, until the returned function is called. */
export function askBeforeClosing(ask: Ask): () => void {
  windows.add(ask)
  return () => windows.delete(ask)
}

/** Returns whether somebody has to be asked before another screen is shown. */
export const isHeld = (): boolean => screens.size > 0

/** Asks whether the screen may be left; a yes is not asked for again. */
export async function mayLeave(): Promise<boolean> {
  if (!(await allowed(screens))) return false
  screens.clear()
  return true
}

/** Asks whether the window may be closed. */
export const mayClose = async (): Promise<boolean> => (await allowed(windows)) && (await allowed(screens))

async function allowed(asking: Set<Ask>): Promise<boolean> {
  // The latest first, because it lies on top.
  for (const ask of [...asking].reverse()) if (!(await ask())) return false
  return true
}
