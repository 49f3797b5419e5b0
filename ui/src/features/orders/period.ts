/** The figures of a period, as rows that open. */
import type { OrderFigures } from '$backend'
import { outcomeWords } from './words'

export interface PeriodFigure {
  key: string
  words: string
  orders: string[]
}

/** Returns the figures that sum, in the order of the sum: in place + issued - ended = in place. */
export function summed(figures: OrderFigures): PeriodFigure[] {
  return [
    { key: 'in_place_at_start', words: 'in place at the start', orders: figures.in_place_at_start },
    { key: 'issued', words: 'issued', orders: figures.issued },
    { key: 'ended', words: 'ended', orders: figures.ended.flatMap(([, orders]) => orders) },
    { key: 'in_place_at_end', words: 'in place at the end', orders: figures.in_place_at_end },
  ]
}

/** Returns the outcomes of those that ended. */
export function outcomes(figures: OrderFigures): PeriodFigure[] {
  return figures.ended.map(([outcome, orders]) => ({ key: outcome, words: outcomeWords[outcome], orders }))
}

/** Returns the figures beside the sum. */
export function others(figures: OrderFigures): PeriodFigure[] {
  const all = [
    { key: 'continued', words: 'continued or varied', orders: figures.continued },
    { key: 'refused', words: 'refused or dismissed', orders: figures.refused },
    { key: 'not_progressed', words: 'not progressed', orders: figures.not_progressed },
    { key: 'on_hold', words: 'on hold at the end', orders: figures.on_hold },
  ]
  return figures.undated.length ? [...all, { key: 'undated', words: 'without a known day', orders: figures.undated }] : all
}
