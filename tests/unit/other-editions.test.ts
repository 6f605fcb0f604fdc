// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { editions } from '../../locales/editions'

beforeEach(() => {
  localStorage.clear()
  // As the build of the first of two editions sets it.
  vi.stubEnv('VITE_DECK_EDITIONS', editions.map(({ id }) => id).join())
  vi.resetModules()
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

it.each([
  { languages: ['zh-CN', 'en'], offered: 'zh' },
  { languages: ['fr', 'zh-Hant-TW'], offered: 'zh' },
  { languages: ['en-GB', 'zh-CN'], offered: undefined },
  { languages: ['fr', 'en', 'zh'], offered: undefined },
  { languages: ['fr'], offered: undefined },
])('who reads $languages is offered, on the English site: $offered', async ({ languages, offered }) => {
  const { wantedEdition } = await import('../../addon/client/other-editions')
  expect(wantedEdition(languages)?.id).toBe(offered)
})
