/** What can go from a case to another one, as rows to choose from. */
import type { MovableRow, Piece } from '$backend'

/** Returns the text by which a row is known. */
export const pieceKey = (piece: Piece): string => JSON.stringify(piece)

/** Returns the rows of a preview for a CheckList. */
export const rowsOf = (rows: MovableRow[]) =>
  rows.map((row) => ({ value: pieceKey(row.piece), words: row.words, detail: row.detail, stays: row.stays_because }))

/** Returns the values of the rows that go unless somebody chooses otherwise. */
export const usual = (rows: MovableRow[]): string[] => rows.filter(({ goes }) => goes).map(({ piece }) => pieceKey(piece))

/** Returns the chosen pieces as the record wants them. */
export const chosenPieces = (chosen: string[]): Piece[] => chosen.map((text) => JSON.parse(text) as Piece)
