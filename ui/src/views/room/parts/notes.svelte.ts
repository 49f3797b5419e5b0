/** What the room says beside the item: read-backs, what was left open, and the way back from the last change. */
import type { ActionRow, CurrentItem } from '$backend'

export interface Note {
  id: number
  words: string
  /** True for what needs somebody's eye. */
  open?: boolean
  /** Takes back what the note is about; absent when nothing can be. */
  undo?: () => Promise<unknown>
}

export class RoomNotes {
  notes = $state.raw<Note[]>([])
  /** The actions to read back; null when there are none. */
  readBack = $state.raw<{ heading: string; actions: ActionRow[] } | null>(null)
  #last = 0
  #undos: (() => Promise<unknown>)[] = []

  /** Says something, with a way back where there is one. */
  say(words: string, { undo, open }: Pick<Note, 'undo' | 'open'> = {}): void {
    const id = ++this.#last
    if (undo) this.#undos.push(undo)
    this.notes = [...this.notes.slice(-1), { id, words, undo, open }]
  }

  /** Takes a note away. */
  drop(note: Note): void {
    this.notes = this.notes.filter(({ id }) => id !== note.id)
  }

  /** Takes back what was recorded last. */
  async undo(chosen?: () => Promise<unknown>): Promise<void> {
    const undo = chosen ?? this.#undos.at(-1)
    if (!undo) return this.say('There is nothing to take back.')
    this.#undos = this.#undos.filter((other) => other !== undo)
    this.notes = this.notes.filter((note) => note.undo !== undo)
    await undo()
  }

  /** Says what leaving an item leaves behind. */
  leave(left: CurrentItem, decided: boolean, typed: boolean): void {
    this.notes = []
    this.readBack = left.new_actions.length ? { heading: left.heading, actions: left.new_actions } : null
    if (!decided) this.say(`${left.heading} was left without a decision. It is marked in the running order.`, { open: true })
    if (typed) this.say(`Something typed under ${left.heading} was not added. It is kept there.`, { open: true })
  }
}
