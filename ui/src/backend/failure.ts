/** What a command answers when it could not be done. */
export interface Failure {
  /** A word the UI may branch on, such as `locked`. */
  code: string
  /** What happened and what is safe, as a sentence for the chair. */
  message: string
  /** What to do next; null when the message says it all. */
  hint: string | null
}

/** Returns whatever was thrown as a failure, so that every screen can show it the same way. */
export function asFailure(thrown: unknown): Failure {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) {
    const { code, message, hint } = thrown as Partial<Failure>
    return { code: code ?? 'unexpected', message: String(message), hint: hint ?? null }
  }
  return {
    code: 'unexpected',
    message: typeof thrown === 'string' ? thrown : 'Something went wrong inside the program. What was saved is safe.',
    hint: 'Try once more; if it comes back, copy the diagnostics from Settings.',
  }
}
