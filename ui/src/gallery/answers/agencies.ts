/** Invented agencies with what they owe. */
import type { AgencyView } from '$backend'
import type { Answers } from '$backend/fake'
import { answers as actionAnswers } from './actions'
import { agencies, officers } from './directory'

const rows = actionAnswers.list_actions && typeof actionAnswers.list_actions !== 'function' ? actionAnswers.list_actions.rows : []
const known = [...agencies, { ...agencies[0]!, id: 'a-gone', name: 'Northbridge Wardens', short_name: 'Wardens', field: 'council' as const, active: false }]
const people = officers.map((officer, at) => ({ ...officer, email: at % 2 ? '' : `${officer.name.split(' ').at(-1)?.toLowerCase()}@example.org`, telephone: at % 3 ? '' : `01632 9601${at}0` }))

function view(id: string): AgencyView {
  const agency = known.find((agency) => agency.id === id) ?? known[0]!
  return { agency, officers: people.filter((officer) => officer.agency === agency.id), actions: rows.filter((row) => row.agency.id === agency.id) }
}

const isOpen = ({ status }: { status: string }) => status === 'not_started' || status === 'under_way'

export const answers: Answers = {
  list_agencies: () => ({
    rows: known.map((agency) => {
      const owed = rows.filter((row) => row.agency.id === agency.id && isOpen(row))
      return {
        agency,
        people: people.filter((officer) => officer.agency === agency.id && officer.attends).map(({ name }) => name),
        open_actions: owed.length,
        late_actions: owed.filter(({ days_late }) => days_late > 0).length,
        leads: agency.id === 'a-police' ? 9 : agency.id === 'a-homes' ? 4 : 0,
      }
    }),
  }),
  get_agency: ({ id }) => view(id),
  add_agency: (agency) => {
    known.push({ ...agency, short_name: agency.short_name || agency.name, id: `a-${known.length}`, active: true })
    return view(`a-${known.length - 1}`)
  },
  amend_agency: ({ agency }) => {
    known.splice(known.findIndex(({ id }) => id === agency.id), 1, { ...agency, short_name: agency.short_name || agency.name })
    return view(agency.id)
  },
  add_officer: (officer) => {
    people.push({ ...officer, id: `o-${people.length}`, active: true })
    return view(officer.agency)
  },
  amend_officer: ({ officer }) => {
    people.splice(people.findIndex(({ id }) => id === officer.id), 1, officer)
    return view(officer.agency)
  },
}
