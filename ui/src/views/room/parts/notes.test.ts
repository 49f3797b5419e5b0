import { expect, it } from 'vitest'
import { RoomNotes } from './notes.svelte'

it('the same words said again stand last, once', () => {
  const notes = new RoomNotes()
  const said = () => notes.notes.map(({ words }) => words)
  notes.say('There is no item 40.')
  notes.say('There is no item 40.')
  expect(said()).toEqual(['There is no item 40.'])
  notes.say('Copied. Paste it into your message.')
  notes.say('There is no item 40.')
  expect(said(), 'what was said between stays').toEqual(['Copied. Paste it into your message.', 'There is no item 40.'])
})
