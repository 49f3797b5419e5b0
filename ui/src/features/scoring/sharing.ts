/** How a scoring lets the audience look on; the room offers it, the case's own page does not. */
import type { FactorAnswer, MatrixVersionId } from '$backend'

export interface Sharing {
  /** Whether the audience looks on. */
  shared: boolean
  /** Why the audience sees nothing of it all the same, such as the level; empty when it does. */
  hidden: string
  /** Shares the scoring, or its next answer; puts the item on the projector first. */
  share: (version: MatrixVersionId, answers: FactorAnswer[]) => Promise<unknown>
  stop: () => Promise<unknown>
}
