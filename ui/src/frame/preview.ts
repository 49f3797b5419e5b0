/** The address of a paper's preview: whatever paper it is, its address holds all that is asked for. */
import type { WantedPaper } from '$backend'
import { go, to } from './router.svelte'

/** Returns the `href` of the preview of a paper. */
export function toPreview(wanted: WantedPaper): string {
  return to('/preview', JSON.stringify(wanted))
}

/** Goes to the preview of a paper. */
export function preview(wanted: WantedPaper): void {
  go('/preview', JSON.stringify(wanted))
}

/** Returns the paper that an address asks for; null when it names none. */
export function wantedIn(text: string): WantedPaper | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && 'paper' in read ? (read as WantedPaper) : null
  } catch {
    return null
  }
}
