import { expect, it, vi } from 'vitest'
import { fake } from '$backend/fake'
import { watched } from './watched'

const refusing = (code: 'locked' | 'refused') =>
  fake({
    list_cases: () => {
      throw { code, message: 'No.', hint: null, field: null }
    },
  })

it('a command that finds the hub locked is noticed and still refused', async () => {
  const onlocked = vi.fn()
  await expect(watched(refusing('locked'), onlocked).call('list_cases', {})).rejects.toMatchObject({ code: 'locked' })
  expect(onlocked).toHaveBeenCalledOnce()
})

it('any other refusal is no lock', async () => {
  const onlocked = vi.fn()
  await expect(watched(refusing('refused'), onlocked).call('list_cases', {})).rejects.toBeTruthy()
  expect(onlocked).not.toHaveBeenCalled()
})
