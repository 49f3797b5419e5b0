/** A paper that is looked at: its pages as pictures, fetched when they come into sight, anew when what they say changed. */
import { onMount } from 'svelte'
import { drawn } from '$shared/frames'
import { asFailure, backend, type Events, type Failure, type PageMark, type PaperPreview, type PrintChoices, type WantedPaper } from '$backend'
import { keepOutlines, outlined } from './drawing'

/** How many pictures are kept: a long pack would fill the memory of the window otherwise. */
const KEPT = 60
/** How many are asked for at once, so that the first ones are soon there; the first time, and after a change, those on the page. */
const AT_ONCE = 6
const AT_FIRST = 3
/** How long the small picture of a page that changed waits, in milliseconds: the large one is looked at, and drawn first. */
const SMALL_LATER = 300
/** What changes without changing what a paper says. */
const NOTHING_SAID = ['history', 'clock']

/** One page's picture. */
export interface Picture {
  /** What is drawn, the lowest first. */
  marks: PageMark[]
  /** The key by which the program knows it. */
  key: string
}

type Pictures = ReadonlyMap<number, Picture>

/** Returns a paper's pages for the screen; call it at the top of a script. */
export function usePictures(wanted: WantedPaper, choices: () => PrintChoices) {
  let view = $state.raw<PaperPreview | null>(null)
  let pictures = $state.raw<Pictures>(new Map())
  /** What the small ones show: what the large ones do, before long. */
  let small = $state.raw<Pictures>(new Map())
  let failure = $state.raw<Failure | null>(null)
  let step = $state.raw<Events['progress'] | null>(null)
  let inSight: number[] = [1]
  let opened = false
  let busy = false
  /** Whether the pictures show what the paper said before. */
  let outdated = false
  /** The pages whose pictures do still; they stay until newer ones have come. */
  let stale = new Set<number>()
  let later: ReturnType<typeof setTimeout> | undefined
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
        const request = { wanted, pages: asked, known: known(asked), outlined: outlined(), choices: choices(), opening: !opened }
        const answer = await backend.call('preview_paper', request)
        opened = true
        take(answer, fresh)
        // Because what is looked at comes first.
        if (fresh) await drawn()
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

  /** The keys of the pictures of pages that may still do. */
  const known = (pages: number[]) => pages.flatMap((page) => pictures.get(page)?.key ?? [])

  function take(answer: PaperPreview, fresh: boolean) {
    const kept = new Map([...pictures].filter(([page]) => page <= answer.pages))
    if (fresh) stale = new Set(kept.keys())
    keepOutlines(answer.outlines)
    for (const { page, key, marks } of answer.pictures) {
      stale.delete(page)
      // Because a change of one case leaves most pages as they were, and one that stays the same is not drawn anew.
      if (marks && pictures.get(page)?.key !== key) kept.set(page, { marks, key })
    }
    for (const page of kept.keys()) {
      if (kept.size <= KEPT) break
      if (!inSight.includes(page)) kept.delete(page)
    }
    small = new Map([...kept].map(([page, picture]) => [page, small.get(page) ?? picture]))
    pictures = kept
    view = answer
    clearTimeout(later)
    later = setTimeout(() => (small = pictures), SMALL_LATER)
  }

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
      clearTimeout(later)
    }
  })

  return {
    /** What is known of the paper; null until the first answer. */
    get view() {
      return view
    },
    /** The pictures, by page. */
    get pictures() {
      return pictures
    },
    /** The pictures that the small pages show. */
    get small() {
      return small
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
