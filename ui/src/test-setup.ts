/** What jsdom lacks and the pieces need: modal dialogs, observers, scrolling into view, canvases that draw; and every test leaves an empty page. */
import { cleanup, configure } from '@testing-library/svelte'
import { afterEach } from 'vitest'

afterEach(cleanup)
// Because one look for a role over a whole screen may take longer than the usual second.
configure({ asyncUtilTimeout: 20_000 })

HTMLDialogElement.prototype.showModal = function () {
  this.setAttribute('open', '')
}
HTMLDialogElement.prototype.close = function () {
  if (!this.hasAttribute('open')) return
  this.removeAttribute('open')
  this.dispatchEvent(new Event('close'))
}
Element.prototype.scrollIntoView = () => undefined
globalThis.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media, onchange: null, addListener: () => undefined, removeListener: () => undefined })
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
// Because what is drawn is looked at where that is tested; elsewhere nobody sees it.
HTMLCanvasElement.prototype.getContext = () => null
globalThis.Path2D = class {} as unknown as typeof Path2D
