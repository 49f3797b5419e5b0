/** Who was told when to come, so that nobody is told twice. */
import type { AgencyId, RoomArrival } from '$backend'

/** Because less is not worth another message. */
const worthTelling = 5

const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

export class Told {
  #told = $state.raw(new Map<AgencyId, string>())

  /** Returns those who are to be told: for the first time, or again because it moved on. */
  pending(arrivals: RoomArrival[]): RoomArrival[] {
    return arrivals.filter(({ agency, now }) => {
      const told = this.#told.get(agency)
      return told === undefined || Math.abs(minutesOf(now) - minutesOf(told)) >= worthTelling
    })
  }

  /** Remembers that these were told. */
  tell(arrivals: RoomArrival[]): void {
    this.#told = new Map([...this.#told, ...arrivals.map(({ agency, now }) => [agency, now] as const)])
  }
}
