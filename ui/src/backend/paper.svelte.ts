/** Making papers: to look at in the viewer of the system, or to save where one likes. */
import { onMount } from 'svelte'
import type { Failure, PaperMade, PrintChoices, WantedPaper } from './contract'
import type { Events } from './backend'
import { asFailure } from './failure'
import { backend } from './index'

/** Returns what a screen needs to make papers and to say how it goes; call it at the top of a script. */
export function usePaper() {
  let busy = $state<'view' | 'save' | null>(null)
  let failure = $state.raw<Failure | null>(null)
  let words = $state('')
  let step = $state.raw<Events['progress'] | null>(null)
  let calledOff = $state('')

  onMount(() => backend.listen('progress', (told) => busy && (step = told)))

  async function make(what: 'view' | 'save', wanted: WantedPaper, choices: PrintChoices | null, save_as: string | null): Promise<PaperMade | null> {
    busy = what
    failure = null
    words = ''
    calledOff = ''
    try {
      return await (choices ? backend.call('print_paper', { wanted, choices, save_as }) : backend.call('make_paper', { wanted, save_as }))
    } catch (thrown) {
      const refused = asFailure(thrown)
      if (refused.code === 'cancelled') calledOff = refused.message
      else failure = refused
      return null
    } finally {
      busy = null
      step = null
    }
  }

  return {
    get busy() {
      return busy
    },
    get failure() {
      return failure
    },
    /** What was made, as a sentence; empty before. */
    get words() {
      return words
    },
    /** How far the paper has come; null before it is told. */
    get step() {
      return step
    },
    /** That it was called off, as a sentence; empty when it was not. */
    get calledOff() {
      return calledOff
    },
    /** Calls the paper off that is being made. */
    cancel: () => void backend.callOff().catch(() => undefined),
    /** Makes the paper and opens it, or a copy for the printer. */
    async view(wanted: WantedPaper, choices: PrintChoices | null = null): Promise<void> {
      const made = await make('view', wanted, choices, null)
      if (!made) return
      try {
        await backend.openPaper(made.path)
        words = `${made.file_name} is open in the viewer.`
      } catch (thrown) {
        failure = asFailure(thrown)
      }
    },
    /** Asks where, and saves the paper there, or a copy for the printer. */
    async save(wanted: WantedPaper, name: string, choices: PrintChoices | null = null): Promise<void> {
      const path = await backend.chooseTarget({ title: 'PDF', name, extensions: ['pdf'] })
      if (!path) return
      const made = await make('save', wanted, choices, path)
      if (made) words = `${made.file_name} is saved, ${made.pages} ${made.pages === 1 ? 'page' : 'pages'}.`
    },
  }
}
