/** A paper that is looked at: its pages as pictures, fetched when they come into sight, anew when what they say changed. */
import { onMount } from 'svelte'
import { drawn } from '$shared/frames'
import { asFailure, backend, type Events, type Failure, type PaperPreview, type PrintChoices, type WantedPaper } from '$backend'

/** How many pictures are kept: a long pack would fill the memory of the window otherwise. */
const KEPT = 60
/** How many are asked for at once, so that the first ones are soon there; the first time, and after a change, those on the page. */
const AT_ONCE = 6
const AT_FIRST = 3
/** How long the small picture of a page that changed waits, in milliseconds: the large one is looked at, and read first. */
const SMALL_LATER = 300
/** What changes without changing what a paper says. */
const NOTHING_SAID = ['history', 'draft', 'clock']

/** The addresses of one page's picture: one for each size, because a web view draws a picture once and shrinks it badly. */
export interface Picture {
  large: string
  small: string
  /** What the large one shows, and the small one before long, with the key by which the program knows it. */
  svg: string
  key: string
  /** The key of what the small one shows. */
  smallKey: string
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
        const answer = await backend.call('preview_paper', { wanted, pages: asked, known: known(asked), choices: choices(), opening: !opened })
        opened = true
        take(answer, fresh)
        // Because what is looked at comes first, and a web view reads one picture at a time.
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
    for (const { page, key, svg } of answer.pictures) {
      const before = pictures.get(page)
      stale.delete(page)
      // Because a change of one case leaves most pages as they were, and the web view takes longer to read one than to lay it out.
      if (svg === null || before?.key === key) continue
      kept.set(page, { large: addressOf(svg), small: before?.small ?? addressOf(svg), svg, key, smallKey: before?.smallKey ?? key })
    }
    for (const page of kept.keys()) {
      if (kept.size <= KEPT) break
      if (!inSight.includes(page)) kept.delete(page)
    }
    show(kept)
    view = answer
    clearTimeout(later)
    later = setTimeout(shrink, SMALL_LATER)
  }

  /** Draws the small pictures anew that show what the page said before. */
  function shrink() {
    const anew = ([page, picture]: [number, Picture]): [number, Picture] =>
      picture.smallKey === picture.key ? [page, picture] : [page, { ...picture, small: addressOf(picture.svg), smallKey: picture.key }]
    show(new Map([...pictures].map(anew)))
  }

  /** Shows these pictures, and gives back what those that are gone took. */
  function show(next: ReadonlyMap<number, Picture>) {
    const stay = new Set(addresses(next))
    addresses(pictures).filter((url) => !stay.has(url)).forEach((url) => URL.revokeObjectURL(url))
    pictures = next
  }

  const addressOf = (svg: string) => URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  const addresses = (of: ReadonlyMap<number, Picture>) => [...of.values()].flatMap(({ large, small }) => [large, small])

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
      show(new Map())
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
