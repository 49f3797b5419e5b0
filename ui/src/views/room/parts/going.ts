/** Where Page Up and Page Down lead from here. */
import type { ItemId, RoomView } from '$backend'

export interface Steps {
  /** The item before; undefined when there is none. */
  back: ItemId | undefined
  /** The item after, null to leave the last one; undefined when the agenda is through. */
  forward: ItemId | null | undefined
}

/** Returns the items before and after the one the room is at. */
export function steps(view: Pick<RoomView, 'items' | 'current'>): Steps {
  const { items, current } = view
  if (!current) {
    const begun = items.some(({ state }) => state === 'done')
    return begun ? { back: items.at(-1)?.id, forward: undefined } : { back: undefined, forward: items[0]?.id }
  }
  const at = items.findIndex(({ id }) => id === current.id)
  return { back: items[at - 1]?.id, forward: items[at + 1]?.id ?? null }
}
