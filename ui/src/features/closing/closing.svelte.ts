/** What is answered to the checklist of a closure, as it is typed. */
import type { ActionEnding, ClosingAnswers, ClosureChecklist, EndedAction } from '$backend'

interface Typed {
  /** What becomes of each open action, by its key. */
  endings: Record<string, { ending: ActionEnding | null; reason: string }>
  /** Who watches each order, by its key; absent while the proposal stands. */
  watched: Record<string, string>
  /** Who of the list is told. */
  told: Record<string, boolean>
  besides: string
  /** The summary as it was changed; null while the draft stands. */
  summary: string | null
}

const nothing = (): Typed => ({ endings: {}, watched: {}, told: {}, besides: '', summary: null })

export class Closing {
  typed = $state<Typed>(nothing())
  /** The checklist as it arrived last; null until then. */
  list = $state.raw<ClosureChecklist | null>(null)

  /** What is said of an action so far. */
  of(action: string) {
    return this.typed.endings[action] ?? { ending: null, reason: '' }
  }

  /** What is said of actions, as far as it is. */
  get ended(): EndedAction[] {
    return Object.entries(this.typed.endings).flatMap(([action, { ending, reason }]) => (ending ? [{ action, ending, reason: reason.trim() }] : []))
  }

  /** Who watches an order: as typed, or as proposed. */
  watches(order: string): string {
    return this.typed.watched[order] ?? this.list?.orders.find((each) => each.order === order)?.watched_by ?? ''
  }

  get summary(): string {
    return this.typed.summary ?? this.list?.summary ?? ''
  }

  /** What keeps the case from being closed, by the key of the action; empty when nothing does. */
  get missing(): Record<string, string> {
    return Object.fromEntries(
      (this.list?.actions ?? []).flatMap(({ id, number }) => {
        const { ending, reason } = this.of(id)
        if (!ending) return [[id, `Say what becomes of ${number}`]]
        return ending === 'stays_open' && !reason.trim() ? [[id, `Say why ${number} stays open`]] : []
      }),
    )
  }

  get answers(): ClosingAnswers {
    const open = new Set(this.list?.actions.map(({ id }) => id))
    return {
      actions: this.ended.filter(({ action }) => open.has(action)),
      orders: (this.list?.orders ?? []).map(({ order }) => ({ order, watched_by: this.watches(order).trim() })),
      told: (this.list?.to_tell ?? []).map(({ who }) => who).filter((who) => this.typed.told[who]),
      told_besides: this.typed.besides.trim(),
      summary: this.summary.trim(),
    }
  }

  /** What is typed, for the journal; empty while nothing is. */
  get kept(): string {
    const text = JSON.stringify(this.typed)
    return text === JSON.stringify(nothing()) ? '' : text
  }

  /** Takes back what the journal kept. */
  restore(text: string): void {
    try {
      if (text) this.typed = { ...nothing(), ...(JSON.parse(text) as Partial<Typed>) }
    } catch {
      // Because a journal that cannot be read must not keep anybody from closing a case.
    }
  }
}
