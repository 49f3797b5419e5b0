/** Short sentences about what was just done, with a way back. */

export interface Toast {
  id: number
  words: string
  kind: 'success' | 'failure'
  undo?: () => void
}

const stay = 10_000
let toasts = $state.raw<Toast[]>([])
let last = 0

/** Says what was done; with `undo` a button takes it back. It stays ten seconds, a failure until it is closed. */
export function toast(words: string, { undo, kind = 'success' }: { undo?: () => void; kind?: Toast['kind'] } = {}): void {
  const id = ++last
  toasts = [...toasts.slice(-2), { id, words, kind, undo }]
  if (kind === 'success') setTimeout(() => dropToast(id), stay)
}

/** Returns the sentences in sight, for ToastHost. */
export function shownToasts(): Toast[] {
  return toasts
}

/** Takes every sentence away, for when the hub is locked. */
export function dropToasts(): void {
  toasts = []
}

/** Takes a sentence away. */
export function dropToast(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id)
}
