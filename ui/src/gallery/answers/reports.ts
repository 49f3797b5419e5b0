/** An invented report, with the rows that its figures are made of. */
import type { ReportColumn, ReportFigure, ReportLine, ReportRow, ReportTable, ReportView } from '$backend'
import type { Answers } from '$backend/fake'

const cases = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => `DEMO.${from + at}`)
const numbered = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => `R.${from + at}`)
const counted = (rows: string[]): ReportFigure => ({ value: rows.length, words: String(rows.length), rows })
const told = (words: string, value: number | null, rows: string[]): ReportFigure => ({ value, words, rows })
const line = (key: string, words: string, ...figures: ReportFigure[]): ReportLine => ({ key, words, figures })
const columns = (all: Record<string, string>): ReportColumn[] => Object.entries(all).map(([key, title]) => ({ key, title }))
const table = (key: string, title: string, heads: Record<string, string>, lines: ReportLine[], whole: ReportLine | null): ReportTable => ({
  key, title, columns: columns(heads), lines, whole, parts: whole ? 'add_up' : 'apart',
})

const life = { open_at_start: 'Open at start', new: 'New', reopened: 'Re-opened', closed: 'Closed', open_at_end: 'Open at end' }
const groups = { closed: 'Closed in the period', open_at_end: 'Open at end', all: 'Both' }
const spell = (start: string[], fresh: string[], back: string[], closed: string[], end: string[]) => [start, fresh, back, closed, end].map(counted)

const all = line('all', 'All cases', ...spell(cases(1, 19), cases(20, 45), cases(46, 47), cases(1, 24), cases(25, 47)))
const byKind = table('by_kind', 'By kind', life, [
  line('person', 'Person', ...spell(cases(1, 12), cases(20, 36), cases(46, 47), cases(1, 15), cases(32, 47))),
  line('property', 'Property', ...spell(cases(13, 15), cases(37, 40), [], cases(13, 16), cases(38, 40))),
  line('topic', 'Topic', ...spell(cases(16, 19), cases(41, 45), [], cases(16, 20), cases(42, 45))),
], all)
const byArea = table('by_area', 'By area', life, [
  line('a1', 'Harbour and Old Town', ...spell(cases(1, 9), cases(20, 30), cases(46, 47), cases(1, 12), cases(38, 47))),
  line('a2', 'Northgate', ...spell(cases(10, 17), cases(31, 40), [], cases(13, 20), cases(28, 37))),
  line('not_given', 'No area given', ...spell(cases(18, 19), cases(41, 45), [], cases(21, 24), cases(25, 27))),
], all)

