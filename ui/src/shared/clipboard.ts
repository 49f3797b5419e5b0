/** Copying text in every web view. */

/** Puts text on the clipboard; returns whether it went there. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Because some web views refuse the clipboard API outside https and still obey the old command.
    const put = (event: ClipboardEvent) => {
      event.preventDefault()
      event.clipboardData?.setData('text/plain', text)
    }
    document.addEventListener('copy', put, { once: true, capture: true })
    const done = document.execCommand?.('copy') ?? false
    document.removeEventListener('copy', put, { capture: true })
    return done
  }
}
