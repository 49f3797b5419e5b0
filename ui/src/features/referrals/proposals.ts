/** What a filled form says, taken into the form field by field once somebody has ticked it. */
import type { Directory, FormField, GuidePart, NewSubject, Proposal, SubjectRole } from '$backend'
import type { TypedReferral } from './words'

/** Returns a proposal's own name, the same for the same field. */
export function nameOf(field: FormField): string {
  return field.to === 'own' ? field.field : field.to === 'answer' ? `answer:${field.key}` : `person:${field.person}:${field.field}`
}

/** Returns the heading under which a proposal stands. */
export function groupOf(field: FormField): string {
  if (field.to === 'person') return `Person ${field.person + 1}`
  if (field.to === 'own') return field.field.startsWith('referrer') || field.field === 'received_on' ? 'Who refers' : 'The form'
  const parts: Record<string, string> = {
    about_victims: 'The victims', about_offenders: 'The offenders', offender: 'Guide: offender', victim: 'Guide: victim and safeguarding', location: 'Guide: location',
  }
  return parts[field.key.split('.')[0] ?? ''] ?? 'The form'
}

const same = (one: string, other: string) => one.trim().toLocaleLowerCase('en-GB') === other.trim().toLocaleLowerCase('en-GB')

/** Returns the agency that is meant by its name, short or long; nothing when the hub has none of that name. */
export function agencyNamed(name: string, directory: Directory): string | null {
  return directory.agencies.find((agency) => same(agency.name, name) || same(agency.short_name, name))?.id ?? null
}

/** Returns the area that is meant by its name. */
export function areaNamed(name: string, directory: Directory): string | null {
  return directory.areas.find((area) => same(area.name, name))?.id ?? null
}

/** Returns why a proposal cannot be taken as it stands; empty when it can. */
export function cannotTake({ field, text }: Proposal, directory: Directory): string {
  if (field.to !== 'own') return ''
  if (field.field === 'referrer_agency' && !agencyNamed(text, directory)) return 'No agency of this name; choose it in the form'
  if (field.field === 'area' && !areaNamed(text, directory)) return 'No area of this name; choose it in the form'
  return ''
}

/** Returns what stands in the form already where a proposal would go; empty when nothing does. */
export function standing(typed: TypedReferral, field: FormField): string {
  if (field.to === 'person') return ''
  if (field.to === 'answer') {
    const answer = typed.answers[field.key]
    return answer ? [answer.chosen.join(', '), answer.text].filter(Boolean).join(': ') : ''
  }
  // Because an agency or area stands there by its key, which tells nobody anything; the day always has a value.
  return ['referrer_agency', 'area', 'received_on'].includes(field.field) ? '' : (typed as unknown as Record<string, string>)[field.field] ?? ''
}

const nobody = (): NewSubject => ({
  role: 'not_told', fields: { name: '', aliases: [], date_of_birth: null, age: null, addresses: [], telephones: [], agency_references: [] },
})

function taken(person: NewSubject, { field, text }: Proposal): void {
  if (field.to !== 'person') return
  const { fields } = person
  const pieces = (at: RegExp) => text.split(at).map((piece) => piece.trim()).filter(Boolean)
  if (field.field === 'name') fields.name = text
  else if (field.field === 'aliases') fields.aliases = pieces(/[,;\n]/)
  else if (field.field === 'date_of_birth') fields.date_of_birth = text
  else if (field.field === 'age') fields.age = Number(text)
  else if (field.field === 'address') fields.addresses = [pieces(/\n/).join(', ')]
  else if (field.field === 'telephone') fields.telephones = pieces(/[,;\n]/)
  else person.role = text as SubjectRole
}

/** Returns the form with the proposals that were ticked; a guide opens when one of its answers is taken. */
export function withProposals(typed: TypedReferral, ticked: Proposal[], directory: Directory): TypedReferral {
  const form: TypedReferral = { ...typed, answers: { ...typed.answers }, guides: [...typed.guides], new_subjects: [...typed.new_subjects] }
  const people = new Map<number, NewSubject>()
  for (const proposal of ticked) {
    const { field, text, chosen } = proposal
    if (field.to === 'own') {
      if (field.field === 'referrer_agency') form.referrer_agency = agencyNamed(text, directory) ?? form.referrer_agency
      else if (field.field === 'area') form.area = areaNamed(text, directory) ?? form.area
      else form[field.field] = text
    } else if (field.to === 'answer') {
      form.answers[field.key] = { chosen, text }
      const part = field.key.split('.')[0] as GuidePart
      if (!part.startsWith('about_') && !form.guides.includes(part)) form.guides.push(part)
    } else {
      const person = people.get(field.person) ?? nobody()
      people.set(field.person, person)
      taken(person, proposal)
    }
  }
  form.new_subjects.push(...people.values())
  return form
}
