/** The one door between the screens and the program behind them. */
import type { CommandName, Commands } from './contract'

export type { CommandName }
export type Request<C extends CommandName> = Commands[C]['request']
export type Response<C extends CommandName> = Commands[C]['response']

/** What the program tells every open window, without being asked. */
export interface Events {
  /** Rows changed: the nouns that did, such as `["case", "action"]`, and how many changes there were since the program began. */
  changed: { what: string[]; changes: number }
  /** Long work moved on; `total` null when it is not known. */
  progress: { task: string; done: number; total: number | null; words: string }
  /** The hub was locked, here or in another window. */
  locked: null
  /** What the projector shows may have changed. */
  projector: null
  /** A screen was plugged in or out, the projector's window was closed, or a page failed. */
  screens: null
  /** Somebody wants to close the window, which `holdClosing` keeps open. */
  closing: null
}

/** The screens of the computer, and where the projector's window is. */
export interface Screens {
  /** How many screens are plugged in. */
  count: number
  /** Whether the projector's window is open. */
  open: boolean
  /** Where that window is, in words such as `on the second screen, 1920 × 1080`; empty while it is closed. */
  words: string
  /** That a window failed and was opened again, said once; empty otherwise. */
  failed: string
}

export type EventName = keyof Events & string

export interface Backend {
  /** Runs a command; rejects with a `Failure`. */
  call<C extends CommandName>(command: C, request: Request<C>): Promise<Response<C>>
  /** Hears an event until the returned function is called. */
  listen<E extends EventName>(event: E, handler: (payload: Events[E]) => void): () => void
  /** Asks where a file lies; null when the person thought better of it. */
  chooseFile(ask: { title: string; extensions: string[] }): Promise<string | null>
  /** Asks for a folder; null when the person thought better of it. */
  chooseFolder(ask: { title: string }): Promise<string | null>
  /** Asks where to write a file; null when the person thought better of it. */
  chooseTarget(ask: { title: string; name: string; extensions: string[] }): Promise<string | null>
  /** Calls the present task off, where it can still be: it then rejects with the code `cancelled`. */
  callOff(): Promise<void>
  /** Copies a text that must not stay on the clipboard: it is taken away after half a minute, if it is still there. */
  copyPrivately(text: string): Promise<void>
  /** Opens a finished paper in the viewer of the system. */
  openPaper(path: string): Promise<void>
  /** Has the program tell by the event `closing` when somebody wants to close the window, once, instead of closing it. */
  holdClosing(): Promise<void>
  /** Closes the window, and with it the program. */
  closeConsole(): Promise<void>
  /** Says which screens there are and where the projector's window is. */
  screens(): Promise<Screens>
  /** Opens the projector's window on the second screen, or as a window of its own when there is one screen only. */
  openProjector(): Promise<Screens>
  /** Closes the projector's window. */
  closeProjector(): Promise<Screens>
}
