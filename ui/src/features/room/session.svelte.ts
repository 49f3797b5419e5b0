/** A meeting on the console: the newest view of the room, and the one way to change it. */
import { asFailure, backend, type ActionRow, type ActionView, type Events, type Failure, type MeetingId, type Request, type Response, type RoomView } from '$backend'
import type { CommandName } from '$backend/contract'
import { drawn } from '$shared/frames'
import { kept } from '$shared/kept'

/** The commands that answer the whole room. */
export type RoomCommand = { [C in CommandName]: Response<C> extends RoomView ? C : never }[CommandName]

const isAction = (answer: object): answer is ActionView => 'row' in answer && 'lights' in answer

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
  /** The newest change that was told, and the newest that the view holds. */
  #told = 0
  #held = 0
  /** The question for the room that is under way; null when none is. */
  #looking: { asked: number; told: number; done: Promise<void> } | null = null

  constructor(readonly meeting: MeetingId) {}

  /** Asks for the room anew. */
  refresh(): Promise<void> {
    // Because nothing was sent or told since, the answer that is under way will do.
    if (this.#looking?.asked === this.#asked && this.#looking.told === this.#told) return this.#looking.done
    const [asked, told] = [++this.#asked, this.#told]
    const done = this.#look(asked, told)
    this.#looking = { asked, told, done }
    return done
  }

  /** Asks for the room anew once what is shown now is drawn, because the whole room takes longer than what was answered. */
  refreshSoon(): void {
    void drawn().then(() => this.refresh())
  }

  async #look(asked: number, told: number): Promise<void> {
    this.#busy++
    let answered = false
    try {
      this.#take(await backend.call('get_room', { meeting: this.meeting }), asked, told)
      if (this.failure?.code === 'locked') this.failure = null
      answered = true
    } catch (thrown) {
      this.failure = asFailure(thrown)
    }
    this.#busy--
    if (this.#looking?.asked === asked) this.#looking = null
    if (answered) await this.#catchUp()
  }

  /** Hears that rows changed; while something is under way its answer may hold the change already. */
  changed({ changes }: Events['changed']): void {
    this.#told = Math.max(this.#told, changes)
    void this.#catchUp()
  }

  /** Changes the room; returns whether the program says that it is on disk. */
  async change<C extends RoomCommand>(command: C, request: Request<C>): Promise<boolean> {
    const [asked, told] = [++this.#asked, this.#told]
    const answer = await this.#send(command, request)
    if (answer !== null) this.#take(answer as RoomView, asked, told)
    void this.#catchUp()
    return answer !== null
  }

  /** Records something that answers otherwise, and looks at the room again; null when it could not be done. */
  async record<C extends CommandName>(command: C, request: Request<C>, look = true): Promise<Response<C> | null> {
    this.#asked++
    const answer = await this.#send(command, request)
    if (answer !== null && isAction(answer)) this.#place(answer.row)
    if (answer !== null && look) await this.refresh()
    else void this.#catchUp()
    return answer
  }

  /** Shows an action of the case in hand as it was answered, because looking at the whole room again takes as long once more. */
  #place(row: ActionRow) {
    const current = this.view?.current
    if (!this.view || !current?.case || current.case.id !== row.case) return
    const { actions } = current.case
    const known = actions.some(({ id }) => id === row.id)
    const placed = known ? actions.map((each) => (each.id === row.id ? row : each)) : [...actions, row]
    this.view = { ...this.view, current: { ...current, case: { ...current.case, actions: placed } } }
  }

  async #send<C extends CommandName>(command: C, request: Request<C>): Promise<Response<C> | null> {
    this.#busy++
    try {
      const answer = await backend.call(command, request)
      this.savedAt = Date.now()
      this.failure = null
      return answer
    } catch (thrown) {
      this.failure = asFailure(thrown)
      return null
    } finally {
      this.#busy--
    }
  }

  /** Looks at the room again when something changed that its view does not hold, once what is shown now is drawn. */
  async #catchUp(): Promise<void> {
    const behind = () => !this.#busy && this.#told > this.#held
    if (!behind()) return
    await drawn()
    if (behind()) await this.refresh()
  }

  /** Because a late answer to an old question must not undo a newer one. */
  #take(view: RoomView, asked: number, told: number) {
    if (asked < this.#applied) return
    // Because what was told before somebody asked is in the answer, and its own change may be told before it comes.
    this.#held = Math.max(this.#held, told, view.changes)
    this.#applied = asked
    // Because most of a room of 85 items says after a key what it said before, and what is the same is not drawn anew.
    this.view = kept(this.view, view)
    this.arrivedAt = Date.now()
  }
}
