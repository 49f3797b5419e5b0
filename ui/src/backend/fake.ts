/** A backend that answers from a table: for tests, and for looking at screens in a browser. */
import type { Backend, EventName, Events, Request, Response, Screens } from './backend'
import type { CommandName, Failure } from './contract'

/** An answer, or a function of the request that gives one or throws a `Failure`. */
export type Answers = {
  [C in CommandName]?: Response<C> | ((request: Request<C>) => Response<C> | Promise<Response<C>>)
}

export interface Fake extends Backend {
  /** Every call so far, oldest first. */
  calls: { command: string; request: unknown }[]
  /** Every paper opened so far. */
  opened: string[]
  /** Every text copied so far that must not stay. */
  copied: string[]
  /** Tells every listener, as the program would. */
  emit<E extends EventName>(event: E, payload: Events[E]): void
  /** Replaces or adds answers. */
  answer(more: Answers): void
}

/** Returns a backend that answers from `answers`; a command that is not there fails and names itself. */
export function fake(answers: Answers = {}): Fake {
  const table: Record<string, unknown> = { ...answers }
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const calls: Fake['calls'] = []
  const opened: string[] = []
  const copied: string[] = []
  let screens: Screens = { count: 2, open: true, words: 'on the second screen, 1920 × 1080', failed: '' }
  return {
    calls,
    opened,
    copied,
    async call(command, request) {
      calls.push({ command, request })
      if (!(command in table)) {
        throw { code: 'refused', message: `No answer is laid out for ${command}.`, hint: null, field: null } satisfies Failure
      }
      const answer = table[command]
      return structuredClone(typeof answer === 'function' ? await answer(request) : answer)
    },
    listen(event, handler) {
      const heard = listeners.get(event) ?? new Set()
      listeners.set(event, heard.add(handler as (payload: never) => void))
      return () => heard.delete(handler as (payload: never) => void)
    },
    chooseFile: async () => '/sample/register.tsv',
    chooseFolder: async () => '/sample/packs',
    chooseTarget: async ({ name }) => `/sample/${name}`,
    callOff: async () => void calls.push({ command: 'call_off', request: {} }),
    copyPrivately: async (text) => void copied.push(text),
    openPaper: async (path) => void opened.push(path),
    holdClosing: async () => void calls.push({ command: 'hold_closing', request: {} }),
    closeConsole: async () => void calls.push({ command: 'close_console', request: {} }),
    screens: async () => screens,
    openProjector: async () => (screens = { count: 2, open: true, words: 'on the second screen, 1920 × 1080', failed: '' }),
    closeProjector: async () => (screens = { count: 2, open: false, words: '', failed: '' }),
    emit: (event, payload) => listeners.get(event)?.forEach((hear) => hear(payload as never)),
    answer: (more) => void Object.assign(table, more),
  }
}
