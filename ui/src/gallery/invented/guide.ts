/** The questions of the form and its guides, as the program asks them. */
import type { GuideQuestionView, GuideView } from '$backend'

const ask = (key: string, kind: GuideQuestionView['kind'], words: string, hint = '', options: string[] = []): GuideQuestionView => ({ key, words, hint, kind, options })
const yesNo = ['yes', 'no', 'not known']

export const guide: GuideView = {
  parts: [
    {
      part: 'about_victims', title: 'The victims',
      questions: [
        ask('about_victims.tenure', 'line', 'Tenure of the victims', 'Owner, private or social tenant, landlord'),
        ask('about_victims.mental_health', 'one', 'Mental health issues of a victim?', '', yesNo),
        ask('about_victims.repeat', 'one', 'Repeat victim?', '', yesNo),
      ],
    },
    {
      part: 'about_offenders', title: 'The offenders',
      questions: [
        ask('about_offenders.tenure', 'line', 'Tenure of the offenders', 'Owner, private or social tenant, landlord'),
        ask('about_offenders.probation', 'one', 'Known to Probation?', '', yesNo),
        ask('about_offenders.youth_justice', 'one', 'Known to youth justice (YJS)?', '', yesNo),
        ask('about_offenders.mental_health', 'one', 'Mental health issues of an offender?', '', yesNo),
        ask('about_offenders.alcohol_drugs', 'one', 'Alcohol or drugs?', '', yesNo),
      ],
    },
    {
      part: 'offender', title: 'Guide: offender',
      questions: [
        ask('offender.history', 'text', 'Offending history', 'What, how often, since when'),
        ask('offender.tenancy_breaches', 'one', 'Breaches of tenancy?', 'Which, and what was done about them', yesNo),
        ask('offender.disposals', 'many', 'Disposals used', 'When, and any others', ['fixed penalty', 'ABC', 'PND', 'caution', 'reprimand']),
        ask('offender.disposals_worked', 'one', 'Did the disposals work?', 'Why, or why not', yesNo),
        ask('offender.housing', 'text', 'Housing of the offender', 'Where and with whom; at risk of losing it?'),
      ],
    },
    {
      part: 'victim', title: 'Guide: victim and safeguarding',
      questions: [
        ask('victim.history', 'text', 'History of the person'),
        ask('victim.role', 'one', 'Victim or perpetrator?', 'What the person suffers or does', ['victim', 'perpetrator', 'both', 'not known']),
        ask('victim.risks', 'text', 'Risks to or from the person'),
        ask('victim.agencies_involved', 'text', 'Agencies involved', 'Who, and since when'),
        ask('victim.agencies_not_involved', 'text', 'Agencies not involved that should be'),
        ask('victim.referrals_made', 'text', 'Referrals made', 'To whom, and when'),
        ask('victim.tried', 'text', 'What has been tried for the person', 'What worked, what failed, and why'),
        ask('victim.engaged', 'one', 'Did the person engage?', '', yesNo),
        ask('victim.tenure', 'line', 'Tenure of the person'),
        ask('victim.vra_done', 'one', 'Vulnerability risk assessment (VRA) done?', 'By whom; earlier ones', yesNo),
        ask('victim.vra_score', 'line', 'VRA score'),
        ask('victim.vra_date', 'date', 'Date of the VRA'),
      ],
    },
    {
      part: 'location', title: 'Guide: location',
      questions: [
        ask('location.happening', 'text', 'What is happening at the place'),
        ask('location.how_long', 'line', 'For how long'),
        ask('location.seasonal', 'one', 'Seasonal?', 'Which time of the year', yesNo),
        ask('location.repeat', 'one', 'Repeat location?', '', yesNo),
        ask('location.victim', 'text', 'Who or what is the victim'),
        ask('location.impact', 'many', 'Impact on the place', 'How people change what they do', ['graffiti', 'damage', 'intimidation', 'no-go area']),
        ask('location.who', 'text', 'Who is doing it'),
        ask('location.on_abc', 'one', 'Is any of them on an ABC?', '', yesNo),
        ask('location.known_to', 'many', 'Any of them known to', '', ['YJS', 'Probation', 'Prevention']),
        ask('location.school', 'line', 'Which school or PRU'),
        ask('location.school_hours', 'one', 'At school full time or set hours?', '', ['full time', 'set hours', 'not at school', 'not known']),
        ask('location.done', 'text', 'Done so far at the place'),
        ask('location.owner', 'line', 'Who owns the place'),
        ask('location.cctv', 'one', 'CCTV?', 'What it covers', yesNo),
        ask('location.pspo_arz', 'one', 'Inside a PSPO or ARZ?', 'Which', yesNo),
        ask('location.involved', 'text', 'Who has been involved'),
        ask('location.psps', 'one', 'Any PSPs in place?', 'Which', yesNo),
      ],
    },
  ],
}
