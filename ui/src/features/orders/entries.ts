/** What is recorded beside the steps of an order. */
import type { OrderBreach, OrderReview } from '$backend'

/** What a dialog records: something new, or `was` as it is changed; an answer knows to whom the offer went. */
export type Entry = { kind: 'breach'; was: OrderBreach | null } | { kind: 'review'; was: OrderReview | null } | { kind: 'offer'; to_whom: string | null }
