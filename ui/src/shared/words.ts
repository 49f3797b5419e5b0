/** Counting in words. */

const british = new Intl.NumberFormat('en-GB')

/** Returns a number as it is written: `4,812`. */
export function numeral(count: number): string {
  return british.format(count)
}

/** Returns `1 case` or `23 cases`; `many` where adding an s is wrong. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${numeral(count)} ${count === 1 ? one : many}`
}

/** Returns `Missing, ASB and Alcohol`. */
export function listed(words: string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Returns the words with a capital letter in front. */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('en-GB') + words.slice(1)
}

/** Returns about the first `most` characters of a text, whole words; the text itself when hardly more would be hidden. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most * 1.25) return text
  const cut = text.slice(0, most)
  const word = cut.search(/\s\S*$/)
  // Because a text without a space is cut anywhere but inside a letter that takes two units.
  return word > most / 2 ? cut.slice(0, word) : cut.replace(/[\uD800-\uDBFF]$/, '')
}

/** Returns the beginning of a long text with the sign that there is more; a short one as it is. */
export function shortened(text: string, most: number): string {
  const beginning = beginningOf(text, most)
  return beginning === text ? text : `${beginning}…`
}
