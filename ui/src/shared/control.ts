/** What the pieces of a form have in common. */

/** What a control inside a FieldFrame spreads onto itself. */
export interface ControlIds {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** One choice of a Select, ComboBox, Choices, FilterChips or ChipSelect. */
export interface Option {
  value: string
  words: string
  /** A second line, or what stands behind the choice. */
  detail?: string
  count?: number
}

/** What every labelled control takes. */
export interface FieldProps {
  label: string
  hint?: string | null
  error?: string | null
  optional?: boolean
  id?: string
  unseen?: boolean
}
