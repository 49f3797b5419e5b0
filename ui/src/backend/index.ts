/** What screens import: the backend in use, its types, live data. */
import type { Backend } from './backend'

export type { Backend, EventName, Events, Request, Response, Screens } from './backend'
export { asFailure } from './failure'
export { live, type Live } from './live.svelte'
export type * from './contract'

let chosen: Backend | null = null

/** Chooses the implementation; called once by the entry of each window, and by every test. */
export function useBackend(implementation: Backend): void {
  chosen = implementation
}

function inUse(): Backend {
  if (!chosen) throw new Error('No backend was chosen before the first screen.')
  return chosen
}

/** The backend of this window. */
export const backend: Backend = {
  call: (command, request) => inUse().call(command, request),
  listen: (event, handler) => inUse().listen(event, handler),
  chooseFile: (ask) => inUse().chooseFile(ask),
  chooseFolder: (ask) => inUse().chooseFolder(ask),
  chooseTarget: (ask) => inUse().chooseTarget(ask),
  callOff: () => inUse().callOff(),
  copyPrivately: (text) => inUse().copyPrivately(text),
  openPaper: (path) => inUse().openPaper(path),
  holdClosing: () => inUse().holdClosing(),
  closeConsole: () => inUse().closeConsole(),
  screens: () => inUse().screens(),
  openProjector: () => inUse().openProjector(),
  closeProjector: () => inUse().closeProjector(),
}
