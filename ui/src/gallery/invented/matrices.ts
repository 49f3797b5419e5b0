/** An invented person matrix, and what the program would reckon of answers to it. */
import type { FactorAnswer, Matrix, MatrixVersion, MatrixVersionView, Reckoning, ScoreState, ScoreSummary } from '$backend'

export const label = 'Default – not the county’s matrix'

const factor = (key: string, title: string, guide: string, options: [words: string, weight: number][]) => ({
  key, title, guide, options: options.map(([words, weight], index) => ({ key: `o${index}`, words, weight })),
})

export const matrix: Matrix = {
  factors: [
    factor('frequency', 'Frequency', 'How often incidents or calls were recorded in the last four weeks, by any agency.', [['None', 0], ['Once or twice', 3], ['About once a week', 5], ['Several times a week', 8], ['Daily or nearly so', 10]]),
    factor('duration', 'Duration', 'How long the problem has gone on, breaks of a few weeks counted in.', [['Less than a month', 0], ['One to three months', 2.5], ['Three months to a year', 4], ['Longer than a year', 6]]),
    factor('impact', 'Effect on others', 'Neighbours, family, staff, passers-by: what those affected say themselves.', [['None known', 0], ['Annoyance', 3], ['Distress; sleep or work suffers', 6], ['Fear; people change how they live', 9], ['People have left or want to leave', 12]]),
    factor('harm', 'Risk of serious harm', 'To the person or to others, at the worst that professionals expect.', [['None expected', 0], ['Possible', 4], ['Likely without help', 8], ['Has happened, or is imminent', 12]]),
    factor('vulnerability', 'Vulnerability', 'Age, disability, isolation, being a victim again and again, caring for others.', [['None known', 0], ['Some; support in place', 3], ['Some; support missing', 6], ['Several together, or a child at risk', 10]]),
    factor('mental_health', 'Mental health', 'What a professional has said, or what agencies see; no diagnosis is needed.', [['No concern', 0], ['Concern; in treatment', 2], ['Concern; not in treatment', 5], ['Crisis, or detained lately', 8]]),
    factor('substances', 'Alcohol and drugs', 'The person’s own use, as it bears on the problem.', [['No part in it', 0], ['Some part in it', 2], ['Dependent; in treatment', 5], ['Dependent; not in treatment', 8]]),
    factor('exploitation', 'Exploitation', 'Of the person, or by the person: criminal, sexual, financial, cuckooing.', [['No sign', 0], ['Signs, not confirmed', 3], ['Likely', 6], ['Known and going on', 9]]),
    factor('housing', 'Home', 'Whether the home is safe and likely to last.', [['Settled', 0], ['At risk: notice, arrears, complaints', 2], ['About to be lost, or unsafe', 4], ['No home', 5]]),
    factor('previous', 'What agencies have tried', 'Single-agency work so far: letters, visits, contracts, orders, treatment.', [['Tried, and it works', 0], ['Little tried yet', 1], ['Tried, with some effect', 3], ['Tried, and it failed', 6]]),
  ],
  bands: [{ name: 'Low', from: 0, priority: 'low' }, { name: 'Medium', from: 40, priority: 'medium' }, { name: 'High', from: 65, priority: 'high' }],
  threshold: 50,
  routes: ['over_threshold', 'potential_escalation', 'professional_judgement'],
}

const ends = (of: Matrix, pick: (...weights: number[]) => number) => of.factors.reduce((sum, { options }) => sum + pick(...options.map(({ weight }) => weight)), 0)

/** Returns what answers come to, as the program reckons it. */
export function reckoned(of: Matrix, answers: FactorAnswer[]): Reckoning {
  const weight = ({ factor, option }: FactorAnswer) => of.factors.find(({ key }) => key === factor)?.options.find(({ key }) => key === option)?.weight ?? 0
  const total = answers.reduce((sum, answer) => sum + weight(answer), 0)
  const open = { ...of, factors: of.factors.filter(({ key }) => !answers.some(({ factor }) => factor === key)) }
  const over_threshold = total >= of.threshold
  return {
    total, answered: answers.length, factors: of.factors.length, over_threshold,
    band: of.bands.findLast(({ from }) => from <= total) ?? null,
    routes: of.routes.filter((route) => (route === 'over_threshold') === over_threshold),
    lowest: total + ends(open, Math.min), highest: total + ends(open, Math.max),
  }
}

const saved = (number: number, more: Partial<MatrixVersion> = {}): MatrixVersion => ({ id: `mv-person-${number}`, kind: 'person', number, matrix, made_on: null, made_by: '', ...more })

export function versionView(version: MatrixVersion, more: Partial<MatrixVersionView> = {}): MatrixVersionView {
  return {
    version, name: `Version ${version.number}`, label: version.made_on ? '' : label, in_force: true, scores: 0, cases: 0,
    lowest: ends(version.matrix, Math.min), highest: ends(version.matrix, Math.max), ...more,
  }
}

export const second = versionView(saved(2, { made_on: '2026-11-03', made_by: 'A Field', matrix: { ...matrix, threshold: 48 } }), { scores: 12, cases: 9 })
export const first = versionView(saved(1), { in_force: false, scores: 31, cases: 22 })
export const location = versionView({ ...saved(1), id: 'mv-location-1', kind: 'location' }, { scores: 8, cases: 8 })

/** Answers that come to 46.5. */
export const earlier: FactorAnswer[] = [3, 1, 2, 2, 3, 2, 1, 1, 0, 2].map((option, index) => ({ factor: matrix.factors[index]?.key ?? '', option: `o${option}` }))

const words: Record<ScoreState, [string, string]> = {
  scored: ['re-scored', 'Scored again, with another total; lower is better'],
  unchanged: ['re-scored, unchanged', 'Scored again, with the same total'],
  not_rescored: ['not re-scored', 'Scored at the start and not since'],
  unknown: ['unknown if re-scored', 'The imported register gives one number twice: unchanged or never re-scored, nobody can tell'],
  unscored: ['not scored', 'Never scored'],
}

/** Returns scores summed up, with the words that the program sends. */
export function summed(initial: number | null, current: number | null, state: ScoreState): ScoreSummary {
  return { initial, current, state, words: words[state][0], meaning: words[state][1] }
}
