/** What the room says beside the item: read-backs, what was left open, and the way back from the last change. */
import type { ActionRow, CurrentItem } from '$backend'

export interface Note {
  id: number
  words: string
  /** True for what needs somebody's eye. */
  open?: boolean
}

export class RoomNotes {
  notes = $state.raw<Note[]>([])
  /** The actions to read back; null when there are none. */
  readBack = $state.raw<{ heading: string; actions: ActionRow[] } | null>(null)
  #last = 0
  #undos: (() => Promise<void>)[] = []

  /** Says something; what is said already is said last, once. */
  say(words: string, { open }: Pick<Note, 'open'> = {}): void {
    this.notes = [...this.notes.filter((note) => note.words !== words).slice(-1), { id: ++this.#last, words, open }]
  }

  /** Remembers how to take back what was just recorded, in the order it was; null when a key cannot. */
  remember(words: string, run: (() => Promise<boolean>) | null): void {
    this.#undos.push(async () => {
      if (!run) this.say(`Ctrl+Z cannot take this back: ${words}. Put it right in the action itself.`, { open: true })
      else if (await run()) this.say(`${words} was taken back.`)
    })
  }

  /** Leaves an action out of what is read back, because it was taken back itself. */
  dropAction(id: ActionRow['id']): void {
    const left = this.readBack?.actions.filter((action) => action.id !== id) ?? []
    this.readBack = this.readBack && left.length ? { ...this.readBack, actions: left } : null
  }

  /** Takes a note away. */
  drop(note: Note): void {
    this.notes = this.notes.filter(({ id }) => id !== note.id)
  }

  /** Takes back what was recorded last. */
  async undo(): Promise<void> {
    const undo = this.#undos.pop()
    if (undo) await undo()
    else this.say('There is nothing to take back.')
  }

  /** Says what leaving an item leaves behind. */
  leave(left: CurrentItem, decided: boolean, typed: boolean): void {
    this.notes = []
    this.readBack = left.new_actions.length ? { heading: left.heading, actions: left.new_actions } : null
    if (!decided) this.say(`${left.heading} was left without a decision. It is marked in the running order.`, { open: true })
    if (typed) this.say(`Something typed under ${left.heading} was not added. It is kept there.`, { open: true })
  }
}
