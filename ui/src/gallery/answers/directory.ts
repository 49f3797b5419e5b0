/** Invented agencies, people, areas and types of orders that pickers choose from. */
import type { Agency, Field, Officer } from '$backend'
import type { Answers } from '$backend/fake'
import { types } from './order-types'

const agency = (id: string, name: string, short_name: string, field: Field): Agency => ({
  id, name, short_name, field, presence: field === 'police' ? 'throughout' : 'own_items', pack_rule: 'own_items', active: true,
})

export const agencies: Agency[] = [
  agency('a-police', 'Northbridge Police', 'Police', 'police'),
  agency('a-prevention', 'Prevention Service', 'Prevention', 'young_people'),
  agency('a-yjs', 'Youth Justice Service', 'Youth Justice', 'young_people'),
  agency('a-children', 'Children’s Social Care', 'Children’s', 'young_people'),
  agency('a-homes', 'Northbridge Homes', 'Housing', 'housing'),
  agency('a-safety', 'Community Safety', 'Community Safety', 'council'),
  agency('a-probation', 'Probation', 'Probation', 'probation'),
  agency('a-mental', 'Mental Health Trust', 'Mental Health', 'health'),
  agency('a-fire', 'Fire and Rescue', 'Fire', 'fire'),
  agency('a-outreach', 'Lantern Street Outreach', 'Outreach', 'voluntary'),
]

const officer = (id: string, agency: string, name: string, post: string): Officer => ({
  id, agency, name, post, email: '', telephone: '', attends: true, active: true,
})

export const officers: Officer[] = [
  officer('o-1204', 'a-police', 'PC 1204', 'Neighbourhood team'),
  officer('o-marsh', 'a-police', 'Sgt Marsh', 'Neighbourhood team'),
  officer('o-lowe', 'a-prevention', 'T Lowe', 'Prevention worker'),
  officer('o-aske', 'a-homes', 'J Aske', 'Tenancy officer'),
  officer('o-penn', 'a-homes', 'D Penn', 'Housing manager'),
  officer('o-rudd', 'a-yjs', 'S Rudd', 'Case manager'),
  officer('o-vale', 'a-safety', 'M Vale', 'Safety officer'),
  officer('o-cole', 'a-probation', 'H Cole', 'Offender manager'),
]

export const answers: Answers = {
  get_directory: {
    agencies,
    officers,
    areas: [{ id: 'w-mill', name: 'Mill Ward' }, { id: 'w-quay', name: 'Quayside' }, { id: 'w-north', name: 'Northfield' }],
    forums: [['MARAC', 'multi-agency risk assessment conference'], ['MAPPA', 'multi-agency public protection arrangements'], ['Channel', 'Prevent’s Channel panel'], ['TAI', 'Team Around the Individual']],
    order_types: types.filter(({ holds }) => holds).map(({ row }) => row),
  },
}
