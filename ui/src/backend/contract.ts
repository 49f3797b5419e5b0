/** Wire types; this file is generated from the Rust side and this hand-written one stands in until then. */

export interface Empty {}

export interface FrameView {
  state: 'none' | 'locked' | 'open'
  hub: string | null
  sample: boolean
  person: string | null
  role: string | null
  next_meeting: { id: string; date: string; starts: string } | null
  counts: { [rail: string]: number }
}

export interface SearchHit {
  kind: string
  words: string
  detail: string
  address: string
}

export interface Commands {
  get_frame: { request: Empty; response: FrameView }
  search: { request: { text: string }; response: { hits: SearchHit[] } }
  lock: { request: Empty; response: null }
}
