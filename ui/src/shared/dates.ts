/** Dates, times and spans in the words of council papers; dates arrive as `2017-10-24`, times as `14:00`. */

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function parts(date: string): { year: number; month: string; day: number; weekday: string } {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  return { year, month: months[month - 1] ?? '', day, weekday: days[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '' }
}

/** Returns `Tuesday 24 October 2017`, for prose and headings. */
export function longDate(date: string): string {
  const { weekday, day, month, year } = parts(date)
  return `${weekday} ${day} ${month} ${year}`
}

/** Returns `24 October 2017`. */
export function fullDate(date: string): string {
  const { day, month, year } = parts(date)
  return `${day} ${month} ${year}`
}

/** Returns `24 Oct 2017`, for tables; an absent date is an empty string. */
export function tableDate(date: string | null | undefined): string {
  if (!date) return ''
  const { day, month, year } = parts(date)
  return `${day} ${month.slice(0, 3)} ${year}`
}

/** Returns `24 Oct`, where the year is plain; an absent date is an empty string. */
export function shortDate(date: string | null | undefined): string {
  if (!date) return ''
  const { day, month } = parts(date)
  return `${day} ${month.slice(0, 3)}`
}

/** Returns `Tue 24 Oct`. */
export function shortDay(date: string): string {
  const { weekday, day, month } = parts(date)
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`
}

/** Returns `2.00 pm`. */
export function clock(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return `${hour % 12 || 12}.${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`
}

/** Returns `2.00`, for a column whose heading or neighbour says am or pm. */
export function slot(time: string): string {
  return clock(time).split(' ')[0] ?? ''
}

/** Returns `2.00 pm to 4.00 pm`. */
export function span(from: string, to: string): string {
  return `${clock(from)} to ${clock(to)}`
}

/** Returns `1 h 36 min`, `2 h` or `12 min`. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = Math.round(minutes % 60)
  if (!hours) return `${rest} min`
  return rest ? `${hours} h ${rest} min` : `${hours} h`
}

const local = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
})

/** Returns the local date and time of an instant in UTC milliseconds, as `["2017-10-24", "14:00"]`. */
export function localMoment(instant: number): [date: string, time: string] {
  const part = Object.fromEntries(local.formatToParts(instant).map(({ type, value }) => [type, value]))
  return [`${part.year}-${part.month}-${part.day}`, `${part.hour}:${part.minute}`]
}

/** Returns `24 Oct 2017, 2.00 pm` for an instant in UTC milliseconds. */
export function moment(instant: number): string {
  const [date, time] = localMoment(instant)
  return `${tableDate(date)}, ${clock(time)}`
}

/** Returns whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000)
}

/** Returns the first day of the municipal year that a day lies in, as councils count: it begins on 1 April. */
export function municipalYearBegins(day: string): string {
  return `${Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)}-04-01`
}

/** What a field holds while what is typed in it is no day, such as 31 February: nothing accepts it, and an empty field would pass for no day at all. */
export const noSuchDay = 'no such day'

/** Returns a day, or an empty text while what is typed is none, for what is only asked on the way. */
export function dayOf(typed: string): string {
  return typed === noSuchDay ? '' : typed
}

/** What is said of it. */
export const noSuchDayWords = 'There is no such day: give day, month and year, or empty the field'
