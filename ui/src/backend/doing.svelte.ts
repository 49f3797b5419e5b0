/** A form's errand: whether it runs, what was refused, and at which field. */
import type { Failure } from './contract'
import { asFailure } from './failure'

export interface Doing<F extends string> {
  /** True while a command runs. */
  readonly busy: boolean
  /** What was refused and belongs to no field of the form; null when nothing was. */
  readonly failure: Failure | null
  /** What is wrong with a field; null when nothing is. */
  at(field: F): string | null
  /** The lines of an ErrorSummary, where a field's id is `<form>-<field>`. */
  summary(form: string): { id: string; words: string }[]
  /** Refuses before anything is sent; returns whether there was something to refuse. */
  refuse(errors: Partial<Record<F, string | false | null>>): boolean
  /** Runs work; returns its answer, or nothing when it was refused: then the form keeps what was typed. */
  run<T>(work: () => Promise<T>): Promise<T | undefined>
  /** Forgets what was refused. */
  clear(): void
}

/** Returns the errand of a form whose fields bear these names, as `Failure.field` does. */
export function doing<F extends string = never>(fields: readonly F[] = []): Doing<F> {
  let busy = $state(false)
  let failure = $state.raw<Failure | null>(null)
  let errors = $state.raw<Partial<Record<F, string>>>({})
  const known = (field: string | null): field is F => field !== null && (fields as readonly string[]).includes(field)

  return {
    get busy() {
      return busy
    },
    get failure() {
      return failure
    },
    at: (field) => errors[field] ?? null,
    summary: (form) => fields.flatMap((field) => (errors[field] ? [{ id: `${form}-${field}`, words: errors[field] }] : [])),
    refuse(wrong) {
      failure = null
      errors = Object.fromEntries(Object.entries(wrong).filter(([, words]) => words)) as Partial<Record<F, string>>
      return Object.keys(errors).length > 0
    },
    async run(work) {
      if (busy) return undefined
      busy = true
      failure = null
      errors = {}
      try {
        return await work()
      } catch (thrown) {
        const refused = asFailure(thrown)
        if (known(refused.field)) {
          errors = { [refused.field]: [refused.message, refused.hint].filter(Boolean).join('. ') } as Partial<Record<F, string>>
        } else failure = refused
        return undefined
      } finally {
        busy = false
      }
    },
    clear() {
      failure = null
      errors = {}
    },
  }
}
