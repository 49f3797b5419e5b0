/** The backend inside the desktop window: Tauri commands and events. */
import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import { open, save } from '@tauri-apps/plugin-dialog'
import type { Backend, CommandName, Request, Response } from './backend'
import { asFailure } from './failure'
import { held, type Held } from './told'

/** Runs a command about windows and the system, which the program's shell answers by itself. */
async function window<T>(command: 'call_off' | 'copy_privately' | 'screens' | 'open_projector' | 'close_projector' | 'open_paper' | 'hold_closing' | 'close_console', request: Record<string, unknown> = {}): Promise<T> {
  try {
    return await invoke(command, request)
  } catch (thrown) {
    throw asFailure(thrown)
  }
}

/** Returns the backend of the desktop window. */
export function tauri(): Backend {
  let last: Held | null = null
  let forgetting: ReturnType<typeof setTimeout> | undefined
  function hold(now: Held) {
    last = now
    clearTimeout(forgetting)
    // Because a room that is shown is asked for three times a minute, and one that was left stays no longer than that.
    forgetting = setTimeout(() => (last = null), 60_000)
  }
  return {
    async call<C extends CommandName>(command: C, request: Request<C>) {
      const before = last
      try {
        const answer = await invoke<Response<C>>(command, { request, held: before?.told ?? null })
        const now = held(answer, before)
        if (!now) return answer
        hold(now)
        return now.whole as Response<C>
      } catch (thrown) {
        throw asFailure(thrown)
      }
    },
    listen(event, handler) {
      const listening = listen(event, (heard) => handler(heard.payload as Parameters<typeof handler>[0]))
      return () => void listening.then((stop) => stop())
    },
    chooseFile: ({ title, extensions }) =>
      open({ title, multiple: false, directory: false, filters: [{ name: title, extensions }] }),
    chooseFolder: ({ title }) => open({ title, multiple: false, directory: true }),
    chooseTarget: ({ title, name, extensions }) =>
      save({ title, defaultPath: name, filters: [{ name: title, extensions }] }),
    callOff: () => window('call_off'),
    copyPrivately: (text) => window('copy_privately', { text }),
    openPaper: (path) => window('open_paper', { path }),
    holdClosing: () => window('hold_closing'),
    closeConsole: () => window('close_console'),
    screens: () => window('screens'),
    openProjector: () => window('open_projector'),
    closeProjector: () => window('close_projector'),
  }
}
