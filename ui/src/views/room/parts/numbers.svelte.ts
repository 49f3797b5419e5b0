/** Two keys that the registry of keys cannot say: a number and Enter, and Ctrl+Z outside text. */
import { singleKeys, useKeys } from '$shared'

/** Returns the digits typed so far and the handler that hears them; call it at the top of a script. */
export function useNumbers(group: string, ongo: (position: number) => void, onundo: () => void) {
  let typed = $state('')
  const nothing = () => undefined
  // Because the page of keys must name them although the handler below runs them.
  useKeys([
    { keys: '0–9 Enter', words: 'Go to the item of that number', group, run: nothing },
    { keys: 'Ctrl Z', words: 'Outside a field: take back what was recorded last', group, run: nothing },
  ])

  function keydown(event: KeyboardEvent) {
    if (event.defaultPrevented || inText(event.target)) return
    const undoes = event.ctrlKey && event.key.toLowerCase() === 'z' && !event.shiftKey
    const single = !event.ctrlKey && !event.altKey && !event.metaKey && singleKeys.on
    const counts = single && (/^\d$/.test(event.key) || (event.key === 'Enter' && typed))
    const clears = single && typed && (event.key === 'Escape' || event.key === 'Backspace')
    // Asked last, because the whole page is looked through for a dialog.
    if ((undoes || counts || clears) && document.querySelector('dialog[open]')) return
    if (undoes) onundo()
    else if (counts && event.key === 'Enter') {
      ongo(Number(typed))
      typed = ''
    } else if (counts) typed = (typed + event.key).slice(-3)
    else {
      if (clears) typed = ''
      return
    }
    event.preventDefault()
  }

  return {
    get typed() {
      return typed
    },
    keydown,
  }
}

function inText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
}
