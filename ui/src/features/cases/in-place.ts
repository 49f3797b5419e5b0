/** The facts of a case that are changed where they stand. */
import type { TypedCase } from './fields'

export type FactInPlace = 'outline' | 'lead' | 'involved' | 'legal_lead' | 'place' | 'area' | 'outside_facts' | 'review_rule' | 'source'

/** Each fact in words, and the fields of the form that it is made of. */
export const factsInPlace: Record<FactInPlace, { words: string; parts: (keyof TypedCase)[] }> = {
  outline: { words: 'The outline', parts: ['outline'] },
  lead: { words: 'The lead', parts: ['lead_agency', 'lead_officer'] },
  involved: { words: 'Who is involved', parts: ['involved'] },
  legal_lead: { words: 'The legal lead', parts: ['legal_lead'] },
  place: { words: 'The place', parts: ['place'] },
  area: { words: 'The area', parts: ['area'] },
  outside_facts: { words: 'What is beside the case', parts: ['outside_facts'] },
  review_rule: { words: 'When it comes back', parts: ['review_rule'] },
  source: { words: 'The source', parts: ['source'] },
}
