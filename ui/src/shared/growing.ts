/** Text areas that grow with what is typed, where the web view does not let them grow by itself. */
import type { Attachment } from 'svelte/attachments'

/** Returns what makes a text area as high as its text, up to the height that its style allows. */
export function growing(text: () => string): Attachment<HTMLTextAreaElement> {
  return (element) => {
    if (globalThis.CSS?.supports?.('field-sizing', 'content')) return
    // Because an attachment runs again when what it read has changed. Nothing typed is as high as the style says, and to
    // measure it would have the whole page laid out once more at each item of a meeting.
    if (!text()) return void (element.style.height = '')
    let width = -1
    function measure() {
      width = element.clientWidth
      element.style.height = 'auto'
      const border = element.offsetHeight - element.clientHeight
      if (element.scrollHeight) element.style.height = `${element.scrollHeight + border}px`
    }
    measure()
    // Because in a dialog that is not open yet nothing has a height, and in a narrower window a text has more lines.
    const watch = new ResizeObserver(() => element.clientWidth !== width && measure())
    watch.observe(element)
    return () => watch.disconnect()
  }
}
