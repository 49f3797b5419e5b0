/** Data on a screen that keeps itself current. */
import { untrack } from 'svelte'
import type { Request, Response } from './backend'
import type { CommandName, Failure } from './contract'
import { asFailure } from './failure'
import { backend } from './index'

export interface Live<T> {
  /** The newest answer; undefined until the first. Kept while a newer one is fetched. */
  readonly data: T | undefined
  /** Why the last call failed; null when it did not. */
  readonly failure: Failure | null
  /** True while a call is under way. */
  readonly loading: boolean
  /** Asks again now. */
  refresh(): Promise<void>
}

/**
 * Calls a command and again whenever its request or a row behind it changes.
 *
 * Call it while a component is being made. `request` is tracked like a `$derived`; `of` names the nouns whose changes
 * matter (`['case']`), and without it every change does. While `seen` says no, changes wait: they are asked for once it
 * says yes again, because an answer that nobody looks at keeps the others waiting.
 */
export function live<C extends CommandName>(
  command: C,
  request: () => Request<C>,
  of?: string[],
  seen: () => boolean = () => true,
): Live<Response<C>> {
  let data = $state.raw<Response<C>>()
  let failure = $state.raw<Failure | null>(null)
  let loading = $state(true)
  let newest = 0
  let stale = false

  async function fetch(asked: Request<C>) {
    const mine = ++newest
    loading = true
    stale = false
    try {
      const answer = await backend.call(command, asked)
      if (mine !== newest) return
      data = answer
      failure = null
    } catch (thrown) {
      if (mine !== newest) return
      failure = asFailure(thrown)
    }
    loading = false
    if (stale && untrack(seen)) await refresh()
  }

  const refresh = () => fetch(untrack(request))

  $effect(() => {
    const asked = request()
    if (untrack(seen)) return untrack(() => void fetch(asked))
    stale = true
    loading = false
  })

  $effect(() => {
    if (seen() && stale && !untrack(() => loading)) untrack(() => void refresh())
  })

  $effect(() => {
    const stop = backend.listen('changed', ({ what }) => {
      if (of && !what.some((noun) => of.includes(noun))) return
      // Because fifty changes in a row need one more answer, not fifty.
      if (loading || !untrack(seen)) stale = true
      else void refresh()
    })
    return () => {
      stop()
      newest++
    }
  })

  return {
    get data() {
      return data
    },
    get failure() {
      return failure
    },
    get loading() {
      return loading
    },
    refresh,
  }
}
