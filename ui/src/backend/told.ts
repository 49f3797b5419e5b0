/** The other end of what travels in parts: an answer holds what this page does not, and the rest stands here already. */

/** An answer in parts, as it travelled: a field that is missing, and a null among its elements, are as they were. */
type Parts = { told: number } & Record<string, unknown>

const inParts = (answer: unknown): answer is Parts => typeof answer === 'object' && answer !== null && 'told' in answer && typeof answer.told === 'number'

/** What was told last, and its number. */
export interface Held {
  told: number
  whole: Record<string, unknown>
}

/** Returns what is held after an answer to a page that held `before`; null when it did not travel in parts. */
export function held(answer: unknown, before: Held | null): Held | null {
  if (!inParts(answer)) return null
  const { told, ...parts } = answer
  const whole: Record<string, unknown> = { ...before?.whole, ...parts }
  for (const [name, part] of Object.entries(parts)) {
    const was = before?.whole[name]
    if (Array.isArray(part) && Array.isArray(was)) whole[name] = part.map((each: unknown, place) => each ?? was[place])
  }
  return { told, whole }
}
