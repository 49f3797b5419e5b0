/** What an action line says, asked anew while it is typed. */
import { asFailure, backend, type Failure, type UnderstoodActionLine } from '$backend'

/** Because a person types faster than each letter deserves a question. */
const pause = 90

export interface Understanding {
  /** What was understood of the line as it stands; null while it is empty. */
  readonly of: UnderstoodActionLine | null
  readonly failure: Failure | null
  /** Understands a text now, for Enter. */
  now(text: string, cursor: number): Promise<UnderstoodActionLine | null>
}

/** Follows `line()`; call it while a component is being made. */
export function understanding(line: () => { text: string; cursor: number }): Understanding {
  let of = $state.raw<UnderstoodActionLine | null>(null)
  let failure = $state.raw<Failure | null>(null)
  let newest = 0

  async function now(text: string, cursor: number) {
    const mine = ++newest
    try {
      const answer = await backend.call('understand_action_line', { text, cursor })
      if (mine === newest) [of, failure] = [answer, null]
      return answer
    } catch (thrown) {
      if (mine === newest) failure = asFailure(thrown)
      return null
    }
  }

  $effect(() => {
    const { text, cursor } = line()
    if (!text.trim()) {
      newest++
      of = null
      return
    }
    const waiting = setTimeout(() => void now(text, cursor), pause)
    return () => clearTimeout(waiting)
  })

  return {
    get of() {
      return of
    },
    get failure() {
      return failure
    },
    now,
  }
}
