/**
 * The part of `@slidev/client` that this deck uses.
 * Source: node_modules/@slidev/client/index.ts (52.20), which cannot be type-checked outside of Slidev's own build.
 */
import type { ComputedRef, Ref } from 'vue'

/** Where a slide is drawn; print and export report `slide`. */
export type RenderContext = 'none' | 'slide' | 'overview' | 'presenter' | 'previewNext'

export interface SlideContext {
  /** Clicks made on this slide so far, from 0. */
  $clicks: Ref<number>
  /** 1-based number of the slide that holds the component. */
  $page: Ref<number>
  $frontmatter: Record<string, any>
  $renderContext: Ref<RenderContext>
  /** Factor by which Slidev's CSS transform enlarges the slide. */
  $scale: Ref<number>
  /** `zoom` of the slide's front matter. */
  $zoom: Ref<number>
}
export function useSlideContext(): SlideContext

/** The clicks of one slide, as one of its drawings has them. */
export interface ClicksContext {
  /** Made so far. */
  current: number
  readonly total: number
}

/** A slide, as Slidev's router knows it. */
export interface SlideRoute {
  no: number
  meta: { clicks?: number, slide: { title?: string, noteHTML?: string, frontmatter: Record<string, any> } }
}

export interface SlideNav {
  currentPage: Ref<number>
  total: ComputedRef<number>
  slides: Ref<SlideRoute[]>
  currentSlideRoute: ComputedRef<SlideRoute>
  nextRoute: ComputedRef<SlideRoute>
  /** Whether there is a step after this one. */
  hasNext: ComputedRef<boolean>
  clicksContext: ComputedRef<ClicksContext>
  getPrimaryClicks: (route: SlideRoute) => ClicksContext
  /** True where slides are shown to an audience. */
  isPlaying: ComputedRef<boolean>
  /** True in the presenter view. */
  isPresenter: ComputedRef<boolean>
  /** True on the print route, whatever the medium. */
  isPrintMode: ComputedRef<boolean>
  /** Numbers of the slides that a print page shows. */
  printRange: Ref<number[]>
  clicks: ComputedRef<number>
  /** Clicks that the current slide has. */
  clicksTotal: ComputedRef<number>
  go: (page: number, clicks?: number) => Promise<void>
  next: () => Promise<void>
  prev: () => Promise<void>
  nextSlide: () => Promise<void>
  prevSlide: () => Promise<void>
}
export function useNav(): SlideNav

export function useDrawings(): {
  drawingEnabled: Ref<boolean>
  /** While a stroke is drawn. */
  isDrawing: Ref<boolean>
  /** Keeps the toolbar there while nothing can be drawn. */
  drawingPinned: Ref<boolean>
  drawingMode: Ref<'stylus' | 'line' | 'arrow' | 'ellipse' | 'rectangle' | 'eraseLine'>
  brush: Ref<{ color: string }>
  brushColors: readonly string[]
  drauu: { readonly undo: () => void, readonly redo: () => void }
  /** Whether anything is drawn on the slide. */
  readonly canClear: Readonly<Ref<boolean>>
  /** Wipes the drawings of the slide. */
  clear: () => void
}
/** Drawings as SVG, by slide. */
export const drawingState: Record<number, string | undefined>
/** Takes drawings over, as of another window: Slidev tells nobody. */
export function onDrawingUpdate(drawings: typeof drawingState): void
export function useDarkMode(): { isDark: Ref<boolean>, toggleDark: () => void }
export function onSlideEnter(cb: (to: number, from: number | undefined) => void): void

/** What the windows of a deck share, as this one knows it; reactive. Times in milliseconds since 1970. */
export const sharedState: {
  /** Where the talk is. */
  readonly page: number
  readonly clicks: number
  /** The last move, and in which kind of window it was made. Any change makes Slidev tell the other windows. */
  lastUpdate?: { readonly id: string, readonly type: 'presenter' | 'viewer', readonly time: number }
  timer: {
    readonly status: 'stopped' | 'running' | 'paused'
    readonly slides: object
    readonly startedAt: number
    readonly pausedAt: number
  }
  /** Where the presenter's pointer is, in percent of the slide, and its look; the presenter's window tells it. */
  cursor?: { readonly x: number, readonly y: number, readonly style?: 'cursor' | 'laser' }
}

/** Ends what `createSyncState` connects, for good: this window neither tells nor hears. */
export function disableBuiltinSync(): void

/** Headmatter as resolved by Slidev. */
export const configs: { readonly title: string, readonly timer?: 'stopwatch' | 'countdown', transition?: TransitionGroupProps | string }

/**
 * State that the windows of a deck share: through the dev server, or in a build through the browser
 * (with `persist` through localStorage, and kept). `init` connects it, once.
 */
export function createSyncState<State extends object>(serverState: State, defaultState: State, persist?: boolean): {
  init: (channelKey: string) => void
  state: State
}
