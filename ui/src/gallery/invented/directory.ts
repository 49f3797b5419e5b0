/** Invented agencies and people that the meeting's invented answers share. */
import type { Agency, Directory, Officer } from '$backend'

const agency = (id: string, name: string, short_name: string, field: Agency['field'], presence: Agency['presence'] = 'own_items'): Agency => ({
  id, name, short_name, field, presence, pack_rule: 'own_items', active: true,
})
const officer = (id: string, agency: string, name: string, post: string): Officer => ({
  id, agency, name, post, email: '', telephone: '', attends: true, active: true,
})

export const directory: Directory = {
  agencies: [
    agency('children', 'Children’s Services', 'Children’s', 'young_people'),
    agency('environment', 'Environmental Protection', 'Environmental', 'council'),
    agency('housing', 'Northbridge Homes', 'Housing', 'housing'),
    agency('health', 'Mental Health Trust', 'Mental Health', 'health'),
    agency('police', 'Northbridge Police', 'Police', 'police', 'throughout'),
    agency('prevention', 'Prevention Service', 'Prevention', 'young_people'),
    agency('probation', 'Probation Service', 'Probation', 'probation'),
    agency('youth', 'Youth Justice Service', 'Youth Justice', 'young_people'),
  ],
  officers: [
    officer('field', 'prevention', 'A Field', 'Prevention worker'),
    officer('bell', 'housing', 'J Bell', 'Neighbourhood officer'),
    officer('dunn', 'children', 'M Dunn', 'Team manager'),
    officer('pc1204', 'police', 'PC 1204', 'Neighbourhood officer'),
    officer('rahman', 'probation', 'S Rahman', 'Offender manager'),
    officer('okoro', 'health', 'C Okoro', 'Liaison nurse'),
  ],
  areas: [{ id: 'mill', name: 'Mill Ward' }, { id: 'centre', name: 'Town centre' }],
  forums: [['MARAC', 'multi-agency risk assessment conference']],
  order_types: [],
}
