/** The way from item to item. What is pressed while it is under way means the item that the chair asked for. */
import { tick } from 'svelte'

export class Way {
  #under: Promise<void> | null = null
  /** What was typed since a field was asked for on the way to it; null when none was. */
  #ahead: string | null = null

  /** Goes, and is there once the new item is drawn. */
  go(leave: () => Promise<void>): Promise<void> {
    this.#under = leave()
      .then(tick)
      .finally(() => (this.#under = null))
    return this.#under
  }

  /** Goes to a field, once the room is there, with what was typed for it meanwhile. */
  toField(enter: (typed: string) => void): void {
    if (this.#under) this.#ahead ??= ''
    this.onceThere(() => {
      enter(this.#ahead ?? '')
      this.#ahead = null
    })
  }

  /** Takes a letter that was typed for a field on the way to it, because it is none of the room's single keys. */
  hear(event: KeyboardEvent): void {
    if (this.#ahead === null || event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1) return
    this.#ahead += event.key
    event.preventDefault()
    event.stopPropagation()
  }

  /** Does something about the item that the room is at; on the way to another, once it is there. */
  onceThere(work: () => void): void {
    if (this.#under) void this.#under.then(() => this.onceThere(work))
    else work()
  }
}
