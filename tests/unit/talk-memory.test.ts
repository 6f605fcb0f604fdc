import deck from '#deck'
// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { recoverTalkPosition } from '../../addon/composables/useTalkMemory'

const EARLIER = `${deck.name} - talk`
const NOW = `${deck.name} - position`
const keep = (key: string, value: object) => localStorage.setItem(key, JSON.stringify(value))

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('indexedDB', { databases: () => Promise.resolve([]) })
})

describe('where the talk stands', () => {
  it('is nowhere where none is given', async () => {
    expect(await recoverTalkPosition()).toBe(undefined)
  })

  it('is known from a version that kept it otherwise, when this one comes in the middle of a talk', async () => {
    keep(EARLIER, { page: 5, clicks: 2, at: Date.now() - 60_000 })
    expect(await recoverTalkPosition()).toEqual({ no: 5, clicks: 2 })
    keep(NOW, { value: { no: 6, clicks: 0 }, at: Date.now() })
    expect(await recoverTalkPosition()).toEqual({ no: 6, clicks: 0 })
  })

  it('is nowhere where what was kept cannot be read', async () => {
    localStorage.setItem(EARLIER, 'page 5')
    expect(await recoverTalkPosition()).toBe(undefined)
  })

  it('is not that of yesterday', async () => {
    keep(EARLIER, { page: 5, clicks: 2, at: Date.now() - 24 * 60 * 60_000 })
    expect(await recoverTalkPosition()).toBe(undefined)
  })
})
