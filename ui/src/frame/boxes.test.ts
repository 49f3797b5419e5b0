import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { Failure } from '$backend'
import { ConfirmDialog } from '$shared'
import { boxesTold } from './boxes'

const missing: Failure = {
  code: 'open_ends', message: '1 character is in none of the typefaces: “李” in “李”, page 3, DEMO.45', hint: 'Print boxes in their place, or correct the text first', field: null,
}
const made = () => vi.fn(async (agreed: boolean) => (agreed ? 'a paper with boxes' : Promise.reject(missing as unknown as Error)))

it('a paper whose characters all print is made without a question', async () => {
  const make = vi.fn(async () => 'a paper')
  expect(await boxesTold(make)).toBe('a paper')
  expect(make.mock.calls).toEqual([[false]])
})

it('which character prints as a box and where is told, and the same is asked again once that is agreed', async () => {
  const make = made()
  render(ConfirmDialog)
  const answer = boxesTold(make)
  await screen.findByRole('dialog', { name: 'Not every character will print' })
  expect(screen.getByText(/: “李” in “李”, page 3, DEMO\.45\.$/)).toBeTruthy()
  expect(screen.getByText('Print boxes in their place, or correct the text first.')).toBeTruthy()
  expect(document.activeElement?.textContent?.trim()).toBe('Go back')
  await userEvent.click(screen.getByRole('button', { name: 'Print boxes in their place' }))
  expect(await answer).toBe('a paper with boxes')
  expect(make.mock.calls).toEqual([[false], [true]])
})

it('going back makes nothing, and says nothing was refused', async () => {
  const make = made()
  render(ConfirmDialog)
  const answer = boxesTold(make)
  await userEvent.click(await screen.findByRole('button', { name: 'Go back' }))
  expect(await answer).toBeUndefined()
  expect(make).toHaveBeenCalledTimes(1)
})

it('whatever else is refused stays a refusal', async () => {
  const refused: Failure = { code: 'refused', message: 'The disk is full', hint: null, field: null }
  await expect(boxesTold(() => Promise.reject(refused as unknown as Error))).rejects.toBe(refused)
})
