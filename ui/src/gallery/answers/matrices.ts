/** Invented matrices and scorings. */
import type { MatricesView, MatrixView, Request, ScoringView } from '$backend'
import type { Answers } from '$backend/fake'
import { earlier, first, location, matrix, reckoned, second, versionView } from '../invented/matrices'
import { view } from './cases'

/** The versions before anything is saved. */
export const listed: MatricesView = {
  matrices: [
    { kind: 'person', name: 'Person matrix', versions: [second, first] },
    { kind: 'location', name: 'Location matrix', versions: [location] },
  ],
}
let matrices = listed
/** Returns the versions with one more, as saving a draft leaves them. */
export function withNext(before: MatricesView, { kind, begun_from, matrix }: Request<'add_matrix_version'>): MatricesView {
  const saved = versionView({ id: `mv-${kind}-${begun_from + 1}`, kind, number: begun_from + 1, matrix, made_on: '2026-11-24', made_by: 'R Dale' })
  const after = (each: MatrixView) => ({ ...each, versions: [saved, ...each.versions.map((version) => ({ ...version, in_force: false }))] })
  return { matrices: before.matrices.map((each) => (each.kind === kind ? after(each) : each)) }
}

const score = { ...view.episodes[0]!.scores[1]!, total: 46.5, answers: { version: first.version.id, chosen: earlier } }

export const scoring: ScoringView = {
  case: 'c-45', reference: 'DEMO.45', kind: 'person', version: { ...first, in_force: true }, scores: view.episodes[0]!.scores, stage: 'mid_point', opened: '2026-10-06', closed: null,
  mid_point: '9 weeks and 7 reviews since the start score', previous: { score, earlier_episode: false, other_version: false, answers: earlier },
}

export const answers: Answers = {
  list_matrices: () => matrices,
  check_matrix: ({ matrix: draft }) => {
    const { lowest, highest } = reckoned(draft, [])
    const faults = draft.factors.flatMap(({ title, options }, index) => [
      ...(title.trim() ? [] : [{ at: `factors.${index}.title`, words: 'Give the factor a title' }]),
      ...options.flatMap(({ words }, place) => (words.trim() ? [] : [{ at: `factors.${index}.options.${place}.words`, words: 'Say what the answer is' }])),
    ])
    return { faults, lowest, highest, effect: '22 cases scored with version 1 keep their totals. 9 cases scored with version 2 keep their totals. From then on cases are scored with version 3.' }
  },
  add_matrix_version: (request) => (matrices = withNext(matrices, request)),
  reckon_score: ({ matrix, answers }) => reckoned(matrix, answers),
  get_scoring: scoring,
  score_case: view,
  get_answers: {
    score,
    answers: earlier.map(({ factor, option }) => {
      const asked = matrix.factors.find(({ key }) => key === factor)
      const chosen = asked?.options.find(({ key }) => key === option)
      return { title: asked?.title ?? '', answer: chosen?.words ?? '', weight: chosen?.weight ?? 0 }
    }),
  },
}
