/** The way from item to item. What is pressed while it is under way means the item that the chair asked for. */
import { tick } from 'svelte'

export class Way {
  #under: Promise<void> | null = null

  /** Goes, and is there once the new item is drawn. */
  go(leave: () => Promise<void>): Promise<void> {
    this.#under = leave()
      .then(tick)
      .finally(() => (this.#under = null))
    return this.#under
  }

  /** Does something about the item that the room is at; on the way to another, once it is there. */
  onceThere(work: () => void): void {
    if (this.#under) void this.#under.then(() => this.onceThere(work))
    else work()
  }
}
