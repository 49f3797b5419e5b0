/** Periods of a report, and the address that holds period and opened figure. */
import { fullDate, municipalYearBegins } from '$shared/dates'
import type { ReportFigure, ReportView } from '$backend'

export interface Period {
  from: string
  to: string
}

/** A period that one press chooses. */
export interface Preset extends Period {
  value: string
  words: string
}

const yearOf = (day: string) => Number(day.slice(0, 4))

function municipal(first: number): Preset {
  const words = `Municipal year ${first}–${String((first + 1) % 100).padStart(2, '0')}`
  return { value: `municipal-${first}`, words, from: `${first}-04-01`, to: `${first + 1}-03-31` }
}

function calendar(year: number): Preset {
  return { value: `calendar-${year}`, words: `Calendar year ${year}`, from: `${year}-01-01`, to: `${year}-12-31` }
}

/** Returns the periods that are offered on a day: this municipal year, the last one, and two calendar years. */
export function presets(today: string): Preset[] {
  const year = yearOf(today)
  const first = yearOf(municipalYearBegins(today))
  return [municipal(first), municipal(first - 1), calendar(year), calendar(year - 1)]
}

/** Returns the offered period with the same two days; nothing when it is another. */
export function presetOf(all: Preset[], { from, to }: Period): Preset | undefined {
  return all.find((each) => each.from === from && each.to === to)
}

/** Returns `1 April 2026 to 31 March 2027`, and that it is not over when it is not. */
export function periodWords({ from, to }: Period, today: string): string {
  return `${fullDate(from)} to ${fullDate(to)}${from <= today && today < to ? ', as far as it has gone' : ''}`
}

/** Where a figure stands: section, table, line and column by their stable names. */
export type Path = [section: string, table: string, line: string, column: string]

const joint = '|'

/** Returns the address of the report of a period, with a figure opened or none. */
export function reportAddress({ from, to }: Period, figure: Path | null = null): string {
  const query = new URLSearchParams({ from, to })
  if (figure) query.set('figure', figure.join(joint))
  return `/reports?${query}`
}

/** Reads the address; a period that it does not tell is the municipal year of today. */
export function readAddress(address: string, today: string): { period: Period; figure: Path | null } {
  const query = new URLSearchParams(address.split('?')[1])
  const [from, to] = [query.get('from'), query.get('to')]
  const period = from && to ? { from, to } : presets(today)[0]!
  const parts = query.get('figure')?.split(joint) ?? []
  return { period, figure: parts.length === 4 ? (parts as Path) : null }
}

/** A figure with the words of where it stands. */
export interface Opened {
  title: string
  words: string
  figure: ReportFigure
}

/** Returns the figure at a path; nothing when the report has none there. */
export function figureAt(report: ReportView, [section, table, line, column]: Path): Opened | null {
  const inSection = report.sections.find(({ key }) => key === section)
  const inTable = inSection?.tables.find(({ key }) => key === table)
  if (!inSection || !inTable) return null
  const at = inTable.columns.findIndex(({ key }) => key === column)
  const inLine = [...inTable.lines, ...(inTable.whole ? [inTable.whole] : [])].find(({ key }) => key === line)
  const figure = inLine?.figures[at]
  const heading = inTable.columns[at]
  if (!inLine || !figure || !heading) return null
  return { title: `${inSection.title}: ${inLine.words}`, words: `${inTable.title} · ${heading.title}`, figure }
}
