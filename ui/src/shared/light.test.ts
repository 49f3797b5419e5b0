import { render, screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { lightShapes, lightsInWords, lightWords, type Light } from './light'
import LightStrip from './LightStrip.svelte'
import TrafficLight from './TrafficLight.svelte'

const lights = Object.keys(lightWords) as Light[]

it('every light has a shape of its own', () => {
  expect(new Set(lights.map((light) => lightShapes[light])).size).toBe(5)
})

it.each(lights)('%s says its word beside its shape', (light) => {
  const { container } = render(TrafficLight, { light })
  expect(container.textContent?.trim()).toBe(lightWords[light])
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
})

it('a shape alone keeps the word as its name', () => {
  render(TrafficLight, { light: 'amber', shapeOnly: true })
  expect(screen.getByRole('img', { name: 'Amber' })).toBeTruthy()
})

it('a strip is read out by number and word, worst first', () => {
  render(LightStrip, { lights: ['green', 'amber', 'red', 'amber'] })
  expect(screen.getByRole('img', { name: '1 red, 2 amber and 1 green' })).toBeTruthy()
  expect(lightsInWords([])).toBe('no lights')
})
