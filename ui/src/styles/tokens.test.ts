import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { apart, contrast, deuteranopia, protanopia, simulated } from './colour-maths'

const css = readFileSync('src/styles/tokens.css', 'utf8')

/** Returns the tokens that the rule opening with `selector` sets, the first such rule counting. */
function tokens(selector: string, after = ''): Record<string, string> {
  const start = css.indexOf(selector, after ? css.indexOf(after) : 0)
  const body = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1]!, m[2]!]))
}

const lights = ['red', 'amber', 'green', 'grey', 'blue']
const themes = [
  { name: 'light desk', set: tokens(':root'), grounds: ['ground', 'wash', 'accent-wash'], text: 4.5 },
  { name: 'dark desk', set: tokens(':root', '@media (prefers-color-scheme: dark)'), grounds: ['ground', 'wash', 'accent-wash'], text: 4.5 },
  { name: 'dark projector', set: tokens('.projector-dark'), grounds: ['ground'], text: 7 },
  { name: 'light projector', set: tokens('.projector-light'), grounds: ['ground'], text: 7 },
]

describe.each(themes)('$name', ({ set, grounds, text }) => {
  const pairs = lights.flatMap((a, i) => lights.slice(i + 1).map((b) => [a, b] as const))

  it.each(pairs)('%s and %s stay 0.10 apart to every eye', (a, b) => {
    for (const eye of [null, deuteranopia, protanopia]) {
      expect(apart(simulated(set[a]!, eye), simulated(set[b]!, eye))).toBeGreaterThanOrEqual(0.1)
    }
  })

  it('text reads on every ground', () => {
    for (const word of ['ink', 'soft', ...lights.map((light) => `${light}-text`), 'accent']) {
      for (const ground of grounds) {
        expect(contrast(set[word]!, set[ground]!), `${word} on ${ground}`).toBeGreaterThanOrEqual(text)
      }
    }
    expect(contrast(set['on-accent']!, set['accent']!), 'on-accent on accent').toBeGreaterThanOrEqual(text)
  })

  it('shapes and control edges stand out from every ground', () => {
    for (const shape of [...lights, 'edge']) {
      for (const ground of grounds.filter((ground) => shape !== 'edge' || ground !== 'accent-wash')) {
        expect(contrast(set[shape]!, set[ground]!), `${shape} on ${ground}`).toBeGreaterThanOrEqual(3)
      }
    }
  })

  it('the ink line of the focus ring has 3:1 on every ground', () => {
    for (const ground of grounds) expect(contrast(set['ink']!, set[ground]!)).toBeGreaterThanOrEqual(3)
  })
})

it('washes behind notices keep their text readable', () => {
  for (const theme of themes.slice(0, 2)) {
    for (const wash of ['failure-wash', 'success-wash', 'warning-wash']) {
      expect(contrast(theme.set['ink']!, theme.set[wash]!)).toBeGreaterThanOrEqual(4.5)
    }
  }
})
