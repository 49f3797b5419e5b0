/** A person as typed into a form, and back as the record wants it. */
import type { NewSubject, SubjectRole, SubjectView } from '$backend'

export const roleWords: Record<SubjectRole, string> = {
  victim: 'victim', perpetrator: 'perpetrator', both: 'victim and perpetrator', at_risk: 'at risk', not_told: 'role not told',
}

/** The fields of the form; all of them are optional but the role. */
export interface TypedSubject {
  name: string
  role: string
  aliases: string
  date_of_birth: string
  age: string
  addresses: string
  telephones: string
  agency_references: { agency: string; reference: string }[]
}

export const nobody: TypedSubject = {
  name: '', role: '', aliases: '', date_of_birth: '', age: '', addresses: '', telephones: '', agency_references: [],
}

const pieces = (text: string, at: RegExp) => text.split(at).map((piece) => piece.trim()).filter(Boolean)

/** Returns what is wrong with the form, by field; empty when nothing is. */
export function wrongWith(typed: TypedSubject, today: string): Partial<Record<keyof TypedSubject, string>> {
  const wrong: Partial<Record<keyof TypedSubject, string>> = {}
  if (!typed.role) wrong.role = 'Choose what the person is in this matter'
  if (typed.date_of_birth && today && typed.date_of_birth > today) wrong.date_of_birth = 'The date of birth lies in the future'
  const years = Number(typed.age)
  if (typed.age && !(Number.isInteger(years) && years >= 0 && years <= 120)) wrong.age = 'Give the age in whole years, such as 17'
  return wrong
}

/** Returns the person as the record wants it. */
export function subjectOf(typed: TypedSubject): NewSubject {
  return {
    role: typed.role as SubjectRole,
    fields: {
      name: typed.name.trim(),
      aliases: pieces(typed.aliases, /[,\n]/),
      date_of_birth: typed.date_of_birth || null,
      // Because an age that was told is of no use beside a date of birth.
      age: typed.date_of_birth || !typed.age ? null : Number(typed.age),
      addresses: pieces(typed.addresses, /\n/),
      telephones: pieces(typed.telephones, /[,\n]/),
      agency_references: typed.agency_references.filter(({ agency, reference }) => agency && reference.trim()),
    },
  }
}

/** Returns a person of the record as the form shows it. */
export function typedOf({ subject, role, age }: SubjectView): TypedSubject {
  return {
    name: subject.name,
    role,
    aliases: subject.aliases.join(', '),
    date_of_birth: subject.date_of_birth ?? '',
    age: subject.date_of_birth || age === null ? '' : String(age),
    addresses: subject.addresses.join('\n'),
    telephones: subject.telephones.join(', '),
    agency_references: subject.agency_references.map((reference) => ({ ...reference })),
  }
}

/** Returns a person who is not in the record yet as the form shows it. */
export function typedAgain({ fields, role }: NewSubject): TypedSubject {
  return {
    name: fields.name,
    role,
    aliases: fields.aliases.join(', '),
    date_of_birth: fields.date_of_birth ?? '',
    age: fields.age === null ? '' : String(fields.age),
    addresses: fields.addresses.join('\n'),
    telephones: fields.telephones.join(', '),
    agency_references: fields.agency_references.map((reference) => ({ ...reference })),
  }
}

/** Returns what may be said of a person at a glance: `T.R., 16–17, at risk`. */
export function atAGlance({ initials, age_band, role }: SubjectView): string {
  return [initials || 'Name not known', age_band, roleWords[role]].filter(Boolean).join(', ')
}
