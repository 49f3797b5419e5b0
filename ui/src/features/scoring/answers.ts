/** Answers to a matrix while they are being given: what is chosen, what is still open, what was said last time. */
import type { FactorAnswer, Matrix, MatrixFactor, MatrixOption, Reckoning } from '$backend'

/** Returns the chosen option's key; nothing while the factor is not answered. */
export function chosenFor(answers: FactorAnswer[], factor: string): string | undefined {
  return answers.find((answer) => answer.factor === factor)?.option
}

/** Returns the answers with one more, or with another in place of an earlier one. */
export function withAnswer(answers: FactorAnswer[], factor: string, option: string): FactorAnswer[] {
  return [...answers.filter((answer) => answer.factor !== factor), { factor, option }]
}

/** Returns the place of the first factor without an answer; -1 when all have one. */
export function firstOpen(matrix: Matrix, answers: FactorAnswer[]): number {
  return matrix.factors.findIndex(({ key }) => chosenFor(answers, key) === undefined)
}

/** Returns those answers that the matrix still asks and offers: a draft may be older than the version. */
export function stillAsked(matrix: Matrix, answers: FactorAnswer[]): FactorAnswer[] {
  return answers.filter(({ factor, option }) => optionOf(matrix, factor, option) !== undefined)
}

/** Returns the option of an answer; nothing when the matrix does not offer it. */
export function optionOf(matrix: Matrix, factor: string, option: string | undefined): MatrixOption | undefined {
  return matrix.factors.find(({ key }) => key === factor)?.options.find(({ key }) => key === option)
}

/** Returns how a total differs from the last one: `8 less than last time (56)`. */
export function against(total: number, last: number): string {
  const difference = Math.round((total - last) * 100) / 100
  if (difference === 0) return `the same as last time (${last})`
  return `${Math.abs(difference)} ${difference < 0 ? 'less' : 'more'} than last time (${last})`
}

/** Returns what stands under the running total: how far it can still go. */
export function stillPossible({ answered, factors, lowest, highest }: Reckoning): string {
  return answered === factors ? 'every factor is answered' : `between ${lowest} and ${highest} in the end`
}

/** Returns what one says of a factor in the list beside the question. */
export function answerWords(factor: MatrixFactor, answers: FactorAnswer[]): string {
  const key = chosenFor(answers, factor.key)
  return factor.options.find((option) => option.key === key)?.words ?? 'not answered'
}
