/** Which dialog stands over a case. */
import type { Score, SubjectView } from '$backend'

export type CaseDialog =
  | { kind: 'facts' | 'key_issues' | 'score' | 'close' | 'reopen' | 'link' | 'history' | 'split' | 'combine' }
  | { kind: 'person'; person: SubjectView | null }
  | { kind: 'answers'; score: Score }
