/** What every part of the settings is given. */
import type { SettingsView } from '$backend'

export interface PartProps {
  view: SettingsView
  /** True for a person who may look and not change. */
  readonly: boolean
  /** Fetches the settings anew. */
  onsaved: () => Promise<void>
}
