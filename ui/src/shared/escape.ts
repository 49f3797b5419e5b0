/** Leaving a small form by Escape. */
import { toast } from './toast.svelte'

/**
 * Leaves a form on Escape as long as what is typed in it is what stood there before, because the key may have been meant for
 * something else and throws nothing away.
 */
export function leaveByEscape(event: KeyboardEvent, before: object, typed: object, leave: () => void): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  event.preventDefault()
  if (JSON.stringify(before) === JSON.stringify(typed)) leave()
  else toast('Not saved yet. Save keeps what you typed, and Cancel throws it away.')
}
