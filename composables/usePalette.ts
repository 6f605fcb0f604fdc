import type { ComputedRef } from 'vue'
import type { Palette } from '../lib/chart-config'
import { useDarkMode } from '@slidev/client'
import { computed } from 'vue'

/**
 * The design tokens as colours that a canvas understands; new ones when the scheme changes.
 * Reads `styles/tokens.css`, where every colour has a light and a dark name, so that it never sees a half-made switch.
 */
export function usePalette(): ComputedRef<Palette> {
  const { isDark } = useDarkMode()
  return computed(() => {
    const style = getComputedStyle(document.documentElement)
    const scheme = isDark.value ? 'dark' : 'light'
    const colour = (name: string) => style.getPropertyValue(`--${name}-${scheme}`).trim()
    return {
      paper: colour('paper'),
      ink: colour('ink'),
      quiet: colour('quiet'),
      rule: colour('rule'),
      university: colour('university'),
      company: colour('company'),
      state: colour('state'),
    }
  })
}
