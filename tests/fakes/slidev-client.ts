import type { RenderContext } from '@slidev/client'
import { computed, reactive, ref } from 'vue'

/**
 * Stands for `@slidev/client` in unit tests. A test sets these and mounts; the deck's components see them through the functions below.
 * `resetSlidevClient` puts everything back.
 */
export const clicks = ref(0)
export const clicksTotal = ref(0)
export const page = ref(1)
export const isPresenter = ref(false)
export const sharedState: {
  lastUpdate?: { type: 'presenter' | 'viewer' }
  timer: { status: string, slides: object, startedAt: number, pausedAt: number }
} = reactive({ timer: { status: 'stopped', slides: {}, startedAt: 0, pausedAt: 0 } })
export const configs = { title: 'Deck' }
export const isPrintMode = ref(false)
export const isDark = ref(false)
export const scale = ref(1)
export const zoom = ref(1)
export const renderContext = ref<RenderContext>('slide')
export const frontmatter = ref<Record<string, unknown>>({})
export const slides = ref<{ no: number, meta: { slide: { title?: string, frontmatter: Record<string, unknown> } } }[]>([])

type EnterListener = (to: number, from: number | undefined) => void
let listeners: EnterListener[] = []

export function resetSlidevClient(): void {
  clicks.value = 0
  clicksTotal.value = 0
  page.value = 1
  isPresenter.value = false
  delete sharedState.lastUpdate
  Object.assign(sharedState.timer, { status: 'stopped', startedAt: 0, pausedAt: 0 })
  isPrintMode.value = false
  isDark.value = false
  scale.value = 1
  zoom.value = 1
  renderContext.value = 'slide'
  frontmatter.value = {}
  slides.value = []
  listeners = []
}

/** Tells components that their slide is entered. */
export function enterSlide(to = page.value, from?: number): void {
  listeners.forEach(listener => listener(to, from))
}

export function useSlideContext() {
  return {
    $clicks: clicks,
    $page: page,
    $scale: scale,
    $zoom: zoom,
    $renderContext: renderContext,
    $frontmatter: frontmatter.value,
  }
}

export function useNav() {
  return {
    currentPage: page,
    currentSlideNo: page,
    clicks,
    clicksTotal,
    isPresenter,
    isPrintMode,
    slides,
    total: computed(() => slides.value.length),
    go: async (to: number, toClicks = 0) => {
      page.value = to
      clicks.value = toClicks
    },
  }
}

export const useDarkMode = () => ({ isDark, toggleDark: () => void (isDark.value = !isDark.value) })

export const useIsSlideActive = () => computed(() => true)

export function onSlideEnter(listener: EnterListener): void {
  listeners.push(listener)
}

export function onSlideLeave(_listener: () => void): void {}
