/** The facts of a case as typed into a form, and back as the record wants them. */
import type { Case, CaseFields, CaseKind, Factor, ReviewRule, Source } from '$backend'

/** The fields of the form; a list is empty and a choice is '' while nothing is chosen. */
export interface TypedCase {
  kind: string | null
  title: string
  place: string
  outline: string
  key_issues: string[]
  /** Null while they follow from the key issues. */
  factors: Factor[] | null
  area: string
  source: string
  lead_agency: string
  lead_officer: string
  legal_lead: string
  involved: string[]
  review_rule: string
  outside_facts: string
}

/** The names that a refusal may point at. */
export const caseFields = ['kind', 'title', 'place', 'outline', 'key_issues', 'lead_agency', 'lead_officer', 'review_rule', 'area', 'source'] as const

export const noCase: TypedCase = {
  kind: null, title: '', place: '', outline: '', key_issues: [], factors: null, area: '', source: '', lead_agency: '', lead_officer: '',
  legal_lead: '', involved: [], review_rule: 'every_meeting', outside_facts: '',
}

/** Returns what is wrong with the form, by field; empty when nothing is. */
export function wrongWithCase(typed: TypedCase): Partial<Record<(typeof caseFields)[number], string>> {
  return {
    ...(typed.kind ? {} : { kind: 'Choose whether it is about a person, a property or a topic' }),
    ...(typed.kind === 'property' && !typed.place.trim() ? { place: 'Say which property: fill in its place' } : {}),
  }
}

/** Returns the facts as the record wants them. */
export function caseFieldsOf(typed: TypedCase): CaseFields {
  return {
    kind: typed.kind as CaseKind,
    title: typed.title.trim(),
    outline: typed.outline.trim(),
    key_issues: typed.key_issues,
    factors: typed.factors,
    place: typed.place.trim(),
    area: typed.area || null,
    source: (typed.source || null) as Source | null,
    lead_agency: typed.lead_agency || null,
    lead_officer: typed.lead_officer || null,
    legal_lead: typed.legal_lead.trim(),
    involved: typed.involved.filter((agency) => agency !== typed.lead_agency),
    review_rule: typed.review_rule as ReviewRule,
    outside_facts: typed.outside_facts.split('\n').map((line) => line.trim()).filter(Boolean),
  }
}

/** Returns a case of the record as the form shows it. */
export function typedCase(of: Case): TypedCase {
  return {
    kind: of.kind,
    title: of.title,
    place: of.place,
    outline: of.outline,
    key_issues: [...of.key_issues],
    factors: [...of.factors],
    area: of.area ?? '',
    source: of.source ?? '',
    lead_agency: of.lead_agency ?? '',
    lead_officer: of.lead_officer ?? '',
    legal_lead: of.legal_lead,
    involved: [...of.involved],
    review_rule: of.review_rule,
    outside_facts: of.outside_facts.join('\n'),
  }
}
