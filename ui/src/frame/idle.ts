/** Notices when nobody has touched the window for a while, so that the hub can lock of itself. */

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/**
 * Calls `onidle` when `minutes` have gone by without a key or the mouse, and again after as many more; 0 is never.
 *
 * A key only stores a number: one timer looks at it when the time could be over. Returns what ends the watch.
 */
export function watchIdle(minutes: number, onidle: () => void): () => void {
  if (minutes <= 0) return () => undefined
  const wait = minutes * 60_000
  let last = Date.now()
  let looking = setTimeout(look, wait)

  function touched() {
    last = Date.now()
  }

  function look() {
    const left = last + wait - Date.now()
    const over = left <= 0
    // Because a clock that was set back must not keep the hub open for as long as it was set back by.
    if (over || left > wait) touched()
    looking = setTimeout(look, over || left > wait ? wait : left)
    if (over) onidle()
  }

  // Because a dialog or a field may keep an event to itself, it is heard on its way down.
  const how = { capture: true, passive: true }
  for (const sign of signs) window.addEventListener(sign, touched, how)
  return () => {
    clearTimeout(looking)
    for (const sign of signs) window.removeEventListener(sign, touched, how)
  }
}
