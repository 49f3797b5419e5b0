/** The traffic light: always a colour, a word and a shape together. */
import { listed } from './words'

export type Light = 'red' | 'amber' | 'green' | 'blue' | 'grey'

export const lightWords: Record<Light, string> = { red: 'Red', amber: 'Amber', green: 'Green', blue: 'Blue', grey: 'Grey' }

/** Shapes on a square of 12: they tell the lights apart without colour. */
export const lightShapes: Record<Light, string> = {
  red: 'M1.6 0h8.8A1.6 1.6 0 0 1 12 1.6v8.8a1.6 1.6 0 0 1-1.6 1.6H1.6A1.6 1.6 0 0 1 0 10.4V1.6A1.6 1.6 0 0 1 1.6 0Z',
  amber: 'M6 .6a.9.9 0 0 1 .78.45l5.1 9a.9.9 0 0 1-.78 1.35H.9a.9.9 0 0 1-.78-1.35l5.1-9A.9.9 0 0 1 6 .6Z',
  green: 'M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0Z',
  blue: 'M6 -.4 12.4 6 6 12.4 -.4 6Z',
  grey: 'M1.6 4.2h8.8a1.6 1.6 0 0 1 0 3.6H1.6a1.6 1.6 0 0 1 0-3.6Z',
}

/** Returns `1 red, 2 amber and 1 green`, or `no lights`. */
export function lightsInWords(lights: Light[]): string {
  const order: Light[] = ['red', 'amber', 'green', 'blue', 'grey']
  const counted = order.flatMap((light) => {
    const count = lights.filter((other) => other === light).length
    return count ? [`${count} ${light}`] : []
  })
  return counted.length ? listed(counted) : 'no lights'
}
