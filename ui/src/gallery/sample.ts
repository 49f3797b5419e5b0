/** Invented answers for looking at screens in a browser; each file of `answers/` adds its own. */
import { fake, type Answers, type Fake } from '$backend/fake'
import { emptyAnswers } from './answers/frame'

const files = import.meta.glob<{ answers: Answers }>('./answers/*.ts', { eager: true })

/** Returns a backend with every invented answer. */
export function sample(): Fake {
  const empty = new URLSearchParams(location.search).get('hub') === 'empty'
  return fake(Object.assign({}, ...Object.values(files).map(({ answers }) => answers), empty ? emptyAnswers : {}))
}
