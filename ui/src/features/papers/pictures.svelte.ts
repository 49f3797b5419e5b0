/** A paper that is looked at: its pages as pictures, fetched when they come into sight, anew when what they say changed. */
import { onMount } from 'svelte'
import { asFailure, backend, type Events, type Failure, type PaperPreview, type PrintChoices, type WantedPaper } from '$backend'

/** How many pictures are kept: a long pack would fill the memory of the window otherwise. */
const KEPT = 60
/** How many are asked for at once, so that the first ones are soon there; the first time, and after a change, those on the page. */
const AT_ONCE = 6
const AT_FIRST = 3
/** What changes without changing what a paper says. */
const NOTHING_SAID = ['history', 'draft', 'clock']

/** The addresses of one page's picture: one for each size, because a web view draws a picture once and shrinks it badly. */
export interface Picture {
  large: string
  small: string
  /** What both show. */
  svg: string
}

/** Returns a paper's pages for the screen; call it at the top of a script. */
export function usePictures(wanted: WantedPaper, choices: () => PrintChoices) {
  let view = $state.raw<PaperPreview | null>(null)
  let pictures = $state.raw<ReadonlyMap<number, Picture>>(new Map())
  let failure = $state.raw<Failure | null>(null)
  let step = $state.raw<Events['progress'] | null>(null)
  let inSight: number[] = [1]
  let opened = false
  let busy = false
  /** Whether the pictures show what the paper said before. */
  let outdated = false
  /** The pages whose pictures do still; they stay until newer ones have come. */
  let stale = new Set<number>()
  /** Whether the choices for printing changed since they were answered. */
  let chosen = false

  async function work() {
    if (busy) return
    busy = true
    try {
      for (let pages = missing(); !view || pages.length || chosen || outdated; pages = missing()) {
        const fresh = outdated || !view
        outdated = chosen = false
        const asked = (fresh ? inSight : pages).slice(0, fresh ? AT_FIRST : AT_ONCE)
        const answer = await backend.call('preview_paper', { wanted, pages: asked, choices: choices(), opening: !opened })
        opened = true
        take(answer, fresh)
        if (asked.length && !answer.pictures.length) break
      }
      failure = null
    } catch (thrown) {
      failure = asFailure(thrown)
    } finally {
      busy = false
      step = null
    }
  }

  const missing = () => inSight.filter((page) => (!pictures.has(page) || stale.has(page)) && (!view || page <= view.pages))

  function take(answer: PaperPreview, fresh: boolean) {
    const kept = new Map([...pictures].filter(([page]) => page <= answer.pages))
    if (fresh) stale = new Set(kept.keys())
    for (const { page, svg } of answer.pictures) {
      const before = pictures.get(page)
      stale.delete(page)
      // Because a change of one case leaves most pages as they were, and the web view takes longer to read one than to lay it out.
      kept.set(page, before?.svg === svg ? before : { large: addressOf(svg), small: addressOf(svg), svg })
    }
    for (const page of kept.keys()) {
      if (kept.size <= KEPT) break
      if (!inSight.includes(page)) kept.delete(page)
    }
    const stay = new Set(kept.values())
    forget([...pictures.values()].filter((picture) => !stay.has(picture)))
    pictures = kept
    view = answer
  }

  const addressOf = (svg: string) => URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  const forget = (gone: Iterable<Picture>) => [...gone].flatMap(({ large, small }) => [large, small]).forEach((url) => URL.revokeObjectURL(url))

  onMount(() => {
    void work()
    const stops = [
      backend.listen('progress', (told) => busy && !view && (step = told)),
      backend.listen('changed', ({ what }) => {
        if (what.every((noun) => NOTHING_SAID.includes(noun))) return
        outdated = true
        void work()
      }),
    ]
    return () => {
      stops.forEach((stop) => stop())
      forget(pictures.values())
    }
  })

  return {
    /** What is known of the paper; null until the first answer. */
    get view() {
      return view
    },
    /** The addresses of the pictures, by page. */
    get pictures() {
      return pictures
    },
    get failure() {
      return failure
    },
    /** How far the laying out has come; null before it is told, and afterwards. */
    get step() {
      return step
    },
    /** Says which pages are in sight; those that are not there yet are fetched. */
    look(pages: number[]) {
      inSight = pages
      void work()
    },
    /** Asks what the choices for printing take. */
    choose() {
      if (!view) return
      chosen = true
      void work()
    },
    /** Asks again after a failure. */
    again() {
      outdated = true
      void work()
    },
  }
}
