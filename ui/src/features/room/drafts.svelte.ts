/** The journal of what is typed in the room: each keystroke is on its way to the disk within half a second. */
import { asFailure, backend, type Failure } from '$backend'

/** How long a keystroke waits for the next ones, in milliseconds; the house allows two seconds. */
const wait = 400

export class Drafts {
  #texts = $state<Record<string, string>>({})
  /** The keys under which something is typed, a line each: one text, so that another letter under the same keys is no change. */
  readonly #lines = $derived(Object.keys(this.#texts).filter((key) => this.#texts[key]?.trim()).join('\n'))
  readonly #typed = $derived(this.#lines ? this.#lines.split('\n') : [])
  #timers = new Map<string, ReturnType<typeof setTimeout>>()
  #last = new Map<string, Promise<void>>()
  /** Why the newest text could not be kept; null while all are. */
  failure = $state.raw<Failure | null>(null)
  /** Whether what was kept earlier has arrived. */
  restored = $state(false)

  constructor(readonly prefix: string) {}

  /** Brings back what was kept; what was typed meanwhile stays. */
  async restore(): Promise<void> {
    try {
      const { drafts } = await backend.call('list_drafts', { prefix: this.prefix })
      for (const { key, text } of drafts) this.#texts[key] ??= text
      this.failure = null
    } catch (thrown) {
      this.failure = asFailure(thrown)
    }
    this.restored = true
  }

  /** Returns the text that stands under a key; empty when none does. */
  text(key: string): string {
    return this.#texts[key] ?? ''
  }

  /** Returns whether something is typed under a beginning of keys and not yet stored. */
  any(beginning: string): boolean {
    return this.#typed.some((key) => key.startsWith(beginning))
  }

  /** Takes what is typed so far. */
  type(key: string, text: string): void {
    this.#texts[key] = text
    // Because waiting for a pause would let a fast typist go unsaved, the first keystroke starts the clock.
    if (!this.#timers.has(key)) this.#timers.set(key, setTimeout(() => void this.flush(key), wait))
  }

  /** Keeps the text now, such as when its field is left. */
  async flush(key: string): Promise<void> {
    if (this.#stop(key)) await this.#save(key)
  }

  /**
   * Lets a text wait while it is on its way to where it belongs, because a save on the heels of that would keep it twice;
   * resolves once no earlier save is under way.
   */
  async hold(key: string): Promise<void> {
    this.#stop(key)
    await this.#last.get(key)
  }

  /** Keeps every text now, such as when the window is left. */
  async flushAll(): Promise<void> {
    await Promise.all([...this.#timers.keys()].map((key) => this.flush(key)))
  }

  /** Forgets a text that was stored where it belongs; what was typed after `stored` while it was under way stays. */
  async clear(key: string, stored = this.text(key)): Promise<void> {
    this.#stop(key)
    const now = this.text(key)
    if (now.startsWith(stored)) this.#texts[key] = now.slice(stored.length)
    await this.#save(key)
  }

  /** Takes a text off the clock; false when it was not on it. */
  #stop(key: string): boolean {
    clearTimeout(this.#timers.get(key))
    return this.#timers.delete(key)
  }

  /** Because two answers may overtake each other, the texts of one key go one after the other. */
  #save(key: string): Promise<void> {
    const next = (this.#last.get(key) ?? Promise.resolve()).then(async () => {
      try {
        await backend.call('save_draft', { key, text: this.#texts[key] ?? '' })
        this.failure = null
      } catch (thrown) {
        this.failure = asFailure(thrown)
      }
    })
    this.#last.set(key, next)
    return next
  }
}

/** The keys of the texts that belong to an item. */
export const draftKey = {
  of: (item: string) => `room/${item}/`,
  keyPoint: (item: string) => `room/${item}/key_point`,
  action: (item: string) => `room/${item}/action`,
  decision: (item: string) => `room/${item}/decision`,
}
