/** Asks, while somebody types, whom and which place the hub knows already. */
import { backend, type DuplicatesView, type FindDuplicates, type SubjectId } from '$backend'
import type { TypedSubject } from './subject'
import { subjectOf } from './subject'

/** Long enough not to ask at every key, short enough to be there before the next field. */
const pause = 350

/** Returns what is asked about a person as typed so far. */
export function soughtPerson(typed: TypedSubject, except: SubjectId[]): FindDuplicates {
  const { name, aliases, date_of_birth, addresses, telephones } = subjectOf(typed).fields
  return { name, aliases, date_of_birth, addresses, telephones, except, place: '', except_referral: null }
}

/** Returns what is asked about a place. */
export const soughtPlace = (place: string, except_referral: string | null): FindDuplicates => ({
  name: '', aliases: [], date_of_birth: null, addresses: [], telephones: [], except: [], place: place.trim(), except_referral,
})

const asksNothing = (sought: FindDuplicates) =>
  sought.name.length < 3 && !sought.place && !sought.date_of_birth && !sought.aliases.length && !sought.addresses.length && !sought.telephones.length

/** Keeps what may be known already of what `sought()` tells; call it while a component is being made. */
export function useDuplicates(sought: () => FindDuplicates): { readonly found: DuplicatesView | null } {
  let found = $state.raw<DuplicatesView | null>(null)
  const asked = $derived(JSON.stringify(sought()))

  $effect(() => {
    const request = JSON.parse(asked) as FindDuplicates
    if (asksNothing(request)) {
      found = null
      return
    }
    let stale = false
    const waiting = setTimeout(async () => {
      // A search that fails must not disturb anybody who types: the form can be filled in without it.
      const answer = await backend.call('find_duplicates', request).catch(() => null)
      if (!stale) found = answer
    }, pause)
    return () => {
      stale = true
      clearTimeout(waiting)
    }
  })

  return {
    get found() {
      return found
    },
  }
}
