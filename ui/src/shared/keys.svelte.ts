/** The keys of the screen: one list that runs them and that the `?` page shows. */
import { getContext, onDestroy, setContext } from 'svelte'

export interface Binding {
  /** `Ctrl+K`, `Alt+A`, `PageDown`, `F1`, `?`, or a single letter such as `L`. */
  keys: string
  /** What it does, for the page of keys: `Search`. */
  words: string
  run: () => void
  /** The heading on the page of keys; `This screen` unless told. */
  group?: string
  /** Works while a dialog is open too, such as the key that blanks the projector. */
  everywhere?: boolean
  /** False hides it from the page of keys. */
  shown?: boolean
}

/** A key with what is held down beside it. */
interface Chord {
  key: string
  ctrl: boolean
  alt: boolean
  shift: boolean
}

/** A binding with what it was registered for; taken apart once, because each key pressed is compared with all of them. */
interface Entry {
  layer: number
  binding: Binding
  chord: Chord
}

const layerKey = Symbol('layer of keys')
let bindings = $state.raw<Entry[]>([])
let layers = 0
let openLayers = $state.raw<number[]>([])

/** Whether single letters work when no field has the focus; a setting can switch them off. */
export const singleKeys = $state({ on: true })

/** Registers keys while the component lives; inside a dialog they work while it is the topmost. Call it at the top of a script. */
export function useKeys(list: Binding[]): void {
  const layer = getContext<number | undefined>(layerKey) ?? 0
  const mine = list.map((binding) => ({ layer, binding, chord: chordOf(binding.keys) }))
  bindings = [...bindings, ...mine]
  onDestroy(() => (bindings = bindings.filter((entry) => !mine.includes(entry))))
}

/** Gives a dialog its own layer of keys; returns the functions that put it on top and take it away. */
export function useLayer(): { raise: () => void; lower: () => void } {
  const layer = ++layers
  setContext(layerKey, layer)
  return {
    raise: () => (openLayers = [...openLayers.filter((other) => other !== layer), layer]),
    lower: () => (openLayers = openLayers.filter((other) => other !== layer)),
  }
}

/** Returns the keys that work now, by group, the newest registration of a key counting. */
export function keysByGroup(): [group: string, bindings: Binding[]][] {
  const groups = new Map<string, Binding[]>()
  const seen = new Set<string>()
  for (const { layer, binding } of [...bindings].reverse()) {
    if (layer !== 0 || binding.shown === false || seen.has(binding.keys)) continue
    seen.add(binding.keys)
    const group = binding.group ?? 'This screen'
    groups.set(group, [binding, ...(groups.get(group) ?? [])])
  }
  return [...groups]
}

/** Runs the key's binding, if there is one that works here and now; returns whether it did. */
export function pressed(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.getModifierState?.('AltGraph')) return false
  const top = openLayers.at(-1) ?? 0
  for (const { layer, binding, chord } of [...bindings].reverse()) {
    if (layer !== top && !binding.everywhere) continue
    if (!matches(event, chord)) continue
    if (isSingle(binding.keys) && (!singleKeys.on || inField(event.target))) continue
    if (movesInside(binding.keys) && (inField(event.target) || chooses(event.target))) continue
    event.preventDefault()
    binding.run()
    return true
  }
  return false
}

function chordOf(keys: string): Chord {
  const parts = keys === '+' ? [keys] : keys.split('+')
  const key = parts.pop() ?? ''
  return { key: key === 'Space' ? ' ' : key.toLowerCase(), ctrl: parts.includes('Ctrl'), alt: parts.includes('Alt'), shift: parts.includes('Shift') }
}

function matches(event: KeyboardEvent, { key, ctrl, alt, shift }: Chord): boolean {
  if (event.key.toLowerCase() !== key || event.ctrlKey !== ctrl || event.altKey !== alt || event.metaKey) return false
  // Because `?` needs Shift on one keyboard and not on another.
  return event.shiftKey === shift || /^[^a-z0-9 ]$/.test(key)
}

/** A key that would also be typing. */
function isSingle(keys: string): boolean {
  return keys.length === 1 || keys === 'Enter' || keys === 'Space' || keys === 'Delete'
}

/** A key that fields and choices need to move in themselves. */
function movesInside(keys: string): boolean {
  return ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(keys)
}

function chooses(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && ['radio', 'range'].includes(target.type)
}

function inField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
