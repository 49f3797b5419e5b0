/** Text areas that grow with what is typed, where the web view does not let them grow by itself. */
import type { Attachment } from 'svelte/attachments'

/** Returns what makes a text area as high as its text, up to the height that its style allows. */
export function growing(text: () => string): Attachment<HTMLTextAreaElement> {
  return (element) => {
    if (globalThis.CSS?.supports?.('field-sizing', 'content')) return
    // Because an attachment runs again when what it read has changed.
    void text()
    element.style.height = 'auto'
    const border = element.offsetHeight - element.clientHeight
    element.style.height = `${element.scrollHeight + border}px`
  }
}
