/** Making papers: to look at in the viewer of the system, or to save where one likes. */
import { onMount } from 'svelte'
import type { Failure, PaperMade, WantedPaper } from './contract'
import { asFailure } from './failure'
import { backend } from './index'

/** Returns what a screen needs to make papers and to say how it goes; call it at the top of a script. */
export function usePaper() {
  let busy = $state<'view' | 'save' | null>(null)
  let failure = $state.raw<Failure | null>(null)
  let words = $state('')
  let progress = $state('')

  onMount(() => backend.listen('progress', (told) => busy && (progress = told.total ? `${told.words} ${told.done} of ${told.total}` : told.words)))

  async function make(what: 'view' | 'save', wanted: WantedPaper, save_as: string | null): Promise<PaperMade | null> {
    busy = what
    failure = null
    words = ''
    try {
      return await backend.call('make_paper', { wanted, save_as })
    } catch (thrown) {
      failure = asFailure(thrown)
      return null
    } finally {
      busy = null
      progress = ''
    }
  }

  const missing = (made: PaperMade) =>
    made.missing_characters.length ? ` These characters are in none of the typefaces and show as boxes: ${made.missing_characters.join(', ')}.` : ''

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
    get progress() {
      return progress
    },
    /** Lays the paper out and opens it. */
    async view(wanted: WantedPaper): Promise<void> {
      const made = await make('view', wanted, null)
      if (!made) return
      try {
        await backend.openPaper(made.path)
        words = missing(made).trim()
      } catch (thrown) {
        failure = asFailure(thrown)
      }
    },
    /** Asks where, and saves the paper there. */
    async save(wanted: WantedPaper, name: string): Promise<void> {
      const path = await backend.chooseTarget({ title: 'PDF', name, extensions: ['pdf'] })
      if (!path) return
      const made = await make('save', wanted, path)
      if (made) words = `${made.file_name} is saved, ${made.pages} ${made.pages === 1 ? 'page' : 'pages'}.${missing(made)}`
    },
  }
}
