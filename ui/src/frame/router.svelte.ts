/** Addresses of screens: the part after `#`, which Back understands. */
import type { Component } from 'svelte'
import { isHeld, mayLeave } from '$shared/leaving'

export interface Route {
  /** `/cases/:reference`; a part with a colon takes any text. */
  path: string
  /** The title of the window; a view may set its own by `titled`. */
  title: string
  /** Takes the whole window, without rail and top bar. */
  bare?: boolean
  /** Loads the screen; it takes the texts of its address as properties. */
  view: () => Promise<{ default: Component<never> }>
}

export interface Place {
  route: Route
  /** The texts that the address holds, by name: `{ reference: 'DEMO.45' }`. */
  params: Record<string, string>
  /** What stands after `?`. */
  query: URLSearchParams
}

const at = $state({ address: read(), title: '' })

function read(): string {
  return location.hash.slice(1) || '/'
}

/** Follows the address bar until the returned function is called. */
export function followAddress(): () => void {
  const hear = () => {
    const wanted = read()
    if (isHeld() && wanted !== at.address) void askFirst(wanted)
    else at.address = wanted
  }
  hear()
  addEventListener('hashchange', hear)
  return () => removeEventListener('hashchange', hear)
}

/** Stays at the screen in view until the answer is to go. */
async function askFirst(wanted: string) {
  history.replaceState(history.state, '', `#${at.address}`)
  if (await mayLeave()) replace(wanted)
}

/** Returns the address in view, such as `/cases/DEMO.45?part=scores`. */
export function address(): string {
  return at.address
}

/** Goes to a screen: `go('/cases', reference)`; every part after the first is encoded. */
export function go(path: string, ...parts: string[]): void {
  location.hash = to(path, ...parts)
}

/** Goes to a screen and leaves nothing behind for Back, such as after a filter was set. */
export function replace(path: string, ...parts: string[]): void {
  history.replaceState(history.state, '', to(path, ...parts))
  at.address = read()
}

/** Returns the `href` of a screen: `to('/cases', 'DEMO.45')` is `#/cases/DEMO.45`. */
export function to(path: string, ...parts: string[]): string {
  return '#' + [path, ...parts.map(encodeURIComponent)].join('/')
}

/** Sets the title of the window while this screen is shown. */
export function titled(title: string): void {
  at.title = title
}

/** Returns the title that the screen set for itself; empty when it set none. */
export function ownTitle(): string {
  return at.title
}

/** Returns the screen of an address, a fixed part before a part with a colon; nothing when there is none. */
export function placeOf(routes: Route[], address: string): Place | null {
  const [path = '', query = ''] = address.split('?')
  const wanted = path.split('/')
  const fits = routes.flatMap((route) => {
    const parts = route.path.split('/')
    if (parts.length !== wanted.length) return []
    const params: Record<string, string> = {}
    for (const [index, part] of parts.entries()) {
      const given = decoded(wanted[index] ?? '')
      if (part.startsWith(':') && given) params[part.slice(1)] = given
      else if (part !== given) return []
    }
    return [{ route, params, query: new URLSearchParams(query) }]
  })
  fits.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)
  return fits[0] ?? null
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
