/** Whether the room is dark or bright: which of the two themes the projector wears, remembered on this computer. */

export type Theme = 'dark' | 'light'

const name = 'projector-theme'
const read = (): Theme => (localStorage.getItem(name) === 'light' ? 'light' : 'dark')
const state = $state<{ theme: Theme }>({ theme: read() })

/** Returns the theme in use. */
export function theme(): Theme {
  return state.theme
}

/** Wears a theme, here and in the other window. */
export function wear(theme: Theme): void {
  localStorage.setItem(name, theme)
  state.theme = theme
}

/** Follows the choice made in the other window until the returned function is called. */
export function followTheme(): () => void {
  const hear = (event: StorageEvent) => event.key === name && (state.theme = read())
  addEventListener('storage', hear)
  return () => removeEventListener('storage', hear)
}
