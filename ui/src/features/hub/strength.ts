/** How hard a passphrase is to guess, in words; a rough reckoning, meant as advice. */

import { fewestCharacters } from '$backend/contract'

export interface Strength {
  /** 0 too short, 1 easy, 2 fair, 3 strong. */
  level: 0 | 1 | 2 | 3
  words: string
}

const common = ['password', 'passphrase', 'passwort', 'letmein', 'welcome', 'qwerty', 'abc123', 'iloveyou', 'admin', 'secret', 'safety', 'tasking', 'community', 'council', 'police', 'meeting']

/** Returns how strong `passphrase` is; `known` are words that anybody would try first, such as the hub's name. */
export function strengthOf(passphrase: string, known: string[] = []): Strength {
  const length = [...passphrase.trim()].length
  if (length < fewestCharacters) return { level: 0, words: `Too short: at least ${fewestCharacters} characters.` }
  const bits = surprise(passphrase, known)
  if (bits < 36) return { level: 1, words: 'Easy to guess. Four words that have nothing to do with each other are better.' }
  if (bits < 55) return { level: 2, words: 'Fair. One more word makes it strong.' }
  return { level: 3, words: 'Strong.' }
}

/** About how many bits somebody has to guess: what repeats, runs on or is known counts as one character. */
function surprise(passphrase: string, known: string[]): number {
  let text = passphrase.toLocaleLowerCase('en-GB')
  const words = [...common, ...known.flatMap((name) => name.toLocaleLowerCase('en-GB').split(/\s+/))]
  for (const word of words) if (word.length > 3) text = text.replaceAll(word, '*')
  text = text.replace(/(19|20)\d\d/g, '#')
  let counted = 0
  for (let at = 0; at < text.length; at++) {
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1)
    if (at === 0 || Math.abs(step) > 1) counted++
  }
  const alphabet = (/[a-z]/.test(text) ? 26 : 0) + (/\d/.test(text) ? 10 : 0) + (/[^a-z\d]/.test(text) ? 20 : 0) + (/\p{Lu}/u.test(passphrase) ? 10 : 0)
  const distinct = new Set(text).size
  // Because words are easier to guess than letters drawn at random, a letter counts for less than its alphabet.
  return Math.min(counted, distinct * 3) * Math.log2(Math.max(2, alphabet)) * 0.6
}
