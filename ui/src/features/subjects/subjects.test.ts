import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { axeFindings } from '../../axe'
import { view } from '../../gallery/answers/cases'
import { agencies } from '../../gallery/answers/directory'
import { nobody, subjectOf, typedOf, wrongWith } from './subject'
import SubjectDialog from './SubjectDialog.svelte'
import Subjects from './Subjects.svelte'

const today = '2026-11-19'

it('name, birth and address are nowhere on the page until they are asked for', async () => {
  const user = userEvent.setup()
  render(Subjects, { subjects: view.subjects, agencies })
  expect(document.body.textContent).toContain('T.R., 16–17, at risk')
  for (const word of ['Tamsin', '2010', 'Lantern', '07700']) expect(document.body.textContent).not.toContain(word)
  await user.click(screen.getByRole('button', { name: 'Show the details of T.R.' }))
  expect(document.body.textContent).toContain('Tamsin Rowe')
  expect(await axeFindings()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Hide the details of T.R.' }))
  expect(document.body.textContent).not.toContain('Tamsin')
})

it('a person comes back from the form as it went in', () => {
  const { subject } = view.subjects[0]!
  expect(subjectOf(typedOf(view.subjects[0]!))).toEqual({
    role: 'at_risk',
    fields: {
      name: subject.name, aliases: subject.aliases, date_of_birth: subject.date_of_birth, age: null, addresses: subject.addresses,
      telephones: subject.telephones, agency_references: subject.agency_references,
    },
  })
})

it('an age that was told gives way to a date of birth', () => {
  const typed = { ...nobody, role: 'victim', age: '17', date_of_birth: '2009-02-01' }
  expect(subjectOf(typed).fields).toMatchObject({ age: null, date_of_birth: '2009-02-01' })
  expect(subjectOf({ ...typed, date_of_birth: '' }).fields.age).toBe(17)
})

it('only what is impossible is refused', () => {
  expect(wrongWith({ ...nobody, role: 'both' }, today)).toEqual({})
  expect(Object.keys(wrongWith({ ...nobody, date_of_birth: '2027-01-01', age: 'old' }, today)).sort()).toEqual(['age', 'date_of_birth', 'role'])
})

it('a person without a role is not sent', async () => {
  const user = userEvent.setup()
  const onsave = vi.fn()
  render(SubjectDialog, { open: true, title: 'Add a person', action: 'Add person', agencies, today, onsave })
  await user.type(screen.getByRole('textbox', { name: /^Name/ }), 'Ann Field')
  await user.click(screen.getByRole('button', { name: 'Add person' }))
  expect(onsave).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'In this matter' }))
  await user.selectOptions(screen.getByRole('combobox', { name: 'In this matter' }), 'victim')
  await user.click(screen.getByRole('button', { name: 'Add person' }))
  expect(onsave).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ role: 'victim', fields: expect.objectContaining({ name: 'Ann Field' }) }))
})
