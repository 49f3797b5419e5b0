/** Whether rows of tables may leave by the clipboard, and by which way; the frame says so for who is at the desk. */

interface TableCopies {
  allowed: boolean
  /** Puts a text on the clipboard for half a minute; rejects when it did not go there. */
  put: (text: string) => Promise<void>
}

/** Nothing leaves before somebody was found to be allowed to take it out. */
export const tableCopies = $state<TableCopies>({ allowed: false, put: () => Promise.reject(new Error('No way to the clipboard was given.')) })
