import type { ComputedRef } from 'vue'
import type { Palette } from '../figures/chart-style'
import { useDarkMode } from '@slidev/client'
import { useMediaQuery } from '@vueuse/core'
import { computed } from 'vue'

/** A system colour, such as `CanvasText`, as a canvas and a chart's gradients need it. */
function systemColour(name: string): string {
  const probe = document.createElement('span')
  probe.style.cssText = `color: ${name}; forced-color-adjust: none`
  document.body.append(probe)
  const channels = getComputedStyle(probe).color.match(/[\d.]+/g) ?? []
  probe.remove()
  return `#${channels.slice(0, 3).map(channel => Math.round(Number(channel)).toString(16).padStart(2, '0')).join('')}`
}

/** The design tokens of one scheme as colours that a canvas understands; `isForced` where they name colours of the system. */
function paletteOf(scheme: 'light' | 'dark', isForced = false): Palette {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => {
    const value = style.getPropertyValue(`--${name}-${scheme}`).trim()
    return isForced ? systemColour(value) : value
  }
  return {
    paper: colour('paper'),
    ink: colour('ink'),
    quiet: colour('quiet'),
    rule: colour('rule'),
    university: colour('university'),
    company: colour('company'),
    state: colour('state'),
  }
}

/**
 * The design tokens of what is shown; new ones when the scheme changes, or when the system takes over the colours or asks for more contrast
 * (`theme/styles/`). Reads `theme/styles/tokens.css`, where every colour has a light and a dark name, so that it never sees a half-made
 * switch.
 */
export function usePalette(): ComputedRef<Palette> {
  const { isDark } = useDarkMode()
  const isForced = useMediaQuery('(forced-colors: active)')
  const isStronger = useMediaQuery('(prefers-contrast: more)')
  return computed(() => {
    void isStronger.value
    return paletteOf(isDark.value ? 'dark' : 'light', isForced.value)
  })
}

/** The design tokens on paper, which is always light. */
export function paperPalette(): Palette {
  return paletteOf('light', matchMedia('(forced-colors: active)').matches)
}
