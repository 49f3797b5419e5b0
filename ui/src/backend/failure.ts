/** What a command answers when it could not be done. */
import type { Failure } from './contract'

/** Returns whatever was thrown as a failure, so that every screen can show it the same way. */
export function asFailure(thrown: unknown): Failure {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) {
    const { code, message, hint, field } = thrown as Partial<Failure>
    return { code: code ?? 'refused', message: String(message), hint: hint ?? null, field: field ?? null }
  }
  return {
    code: 'refused',
    message: typeof thrown === 'string' ? thrown : 'Something went wrong inside the program. What was saved is safe.',
    hint: 'Try once more; if it comes back, close the program and start it again.',
    field: null,
  }
}
