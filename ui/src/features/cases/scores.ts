/** Scores as points on a line, and the numbers behind them. */
import type { EpisodeView } from '$backend'
import { shortDate } from '$shared'

const day = 86_400_000

/** Returns the total that was typed; null when it is no number from 0 up. */
export function points(typed: string): number | null {
  const text = typed.trim().replace(',', '.')
  const total = Number(text)
  return text && Number.isFinite(total) && total >= 0 && total <= 1000 ? total : null
}

/** Returns the points of an episode's line; a score without a day stands by its order. */
export function scorePoints({ scores }: EpisodeView): { value: number; at: number; words: string }[] {
  const dated = scores.every(({ on }) => on !== null)
  return scores.map(({ total, on }, index) => ({
    value: total,
    at: dated && on ? Date.parse(on) / day : index,
    words: on ? `${total}, ${shortDate(on)}` : `${total}, day not known`,
  }))
}

/** Returns where today stands on the line; nothing when the line goes by order. */
export function lineNow({ scores, episode }: EpisodeView, today: string): number | undefined {
  const end = episode.closed?.on ?? today
  return end && scores.every(({ on }) => on !== null) ? Date.parse(end) / day : undefined
}
