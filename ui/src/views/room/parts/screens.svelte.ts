/** The projector's window while the room is open: opened where there is a second screen, and what happens when that goes. */
import { asFailure, backend, type Screens } from '$backend'

/** How long it waits before it looks again, in milliseconds: a plug comes and goes for a moment. */
const wait = 1000

interface Told {
  /** A second screen came, and the projector's window is on it. */
  came: () => void
  /** The screen with the projector's window went. */
  gone: () => void
  /** Something about a window failed, in words. */
  failed: (words: string) => void
}

export class RoomScreens {
  /** What was found last; null where the program cannot say. */
  found = $state.raw<Screens | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined
  #told: Told

  constructor(told: Told) {
    this.#told = told
  }

  /** Looks upon entering the room, and opens the projector's window where there is a second screen. */
  async enter(): Promise<void> {
    const found = await this.look()
    if (found && found.count > 1 && !found.open) await this.turn(true)
  }

  /** Opens or closes the projector's window. */
  async turn(open: boolean): Promise<void> {
    try {
      this.#take(await (open ? backend.openProjector() : backend.closeProjector()))
    } catch (thrown) {
      this.#told.failed(asFailure(thrown).message)
    }
  }

  /** Hears that a screen may have come or gone. */
  hear(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.#compare()
    }, wait)
  }

  /** Hears nothing more. */
  leave(): void {
    clearTimeout(this.#timer)
  }

  /** Looks which screens there are now; null where the program cannot say. */
  async look(): Promise<Screens | null> {
    try {
      return this.#take(await backend.screens())
    } catch {
      return (this.found = null)
    }
  }

  #take(found: Screens): Screens {
    if (found.failed) this.#told.failed(found.failed)
    return (this.found = found)
  }

  async #compare(): Promise<void> {
    const before = this.found
    const after = await this.look()
    if (!before || !after) return
    if (after.count < before.count && before.open) this.#told.gone()
    else if (after.count > before.count && !after.open) {
      await this.turn(true)
      this.#told.came()
    }
  }
}
