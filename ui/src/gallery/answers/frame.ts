/** Invented answers of the frame. */
import type { Answers } from '$backend/fake'

export const answers: Answers = {
  get_frame: {
    state: 'open',
    hub: 'Northbridge',
    sample: true,
    person: 'A Field',
    role: 'coordinator',
    next_meeting: { id: 'm1', date: '2026-11-24', starts: '14:00' },
    counts: { cases: 23, referrals: 3, actions: 41, orders: 9 },
  },
  search: ({ text }) => ({
    hits: [{ kind: 'case', words: 'DEMO.45', detail: `Person, 16–17 · fits “${text}”`, address: '/cases/DEMO.45' }],
  }),
  lock: null,
}
