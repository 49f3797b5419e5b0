/** A meeting on the console: the newest view of the room, and the one way to change it. */
import { asFailure, backend, type Failure, type MeetingId, type Request, type Response, type RoomView } from '$backend'
import type { CommandName } from '$backend/contract'

/** The commands that answer the whole room. */
export type RoomCommand = { [C in CommandName]: Response<C> extends RoomView ? C : never }[CommandName]

export class RoomSession {
  /** The newest view; undefined until the first. */
  view = $state.raw<RoomView>()
  /** Why the last thing could not be done; null once something else could. */
  failure = $state.raw<Failure | null>(null)
  /** When the program last said that something is on disk, by this computer's clock; null before. */
  savedAt = $state<number | null>(null)
  /** When the newest view arrived, by this computer's clock. */
  arrivedAt = $state(Date.now())
  #asked = 0
  #applied = 0
  #busy = 0
  #stale = false

  constructor(readonly meeting: MeetingId) {}

  /** Asks for the room anew. */
  async refresh(): Promise<void> {
    const mine = ++this.#asked
    try {
      this.#take(await backend.call('get_room', { meeting: this.meeting }), mine)
      if (this.view && this.failure?.code === 'locked') this.failure = null
    } catch (thrown) {
      this.failure = asFailure(thrown)
    }
  }

  /** Hears that rows changed; while something of its own is under way its answer will say. */
  changed(what: string[] = []): void {
    // Because the journal is written at every pause of typing and shows nowhere else.
    if (what.length && what.every((noun) => noun === 'draft')) return
    if (this.#busy) this.#stale = true
    else void this.refresh()
  }

  /** Changes the room; returns whether the program says that it is on disk. */
  async change<C extends RoomCommand>(command: C, request: Request<C>): Promise<boolean> {
    const mine = ++this.#asked
    const answer = await this.record(command, request, false)
    if (answer === null) return false
    this.#take(answer as RoomView, mine)
    return true
  }

  /** Records something that answers otherwise, and looks at the room again; null when it could not be done. */
  async record<C extends CommandName>(command: C, request: Request<C>, look = true): Promise<Response<C> | null> {
    this.#busy++
    let answer: Response<C> | null = null
    try {
      answer = await backend.call(command, request)
      this.savedAt = Date.now()
      this.failure = null
    } catch (thrown) {
      this.failure = asFailure(thrown)
    }
    this.#busy--
    if ((answer !== null && look) || (this.#stale && !this.#busy)) {
      this.#stale = false
      await this.refresh()
    }
    return answer
  }

  /** Because a late answer to an old question must not undo a newer one. */
  #take(view: RoomView, asked: number) {
    if (asked < this.#applied) return
    this.#applied = asked
    this.view = view
    this.arrivedAt = Date.now()
  }
}
