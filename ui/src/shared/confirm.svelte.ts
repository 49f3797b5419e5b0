/** Asking once before something that cannot simply be undone. */

export interface Question {
  title: string
  /** What will happen and what stays safe; several are paragraphs. */
  words: string | string[]
  /** The word on the button that does it: `Close case`. */
  action: string
  cancel?: string
  danger?: boolean
}

let asked = $state.raw<(Question & { answer: (yes: boolean) => void }) | null>(null)

/** Asks in a dialog and returns whether the person said yes; the frame shows it. */
export function confirm(question: Question): Promise<boolean> {
  asked?.answer(false)
  return new Promise((answer) => (asked = { ...question, answer }))
}

/** Returns the open question, for ConfirmDialog. */
export function openQuestion() {
  return asked
}

/** Answers the open question, for ConfirmDialog. */
export function answerQuestion(yes: boolean): void {
  asked?.answer(yes)
  asked = null
}
