/** Whether rows of tables may leave by the clipboard, and by which way; the frame says so for who is at the desk. */

/** What the audit holds of rows that left by the clipboard. */
export interface Copied {
  /** Which table, in words such as `cases`. */
  table: string
  rows: number
  /** The references in them; empty for a table without any. */
  references: string[]
}

interface TableCopies {
  allowed: boolean
  /** Notes in the audit what is about to leave; rejects when it could not be noted. */
  note: (copied: Copied) => Promise<unknown>
  /** Puts a text on the clipboard for half a minute; rejects when it did not go there. */
  put: (text: string) => Promise<void>
}

/** Nothing leaves before somebody was found to be allowed to take it out. */
export const tableCopies = $state<TableCopies>({
  allowed: false,
  note: () => Promise.reject(new Error('No way to the audit was given.')),
  put: () => Promise.reject(new Error('No way to the clipboard was given.')),
})