/** Every screen state of a figure: counts, shares, a median, changes with their sign, and nothing to measure. */
export const report: ReportView = {
  from: '2026-04-01', to: '2027-03-31', period: '1 April 2026 to 31 March 2027', hub: 'Northbridge',
  headlines: [
    { words: 'cases open at the end', section: 'cases', table: 'by_kind', line: 'all', column: 'open_at_end', figure: counted(cases(25, 47)) },
    { words: 'new cases', section: 'cases', table: 'by_kind', line: 'all', column: 'new', figure: counted(cases(20, 45)) },
    { words: 'cases closed', section: 'cases', table: 'by_kind', line: 'all', column: 'closed', figure: counted(cases(1, 24)) },
    { words: 'days to close, median', section: 'time_to_close', table: 'days', line: 'all', column: 'median', figure: told('84', 84, cases(1, 24)) },
    { words: 'referrals received', section: 'referrals', table: 'received', line: 'all', column: 'referrals', figure: counted(numbered(1, 31)) },
  ],
  sections: [
    {
      key: 'cases', title: 'Cases',
      notes: [
        '19 open at start + 26 new + 2 re-opened − 24 closed = 23 open at end.',
        'Kind, area and factors are those that the case has now. A case counts under each of its factors.',
      ],
      tables: [
        byKind,
        byArea,
        table('by_source', 'New cases by where they came from', { new: 'New' }, [
          line('partner', 'Partner referral', counted(cases(20, 37))),
          line('own_review', 'The hub’s own review of repeat callers', counted(cases(38, 42))),
          line('daily_management_meeting', 'Daily management meeting', counted(cases(43, 45))),
          line('other_forum', 'Another forum', counted([])),
          line('not_recorded', 'Not recorded', counted([])),
        ], line('all', 'All new cases', counted(cases(20, 45)))),
        table('by_closure', 'Closed, by why', { closed: 'Closed' }, [
          line('closed', 'Closed by the meeting', counted(cases(1, 19))),
          line('combined', 'Combined with another case', counted(cases(20, 22))),
          line('handed_over', 'Handed over to a scheme', counted(cases(23, 24))),
        ], line('all', 'All closed', counted(cases(1, 24)))),
      ],
    },
    {
      key: 'referrals', title: 'Referrals', notes: ['Received = in triage + returned + signposted + tabled. A referral decided in the period may have been received before it.'],
      tables: [
        table('received', 'Received in the period, by where they stand now', { referrals: 'Referrals' }, [
          line('in_triage', 'In triage', counted(numbered(1, 3))),
          line('returned', 'Returned to the referrer', counted(numbered(4, 5))),
          line('signposted', 'Signposted', counted(numbered(6, 8))),
          line('tabled_undecided', 'Tabled, not decided yet', counted(numbered(9, 9))),
          line('tabled_adopted', 'Tabled and adopted', counted(numbered(10, 25))),
          line('tabled_not_adopted', 'Tabled and not adopted', counted(numbered(26, 31))),
        ], line('all', 'All received', counted(numbered(1, 31)))),
        table('decided', 'Decided in the period', { referrals: 'Referrals' }, [
          line('adopted', 'Adopted', counted(numbered(10, 25))),
          line('not_adopted', 'Not adopted', counted(numbered(26, 31))),
        ], line('all', 'All decided', counted(numbered(10, 31)))),
      ],
    },
    {
      key: 'scores', title: 'Scores', notes: ['Lower is better. The mean and the median are of the cases that were really re-scored.', 'A change is counted only between totals of the same matrix, in versions that weigh the same. Others are counted apart: their totals do not compare.'],
      tables: [
        table('change', 'Score from start to closure or now', groups, [
          line('went_down', 'Went down (better)', counted(cases(1, 9)), counted(cases(25, 30)), counted([...cases(1, 9), ...cases(25, 30)])),
          line('unchanged', 'Re-scored, unchanged', counted(cases(10, 12)), counted([]), counted(cases(10, 12))),
          line('went_up', 'Went up (worse)', counted(cases(13, 13)), counted(cases(31, 31)), counted(['DEMO.13', 'DEMO.31'])),
          line('not_comparable', 'Scored by different matrices, not comparable', counted(cases(14, 15)), counted([]), counted(cases(14, 15))),
          line('not_rescored', 'Not re-scored', counted(cases(16, 24)), counted(cases(32, 47)), counted([...cases(16, 24), ...cases(32, 47)])),
        ], line('all', 'All cases', counted(cases(1, 24)), counted(cases(25, 47)), counted(cases(1, 47)))),
        table('points', 'Change in points, of those re-scored by the same matrix', { rescored: 'Re-scored', mean: 'Mean', median: 'Median' }, [
          line('closed', 'Closed in the period', counted(cases(1, 13)), told('−18.5', -18.5, cases(1, 13)), told('−20', -20, cases(1, 13))),
          line('open_at_end', 'Open at end', counted([]), told('–', null, []), told('–', null, [])),
        ], null),
      ],
    },
  ],
  rows: [
    ...cases(1, 47).map((reference, at): ReportRow => ({
      id: reference, reference, words: ['Person · ASB, Alcohol', 'Topic · Town centre', 'Property · 7 Mill Lane'][at % 3]!,
      detail: at < 24 ? 'opened 14 Apr 2026; closed 7 Jul 2026 after 84 days; score 80 → 62' : 'opened 6 Oct 2026; score 80, not re-scored', address: `/cases/${reference}`,
    })),
    ...numbered(1, 31).map((reference): ReportRow => ({
      id: reference, reference, words: 'Noise and visitors at night, Mill Court', detail: 'received 16 Nov 2026; in triage', address: '/referrals/r62',
    })),
  ],
}

export const answers: Answers = {
  get_report: ({ from, to }) => {
    if (to < from) {
      throw { code: 'refused', message: 'The period begins after the day on which it ends', hint: null, field: 'to' }
    }
    return { ...report, from, to }
  },
}
