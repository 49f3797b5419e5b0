/**
 * Returns `now` with every part of `before` in place of one that says the same, so that a screen leaves alone what did not
 * change. Both are plain data, as a command answers it.
 */
export function kept<T>(before: unknown, now: T): T {
  if (before === now || typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) return now
  if (Array.isArray(before) !== Array.isArray(now)) return now
  const [was, is] = [before as Record<string, unknown>, now as Record<string, unknown>]
  const keys = Object.keys(is)
  let same = keys.length === Object.keys(was).length
  for (const key of keys) {
    is[key] = kept(was[key], is[key])
    same &&= is[key] === was[key] && key in was
  }
  return same ? (before as T) : now
}
