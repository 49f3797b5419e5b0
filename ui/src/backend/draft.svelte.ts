/** Typed text that outlives a crash: a form's fields in the journal of drafts until it is sent. */
import { untrack } from 'svelte'
import { backend } from './index'

/** Because the journal has to hold it within two seconds of the last key. */
const pause = 700

export interface Draft {
  /** True when what the form shows was typed earlier and never sent. */
  readonly restored: boolean
  /** True once an earlier draft was looked for, so that the form may be shown. */
  readonly ready: boolean
  /** Forgets the draft, because it was sent or thrown away. */
  discard(): Promise<void>
}

/**
 * Keeps `typed()` under `key` while it changes and hands an earlier draft to `restore` once.
 *
 * Call it while a component is being made. A journal that cannot be written leaves the form as it is.
 */
export function keptDraft<T extends object>(key: string, typed: () => T, restore: (earlier: T) => void): Draft {
  let ready = $state(false)
  let restored = $state(false)
  let kept = ''
  let waiting: ReturnType<typeof setTimeout> | undefined

  async function begin() {
    try {
      const { drafts } = await backend.call('list_drafts', { prefix: key })
      const earlier = drafts.find((draft) => draft.key === key)?.text
      if (earlier) {
        restore({ ...typed(), ...(JSON.parse(earlier) as T) })
        restored = true
      }
    } catch {
      // Because a draft that cannot be read must not keep anybody from filling in the form.
    }
    kept = JSON.stringify(typed())
    ready = true
  }

  async function save(text: string) {
    if (text === kept) return
    kept = text
    await backend.call('save_draft', { key, text }).catch(() => undefined)
  }

  $effect(() => {
    const text = JSON.stringify(typed())
    if (!ready) return
    waiting = setTimeout(() => void save(text), pause)
    return () => clearTimeout(waiting)
  })

  $effect(() => {
    untrack(() => void begin())
    return () => {
      if (ready) void save(JSON.stringify(untrack(typed)))
    }
  })

  return {
    get ready() {
      return ready
    },
    get restored() {
      return restored
    },
    async discard() {
      clearTimeout(waiting)
      kept = JSON.stringify(untrack(typed))
      restored = false
      await backend.call('discard_drafts', { prefix: key }).catch(() => undefined)
    },
  }
}
