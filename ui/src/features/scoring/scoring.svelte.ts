/** A scoring that goes on: the answers, the factor in view, and what the program reckons they come to. */
import { asFailure, backend, type Failure, type FactorAnswer, type Matrix, type Reckoning } from '$backend'
import { chosenFor, firstOpen, stillAsked, withAnswer } from './answers'

export class Scoring {
  answers = $state.raw<FactorAnswer[]>([])
  /** The factor in view, from 0. */
  step = $state(0)
  reckoning = $state.raw<Reckoning>()
  failure = $state.raw<Failure | null>(null)
  #asked = 0

  constructor(
    readonly matrix: Matrix,
    /** Hears every change of an answer. */
    private readonly onchange: (answers: FactorAnswer[]) => void = () => undefined,
  ) {
    void this.#reckon()
  }

  get factor() {
    return this.matrix.factors[this.step]
  }

  get complete(): boolean {
    return firstOpen(this.matrix, this.answers) === -1
  }

  /** Goes on with answers that were given earlier, as far as the matrix still asks them. */
  restore(answers: FactorAnswer[]): void {
    this.answers = stillAsked(this.matrix, answers)
    this.step = Math.max(0, firstOpen(this.matrix, this.answers))
    void this.#reckon()
  }

  choose(factor: string, option: string): void {
    if (chosenFor(this.answers, factor) === option) return
    this.answers = withAnswer(this.answers, factor, option)
    this.onchange(this.answers)
    void this.#reckon()
  }

  /** Moves to the next factor; returns whether there was none and every factor has its answer. */
  next(): boolean {
    const open = firstOpen(this.matrix, this.answers)
    if (this.step < this.matrix.factors.length - 1) this.step += 1
    else if (open >= 0) this.step = open
    else return true
    return false
  }

  back(): void {
    this.step = Math.max(0, this.step - 1)
  }

  /** Hears a key: a number chooses, Enter and → move on, Backspace and ← move back, = takes the last answer over. */
  hear(event: KeyboardEvent, previous: FactorAnswer[], onfinish: () => void): void {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return
    const factor = this.factor
    const option = factor?.options[Number(event.key) - 1]
    if (factor && /^[1-9]$/.test(event.key)) {
      if (option) this.choose(factor.key, option.key)
    } else if (event.key === 'ArrowRight' || (event.key === 'Enter' && !pressing(event.target))) {
      if (this.next()) onfinish()
    } else if (event.key === 'ArrowLeft' || event.key === 'Backspace') {
      this.back()
    } else if (event.key === '=' && factor) {
      const before = chosenFor(previous, factor.key)
      if (factor.options.some(({ key }) => key === before)) this.choose(factor.key, before ?? '')
    } else return
    event.preventDefault()
  }

  /** Because the rule is the program's: also a draft that is only previewed is reckoned there. */
  async #reckon(): Promise<void> {
    const mine = ++this.#asked
    try {
      const reckoning = await backend.call('reckon_score', { matrix: this.matrix, answers: this.answers })
      if (mine !== this.#asked) return
      this.reckoning = reckoning
      this.failure = null
    } catch (thrown) {
      if (mine === this.#asked) this.failure = asFailure(thrown)
    }
  }
}

/** Whether the key belongs to a text that is being typed. */
function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), textarea, select')
}

/** Whether Enter presses what has the focus. */
function pressing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, a')
}
