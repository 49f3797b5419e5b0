/** What waits for a frame of the screen, because asking a page for its layout while it is being changed has it laid out twice. */

/** Returns when what the page holds now is on the screen; at once where nobody sees it. */
export function drawn(): Promise<void> {
  if (document.hidden) return Promise.resolve()
  // Because the first frame begins before it is drawn, and the second one afterwards.
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
}

/** Brings an element into sight with the next frame. */
export function intoView(element: Element): void {
  requestAnimationFrame(() => element.scrollIntoView({ block: 'nearest' }))
}

/** Scrolls an element back to its beginning with the next frame. */
export function toTop(element: Element): void {
  requestAnimationFrame(() => (element.scrollTop = 0))
}
