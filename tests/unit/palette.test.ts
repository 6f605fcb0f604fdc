// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { usePalette } from '../../composables/usePalette'
import { isDark, resetSlidevClient } from '../fakes/slidev-client'

it('charts have the colours of the scheme that is shown, and change with it', async () => {
  resetSlidevClient()
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }))
  for (const name of ['paper', 'ink', 'quiet', 'rule', 'university', 'company', 'state']) {
    for (const scheme of ['light', 'dark'])
      document.documentElement.style.setProperty(`--${name}-${scheme}`, `${name} ${scheme}`)
  }
  const palette = usePalette()
  expect(new Set(Object.values(palette.value).map(colour => colour.split(' ')[1]))).toEqual(new Set(['light']))
  isDark.value = true
  await nextTick()
  expect(palette.value.paper).toBe('paper dark')
  resetSlidevClient()
  vi.unstubAllGlobals()
})
