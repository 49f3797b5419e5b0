/** The parts of the form in their order, and how far each is filled in. */
import type { GuideView } from '$backend'
import { isAnswered, type TypedReferral } from './words'

export interface OutlinePart {
  /** Its id on the page. */
  id: string
  title: string
  /** What was filled in, such as `2 of 6`; empty when nothing was. */
  filled: string
  /** What has to be filled in, and is not. */
  needed: string
}

const typedIn = (texts: string[]) => texts.filter((text) => text.trim()).length

/** Returns the outline of the form; guides that are not opened are left out. */
export function outline(typed: TypedReferral, guide: GuideView | null): OutlinePart[] {
  const asked = (part: string) => guide?.parts.find((each) => each.part === part)?.questions ?? []
  const answered = (part: string) => asked(part).filter(({ key }) => isAnswered(typed.answers[key])).length
  const part = (id: string, title: string, filled: number, of: number, needed = ''): OutlinePart => ({ id, title, filled: filled ? `${filled} of ${of}` : '', needed })
  const guides = (guide?.parts ?? []).filter(({ part }) => !part.startsWith('about_') && typed.guides.includes(part))
  return [
    part('who', 'Who refers', typedIn([typed.referrer_agency, typed.referrer_name, typed.referrer_telephone, typed.referrer_email, typed.referrer_address]), 5),
    part('problem', 'The problem in short', typedIn([typed.title, typed.problem, typed.place, typed.area]), 4, typed.problem.trim() ? '' : 'needed'),
    part('tried', 'What was done so far', typedIn([typed.tried]), 1, typed.tried.trim() ? '' : 'before a meeting'),
    part('victims', 'The victims', typedIn([typed.victims]) + answered('about_victims'), 1 + asked('about_victims').length),
    part('offenders', 'The offenders', typedIn([typed.offenders]) + answered('about_offenders'), 1 + asked('about_offenders').length),
    part('safeguarding', 'Safeguarding', typedIn([typed.safeguarding]), 1),
    { id: 'people', title: 'People', filled: String(typed.kept.length + typed.new_subjects.length || ''), needed: '' },
    { id: 'guides', title: 'Guides', filled: typed.guides.length ? `${typed.guides.length} opened` : '', needed: '' },
    ...guides.map(({ part: id, title, questions }) => part(id, title, answered(id), questions.length)),
  ]
}
