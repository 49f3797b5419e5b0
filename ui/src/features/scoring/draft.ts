/** A matrix while it is being edited: rows keep an identity of their own, and a number may be half typed. */
import type { Matrix, MatrixFault, MatrixKind, MatrixVersion, Priority, ScoreRoute } from '$backend'

export interface DraftOption {
  id: number
  key: string
  words: string
  /** Null while what is typed is no number. */
  weight: number | null
}

export interface DraftFactor {
  id: number
  key: string
  title: string
  guide: string
  options: DraftOption[]
}

export interface DraftBand {
  id: number
  name: string
  from: number | null
  priority: Priority
}

export interface Draft {
  kind: MatrixKind
  /** The number of the version in force when the draft was begun. */
  begun_from: number
  factors: DraftFactor[]
  bands: DraftBand[]
  threshold: number | null
  routes: ScoreRoute[]
}

let identity = 0
const next = () => (identity += 1)

/** Returns a draft that says what a version says, to take over from the one in force. */
export function draftOf({ kind, matrix }: MatrixVersion, begun_from: number): Draft {
  return {
    kind,
    begun_from,
    threshold: matrix.threshold,
    routes: [...matrix.routes],
    bands: matrix.bands.map((band) => ({ id: next(), ...band })),
    factors: matrix.factors.map(({ options, ...factor }) => ({ id: next(), ...factor, options: options.map((option) => ({ id: next(), ...option })) })),
  }
}

/** Returns a draft that was kept, its rows with identities that no other row has. */
export function revived(kept: Draft): Draft {
  const factor = (each: DraftFactor) => ({ ...each, id: next(), options: each.options.map((option) => ({ ...option, id: next() })) })
  return { ...kept, bands: kept.bands.map((band) => ({ ...band, id: next() })), factors: kept.factors.map(factor) }
}

/** Returns the matrix that a draft says; a number that is none counts as nought until it is refused. */
export function matrixOf(draft: Draft): Matrix {
  return {
    threshold: draft.threshold ?? 0,
    routes: [...draft.routes],
    bands: draft.bands.map(({ name, from, priority }) => ({ name, from: from ?? 0, priority })),
    factors: draft.factors.map(({ key, title, guide, options }) => ({
      key, title, guide, options: options.map(({ key, words, weight }) => ({ key, words, weight: weight ?? 0 })),
    })),
  }
}

/** Returns the matrix with a key for every row, so that a draft can be tried like a version. */
export function triedOf(draft: Draft): Matrix {
  const matrix = matrixOf(draft)
  matrix.factors.forEach((factor, index) => {
    factor.key ||= `new-${index}`
    factor.options.forEach((option, place) => (option.key ||= `new-${place}`))
  })
  return matrix
}

const wrongNumber = 'Give a number with at most two decimals'
const fits = (value: number | null) => value !== null && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6

/** Returns what only the typed text can tell: numbers that are none, or finer than a hundredth. */
export function typedFaults(draft: Draft): MatrixFault[] {
  const found: MatrixFault[] = []
  const look = (at: string, value: number | null) => fits(value) || found.push({ at, words: wrongNumber })
  draft.factors.forEach(({ options }, factor) => options.forEach(({ weight }, option) => look(`factors.${factor}.options.${option}.weight`, weight)))
  draft.bands.forEach(({ from }, band) => look(`bands.${band}.from`, from))
  look('threshold', draft.threshold)
  return found
}

/** Returns the list with one row moved up (-1) or down (1); itself where there is no place. */
export function moved<T>(list: T[], index: number, by: -1 | 1): T[] {
  const row = list[index]
  const other = list[index + by]
  if (row === undefined || other === undefined) return list
  return list.map((each, place) => (place === index ? other : place === index + by ? row : each))
}

/** Returns an empty option. */
export const newOption = (): DraftOption => ({ id: next(), key: '', words: '', weight: 0 })

/** Returns a factor with two empty options: fewer are no choice. */
export const newFactor = (): DraftFactor => ({ id: next(), key: '', title: '', guide: '', options: [newOption(), newOption()] })

/** Returns a band above the last one. */
export function newBand(bands: DraftBand[]): DraftBand {
  const last = bands.at(-1)
  return { id: next(), name: '', from: last?.from == null ? null : last.from + 10, priority: last?.priority ?? 'low' }
}

/** Returns `5 answers, 0 to 10`. */
export function offers({ options }: DraftFactor): string {
  const weights = options.map(({ weight }) => weight ?? 0)
  return `${options.length} answers, ${Math.min(...weights)} to ${Math.max(...weights)}`
}
