/** A paper to look at, drawn of bars: what real pages say is the program's affair. */
import type { Answers } from '$backend/fake'
import type { PageMark, PaperPreview, PreviewPaper } from '$backend'

/** Returns what is drawn on a page: a bar for each line. */
export const drawnPage = (page: number): PageMark[] =>
  Array.from({ length: 28 }, (_, row) => ({
    mark: 'filled',
    ink: row % 7 ? '#c4c8c3' : '#1c4e6b',
    path: `M51 ${120 + row * 22}h${200 + ((row * 53 + page * 31) % 290)}v8H51z`,
  }))

/** Returns a paper of seven pages as it is looked at; `missing` says what no typeface has. */
export function previewOf({ pages, choices }: PreviewPaper, missing: PaperPreview['missing'] = []): PaperPreview {
  const first = choices.pages?.first ?? 1
  const printed = (choices.pages?.last ?? 7) - first + 1
  const sides = Math.ceil(printed / (choices.two_up ? 2 : 1))
  return {
    title: 'Agenda pack, 24 November 2026',
    file_name: 'Hub Tasking 7 agenda 2026-11-24.pdf',
    pages: 7,
    parts: [{ name: 'front sheet', page: 1 }, { name: 'previous minutes', page: 2 }, { name: 'DEMO.45', page: 3 }, { name: 'DEMO.21', page: 5 }, { name: 'referrals', page: 7 }],
    pictures: pages.filter((page) => page <= 7).map((page) => ({ page, number: String(page), key: `page ${page}`, marks: drawnPage(page) })),
    outlines: [],
    missing,
    sides,
    sheets: choices.sides === 'single' ? sides : Math.ceil(sides / 2),
  }
}

export const answers: Answers = {
  preview_paper: (request) => previewOf(request),
  print_paper: ({ wanted: { paper }, save_as }) => ({ path: save_as ?? `/sample/${paper} to print.pdf`, file_name: `${paper} to print.pdf`, pages: 4, kib: 80, missing_characters: [] }),
}
