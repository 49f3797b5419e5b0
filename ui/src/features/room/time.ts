/** Clocks of the room. */
import { clock, duration, localMoment } from '$shared'

const seconds = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', second: '2-digit' })

/** Returns `2.34.07 pm` for an instant in UTC milliseconds. */
export function clockToTheSecond(instant: number): string {
  const [time, half] = clock(localMoment(instant)[1]).split(' ')
  return `${time}.${seconds.format(instant).padStart(2, '0')} ${half}`
}

/** Returns the wall clock in words: the program's own, moved on by what passed since it was told. */
export function wallClock(told: string, arrivedAt: number, now: number): string {
  const minutes = (time: string) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    return hour * 60 + minute
  }
  const then = minutes(localMoment(arrivedAt)[1])
  const shift = minutes(told) - then
  // Because both clocks show whole minutes, a difference of one is no difference.
  const offset = Math.abs(shift) <= 1 ? 0 : shift
  return clock(localMoment(now + offset * 60_000)[1])
}

/** Returns the seconds spent on an item by now. */
export function spent(item: { spent_seconds: number; running_since: number | null }, arrivedAt: number, now: number): number {
  return item.spent_seconds + (item.running_since === null ? 0 : Math.max(0, Math.floor((now - arrivedAt) / 1000)))
}

/** Returns `3 min behind`, `2 min ahead` or `on time`. */
export function drift(behindMinutes: number): string {
  if (behindMinutes === 0) return 'on time'
  return behindMinutes > 0 ? `${duration(behindMinutes)} behind` : `${duration(-behindMinutes)} ahead`
}
