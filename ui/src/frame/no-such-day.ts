/** Keeps a request back that holds what was typed as a day and is none, so that nothing is recorded without it. */
import { asFailure, type Backend } from '$backend'
import { noSuchDay, noSuchDayWords } from '$shared/dates'

/** Returns the backend, refusing at its field what is no day. */
export function withDaysOnly(backend: Backend): Backend {
  return {
    ...backend,
    async call(command, request) {
      // Because what is journalled is not recorded yet.
      const field = command === 'save_draft' ? null : fieldOfNoDay(request)
      if (field !== null) throw asFailure({ message: noSuchDayWords, field })
      return backend.call(command, request)
    },
  }
}

/** Returns the first field that holds what is no day; null when none does. */
function fieldOfNoDay(value: unknown, field = ''): string | null {
  if (value === noSuchDay) return field
  if (typeof value !== 'object' || value === null) return null
  for (const [name, each] of Object.entries(value)) {
    const found = fieldOfNoDay(each, Array.isArray(value) ? field : name)
    if (found !== null) return found
  }
  return null
}
